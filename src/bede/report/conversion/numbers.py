"""Dates as numbers: "1917-10-25", "5708-8-5", "-43-3-15", "1917-10", "1917"."""

from __future__ import annotations

import re

from bede.catalog.calendars import region_named
from bede.chronology import Calendar, Span, day_number
from bede.chronology.othercalendars import OtherCalendar, stretch
from bede.chronology.policy import Reckoning, day_readings, reckoned_day, unit_calendars
from bede.errors import ChronologyError, UsageError
from bede.report.conversion.values import Conversion, Reading, Told

_NUMBERS = re.compile(r"([+-]?[0-9]+)(?:-([0-9]+)(?:-([0-9]+))?)?")
_LATEST_YEAR = 99_999
_MOST_DIGITS = 12
"""A number is shown up to this many digits."""


def read_numbers(told: str, source: str | None, place: str | None) -> Conversion | None:
    """Read year, month and day.

    Years of the Gregorian and the Julian calendar are astronomical, as in ISO 8601: -43 is 44 BC.

    Args:
        told: at most a line; of any other form the answer is None.
        source: the calendar, None if the date is not marked.
        place: the place whose calendar ranks the readings of an unmarked date.

    Raises:
        UsageError: there is no such place.
        ChronologyError: there is no such date in the calendar, or at the place.
    """
    match = _NUMBERS.fullmatch(told)
    if match is None:
        return None
    year, month, day = (None if part is None else _number(part) for part in match.groups())
    if year is None:
        return None
    date: Told = (year, month, day)
    region = None if place is None else region_named(place)
    if source in set(OtherCalendar):
        return Conversion(told, (_foreign(source or "", date),))
    _require_year(year)
    if source is not None:
        return Conversion(told, (_read_as(Reckoning(source), date),))
    if month is None or day is None:
        calendars = unit_calendars(year, month, region=region)
        reckonings = tuple(Reckoning(calendar.value) for calendar in calendars)
    else:
        readings = day_readings(year, month, day, region=region)
        reckonings = tuple(reading.reckoning for reading in readings)
    return Conversion(told, tuple(_read_as(reckoning, date) for reckoning in reckonings))


def _number(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ChronologyError(
            f"the number {digits[:_MOST_DIGITS]}… is beyond what Bede counts",
            remedy=f"years reach to {_LATEST_YEAR}",
        )
    return int(digits)


def _require_year(year: int) -> None:
    if year == 0:
        raise ChronologyError(
            "there is no year 0 in the count of years BC and AD",
            remedy='1 BC is followed by AD 1; write 1 BC in words ("15 March 1 BC"); '
            "-1 is 2 BC, as in ISO 8601",
        )
    if abs(year) > _LATEST_YEAR:
        raise ChronologyError(
            f"the year {year} is beyond what Bede counts",
            remedy=f"years reach from -{_LATEST_YEAR} to {_LATEST_YEAR}",
        )


def _foreign(calendar: str, told: Told) -> Reading:
    span = stretch(calendar, *told)
    first, last = span.hull
    if first is None or last is None:
        raise ValueError("a date of another calendar without an end: a fault in its rule")
    return Reading(first, last, calendar, told, approximate=span.approximate)


def _read_as(reckoning: Reckoning, told: Told) -> Reading:
    year, month, day = told
    if month is not None and day is not None:
        number = reckoned_day(reckoning, year, month, day)
        return Reading(number, number, reckoning.value, told)
    if reckoning is Reckoning.SWEDISH:
        raise UsageError(
            "the Swedish calendar is read to the day only",
            remedy="give the day too, or the month in the julian calendar",
        )
    calendar = Calendar(reckoning.value)
    if month is None:
        first, last = day_number(year, 1, 1, calendar), day_number(year, 12, 31, calendar)
    else:
        hull = Span.month(year, month, calendar).hull
        first, last = hull[0] or 0, hull[1] or 0
    return Reading(first, last, reckoning.value, told)
