"""Olympiads, and the era years of Japan and China."""

from __future__ import annotations

from functools import partial

from bede.chronology import Span, day_number
from bede.chronology.othercalendars import lunar_year, olympiad
from bede.errors import ChronologyError
from bede.text.timex.grammar.othercalendars.draft import (
    Draft,
    Spans,
    after_article,
    ends_free,
    order,
    starts_free,
    year_number,
)
from bede.text.timex.grammar.othercalendars.marks import year_in_order
from bede.text.timex.grammar.othercalendars.words import CalendarWords, Reign
from bede.text.timex.point import Context

_WINDOW = 12
_YEARS_IN_OLYMPIAD = 4


def read_olympiad(context: Context, words: CalendarWords, index: int) -> Draft | None:
    """An Olympiad or a year of one: "the 87th Olympiad", "Ol. 87.2"."""
    tokens = context.tokens
    if _modern(context, words, index):
        return None
    short = _short_olympiad(context, words, index)
    if short:
        return short
    counted = year_in_order(context, index)
    if counted and tokens.low(counted[1]) == "of":
        whole = _olympiad(context, words, counted[1] + 1)
        if whole is None or not 1 <= counted[0] <= _YEARS_IN_OLYMPIAD:
            return None
        return Draft(whole[1], partial(_olympic, whole[0], counted[0]))
    whole = _olympiad(context, words, index)
    if whole is None or whole[0] < words.olympiad.alone:
        return None
    return Draft(whole[1], partial(_olympic, whole[0], None))


def _modern(context: Context, words: CalendarWords, index: int) -> bool:
    near = context.tokens.lowers
    return any(
        near[at] in words.olympiad.modern
        for at in range(index - _WINDOW, min(index + _WINDOW, len(near)))
    )


def _olympiad(context: Context, words: CalendarWords, index: int) -> tuple[int, int] | None:
    at = after_article(context, index)
    number = order(context, at)
    if number is None or not starts_free(context, at):
        return None
    if context.tokens.low(number[1]) not in words.olympiad.words:
        return None
    if not context.tokens.capital(number[1]) or number[0] > words.olympiad.last:
        return None
    return number[0], number[1] + 1


def _short_olympiad(context: Context, words: CalendarWords, index: int) -> Draft | None:
    tokens = context.tokens
    if tokens.low(index) not in words.olympiad.short or not tokens.capital(index):
        return None
    if tokens.low(index + 1) != "." or not 0 < tokens.digits(index + 2) <= 3:
        return None
    number, end = int(tokens.low(index + 2)), index + 3
    if tokens.low(end) not in (".", ",") or tokens.digits(end + 1) != 1:
        return None
    year = int(tokens.low(end + 1))
    if not 1 <= year <= _YEARS_IN_OLYMPIAD or not 1 <= number <= words.olympiad.last:
        return None
    return Draft(end + 2, partial(_olympic, number, year)) if ends_free(context, end + 2) else None


def _olympic(number: int, year: int | None) -> Spans:
    return olympiad(number, year), None


def read_reign(context: Context, words: CalendarWords, index: int) -> Draft | None:
    """A year of an era of Japan or China: "Meiji 10", "the fifth year of Meiji"."""
    tokens = context.tokens
    counted = year_in_order(context, index)
    if counted:
        head = words.heads.match(tokens, counted[1])
        name = head and _name(context, words, head[1])
        if not name:
            return None
        tail = words.tails.match(tokens, name[1])
        return Draft(tail[1] if tail else name[1], partial(_reigned, name[0], counted[0]))
    name = _name(context, words, index)
    if name is None or not starts_free(context, index):
        return None
    reign, at = name
    told = tokens.low(at) == "year"
    number = year_number(context, at + 1 if told else at)
    if number is None or tokens.glued(at - 1) or not (told or reign.bare):
        return None
    behind = tokens.low(number[1])
    if not 1 <= number[0] <= reign.years or (behind.endswith("s") and len(behind) > 3):
        return None
    return Draft(number[1], partial(_reigned, reign, number[0]))


def _name(context: Context, words: CalendarWords, index: int) -> tuple[Reign, int] | None:
    match = words.reigns.match(context.tokens, index)
    return match if match and context.tokens.capital(index) else None


def _reigned(reign: Reign, number: int) -> Spans:
    if not 1 <= number <= reign.years:
        raise ChronologyError(f"there is no year {number} of an era that had {reign.years}")
    year = reign.first + number - 1
    if year <= reign.lunar_until:
        first, last = lunar_year(year).hull
        if year == reign.lunar_until and reign.lunar_ends is not None:
            last = reign.lunar_ends
    else:
        first, last = day_number(year, 1, 1), day_number(year, 12, 31)
    if number == 1 and reign.begins is not None:
        first = reign.begins
    if number == reign.years and reign.ends is not None:
        last = reign.ends
    return Span.within(first, last), None
