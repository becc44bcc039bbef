"""Readers of years in words: "nineteen fourteen", "eighteen hundred and five"."""

from __future__ import annotations

from bede.text.timex.grammar import numbers
from bede.text.timex.grammar.yearsigns import counted, word_before
from bede.text.timex.point import Context, Found, Point, Precision
from bede.text.timex.words.forms import load_forms

_EARLIEST, _LATEST = 10, 20
"""The hundreds with which such a year begins."""
_HOURS, _MINUTES = 12, 60
"""Lower numbers may be a time of day: "by ten fifteen"."""


def read_worded_year(context: Context, index: int) -> Found | None:
    """A year in words behind a word that leads to one: "in nineteen fourteen"."""
    tokens, words, forms = context.tokens, context.words, load_forms()
    hundreds = words.cardinals.get(tokens.low(index)) or words.tens.get(tokens.low(index), 0)
    if not _EARLIEST <= hundreds <= _LATEST:
        return None
    if word_before(tokens, index) not in forms.before_years:
        return None
    at = index + 1
    if tokens.low(at) in forms.hundreds:
        return _hundred_and(context, hundreds, at + 1)
    zero = tokens.low(at) in forms.zeros
    at = at + 1 if zero else at
    at = at + 1 if zero and tokens.low(at) == "-" else at
    small = numbers.cardinal(context, at)
    if small is None or tokens.digits(at) or (small[0] < 10) is not zero or small[0] >= 100:
        return None
    clock = hundreds <= _HOURS and small[0] < _MINUTES
    if clock and word_before(tokens, index) not in forms.before_clock_years:
        return None
    return _free(context, 100 * hundreds + small[0], small[1])


def _hundred_and(context: Context, hundreds: int, index: int) -> Found | None:
    at = index + 1 if context.tokens.low(index) == "and" else index
    small = numbers.cardinal(context, at)
    if small is None or context.tokens.digits(at) or small[0] >= 100:
        return None  # "eighteen hundred" alone counts more often than it dates
    return _free(context, 100 * hundreds + small[0], small[1])


def _free(context: Context, year: int, end: int) -> Found | None:
    """The year, unless something is counted."""
    tokens = context.tokens
    behind = tokens.raw(end)
    plural = behind.islower() and behind.endswith("s") and len(behind) > 3
    joined = behind == "-" and tokens.glued(end - 1)
    if plural or joined or counted(context, year, end) or tokens.low(end) in context.words.units:
        return None
    return Found(Point(precision=Precision.YEAR, year=year), end)
