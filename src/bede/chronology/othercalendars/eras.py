"""Eras that count Julian or Gregorian years, indictions, lunar years and years of reign."""

from __future__ import annotations

from bede.chronology.calendar import (
    MONTH_NAMES,
    Calendar,
    date_of,
    day_number,
    days_in_month,
    historical_year,
)
from bede.chronology.othercalendars.rules import Month, Rule, no_months
from bede.chronology.policy import calendar_of_history
from bede.chronology.span import Span
from bede.errors import ChronologyError

_FAR = 99_999
_BEFORE_ROME = -753  # astronomical year before AUC 1, which is 753 BC
_BEFORE_WORLD = -5509  # year 1 begins in September 5509 BC
_FIRST_OLYMPIAD = -775  # 776 BC
_SELEUCID = -312
_INDICTION_ONE = 312
_CYCLE = 15
_NEW_MOON_YEAR = ((1, 20), (2, 21))


def _city_year(year: int) -> tuple[int, int]:
    first = _BEFORE_ROME + year
    return (
        day_number(first, 1, 1, Calendar.JULIAN),
        day_number(first, 12, 31, Calendar.JULIAN),
    )


def _city_months(year: int) -> tuple[Month, ...]:
    return _julian_months(_BEFORE_ROME + year, range(1, 13))


def _world_year(year: int) -> tuple[int, int]:
    first = _BEFORE_WORLD + year
    return (
        day_number(first, 9, 1, Calendar.JULIAN),
        day_number(first + 1, 8, 31, Calendar.JULIAN),
    )


def _world_months(year: int) -> tuple[Month, ...]:
    first = _BEFORE_WORLD + year
    return _julian_months(first, range(9, 13)) + _julian_months(first + 1, range(1, 9))


def _julian_months(year: int, months: range) -> tuple[Month, ...]:
    return tuple((month, days_in_month(year, month, Calendar.JULIAN)) for month in months)


def _olympic_year(year: int) -> tuple[int, int]:
    first = _FIRST_OLYMPIAD + year - 1
    return (
        day_number(first, 7, 1, Calendar.JULIAN),
        day_number(first + 1, 6, 30, Calendar.JULIAN),
    )


def _seleucid_year(year: int) -> tuple[int, int]:
    first = _SELEUCID + year
    return (
        day_number(first, 10, 1, Calendar.JULIAN),
        day_number(first + 2, 4, 30, Calendar.JULIAN),
    )


def _revolutionary_year(year: int) -> tuple[int, int]:
    return day_number(1916 + year, 11, 7), day_number(1917 + year, 11, 6)


CITY = Rule("ab urbe condita", MONTH_NAMES, (1, _FAR), _city_year, _city_months)
"""Years from the founding of Rome, in the count of Varro: AUC 1 is 753 BC. A year is the Julian
year that historians put for it, though the consuls did not always enter office on 1 January.
Source: E. J. Bickerman, Chronology of the Ancient World, 2nd edition, 1980, chapter 3."""

WORLD = Rule("Byzantine", MONTH_NAMES, (1, _FAR), _world_year, _world_months)
"""The Byzantine era of the world: year 1 began on 1 September 5509 BC. Months are Julian. Source:
V. Grumel, La Chronologie, Paris 1958, part 1."""

OLYMPIC = Rule(
    "Olympic", (), (1, 1200), _olympic_year, no_months, approximate=True
)  # fmt: skip
"""Single years counted from the first Olympic games, summer of 776 BC; see `olympiad`. The games
were held at a full moon of high summer, so 1 July is only about the first day. Source: Bickerman
1980, chapter 3."""

SELEUCID = Rule("Seleucid", (), (1, 2300), _seleucid_year, no_months)
"""The Seleucid era: from autumn 312 BC at Antioch, from spring 311 BC in Babylon. A year is all
that either count can mean, 1 October to the second 30 April after it. Source: Bickerman 1980,
chapter 3."""

REVOLUTION = Rule("Soviet revolutionary", (), (1, 100), _revolutionary_year, no_months)
"""Years of the October Revolution, from 7 November 1917, which was the first day of year 1; so
Soviet wall calendars counted about 1930. Source: "New Soviet Calendar", Sun (Auckland), 7 January
1930, p. 9, which has the 13th year begin in November 1929."""


def olympiad(number: int, year: int | None = None) -> Span:
    """The four years of an Olympiad, or one of them.

    Args:
        number: of the Olympiad; the first began in 776 BC.
        year: 1 to 4, None for all four.

    Returns:
        From 1 July to 30 June, marked approximate (see `OLYMPIC`).

    Raises:
        ChronologyError: there is no such Olympiad, or no such year in one.
    """
    if not 1 <= number <= OLYMPIC.years[1] // 4:
        raise ChronologyError(
            f"there is no Olympiad {number}", remedy="count Olympiads from 1, 776 BC"
        )
    if year is not None and not 1 <= year <= 4:
        raise ChronologyError(f"there is no year {year} in an Olympiad: it has four")
    first, last = (1, 4) if year is None else (year, year)
    before = 4 * (number - 1)
    return Span.within(
        _olympic_year(before + first)[0], _olympic_year(before + last)[1], approximate=True
    )


def indiction_of(day: int) -> int:
    """The indiction of a day, 1 to 15, in the Byzantine reckoning from 1 September.

    Source: Grumel 1958, part 2, chapter 10; the first cycle is counted from 1 September 312.
    """
    date = date_of(day, Calendar.JULIAN)
    begins = date.year if date.month >= 9 else date.year - 1
    return (begins - _INDICTION_ONE) % _CYCLE + 1


def indiction_years(number: int, within: Span) -> tuple[Span, ...]:
    """Every year of an indiction that touches a stretch of time, in order.

    An indiction is the place of a year in a cycle of fifteen; without another date it is one
    year of every fifteen.

    Args:
        number: 1 to 15.
        within: a span with both ends, of at most a thousand years.

    Raises:
        ChronologyError: no such indiction, or a span that is open or too long.
    """
    if not 1 <= number <= _CYCLE:
        raise ChronologyError(f"there is no indiction {number}: a cycle has {_CYCLE} years")
    first, last = within.hull
    if first is None or last is None or last - first > 366_000:
        raise ChronologyError(
            "an indiction needs a stretch of at most a thousand years to be looked for in"
        )
    begins = date_of(first, Calendar.JULIAN).year - 1
    begins += (number - 1 + _INDICTION_ONE - begins) % _CYCLE
    found = []
    while (start := day_number(begins, 9, 1, Calendar.JULIAN)) <= last:
        end = day_number(begins + 1, 8, 31, Calendar.JULIAN)
        if end >= first:
            found.append(Span.within(start, end))
        begins += _CYCLE
    return tuple(found)


def lunar_year(year: int) -> Span:
    """The year of China, and of Japan until 1872, that begins in an astronomical year.

    Its first day is a new moon between 21 January and 21 February (proleptic Gregorian); no table
    of new moons is kept here, so the span reaches from the first day on which the year can have
    begun to the last on which it can have ended, with a day on either side for the meridian.

    Source: H. Aslaksen, The Mathematics of the Chinese Calendar, 2010, section on the new year.
    """
    (first, last) = _NEW_MOON_YEAR
    return Span.within(day_number(year, *first), day_number(year + 1, *last))


def regnal_year(accession: Span | int, number: int, *, calendar: Calendar | None = None) -> Span:
    """The n-th year of a reign, from anniversary to anniversary of the accession.

    Args:
        accession: the day number of the accession, or the span in which it lies.
        number: of the year; the first begins with the accession.
        calendar: in which anniversaries are kept; Julian for an accession before 15 October 1582
            if not given.

    Returns:
        The year; if the accession is a span, from the first day the year can have begun until the
        last on which it can have ended.

    Raises:
        ChronologyError: a number below 1, or an accession that is open.
    """
    if number < 1:
        raise ChronologyError(
            f"there is no regnal year {number}", remedy="the first year of a reign is year 1"
        )
    began = Span.day(accession) if isinstance(accession, int) else accession
    first, last = began.hull
    if first is None or last is None:
        raise ChronologyError("a regnal year needs an accession with both its bounds")
    kept = calendar or calendar_of_history(first)
    return Span.within(
        _anniversary(first, number - 1, kept),
        _anniversary(last, number, kept) - 1,
        approximate=began.approximate,
        uncertain=began.uncertain,
    )


def _anniversary(day: int, years: int, calendar: Calendar) -> int:
    """The same date so many years later; 29 February is kept on 1 March in common years."""
    date = date_of(day, calendar)
    year = date.year + years
    if date.day > days_in_month(year, date.month, calendar):
        return day_number(year, 3, 1, calendar)
    return day_number(year, date.month, date.day, calendar)


def first_year_name(day: int) -> tuple[int, bool]:
    """The year of a day as people count it and whether it is BC, Julian before the reform."""
    return historical_year(date_of(day, calendar_of_history(day)).year)
