"""Readers of days and months: day first, month first, ordinal, listed, in two calendars.

A date may come back without its year, when the words leave it to the context or to the other end
of a range.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from bede.text.timex.grammar import numbers
from bede.text.timex.grammar.dated import CHOICE, with_year_behind
from bede.text.timex.grammar.dual import paired
from bede.text.timex.grammar.templates import load_phrasebook
from bede.text.timex.grammar.years import year_behind
from bede.text.timex.grammar.yearsigns import counted, stands_free_after, word_before
from bede.text.timex.point import Context, Found, Point, Precision
from bede.text.timex.words.forms import load_forms

_MOST_MEMBERS = 6
LAST_DAY = 31
_OFF_BY = 1
"""How wrongly a day may be reckoned into the other calendar beside it (days)."""
_CENTURIES_APART = 2
"""By how much the calendars differ from 1582 to 2100 more or less than in 1850 (days)."""


class Tail(NamedTuple):
    """What follows the first day before its month.

    Attributes:
        end: the token at which the month is looked for.
        last: the other end, None if the month belongs to the first day alone.
        seam: one past the last token of the first day, and the first token of the other.
        stop: the token behind the words of the first day or range, where others are listed
            behind it; None if it goes on to its month.
        choice: one of the days is meant.
    """

    end: int
    last: int | None = None
    seam: tuple[int, int] | None = None
    stop: int | None = None
    choice: bool = False


def day_first(context: Context, index: int) -> Found | None:
    """A day in digits before its month: "14 November 1927", "12–14 November", "1/11 July"."""
    day = numbers.day_of_month(context, index)
    if day is None or inside_number(context, index):
        return None
    dual = _dual_day(context, day)
    if dual is not None:
        return dual
    stretch = _stretch(context, day)
    if stretch is None:
        return before_month(context, day, _day_list(context, index, day) or Tail(day[1]))
    found = before_month(context, day, stretch)
    if found is not None or stretch.last is None:
        return found
    listed = _day_list(context, index, (stretch.last, stretch.end))
    if listed is None or listed.choice:
        return None
    return before_month(context, day, stretch._replace(end=listed.end, stop=stretch.end))


def before_month(context: Context, day: tuple[int, int], tail: Tail) -> Found | None:
    """A day with the month behind it.

    Args:
        context: tokens and words.
        day: its number and the token behind it.
        tail: what stands between it and the month.
    """
    tokens = context.tokens
    behind = over_link(context, tail.end)
    month = numbers.month(context, behind)
    if month is None:
        return None
    first = Point(precision=Precision.DAY, month=month[0], day=day[0])
    last = None if tail.last is None else replace(first, day=tail.last)
    found = with_year_behind(context, month[1], first, last, tail.seam)
    if tail.stop is not None:
        if counted(context, found.first.year or 0, found.end) or tokens.low(found.end) == "%":
            return None
        return replace(found, end=tail.stop)
    return replace(found, kind=CHOICE) if tail.choice else found


def over_link(context: Context, index: int) -> int:
    """The token behind "of", "day of" or "of the month of", or the same token."""
    tokens, forms = context.tokens, load_forms()
    noun = tokens.low(index) in forms.day_nouns and tokens.low(index + 1) == "of"
    at = index + 1 if noun else index
    if tokens.low(at) == "of":
        at += 1
        link = forms.month_links.match(tokens, at)
        at = link[1] if link else at
    return at


def _stretch(context: Context, day: tuple[int, int]) -> Tail | None:
    """The other end of a range before the month: "12–14", "Monday 3 to Friday 7"."""
    tokens, words = context.tokens, context.words
    at = day[1]
    sign = tokens.low(at)
    if sign not in words.dashes | words.range_words and not _between(context, day):
        return None
    start = at + 1
    inner = start
    if tokens.low(inner) in words.weekdays | words.short_weekdays:
        inner += 1
        while tokens.low(inner) in (",", ".", "the") and inner < start + 4:
            inner += 1
    last = numbers.day_of_month(context, inner)
    if last is None or (last[0] < day[0] and not tokens.glued(at)):
        return None  # "Session 15 – 6 July": a number that counts something else
    return Tail(last[1], last[0], (day[1], start))


def _between(context: Context, day: tuple[int, int]) -> bool:
    """Whether an "and" behind a day joins it to another: "between 3 and 5 May"."""
    tokens, words = context.tokens, context.words
    if tokens.low(day[1]) not in words.between:
        return False
    at = day[1] - 1
    for _ in range(4):
        at -= 1
        if at < 0:
            return False
        found = words.modifiers.match(tokens, at)
        if found and found[0].bounds == "between":
            return True
    return False


def _day_list(context: Context, index: int, day: tuple[int, int]) -> Tail | None:
    """The days that follow in a list, which lend the first their month: "3, 4 and 9 August"."""
    tokens, forms = context.tokens, load_forms()
    if word_before(tokens, index) in context.words.years.labels:
        return None
    at, before, sign, second = day[1], day[0], "", 0
    for _ in range(_MOST_MEMBERS):
        if tokens.low(at) in forms.separators:
            at, sign = at + 1, tokens.low(at)
        if tokens.low(at) in forms.joiners | forms.choices:
            at, sign = at + 1, tokens.low(at)
        start = at
        at = at + 1 if tokens.low(at) == "the" else at
        member = numbers.day_of_month(context, at)
        if member is None or at == day[1] or not before < member[0] <= LAST_DAY:
            return None
        before, at, second = member[0], member[1], start
        closing = None
        if tokens.low(at) in context.words.dashes:
            closing = numbers.day_of_month(context, at + 1)
        before, at = closing or (before, at)
        if sign in forms.separators:
            continue
        if sign in forms.choices:
            return Tail(at, before, (day[1], second), choice=True)
        return Tail(at, stop=day[1])
    return None


def _dual_day(context: Context, day: tuple[int, int]) -> Found | None:
    """A day in both calendars before its month, or a night: "1/11 July 1690", "3/4 May"."""
    second = _second_day_in(context, day[1])
    if second is None:
        return None
    month = numbers.month(context, over_link(context, second[1]))
    if month is None:
        return None
    point = Point(precision=Precision.DAY, month=month[0], day=second[0])
    if second[0] == day[0] + 1:
        first = replace(point, day=day[0])
        return with_year_behind(context, month[1], first, point, (day[1], day[1] + 1))
    found = with_year_behind(context, month[1], point, None)
    earlier = (month[0] - 1 or 12) if second[0] < day[0] else month[0]
    return _as_pair(found, Point(precision=Precision.DAY, month=earlier, day=day[0]))


def _as_pair(found: Found, first: Point) -> Found | None:
    """A Gregorian day with its year, and the Julian one told before it, as one day."""
    twin = replace(found.first, relative=None, short=False)
    told = twin.year is not None and not found.first.short
    twin = twin if told else replace(twin, year=None)
    same = first.month == twin.month
    start = replace(first, year=twin.year if same else None, bc=twin.bc)
    pair = paired(start, twin, most=_OFF_BY if told else _CENTURIES_APART)
    if pair is None:
        return None
    if not told:
        origin = found.first
        pair = replace(
            pair, year=origin.year, relative=origin.relative, short=origin.short, bc=origin.bc
        )
    return replace(found, first=pair)


def _second_day_in(context: Context, index: int) -> tuple[int, int] | None:
    """The day behind a slash or in brackets: the 11 of "1/11", the 22 of "9 (22)"."""
    tokens = context.tokens
    sign = tokens.low(index)
    if sign == "/" and tokens.glued(index - 1) and tokens.glued(index):
        return numbers.day_of_month(context, index + 1)
    if sign not in ("(", "["):
        return None
    day = numbers.day_of_month(context, index + 1)
    if day is None:
        return None
    mark = numbers.calendar_after(context, day[1])
    end = mark[1] if mark else day[1]
    return (day[0], end + 1) if tokens.low(end) in (")", "]") else None


def inside_number(context: Context, index: int) -> bool:
    """Whether digits go on a number or a date that begins before them: the 11 of "1/11"."""
    tokens = context.tokens
    if not (tokens.glued(index - 1) and tokens.glued(index - 2)):
        return False
    return tokens.low(index - 1) in ".,:/-" and tokens.low(index - 2).isdigit()


def month_first(context: Context, index: int) -> Found | None:
    """A month, with its day if one follows: "November 12–14, 1927", "Sept. and Oct. 1643"."""
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
        found = _behind_month(context, replace(bare, precision=Precision.DAY), day)
        if found is not None:
            return found
    dated = with_year_behind(context, behind, bare, None)
    full = (month[0], behind) == numbers.month(context, index, short=False)
    if dated.first.year is None and not full and not _month_follows(context, behind):
        return None
    return dated


def _behind_month(context: Context, point: Point, day: tuple[int, int]) -> Found | None:
    """A day behind its month, or two: the other end of a range, or the other calendar."""
    tokens = context.tokens
    first = replace(point, day=day[0])
    second = _second_day_in(context, day[1])
    if second and stands_free_after(context, second[1]):
        twin = with_year_behind(context, second[1], replace(point, day=second[0]), None)
        if second[0] == day[0] + 1:
            return with_year_behind(context, second[1], first, twin.first, (day[1], day[1] + 1))
        dual = _as_pair(twin, first) if second[0] > day[0] else None
        if dual:
            return dual
    last = _second_day(context, day)
    end = last[1] if last else day[1]
    other = tokens.low(end) == "/" and numbers.month(context, end + 1) is not None
    free = other or stands_free_after(context, end)
    if not free or counted(context, day[0], end):
        return None
    seam = (day[1], day[1] + 1)
    found = with_year_behind(context, end, first, last and replace(first, day=last[0]), seam)
    chosen = last is not None and tokens.low(day[1]) in load_forms().choices
    return replace(found, kind=CHOICE) if chosen else found


def _second_day(context: Context, day: tuple[int, int]) -> tuple[int, int] | None:
    """The other end of a range inside one month: the 14 of "November 12–14"."""
    words, sign = context.words, context.tokens.low(day[1])
    choice = sign in load_forms().choices
    if not (choice or sign in words.dashes | words.range_words or _between(context, day)):
        return None
    last = numbers.day_of_month(context, day[1] + 1)
    if last is None or numbers.month(context, last[1]):
        return None
    return None if choice and not day[0] < last[0] <= LAST_DAY else last


def _month_follows(context: Context, index: int) -> bool:
    """Whether months follow that end in a year: behind the "Sept." of "Sept. and Oct. 1643"."""
    tokens, words, forms = context.tokens, context.words, load_forms()
    joining = words.dashes | words.range_words | forms.joiners | forms.choices | forms.separators
    at = index
    for _ in range(_MOST_MEMBERS):
        if tokens.low(at) not in joining:
            return False
        month = numbers.month(context, at + 1)
        if month is None:
            return False
        if year_behind(context, month[1]) is not None:
            return True
        at = month[1]
    return False


def listed_day(context: Context, index: int) -> Found | None:
    """A day whose month is told before the list it is in: the 5 of "on April 2 and 5, 1242"."""
    tokens, forms = context.tokens, load_forms()
    day = numbers.day_of_month(context, index)
    if day is None or not 1 < day[0] <= LAST_DAY or not stands_free_after(context, day[1]):
        return None
    at, joined, least = index, False, day[0]
    for _ in range(_MOST_MEMBERS):
        at -= 1
        if tokens.low(at) in forms.joiners:
            joined, at = True, at - 1
        if tokens.low(at) in forms.separators:
            at -= 1
        elif tokens.low(at + 1) not in forms.joiners:
            return None
        suffixed = tokens.low(at) in context.words.suffixes
        at = at - 1 if suffixed else at
        if at < 1 or not 0 < tokens.digits(at) <= 2 or not int(tokens.low(at)) < least:
            return None
        least = int(tokens.low(at))
        dotted = tokens.low(at - 1) == "."
        month = numbers.month(context, at - 2 if dotted else at - 1)
        if month is not None:
            return _listed_behind(context, month[0], day) if joined else None
    return None


def _listed_behind(context: Context, month: int, day: tuple[int, int]) -> Found | None:
    behind = context.tokens.low(day[1])
    if behind.isalpha() and behind not in load_phrasebook().closers:
        return None
    point = Point(precision=Precision.DAY, month=month, day=day[0])
    return with_year_behind(context, day[1], point, None)
