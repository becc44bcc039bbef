"""Readers of times of day: "that morning", "the night of 13 May", "5:34 a.m."."""

from __future__ import annotations

from dataclasses import replace

from bede.text.timex.grammar.dates import read_core
from bede.text.timex.grammar.relatives import relative_point
from bede.text.timex.grammar.templates import load_phrasebook
from bede.text.timex.point import Context, Expression, Point, Precision, Relative, Unit


def read_daypart(context: Context, index: int) -> tuple[str, int] | None:
    """A part of a day with the words around it, and the token behind it.

    Args:
        context: tokens and words.
        index: its first word, after an article.
    """
    tokens, book = context.tokens, load_phrasebook()
    phrase = book.daypart_phrases.match(tokens, index)
    if phrase:
        return phrase
    at = index
    before = book.daypart_before.match(tokens, at)
    if before:
        at = before[1]
        if tokens.low(at) == "the":
            at += 1
        if tokens.low(at) in ("early", "late"):
            at += 1
    value = book.dayparts.get(tokens.low(at))
    if value is None:
        return None
    return value, at + 2 if tokens.low(at + 1) in book.hours else at + 1


def of_day(context: Context, index: int) -> tuple[str, int] | None:
    """A part of a day that is told of a date: the "night of" of "the night of 13 May"."""
    tokens = context.tokens
    at = index + 1 if tokens.low(index) == "the" else index
    part = read_daypart(context, at)
    if part is None or tokens.low(part[1]) not in ("of", "on"):
        return None
    return part[0], part[1] + 1


def read_clock(context: Context, index: int) -> Expression | None:
    """A time of day without its date: of a day told before, or of no day in particular."""
    tokens, book = context.tokens, load_phrasebook()
    filled = book.match(tokens, index)
    if filled is not None and filled.daypart is not None:
        point = relative_point(context, replace(filled, daypart=None))
        return _timed(index, filled.end, point, filled.daypart)
    if tokens.digits(index):
        return _hour(context, index)
    phrase = book.daypart_phrases.match(tokens, index)
    word = tokens.low(index)
    if phrase or (word in book.alone and tokens.raw(index).islower()):
        end = phrase[1] if phrase else index + 1
        return _timed(index, end, None, phrase[0] if phrase else book.dayparts[word])
    return None


def _timed(start: int, end: int, point: Point | None, clock: str) -> Expression:
    return Expression(
        start=start, end=end, full_start=start, first=point, clock=clock, kind="time-of-day"
    )


def _hour(context: Context, index: int) -> Expression | None:
    """Hours by the clock: "5:34 AM", "11.30 a.m.", "3 pm"."""
    tokens, book = context.tokens, load_phrasebook()
    if tokens.digits(index) > 2 or (
        index and tokens.glued(index - 1) and tokens.low(index - 1) in ".,:"
    ):
        return None
    hour, minute, at = int(tokens.low(index)), None, index + 1
    if tokens.low(at) in (":", ".") and tokens.digits(at + 1) == 2 and tokens.glued(at):
        minute, at = int(tokens.low(at + 1)), at + 2
    half = book.halves.match(tokens, at)
    if half is None:
        return None
    if not 1 <= hour <= 12 or (minute or 0) > 59:
        return None
    zone = book.zones.match(tokens, half[1])
    end = zone[1] if zone else half[1]
    dated = read_core(context, end + 1) if tokens.low(end) == "on" else None
    clock = f"T{hour % 12 + half[0]:02d}" + (f":{minute:02d}" if minute is not None else "")
    point = Point(precision=Precision.DAY, relative=Relative(unit=Unit.DAY, count=0))
    if dated is not None and dated.last is None and dated.first.precision is Precision.DAY:
        point = dated.first  # "at 5 p.m. on 3 May 1808": of the day behind it
    return _timed(index, end, point, clock)
