"""A document cut into what a page shows: blocks, and in them plain text and marked times.

All text that comes from a document goes through `visible`, which keeps characters that hide or
reorder text from doing so; escaping is the template's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bede.documents import Block, BlockKind
from bede.report.blocks import (
    Group,
    page_groups,
    page_kinds,
    page_level,
    prose_offset,
    unread_text,
)
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
class PageDocument:
    """A document as a page shows it."""

    id: str
    path: str
    summary: str
    groups: tuple[Group[PageBlock], ...]
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
    kinds = page_kinds(dated.document)
    shown: list[PageBlock] = []
    at = 0
    for index, (block, kind) in enumerate(zip(dated.document.blocks, kinds, strict=True)):
        after = at
        while after < len(found) and found[after][0].start < block.end:
            after += 1
        shown.append(_block(block, kind, dated, found[at:after], f"b{number}-{index}"))
        at = after
    return PageDocument(
        id=f"doc{number}",
        path=visible(dated.document.path),
        summary=dated.summary,
        groups=tuple(page_groups(dated.document, kinds, shown)),
        marks=tuple(mark for _, mark in found),
    )


def _block(
    block: Block,
    kind: BlockKind,
    dated: DatedDocument,
    found: Sequence[tuple[Timex | ImpossibleDate, Mark]],
    name: str,
) -> PageBlock:
    level, label = page_level(block, kind), visible(block.label or "")
    unread = unread_text(dated.document, block)
    if unread is not None:
        return PageBlock(name, level, label, (Piece(unread),))
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
