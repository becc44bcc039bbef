"""A text as Bede sees it: the characters of the file, and blocks of prose that point into them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from operator import itemgetter

from bede.documents.source_map import Position, SourceMap


class BlockKind(StrEnum):
    """What a block is to a reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTATION = "quotation"
    FOOTNOTE = "footnote"
    TABLE = "table"
    CODE = "code"
    META = "meta"


_PROSE = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.QUOTATION,
        BlockKind.FOOTNOTE,
        BlockKind.TABLE,
    }
)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, table cell or the like.

    Attributes:
        kind: what it is to a reader.
        start: offset of its first character in ``Document.text``.
        end: offset after its last character.
        text: its prose: no markup, no note marks, white space collapsed. Empty for code and
            for what is not prose (front matter, HTML).
        runs: the stretches that map one to one, as sorted pairs of where they begin in
            ``text`` and in ``Document.text``.
        level: depth of a heading or of a list, from 1; otherwise 0.
        label: the number of a list item or the label of a footnote.
        resolved: characters of ``text`` that stand for a longer stretch of the file
            (``&amp;``), as sorted pairs of where they are in ``text`` and how many
            characters the file has there.
    """

    kind: BlockKind
    start: int
    end: int
    text: str = ""
    runs: tuple[tuple[int, int], ...] = ()
    level: int = 0
    label: str | None = None
    resolved: tuple[tuple[int, int], ...] = ()

    @property
    def is_prose(self) -> bool:
        """Whether its sentences can make claims: no heading, no code, no front matter."""
        return self.kind in _PROSE

    def source(self, offset: int) -> int:
        """The offset in the document of the character of ``text`` at ``offset``.

        Raises:
            IndexError: the offset lies outside the prose of the block.
        """
        if not 0 <= offset <= len(self.text):
            raise IndexError(f"no offset {offset}; the block has {len(self.text)} characters")
        if offset == len(self.text):
            return self.end
        here, there = self.runs[bisect_right(self.runs, offset, key=itemgetter(0)) - 1]
        return there + offset - here

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the document that the passage ``text[start:end]`` was read from.

        Raises:
            IndexError: the passage lies outside the prose of the block.
            ValueError: the passage ends before it starts.
        """
        if end < start:
            raise ValueError(f"the passage ends at {end}, before its start at {start}")
        first = self.source(start)
        if start == end:
            return first, first
        return first, self.source(end - 1) + self._width(end - 1)

    def _width(self, offset: int) -> int:
        index = bisect_right(self.resolved, offset, key=itemgetter(0)) - 1
        if index >= 0 and self.resolved[index][0] == offset:
            return self.resolved[index][1]
        return 1


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read.

    Attributes:
        path: the file as the user named it; ``-`` is standard input.
        text: the decoded file, line breaks as they were, without a byte order mark. All
            offsets of Bede count code points of this text.
        format: the name of the format it was read as.
        blocks: in the order of their starts, none overlapping another.
    """

    path: str
    text: str
    format: str
    blocks: tuple[Block, ...]
    source_map: SourceMap = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "source_map", SourceMap(self.text))

    def position(self, offset: int) -> Position:
        """Line and column, both from 1, of the character at ``offset``.

        Raises:
            IndexError: the offset lies outside the text.
        """
        return self.source_map.position(offset)

    def line(self, number: int) -> str:
        """The text of line ``number`` (from 1), without its line break.

        Raises:
            IndexError: there is no such line.
        """
        start, end = self.source_map.span(number)
        return self.text[start:end]


def prose_blocks(document: Document) -> Iterator[Block]:
    """The blocks whose sentences can make claims: no headings, no code, no front matter."""
    return (block for block in document.blocks if block.is_prose)
