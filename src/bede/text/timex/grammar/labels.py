"""Whether a number names or numbers a thing: a page, a shelf-mark, a statute, a title."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bede.catalog.files import read_toml
from bede.text.timex.grammar.numbers import roman_words
from bede.text.timex.point import Context
from bede.text.timex.words.lexicon import Phrases
from bede.text.timex.words.tokens import Tokens

_MOST_LISTED = 8
_LONGEST_CODE = 5
_LAST_DAY = 31
_LONGEST_REIGN = 2
"""How many digits the year of a king has."""
_JOINERS = frozenset((",", "and", "&", "or", "to", "-", "–", "—"))


@dataclass(frozen=True, slots=True)
class _Words:
    abbreviated: frozenset[str]
    plain_capitals: frozenset[str]
    names: Phrases[bool]
    chapters: frozenset[str]
    reigns: frozenset[str]


@cache
def _words(language: str = "en") -> _Words:
    lists = read_toml(f"{language}/lexicons/labels.toml")["labels"]
    return _Words(
        abbreviated=frozenset(lists["abbreviated"]),
        plain_capitals=frozenset(lists["plain_capitals"]),
        names=Phrases.of((name, True) for name in lists["names"]),
        chapters=frozenset(lists["chapters"]),
        reigns=frozenset(lists["reigns"]),
    )


def is_label(context: Context, index: int) -> bool:
    """Whether a number that could be a year is a label, or part of a name.

    Args:
        context: tokens and words.
        index: the number.
    """
    tokens = context.tokens
    first = _first_listed(tokens, index)
    return (
        _is_labelled(context, first)
        or _words().names.match(tokens, index) is not None
        or _is_statute(tokens, index)
        or _follows_code(tokens, first)
        or _follows_number(tokens, index)
    )


def _first_listed(tokens: Tokens, index: int) -> int:
    """The first of numbers in a row: the 1910 of "figs. 1910, 1911 and 1912"."""
    for _ in range(_MOST_LISTED):
        if tokens.low(index - 1) not in _JOINERS or tokens.digits(index - 2) != 4:
            break
        index -= 2
    return index


def _is_labelled(context: Context, index: int) -> bool:
    tokens, labels = context.tokens, context.words.years.labels
    before = tokens.low(index - 1)
    if before == "." and tokens.glued(index - 2):
        return tokens.low(index - 2) in _words().abbreviated and _is_abbreviation(tokens, index)
    return before in labels


def _is_abbreviation(tokens: Tokens, index: int) -> bool:
    """Whether the full stop is not that of "d." (died) and the like in small letters."""
    raw = tokens.raw(index - 2)
    return len(raw) > 1 or raw.isupper() or raw in ("p", "n", "l", "v")


def _is_statute(tokens: Tokens, index: int) -> bool:
    """Whether a chapter of a statute is told by the king's year: "12 Geo. II c. 1740"."""
    at = index - 2 if tokens.low(index - 1) == "." else index - 1
    if tokens.low(at) not in _words().chapters:
        return False
    at -= 2 if tokens.low(at - 1) == "," else 1
    if tokens.low(at) in roman_words():
        at -= 1
    if tokens.low(at) == ".":
        at -= 1
    return tokens.low(at) in _words().reigns and 0 < tokens.digits(at - 1) <= _LONGEST_REIGN


def _follows_code(tokens: Tokens, index: int) -> bool:
    """Whether capitals before the number make it a code: "BWV 1083", "SW1A 1815"."""
    word, at = tokens.raw(index - 1), index - 1
    if not word[:1].isupper() or not word.isupper() or tokens.glued(at):
        return False
    if at and tokens.glued(at - 1) and tokens.digits(at - 1):
        return True
    letters = word.rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹")
    if letters != word:
        return True
    low = word.lower()
    if not 1 < len(word) <= _LONGEST_CODE or low in _words().plain_capitals or low in roman_words():
        return False
    before, behind = tokens.raw(at - 1), tokens.raw(index + 1)
    if any(len(near) > 1 and near.isupper() for near in (before, behind)):
        return False  # a heading in capitals
    return bool(at) or behind[:1].islower()


def _follows_number(tokens: Tokens, index: int) -> bool:
    """Whether another number stands directly before: "020 7946 1850"."""
    size = tokens.digits(index - 1)
    if not size or tokens.glued(index - 1):
        return False
    value = int(tokens.low(index - 1))
    return value > _LAST_DAY and not (size == 4 and 1000 <= value <= 2100)
