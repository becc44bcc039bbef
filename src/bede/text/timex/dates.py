"""Readers of single dates: days and months; `read_core` tries these and all others in turn.

A date may come back without its year, when the words leave it to the context or to the other end
of a range.
"""

from __future__ import annotations

from dataclasses import replace

from bede.text.timex import numbers
from bede.text.timex.feasts import read_feast
from bede.text.timex.othercalendars import impossible_other_date, read_other_calendar
from bede.text.timex.point import Context, Found, Point, Precision, Relative, Unit
from bede.text.timex.relatives import read_relative
from bede.text.timex.templates import load_phrasebook
from bede.text.timex.units import (
    read_century,
    read_decade,
    read_named_decade,
    read_season,
    read_turn,
)
from bede.text.timex.years import read_short_year, read_year, year_behind
from bede.text.timex.yearsigns import counted, stands_free_after


def read_core(
    context: Context, index: int, *, loose: bool = False, parted: bool = False
) -> Found | None:
    """Read one date, or one range that shares a month ("12–14 November 1927").

    Args:
        context: tokens and words.
        index: where it begins.
        loose: it ends a range, so that a bare number needs no sign to be a year.
        parted: a part of it stands before ("the end of").

    Returns:
        The points and the token behind them, or None.
    """
    tokens, words = context.tokens, context.words
    token = tokens.low(index)
    if index in context.elsewhere:
        found = _read_elsewhere(context, index)
        if found:
            return found
    feast = read_feast(context, index, loose=loose)
    if feast:
        return replace(feast, kind="feast")
    if token in words.weekdays or token in words.short_weekdays:
        return _after_weekday(context, index)
    mark = numbers.calendar_mark(context, index)
    if mark:
        found = _day_first(context, mark[1]) or _month_first(context, mark[1])
        return found and Found(replace(found.first, calendar=mark[0]), found.end)
    relative = None if tokens.digits(index) else read_relative(context, index, parted=parted)
    if relative:
        return relative
    if tokens.digits(index):
        return (
            _iso(context, index)
            or _day_first(context, index)
            or read_century(context, index)
            or read_decade(context, index)
            or read_named_decade(context, index)
            or read_relative(context, index)
            or read_year(context, index, loose=loose)
        )
    if token in words.months or token in words.short_months:
        return _month_first(context, index)
    if token in words.ordinals or token in words.tens:
        found = read_century(context, index) or _ordinal_day(context, index)
        if found:
            return found
    if token in words.seasons:
        return read_season(context, index)
    return (
        read_turn(context, index)
        or read_named_decade(context, index)
        or read_century(context, index)
        or read_short_year(context, index)
        or read_year(context, index, loose=loose)
    )


def _read_elsewhere(context: Context, index: int) -> Found | None:
    """A date of another calendar, or one that it has not."""
    found = read_other_calendar(context, index)
    if found:
        return replace(found, kind="calendar")
    fault = impossible_other_date(context, index)
    if fault is None:
        return None
    return Found(Point(precision=Precision.DAY, fault=fault[1]), fault[0], kind="calendar")


def _after_weekday(context: Context, index: int) -> Found | None:
    behind = index + 1
    while context.tokens.low(behind) in (",", ".", "the") and behind < index + 4:
        behind += 1
    found = _day_first(context, behind) or _ordinal_day(context, behind)
    if found is None and (month := _month_first(context, behind)) and month.first.day:
        found = month
    return found or _weekday_alone(context, index)


def _weekday_alone(context: Context, index: int) -> Found | None:
    """A day of the week and no more, behind a word that makes it a time: "on Friday"."""
    tokens, words = context.tokens, context.words
    name = tokens.low(index)
    if name not in words.weekdays or not tokens.capital(index) or tokens.capital(index + 1):
        return None
    if tokens.low(index - 1) not in ("on", "by", "until", "till", "since", "before", "after"):
        return None
    target = words.weekday_names.index(name)
    relative = Relative(unit=Unit.WEEKDAY, count=1, target=target)
    return Found(Point(precision=Precision.DAY, relative=relative), index + 1)


def read_day_alone(context: Context, index: int) -> Found | None:
    """A day of a month told before: the "14th" of "on the 14th"."""
    tokens = context.tokens
    day = numbers.ordinal(context, index)
    if day is None or tokens.low(index - 1) != "the" or not 1 <= day[0] <= 31:
        return None
    if tokens.low(index - 2) not in ("on", "by", "until", "till", "since", "of", "from"):
        return None
    behind = tokens.low(day[1])
    if behind[:1].isalpha() and behind not in load_phrasebook().closers:
        return None
    return Found(Point(precision=Precision.DAY, day=day[0]), day[1])


def _iso(context: Context, index: int) -> Found | None:
    tokens = context.tokens
    if tokens.digits(index) != 4 or not (tokens.glued(index) and tokens.low(index + 1) == "-"):
        return None
    if not (tokens.glued(index + 1) and tokens.digits(index + 2) == 2):
        return None
    if index and tokens.glued(index - 1) and tokens.low(index - 1) not in "([\"'“‘":
        return None
    year, month = int(tokens.low(index)), int(tokens.low(index + 2))
    if (
        tokens.glued(index + 2)
        and tokens.low(index + 3) == "-"
        and tokens.glued(index + 3)
        and tokens.digits(index + 4) == 2
        and stands_free_after(context, index + 5)
    ):
        day = int(tokens.low(index + 4))
        return Found(Point(precision=Precision.DAY, year=year, month=month, day=day), index + 5)
    # "1905-07" is a range of years; "1914-05" can only be a month.
    if 1 <= month <= 12 and month <= year % 100 and stands_free_after(context, index + 3):
        return Found(Point(precision=Precision.MONTH, year=year, month=month), index + 3)
    return None


def _day_first(context: Context, index: int) -> Found | None:
    tokens, words = context.tokens, context.words
    day = numbers.day_of_month(context, index)
    if day is None or _inside_number(context, index):
        return None
    behind, last, seam = day[1], None, None
    if tokens.low(behind) in words.dashes | words.range_words | words.between:
        last = numbers.day_of_month(context, behind + 1)
        if last and last[0] < day[0] and not tokens.glued(behind):
            return None  # "Session 15 – 6 July": a number that counts something else
        seam = (day[1], behind + 1)
        behind = last[1] if last else behind
    if tokens.low(behind) == "of":
        behind += 1
    month = numbers.month(context, behind)
    if month is None:
        return None
    first = Point(precision=Precision.DAY, month=month[0], day=day[0])
    return _with_year(context, month[1], first, last and replace(first, day=last[0]), seam)


def _inside_number(context: Context, index: int) -> bool:
    tokens = context.tokens
    if not (tokens.glued(index - 1) and tokens.glued(index - 2)):
        return False
    return tokens.low(index - 1) in ".,:/-" and tokens.low(index - 2).isdigit()


def _ordinal_day(context: Context, index: int) -> Found | None:
    day = numbers.ordinal(context, index)
    if day is None or context.tokens.low(day[1]) != "of":
        return None
    month = numbers.month(context, day[1] + 1)
    if month is None:
        return None
    return _with_year(
        context, month[1], Point(precision=Precision.DAY, month=month[0], day=day[0]), None
    )


def _month_first(context: Context, index: int) -> Found | None:
    tokens = context.tokens
    month = numbers.month(context, index)
    if month is None:
        return None
    behind = month[1]
    bare = Point(precision=Precision.MONTH, month=month[0])
    at = behind + 1 if tokens.low(behind) == "the" else behind
    day = numbers.day_of_month(context, at) or (
        numbers.ordinal(context, at) if at > behind and not tokens.capital(at) else None
    )
    if day and not numbers.era(context, day[1]):
        last = _second_day(context, day[1])
        end = last[1] if last else day[1]
        if stands_free_after(context, end) and not counted(context, day[0], end):
            first = replace(bare, precision=Precision.DAY, day=day[0])
            seam = (day[1], day[1] + 1)
            return _with_year(context, end, first, last and replace(first, day=last[0]), seam)
    dated = _with_year(context, behind, bare, None)
    if dated.first.year is None and (month[0], behind) != numbers.month(
        context, index, short=False
    ):
        return None
    return dated


def _second_day(context: Context, index: int) -> tuple[int, int] | None:
    """The other end of a range inside one month: the 14 of "November 12–14"."""
    words = context.words
    if context.tokens.low(index) not in words.dashes | words.range_words | words.between:
        return None
    last = numbers.day_of_month(context, index + 1)
    return None if last is None or numbers.month(context, last[1]) else last


def _with_year(
    context: Context,
    index: int,
    first: Point,
    last: Point | None,
    seam: tuple[int, int] | None = None,
) -> Found:
    seam = seam if last is not None else None
    year = year_behind(context, index)
    if year is None:
        return Found(first, index, last, seam)
    told = year.first

    def dated(point: Point) -> Point:
        return replace(point, year=told.year, bc=told.bc, relative=told.relative, short=told.short)

    return Found(dated(first), year.end, last and dated(last), seam)
