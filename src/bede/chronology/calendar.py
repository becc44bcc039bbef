"""Day numbers and the two calendars of European history.

A day is the Julian Day Number of its noon (Scaliger 1583, Herschel 1849): an integer without
limits, the same in every calendar. Years inside Bede are astronomical: 1 BC is 0, 44 BC is -43.
Both calendars are proleptic: their rules are applied before they were decreed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bede.errors import ChronologyError

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

# Below this year a bare number is easily read as a day or an age ("19 August 14").
_FIRST_BARE_YEAR = 100


class Calendar(StrEnum):
    """The calendar in which a date is written."""

    GREGORIAN = "gregorian"
    JULIAN = "julian"


@dataclass(frozen=True, slots=True)
class Date:
    """A day as a calendar names it.

    Attributes:
        year: the astronomical year (1 BC is 0).
        month: 1 to 12.
        day: 1 to 31.
    """

    year: int
    month: int
    day: int


def astronomical_year(year: int, *, bc: bool = False) -> int:
    """The astronomical year of a year as people count it.

    Args:
        year: the year, from 1.
        bc: whether it is a year before Christ.

    Raises:
        ChronologyError: for year 0 and for negative years.
    """
    if year < 1:
        raise ChronologyError(
            f"there is no year {year} in the count of years BC and AD",
            remedy="1 BC is followed by AD 1: give a year from 1, and BC where it is meant",
        )
    return 1 - year if bc else year


def historical_year(astronomical: int) -> tuple[int, bool]:
    """The year as people count it, and whether it is BC: 0 gives (1, True)."""
    return (astronomical, False) if astronomical > 0 else (1 - astronomical, True)


def year_name(astronomical: int) -> str:
    """The year as historians write it: "1926", "44 BC", "AD 14" (marked below 100)."""
    year, bc = historical_year(astronomical)
    if bc:
        return f"{year} BC"
    return f"AD {year}" if year < _FIRST_BARE_YEAR else str(year)


def is_leap_year(year: int, calendar: Calendar = Calendar.GREGORIAN) -> bool:
    """Whether the astronomical year has a 29 February in the given calendar."""
    if calendar is Calendar.JULIAN:
        return year % 4 == 0
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int, calendar: Calendar = Calendar.GREGORIAN) -> int:
    """The number of days of a month.

    Raises:
        ChronologyError: if the month is not 1 to 12.
    """
    if not 1 <= month <= 12:
        raise ChronologyError(
            f"there is no month {month}: a year has 12 months",
            remedy="check whether day and month were exchanged",
        )
    leap_day = 1 if month == 2 and is_leap_year(year, calendar) else 0
    return _MONTH_LENGTHS[month - 1] + leap_day


def day_number(
    year: int, month: int = 1, day: int = 1, calendar: Calendar = Calendar.GREGORIAN
) -> int:
    """The Julian Day Number of a date.

    Args:
        year: the astronomical year (1 BC is 0), of any size.
        month: 1 to 12.
        day: 1 to the length of the month.
        calendar: the calendar in which the date is written.

    Raises:
        ChronologyError: if the calendar has no such day.

    Source: E. G. Richards, "Calendars", in S. E. Urban and P. K. Seidelmann (eds), Explanatory
    Supplement to the Astronomical Almanac, 3rd edition, 2013, section 15.11; with floor division
    instead of truncation, so that it holds for all years.
    """
    _require_day(year, month, day, calendar)
    # Years are counted from March, so that the leap day is the last of its year.
    before_march = 1 if month < 3 else 0
    years = year + 4800 - before_march
    months = month + 12 * before_march - 3
    days = day + (153 * months + 2) // 5 + 365 * years + years // 4
    if calendar is Calendar.JULIAN:
        return days - 32083
    return days - years // 100 + years // 400 - 32045


def date_of(day: int, calendar: Calendar = Calendar.GREGORIAN) -> Date:
    """The date of a day number in the given calendar.

    Source: Richards 2013 (see `day_number`), algorithm 3, with floor division.
    """
    shifted = day + 1401
    if calendar is Calendar.GREGORIAN:
        shifted += ((4 * day + 274277) // 146097) * 3 // 4 - 38
    quarter_days = 4 * shifted + 3
    in_year = 5 * ((quarter_days % 1461) // 4) + 2
    month = (in_year // 153 + 2) % 12 + 1
    year = quarter_days // 1461 - 4716 + (14 - month) // 12
    return Date(year, month, (in_year % 153) // 5 + 1)


def last_day_of_month(year: int, month: int, calendar: Calendar = Calendar.GREGORIAN) -> int:
    """The day number of the last day of a month.

    Raises:
        ChronologyError: if the month is not 1 to 12.
    """
    return day_number(year, month, days_in_month(year, month, calendar), calendar)


def last_day_of_year(year: int, calendar: Calendar = Calendar.GREGORIAN) -> int:
    """The day number of 31 December of an astronomical year."""
    return day_number(year, 12, 31, calendar)


def weekday(day: int) -> int:
    """The day of the week in ISO order: Monday is 0, Sunday is 6."""
    return day % 7


def format_date(day: int, calendar: Calendar = Calendar.GREGORIAN) -> str:
    """A day number as historians write it: "14 November 1927", "15 March 44 BC"."""
    date = date_of(day, calendar)
    return f"{date.day} {MONTH_NAMES[date.month - 1]} {year_name(date.year)}"


def _require_day(year: int, month: int, day: int, calendar: Calendar) -> None:
    length = days_in_month(year, month, calendar)
    if 1 <= day <= length:
        return
    name = MONTH_NAMES[month - 1]
    if month == 2 and day == 29:
        raise ChronologyError(
            f"29 February {year_name(year)} does not exist: "
            f"that was no leap year in the {calendar.value.capitalize()} calendar",
            remedy="check the year, and the calendar of the source",
        )
    raise ChronologyError(
        f"{day} {name} {year_name(year)} does not exist: {name} has {length} days",
        remedy="check the day and the month",
    )
