"""A date of another calendar as read, before it is given days, and the small parts of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bede.chronology import Span, date_of
from bede.chronology.othercalendars import first_year_name
from bede.chronology.policy import calendar_of_history
from bede.text.timex.grammar import numbers
from bede.text.timex.point import Context, Point, Precision

DASHES = frozenset("-–—‒−")
RANGE_WORDS = frozenset(["to", "and", "until", "till"])
_INSIDE = frozenset(".,:/")
_LONGEST_YEAR = 4

Spans = tuple[Span, Span | None]


@dataclass(frozen=True, slots=True)
class Draft:
    """An expression that has been read.

    Attributes:
        end: the token behind it.
        days: gives the days of it, or of both ends of a range; raises ChronologyError if there
            are none.
        point: the point itself, where days cannot be given without a year from elsewhere.
        seam: for a range, one past the last token of its first end, and the first of the other.
    """

    end: int
    days: Callable[[], Spans] | None
    point: Point | None = None
    seam: tuple[int, int] | None = None


def point_of(span: Span) -> Point:
    """A span as a point: a day if it is one and sure, else a stretch.

    Args:
        span: with both its ends.
    """
    first, last = span.hull
    if first is None or last is None:
        raise ValueError("a date of another calendar without an end: a fault in its rule")
    year, bc = first_year_name(first)
    calendar = calendar_of_history(first)
    if first == last and not span.approximate:
        told = date_of(first, calendar)
        return Point(
            precision=Precision.DAY,
            year=year,
            bc=bc,
            era=True,
            month=told.month,
            day=told.day,
            calendar=calendar,
        )
    return Point(
        precision=Precision.STRETCH,
        days=(first, last),
        year=year,
        bc=bc,
        era=True,
        approximate=span.approximate,
    )


def starts_free(context: Context, index: int) -> bool:
    """Whether a number is not the rest of another one, a part of a sum of money or of a label."""
    tokens = context.tokens
    if index == 0 or not tokens.glued(index - 1):
        return True
    before = tokens.low(index - 1)
    if before.isalnum() or before in "$£€¥#+=*_&@°":
        return False
    return not (before in _INSIDE and tokens.low(index - 2).isdigit() and tokens.glued(index - 2))


def ends_free(context: Context, end: int) -> bool:
    """Whether a number or a mark ends before a token: no digit, letter or decimal touches it."""
    tokens = context.tokens
    if not tokens.glued(end - 1):
        return True
    behind = tokens.low(end)
    if behind.isalnum() or behind in "%°_=+*@":
        return False
    return not (behind in ".,:" and tokens.glued(end) and tokens.low(end + 1).isdigit())


def year_number(context: Context, index: int) -> tuple[int, int] | None:
    """A year of up to four digits that stands for itself."""
    tokens = context.tokens
    if not 0 < tokens.digits(index) <= _LONGEST_YEAR or not starts_free(context, index):
        return None
    return (int(tokens.low(index)), index + 1) if ends_free(context, index + 1) else None


def order(context: Context, index: int) -> tuple[int, int] | None:
    """A number of order: "second", "87th", "583rd"."""
    tokens = context.tokens
    if tokens.digits(index) in (3, 4):
        suffixed = tokens.glued(index) and tokens.low(index + 1) in context.words.suffixes
        return (int(tokens.low(index)), index + 2) if suffixed else None
    return numbers.ordinal(context, index)


def after_article(context: Context, index: int) -> int:
    """The token itself, or the one behind it if it is "the"."""
    return index + 1 if context.tokens.low(index) == "the" else index
