"""Every time that a document tells, block after block, read as one story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

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
from bede.text.memory import Memory
from bede.text.timex import ImpossibleDate, Timex
from bede.text.timex.normal.bounds import NOWHERE, Place
from bede.text.timex.point import Expression
from bede.text.timex.reading import Read, normalised, read_block
from bede.text.timex.story.discourse import tell
from bede.text.timex.story.path import Resolved, Told

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


@dataclass(frozen=True, slots=True)
class BlockTimes:
    """The times of one block as the story of its document resolves them.

    Attributes:
        block: the block.
        read: its temporal expressions as they stand.
        timexes: the same with their values, in order; offsets into the prose of the block.
        told_faults: the dates that no calendar has.
        guessed_faults: such dates of which the story gave a part, so that the text may mean
            another.
    """

    block: Block
    read: Read
    timexes: tuple[Timex, ...]
    told_faults: tuple[ImpossibleDate, ...]
    guessed_faults: tuple[ImpossibleDate, ...]

    @property
    def impossible(self) -> tuple[ImpossibleDate, ...]:
        """Both, in the order of the text."""
        faults = (*self.told_faults, *self.guessed_faults)
        return tuple(sorted(faults, key=lambda fault: fault.start))


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
    found = list(read_blocks_at(document, where))
    timexes = (moved(one.block, timex) for one in found for timex in one.timexes)
    faults = (_moved_fault(one.block, fault) for one in found for fault in one.impossible)
    return DocumentTimes(tuple(timexes), tuple(faults))


def tells_time(block: Block) -> bool:
    """Whether the times of a block are read: headings are, code is not."""
    return block.is_prose or block.kind is BlockKind.HEADING


def read_blocks_at(
    document: Document, where: Place, memory: Memory | None = None
) -> Iterator[BlockTimes]:
    """The same block by block, with offsets into the prose of each.

    Args:
        document: as the first stage gives it.
        where: as `place_told` gives it.
        memory: where what was read is kept, so that a text that was edited is soon read again;
            None for no such thing.
    """
    nothing = Memory(0)
    memory = nothing if memory is None else memory
    blocks = [
        (block, memory.recall("times", block.text, len(block.text), partial(_read, block.text)))
        for block in document.blocks
        if tells_time(block)
    ]
    resolved = iter(_story(blocks, memory))
    for block, (read, _) in blocks:
        timexes: list[Timex] = []
        faults: list[ImpossibleDate] = []
        guessed: list[ImpossibleDate] = []
        for expression in read.expressions:
            story = _in_place(next(resolved), expression)
            make = partial(_value, read, story, where)
            key = (block.text, story)
            value = (
                memory.recall("values", key, _WEIGHT_OF_VALUE, make) if where is NOWHERE else make()
            )
            if isinstance(value, Timex):
                timexes.append(value)
            else:
                (guessed if story.inherited else faults).append(value)
        yield BlockTimes(block, read, tuple(timexes), tuple(faults), tuple(guessed))


_WEIGHT_OF_VALUE = 50  # characters; it keeps about as much memory as so much text

_Bare = tuple[Expression, ...]


def _read(prose: str) -> tuple[Read, _Bare]:
    """The expressions of a block, and what the story needs of them: all but their places."""
    read = read_block(prose)
    return read, tuple(
        replace(expression, start=0, end=0, full_start=0, seam=None, hung=None)
        for expression in read.expressions
    )


def _story(blocks: list[tuple[Block, tuple[Read, _Bare]]], memory: Memory) -> list[Resolved]:
    """The story of the times; one with the same times in the same order was told before."""
    told = list(_told(blocks))
    size = sum(len(block.text) for block, _ in blocks)
    return memory.recall("story", tuple(told), size, lambda: tell(told))


def _in_place(story: Resolved, told: Expression) -> Resolved:
    found = replace(
        story.expression,
        start=told.start,
        end=told.end,
        full_start=told.full_start,
        seam=told.seam,
        hung=told.hung,
    )
    return Resolved(found, story.inherited, story.rival)


def _value(read: Read, story: Resolved, where: Place) -> Timex | ImpossibleDate:
    return next(normalised([(read.tokens, story)], where))[1]


def _told(blocks: list[tuple[Block, tuple[Read, _Bare]]]) -> Iterator[Told]:
    section = 0
    for block, (_, bare) in blocks:
        heading = block.kind is BlockKind.HEADING
        section += heading
        for place, expression in enumerate(bare):
            if block.kind in _BESIDE and not expression.aside:
                expression = replace(expression, aside=True)
            yield Told(expression, heading, place == 0, section)


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
