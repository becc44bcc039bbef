"""A document cut at the edges of marks that may overlap: who shows a text says what it marks.

Each block is cut at every edge of every mark, and each stretch knows all marks that it belongs
to. All text that comes from a document goes through `visible`; escaping is the template's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, Protocol, TypeVar

from bede.documents import Block, BlockKind, Document
from bede.report.blocks import page_kinds, page_level, prose_offset, unread_text
from bede.report.display import visible


class Marked(Protocol):
    """What is marked: half-open offsets into the text of the document."""

    @property
    def start(self) -> int:
        """First character."""
        ...

    @property
    def end(self) -> int:
        """Character after the last."""
        ...


M = TypeVar("M", bound=Marked)


@dataclass(frozen=True, slots=True)
class MarkedStretch(Generic[M]):
    """A stretch of the prose of a block.

    Attributes:
        text: the words.
        inside: all marks that it belongs to, in the order of their starts.
        starting: those of them that begin here.
    """

    text: str
    inside: tuple[M, ...] = ()
    starting: tuple[M, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedBlock(Generic[M]):
    """A block of the document in stretches.

    Attributes:
        kind: what a page takes it for.
        level: of a heading as HTML counts them; the depth of a list item; 1 for the heading of a
            column of a table.
        label: the number of a list item or the label of a footnote, or "".
        stretches: its text.
        marks: all that begin in it; none in a block that is no prose.
    """

    kind: BlockKind
    level: int
    label: str
    stretches: tuple[MarkedStretch[M], ...]
    marks: tuple[M, ...]


def marked_blocks(document: Document, marks: Sequence[M]) -> Iterator[MarkedBlock[M]]:
    """Cut a document at its marks, block by block.

    Args:
        document: the document.
        marks: in any order; each belongs to the block in which it begins.
    """
    ordered = sorted(marks, key=lambda mark: (mark.start, mark.end))
    at = 0
    for block, kind in zip(document.blocks, page_kinds(document), strict=True):
        while at < len(ordered) and ordered[at].start < block.start:
            at += 1
        first = at
        while at < len(ordered) and ordered[at].start < block.end:
            at += 1
        level, label = page_level(block, kind), visible(block.label or "")
        unread = unread_text(document, block)
        if unread is not None:
            yield MarkedBlock(kind, level, label, (MarkedStretch(unread),), ())
            continue
        inside = tuple(ordered[first:at])
        yield MarkedBlock(kind, level, label, tuple(_stretches(block, inside)), inside)


def _stretches(block: Block, marks: Sequence[M]) -> Iterator[MarkedStretch[M]]:
    """The prose of a block, cut at each edge of a mark."""
    begin: Mapping[int, list[M]] = defaultdict(list)
    stop: Mapping[int, list[M]] = defaultdict(list)
    for mark in marks:
        start = prose_offset(block, mark.start)
        end = prose_offset(block, min(mark.end, block.end) - 1) + 1
        if start < end:
            begin[start].append(mark)
            stop[end].append(mark)
    edges = sorted({0, len(block.text), *begin, *stop})
    inside: list[M] = []
    for start, end in pairwise(edges):
        ended = stop.get(start, ())
        starting = begin.get(start, ())
        inside = [mark for mark in inside if mark not in ended] + list(starting)
        yield MarkedStretch(visible(block.text[start:end]), tuple(inside), tuple(starting))
