"""The readers of other calendars as one, with the dates that no such calendar has."""

from __future__ import annotations

from bede.errors import ChronologyError
from bede.text.timex.othercalendars.draft import Draft, point_of
from bede.text.timex.othercalendars.marks import read_marked_year, read_year_of_era
from bede.text.timex.othercalendars.months import read_month_date
from bede.text.timex.othercalendars.reigns import read_olympiad, read_reign
from bede.text.timex.othercalendars.roman import read_roman_date
from bede.text.timex.othercalendars.words import load_calendar_words
from bede.text.timex.point import Context, Found
from bede.text.timex.tokens import Tokens

_READERS = (
    read_month_date,
    read_roman_date,
    read_olympiad,
    read_reign,
    read_year_of_era,
    read_marked_year,
)
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
    signals = load_calendar_words().signals
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
    lowers = context.tokens.lowers
    if words.signals.isdisjoint(lowers[index : index + _REACH]):
        return None
    for read in _READERS:
        draft = read(context, words, index)
        if draft is not None:
            return draft
    return None
