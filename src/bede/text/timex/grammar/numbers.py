"""Readers of the smallest parts: numbers, ordinals, months, eras, calendar marks.

Each takes a context and the index of a token and returns a value with the index behind it, or
None. None looks further than a few tokens, so reading a text is linear in its length.
"""

from __future__ import annotations

from bede.chronology import Calendar
from bede.text.timex.point import Context

_LAST_DAY_TOLD = 99
_ROMANS = {
    "X" * tens + ones: 10 * tens + number
    for tens in range(4)
    for number, ones in enumerate(("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"))
    if tens or number
}


def number(context: Context, index: int) -> tuple[int, int] | None:
    """A run of at most six digits."""
    tokens = context.tokens
    return (int(tokens.low(index)), index + 1) if tokens.digits(index) else None


def _word_number(context: Context, index: int, *, ordinal: bool) -> tuple[int, int] | None:
    tokens, words = context.tokens, context.words
    small = words.ordinals if ordinal else words.cardinals
    first = tokens.low(index)
    if first in small:
        return small[first], index + 1
    tens = words.tens.get(first)
    if tens is None:
        return None
    behind = index + 1
    if tokens.low(behind) == "-":
        behind += 1
    unit = small.get(tokens.low(behind), 10)
    if unit < 10:
        return tens + unit, behind + 1
    return None if ordinal else (tens, index + 1)


def cardinal(context: Context, index: int) -> tuple[int, int] | None:
    """A counting number in digits or in words: "27", "1,000", "twenty-seven", "two hundred"."""
    tokens, words = context.tokens, context.words
    if tokens.digits(index):
        grouped = thousands(context, index)
        return grouped or number(context, index)
    if tokens.low(index) in ("a", "one") and tokens.low(index + 1) == words.hundred:
        return 100, index + 2
    read = _word_number(context, index, ordinal=False)
    if read and tokens.low(read[1]) == words.hundred:
        return read[0] * 100, read[1] + 1
    return read


def thousands(context: Context, index: int) -> tuple[int, int] | None:
    """A number with one comma for the thousands: "10,000"."""
    tokens = context.tokens
    if (
        0 < tokens.digits(index) <= 3
        and tokens.low(index + 1) == ","
        and tokens.digits(index + 2) == 3
        and tokens.glued(index)
        and tokens.glued(index + 1)
    ):
        return int(tokens.low(index) + tokens.low(index + 2)), index + 3
    return None


def ordinal(context: Context, index: int) -> tuple[int, int] | None:
    """A number of order in digits or in words: "19th", "nineteenth", "twenty-first"."""
    tokens = context.tokens
    if 0 < tokens.digits(index) <= 2:
        if tokens.glued(index) and tokens.low(index + 1) in context.words.suffixes:
            return int(tokens.low(index)), index + 2
        return None
    return _word_number(context, index, ordinal=True)


def roman_words() -> frozenset[str]:
    """Roman numerals as tokens, in lower case."""
    return frozenset(numeral.lower() for numeral in _ROMANS)


def roman(context: Context, index: int) -> tuple[int, int] | None:
    """A Roman numeral in capitals up to XXXIX, with or without a suffix: "XIX", "XIXth"."""
    tokens = context.tokens
    written = tokens.raw(index)
    for suffix in ("", *sorted(context.words.suffixes)):
        if written.endswith(suffix):
            value = _ROMANS.get(written.removesuffix(suffix))
            if value:
                return value, index + 1
    return None


def roman_ordinal(context: Context, index: int) -> tuple[int, int] | None:
    """A Roman numeral in small letters with a suffix: the "xxth" of "the xxth day of May"."""
    written = context.tokens.raw(index)
    for suffix in sorted(context.words.suffixes):
        if written.endswith(suffix) and written.islower():
            value = _ROMANS.get(written.removesuffix(suffix).upper())
            return (value, index + 1) if value else None
    return None


def day_of_month(context: Context, index: int) -> tuple[int, int] | None:
    """A day in digits, with or without a suffix, whether or not a month has it."""
    tokens = context.tokens
    if not 0 < tokens.digits(index) <= 2:
        return None
    read = ordinal(context, index)
    if read:
        return read
    if tokens.glued(index) and (tokens.low(index + 1) in "%°_" or tokens.low(index + 1).isalpha()):
        return None
    value = int(tokens.low(index))
    return (value, index + 1) if value <= _LAST_DAY_TOLD else None


def month(context: Context, index: int, *, short: bool = True) -> tuple[int, int] | None:
    """The name of a month with a capital, or its short form with or without a full stop."""
    tokens, words = context.tokens, context.words
    name = tokens.low(index)
    if not tokens.capital(index):
        return None
    if name in words.months:
        return words.months[name], index + 1
    if short and name in words.short_months:
        dotted = tokens.low(index + 1) == "." and tokens.glued(index)
        return words.short_months[name], index + 2 if dotted else index + 1
    return None


def era(context: Context, index: int) -> tuple[bool, int] | None:
    """An era mark; the value is True before Christ."""
    tokens = context.tokens
    match = context.words.eras.match(tokens, index)
    if match is None:
        return None
    written = tokens.between(index, match[1])
    return match if written.isupper() or written in context.words.small_eras else None


def calendar_mark(context: Context, index: int) -> tuple[Calendar, int] | None:
    """The name of a calendar as a mark: "O.S.", "New Style"."""
    tokens = context.tokens
    match = context.words.calendars.match(tokens, index)
    if match is None:
        return None
    written = tokens.between(index, match[1])
    if len(written) <= len("O.S.") and not written.isupper():
        return None
    return Calendar(match[0]), match[1]


def calendar_after(context: Context, index: int) -> tuple[Calendar, int] | None:
    """A calendar mark behind a date, in brackets, after a comma or bare.

    Bare and without a word that leads to it, "Julian" may be a man.
    """
    tokens = context.tokens
    opening = tokens.low(index)
    bracketed = opening in ("(", "[")
    inner = index + 1 if bracketed else index
    led = context.words.calendar_joiners.match(tokens, inner)
    mark = calendar_mark(context, led[1] if led else inner)
    if mark is None:
        return None
    if bracketed:
        return (mark[0], mark[1] + 1) if tokens.low(mark[1]) in (")", "]") else None
    if not led and tokens.low(index) in ("julian", "gregorian"):
        return None
    return mark
