"""Readers of years that an era marks from before: "B.C. 44", "A.D. 60–61", "AD 68/9"."""

from __future__ import annotations

from dataclasses import replace

from bede.text.timex.grammar import numbers
from bede.text.timex.grammar.dated import CHOICE
from bede.text.timex.grammar.yearsigns import counted, stands_free_after
from bede.text.timex.point import Context, Found, Point, Precision

_LATEST_BEFORE = 1000
"""A later year before Christ with its era in front is more likely a number behind a place."""


def read_era_first(context: Context, index: int) -> Found | None:
    """A year behind its era, where it begins a range, is told twice, or is before Christ."""
    tokens = context.tokens
    era = numbers.era(context, index)
    if era is None or not tokens.digits(era[1]) or tokens.digits(index - 1):
        return None
    bc, at = era
    year = int(tokens.low(at))
    point = Point(precision=Precision.YEAR, year=year, bc=bc, era=True)
    if tokens.low(at + 1) == "/" and tokens.glued(at) and not bc:
        size = tokens.digits(at + 2)
        if not size or (year + 1) % 10**size != int(tokens.low(at + 2)):
            return None
        last = Point(precision=Precision.YEAR, year=year + 1, era=True)
        return Found(point, at + 3, last, (at + 1, at + 2), CHOICE)
    ranged = tokens.low(at + 1) in context.words.dashes and tokens.digits(at + 2) > 0
    if bc and (year >= _LATEST_BEFORE or "." not in tokens.between(index, at)):
        return None
    if not bc and not ranged:
        return None
    free = ranged or stands_free_after(context, at + 1)
    return Found(point, at + 1) if free and not counted(context, year, at + 1) else None


def read_dual_before(context: Context, index: int) -> Found | None:
    """A year before Christ that began in the summer, or a range of such years.

    "587/6 BC" is 587 or 586; "432/1–404/3 BC" lasts from 432 to 403.
    """
    tokens, words = context.tokens, context.words
    dual = _dual_before(context, index)
    if dual is None:
        return None
    year, end = dual
    first = Point(precision=Precision.YEAR, year=year, bc=True, era=True)
    era = numbers.era(context, end)
    if era is not None:
        last = replace(first, year=year - 1)
        return Found(first, era[1], last, (index + 1, index + 2), CHOICE) if era[0] else None
    if tokens.low(end) not in words.dashes | words.range_words:
        return None
    other = _dual_before(context, end + 1)
    era = other and numbers.era(context, other[1])
    if other is None or not era or not era[0] or other[0] > year:
        return None
    return Found(first, era[1], replace(first, year=other[0] - 1), (end, end + 1))


def _dual_before(context: Context, index: int) -> tuple[int, int] | None:
    """The first of two years that a stroke joins, the second told by its last digits."""
    tokens = context.tokens
    size = tokens.digits(index + 2)
    if not tokens.digits(index) or tokens.low(index + 1) != "/" or not size:
        return None
    year = int(tokens.low(index))
    tight = tokens.glued(index) and tokens.glued(index + 1)
    following = (year - 1) % 10**size == int(tokens.low(index + 2))
    return (year, index + 3) if tight and following and year > 1 else None
