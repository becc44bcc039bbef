"""Readers of single dates: `read_core` tries every kind of date in turn."""

from __future__ import annotations

from dataclasses import replace

from bede.chronology import Calendar
from bede.text.timex.grammar import numbers
from bede.text.timex.grammar.days import LAST_DAY, day_first, listed_day, month_first
from bede.text.timex.grammar.edges import edge_day, ordinal_day
from bede.text.timex.grammar.eras import read_era_first
from bede.text.timex.grammar.feasts import read_feast
from bede.text.timex.grammar.numeric import figured_date, iso_date
from bede.text.timex.grammar.othercalendars import impossible_other_date, read_other_calendar
from bede.text.timex.grammar.relatives import read_relative
from bede.text.timex.grammar.templates import load_phrasebook
from bede.text.timex.grammar.units import (
    read_century,
    read_decade,
    read_named_decade,
    read_quarter,
    read_season,
    read_turn,
    read_worded_decade,
)
from bede.text.timex.grammar.wordyears import read_worded_year
from bede.text.timex.grammar.years import read_short_year, read_year
from bede.text.timex.point import Context, Found, Point, Precision, Relative, Unit
from bede.text.timex.words.forms import load_forms


def read_core(
    context: Context, index: int, *, loose: bool = False, parted: bool = False
) -> Found | None:
    """Read one date, or one range that shares a month ("12–14 November 1927").

    Args:
        context: tokens and words.
        index: where it begins.
        loose: it ends a range, so that a bare number needs no sign to be a year.
        parted: a part of it stands before ("the end of").

    Returns:
        The points and the token behind them, or None.
    """
    tokens, words = context.tokens, context.words
    token = tokens.low(index)
    if index in context.elsewhere:
        found = _read_elsewhere(context, index)
        if found:
            return found
    feast = read_feast(context, index, loose=loose)
    if feast:
        return replace(feast, kind="feast")
    if token in words.weekdays or token in words.short_weekdays:
        return _after_weekday(context, index)
    mark = numbers.calendar_mark(context, index)
    if mark:
        found = day_first(context, mark[1]) or month_first(context, mark[1])
        return found and _marked(found, mark[0])
    if tokens.digits(index):
        return _in_digits(context, index, loose=loose)
    relative = edge_day(context, index) or read_relative(context, index, parted=parted)
    if relative:
        return relative
    if token in words.months or token in words.short_months:
        return month_first(context, index)
    if token in words.ordinals or token in words.tens:
        found = read_century(context, index) or ordinal_day(context, index)
        if found:
            return found
    if token in words.seasons:
        return read_season(context, index)
    return (
        read_turn(context, index)
        or read_named_decade(context, index)
        or read_worded_decade(context, index)
        or read_century(context, index)
        or ordinal_day(context, index)
        or read_quarter(context, index)
        or read_short_year(context, index)
        or read_era_first(context, index)
        or read_year(context, index, loose=loose)
        or read_worded_year(context, index)
    )


def _marked(found: Found, calendar: Calendar) -> Found:
    """A date, or both ends of a range, in the calendar that the text names."""
    last = found.last and replace(found.last, calendar=calendar)
    return replace(found, first=replace(found.first, calendar=calendar), last=last)


def _in_digits(context: Context, index: int, *, loose: bool) -> Found | None:
    found = (
        iso_date(context, index)
        or figured_date(context, index)
        or day_first(context, index)
        or ordinal_day(context, index)
        or listed_day(context, index)
        or read_century(context, index)
        or read_decade(context, index)
        or read_named_decade(context, index)
        or read_relative(context, index)
    )
    return found or (
        None if _behind_stroke(context, index) else read_year(context, index, loose=loose)
    )


def _behind_stroke(context: Context, index: int) -> bool:
    """Whether a number ends one that a stroke parts: the 6 of "587/6 BC"."""
    tokens = context.tokens
    if index < 2 or tokens.low(index - 1) != "/" or not tokens.digits(index - 2):
        return False
    return tokens.glued(index - 1) and tokens.glued(index - 2)


def _read_elsewhere(context: Context, index: int) -> Found | None:
    """A date of another calendar, or one that it has not."""
    found = read_other_calendar(context, index)
    if found:
        return replace(found, kind="calendar")
    fault = impossible_other_date(context, index)
    if fault is None:
        return None
    return Found(Point(precision=Precision.DAY, fault=fault[1]), fault[0], kind="calendar")


def _after_weekday(context: Context, index: int) -> Found | None:
    behind = index + 1
    while context.tokens.low(behind) in (",", ".", "the") and behind < index + 4:
        behind += 1
    found = day_first(context, behind) or ordinal_day(context, behind)
    if found is None and (month := month_first(context, behind)) and month.first.day:
        found = month
    return found or _numbered_weekday(context, index) or _weekday_alone(context, index)


def _numbered_weekday(context: Context, index: int) -> Found | None:
    """A day of a month told before, with its weekday: "Saturday the 12th"."""
    tokens = context.tokens
    at = index + 2 if tokens.low(index + 1) == "the" else index + 1
    day = numbers.ordinal(context, at)
    if day is None or not 1 <= day[0] <= LAST_DAY or not load_phrasebook().closes(tokens, day[1]):
        return None
    return Found(Point(precision=Precision.DAY, day=day[0]), day[1])


def _weekday_alone(context: Context, index: int) -> Found | None:
    """A day of the week and no more, behind a word that makes it a time: "on Friday"."""
    tokens, words = context.tokens, context.words
    name = tokens.low(index)
    if name not in words.weekdays or not tokens.capital(index) or tokens.capital(index + 1):
        return None
    owned = tokens.low(index + 1) in ("'", "’") and tokens.low(index + 2) == "s"
    told = tokens.low(index - 1) in ("on", "by", "until", "till", "since", "before", "after")
    if not (owned or told):
        return None
    target = words.weekday_names.index(name)
    # "Thursday's killing" looks back, "on Thursday" goes on.
    relative = Relative(unit=Unit.WEEKDAY, count=-1 if owned else 1, target=target)
    return Found(Point(precision=Precision.DAY, relative=relative), index + 1)


def read_day_alone(context: Context, index: int) -> Found | None:
    """A day of a month told before: the "14th" of "on the 14th"."""
    tokens = context.tokens
    day = numbers.ordinal(context, index)
    if day is None or tokens.low(index - 1) != "the" or not 1 <= day[0] <= LAST_DAY:
        return None
    if tokens.low(index - 2) not in ("on", "by", "until", "till", "since", "of", "from"):
        return None
    behind = tokens.low(day[1])
    book = load_phrasebook()
    hangs = behind[:1].isalpha() and behind not in book.closers | book.determiners
    if hangs and (tokens.low(index - 2) != "on" or not _clause_follows(context, day[1])):
        return None
    return Found(Point(precision=Precision.DAY, day=day[0]), day[1])


def _clause_follows(context: Context, index: int) -> bool:
    """Whether a name and its verb begin here: "on the 22nd Paris fell", not "the 22nd Regiment"."""
    tokens = context.tokens
    name, verb = tokens.low(index), tokens.raw(index + 1)
    if not tokens.capital(index) or name in load_forms().counted_things:
        return False
    return verb.isalpha() and verb.islower() and verb not in load_forms().counted_things
