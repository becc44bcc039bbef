"""The name of a day, or of some days, in each calendar.

Names of months are the first spellings of `data/en/lexicons/calendars.toml`, so that what is
written here is read again by the tagger.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bede.catalog.files import read_toml
from bede.chronology import Calendar, date_of, day_number, year_name
from bede.chronology.calendar import MONTH_NAMES
from bede.chronology.othercalendars import (
    OtherCalendar,
    RomanMark,
    date_in,
    indiction_of,
    months_of,
    roman_day,
    stretch,
)
from bede.chronology.othercalendars.roman import FIRST_JULIAN_YEAR
from bede.chronology.policy import Reckoning, reckoned_date
from bede.errors import ChronologyError, UsageError
from bede.report.conversion.values import Conversion, Reading, Told

ROMAN = "roman"
INDICTION = "indiction"
_CIVIL = (Reckoning.GREGORIAN.value, Reckoning.JULIAN.value, Reckoning.SWEDISH.value)
SOURCES = (*_CIVIL, *(calendar.value for calendar in OtherCalendar))
"""The calendars in which a date can be given as numbers."""
CALENDARS = (*_CIVIL, ROMAN, *SOURCES[len(_CIVIL) :], INDICTION)
"""All in which a day can be named, in the order in which they are shown."""

_COMPLEMENTARY = 13
_FIRST_INDICTION = day_number(312, 9, 1, Calendar.JULIAN)
_LANGUAGE = "en"
_NUMERALS = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X",
    "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX",
)  # fmt: skip
_ORDINALS = ("1st", "2nd", "3rd", "4th", "5th", "6th")
_OLYMPIAD = 4
_ROMAN_MARKS = {RomanMark.KALENDS: "Kal.", RomanMark.NONES: "Non.", RomanMark.IDES: "Id."}


@dataclass(frozen=True, slots=True)
class Name:
    """What a calendar calls a day or some days.

    Attributes:
        text: for people.
        first: year, month and day of the first day as numbers; None for a name without a year.
        last: the same of the last day.
    """

    text: str
    first: Told | None = None
    last: Told | None = None


def calendar_named(name: str, known: tuple[str, ...] = CALENDARS) -> str:
    """The calendar that a user means.

    Args:
        name: its name in any case, with spaces or hyphens.
        known: the names to choose from.

    Raises:
        UsageError: there is none; the message lists those that are known.
    """
    wanted = "-".join(name.lower().split())
    if wanted not in known:
        raise UsageError(
            f"there is no calendar named {' '.join(name.split())[:80]!r}",
            remedy=f"known are {', '.join(known)}",
        )
    return wanted


def name_in(calendar: str, reading: Reading) -> Name:
    """The name of the days of a reading.

    Args:
        calendar: one of `CALENDARS`.
        reading: what is to be named.

    Raises:
        ChronologyError: that calendar does not reach these days, or names single days only.
    """
    first, last = reading.first, reading.last
    if calendar == ROMAN:
        return Name(_roman_name(first, last))
    if calendar == INDICTION:
        return Name(_pair(_indiction(first), _indiction(last)))
    if reading.told is not None and reading.calendar == calendar:
        begin = end = reading.told
        doubt = ""
    else:
        begin, end = _date(calendar, first), _date(calendar, last)
        doubt = _doubt(calendar, begin, first)
    if begin[1] is None and calendar in set(OtherCalendar):
        years = _pair(_era_year(calendar, begin[0], first), _era_year(calendar, end[0], last))
        return Name(years + doubt, begin, end)
    return Name(_range(_parts(calendar, begin), _parts(calendar, end)) + doubt, begin, end)


def require_reached(conversion: Conversion, wanted: Sequence[str]) -> None:
    """Refuse a calendar that has no name for the date, whatever it means.

    Raises:
        ChronologyError: as that calendar says it.
    """
    for calendar in wanted:
        faults = []
        for reading in conversion.readings:
            try:
                name_in(calendar, reading)
            except ChronologyError as fault:
                faults.append(fault)
        if len(faults) == len(conversion.readings):
            raise faults[0]


def _date(calendar: str, day: int) -> Told:
    if calendar in _CIVIL:
        date = reckoned_date(Reckoning(calendar), day)
        return date.year, date.month, date.day
    other = date_in(calendar, day)
    return other.year, other.month, other.day


def _doubt(calendar: str, told: Told, day: int) -> str:
    """What has to be said of the certainty of a converted date."""
    if calendar not in set(OtherCalendar):
        return ""
    span = stretch(calendar, *told)
    if span.approximate:
        return ", about"
    return ", give or take a day" if told[2] is not None and span.hull != (day, day) else ""


def _parts(calendar: str, told: Told) -> tuple[str, ...]:
    """Day, month and year in words; as many as are told."""
    year, month, day = told
    if calendar in _CIVIL:
        named = year_name(year)
    elif calendar == OtherCalendar.FRENCH_REPUBLICAN:
        named = f"Year {_NUMERALS[year - 1]}"
    else:
        named = str(year)
    if month is None:
        return (named,)
    if calendar == OtherCalendar.FRENCH_REPUBLICAN and month == _COMPLEMENTARY:
        days = "complementary days" if day is None else "complementary day"
        return (named, days) if day is None else (named, days, _ORDINALS[day - 1])
    parts = (named, _month_name(calendar, year, month))
    return parts if day is None else (*parts, str(day))


def _range(begin: tuple[str, ...], end: tuple[str, ...]) -> str:
    """Two dates without saying a month or a year twice; their parts from the year downwards."""
    whole = " ".join(reversed(end))
    if begin == end:
        return whole
    shared = next(at for at in range(len(begin)) if begin[at] != end[at])
    short = " ".join(reversed(begin[shared:]))
    return f"{short}–{whole}" if shared == 2 else f"{short} – {whole}"


def _pair(begin: str, end: str) -> str:
    return begin if begin == end else f"{begin} – {end}"


def _month_name(calendar: str, year: int, month: int) -> str:
    if calendar in _CIVIL:
        return MONTH_NAMES[month - 1]
    kind = _words().get(calendar, {})
    spellings = kind.get("months")
    if spellings is None:  # an era that counts Julian years
        return MONTH_NAMES[month - 1]
    names = spellings[month - 1]
    if len(months_of(calendar, year)) < len(spellings):
        return str(names[0])
    # In a leap year the plain name could be either of two months.
    either = kind.get("either", ())
    return str(next(name for name in names if name not in either))


def _era_year(calendar: str, year: int, day: int) -> str:
    """A year of an era that counts no months."""
    if calendar == OtherCalendar.OLYMPIC:
        olympiad, place = divmod(year - 1, _OLYMPIAD)
        return f"Olympiad {olympiad + 1}, year {place + 1}"
    earlier = stretch(calendar, year - 1).hull[1] if year > 1 else None
    # The years of the Seleucid era overlap, for it was counted in two ways.
    return f"year {year}" if earlier is None or earlier < day else f"year {year - 1} or {year}"


def _indiction(day: int) -> str:
    if day < _FIRST_INDICTION:
        raise ChronologyError("indictions are counted from 1 September 312")
    return f"year {indiction_of(day)}"


def _roman_name(first: int, last: int) -> str:
    """A day as the Romans abbreviated it, by what `roman_day` says of each such name."""
    date = date_of(first, Calendar.JULIAN)
    if first != last or date.year < FIRST_JULIAN_YEAR:
        raise ChronologyError(
            "the Romans named single days, and these are known from 45 BC, when Caesar mended the "
            "calendar"
        )
    following = date.month % 12 + 1
    marks = (
        (RomanMark.KALENDS, date.month),
        (RomanMark.NONES, date.month),
        (RomanMark.IDES, date.month),
        (RomanMark.KALENDS, following),
    )
    for mark, month in marks:
        for before in range(1, len(_NUMERALS) + 1):
            try:
                days = roman_day(mark, month, date.year, before=before).hull
            except ChronologyError:
                break
            if first in days:
                return _roman_words(mark, month, before)
    raise ValueError(f"no Roman name for the day {first}: a fault in the Roman calendar")


def _roman_words(mark: RomanMark, month: int, before: int) -> str:
    latin = read_toml(f"{_LANGUAGE}/lexicons/calendars.toml")["kinds"][ROMAN]["latin_months"]
    named = f"{_ROMAN_MARKS[mark]} {latin[month - 1][0]}."
    if before == 1:
        return named
    return f"pridie {named}" if before == 2 else f"a.d. {_NUMERALS[before - 1]} {named}"


@cache
def _words() -> dict[str, dict[str, Any]]:
    """The words of each calendar that has some, by its name."""
    kinds = read_toml(f"{_LANGUAGE}/lexicons/calendars.toml")["kinds"]
    return {kind["calendar"]: kind for kind in kinds.values() if "calendar" in kind}
