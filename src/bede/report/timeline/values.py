"""A timeline before it is drawn: what the text says beside what the reference says, in lanes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bede.chronology import Span

Look = Literal[
    "contradicted",
    "error",
    "warning",
    "disputed",
    "supported",
    "note",
    "open",
    "skipped",
    "reference",
    "ghost",
    "life",
    "office",
    "name",
]


@dataclass(frozen=True, slots=True)
class Bar:
    """Something with a time.

    Attributes:
        span: when, in day numbers; open ends are None.
        look: the verdict of what the text says, or what else the bar stands for.
        label: a few words beside it.
        title: all of it, for whoever points at it.
    """

    span: Span
    look: Look
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One statement: when the text has it, and when the reference has it.

    Attributes:
        key: what a page calls its card ("1-c3").
        look: its verdict, or the severity of what faults it.
        name: its words with their time, for a list.
        said: the bar of the text; None if it tells no time.
        known: that of the fact it is compared with, or None.
        ghosts: other values on record for that fact.
        apart: how far the two are from each other, in words; "" if they meet.
        entities: ids of those concerned.
        place: where it stands in the text ("line 3").
    """

    key: str
    look: Look
    name: str
    said: Bar | None
    known: Bar | None
    ghosts: tuple[Bar, ...]
    apart: str
    entities: tuple[str, ...]
    place: str

    @property
    def bars(self) -> Iterator[Bar]:
        """All its bars."""
        if self.said is not None:
            yield self.said
        if self.known is not None:
            yield self.known
        yield from self.ghosts

    @property
    def main(self) -> Bar:
        """The bar of the text; where that tells no time, the one of the reference."""
        return next(self.bars)

    @property
    def begin(self) -> int:
        """The first day that is known of any of its bars."""
        return min(day for bar in self.bars for day in known_days(bar.span))

    @property
    def is_fault(self) -> bool:
        """Whether the text is at fault here, or may be."""
        return self.look in FAULTS


def known_days(span: Span) -> tuple[int, int]:
    """First and last day that are known of a span with at least one of them."""
    bounds = (span.earliest_begin, span.latest_begin, span.earliest_end, span.latest_end)
    days = [day for day in bounds if day is not None]
    return min(days), max(days)


FAULTS = ("contradicted", "error", "warning")
"""The looks of what the text has wrong, or may have."""


@dataclass(frozen=True, slots=True)
class Lane:
    """Somebody or something with all that is told of it.

    Attributes:
        entity: its id, or None where the reference does not know the name.
        kind: person, organisation, state, place, office, happening, work, idea, or "".
        label: its name.
        years: its life in a few signs, or "".
        ground: its life, if on record.
        strips: its offices, or the names that it bore.
        marks: what the text says of it, in the order of time.
    """

    entity: str | None
    kind: str
    label: str
    years: str
    ground: Bar | None
    strips: tuple[Bar, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that is to be drawn of one document.

    Attributes:
        title: of the document.
        first: the first day drawn.
        last: the last.
        view: first and last day of the stretch where most is wrong, or most happens.
        lanes: what is at fault first.
        undated: statements without a time in the text or the reference.
        beyond: statements that stand outside the days that were asked for.
    """

    title: str
    first: int
    last: int
    view: tuple[int, int]
    lanes: tuple[Lane, ...]
    undated: int
    beyond: int = 0

    @property
    def marks(self) -> Iterator[Mark]:
        """All statements, lane by lane."""
        for lane in self.lanes:
            yield from lane.marks
