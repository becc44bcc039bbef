"""Times put together from what a sentence says in several places."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bede.catalog import lexicon
from bede.chronology import Span, format_edtf, parse_edtf
from bede.claims.filling import Match
from bede.claims.values import Dated, Order
from bede.errors import ChronologyError
from bede.text import Sentence, Timex
from bede.text.timex import Basis

_PLAIN = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_YEAR = re.compile(r"\d{4}")
_WITHOUT_YEAR = re.compile(r"(?:\d{4}|XXXX)(-\d\d(?:-\d\d)?)")


@dataclass(frozen=True, slots=True)
class Dating:
    """The time of a match.

    Attributes:
        time: the expression.
        dated: how surely it is the match's own.
        more: further times at which the same happened ("in 1801 and 1803 she sailed").
    """

    time: Timex
    dated: Dated
    more: tuple[Timex, ...] = ()


def sure(timex: Timex) -> Dated:
    """How surely a time is that of what it was not told of outright."""
    return Dated.INHERITED if timex.basis is Basis.DISCOURSE else Dated.SHARED


def agreed(told: Timex, other: Timex) -> Timex | None:
    """The better of two times that are said of one event, or both put together.

    Of a year and a day of that year the day is the time.

    Args:
        told: the first.
        other: the second.

    Returns:
        That time; None if the first is as good.
    """
    return composed(told, other) or (other if is_finer(other, told) else None)


def composed(year: Timex, other: Timex) -> Timex | None:
    """A month or day that lacks its year with a year told apart from it.

    "In the Congress of February ... 1861" is February 1861.

    Args:
        year: a year told outright.
        other: the month or day, with a year that was guessed.

    Returns:
        The year's expression with the values of both; None if the two are not of this kind.
    """
    part, told = _WITHOUT_YEAR.fullmatch(other.value), _YEAR.fullmatch(year.value)
    if part is None or told is None or other.basis is Basis.TOLD or year.edtf != year.value:
        return None
    edtf = year.value + part[1]
    try:
        span = parse_edtf(edtf)
    except ChronologyError:
        return None
    return replace(year, value=edtf, edtf=edtf, span=span, readings=(span,), bare=span)


def is_finer(one: Timex, other: Timex) -> bool:
    """Whether a time lies inside another and is shorter, as a day in its year."""
    if one.span is None or other.span is None or one.edtf is None:
        return False
    inner, outer = one.span.hull, other.span.hull
    if None in inner or None in outer or inner == outer:
        return False
    low, high = inner
    first, last = outer
    return (first or 0) <= (low or 0) and (high or 0) <= (last or 0)


def not_until(sentence: Sentence, match: Match, timex: Timex) -> Timex | None:
    """The time itself where a denial makes it one: "did not arrive until May 1905".

    Args:
        sentence: the sentence.
        match: what is dated; only a happening can be late.
        timex: its time.
    """
    if timex.modifier != "until" or timex.bare is None or match.event.nature != "happening":
        return None
    denials = lexicon("scope", "negators")
    if not any(t.lemma in denials for t in sentence.tokens if t.end <= timex.start):
        return None
    return at_point(timex, timex.bare)


def at_point(timex: Timex, span: Span) -> Timex:
    """An expression without the word before it.

    Args:
        timex: the expression.
        span: its days without that word.
    """
    edtf = timex.value if _PLAIN.fullmatch(timex.value) else format_edtf(span)
    return replace(timex, edtf=edtf, span=span, readings=(span,), modifier=None)


def ordered(timex: Timex, event: Timex, order: Order) -> Timex | None:
    """The time of what is ordered by an event whose own time is known: "until his death".

    Args:
        timex: the words that order.
        event: the time of the event, closed on both sides.
        order: how.
    """
    span = event.span
    if span is None or event.edtf is None or "/" in event.edtf:
        return None
    low, high = span.hull
    if low is None or high is None:
        return None
    if order is Order.UNTIL:
        found, edtf = Span.interval(None, Span.within(low, high)), f"../{event.edtf}"
    elif order is Order.SINCE:
        found, edtf = Span.interval(Span.within(low, high), None), f"{event.edtf}/.."
    else:
        return None
    return replace(timex, edtf=edtf, span=found, readings=(found,), bare=span)
