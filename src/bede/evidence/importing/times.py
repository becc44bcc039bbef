"""Times of data sets: days that are told without their calendar, and EDTF for what was found.

A record seldom says in which calendar it tells a day. Two readings are then one stretch of a few
days: it is less exact than the source looks, and accuses nobody of using the other calendar.
"""

from __future__ import annotations

from dataclasses import dataclass

from bede.chronology import Calendar, Span, date_of, day_number, format_edtf, year_name
from bede.chronology.policy import (
    REFORM,
    CalendarRegion,
    Reckoning,
    calendar_of_history,
)
from bede.errors import ChronologyError

_GREAT_CHANGE = (1752, 9, 14)
LAST_GREAT_CHANGE = day_number(*_GREAT_CHANGE)
"""From this day on a place that is not known is taken to write the Gregorian calendar; those who
still wrote the Julian then are known regions."""
_EARLIEST, _LATEST = day_number(-9_999_999), day_number(9999, 12, 31)
"""Years beyond these are no dates of people on earth but slips and stand-ins."""


@dataclass(frozen=True, slots=True)
class When:
    """A time in the two forms that the reference keeps.

    Attributes:
        edtf: in the calendar that history writes: Julian before 15 October 1582.
        span: the same in day numbers.
        old_style: the Julian date if the source gives it after that day, or None.
    """

    edtf: str
    span: Span
    old_style: str | None = None


def when(span: Span, *, old_style: str | None = None) -> When | None:
    """Write a span in EDTF, or the nearest wider span that EDTF can say.

    Args:
        span: the time.
        old_style: the same in the Julian calendar, as the source has it.

    Returns:
        None if nothing is known of the time.

    Raises:
        ChronologyError: its years lie beyond all history.
    """
    first, last = span.hull
    known = first if first is not None else last
    if known is None:
        return None
    for day in (first, last):
        if day is not None and not _EARLIEST <= day <= _LATEST:
            raise ChronologyError(f"{year_name(date_of(day).year)} is no year of history")
    calendar = calendar_of_history(known)
    for one in (span, Span.within(first, last, approximate=span.approximate)):
        edtf = format_edtf(one, calendar=calendar)
        if edtf is not None:
            return When(edtf, one, old_style)
    return None


def told_year(year: int) -> Span:
    """A year as history counts it: of the Julian calendar before 1582.

    Args:
        year: astronomical (1 BC is 0).
    """
    return Span.year(year, _of_unit(year))


def told_month(year: int, month: int) -> Span:
    """A month as history counts it.

    Args:
        year: astronomical.
        month: 1 to 12.

    Raises:
        ChronologyError: there is no such month.
    """
    return Span.month(year, month, _of_unit(year, month))


def told_day(
    year: int, month: int, day: int, *, region: CalendarRegion | None = None, iso: bool = False
) -> Span:
    """A day that is told without its calendar: the stretch of all that it can mean.

    Args:
        year: astronomical.
        month: 1 to 12.
        day: of the month.
        region: the place, if its calendars are known.
        iso: whether it stands in ISO 8601, whose days before 1582 may have been converted.

    Raises:
        ChronologyError: no calendar has that day.
    """
    told = (year, month, day)
    julian = day_number(year, month, day, Calendar.JULIAN)  # it has all days of the Gregorian
    if told < REFORM and not iso:
        return Span.day(julian)
    if (month, day) == (2, 29) and told >= REFORM:
        return _leap_day(year, julian)
    if told < REFORM and (month, day) == (2, 29):
        return Span.day(julian)
    gregorian = day_number(year, month, day)
    if told >= REFORM and _surely_gregorian(told, region):
        return Span.day(gregorian)
    return Span.within(min(julian, gregorian), max(julian, gregorian))


def _leap_day(year: int, julian: int) -> Span:
    """29 February of 1700, 1800 and 1900 is Julian, that of another year may be either."""
    if year % 100 == 0 and year % 400:
        return Span.day(julian)
    if (year, 2, 29) >= _GREAT_CHANGE:
        return Span.day(day_number(year, 2, 29))
    return Span.within(day_number(year, 2, 29), julian)


def _surely_gregorian(told: tuple[int, int, int], region: CalendarRegion | None) -> bool:
    if region is None:
        return told >= _GREAT_CHANGE
    stages = [
        stage for adoption in region.adoptions for stage in adoption.stages if stage.covers(told)
    ]
    return bool(stages) and all(stage.reckoning is Reckoning.GREGORIAN for stage in stages)


def _of_unit(year: int, month: int = 12) -> Calendar:
    return Calendar.JULIAN if (year, month) < REFORM[:2] else Calendar.GREGORIAN
