"""A document cut into what a page shows: blocks, and in them plain text and marked times.

All text that comes from a document goes through `visible`, which keeps characters that hide or
reorder text from doing so; escaping is the template's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from bede.documents import Block, BlockKind
from bede.report.dates.families import family_of
from bede.report.dates.values import DatedDocument
from bede.report.dates.wording import (
    UNKNOWN,
    calendar_in_words,
    kind_in_words,
    notation,
    other_readings,
    when,
    year_in_words,
)
from bede.report.display import visible
from bede.text.timex import ImpossibleDate, Timex

_TOP_LEVEL = 3  # below the title of the page and that of the document
_LOWEST_LEVEL = 6
_UNREAD = (BlockKind.CODE, BlockKind.META)


@dataclass(frozen=True, slots=True)
class Mark:
    """A time as a page shows it, or a date that no calendar has.

    Attributes:
        id: what the links of the page call it, unique on the page.
        text: as the text has it.
        family: name of the family of its class; "impossible" for a date that does not exist.
        kind: its class, in words.
        place: line and column in the file, from 1.
        edtf: its EDTF, or a dash.
        when: its days in words, or why there is no such date.
        details: what else is known, as pairs of a label and a value.
    """

    id: str
    text: str
    family: str
    kind: str
    place: str
    edtf: str
    when: str
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, with the mark on it if there is one."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A block of the document.

    Attributes:
        id: what the links of the page call it.
        level: of a heading as HTML counts them; the depth of a list item; 1 for the heading of a
            column of a table.
        label: the number of a list item or the label of a footnote, or "".
        pieces: its text.
    """

    id: str
    level: int
    label: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Its text without the marks."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring blocks of one kind, in rows: a row of a table has several, any other one."""

    kind: BlockKind
    rows: tuple[tuple[PageBlock, ...], ...]


@dataclass(frozen=True, slots=True)
class PageDocument:
    """A document as a page shows it."""

    id: str
    path: str
    summary: str
    groups: tuple[Group, ...]
    marks: tuple[Mark, ...]

    @property
    def headings(self) -> Iterator[PageBlock]:
        """The headings in their order."""
        for group in self.groups:
            if group.kind is BlockKind.HEADING:
                yield from (row[0] for row in group.rows)


def page_document(dated: DatedDocument, number: int) -> PageDocument:
    """Cut a document into what the page shows.

    Args:
        dated: the document with its times.
        number: which document of the page it is; part of all its ids.
    """
    found = [(mark, _mark(mark, dated, f"d{number}-{n}")) for n, mark in enumerate(dated.marks, 1)]
    placed: list[_Placed] = []
    at = 0
    for index, (block, kind) in enumerate(zip(dated.document.blocks, _kinds(dated), strict=True)):
        after = at
        while after < len(found) and found[after][0].start < block.end:
            after += 1
        shown = _block(block, kind, dated, found[at:after], f"b{number}-{index}")
        placed.append(_Placed(kind, dated.document.position(block.start).line, shown))
        at = after
    return PageDocument(
        id=f"doc{number}",
        path=visible(dated.document.path),
        summary=dated.summary,
        groups=tuple(
            Group(kind, tuple(_rows(kind, list(some))))
            for kind, some in groupby(placed, key=lambda entry: entry.kind)
        ),
        marks=tuple(mark for _, mark in found),
    )


@dataclass(frozen=True, slots=True)
class _Placed:
    kind: BlockKind
    line: int
    block: PageBlock


def _kinds(dated: DatedDocument) -> list[BlockKind]:
    """The kinds of the blocks, where the headings of columns belong to their table."""
    blocks, kinds = dated.document.blocks, [block.kind for block in dated.document.blocks]
    head: int | None = None
    for index in range(len(blocks) - 2, -1, -1):
        line = dated.document.position(blocks[index].start).line
        column = blocks[index].kind is BlockKind.HEADING and not blocks[index].level
        if column and (line == head or blocks[index + 1].kind is BlockKind.TABLE):
            kinds[index], head = BlockKind.TABLE, line
    return kinds


def _rows(kind: BlockKind, placed: Sequence[_Placed]) -> Iterator[tuple[PageBlock, ...]]:
    if kind is not BlockKind.TABLE:
        yield from ((entry.block,) for entry in placed)
        return
    for _, cells in groupby(placed, key=lambda entry: entry.line):
        yield tuple(entry.block for entry in cells)


def _block(
    block: Block,
    kind: BlockKind,
    dated: DatedDocument,
    found: Sequence[tuple[Timex | ImpossibleDate, Mark]],
    name: str,
) -> PageBlock:
    level, label = block.level, visible(block.label or "")
    if kind is BlockKind.TABLE:
        level = int(block.kind is BlockKind.HEADING)
    elif kind is BlockKind.HEADING:
        level = min(max(block.level, 1) + _TOP_LEVEL - 1, _LOWEST_LEVEL)
    if block.kind in _UNREAD:
        source = dated.document.text[block.start : block.end]
        text = "\n".join(visible(line) for line in source.splitlines())
        return PageBlock(name, level, label, (Piece(text),))
    return PageBlock(name, level, label, tuple(_pieces(block, found)))


def _pieces(block: Block, found: Sequence[tuple[Timex | ImpossibleDate, Mark]]) -> Iterator[Piece]:
    at = 0
    for time, mark in found:
        start = prose_offset(block, time.start)
        end = prose_offset(block, time.end - 1) + 1
        if start < at or end <= start:
            continue
        if at < start:
            yield Piece(visible(block.text[at:start]))
        yield Piece(visible(block.text[start:end]), mark)
        at = end
    if at < len(block.text):
        yield Piece(visible(block.text[at:]))


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


def _mark(mark: Timex | ImpossibleDate, dated: DatedDocument, name: str) -> Mark:
    position = dated.document.position(mark.start)
    place, text = f"{position.line}:{position.column}", visible(mark.text)
    if isinstance(mark, ImpossibleDate):
        cause = visible(mark.cause)
        return Mark(name, text, "impossible", "impossible date", place, UNKNOWN, cause, ())
    days = visible(when(mark))
    kind, family = kind_in_words(mark), family_of(mark.kind).name
    return Mark(name, text, family, kind, place, notation(mark), days, tuple(_details(mark)))


def _details(timex: Timex) -> Iterator[tuple[str, str]]:
    yield "EDTF", timex.edtf or UNKNOWN
    yield "TIMEX3", f"{timex.type.value} {timex.value}"
    if timex.span is not None:
        first, last = timex.span.hull
        days = (UNKNOWN if day is None else str(day) for day in (first, last))
        yield "Day numbers", str(first) if first == last else " to ".join(days)
        yield "Calendar", calendar_in_words(timex)
        yield from (("Or", other) for other in other_readings(timex))
    yield "Year", year_in_words(timex)
    if timex.modifier is not None:
        yield "Said with", timex.modifier.replace("-", " ")
    if timex.relation is not None:
        yield "Event", visible(f"{timex.relation.kind} “{timex.relation.text}”")
