"""Roman days in prose: "the Ides of March 44 BC", "a.d. III Kal. Apr. 710 AUC"."""

from __future__ import annotations

from functools import partial

from bede.chronology import astronomical_year
from bede.chronology.othercalendars import RomanMark, roman_day
from bede.text.timex.grammar import numbers
from bede.text.timex.grammar.othercalendars.draft import (
    Draft,
    Spans,
    after_article,
    ends_free,
    order,
    starts_free,
    year_number,
)
from bede.text.timex.grammar.othercalendars.marks import form_at, mark_behind
from bede.text.timex.grammar.othercalendars.words import CalendarWords
from bede.text.timex.point import Context, Point, Precision

_CITY = "ab-urbe-condita"
_LAST_YEAR = 1582
_LATE_IDES = (3, 5, 7, 10)


def read_roman_date(context: Context, words: CalendarWords, index: int) -> Draft | None:
    """A day named by the Kalends, Nones or Ides.

    The year is that in which the day itself lies: "a.d. III Kal. Ian. 44 BC" is in December 44 BC.
    Without a year the expression is taken only after "on", and only for the named day itself.
    """
    tokens = context.tokens
    count, twice, at = _count(context, words, index)
    counted = at > after_article(context, index)
    word = tokens.low(at)
    mark = words.roman.marks.get(word)
    if mark is None or (not counted and not starts_free(context, index)):
        return None
    dotted = tokens.low(at + 1) == "." and tokens.glued(at)
    if word in words.roman.bare and not (counted or (dotted and tokens.capital(at))):
        return None
    month = _month(context, words, at + 2 if dotted else at + 1)
    if month is None:
        return None
    year = _year(context, words, month[1])
    if year is None:
        return _without_year(context, index, mark, month, counted)
    return Draft(year[1], partial(_day, mark, month[0], year[0], count, twice))


def _count(context: Context, words: CalendarWords, index: int) -> tuple[int, bool, int]:
    """The count before a mark, whether the day is told twice, and the token of the mark."""
    tokens, roman = context.tokens, words.roman
    start = after_article(context, index)
    at, led = start, False
    if [tokens.low(at + step) for step in range(4)] == ["a", ".", "d", "."]:
        at, led = at + 4, True
    twice = tokens.low(at) in roman.twice
    at = at + 1 if twice else at
    if tokens.low(at) in roman.eve:
        dotted = tokens.low(at + 1) == "." and tokens.glued(at)
        at = at + 2 if dotted else at + 1
        before = roman.before.match(tokens, at)
        return 2, False, before[1] if before else at
    if tokens.low(at) == "eve" and tokens.low(at + 1) == "of" and tokens.low(at + 2) == "the":
        return 2, False, at + 3
    ordered = order(context, at)
    number = numbers.roman(context, at) or ordered or _digits(context, at)
    if number is None or not starts_free(context, at):
        return 1, False, start
    at = number[1]
    if ordered and tokens.low(at) == "day":
        before = roman.before.match(tokens, at + 1)
        return number[0], twice, before[1] if before else start
    before = roman.before.match(tokens, at) if ordered and not led else None
    return number[0], twice, before[1] if before else at


def _digits(context: Context, index: int) -> tuple[int, int] | None:
    if not 0 < context.tokens.digits(index) <= 2:
        return None
    return int(context.tokens.low(index)), index + 1


def _month(context: Context, words: CalendarWords, index: int) -> tuple[int, int] | None:
    tokens = context.tokens
    at = index + 1 if tokens.low(index) == "of" else index
    if not tokens.capital(at):
        return None
    latin = words.roman.months.get(tokens.low(at))
    if latin:
        dotted = tokens.low(at + 1) == "." and tokens.glued(at)
        return latin, at + 2 if dotted else at + 1
    return numbers.month(context, at)


def _year(context: Context, words: CalendarWords, index: int) -> tuple[int, int] | None:
    """The astronomical year behind a month, with an era, ab urbe condita or plain."""
    tokens = context.tokens
    at = index + 1 if tokens.low(index) in (",", "of", "in") else index
    at = after_article(context, at)
    at = at + 1 if tokens.low(at) == "year" else at
    form = form_at(context, words, at)
    era = numbers.era(context, at)
    if form and form[0].calendar == _CITY:
        number = year_number(context, form[1])
        return number and (number[0] - 753, number[1])
    if era and not era[0]:
        number = year_number(context, era[1])
        return number if number and number[0] else None
    number = year_number(context, at)
    if number is None or number[0] == 0:
        return None
    told = numbers.era(context, number[1])
    if told:
        return astronomical_year(number[0], bc=told[0]), told[1]
    behind = mark_behind(context, words, number[1])
    if behind:
        city = behind[0].calendar == _CITY
        return (number[0] - 753, behind[1]) if city else None
    plain = tokens.digits(at) >= 3 and number[0] <= _LAST_YEAR and ends_free(context, number[1])
    return number if plain else None


def _without_year(
    context: Context, index: int, mark: RomanMark, month: tuple[int, int], counted: bool
) -> Draft | None:
    tokens = context.tokens
    before = index - 1 if tokens.low(index - 1) != "the" else index - 2
    if counted or tokens.low(before) != "on" or tokens.digits(month[1]):
        return None
    ides = 15 if month[0] in _LATE_IDES else 13
    day = {RomanMark.KALENDS: 1, RomanMark.NONES: ides - 8, RomanMark.IDES: ides}[mark]
    return Draft(month[1], None, Point(precision=Precision.DAY, month=month[0], day=day))


def _day(mark: RomanMark, month: int, year: int, count: int, twice: bool) -> Spans:
    return roman_day(mark, month, year, before=count, twice=twice), None
