"""Dates as GEDCOM 5.5.1 and 7 write them.

ABT, EST and CAL make a date approximate. BEF and AFT keep the date itself: those who write "BEF
1850" of a child in the census of 1850 do not mean 31 December 1849. A dual year ("11 FEB
1731/32") before 25 March is a Julian day of the second year: it was written where the year began
on that day. Any other dual year was written in doubt, and may be either. A day
without a calendar is read by `bede.evidence.importing.told_day`: the standard calls it Gregorian,
but most such days were copied from registers as they stood.

Sources: The GEDCOM Standard, Release 5.5.1 (1999), DATE_VALUE; FamilySearch GEDCOM 7.0, section
2.4 "Date" and appendix A "Calendars and Dates".
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from bede.chronology import Calendar, Span, astronomical_year, day_number
from bede.chronology.calendar import MONTH_NAMES
from bede.chronology.othercalendars import OtherCalendar, months_of, stretch
from bede.chronology.policy import REFORM, CalendarRegion
from bede.errors import ChronologyError
from bede.evidence.importing import When, told_day, told_month, told_year, when

_MOST = 100
_NEW_YEAR = (3, 25)
"""The first day of the year in England until 1752."""
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_FRENCH = (
    "VEND", "BRUM", "FRIM", "NIVO", "PLUV", "VENT", "GERM", "FLOR", "PRAI", "MESS", "THER",
    "FRUC", "COMP",
)  # fmt: skip
_HEBREW: Mapping[str, int] = {
    "TSH": 7, "CSH": 8, "KSL": 9, "TVT": 10, "SHV": 11, "ADR": 12, "ADS": 13,
    "NSN": 1, "IYR": 2, "SVN": 3, "TMZ": 4, "AAV": 5, "ELL": 6,
}  # fmt: skip
_CALENDARS = {
    "GREGORIAN": "gregorian",
    "JULIAN": "julian",
    "HEBREW": "hebrew",
    "FRENCH_R": "french",
    "FRENCH R": "french",
}
_ESCAPE = re.compile(r"@#D([A-Z _]{1,20})@\s*")
_WORD = re.compile(r"(GREGORIAN|JULIAN|HEBREW|FRENCH_R|ROMAN|_[A-Z0-9_]{1,20})\s+")
_RANGE = re.compile(r"(?:BET\.?|BETWEEN)\s+(.{1,60}?)\s+AND\s+(.{1,60})")
_PERIOD = re.compile(r"FROM\s+(.{1,60}?)(?:\s+TO\s+(.{1,60}))?")
_ONE = re.compile(r"(ABT|EST|CAL|BEF|AFT|TO|INT)\.?\s+(.{1,80})")
_PHRASE = re.compile(r"\([^()]{0,99}\)")
_DATE = re.compile(
    r"(?:(?:(?P<day>[0-9]{1,2})\s+)?(?P<month>[A-Z]{3,9})\s+)?"
    r"(?P<year>[0-9]{1,5})(?:/(?P<second>[0-9]{2,4}))?\s*(?P<bc>B\.?\s?C\.?(?:E\.?)?)?"
)


def read_date(text: str, region: CalendarRegion | None = None) -> When | None:
    """Read the value of a DATE line.

    Args:
        text: the value.
        region: the place of the happening, if its calendars are known.

    Returns:
        None if it has no date, but is empty or a phrase.

    Raises:
        ChronologyError: it has a date that cannot be read, or that cannot be.
    """
    words = " ".join(text[: 2 * _MOST].split()).upper()
    if len(words) > _MOST:
        raise ChronologyError(f"a date of more than {_MOST} characters")
    if not words or _PHRASE.fullmatch(words):
        return None
    if found := _RANGE.fullmatch(words):
        first, last = (_date(part, region)[0] for part in found.groups())
        approximate = first.approximate or last.approximate
        return when(Span.within(first.hull[0], last.hull[1], approximate=approximate))
    if found := _PERIOD.fullmatch(words):
        begin = _date(found[1], region)[0]
        end = _date(found[2], region)[0] if found[2] else None
        return when(Span.interval(begin, end))
    found = _ONE.fullmatch(words)
    if found is None:
        span, old_style = _date(words, region)
        return when(span, old_style=old_style)
    bare = _PHRASE.sub("", found[2]).strip() if found[1] == "INT" else found[2]
    return when(_qualified(found[1], _date(bare, region)[0]))


def _qualified(word: str, span: Span) -> Span:
    first, last = span.hull
    match word:
        case "ABT" | "EST" | "CAL":
            return Span.within(first, last, approximate=True)
        case "BEF":
            return Span.within(None, last)
        case "AFT":
            return Span.within(first, None)
        case "TO":
            return Span.interval(None, span)
        case _:
            return Span.within(first, last, uncertain=True)


def _date(text: str, region: CalendarRegion | None) -> tuple[Span, str | None]:
    """One date with its calendar, and its Old Style form if it is a Julian day after 1582."""
    calendar = ""
    if found := _ESCAPE.match(text) or _WORD.match(text):
        named = found[1].strip()
        if named not in _CALENDARS:
            raise ChronologyError(f"the calendar {named} is not known")
        calendar, text = _CALENDARS[named], text[found.end() :]
    found = _DATE.fullmatch(text)
    if found is None:
        raise ChronologyError(f"{text[:40]!r} is no date of GEDCOM")
    if calendar in ("hebrew", "french"):
        return _other(calendar, found), None
    year = astronomical_year(int(found["year"]), bc=found["bc"] is not None)
    month = _month(_numbered(_MONTHS), _short(found["month"]))
    day = int(found["day"]) if found["day"] else None
    if found["second"] is None:
        return _told(calendar, year, month, day, region)
    second = _second_year(found, year)
    if month is not None and day is not None and (month, day) < _NEW_YEAR:
        return _told("julian", second, month, day, region)
    one, other = (_told(calendar, each, month, day, region)[0] for each in (year, second))
    return Span.within(one.hull[0], other.hull[1]), None


def _told(
    calendar: str, year: int, month: int | None, day: int | None, region: CalendarRegion | None
) -> tuple[Span, str | None]:
    if day is None or month is None:
        return _unit(calendar, year, month), None
    if calendar == "gregorian":
        return Span.day(day_number(year, month, day)), None
    if calendar == "julian":
        span = Span.day(day_number(year, month, day, Calendar.JULIAN))
        after = (year, month, day) >= REFORM
        return span, f"{year:04}-{month:02}-{day:02}" if after else None
    return told_day(year, month, day, region=region), None


def _unit(calendar: str, year: int, month: int | None) -> Span:
    if calendar != "julian":
        return told_year(year) if month is None else told_month(year, month)
    if month is None:
        return Span.year(year, Calendar.JULIAN)
    return Span.month(year, month, Calendar.JULIAN)


def _second_year(found: re.Match[str], year: int) -> int:
    second = found["second"]
    whole = int(str(year + 1)[: -len(second)] + second) if len(second) < 4 else int(second)
    if found["bc"] or whole != year + 1:
        raise ChronologyError(f"{found['year']}/{second} is no dual year: they must follow on")
    return whole


def _other(calendar: str, found: re.Match[str]) -> Span:
    if found["bc"] or found["second"]:
        raise ChronologyError("a year that this calendar does not have")
    months = _HEBREW if calendar == "hebrew" else _numbered(_FRENCH)
    named = OtherCalendar.HEBREW if calendar == "hebrew" else OtherCalendar.FRENCH_REPUBLICAN
    day = int(found["day"]) if found["day"] else None
    year, month = int(found["year"]), _month(months, found["month"])
    if calendar == "hebrew" and month == _HEBREW["ADS"] and len(months_of(named, year)) < month:
        month = _HEBREW["ADR"]  # the one Adar of a common year is written as either
    return stretch(named, year, month, day)


def _short(month: str | None) -> str | None:
    """Of "JUNE" and "SEPT", which many programs write, what the standard has."""
    if month and any(name.upper().startswith(month) for name in MONTH_NAMES):
        return month[:3]
    return month


def _numbered(names: tuple[str, ...]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names, 1)}


def _month(months: Mapping[str, int], name: str | None) -> int | None:
    if name is None:
        return None
    if name not in months:
        raise ChronologyError(f"{name} is no month of GEDCOM")
    return months[name]
