"""Readers of single dates: days, months, seasons, years, decades, centuries.

`read_core` tries them in turn at one token. A date may come back without its year, when the
words leave it to the context or to the other end of a range.
"""

from __future__ import annotations

from dataclasses import replace

from bede.text.timex import numbers
from bede.text.timex.point import Context, Found, Point, Precision
from bede.text.timex.years import counted, is_year, stands_free_after, word_before

WINTER = 24
"""The season number of EDTF that two years share."""


def read_core(context: Context, index: int, *, loose: bool = False) -> Found | None:
    """Read one date, or one range that shares a month ("12–14 November 1927").

    Args:
        context: tokens and words.
        index: where it begins.
        loose: it ends a range, so that a bare number needs no sign to be a year.

    Returns:
        The points and the token behind them, or None.
    """
    tokens, words = context.tokens, context.words
    token = tokens.low(index)
    if token in words.weekdays or token in words.short_weekdays:
        return _after_weekday(context, index)
    mark = numbers.calendar_mark(context, index)
    if mark:
        found = _day_first(context, mark[1]) or _month_first(context, mark[1])
        return found and Found(replace(found.first, calendar=mark[0]), found.end)
    if tokens.digits(index):
        return (
            _iso(context, index)
            or _day_first(context, index)
            or _century(context, index)
            or _decade(context, index)
            or read_year(context, index, loose=loose)
        )
    if token in words.months or token in words.short_months:
        return _month_first(context, index)
    if token in words.ordinals or token in words.tens:
        return _century(context, index) or _ordinal_day(context, index)
    if token in words.seasons:
        return _season(context, index)
    return read_year(context, index, loose=loose) or _anchored_year(context, index)


def _after_weekday(context: Context, index: int) -> Found | None:
    behind = index + 1
    while context.tokens.low(behind) in (",", ".", "the") and behind < index + 4:
        behind += 1
    return (
        _day_first(context, behind)
        or _ordinal_day(context, behind)
        or (found if (found := _month_first(context, behind)) and found.first.day else None)
    )


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
    behind, last = day[1], None
    if tokens.low(behind) in words.dashes | words.range_words | words.between:
        last = numbers.day_of_month(context, behind + 1)
        if last and last[0] < day[0] and not tokens.glued(behind):
            return None  # "Session 15 – 6 July": a number that counts something else
        behind = last[1] if last else behind
    if tokens.low(behind) == "of":
        behind += 1
    month = numbers.month(context, behind)
    if month is None:
        return None
    first = Point(precision=Precision.DAY, month=month[0], day=day[0])
    return _with_year(context, month[1], first, last and replace(first, day=last[0]))


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
        numbers.ordinal(context, at) if at > behind else None
    )
    if day and not numbers.era(context, day[1]):
        last = _second_day(context, day[1])
        end = last[1] if last else day[1]
        if stands_free_after(context, end) and not counted(context, day[0], end):
            first = replace(bare, precision=Precision.DAY, day=day[0])
            return _with_year(context, end, first, last and replace(first, day=last[0]))
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


def _with_year(context: Context, index: int, first: Point, last: Point | None) -> Found:
    year = year_behind(context, index)
    if year is None:
        return Found(first, index, last)
    end = year.end
    told = year.first
    return Found(
        replace(first, year=told.year, bc=told.bc),
        end,
        last and replace(last, year=told.year, bc=told.bc),
    )


def year_behind(context: Context, index: int) -> Found | None:
    tokens = context.tokens
    at = index + 1 if tokens.low(index) in (",", "of") else index
    if tokens.low(at) == "of":
        at += 1
    if tokens.low(at) == "the" and tokens.low(at + 1) == "year":
        at += 2
    anchored = _anchored_year(context, at)
    if anchored:
        return anchored
    marked = _marked_year(context, at)
    if marked:
        return marked
    size = tokens.digits(at)
    if size not in (3, 4):
        return None
    dual = _dual_year(context, at)
    if dual:
        return dual
    value = int(tokens.low(at))
    commaed = tokens.low(index) == ","
    if (
        not stands_free_after(context, at + 1)
        or counted(context, value, at + 1)
        or (size == 3 and commaed)
    ):
        return None
    return Found(Point(precision=Precision.YEAR, year=value), at + 1)


def _dual_year(context: Context, index: int) -> Found | None:
    """A year told by both its beginnings: "15 January 1743/44" is in 1744 as counted now."""
    tokens = context.tokens
    size = tokens.digits(index + 2)
    if tokens.digits(index) not in (3, 4) or tokens.low(index + 1) != "/" or not size:
        return None
    year = int(tokens.low(index))
    joined = tokens.glued(index) and tokens.glued(index + 1)
    if not joined or (year + 1) % 10**size != int(tokens.low(index + 2)):
        return None
    return Found(Point(precision=Precision.YEAR, year=year + 1), index + 3)


def _marked_year(context: Context, index: int) -> Found | None:
    """A year with its era, before or behind it: "AD 70", "44 BC", "10,000 BC"."""
    tokens = context.tokens
    era = numbers.era(context, index)
    if era:
        value = numbers.number(context, era[1])
        if era[0] or value is None or not stands_free_after(context, value[1]):
            return None
        return Found(Point(precision=Precision.YEAR, year=value[0], era=True), value[1])
    grouped = numbers.thousands(context, index)
    value = grouped or numbers.number(context, index)
    if value is None or (tokens.low(index - 1) in ".," and tokens.glued(index - 1)):
        return None
    behind = numbers.era(context, value[1])
    if behind is None or (grouped and not behind[0]):
        return None
    return Found(Point(precision=Precision.YEAR, year=value[0], bc=behind[0], era=True), behind[1])


def read_year(context: Context, index: int, *, loose: bool = False) -> Found | None:
    """A year on its own, or two in one ("1926/27")."""
    tokens = context.tokens
    marked = _marked_year(context, index)
    if marked or not tokens.digits(index):
        return marked
    dual = _dual_year(context, index)
    if dual and dual.first.year and is_year(context, index, dual.end):
        first = replace(dual.first, year=dual.first.year - 1)
        return Found(first, dual.end, dual.first)
    if word_before(tokens, index) == "year" and tokens.low(index) == "0":
        return Found(Point(precision=Precision.YEAR, year=0), index + 1)
    end = index + 1
    free = is_year(context, index, end)
    if not free and not (loose and tokens.digits(index) in (3, 4)):
        return None
    if loose and not (
        stands_free_after(context, end) and not counted(context, int(tokens.low(index)), end)
    ):
        return None
    # Where the story is set before Christ, a short year without an era is too.
    bc = tokens.digits(index) < 4 and context.anchor is not None and context.anchor <= 0
    return Found(Point(precision=Precision.YEAR, year=int(tokens.low(index)), bc=bc), end)


def _anchored_year(context: Context, index: int) -> Found | None:
    if context.anchor is None:
        return None
    match = context.words.anchored.match(context.tokens, index)
    if match is None:
        return None
    return Found(from_anchor(context.anchor + match[0]), match[1])


def from_anchor(astronomical: int) -> Point:
    """The year of an astronomical number (1 BC is 0)."""
    bc = astronomical <= 0
    year = 1 - astronomical if bc else astronomical
    return Point(precision=Precision.YEAR, year=year, bc=bc)


def _season(context: Context, index: int) -> Found | None:
    tokens = context.tokens
    number = context.words.seasons[tokens.low(index)]
    at = index + 1
    if tokens.low(at) in (",", "of"):
        at += 1
    if tokens.low(at) == "the" and tokens.low(at + 1) == "year":
        at += 2
    winter = (_dual_year(context, at) or _winter_range(context, at)) if number == WINTER else None
    year = winter or year_behind(context, index + 1)
    if year is None or year.first.year is None:
        return None
    crosses = winter is not None
    told = year.first.year - 1 if crosses else year.first.year
    point = Point(
        precision=Precision.SEASON, year=told, bc=year.first.bc, season=number, crosses=crosses
    )
    return Found(point, year.end)


def _winter_range(context: Context, index: int) -> Found | None:
    tokens = context.tokens
    if tokens.digits(index) != 4 or tokens.low(index + 1) not in context.words.dashes:
        return None
    size = tokens.digits(index + 2)
    following = int(tokens.low(index)) + 1
    if not size or following % 10**size != int(tokens.low(index + 2)):
        return None
    return Found(Point(precision=Precision.YEAR, year=following), index + 3)


def _decade(context: Context, index: int) -> Found | None:
    tokens = context.tokens
    if tokens.digits(index) not in (3, 4) or int(tokens.low(index)) % 10:
        return None
    behind = index + 1
    if tokens.glued(index) and tokens.low(behind) in ("'", "’"):
        behind += 1
    if tokens.low(behind) != "s" or not tokens.glued(behind - 1):
        return None
    era = numbers.era(context, behind + 1)
    first = int(tokens.low(index))
    end = era[1] if era else behind + 1
    bc = bool(era and era[0])
    if first % 100 == 0 and not bc:
        # "The 1800s" is a century to most writers and a decade to some: the wider is kept.
        return Found(Point(precision=Precision.HUNDRED, year=first), end)
    return Found(Point(precision=Precision.DECADE, year=first, bc=bc), end)


def _century(context: Context, index: int) -> Found | None:
    tokens, words = context.tokens, context.words
    order = numbers.ordinal(context, index)
    if order is None or order[0] == 0:
        return None
    end = _century_word(context, order[1])
    if end is None:
        second = _second_century(context, order[1])
        if second is None:
            return None
        return Found(replace(second.first, year=order[0]), order[1])
    if tokens.low(end - 1) not in words.centuries:
        return None
    era = numbers.era(context, end)
    point = Point(precision=Precision.CENTURY, year=order[0], bc=bool(era and era[0]))
    return Found(point, era[1] if era else end)


def _century_word(context: Context, index: int) -> int | None:
    at = index + 1 if context.tokens.low(index) == "-" else index
    return at + 1 if context.tokens.low(at) in context.words.centuries else None


def _second_century(context: Context, index: int) -> Found | None:
    """The century that lends its word to one before it: "18th- and 19th-century"."""
    tokens = context.tokens
    at = index
    while at < index + 4 and tokens.low(at) in ("-", "–", "—", ",", "and", "or", "to", "the"):
        at += 1
    order = numbers.ordinal(context, at) if at > index else None
    end = order and _century_word(context, order[1])
    if not order or end is None:
        return None
    era = numbers.era(context, end)
    bc = bool(era and era[0])
    return Found(Point(precision=Precision.CENTURY, year=order[0], bc=bc), end)
