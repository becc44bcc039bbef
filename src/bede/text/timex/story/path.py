"""The steps of a story, and what they cost."""

from __future__ import annotations

from dataclasses import dataclass
from math import log1p
from typing import NamedTuple

from bede.text.timex.point import Expression, Point, Precision
from bede.text.timex.story.memory import Memory, year_number

DAYS_IN_YEAR = 372  # twelve months of 31: an order of days, not a count
_MONTH = 31

Line = tuple[int, int]
"""The first and last place of a time in the order of days."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What the steps of a story cost. Set on the development half of WikiWars (see bench/).

    Attributes:
        forward: for each natural logarithm of months forward.
        furthest: the most that a step forward costs.
        backward: for any step back.
        further_back: for each natural logarithm of months back.
        unmentioned: for a year that changes without being named.
        digression: for a year that is named and then left again.
        astray: for a relative time that is not counted from the digression before it.
        flashback: for a time without "had" or "would" that stays where these have led.
        homecoming: for a time without a year, in the paragraph of a digression, that is not
            part of it.
        fine: by how much more, if the digression tells a day or a month.
        outlook: for a relative time ("next summer") that is left again.
        aside: for a time in brackets that becomes the story.
        outside: for a time without a year outside the years of its heading.
        had: what remains of the cost of a step back after "had".
        fresh: what remains of a cost at the start of a paragraph.
        doubt: readings whose costs differ by less are both kept.
    """

    forward: float = 0.66
    furthest: float = 1.5
    backward: float = 1.0
    further_back: float = 0.58
    unmentioned: float = 0.6
    digression: float = 1.2
    astray: float = 0.5
    flashback: float = 2.0
    homecoming: float = 1.2
    fine: float = 2.0
    outlook: float = 0.4
    aside: float = 1.4
    outside: float = 2.6
    had: float = 0.4
    fresh: float = 0.65
    doubt: float = 0.2


@dataclass(frozen=True, slots=True)
class Told:
    """An expression with what its place in the text says of it.

    Attributes:
        expression: as read.
        heading: it stands in a heading.
        opens: it is the first of its paragraph.
        section: the number of the section, counted by headings.
    """

    expression: Expression
    heading: bool = False
    opens: bool = False
    section: int = 0


@dataclass(frozen=True, slots=True)
class Resolved:
    """An expression as the story gives it.

    Attributes:
        expression: with the years of its points where they are known.
        inherited: whether a year, month or day came from the story.
        rival: another year that fits about as well (astronomical), or None.
    """

    expression: Expression
    inherited: bool = False
    rival: int | None = None


class Path(NamedTuple):
    """One way to read the text so far.

    Attributes:
        cost: what it has cost.
        main: where the story is, in the order of days.
        memory: the times told last, digressions too.
        story: the times told last by the story itself.
        before: the way up to the time before.
        choice: how the last time was read.
        heading: the days of the heading above.
        away: what it costs to leave the digression that the text is in; 0 if it is in none.
        flash: "had" has led the story back, or "would" ahead.
    """

    cost: float
    main: Line | None
    memory: Memory
    story: Memory
    before: Path | None
    choice: Resolved | None
    heading: Line | None = None
    away: float = 0.0
    flash: bool = False


def line_of(point: Point | None) -> Line | None:
    """Where a point lies in the order of days, or None if it is too long to be a step."""
    if point is None or point.year is None or point.short:
        return None
    first = year_number(point) * DAYS_IN_YEAR
    low, high = 0, DAYS_IN_YEAR - 1
    if point.precision is Precision.DAY:
        low = high = ((point.month or 1) - 1) * _MONTH + (point.day or 1) - 1
    elif point.precision is Precision.MONTH:
        low = ((point.month or 1) - 1) * _MONTH
        high = low + _MONTH - 1
    elif point.precision is Precision.SEASON:
        low = 11 * _MONTH if point.season == 24 else (3 * (point.season or 21) - 61) * _MONTH
        low -= DAYS_IN_YEAR if point.season == 24 and not point.crosses else 0
        high = low + 3 * _MONTH - 1
    elif point.precision is Precision.FEAST:
        low, high = 2 * _MONTH, 6 * _MONTH
    elif point.precision is not Precision.YEAR:
        return None
    if point.share is not None:
        size = high - low + 1
        low, high = (
            low + size * point.share.first // point.share.whole,
            low + size * point.share.last // point.share.whole - 1,
        )
    return first + low, first + high


def unnamed_cost(path: Path, line: Line, year: int, told: Told, weigh: Weights) -> float:
    """What it costs to give a time a year that the text does not name there."""
    cost = cost_of(path, line, told, weigh)
    main, heading = path.main, path.heading
    if heading is not None and _apart(line, heading):
        gone = main is not None and _apart(main, heading) and not told.opens
        cost += 0.0 if gone else weigh.outside
    cost += path.away
    if path.flash and not told.expression.lean:
        cost += weigh.flashback
    if main is not None and year not in (main[0] // DAYS_IN_YEAR, main[1] // DAYS_IN_YEAR):
        cost += weigh.unmentioned
    return cost


def _apart(one: Line, two: Line) -> bool:
    return one[1] < two[0] or one[0] > two[1]


def cost_of(path: Path, line: Line, told: Told, weigh: Weights) -> float:
    """What it costs the story to go to these days."""
    main = path.main
    if main is None:
        return 0.0
    cost = 0.0
    if line[0] > main[1]:
        cost = min(weigh.forward * log1p((line[0] - main[1]) / _MONTH), weigh.furthest)
    elif line[1] < main[0]:
        cost = weigh.backward + weigh.further_back * log1p((main[0] - line[1]) / _MONTH)
        if told.expression.lean < 0:
            cost *= weigh.had
    return cost * weigh.fresh if told.opens else cost
