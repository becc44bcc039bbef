"""Reading whole expressions: the date with all that goes before it and behind it."""

from __future__ import annotations

from dataclasses import replace

from bede.text.timex import numbers
from bede.text.timex.dates import from_anchor, read_core
from bede.text.timex.lexicon import Modifier, Share
from bede.text.timex.point import Context, Expression, Found, Point, Precision
from bede.text.timex.ranges import ranged_year, with_calendar, with_doubt, with_range
from bede.text.timex.years import counted, word_before

_MOST_PREFIXES = 6
_NAMED_WITH_ARTICLE = (
    Precision.DECADE,
    Precision.CENTURY,
    Precision.HUNDRED,
    Precision.SEASON,
)


def read_expression(context: Context, index: int) -> Expression | None:
    """Read the temporal expression that begins at a token.

    Args:
        context: tokens, words and the year last told.
        index: the token; a word that bounds a time ("by"), or the expression itself.
    """
    modifier = context.words.modifiers.match(context.tokens, index)
    if modifier:
        word, at = modifier
        found = _read_dates(context, at, word)
        if found:
            return replace(found, full_start=index, modifier=_fitting(word, found))
        return None
    return (
        _read_dates(context, index, None)
        or _read_set(context, index)
        or _read_duration(context, index)
    )


def _fitting(word: Modifier, found: Expression) -> Modifier | None:
    """A word that joins two ends says nothing of a single date, and the other way about."""
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
    filled = _filled(context, found, index)
    if filled is None:
        return None
    modifier = None
    after = context.words.after_words.match(context.tokens, found.end)
    if word is None and found.last is None and after:
        modifier = Modifier(after[0], "since")
    return Expression(
        start=start,
        end=found.end,
        full_start=start,
        first=filled[0],
        last=filled[1],
        modifier=modifier,
    )


def _read_end(context: Context, index: int) -> Found | None:
    read = _read_prefixed(context, index, loose=True)
    return read and read[0]


def _read_prefixed(
    context: Context, index: int, *, loose: bool = False
) -> tuple[Found, int] | None:
    """A date with its "circa", "early" and article, and the token where its text begins."""
    tokens, words = context.tokens, context.words
    at, circa, share, share_at, year_word = index, None, None, None, None
    for _ in range(_MOST_PREFIXES):
        part = words.parts.match(tokens, at)
        if part is None and tokens.low(at) in ("the", "-"):
            if words.anchored.match(tokens, at):
                break
            at += 1
            continue
        mark = words.circa.match(tokens, at)
        if part and share is None:
            share, share_at, at = part[0], at, part[1]
        elif mark and circa is None:
            circa, at = at, mark[1]
        elif tokens.low(at) in ("year", "years") and year_word is None:
            year_word, at = at, at + 1
        else:
            break
    found = ranged_year(context, at) or read_core(context, at, loose=loose)
    if found is None:
        return None
    if tokens.low(at - 1) == "-" and at - 1 <= (share_at or 0):
        return None
    first = found.first if circa is None else replace(found.first, approximate=True)
    if share is not None and first.precision is not Precision.DAY:
        first = replace(first, share=share)
    found = with_doubt(context, with_calendar(context, Found(first, found.end, found.last)))
    return found, _text_start(context, index, at, (circa, share_at, year_word), found.first, share)


def _text_start(
    context: Context,
    index: int,
    core: int,
    marks: tuple[int | None, ...],
    point: Point,
    share: Share | None,
) -> int:
    """Where the text of an expression begins: its article is part of "the 1920s" alone."""
    tokens = context.tokens
    start = min([mark for mark in marks if mark is not None], default=core)
    takes_article = (
        share is not None
        or point.precision in _NAMED_WITH_ARTICLE
        or any(mark is not None for mark in marks[2:])
    )
    if takes_article and start > index and tokens.low(start - 1) == "the":
        return start - 1
    return start


def _filled(context: Context, found: Found, index: int) -> tuple[Point, Point | None] | None:
    """The points with the year of the context where they tell none."""
    first, last = found.first, found.last
    if first.year is not None:
        return first, last
    if first.precision is Precision.MONTH and not _month_sign(context, found, index):
        return None
    if context.anchor is None:
        return (first, last) if first.precision is Precision.DAY else None
    told = from_anchor(context.anchor)
    first = replace(first, year=told.year, bc=told.bc)
    return first, last and replace(last, year=told.year, bc=told.bc)


def _month_sign(context: Context, found: Found, index: int) -> bool:
    """Whether a month alone is one: "May", "March" and "August" need a word before them."""
    tokens, words = context.tokens, context.words
    if found.first.share is not None or found.last is not None:
        return True
    name = tokens.low(found.end - 1)
    if name not in words.month_words:
        return True
    if tokens.capital(found.end) and tokens.low(found.end).isalpha():
        return False
    before = word_before(tokens, index)
    return before in words.years.strong or before in ("of", "to", "last", "that", "the")


def _read_set(context: Context, index: int) -> Expression | None:
    match = context.words.sets.match(context.tokens, index)
    if match is None:
        return None
    tokens = context.tokens
    written = tokens.between(index, match[1])
    if match[1] == index + 1 and not written.islower():
        return None
    return Expression(start=index, end=match[1], full_start=index, period=match[0], repeated=True)


def _read_duration(context: Context, index: int) -> Expression | None:
    tokens, words = context.tokens, context.words
    at = index + 1 if tokens.low(index) == "a" and tokens.low(index + 1) in words.vague else index
    read = numbers.cardinal(context, at)
    count: int | None = None
    if read:
        count, behind = read
    elif tokens.low(at) in words.vague:
        behind = at + 1
    elif tokens.low(at) in ("a", "an") and tokens.low(at - 1) == "for":
        count, behind = 1, at + 1
    else:
        return None
    if index and tokens.glued(index - 1) and tokens.low(index - 1) in "$£€.,/-":
        return None
    if tokens.low(behind) == "-":
        behind += 1
    unit = words.units.get(tokens.low(behind))
    if unit is None or not tokens.raw(behind).islower():
        return None
    return _as_period(context, index, behind + 1, count, unit)


def _as_period(
    context: Context, start: int, end: int, count: int | None, unit: str
) -> Expression | None:
    """A stretch of time, or, with "later", a year counted from the one last told."""
    offset = context.words.offsets.match(context.tokens, end)
    if offset is None:
        period = f"P{'X' if count is None else count}{unit}"
        return Expression(start=start, end=end, full_start=start, period=period)
    size = {"Y": 1, "DE": 10, "CE": 100}.get(unit)
    if offset[0] is None or context.anchor is None or count is None or size is None:
        return None
    first = from_anchor(context.anchor + offset[0] * count * size)
    if size > 1:
        first = replace(first, approximate=True)
    return Expression(start=start, end=offset[1], full_start=start, first=first)
