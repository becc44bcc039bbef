"""Readers of years: behind a month, on their own, with an era, told twice, told in two digits."""

from __future__ import annotations

from dataclasses import replace

from bede.text.timex.grammar import numbers
from bede.text.timex.grammar.relatives import read_relative
from bede.text.timex.grammar.yearsigns import counted, is_year, stands_free_after, word_before
from bede.text.timex.point import Context, Found, Point, Precision, Unit
from bede.text.timex.words.tokens import APOSTROPHES


def year_behind(context: Context, index: int) -> Found | None:
    """The year behind a month, a season or a feast: "1917", ", 1917", "of that year", "'17"."""
    tokens = context.tokens
    at = index + 1 if tokens.low(index) in (",", "of") else index
    if tokens.low(at) == "of":
        at += 1
    if tokens.low(at) == "the" and tokens.low(at + 1) == "year":
        at += 2
    if tokens.low(index) != ",":
        relative = read_relative_year(context, at) or read_short_year(context, at)
        if relative:
            return relative
    marked = _marked_year(context, at)
    if marked:
        return marked
    size = tokens.digits(at)
    if size not in (3, 4):
        return None
    dual = read_dual_year(context, at)
    if dual:
        return dual
    value = int(tokens.low(at))
    if (
        not stands_free_after(context, at + 1)
        or counted(context, value, at + 1)
        or (size == 3 and (tokens.low(index) == "," or tokens.low(at - 1) == "of"))
    ):
        return None
    return Found(Point(precision=Precision.YEAR, year=value), at + 1)


def read_dual_year(context: Context, index: int) -> Found | None:
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
    dual = read_dual_year(context, index)
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
    return Found(Point(precision=Precision.YEAR, year=int(tokens.low(index))), end)


def read_relative_year(context: Context, index: int) -> Found | None:
    """The year told before, or one counted from it: "that year", "the following year"."""
    found = read_relative(context, index)
    relative = found and found.first.relative
    return found if relative and relative.unit is Unit.YEAR and not relative.vague else None


def read_short_year(context: Context, index: int) -> Found | None:
    """A year told by its last two digits: "'89". Its century is for the story to tell."""
    tokens = context.tokens
    at = index + 1
    if tokens.low(index) not in APOSTROPHES or not tokens.glued(index):
        return None
    if tokens.digits(at) != 2 or not stands_free_after(context, at + 1):
        return None
    if index and tokens.glued(index - 1) and tokens.low(index - 1) not in "([—–-":
        return None
    return Found(Point(precision=Precision.YEAR, year=int(tokens.low(at)), short=True), at + 1)
