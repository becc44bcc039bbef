"""Durations in calendar units, and what "two years later" can mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bede.chronology.calendar import (
    Calendar,
    date_of,
    day_number,
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
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


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
                f"a duration of {self.count} {self.unit.value}s is negative",
                remedy="give its length, and count back from the day",
            )


def shift(
    day: int,
    duration: Duration,
    *,
    back: bool = False,
    calendar: Calendar = Calendar.GREGORIAN,
) -> tuple[int, int]:
    """The first and last day meant by "N units later", or earlier.

    The precision is that of the unit: the answer is the whole calendar unit that lies N units
    from the one which holds the day. Two years after any day of 1927 is some day of 1929, two
    months after any day of October is some day of December. Weeks run from Monday (ISO 8601),
    decades from a year divisible by ten, centuries from a year ending in 01; decades and
    centuries BC are counted in astronomical years.

    Args:
        day: the day number to count from.
        duration: how far.
        back: count towards the past.
        calendar: whose months and years are meant.
    """
    count = -duration.count if back else duration.count
    date = date_of(day, calendar)
    match duration.unit:
        case Unit.DAY:
            return day + count, day + count
        case Unit.WEEK:
            monday = day - weekday(day) + 7 * count
            return monday, monday + 6
        case Unit.MONTH:
            year, month = divmod(12 * date.year + date.month - 1 + count, 12)
            first = day_number(year, month + 1, 1, calendar)
            return first, last_day_of_month(year, month + 1, calendar)
        case Unit.YEAR:
            return _years(date.year + count, 1, calendar)
        case Unit.DECADE:
            return _years(date.year - date.year % 10 + 10 * count, 10, calendar)
        case Unit.CENTURY:
            return _years(date.year - (date.year - 1) % 100 + 100 * count, 100, calendar)


def _years(first: int, length: int, calendar: Calendar) -> tuple[int, int]:
    return day_number(first, 1, 1, calendar), last_day_of_year(first + length - 1, calendar)
