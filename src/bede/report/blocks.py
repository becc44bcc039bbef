"""The blocks of a document as a page sets them: in groups of one kind, tables in rows.

Pages differ in what they mark, not in how they lay out a text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Generic, TypeVar

from bede.documents import Block, BlockKind, Document
from bede.report.display import visible

Shown = TypeVar("Shown")

_TOP_LEVEL = 3  # below the title of the page and that of the document
_LOWEST_LEVEL = 6
_UNREAD = (BlockKind.CODE, BlockKind.META)


@dataclass(frozen=True, slots=True)
class Group(Generic[Shown]):
    """Neighbouring blocks of one kind, in rows: a row of a table has several, any other one."""

    kind: BlockKind
    rows: tuple[tuple[Shown, ...], ...]


def page_kinds(document: Document) -> list[BlockKind]:
    """The kinds of the blocks, where the headings of columns belong to their table."""
    blocks, kinds = document.blocks, [block.kind for block in document.blocks]
    head: int | None = None
    for index in range(len(blocks) - 2, -1, -1):
        line = document.position(blocks[index].start).line
        column = blocks[index].kind is BlockKind.HEADING and not blocks[index].level
        if column and (line == head or blocks[index + 1].kind is BlockKind.TABLE):
            kinds[index], head = BlockKind.TABLE, line
    return kinds


def page_groups(
    document: Document, kinds: Sequence[BlockKind], shown: Sequence[Shown]
) -> Iterator[Group[Shown]]:
    """Put what is shown of each block into groups.

    Args:
        document: the document.
        kinds: the kind of each of its blocks, as `page_kinds` gives them.
        shown: what the page shows of each of its blocks.
    """
    lines = [document.position(block.start).line for block in document.blocks]
    entries = list(zip(kinds, lines, shown, strict=True))
    for kind, some in groupby(entries, key=itemgetter(0)):
        if kind is not BlockKind.TABLE:
            yield Group(kind, tuple((one,) for _, _, one in some))
            continue
        rows = groupby(some, key=itemgetter(1))
        yield Group(kind, tuple(tuple(one for _, _, one in cells) for _, cells in rows))


def page_level(block: Block, kind: BlockKind) -> int:
    """The level of a heading as HTML counts them, or the depth of a list item.

    Args:
        block: the block.
        kind: what the page takes it for; the heading of a column of a table has level 1.
    """
    if kind is BlockKind.TABLE:
        return int(block.kind is BlockKind.HEADING)
    if kind is BlockKind.HEADING:
        return min(max(block.level, 1) + _TOP_LEVEL - 1, _LOWEST_LEVEL)
    return block.level


def unread_text(document: Document, block: Block) -> str | None:
    """What a page shows of a block that is no prose, line by line; None for prose."""
    if block.kind not in _UNREAD:
        return None
    source = document.text[block.start : block.end]
    return "\n".join(visible(line) for line in source.splitlines())


def prose_offset(block: Block, offset: int) -> int:
    """The character of the prose of a block that an offset of its document belongs to.

    Args:
        block: a block with prose.
        offset: into the text of the document, inside the block; markup belongs to the prose
            before it.
    """
    index = max(bisect_right(block.runs, offset, key=itemgetter(1)) - 1, 0)
    here, there = block.runs[index]
    after = block.runs[index + 1][0] if index + 1 < len(block.runs) else len(block.text)
    return min(here + max(offset - there, 0), after - 1)
