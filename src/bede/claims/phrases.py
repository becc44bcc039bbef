"""Words of a lexicon, and numbers, as runs of the words of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from bede.catalog.files import read_toml
from bede.catalog.lexicons import LANGUAGE
from bede.claims.values import Order
from bede.text import Sentence, noted, number_of, ordinal_of

_LONGEST_PHRASE = 6  # words
_LONGEST_NUMBER = 3  # words: "sixty", "-", "two"


@cache
def _first_words(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(phrase.split(" ", 1)[0] for phrase in phrases)


@cache
def order_words() -> Mapping[str, Order]:
    """The words and phrases that order two happenings, in lower case."""
    table = read_toml(f"{LANGUAGE}/lexicons/order.toml")["orders"]
    return {word: Order(order) for order, words in table.items() for word in words}


@cache
def order_phrases() -> frozenset[str]:
    """The words of `order_words` alone."""
    return frozenset(order_words())


@noted
def order_phrases_in(sentence: Sentence) -> Mapping[int, tuple[str, int]]:
    """Index of each word at which words of order begin -> the words, and the index behind them."""
    found = (
        (index, phrase_at(sentence, index, order_phrases()))
        for index in range(len(sentence.tokens))
    )
    return {index: phrase for index, phrase in found if phrase is not None}


def order_phrase_at(sentence: Sentence, index: int) -> tuple[str, int] | None:
    """The phrase of order, of several words, that begins at a word: "by the time of"."""
    found = order_phrases_in(sentence).get(index)
    return found if found is not None and found[1] > index + 1 else None


def phrase_at(sentence: Sentence, index: int, phrases: frozenset[str]) -> tuple[str, int] | None:
    """The longest phrase that begins at a word, and the index of the word behind it.

    Args:
        sentence: the sentence.
        index: index of the first word.
        phrases: in lower case, their words parted by blanks.
    """
    if index >= len(sentence.tokens):
        return None
    if sentence.tokens[index].text.lower() not in _first_words(phrases):
        return None
    tokens = sentence.tokens[index : index + _LONGEST_PHRASE]
    words = [token.text.lower() for token in tokens]
    for size in range(len(words), 0, -1):
        phrase = " ".join(words[:size])
        if phrase in phrases:
            return phrase, index + size
    return None


def number_at(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """The counting number that begins at a word, and the index of the word behind it."""
    return _read(sentence, index, number_of)


def ordinal_at(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """The number of order that begins at a word, and the index of the word behind it."""
    return _read(sentence, index, ordinal_of)


def _read(
    sentence: Sentence, index: int, reader: Callable[[str], int | None]
) -> tuple[int, int] | None:
    words = [token.text for token in sentence.tokens[index : index + _LONGEST_NUMBER]]
    for size in range(len(words), 0, -1):
        value = reader(" ".join(words[:size]))
        if value is not None:
            return value, index + size
    return None
