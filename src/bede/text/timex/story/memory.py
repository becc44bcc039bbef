"""What a reader remembers of the times told so far, and what "the next day" means to him."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from bede.chronology import (
    Calendar,
    Date,
    astronomical_year,
    date_of,
    day_number,
    historical_year,
    weekday,
)
from bede.chronology.policy import REFORM
from bede.text.timex.point import LATEST_YEAR, Point, Precision, Relative, Unit

_WITH_DAY = frozenset({Precision.DAY})
_WITH_MONTH = frozenset({Precision.DAY, Precision.MONTH})
_WITH_YEAR = _WITH_MONTH | {Precision.SEASON, Precision.YEAR}
_SEASON_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
_YEARS = {Unit.DECADE: 10, Unit.CENTURY: 100}


class Memory(NamedTuple):
    """The points told last, by how finely they were told; each with its year.

    Attributes:
        last: the last of all.
        year: the last whose year is known.
        month: the last whose month is known.
        day: the last that was a day.
        key: what tells two memories apart, cheap to compare.
    """

    last: Point | None = None
    year: Point | None = None
    month: Point | None = None
    day: Point | None = None
    key: tuple[object, ...] = ()

    def told(self, point: Point) -> Memory:
        """The memory after one more point."""
        if point.year is None:
            return self
        precision = point.precision
        day = point if precision in _WITH_DAY else self.day
        told = (precision, point.year, point.bc, point.season, point.month, point.day)
        return Memory(
            point,
            point if precision in _WITH_YEAR else self.year,
            point if precision in _WITH_MONTH else self.month,
            day,
            (told, None if day is None else (day.year, day.bc, day.month, day.day)),
        )


def year_number(point: Point) -> int:
    """The astronomical year of a point with a year (1 BC is 0); 0 for the year 0 itself."""
    year = point.year or 0
    return astronomical_year(year, bc=point.bc) if year else 0


def with_year(point: Point, year: int) -> Point:
    """A point with an astronomical year; a second calendar may be in the year beside it."""
    told, bc = historical_year(year)
    twin = point.twin
    if twin is not None and twin.year is None:
        months = (twin.month or 0) - (point.month or 0)
        other, other_bc = historical_year(year + (1 if months < -6 else -1 if months > 6 else 0))
        twin = replace(twin, year=other, bc=other_bc)
    return replace(point, year=told, bc=bc, relative=None, short=False, twin=twin)


def resolve(point: Point, memory: Memory) -> Point | None:
    """A relative point with its year, month and day, or None if they do not follow.

    Args:
        point: a point with `relative`.
        memory: what was told before it.
    """
    relative = point.relative
    if relative is None:
        return point
    if relative.count is None:
        return None
    if point.month is not None or point.season is not None:  # "May of that year"
        anchor = memory.year
        return anchor and with_year(point, year_number(anchor) + relative.count)
    resolved = _resolved(relative, relative.count, memory)
    if resolved is None or (resolved.year or 0) > LATEST_YEAR:
        return None
    loose = relative.loose and relative.unit in _YEARS
    return replace(
        resolved,
        share=point.share,
        approximate=point.approximate or loose,
        uncertain=point.uncertain,
    )


def _resolved(relative: Relative, count: int, memory: Memory) -> Point | None:
    match relative.unit:
        case Unit.SAME:
            return memory.last and replace(memory.last, share=None, approximate=False)
        case Unit.DAY | Unit.WEEK | Unit.WEEKDAY:
            if memory.month is not memory.day:  # a month was told since, and no day of it
                return _some_day(memory.month) if count == 0 else None
            return _from_day(relative, count, memory.day)
        case Unit.MONTH:
            anchor = memory.month
            return anchor and _month(anchor, count)
        case Unit.NAMED_MONTH | Unit.SEASON:
            return _named(relative, count, memory)
        case Unit.YEAR:
            anchor = memory.year
            return anchor and with_year(
                Point(precision=Precision.YEAR), year_number(anchor) + count
            )
        case Unit.DECADE | Unit.CENTURY:
            return _long(relative, count, memory)


def _month(anchor: Point, count: int) -> Point:
    year, month = divmod(12 * year_number(anchor) + (anchor.month or 1) - 1 + count, 12)
    return with_year(Point(precision=Precision.MONTH, month=month + 1), year)


def _day_of(anchor: Point) -> tuple[int, Calendar] | None:
    """The day number of a day, in the calendar in which it is told."""
    if anchor.month is None or anchor.day is None:
        return None
    year = year_number(anchor)
    old = (year, anchor.month, anchor.day) < REFORM
    calendar = anchor.calendar or (Calendar.JULIAN if old else Calendar.GREGORIAN)
    try:
        return day_number(year, anchor.month, anchor.day, calendar), calendar
    except ValueError:
        return None


def _some_day(month: Point | None) -> Point | None:
    """A day of a month, whichever."""
    if month is None or month.precision is not Precision.MONTH:
        return None
    era = "BC" if month.bc else ""
    return replace(month, label=f"{era}{month.year:04d}-{month.month:02d}-XX", share=None)


def _from_day(relative: Relative, count: int, anchor: Point | None) -> Point | None:
    known = anchor and _day_of(anchor)
    if not anchor or not known:
        return None
    day, calendar = known
    if relative.unit is Unit.WEEKDAY:
        ahead = ((relative.target or 0) - weekday(day)) % 7
        day += ahead if count == 0 else ahead or 7 if count > 0 else (ahead or 7) - 7
    else:
        day += count * (7 if relative.unit is Unit.WEEK else 1)
    date = date_of(day, calendar)
    point = Point(precision=Precision.DAY, month=date.month, day=date.day, calendar=anchor.calendar)
    if relative.unit is Unit.WEEK and not relative.loose:
        return _week(day, date)
    return with_year(point, date.year)


def _week(day: int, date: Date) -> Point:
    """The week of a day, from Monday to Sunday."""
    monday = day - weekday(day)
    thursday = date_of(monday + 3).year
    number = (monday + 3 - day_number(thursday, 1, 1)) // 7 + 1
    year, bc = historical_year(thursday)
    label = f"{'BC' if bc else ''}{year:04d}-W{number:02d}"
    point = Point(precision=Precision.STRETCH, days=(monday, monday + 6), label=label)
    return replace(with_year(point, date.year), label=label)


def _named(relative: Relative, count: int, memory: Memory) -> Point | None:
    """The season or month of a name that comes next, came last, or was meant before."""
    anchor = memory.month or memory.year if count else memory.year
    if memory.year is not None and memory.last is memory.year:
        anchor = memory.year
    target = relative.target
    if anchor is None or target is None:
        return None
    season = relative.unit is Unit.SEASON
    month = _SEASON_MONTHS[target] if season else target
    now = _SEASON_MONTHS.get(anchor.season or 0, anchor.month or 0)
    year = year_number(anchor)
    if count > 0 and (not now or month <= now):
        year += 1
    elif count < 0 and (not now or month >= now):
        year -= 1
    point = Point(
        precision=Precision.SEASON if season else Precision.MONTH,
        season=target if season else None,
        month=None if season else target,
    )
    return with_year(point, year)


def _long(relative: Relative, count: int, memory: Memory) -> Point | None:
    """Decades and centuries: "the following decade" is one, "a decade later" is a year."""
    length = _YEARS[relative.unit]
    if relative.loose:
        anchor = memory.year
        if anchor is None:
            return None
        return with_year(Point(precision=Precision.YEAR), year_number(anchor) + count * length)
    anchor = memory.last
    if anchor is None or anchor.year is None:
        return None
    if relative.unit is Unit.DECADE:
        return _decade(anchor, count)
    return _century(anchor, count)


def _decade(anchor: Point, count: int) -> Point | None:
    if anchor.precision in (Precision.CENTURY, Precision.MILLENNIUM, Precision.HUNDRED):
        return None
    step = -count if anchor.bc else count
    first = (anchor.year or 0) // 10 * 10 + 10 * step
    return None if first < 0 else Point(precision=Precision.DECADE, year=first, bc=anchor.bc)


def _century(anchor: Point, count: int) -> Point | None:
    told = anchor.year or 1
    number = told if anchor.precision is Precision.CENTURY else (told + 99) // 100
    # There is no century 0: one before the first is the first before Christ.
    signed = (1 - number if anchor.bc else number) + count
    bc = signed < 1
    return Point(precision=Precision.CENTURY, year=1 - signed if bc else signed, bc=bc)
