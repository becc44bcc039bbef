"""The times of Wikidata as spans: precision, calendars, and what its editors say of their doubts.

Wikidata keeps a date in the calendar that it names beside it, and has no year 0: -0044 is 44 BC.
(Its RDF follows XSD 1.1 instead: there 44 BC is -0043, and Julian days are converted; see
`bede.evidence.sources.wikidata.truthy`.)

The calendar that is named is not to be trusted at the level of days before 1923, since most were
set by programs or by default. A day is kept as it stands only where the calendar is certain: from
1923; Julian before the reform of 1582; and, between the two, in a country that is known to have
kept the calendar that is named. Any other is kept as the stretch of its two readings, with the
reading that Wikidata names as a finer value, which may support a statement but never accuse it.

Sources: Wikidata, Help:Dates, https://www.wikidata.org/wiki/Help:Dates ("The time is saved
internally in the specified calendar model"); Wikibase, JSON data model, "time"; Wikibase,
DateTimeValueCleaner (the year 0 is refused, task T94064).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bede.chronology import Calendar, Span, date_of, day_number, format_edtf
from bede.chronology.policy import (
    REFORM,
    CalendarRegion,
    Reckoning,
    calendar_of_history,
    calendars_at,
)
from bede.errors import ChronologyError
from bede.evidence.importing import When, told_month, told_year, when
from bede.evidence.sources.wikidata.snaks import Json

_TIME = re.compile(r"([+-]?)([0-9]{1,16})-([0-9]{2})-([0-9]{2})T[0-9:]{8}Z?")
_JULIAN = "Q1985786"
_GREGORIAN = "Q1985727"
_LAST_CHANGE = (1923, 3, 1)
"""Greece was the last: 15 February 1923 (Julian) was followed by 1 March."""
_FURTHEST = 9999
_DAY, _MONTH, _YEAR, _DECADE, _CENTURY, _MILLENNIUM = 11, 10, 9, 8, 7, 6
_REMEDY = "correct it in Wikidata"
_REMEMBERED = 32_768  # times come up again and again


@dataclass(frozen=True, slots=True)
class Told:
    """A time as Wikidata tells it.

    Attributes:
        span: all that it can mean.
        exact: the day by the calendar that is named, where that is less than `span`; else None.
        old_style: the day in the Julian calendar, where it is told so after 1582; else None.
        stated: the day number by the calendar that is named, if a day is told.
        julian: whether that calendar is the Julian.
        year: the astronomical year, if the day is its 1 January as Wikidata writes it.
    """

    span: Span
    exact: Span | None = None
    old_style: str | None = None
    stated: int | None = None
    julian: bool = False
    year: int | None = None

    def without_placeholder(self) -> Told:
        """The year alone where 1 January may stand for it; the day is kept as the finer time."""
        if self.year is None:
            return self
        year = replace(
            told_year(self.year),
            approximate=self.span.approximate,
            uncertain=self.span.uncertain,
        )
        return replace(self, span=year, exact=self.exact or self.span, year=None)

    def marked(self, *, circa: bool = False, doubted: bool = False) -> Told:
        """The same, told with less certainty."""
        if not circa and not doubted:
            return self
        span = replace(
            self.span,
            approximate=self.span.approximate or circa,
            uncertain=self.span.uncertain or doubted,
        )
        return replace(self, span=span, exact=None)

    def trusted(self) -> Told:
        """The same, with the calendar that is named taken for the right one."""
        return self if self.exact is None else replace(self, span=self.exact, exact=None)


def read_time(value: Json, places: Sequence[CalendarRegion] = ()) -> Told | None:
    """Read a time value.

    Args:
        value: as Wikibase writes it: time, precision, calendarmodel.
        places: the places whose calendar it may be told in; empty if nobody knows.

    Returns:
        None if it is too coarse for history (ten thousand years and more).

    Raises:
        ChronologyError: there is no such date.
    """
    text, precision = value.get("time"), value.get("precision", _DAY)
    found = _TIME.fullmatch(text) if isinstance(text, str) else None
    if found is None or not isinstance(precision, int):
        raise ChronologyError(f"{str(text)[:40]!r} is no time as Wikidata writes it")
    if precision < _MILLENNIUM:
        return None
    year, month, day = int(found[2]), int(found[3]), int(found[4])
    if year == 0:
        raise ChronologyError("there is no year 0 in Wikidata", remedy=_REMEDY)
    if year > _FURTHEST:
        raise ChronologyError(f"the year {year} is beyond history", remedy=_REMEDY)
    astronomical = 1 - year if found[1] == "-" else year
    if precision >= _DAY and month and day:
        told = _day(astronomical, month, day, str(value.get("calendarmodel", "")), places)
        return replace(told, year=astronomical) if (month, day) == (1, 1) else told
    if precision >= _MONTH and month:
        return Told(told_month(astronomical, month))
    return Told(_years(year, precision, before_christ=found[1] == "-"))


@lru_cache(maxsize=_REMEMBERED)
def _years(year: int, precision: int, *, before_christ: bool) -> Span:
    """A year, or the decade, century or millennium that it stands for.

    Decades are counted by their first digits (the 1880s, the 40s BC), centuries and millennia from
    the year 1: with precision 7, 1900 is the 19th century, as Wikidata shows it.
    """
    if precision == _DECADE:
        first = year - year % 10
        last = first + 9
        first = max(first, 1)
    elif precision in (_CENTURY, _MILLENNIUM):
        length = 100 if precision == _CENTURY else 1000
        last = -(-year // length) * length
        first = last - length + 1
    else:
        first = last = year
    if before_christ:
        first, last = 1 - last, 1 - first
    return Span.within(told_year(first).earliest_begin, told_year(last).latest_end)


def _day(year: int, month: int, day: int, model: str, places: Sequence[CalendarRegion]) -> Told:
    if not model.endswith((_JULIAN, _GREGORIAN)):
        raise ChronologyError(f"{model[-40:]!r} is no calendar that Bede knows")
    is_julian = model.endswith(_JULIAN)
    calendar = Calendar.JULIAN if is_julian else Calendar.GREGORIAN
    stated = day_number(year, month, day, calendar)
    exact = Span.day(stated)
    written = format_edtf(exact, calendar=calendar)
    old_style = written if is_julian and (year, month, day) >= REFORM else None
    if _certain((year, month, day), places, is_julian=is_julian):
        return Told(exact, None, old_style, stated, is_julian)
    other = _other_reading(year, month, day, is_julian=is_julian)
    if other is None:
        return Told(exact, None, old_style, stated, is_julian)
    both = Span.within(min(stated, other), max(stated, other))
    # Before the reform nobody wrote Gregorian: such a day is a slip, or was converted.
    finer = exact if (year, month, day) >= REFORM else None
    return Told(both, finer, None, stated, is_julian)


def _certain(
    told: tuple[int, int, int], places: Sequence[CalendarRegion], *, is_julian: bool
) -> bool:
    if told < REFORM:
        return is_julian
    if told >= _LAST_CHANGE:
        return not is_julian
    named = Reckoning.JULIAN if is_julian else Reckoning.GREGORIAN
    return bool(places) and all(calendars_at(place, *told) == (named,) for place in places)


def _other_reading(year: int, month: int, day: int, *, is_julian: bool) -> int | None:
    calendar = Calendar.GREGORIAN if is_julian else Calendar.JULIAN
    try:
        return day_number(year, month, day, calendar)
    except ChronologyError:  # 29 February 1900 is in the Julian calendar alone
        return None


def between(told: Told | None, earliest: Told | None, latest: Told | None) -> Told | None:
    """A time that the qualifiers "earliest date" and "latest date" bound.

    Args:
        told: the time itself, or None if it is not known.
        earliest: not before this, if anything.
        latest: not after this, if anything.

    Raises:
        ChronologyError: the bounds contradict each other.
    """
    if earliest is None and latest is None:
        return told
    first = earliest.span.earliest_begin if earliest else None
    last = latest.span.latest_end if latest else None
    if told is not None:  # a bound that is missing is that of the time itself
        low, high = told.span.hull
        first = low if first is None else first
        last = high if last is None else last
    return Told(Span.within(first, last))


def interval(begin: Told | None, end: Told | None) -> When | None:
    """A time that has a begin and an end, either of which may be unknown.

    Raises:
        ChronologyError: it ends before it begins.
    """
    ends = _named(begin), _named(end)
    if ends == (None, None):
        return None
    calendar = _calendar(Span.interval(*ends))
    told = [None if one is None else _in_calendar(one, calendar) for one in ends]
    names = ["" if one is None else _edtf(one, calendar) for one in told]
    if None in names or not any(names):
        return None
    return When("/".join(name or ".." for name in names), Span.interval(*told))


def _calendar(span: Span) -> Calendar:
    first, last = span.hull
    known = first if first is not None else last
    return Calendar.GREGORIAN if known is None else calendar_of_history(known)


@lru_cache(maxsize=_REMEMBERED)
def _edtf(span: Span, calendar: Calendar) -> str | None:
    return format_edtf(span, calendar=calendar)


def _in_calendar(span: Span, calendar: Calendar) -> Span | None:
    """The same, or its year, as the calendar of the whole interval names it; None if it has none.

    A month of 1592 is no month of the Julian calendar, in which an interval from 1580 is written.
    """
    if "[" not in (_edtf(span, calendar) or "["):
        return span
    first, last = span.hull
    if first is None or last is None:
        return None
    low, high = date_of(first, calendar).year, date_of(last, calendar).year
    if low != high:
        return None
    year = Span.year(low, calendar)
    return replace(year, approximate=span.approximate, uncertain=span.uncertain)


def _named(told: Told | None) -> Span | None:
    """The least day, month, year or decade that holds all of a time; EDTF has no other ends."""
    if told is None:
        return None
    first, last = told.span.hull
    if first is None or last is None:
        return None
    calendar = calendar_of_history(first)
    if "[" not in (_edtf(told.span, calendar) or "["):
        return told.span
    low, high = date_of(first, calendar), date_of(last, calendar)
    if (low.year, low.month) == (high.year, high.month):
        wide = told_month(low.year, low.month)
    elif low.year == high.year:
        wide = told_year(low.year)
    else:
        return None
    return replace(wide, approximate=told.span.approximate, uncertain=told.span.uncertain)


def single(told: Told) -> When | None:
    """A time that is one stretch, in the two forms that the reference keeps."""
    return _when(told.span, told.old_style)


@lru_cache(maxsize=_REMEMBERED)
def _when(span: Span, old_style: str | None) -> When | None:
    return when(span, old_style=old_style)
