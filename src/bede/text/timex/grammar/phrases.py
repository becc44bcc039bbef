"""Reading whole expressions: the date with all that goes before it and behind it."""

from __future__ import annotations

from dataclasses import replace

from bede.text.timex.grammar.clock import of_day, read_clock
from bede.text.timex.grammar.dated import CHOICE
from bede.text.timex.grammar.dates import read_core, read_day_alone
from bede.text.timex.grammar.durations import read_age, read_duration, read_set, read_stretch
from bede.text.timex.grammar.events import read_distance, read_event_time, read_regnal_year
from bede.text.timex.grammar.ranges import ranged_year, with_calendar, with_doubt, with_range
from bede.text.timex.grammar.relatives import read_reference
from bede.text.timex.grammar.templates import load_phrasebook
from bede.text.timex.grammar.units import NAMED
from bede.text.timex.grammar.yearsigns import counted, word_before
from bede.text.timex.point import Context, Expression, Found, Precision
from bede.text.timex.words.lexicon import Modifier, Share

_MOST_PREFIXES = 6
_YEAR_WORDS = frozenset(("year", "years"))
_EITHER = Modifier("or", "either")
"""Of two dates that "or" joins, one is meant."""
_NAMED_WITH_ARTICLE = (
    Precision.DECADE,
    Precision.CENTURY,
    Precision.MILLENNIUM,
    Precision.HUNDRED,
    Precision.SEASON,
)


def read_expression(context: Context, index: int) -> Expression | None:
    """Read the temporal expression that begins at a token.

    Args:
        context: tokens and words.
        index: the token; a word that bounds a time ("by"), or the expression itself.
    """
    modifier = context.words.modifiers.match(context.tokens, index)
    if modifier:
        word, at = modifier
        found = _read_dates(context, at, word)
        if found:
            return replace(found, full_start=index, modifier=_fitting(word, found))
        return read_event_time(context, index)
    return (
        _read_dates(context, index, None)
        or _read_timed(context, index)
        or read_clock(context, index)
        or read_regnal_year(context, index)
        or read_set(context, index)
        or read_age(context, index)
        or read_stretch(context, index)
        or read_distance(context, index)
        or read_duration(context, index)
        or read_reference(context, index)
        or read_event_time(context, index)
    )


def _read_timed(context: Context, index: int) -> Expression | None:
    """A part of a day that is told with its date: "the night of 13 May"."""
    part = of_day(context, index)
    if part is None:
        return None
    found = _read_dates(context, part[1], None)
    if found is None or found.first is None or found.first.precision is not Precision.DAY:
        return None
    return replace(found, start=index, full_start=index, clock=part[0], kind="time-of-day")


def _fitting(word: Modifier, found: Expression) -> Modifier | None:
    """A word that joins two ends says nothing of a single date, and the other way about."""
    if found.modifier == _EITHER and word.bounds == "within":
        return found.modifier
    if word.bounds == "between" and found.last is None:
        return None
    return word


def _read_dates(context: Context, index: int, word: Modifier | None) -> Expression | None:
    read = _read_prefixed(context, index)
    if read is None:
        return None
    found, start = read
    between = word is not None and word.bounds == "between"
    found = with_range(context, found, start, _read_end, between=between)
    if found.last is not None:
        found = with_calendar(context, found) if found.last.calendar is None else found
        if found.last is not None and counted(context, found.last.year or 0, found.end):
            return None
    if not _is_time(context, found, index):
        return None
    modifier = None
    after = context.words.after_words.match(context.tokens, found.end)
    if word is None and found.last is None and after:
        modifier = Modifier(after[0], after[0])
    if found.kind == CHOICE and found.last is not None:
        modifier = _EITHER
    return Expression(
        start=start,
        end=found.end,
        full_start=start,
        first=found.first,
        last=found.last,
        seam=found.seam,
        modifier=modifier,
        kind=_kind(found),
    )


def _kind(found: Found) -> str:
    if found.last is not None:
        return "range"
    if found.first.relative is not None and found.first.month is None:
        return "relative"
    kinds = {Precision.STRETCH: "calendar", Precision.HUNDRED: "century"}
    return found.kind or kinds.get(found.first.precision, found.first.precision.value)


def _read_end(context: Context, index: int) -> tuple[Found, int] | None:
    return _read_prefixed(context, index, loose=True)


def _read_prefixed(
    context: Context, index: int, *, loose: bool = False
) -> tuple[Found, int] | None:
    """A date with its "circa", "early" and article, and the token where its text begins."""
    tokens, words = context.tokens, context.words
    at, circa, share, share_at, year_word = index, None, None, None, None
    found: Found | None = None
    for _ in range(_MOST_PREFIXES):
        part = words.parts.match(tokens, at)
        if part is None and tokens.low(at) in ("the", "-"):
            found = _read_with_article(context, at, parted=share is not None)
            if found:
                break
            at += 1
            continue
        mark = words.circa.match(tokens, at)
        if part and share is None:
            share, share_at, at = part[0], at, part[1]
        elif mark and circa is None:
            circa, at = at, mark[1]
        elif tokens.low(at) in _YEAR_WORDS and year_word is None:
            year_word, at = at, at + 1
        else:
            break
    found = (
        found
        or (None if at in context.elsewhere else ranged_year(context, at))
        or read_core(context, at, loose=loose, parted=share is not None)
        or ranged_year(context, at)
        or read_day_alone(context, at)
    )
    if found is None:
        return None
    if tokens.low(at - 1) == "-" and at - 1 <= (share_at or 0):
        return None
    first = found.first if circa is None else replace(found.first, approximate=True)
    if share is not None and first.precision is not Precision.DAY:
        first = replace(first, share=share)
    found = with_doubt(context, with_calendar(context, replace(found, first=first)))
    return found, _text_start(context, index, at, (circa, share_at, year_word), found, share)


def _text_start(
    context: Context,
    index: int,
    core: int,
    marks: tuple[int | None, ...],
    found: Found,
    share: Share | None,
) -> int:
    """Where the text of an expression begins: its article is part of "the 1920s" alone."""
    tokens = context.tokens
    start = min([mark for mark in marks if mark is not None], default=core)
    takes_article = (
        share is not None
        or (found.first.precision in _NAMED_WITH_ARTICLE and found.kind != NAMED)
        or any(mark is not None for mark in marks[2:])
    )
    if takes_article and start > index and tokens.low(start - 1) == "the":
        return start - 1
    return start


def _listed_month(context: Context, index: int, step: int) -> bool:
    """Whether a sign of a list joins another month, before or behind."""
    tokens, words = context.tokens, context.words
    joined = tokens.low(index) in (",", "and", "or")
    return joined and tokens.low(index + step) in words.months and tokens.capital(index + step)


def _read_with_article(context: Context, index: int, *, parted: bool) -> Found | None:
    """What is a time only with its article: "the following year", "the turn of the century"."""
    if context.tokens.low(index) != "the":
        return None
    if context.tokens.low(index + 1) in _YEAR_WORDS and context.tokens.digits(index + 2):
        return None  # "the end of the year 1925"
    found = load_phrasebook().match(context.tokens, index, parted=parted)
    turn = context.words.turn.match(context.tokens, index)
    if found or turn or index in context.elsewhere:
        return read_core(context, index, parted=parted)
    return None


def _is_time(context: Context, found: Found, index: int) -> bool:
    """Whether a date without a year is one."""
    if found.first.year is not None or found.first.relative is not None:
        return True
    return found.first.precision is not Precision.MONTH or _month_sign(context, found, index)


def _month_sign(context: Context, found: Found, index: int) -> bool:
    """Whether a month alone is one: "May", "March" and "August" need a word before them."""
    tokens, words = context.tokens, context.words
    if tokens.capital(found.end) and tokens.low(found.end) in words.month_events:
        return False  # "the October Revolution"
    if found.first.share is not None or found.last is not None:
        return True
    name = tokens.low(found.end - 1)
    if name not in words.month_words:
        return True
    before, behind = word_before(tokens, index), tokens.raw(found.end)
    if before == "of" and tokens.capital(index - 2):
        return False  # "the Earl of March"
    if _listed_month(context, index - 1, -1) or _listed_month(context, found.end, 1):
        return True  # "April, May and June"
    if before in words.years.articles and behind.islower() and behind.isalpha():
        return True  # "a March operation"
    if before in words.years.times or before in ("by", "of", "late", "early", "mid"):
        return True
    if tokens.capital(found.end) and tokens.low(found.end).isalpha():
        return False
    return before in words.years.strong or before in ("to", "last", "that", "the")
