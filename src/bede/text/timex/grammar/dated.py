"""Giving a day or a month the year that stands behind it."""

from __future__ import annotations

from dataclasses import replace

from bede.text.timex.grammar import numbers
from bede.text.timex.grammar.years import year_behind
from bede.text.timex.grammar.yearsigns import counted, is_year, stands_free_after
from bede.text.timex.point import Context, Found, Point, Precision
from bede.text.timex.words.forms import load_forms

CHOICE = "choice"
"""The kind of two dates of which one is meant: "3 or 4 May 1343"."""


def with_year_behind(
    context: Context,
    index: int,
    first: Point,
    last: Point | None,
    seam: tuple[int, int] | None = None,
) -> Found:
    """Give a date the year that stands behind it, over the mark of its calendar.

    Args:
        context: tokens and words.
        index: the token behind the day and the month.
        first: the date, or the first end of a range.
        last: the other end.
        seam: where the ends meet, as in `Found`.
    """
    seam = seam if last is not None else None
    year, calendar = year_behind(context, index), None
    if year is None:
        mark = numbers.calendar_after(context, index)
        year = year_behind(context, mark[1]) if mark else None
        calendar = mark[0] if mark and year else None
    year = year or _linked_year(context, index)
    if year is None:
        return Found(first, index, last, seam)
    told = year.first

    def dated(point: Point) -> Point:
        return replace(
            point,
            year=told.year,
            bc=told.bc,
            era=told.era,
            relative=told.relative,
            short=told.short,
            calendar=calendar or point.calendar,
        )

    return Found(dated(first), year.end, last and dated(last), seam)


def _linked_year(context: Context, index: int) -> Found | None:
    """The year behind words that lead to it: "July in the year 1776"."""
    tokens = context.tokens
    start = index + 1 if tokens.low(index) == "," else index
    link = load_forms().year_links.match(tokens, start)
    if link is None or tokens.digits(link[1]) not in (3, 4):
        return None
    at = link[1]
    if not stands_free_after(context, at + 1) or counted(context, int(tokens.low(at)), at + 1):
        return None
    if link[1] == start + 1 and (tokens.digits(at) != 4 or not is_year(context, at, at + 1)):
        return None
    return Found(Point(precision=Precision.YEAR, year=int(tokens.low(at))), at + 1)
