"""Stretches of time as a text tells them: "ten years", "nearly a century", "two days later".

The tagger finds them among its temporal expressions; here they get their length in calendar units
and the manner in which it is meant. An age is none of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise

from bede.catalog import lexicon
from bede.catalog.lexicons import word_numbers
from bede.chronology.duration import Duration, Unit
from bede.chronology.length import Length, Manner
from bede.text.timex.grammar import numbers
from bede.text.timex.grammar.durations import read_length
from bede.text.timex.grammar.templates import load_phrasebook
from bede.text.timex.point import Context, Expression
from bede.text.timex.reading import Read, read_block
from bede.text.timex.words.lexicon import load_lexicon
from bede.text.timex.words.tokens import tokenise

_UNITS = {
    "D": Unit.DAY,
    "W": Unit.WEEK,
    "M": Unit.MONTH,
    "Y": Unit.YEAR,
    "DE": Unit.DECADE,
    "CE": Unit.CENTURY,
}
_SIZES = {letters: size for size, letters in enumerate(_UNITS, start=1)}
_JOINERS = frozenset({"and", ","})
_MONTHS_OF_YEAR = 12
_REMEMBERED = 4096
"""Words of which it is remembered whether they are a number: the same ones come again and again."""


class Sense(StrEnum):
    """What a stretch of time is told for.

    SPAN: its length alone ("ten years"). LATER and EARLIER: how far something is from what was
    told before ("ten years later", "the following month", "a year earlier").
    """

    SPAN = "span"
    LATER = "later"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class ToldLength:
    """A stretch of time in the text.

    Attributes:
        start: first character (code points).
        end: one past the last character.
        text: the characters from `start` to `end`.
        sense: what it is told for.
        length: how long; None where the text does not count ("several years later").
    """

    start: int
    end: int
    text: str
    sense: Sense
    length: Length | None


def find_lengths(prose: str) -> tuple[ToldLength, ...]:
    """Every stretch of time of a text, in order, none overlapping.

    Args:
        prose: the text of one block, with what must not be read masked by the caller.

    Returns:
        The stretches, with offsets in code points into `prose`.
    """
    return lengths_in(read_block(prose))


def lengths_in(read: Read) -> tuple[ToldLength, ...]:
    """The same for a block in which the temporal expressions were found already.

    Args:
        read: as `read_block` gives it.
    """
    prose = read.tokens.source
    context = Context(read.tokens, load_lexicon())
    parts = _parts(context, read.expressions)
    found = []
    for expression in read.expressions:
        told = _told(context, expression) if expression.start not in parts else None
        if told is not None:
            sense, length = told
            start = read.tokens.starts[expression.start]
            end = read.tokens.ends[expression.end - 1]
            found.append(ToldLength(start, end, prose[start:end], sense, length))
    return tuple(found)


def _parts(context: Context, expressions: Sequence[Expression]) -> frozenset[int]:
    """Where lengths begin that are not all that is told: "two years and three months later"."""
    lowers = context.tokens.lowers
    found = {
        expression.start
        for expression in expressions
        if expression.start and lowers[expression.start - 1] in lexicon("scope", "negators")
    }
    for one, two in pairwise(expressions):
        between = lowers[one.end : two.start]
        if not between or not set(between) <= _JOINERS:
            continue
        first, second = (read_length(context, part.start) for part in (one, two))
        if first and second and _SIZES.get(second.unit, 0) < _SIZES.get(first.unit, 0):
            found |= {one.start, two.start}
    return frozenset(found)


def _told(context: Context, expression: Expression) -> tuple[Sense, Length | None] | None:
    if expression.repeated or expression.last is not None or expression.kind == "age":
        return None
    if expression.period is not None:
        length = _whole(context, expression)
        return None if length is None else (Sense.SPAN, length)
    words = context.tokens.lowers[expression.start : expression.end]
    if expression.kind != "relative" or words[-1] in lexicon("lengths", "own_time"):
        return None
    return _behind(context, expression.start) or _next(expression, words)


def _behind(context: Context, index: int) -> tuple[Sense, Length | None] | None:
    """A length with "later" or "earlier" behind it."""
    read = read_length(context, index)
    match = load_phrasebook().behind.match(context.tokens, read.end) if read else None
    if match is None:
        return None
    sense = Sense.EARLIER if match[0].startswith("earlier") else Sense.LATER
    return sense, _counted(context, index)


def _next(expression: Expression, words: Sequence[str]) -> tuple[Sense, Length | None] | None:
    """The unit before or behind the one told last: "the following month", "the year before"."""
    point = expression.first
    relative = point.relative if point is not None else None
    if point is None or relative is None or relative.outlook or words[0] == "last":
        return None
    unit = _UNITS.get(relative.unit.value)
    if unit is None or point.month or point.day or not relative.count:
        return None
    sense = Sense.LATER if relative.count > 0 else Sense.EARLIER
    return sense, Length(Duration(abs(relative.count), unit))


def _whole(context: Context, expression: Expression) -> Length | None:
    """The length of a stretch, unless it is only a part of one ("the first two years")."""
    tokens, index = context.tokens, expression.start
    if tokens.low(index) == "the":
        if " ".join(tokens.lowers[index : index + 2]) not in lexicon("lengths", "whole_stretches"):
            return None
        index += 2
    if tokens.low(expression.end - 1) == "old":
        return None
    return _counted(context, index)


def _counted(context: Context, index: int) -> Length | None:
    """The length that begins at a token, with the manner of the words before its number."""
    tokens = context.tokens
    read = read_length(context, index)
    unit = _UNITS.get(read.unit) if read is not None else None
    if read is None or unit is None:
        return None
    before = load_phrasebook().span_before.match(tokens, index)
    at = before[1] if before else index
    words = tokens.lowers[at : read.end]
    spoken = " ".join(tokens.lowers[index:at])
    if {spoken, *words} & lexicon("lengths", "more"):
        return None
    manner = manner_of(spoken)
    if set(words) & lexicon("lengths", "odd"):
        manner = Manner.ABOUT
    if read.number is not None:
        return Length(Duration(read.number, unit), manner)
    whole, point, part = read.count.partition(".")
    if unit is Unit.YEAR and point and part == "5" and manner is Manner.EXACT:
        months = _MONTHS_OF_YEAR * int(whole) + _MONTHS_OF_YEAR // 2
        return Length(Duration(months, Unit.MONTH), Manner.ABOUT)
    return None


def manner_of(words: str) -> Manner:
    """How exactly a number is meant, by the words before it in lower case; "" for none."""
    for manner in (Manner.ABOUT, Manner.AT_LEAST, Manner.AT_MOST):
        if words in lexicon("lengths", f"manners.{manner.name.lower()}"):
            return manner
    return Manner.EXACT


@cache
def manner_phrases() -> frozenset[str]:
    """The words, in lower case, that may stand before a number and say how it is meant."""
    return frozenset(
        phrase
        for manner in Manner
        for phrase in lexicon("lengths", f"manners.{manner.name.lower()}")
    )


@lru_cache(_REMEMBERED)
def number_of(words: str) -> int | None:
    """The counting number that some words are, in digits or spelled ("17", "sixty-two")."""
    return _read_number(words, ordinal=False)


def ordinal_of(words: str) -> int | None:
    """The number of order that some words are ("50th", "twenty-first")."""
    round_one = word_numbers("lengths", "round_ordinals").get(words.lower())
    return round_one if round_one is not None else _read_number(words, ordinal=True)


def _read_number(words: str, *, ordinal: bool) -> int | None:
    context = Context(tokenise(words), load_lexicon())
    read = numbers.ordinal(context, 0) if ordinal else numbers.cardinal(context, 0)
    return read[0] if read is not None and read[1] == context.tokens.count else None
