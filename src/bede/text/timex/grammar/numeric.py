"""Readers of dates in figures: "1927-11-14", "27.10.1553", "18.vi.1815"."""

from __future__ import annotations

from bede.text.timex.grammar.days import inside_number
from bede.text.timex.grammar.yearsigns import stands_free_after, word_before
from bede.text.timex.point import Context, Found, Point, Precision
from bede.text.timex.words.forms import load_forms

_SIGNS = frozenset("./-")
_EARLIEST, _LATEST = 1000, 2100
_MONTHS = 12


def iso_date(context: Context, index: int) -> Found | None:
    """A day or a month as ISO 8601 writes it: "1927-11-14", "1914-05"."""
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


def figured_date(context: Context, index: int) -> Found | None:
    """A day in figures with its month in figures or in a small Roman numeral.

    With full stops the day comes first, as on the European continent. With strokes or hyphens
    writers disagree: the date is read only if one of the numbers can be no month.
    """
    tokens = context.tokens
    if not 0 < tokens.digits(index) <= 2 or inside_number(context, index):
        return None
    if word_before(tokens, index) in context.words.years.labels:
        return None
    roman = _roman_date(context, index)
    if roman is not None:
        return roman
    sign = tokens.low(index + 1)
    if sign not in _SIGNS or tokens.low(index + 3) != sign:
        return None
    if not all(tokens.glued(at) for at in range(index, index + 4)):
        return None
    month = tokens.digits(index + 2)
    year = _year(context, index + 4)
    if year is None or not 0 < month <= 2:
        return None
    one, two = int(tokens.low(index)), int(tokens.low(index + 2))
    if sign != "." and one <= _MONTHS and two <= _MONTHS and one != two:
        return None
    if two > _MONTHS and sign != ".":
        one, two = two, one
    if not 1 <= two <= _MONTHS or not 1 <= one <= 31:
        return None
    return Found(Point(precision=Precision.DAY, year=year, month=two, day=one), index + 5)


def _year(context: Context, index: int) -> int | None:
    tokens = context.tokens
    if tokens.digits(index) != 4 or not stands_free_after(context, index + 1):
        return None
    year = int(tokens.low(index))
    return year if _EARLIEST <= year <= _LATEST else None


def _roman_date(context: Context, index: int) -> Found | None:
    """The month in Roman numerals, with or without full stops: "18.vi.1815", "18 vi 1815"."""
    tokens = context.tokens
    at = index + 2 if tokens.low(index + 1) == "." else index + 1
    month = load_forms().roman_months.get(tokens.raw(at))
    if month is None:
        return None
    day = int(tokens.low(index))
    dotted = at > index + 1
    if dotted != (tokens.low(at + 1) == "."):
        return None
    end = at + 2 if dotted else at + 1
    year = _year(context, end)
    if year is None or not 1 <= day <= 31:
        return None
    return Found(Point(precision=Precision.DAY, year=year, month=month, day=day), end + 1)
