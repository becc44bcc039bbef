"""Every time that a document tells, block after block, read as one story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bede.catalog.calendars import region_named
from bede.chronology import Calendar
from bede.chronology.policy import (
    LAST_JULIAN_STATE,
    REFORM,
    Adoption,
    CalendarRegion,
    Reckoning,
    Stage,
)
from bede.documents import Block, BlockKind, Document
from bede.errors import UsageError
from bede.text.timex import ImpossibleDate, Timex
from bede.text.timex.normal.bounds import NOWHERE, Place
from bede.text.timex.reading import Read, normalised, read_block
from bede.text.timex.story.discourse import tell
from bede.text.timex.story.path import Told

_BESIDE = frozenset({BlockKind.FOOTNOTE, BlockKind.QUOTATION})
_JULIAN_UNTIL_THE_END = (
    Stage(Reckoning.JULIAN, None, LAST_JULIAN_STATE),
    Stage(Reckoning.GREGORIAN, (LAST_JULIAN_STATE[0], LAST_JULIAN_STATE[1] + 1, 1), None),
)
_GREGORIAN_FROM_THE_REFORM = (
    Stage(Reckoning.JULIAN, None, (*REFORM[:2], REFORM[2] - 1)),
    Stage(Reckoning.GREGORIAN, REFORM, None),
)


@dataclass(frozen=True, slots=True)
class DocumentTimes:
    """The times of one document.

    Attributes:
        timexes: the temporal expressions in order, none overlapping; offsets into
            `Document.text` (code points, half-open).
        impossible: the dates that no calendar has, with such offsets.
    """

    timexes: tuple[Timex, ...]
    impossible: tuple[ImpossibleDate, ...]


def place_told(
    place: str | None = None, calendar: str | None = None, *, always: bool = False
) -> Place:
    """What the user says of the calendar of a text, as the readers of dates take it.

    Args:
        place: the place whose calendar the text keeps, by a name that Bede knows ("Russia").
        calendar: "julian" or "gregorian": in which the days are told that have no mark, from 15
            October 1582 to 28 February 1923, when both were in use. It goes before the calendar
            of the place.
        always: the calendar holds before and after these years too.

    Raises:
        UsageError: there is no such place or calendar; the message lists those that are known.
    """
    region = None if place is None else region_named(place)
    if calendar is not None:
        stages = _stages(calendar, always=always)
        # A text that keeps one calendar is told as in a place that kept it.
        region = CalendarRegion(
            name="the text" if region is None else region.name,
            words=(),
            adoptions=(Adoption(stages, ()),),
            year_styles=() if region is None else region.year_styles,
            note="",
        )
    return NOWHERE if region is None else Place(region, guessed=False)


def _stages(name: str, *, always: bool) -> tuple[Stage, ...]:
    wanted = " ".join(name.lower().split())
    if wanted not in set(Calendar):
        raise UsageError(
            f"unknown calendar {' '.join(name.split())[:80]!r} of unmarked days",
            remedy=f"known are {', '.join(Calendar)}",
        )
    if always:
        return (Stage(Reckoning(wanted), None, None),)
    return _JULIAN_UNTIL_THE_END if wanted == Calendar.JULIAN else _GREGORIAN_FROM_THE_REFORM


def read_times_of(
    document: Document, *, place: str | None = None, calendar: str | None = None
) -> DocumentTimes:
    """Find and normalise every temporal expression of a document.

    Args:
        document: as the first stage gives it; headings are read too, code is not.
        place: the place whose calendar the text keeps, by a name that Bede knows ("Russia"); it
            decides between the readings of unmarked days.
        calendar: "julian" or "gregorian", which decides so instead of the place.

    Raises:
        UsageError: there is no such place or calendar; the message lists those that are known.
    """
    return read_times_at(document, place_told(place, calendar))


def read_times_at(document: Document, where: Place) -> DocumentTimes:
    """The same for a place in hand.

    Args:
        document: as the first stage gives it.
        where: as `place_told` gives it.
    """
    blocks = [
        (block, read_block(block.text))
        for block in document.blocks
        if block.is_prose or block.kind is BlockKind.HEADING
    ]
    told = list(_told(blocks))
    resolved = iter(tell(told))
    timexes: list[Timex] = []
    impossible: list[ImpossibleDate] = []
    for block, read in blocks:
        story = ((read.tokens, next(resolved)) for _ in read.expressions)
        for _, value in normalised(story, where):
            if isinstance(value, Timex):
                timexes.append(moved(block, value))
            else:
                impossible.append(_moved_fault(block, value))
    return DocumentTimes(tuple(timexes), tuple(impossible))


def _told(blocks: list[tuple[Block, Read]]) -> Iterator[Told]:
    section = 0
    for block, read in blocks:
        heading = block.kind is BlockKind.HEADING
        section += heading
        for place, expression in enumerate(read.expressions):
            beside = expression.aside or block.kind in _BESIDE
            yield Told(replace(expression, aside=beside), heading, place == 0, section)


def moved(block: Block, timex: Timex) -> Timex:
    """An expression with its places in the document instead of the prose of its block."""
    start, end = block.source_span(timex.start, timex.end)
    relation = timex.relation
    if relation is not None:
        there = block.source_span(relation.start, relation.end)
        relation = replace(relation, start=there[0], end=there[1])
    ends = timex.ends and (moved(block, timex.ends[0]), moved(block, timex.ends[1]))
    return replace(
        timex,
        start=start,
        end=end,
        full_start=block.source(timex.full_start),
        relation=relation,
        ends=ends,
    )


def _moved_fault(block: Block, fault: ImpossibleDate) -> ImpossibleDate:
    start, end = block.source_span(fault.start, fault.end)
    return replace(fault, start=start, end=end)
