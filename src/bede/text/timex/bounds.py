"""From a point as told to days: the first and the last day that it can mean.

Conventions. "Early", "mid" and "late" are thirds: of a century by years (34, 33 and 33), of a
decade by years (0–3, 4–6, 7–9, as in "the mid-1920s", 1924–1926), of a year by months (four
each), of a month by days (1–10, 11–20, 21 to the end). They are Bede's own: writers keep no rule.
A season has the months of meteorologists and the days of astronomers, whichever reach further,
in the northern half of the earth; a winter told with one year may be that year's first or last.
A century begins with its year 1 (the 19th: 1801–1900); "the 1800s" are 1800–1899. "The turn of
the century" is the five years on either side.

Calendars. What is told before 15 October 1582 is Julian. From then until 28 February 1923, when
Greece was the last state to give up the Julian calendar for civil dates, an unmarked day, month
or year is read in both: the October Revolution was in November. Decades and centuries are not
worth the difference.
"""

from __future__ import annotations

from dataclasses import replace

from bede.chronology import (
    Calendar,
    astronomical_year,
    date_of,
    day_number,
    days_in_month,
    is_leap_year,
    last_day_of_month,
)
from bede.chronology.easter import FIRST_GREGORIAN_YEAR, easter_sunday
from bede.errors import ChronologyError
from bede.text.timex.lexicon import Share
from bede.text.timex.point import Point, Precision

Days = tuple[int, int]
REFORM = (1582, 10, 15)
LAST_JULIAN_STATE = (1923, 2, 28)
_SEASONS = {21: ((3, 1), (6, 21)), 22: ((6, 1), (9, 23)), 23: ((9, 1), (12, 21))}
_SPRING_COMES = (3, 20)
_LONG = {Precision.CENTURY: 100, Precision.MILLENNIUM: 1000}
_TURN = 5
_LATEST_YEAR = 99_999
_MOST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def readings_of(point: Point) -> tuple[Days, ...]:
    """First and last day of a point in each calendar that it may be told in.

    Args:
        point: a point with its year.

    Returns:
        Pairs of day numbers, the likelier first.

    Raises:
        ChronologyError: there is no such date.
    """
    if point.days is not None:
        return (point.days,)
    year = year_of(point)
    if point.precision is Precision.FEAST:
        return tuple((day, day) for day in _feast(point, year))
    if point.precision is Precision.TURN:
        first, last = day_number(year - _TURN, 1, 1), day_number(year + _TURN, 12, 31)
        return ((first, last),)
    if point.precision is not Precision.DAY:
        return tuple(_unit(point, year, calendar) for calendar in _unit_calendars(point, year))
    if point.month is None or point.day is None:
        raise ValueError("a day without its month: a fault in the grammar of times")
    if point.twin is not None:
        return _dual(point, point.twin)
    told = (year, point.month, point.day)
    days = [day_number(*told, calendar=calendar) for calendar in _calendars(point, told)]
    return tuple((day, day) for day in days)


def _unit_calendars(point: Point, year: int) -> tuple[Calendar, ...]:
    if point.calendar is not None:
        return (point.calendar,)
    if year < REFORM[0]:
        return (Calendar.JULIAN,)
    if point.precision is Precision.FEAST and year < FIRST_GREGORIAN_YEAR:
        return (Calendar.JULIAN,)
    short = point.precision in (Precision.MONTH, Precision.YEAR, Precision.FEAST)
    both = short and (year, point.month or 1) <= LAST_JULIAN_STATE[:2]
    return (Calendar.GREGORIAN, Calendar.JULIAN) if both else (Calendar.GREGORIAN,)


def _calendars(point: Point, told: tuple[int, int, int]) -> tuple[Calendar, ...]:
    if point.calendar is not None:
        return (point.calendar,)
    if told < REFORM:
        return (Calendar.JULIAN,)
    if told > LAST_JULIAN_STATE:
        return (Calendar.GREGORIAN,)
    if told[1:] == (2, 29) and not is_leap_year(told[0]) and is_leap_year(told[0], Calendar.JULIAN):
        raise ChronologyError(
            f"there was no 29 February {told[0]} in the Gregorian calendar",
            remedy="mark the date O.S. if the Julian calendar is meant",
        )
    return (Calendar.GREGORIAN, Calendar.JULIAN)


def _feast(point: Point, year: int) -> tuple[int, ...]:
    """The days of a feast that moves with Easter, in each calendar that may be meant."""
    offset = point.from_easter or 0
    days = [easter_sunday(year, calendar) + offset for calendar in _unit_calendars(point, year)]
    return tuple(dict.fromkeys(days))


def _dual(point: Point, twin: Point) -> tuple[Days, ...]:
    days = []
    for one in (point, twin):
        if one.month is None or one.day is None:
            raise ValueError("a dual date without its month: a fault in the grammar of times")
        calendar = one.calendar or Calendar.GREGORIAN
        days.append((calendar, day_number(year_of(one), one.month, one.day, calendar)))
    days.sort(key=lambda entry: entry[0] is Calendar.JULIAN)
    new, old = days[0][1], days[1][1]
    return ((new, new),) if new == old else ((new, new), (old, old))


def year_of(point: Point) -> int:
    """The astronomical year of a point, or the first year of its decade or century.

    Raises:
        ChronologyError: year 0, or a year beyond what can be meant.
    """
    if point.year is None:
        raise ValueError("a point without its year: a fault in the grammar of times")
    if point.year > _LATEST_YEAR:
        raise ChronologyError(f"the year {point.year} is beyond what Bede counts ({_LATEST_YEAR})")
    if point.precision in _LONG:
        length = _LONG[point.precision]
        return 1 - length * point.year if point.bc else length * (point.year - 1) + 1
    if point.precision is Precision.DECADE and point.bc:
        return astronomical_year(point.year + 9, bc=True)
    return astronomical_year(point.year, bc=point.bc)


def _unit(point: Point, year: int, calendar: Calendar) -> Days:
    if point.precision is Precision.SEASON:
        return _season(point, year, calendar)
    if point.precision is Precision.MONTH:
        return _month(year, point.month or 1, point.share, calendar)
    if point.precision is Precision.YEAR:
        first, last = _portion(12, point.share)
        return day_number(year, first + 1, 1, calendar), last_day_of_month(year, last, calendar)
    count = 10 if point.precision is Precision.DECADE else _LONG.get(point.precision, 100)
    first, last = _portion(count, point.share)
    return day_number(year + first, 1, 1, calendar), day_number(year + last - 1, 12, 31, calendar)


def _portion(count: int, share: Share | None) -> tuple[int, int]:
    """The units of a share as a half-open range; a remainder goes to the earlier parts."""
    if share is None:
        return 0, count
    return -(-count * share.first // share.whole), -(-count * share.last // share.whole)


def _month(year: int, month: int, share: Share | None, calendar: Calendar) -> Days:
    first, last = _portion(30, share)
    end = days_in_month(year, month, calendar)
    last = end if last == 30 else last
    return day_number(year, month, first + 1, calendar), day_number(year, month, last, calendar)


def _season(point: Point, year: int, calendar: Calendar) -> Days:
    if point.season in _SEASONS:
        first, last = _SEASONS[point.season]
        return day_number(year, *first, calendar), day_number(year, *last, calendar)
    begins = year if point.crosses else year - 1
    return day_number(begins, 12, 1, calendar), day_number(year + 1, *_SPRING_COMES, calendar)


def iso_point(point: Point) -> Point:
    """The point as ISO 8601 writes it: from 1582 on in the Gregorian calendar.

    A day that the text marks as Julian, or gives in both calendars, is converted; earlier days
    keep the calendar in which history is written.
    """
    year = year_of(point) if point.precision is Precision.DAY else 0
    if point.precision is not Precision.DAY or point.month is None or point.day is None:
        return point
    if point.twin is not None:
        julian = point.calendar is Calendar.JULIAN
        return replace(point.twin if julian else point, twin=None)
    if point.calendar is not Calendar.JULIAN or (year, point.month, point.day) < REFORM:
        return point
    date = date_of(day_number(year, point.month, point.day, Calendar.JULIAN))
    return replace(point, year=date.year, month=date.month, day=date.day)


def require_day_somewhere(point: Point) -> None:
    """Refuse a day that its month never has, whatever the year, or that its calendar has not.

    Raises:
        ChronologyError: "31 June".
    """
    if point.fault is not None:
        raise ChronologyError(point.fault)
    if not point.month or point.day is None or point.month > len(_MOST_DAYS):
        return
    if not 1 <= point.day <= _MOST_DAYS[point.month - 1]:
        raise ChronologyError(
            f"this month has {_MOST_DAYS[point.month - 1]} days at most, not {point.day}"
        )
