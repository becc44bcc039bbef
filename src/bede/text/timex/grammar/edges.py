"""Readers of days that words number: "the fifteenth day of June", "the last day of May"."""

from __future__ import annotations

from dataclasses import replace

from bede.chronology import Calendar, days_in_month
from bede.chronology.policy import REFORM
from bede.text.timex.grammar import numbers
from bede.text.timex.grammar.dated import with_year_behind
from bede.text.timex.grammar.days import LAST_DAY, Tail, before_month, over_link
from bede.text.timex.grammar.years import read_year
from bede.text.timex.point import Context, Found, Point, Precision
from bede.text.timex.words.forms import load_forms


def ordinal_day(context: Context, index: int) -> Found | None:
    """A day in words before its month: "the fifteenth of June", "xxth day of May"."""
    tokens = context.tokens
    day = numbers.ordinal(context, index) or numbers.roman_ordinal(context, index)
    if day is None or not 1 <= day[0] <= LAST_DAY:
        return None
    behind = over_link(context, day[1])
    if tokens.low(day[1]) == "of" or behind > day[1]:
        return before_month(context, day, Tail(day[1]))
    return None


def edge_day(context: Context, index: int) -> Found | None:
    """The first or last day of a month or year: "the last day of May 1453"."""
    tokens, forms = context.tokens, load_forms()
    edge = forms.edges.match(tokens, index)
    if edge is None:
        return None
    last, at = edge
    link = forms.month_links.match(tokens, at)
    at = link[1] if link else at
    month = numbers.month(context, at, short=False)
    if month is None:
        return _edge_of_year(context, at, last=last)
    found = with_year_behind(
        context, month[1], Point(precision=Precision.DAY, month=month[0]), None
    )
    day = _month_end(found.first) if last else 1
    return None if day is None else replace(found, first=replace(found.first, day=day))


def _edge_of_year(context: Context, index: int, *, last: bool) -> Found | None:
    tokens = context.tokens
    at = index + 2 if tokens.between(index, index + 2).lower() == "the year" else index
    year = read_year(context, at)
    if year is None or year.last is not None or year.first.relative or year.first.short:
        return None
    month, day = (12, 31) if last else (1, 1)
    first = replace(year.first, precision=Precision.DAY, month=month, day=day)
    return Found(first, year.end)


def _month_end(point: Point) -> int | None:
    """The last day of a month; of February only if its year is told."""
    month, year = point.month or 1, point.year
    if year is None or point.short:
        return None if month == 2 else days_in_month(1, month, Calendar.JULIAN)
    told = 1 - year if point.bc else year
    calendar = Calendar.GREGORIAN if told > REFORM[0] else Calendar.JULIAN
    return days_in_month(told, month, calendar)
