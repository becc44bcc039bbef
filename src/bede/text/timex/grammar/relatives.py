"""Readers of times counted from a time told before: "that year", "two days later"."""

from __future__ import annotations

from bede.text.timex.grammar import numbers
from bede.text.timex.grammar.durations import Length, read_length
from bede.text.timex.grammar.templates import Filled, load_phrasebook
from bede.text.timex.point import Context, Expression, Found, Point, Precision, Relative, Unit

PRECISIONS = {
    Unit.DAY: Precision.DAY,
    Unit.WEEK: Precision.STRETCH,
    Unit.MONTH: Precision.MONTH,
    Unit.YEAR: Precision.YEAR,
    Unit.DECADE: Precision.DECADE,
    Unit.CENTURY: Precision.CENTURY,
    Unit.SEASON: Precision.SEASON,
    Unit.NAMED_MONTH: Precision.MONTH,
    Unit.WEEKDAY: Precision.DAY,
    Unit.SAME: Precision.YEAR,
}
_DAYS_FROM_HERE = {"next-day": 1, "day-before": -1, "same-day": 0}
_BEFORE_HOURS = frozenset(("at", "by", "before", "until", "till", "towards"))
_NEED_A_NOUN = frozenset(("current", "former"))


def read_relative(context: Context, index: int, *, parted: bool = False) -> Found | None:
    """A time counted from one told before, without its part or time of day.

    Args:
        context: tokens and words.
        index: where it begins.
        parted: a part of it stands before ("the end of").
    """
    filled = load_phrasebook().match(context.tokens, index, parted=parted)
    if filled is not None and filled.daypart is None and filled.span_at is None:
        point = relative_point(context, filled)
        return None if point is None else Found(point, filled.end)
    return _repeated_day(context, index) or _behind_length(context, index)


def _repeated_day(context: Context, index: int) -> Found | None:
    """A day told again by what it is: "on 5 July, the 132nd anniversary of ..."."""
    tokens, book = context.tokens, load_phrasebook()
    if tokens.low(index) not in book.determiners or tokens.low(index - 1) != ",":
        return None
    order = numbers.ordinal(context, index + 1)
    if order is None or tokens.low(order[1]) not in book.same_days:
        return None
    if not (tokens.digits(index - 2) or tokens.low(index - 2) in context.words.suffixes):
        return None
    same = Relative(unit=Unit.SAME)
    return Found(Point(precision=PRECISIONS[Unit.SAME], relative=same), order[1] + 1)


def relative_point(context: Context, filled: Filled) -> Point | None:
    """The point of a template, to be resolved from what was told before."""
    unit = Unit.SAME if filled.rule.same else filled.unit
    if unit is None:
        return None
    return Point(
        precision=PRECISIONS[unit],
        relative=Relative(
            unit=unit,
            count=filled.rule.count,
            target=filled.target,
            outlook=filled.rule.outlook,
        ),
        share=context.words.shares[filled.rule.share] if filled.rule.share else None,
    )


def _behind_length(context: Context, index: int) -> Found | None:
    """A length with "later" or "earlier" behind it."""
    length = read_length(context, index)
    if length is None:
        return None
    tokens, book = context.tokens, load_phrasebook()
    match = book.behind.match(tokens, length.end)
    if match is None:
        return None
    word, end = match
    direction = -1 if word.startswith("earlier") else 1
    if word.endswith("closed") and not book.closes(tokens, end):
        return None
    return Found(_counted(length, direction), end)


def _counted(length: Length, direction: int) -> Point:
    unit = length.unit if length.unit in {unit.value for unit in Unit} else "D"
    counted, number = length.number is not None and unit == length.unit, length.number or 0
    if unit == Unit.YEAR and length.count.endswith(".5"):  # "two and a half years later"
        unit, counted, number = Unit.MONTH, True, round(12 * float(length.count))
    relative = Relative(
        unit=Unit(unit),
        count=direction * number if counted else None,
        vague=0 if counted else direction,
        loose=True,
    )
    return Point(precision=PRECISIONS[Unit(unit)], relative=relative)


def read_reference(context: Context, index: int) -> Expression | None:
    """The writer's own time: "now", "former", "in future"; and the day before or after."""
    tokens, book = context.tokens, load_phrasebook()
    match = book.references.match(tokens, index)
    if match is None:
        return None
    value, end = match
    if _is_no_reference(context, index, end):
        return None
    if value in _DAYS_FROM_HERE:
        clock = book.dayparts.get(tokens.low(index))
        relative = Relative(unit=Unit.DAY, count=_DAYS_FROM_HERE[value])
        first = Point(precision=Precision.DAY, relative=relative)
        kind = "time-of-day" if clock else "relative"
        return Expression(
            start=index, end=end, full_start=index, first=first, clock=clock, kind=kind
        )
    return Expression(start=index, end=end, full_start=index, reference=value, kind="reference")


def _is_no_reference(context: Context, index: int, end: int) -> bool:
    """Whether the words about such a word make it something else: "the past tense"."""
    tokens, book = context.tokens, load_phrasebook()
    word, behind = tokens.low(end - 1), tokens.low(end)
    others = book.not_references.get(word, ())
    if behind in others or f"{behind} {tokens.low(end + 1)}" in others:
        return True
    if word in book.dayparts:
        return tokens.low(index - 1) not in _BEFORE_HOURS or tokens.capital(index)
    if word in _NEED_A_NOUN:  # "the former", of two; "the current in the river"
        listed = behind in ("and", "or", ",", "-") and tokens.low(index - 1) != "the"
        if not listed and (not behind.isalpha() or behind in book.closers):
            return True
    opening = tokens.capital(index) and behind in book.not_references.get("opening", ())
    if word == "now" and (opening or (tokens.capital(index) and behind == ",")):
        return True
    return tokens.raw(index)[1:].isupper() and len(tokens.raw(index)) > 1
