"""Dates with a month of another calendar: "12 Rajab 583 AH", "18 Brumaire Year VIII"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from bede.chronology import Span
from bede.chronology.othercalendars import months_of, stretch
from bede.text.timex.grammar import numbers
from bede.text.timex.grammar.othercalendars.draft import (
    DASHES,
    RANGE_WORDS,
    Draft,
    Spans,
    after_article,
    ends_free,
    starts_free,
    year_number,
)
from bede.text.timex.grammar.othercalendars.marks import calendar_of, form_at, mark_behind
from bede.text.timex.grammar.othercalendars.words import WORLD, CalendarWords, EraMark, Named, Years
from bede.text.timex.point import Context

_FRENCH = "french-republican"
_ADAR, _SECOND_ADAR = 12, 13
_JULIAN_MONTHS = frozenset(["byzantine", "ab-urbe-condita"])


@dataclass(frozen=True, slots=True)
class _Year:
    """A year behind a month, with its mark, or told as the Republic told it."""

    number: int
    end: int
    mark: EraMark | None = None
    republican: bool = False


@dataclass(frozen=True, slots=True)
class _Days:
    first: int
    last: int | None
    end: int
    seam: tuple[int, int] | None = None


def read_month_date(context: Context, words: CalendarWords, index: int) -> Draft | None:
    """A day, some days of one month, or a month of another calendar, with its year."""
    at = after_article(context, index)
    days = _days_before(context, at)
    if days:
        return (
            _foreign(context, words, days)
            or _over_months(context, words, days)
            or _julian(context, words, days)
        )
    month = _month(context, words, at)
    if month is None:
        return None
    behind = month[1]
    inner = numbers.day_of_month(context, after_article(context, behind))
    if inner:
        told = _Days(inner[0], None, inner[1])
        found = _with_year(context, words, month, told, inner[1])
        if found:
            return found
    return _with_year(context, words, month, None, behind)


def _days_before(context: Context, index: int) -> _Days | None:
    if not starts_free(context, index):
        return None
    tokens = context.tokens
    day = numbers.day_of_month(context, index) or numbers.ordinal(context, index)
    if day is None:
        return None
    end, last, seam = day[1], None, None
    if tokens.low(end) in DASHES:
        second = numbers.day_of_month(context, end + 1)
        if second is None or second[0] <= day[0]:
            return None
        seam = (end, end + 1)
        last, end = second
    return _Days(day[0], last, end + 1 if tokens.low(end) == "of" else end, seam)


def _month(context: Context, words: CalendarWords, index: int) -> tuple[Named, int, bool] | None:
    """A month's name: what it can be, the token behind, and whether either Adar is meant."""
    match = words.months.match(context.tokens, index)
    if match is None:
        return None
    named, end = match
    written = context.tokens.between(index, end)
    if written == written.lower():
        named = tuple(one for one in named if words.calendars[one[0]].lower_case)
    if context.tokens.low(end) == "." and context.tokens.glued(end - 1):
        return None
    return (named, end, written.lower() in words.either) if named else None


def _foreign(context: Context, words: CalendarWords, days: _Days) -> Draft | None:
    month = _month(context, words, days.end)
    return month and _with_year(context, words, month, days, month[1])


def _over_months(context: Context, words: CalendarWords, days: _Days) -> Draft | None:
    """Days of two months with one year: "12 Rajab to 3 Shaban 583 AH"."""
    month = _month(context, words, days.end)
    if month is None or days.last is not None:
        return None
    join = month[1]
    if context.tokens.low(join) not in DASHES | RANGE_WORDS:
        return None
    others = _days_before(context, join + 1)
    second = others and _month(context, words, others.end)
    if not others or not second or others.last is not None:
        return None
    shared = {calendar for calendar, _ in month[0]} & {calendar for calendar, _ in second[0]}
    both = tuple(tuple(one for one in named if one[0] in shared) for named in (month[0], second[0]))
    start = _with_year(context, words, (both[0], join, month[2]), days, second[1])
    end = _with_year(context, words, (both[1], second[1], second[2]), others, second[1])
    if start is None or end is None or start.days is None or end.days is None:
        return None
    return Draft(end.end, partial(_between, start.days, end.days), seam=(join, join + 1))


def _between(first: Callable[[], Spans], last: Callable[[], Spans]) -> Spans:
    return first()[0], last()[0]


def _with_year(
    context: Context,
    words: CalendarWords,
    month: tuple[Named, int, bool],
    days: _Days | None,
    index: int,
) -> Draft | None:
    named, _, either = month
    if any(calendar == _FRENCH for calendar, _ in named):
        year = _republican_year(context, words, index)
    else:
        year = _year(context, words, index)
    if year is None:
        return None
    for calendar, number in named:
        if _fits(words, calendar, year, days):
            told = partial(_dated, calendar, year.number, number, days, either)
            return Draft(year.end, told, seam=days.seam if days else None)
    return None


def _fits(words: CalendarWords, calendar: str, year: _Year, days: _Days | None) -> bool:
    if year.republican:
        return True
    rule = words.calendars[calendar]
    if year.mark is None:
        return _inside(year.number, rule.day_years if days else rule.month_years)
    if year.mark.calendar == WORLD:
        return any(era.calendar == calendar and year.number <= era.years[1] for era in words.worlds)
    return year.mark.calendar == calendar and _inside(year.number, year.mark.years)


def _inside(year: int, years: Years) -> bool:
    return years is not None and years[0] <= year <= years[1]


def _year(context: Context, words: CalendarWords, index: int) -> _Year | None:
    """The year behind a month, with a mark of its era before or behind it, if it has one."""
    tokens = context.tokens
    at = index + 1 if tokens.low(index) in (",", "of", "in") else index
    if tokens.low(at) == "the" and tokens.low(at + 1) == "year":
        at += 2
    lead = form_at(context, words, at)
    if lead and lead[0].before:
        at = lead[1]
    number = year_number(context, at)
    if number is None or numbers.era(context, number[1]):
        return None
    if lead:
        return _Year(*number, mark=lead[0])
    behind = mark_behind(context, words, number[1])
    if behind:
        return _Year(number[0], behind[1], mark=behind[0])
    if tokens.low(number[1]) in DASHES and tokens.digits(number[1] + 1):
        return None
    return _Year(*number)


def _republican_year(context: Context, words: CalendarWords, index: int) -> _Year | None:
    """A year as the Republic told it: "Year VIII", "an II", or a bare Roman numeral."""
    tokens = context.tokens
    bracket = tokens.low(index) == "(" and not tokens.glued(index - 1)
    at = index + 1 if bracket or tokens.low(index) == "," else index
    word = words.year_words.match(tokens, at)
    at = word[1] if word else at
    if word and tokens.low(at) == "of" and not words.republic.match(tokens, at):
        return None
    number = numbers.roman(context, at)
    if number is None and word and tokens.low(at - 1) == "year":
        number = year_number(context, at) or numbers.cardinal(context, at)
    if number is None or not ends_free(context, number[1]):
        return None
    if word is None and number[0] == 1 and tokens.low(number[1]).isalpha():
        return None  # "on 9 Thermidor I saw him"
    republic = words.republic.match(tokens, number[1])
    end = republic[1] if republic else number[1]
    if bracket:
        return _Year(number[0], end + 1, republican=True) if tokens.low(end) == ")" else None
    return _Year(number[0], end, republican=True)


def _dated(calendar: str, year: int, month: int, days: _Days | None, either: bool) -> Spans:
    def span(day: int | None) -> Span:
        if not either or len(months_of(calendar, year)) < _SECOND_ADAR or day == 30:
            return stretch(calendar, year, month, day)
        first = stretch(calendar, year, _ADAR, day)
        second = stretch(calendar, year, _SECOND_ADAR, day)
        return Span.within(first.earliest_begin, second.latest_end)

    if days is None:
        return span(None), None
    return span(days.first), None if days.last is None else span(days.last)


def _julian(context: Context, words: CalendarWords, days: _Days) -> Draft | None:
    """A day of a Julian month in a year of another era: "29 May 6961 A.M."."""
    month = numbers.month(context, days.end)
    if month is None:
        return None
    year = _year(context, words, month[1])
    if year is None or year.mark is None:
        return None
    calendar = calendar_of(context, words, month[1], year.mark, year.number)
    if calendar not in _JULIAN_MONTHS:
        return None
    told = partial(_dated, calendar, year.number, month[0], days, False)
    return Draft(year.end, told, seam=days.seam)
