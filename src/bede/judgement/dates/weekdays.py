"""Whether the weekday that a text puts beside a day fits it in a calendar that can be meant.

The seven days run on through every change of calendar, so a weekday decides in which calendar a
day is told: 5 May 1812 was a Tuesday in Paris and a Sunday in Moscow.

Source: C. R. Cheney, revised by M. Jones, A Handbook of Dates for Students of British History,
2000, for the weekday as a test of a date; E. M. Reingold, N. Dershowitz, Calendrical
Calculations, 4th ed., 2018, for the weekday of a day number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bede.catalog import lexicon
from bede.catalog.calendars import regions
from bede.chronology import Calendar, Date, date_of, day_number, days_in_month, weekday, year_name
from bede.chronology.calendar import MONTH_NAMES
from bede.chronology.policy import LAST_JULIAN_STATE, REFORM, Told, civil_years
from bede.judgement.dates.passages import Written, told_day
from bede.text import Timex
from bede.text.timex.words.lexicon import load_lexicon

_WEEK = 7
_DISPUTED = re.compile(r"\bsic\b")


@dataclass(frozen=True, slots=True)
class WeekdayFault:
    """A weekday that does not fit its day.

    Attributes:
        day: the day in words, without its weekday.
        stated: the weekday of the text (Monday is 0).
        right: the calendars in which the day can be meant, the likelier first, each with the
            weekday that the day had there.
        near: the next days before and behind it that have the stated weekday, as the likelier
            calendar names them.
        other_calendar: it fits in the calendar that the text does not name.
        copied: the text tells how a document is dated, and the fault may be the document's.
    """

    day: str
    stated: int
    right: tuple[tuple[Calendar, int], ...]
    near: tuple[Date, Date]
    other_calendar: bool
    copied: bool


def weekday_fault(written: Written) -> WeekdayFault | None:
    """The fault of a day whose weekday fits it in no calendar and no reckoning of years.

    Args:
        written: a date; only a whole day with a weekday beside it can be at fault.
    """
    timex = written.date
    told = told_day(timex, hours=True) if isinstance(timex, Timex) else None
    if not isinstance(timex, Timex) or told is None:
        return None
    stated = weekday_beside(written)
    if stated is None or stated in {weekday(r.earliest_begin or 0) for r in timex.readings}:
        return None
    right = tuple((calendar, day) for calendar, day in _days(told, timex.calendar))
    fits = stated in {weekday(day) for day in _also_possible(told)}
    named = {weekday(day) for _, day in right}
    if not right or (fits and timex.calendar is None) or _is_discussed(written, named):
        return None
    calendar, day = right[0]
    behind = day + (stated - weekday(day)) % _WEEK
    return WeekdayFault(
        day=f"{told[2]} {MONTH_NAMES[told[1] - 1]} {year_name(told[0])}",
        stated=stated,
        right=tuple((calendar, weekday(day)) for calendar, day in right),
        near=(date_of(behind - _WEEK, calendar), date_of(behind, calendar)),
        other_calendar=fits,
        copied=bool(lexicon("dating", "copied") & {w.lower() for w in written.before.split()[-1:]}),
    )


def weekday_beside(written: Written) -> int | None:
    """The weekday that a text puts beside a day, as a number from Monday, 0.

    Args:
        written: a date.

    Returns:
        None if there is none, or if it may belong to another day or to a name ("Black Friday").
    """
    own = [word.strip(".,(").lower() for word in written.place.text.split()]
    at = next((place for place, word in enumerate(own) if word in _weekdays()), None)
    if at is None:
        behind = _behind().match(written.behind)
        return None if behind is None else _weekdays()[behind[1].lower()]
    before = [*written.before.split(), *written.place.text.split()[:at]]
    last = before[-1].strip(",(").lower() if before else ""
    if last in lexicon("dating", "joined") or last in _weekdays() or last in _negators():
        return None
    is_name = len(before) > 1 and before[-1][:1].isupper()
    return None if is_name else _weekdays()[own[at]]


def weekday_name(number: int) -> str:
    """The name of a weekday, Monday for 0."""
    return load_lexicon().weekday_names[number].capitalize()


def days_in_words(one: Date, two: Date) -> str:
    """Two days as a list, what they share told once: "4 and 11 May 1812"."""
    months = [MONTH_NAMES[date.month - 1] for date in (one, two)]
    first = "" if one.month == two.month else f" {months[0]}"
    first += "" if one.year == two.year else f" {year_name(one.year)}"
    return f"{one.day}{first} and {two.day} {months[1]} {year_name(two.year)}"


def _days(told: Told, named: str | None) -> Iterator[tuple[Calendar, int]]:
    """The calendars in which a day can be meant, with its day number in each."""
    calendars = [Calendar.GREGORIAN, Calendar.JULIAN]
    if named is not None:
        calendars = [Calendar(named)]
    elif told < REFORM:
        calendars = [Calendar.JULIAN]
    elif told > LAST_JULIAN_STATE:
        calendars = [Calendar.GREGORIAN]
    for calendar in calendars:
        if told[2] <= days_in_month(*told[:2], calendar):
            yield calendar, day_number(*told, calendar)


def _also_possible(told: Told) -> Iterator[int]:
    """The day in both calendars, and in the other year where some place began the year late."""
    year, month, day = told
    years: dict[int, None] = {year: None}
    calendars: tuple[Calendar, ...] = (Calendar.GREGORIAN,)
    if told <= LAST_JULIAN_STATE:
        calendars = tuple(Calendar)
        for region in regions().values():
            years |= dict.fromkeys(civil_years(region, *told, old_style=True))
    for other in years:
        for calendar in calendars:
            if day <= days_in_month(other, month, calendar):
                yield day_number(other, month, day, calendar)


def _negators() -> frozenset[str]:
    return lexicon("scope", "negators")


def _is_discussed(written: Written, right: set[int]) -> bool:
    """Whether the text itself tells the right weekday, or doubts the date."""
    words = re.findall(r"\w+", f"{written.before} {written.behind}".lower())
    told = {_weekdays()[word] for word in words if word in _weekdays()}
    return bool(told & right) or _DISPUTED.search(written.behind[:20].lower()) is not None


@cache
def _weekdays() -> dict[str, int]:
    """Full and short names of the weekdays -> number from Monday, 0."""
    words = load_lexicon()
    names = list(enumerate(words.weekday_names))
    short = {s: number for number, name in names for s in words.short_weekdays if name[:3] == s[:3]}
    return {name: number for number, name in names} | short


@cache
def _behind() -> re.Pattern[str]:
    """A weekday behind a day: "5 May 1812, a Monday", "5 May 1812 (Monday)", "... was a Monday"."""
    names = "|".join(load_lexicon().weekday_names)
    lead = r"(?:,? (?:which )?(?:was|fell on) an? |, an? |,? \((?:an? )?|, |,? fell on )"
    return re.compile(rf"{lead}({names})(?=[,;.)]|$)", re.IGNORECASE)
