"""The Roman way of naming days: so many days before the Kalends, Nones or Ides of a month.

The days are counted backwards and inclusively: two days before the Ides of March, the 15th, are
named "the third day before". The month lengths are those of Caesar's reform from 45 BC on, and
the older ones before.

What a Roman called the Ides of March in a year before 45 BC was months away from 15 March as
astronomers count it, because the priests let the year wander. Historians write the Roman name all
the same ("13 July 100 BC"). The span is therefore widened by 120 days and marked approximate:
the greatest difference known is of 119 days (the eclipse of 14 March 190 BC was on a.d. V Id.
Quint., Livy 37.4.4). From 45 BC to AD 8 leap days were misplaced by up to three days; there
historians' dates are these same Roman names, and they are taken as they stand.

Source: E. J. Bickerman, Chronology of the Ancient World, 2nd edition, 1980, chapter 2; A. K.
Michels, The Calendar of the Roman Republic, 1967.
"""

from __future__ import annotations

from enum import StrEnum

from bede.chronology.calendar import (
    MONTH_NAMES,
    Calendar,
    day_number,
    days_in_month,
    is_leap_year,
    year_name,
)
from bede.chronology.span import Span
from bede.errors import ChronologyError

FIRST_JULIAN_YEAR = -44
"""45 BC, the first year of Caesar's calendar (astronomical)."""
WANDERING = 120
"""How far the year had wandered at most before that (days)."""
_LATE_IDES = (3, 5, 7, 10)
_OLD_LENGTHS = (29, 28, 31, 29, 31, 29, 31, 29, 29, 31, 29, 29)
_LEAP_COUNT = 6


class RomanMark(StrEnum):
    """The three days of a month from which the others are counted."""

    KALENDS = "kalends"
    NONES = "nones"
    IDES = "ides"


def roman_day(
    mark: RomanMark, month: int, year: int, *, before: int = 1, twice: bool = False
) -> Span:
    """A day as the Romans named it.

    Args:
        mark: the day counted from.
        month: the month of that day, 1 to 12.
        year: the astronomical year in which the day itself lies.
        before: the count, inclusive: 1 is the day itself, 2 the day before (pridie), 3 "a.d. III".
        twice: the second sixth day before the Kalends of March ("bis sextum").

    Returns:
        The day, Julian; both days that had the same number, for the sixth before the Kalends of
        March in a leap year; a widened stretch before 45 BC.

    Raises:
        ChronologyError: no day of that month was named so.
    """
    if not 1 <= month <= 12:
        raise ChronologyError(f"there is no month {month}: a year has 12 months")
    old = year < FIRST_JULIAN_YEAR
    lies_in = month if mark is not RomanMark.KALENDS or before == 1 else (month - 2) % 12 + 1
    leap = lies_in == 2 and not old and is_leap_year(year, Calendar.JULIAN)
    length = _OLD_LENGTHS[lies_in - 1] if old else days_in_month(year, lies_in, Calendar.JULIAN)
    ides = 15 if lies_in in _LATE_IDES else 13
    name = f"{before} days before the {mark.value.capitalize()} of {MONTH_NAMES[month - 1]}"
    if twice and not (leap and before == _LEAP_COUNT):
        raise ChronologyError(
            f"no day of {year_name(year)} was the second sixth day before the Kalends of March"
        )
    most = {
        RomanMark.NONES: ides - 9,
        RomanMark.IDES: 8,
        RomanMark.KALENDS: (28 if lies_in == 2 else length) - ides + 1,
    }[mark]
    if not 1 <= before <= most:
        raise ChronologyError(
            f"the Romans had no day named {name}: they counted at most {most}",
            remedy="check the number and the month; both ends are counted",
        )
    day = {RomanMark.NONES: ides - 8, RomanMark.IDES: ides}.get(mark, length + 2) - before + 1
    if mark is RomanMark.KALENDS:
        day = 1 if before == 1 else length + 2 - before - (leap and before > _LEAP_COUNT)
    if old:
        return _old_day(year, lies_in, day)
    last = day_number(year, lies_in, day, Calendar.JULIAN)
    doubled = leap and mark is RomanMark.KALENDS and before == _LEAP_COUNT
    return Span.within(last - doubled, last)


def _old_day(year: int, month: int, day: int) -> Span:
    named = day_number(year, month, day, Calendar.JULIAN)
    return Span.within(named - WANDERING, named + WANDERING, approximate=True)
