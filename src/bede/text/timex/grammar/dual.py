"""One day told in two calendars: which of the two dates is Julian, and in which year each is.

Julian dates have been the lower ones since the year 300, so the lower is Julian.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from bede.chronology import Calendar, day_number
from bede.errors import ChronologyError
from bede.text.timex.normal.bounds import year_of
from bede.text.timex.point import Point

MOST_APART = 20
"""Two dates that name their calendars no further apart may be one day, wrongly reckoned (days)."""
_SOME_YEAR = 1850


def paired(
    first: Point,
    twin: Point,
    outer: Calendar | None = None,
    inner: Calendar | None = None,
    *,
    most: int = MOST_APART,
) -> Point | None:
    """Two dates as one day, or None if they have nothing to do with each other.

    Args:
        first: the date told first.
        twin: the other; a year that one of them lacks is found from the other's.
        outer: the calendar that the text names for the first.
        inner: the calendar that it names for the other.
        most: how far from each other they may come out, where no calendar is named (days).
    """
    told = first.year or twin.year
    if told is None:
        return _without_year(first, twin, outer, inner, most)
    calendar = outer or (inner and _other(inner))
    near = (told, told - 1, told + 1)
    years = product((first.year,) if first.year else near, (twin.year,) if twin.year else near)
    best: tuple[int, Point] | None = None
    for mine, other in years:
        for mine_in in (calendar,) if calendar else (Calendar.JULIAN, Calendar.GREGORIAN):
            one = replace(first, year=mine, calendar=mine_in)
            two = replace(twin, year=other, calendar=_other(mine_in), bc=first.bc)
            apart = _apart(one, two)
            if apart is not None and (best is None or apart < best[0]):
                best = apart, replace(one, twin=two)
    if best is None or (best[0] > most and calendar is None):
        return None
    return best[1]


def _without_year(
    first: Point, twin: Point, outer: Calendar | None, inner: Calendar | None, most: int
) -> Point | None:
    """A dual date whose year is told elsewhere; the calendars of 1700 to 2100 are tried."""
    found = paired(replace(first, year=_SOME_YEAR), twin, outer, inner, most=most)
    if found is None or found.twin is None:
        return None
    return replace(found, year=None, twin=replace(found.twin, year=None))


def _other(calendar: Calendar) -> Calendar:
    return Calendar.GREGORIAN if calendar is Calendar.JULIAN else Calendar.JULIAN


def _apart(one: Point, two: Point) -> int | None:
    days = []
    for point in (one, two):
        if point.month is None or point.day is None or point.calendar is None:
            return None
        try:
            days.append(day_number(year_of(point), point.month, point.day, point.calendar))
        except ChronologyError:
            return None
    return abs(days[0] - days[1])
