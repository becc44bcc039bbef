"""Durations in calendar units, and what "two years later" can mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from bede.chronology.calendar import (
    Calendar,
    date_of,
    day_number,
    days_in_month,
    last_day_of_month,
    last_day_of_year,
    weekday,
)
from bede.errors import ChronologyError


class Unit(StrEnum):
    """A unit of the calendar."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


_MONTHS: Mapping[Unit, int] = MappingProxyType(
    {
        Unit.MONTH: 1,
        Unit.QUARTER: 3,
        Unit.YEAR: 12,
        Unit.DECADE: 120,
        Unit.CENTURY: 1200,
        Unit.MILLENNIUM: 12_000,
    }
)


@dataclass(frozen=True, slots=True)
class Duration:
    """So many units of the calendar.

    Attributes:
        count: how many, from 0.
        unit: of what.

    Raises:
        ChronologyError: if the count is negative.
    """

    count: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.count < 0:
            raise ChronologyError(
                f"a duration of {self.count} {_plural(self.unit)} is negative",
                remedy="give its length, and count back from the day",
            )


def shift(
    day: int,
    duration: Duration,
    *,
    back: bool = False,
    to_the_day: bool = False,
    calendar: Calendar = Calendar.GREGORIAN,
) -> tuple[int, int]:
    """The first and last day meant by "N units later", or earlier.

    The precision is that of the unit: the answer is the whole calendar unit that lies N units
    from the one which holds the day. Two years after any day of 1927 is some day of 1929, two
    months after any day of October is some day of December. Weeks run from Monday (ISO 8601),
    quarters from January, decades from a year divisible by ten, centuries and millennia from a
    year ending in 01 and 001; the last three are counted in astronomical years where they are BC.

    Args:
        day: the day number to count from.
        duration: how far.
        back: count towards the past.
        to_the_day: count to the same day of the week or month, as in "two years to the day"; a
            day that the month does not have becomes its last ("a year after 29 February").
        calendar: whose months and years are meant.

    Returns:
        Two day numbers; equal ones if `to_the_day`.
    """
    count = -duration.count if back else duration.count
    if to_the_day:
        same = _same_day(day, count, duration.unit, calendar)
        return same, same
    date = date_of(day, calendar)
    match duration.unit:
        case Unit.DAY:
            return day + count, day + count
        case Unit.WEEK:
            monday = day - weekday(day) + 7 * count
            return monday, monday + 6
        case Unit.MONTH:
            return _months(12 * date.year + date.month - 1 + count, 1, calendar)
        case Unit.QUARTER:
            return _months(12 * date.year + (date.month - 1) // 3 * 3 + 3 * count, 3, calendar)
        case Unit.YEAR:
            return _years(date.year + count, 1, calendar)
        case Unit.DECADE:
            return _years(date.year - date.year % 10 + 10 * count, 10, calendar)
        case Unit.CENTURY:
            return _years(date.year - (date.year - 1) % 100 + 100 * count, 100, calendar)
        case Unit.MILLENNIUM:
            return _years(date.year - (date.year - 1) % 1000 + 1000 * count, 1000, calendar)


def _same_day(day: int, count: int, unit: Unit, calendar: Calendar) -> int:
    if unit is Unit.DAY or unit is Unit.WEEK:
        return day + count * (7 if unit is Unit.WEEK else 1)
    date = date_of(day, calendar)
    year, month = divmod(12 * date.year + date.month - 1 + count * _MONTHS[unit], 12)
    last = days_in_month(year, month + 1, calendar)
    return day_number(year, month + 1, min(date.day, last), calendar)


def _months(first: int, length: int, calendar: Calendar) -> tuple[int, int]:
    """A run of months, the first counted from January of the year 0."""
    year, month = divmod(first, 12)
    last_year, last_month = divmod(first + length - 1, 12)
    return (
        day_number(year, month + 1, 1, calendar),
        last_day_of_month(last_year, last_month + 1, calendar),
    )


def _years(first: int, length: int, calendar: Calendar) -> tuple[int, int]:
    return day_number(first, 1, 1, calendar), last_day_of_year(first + length - 1, calendar)


def _plural(unit: Unit) -> str:
    return {Unit.CENTURY: "centuries", Unit.MILLENNIUM: "millennia"}.get(unit, f"{unit.value}s")
