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
or year is read in both: the October Revolution was in November. A place whose calendar is known
ranks the two (`bede.chronology.policy`). Decades and centuries are not worth the difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bede.chronology import (
    Calendar,
    astronomical_year,
    date_of,
    day_number,
    days_in_month,
)
from bede.chronology.easter import FIRST_GREGORIAN_YEAR, easter_sunday
from bede.chronology.policy import (
    REFORM,
    CalendarRegion,
    civil_years,
    day_readings,
    unit_calendars,
)
from bede.errors import ChronologyError
from bede.text.timex.point import LATEST_YEAR, Point, Precision
from bede.text.timex.words.lexicon import Share

Days = tuple[int, int]
_SEASONS = {21: ((3, 1), (6, 21)), 22: ((6, 1), (9, 23)), 23: ((9, 1), (12, 21))}
_SPRING_COMES = (3, 20)
_LONG = {Precision.CENTURY: 100, Precision.MILLENNIUM: 1000}
_TURN = 5
_SWEDISH_DAY = (1712, 2, 30)
"""Sweden had it, to fall back into the Julian calendar (`data/calendars/adoption.toml`)."""
_MOST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Place:
    """The place whose calendar a date is told in.

    Attributes:
        region: its calendars, None if no place is known.
        guessed: the text names the place near the date; the user has not said that it is meant.
    """

    region: CalendarRegion | None = None
    guessed: bool = True


NOWHERE = Place()


def readings_of(point: Point, place: Place = NOWHERE) -> tuple[Days, ...]:
    """First and last day of a point in each calendar that it may be told in.

    Args:
        point: a point with its year.
        place: where it is told of; it ranks the readings.

    Returns:
        Pairs of day numbers, the likelier first.

    Raises:
        ChronologyError: there is no such date.
    """
    if point.days is not None:
        return (point.days,)
    year = year_of(point)
    if point.precision is Precision.FEAST:
        return tuple((day, day) for day in _feast(point, year, place))
    if point.precision is Precision.TURN:
        calendar = _unit_calendars(point, year, place)[0]
        first = day_number(year - _TURN, 1, 1, calendar)
        return ((first, day_number(year + _TURN, 12, 31, calendar)),)
    if point.precision is not Precision.DAY:
        calendars = _unit_calendars(point, year, place)
        return tuple(_unit(point, year, calendar) for calendar in calendars)
    if point.month is None or point.day is None:
        raise ValueError("a day without its month: a fault in the grammar of times")
    if point.twin is not None:
        return _dual(point, point.twin)
    days = _days(point, (year, point.month, point.day), place)
    return tuple((day, day) for day in dict.fromkeys(days))


def _unit_calendars(point: Point, year: int, place: Place) -> tuple[Calendar, ...]:
    if point.calendar is not None:
        return (point.calendar,)
    if year < REFORM[0] or (point.precision is Precision.FEAST and year < FIRST_GREGORIAN_YEAR):
        return (Calendar.JULIAN,)
    if point.precision not in (Precision.MONTH, Precision.YEAR, Precision.FEAST):
        return (Calendar.GREGORIAN,)
    calendars = unit_calendars(year, point.month, region=place.region)
    if place.guessed:
        calendars = (Calendar.GREGORIAN, *calendars)
    return tuple(dict.fromkeys(calendars))


def _days(point: Point, told: tuple[int, int, int], place: Place) -> Iterator[int]:
    """The day numbers of a day in each calendar that may be meant, the likelier first."""
    if point.calendar is not None:
        years: tuple[int, ...] = told[:1]
        if place.region is not None and point.calendar is Calendar.JULIAN:
            years = civil_years(place.region, *told, old_style=True)
        for year in years:
            yield day_number(year, *told[1:], calendar=point.calendar)
        return
    for reading in day_readings(*told, region=place.region, converted=place.guessed):
        yield reading.day


def _feast(point: Point, year: int, place: Place) -> tuple[int, ...]:
    """The days of a feast that moves with Easter, in each calendar that may be meant."""
    offset = point.from_easter or 0
    calendars = _unit_calendars(point, year, place)
    days = [easter_sunday(year, calendar) + offset for calendar in calendars]
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
    if point.year > LATEST_YEAR:
        raise ChronologyError(f"the year {point.year} is beyond what Bede counts ({LATEST_YEAR})")
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
        return _month(point, year, calendar)
    if point.precision is Precision.YEAR:
        first, last = _portion(12, point.share)
        final = (year, last, days_in_month(year, last, calendar))
        return _edge(point, (year, first + 1, 1), calendar), _edge(point, final, calendar)
    count = 10 if point.precision is Precision.DECADE else _LONG.get(point.precision, 100)
    first, last = _portion(count, point.share)
    begin, end = (year + first, 1, 1), (year + last - 1, 12, 31)
    return _edge(point, begin, Calendar.GREGORIAN), _edge(point, end, Calendar.GREGORIAN)


def _edge(point: Point, told: tuple[int, int, int], calendar: Calendar) -> int:
    """The first or last day of a unit; one that the reform divides is in both calendars."""
    old = told < REFORM and point.calendar is None
    return day_number(*told, calendar=Calendar.JULIAN if old else calendar)


def _portion(count: int, share: Share | None) -> tuple[int, int]:
    """The units of a share as a half-open range; a remainder goes to the earlier parts."""
    if share is None:
        return 0, count
    return -(-count * share.first // share.whole), -(-count * share.last // share.whole)


def _month(point: Point, year: int, calendar: Calendar) -> Days:
    month = point.month or 1
    first, last = _portion(30, point.share)
    last = days_in_month(year, month, calendar) if last == 30 else last
    begin, end = (year, month, first + 1), (year, month, last)
    return _edge(point, begin, calendar), _edge(point, end, calendar)


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
    if (point.year, point.month, point.day) == _SWEDISH_DAY:
        return
    if not 1 <= point.day <= _MOST_DAYS[point.month - 1]:
        raise ChronologyError(
            f"this month has {_MOST_DAYS[point.month - 1]} days at most, not {point.day}"
        )
