"""The readers of other calendars as one, with the dates that no such calendar has."""

from __future__ import annotations

from collections.abc import Callable

from bede.errors import ChronologyError
from bede.text.timex.grammar.othercalendars.draft import Draft, point_of
from bede.text.timex.grammar.othercalendars.marks import read_marked_year, read_year_of_era
from bede.text.timex.grammar.othercalendars.months import read_month_date
from bede.text.timex.grammar.othercalendars.reigns import read_olympiad, read_reign
from bede.text.timex.grammar.othercalendars.roman import read_roman_date
from bede.text.timex.grammar.othercalendars.words import (
    CalendarWords,
    Signals,
    load_calendar_words,
)
from bede.text.timex.point import Context, Found
from bede.text.timex.words.tokens import Tokens

_Reader = Callable[[Context, CalendarWords, int], Draft | None]
_REACH = 10


def other_calendar_triggers() -> frozenset[str]:
    """The tokens, in lower case, with which such a date can begin; numbers can too."""
    return load_calendar_words().triggers


def other_calendar_places(tokens: Tokens) -> frozenset[int]:
    """The tokens near a word of another calendar, where alone such a date can begin.

    Args:
        tokens: of the whole text. The readers answer None everywhere else; asking here once is
            faster than asking them at every token.
    """
    signals = load_calendar_words().all_signals
    if signals.isdisjoint(tokens.lowers):
        return frozenset()
    return frozenset(
        place
        for at, token in enumerate(tokens.lowers)
        if token in signals
        for place in range(max(0, at - _REACH + 1), at + 1)
    )


def read_other_calendar(context: Context, index: int) -> Found | None:
    """Read a date of another calendar that begins at a token.

    Args:
        context: tokens and words.
        index: where it begins: its article, its number or its first word; also the token behind
            the word "year".

    Returns:
        A day, in the calendar that historians use for its time, or a stretch of days; or a range
        of two. None if there is no such date, or if it names a day that does not exist.
    """
    draft = _draft(context, index)
    if draft is None:
        return None
    if draft.days is None:
        return None if draft.point is None else Found(draft.point, draft.end)
    try:
        first, last = draft.days()
    except ChronologyError:
        return None
    other = None if last is None else point_of(last)
    return Found(point_of(first), draft.end, other, draft.seam)


def impossible_other_date(context: Context, index: int) -> tuple[int, str] | None:
    """A date of another calendar that it does not have: "30 Adar II 5700".

    Args:
        context: tokens and words.
        index: where it begins.

    Returns:
        The token behind it and the cause, or None.
    """
    draft = _draft(context, index)
    if draft is None or draft.days is None:
        return None
    try:
        draft.days()
    except ChronologyError as fault:
        return draft.end, fault.message
    return None


def _draft(context: Context, index: int) -> Draft | None:
    words = load_calendar_words()
    near = context.tokens.lowers[index : index + _REACH]
    if words.all_signals.isdisjoint(near):
        return None
    for signals, read in _readers(words.signals):
        if not signals.isdisjoint(near):
            draft = read(context, words, index)
            if draft is not None:
                return draft
    return None


def _readers(signals: Signals) -> tuple[tuple[frozenset[str], _Reader], ...]:
    """The readers in the order in which they are tried, each with what must be near."""
    return (
        (signals.months, read_month_date),
        (signals.roman, read_roman_date),
        (signals.olympiad, read_olympiad),
        (signals.reigns, read_reign),
        (signals.eras, read_year_of_era),
        (signals.eras, read_marked_year),
    )
