"""Lengths beside their dates: which are sums to check, and which may tell of something else."""

from __future__ import annotations

import pytest
from tests.reading import extraction_of

from bede.chronology.length import Manner
from bede.claims import Sum


def sums_of(text: str) -> tuple[Sum, ...]:
    """The sums of a text, each line of it a paragraph."""
    return extraction_of(text).sums


def pairs(told: Sum) -> list[tuple[str, str]]:
    """The dates of a sum, as the text has them."""
    return [(begin.text, end.text) for begin, end in told.pairs]


@pytest.mark.parametrize(
    "text",
    [
        "He ruled for six years from 1820 to 1826.",
        "From 1820 to 1826, a period of six years, he ruled.",
    ],
)
def test_a_length_beside_a_whole_range_lasts_as_long(text: str) -> None:
    """Before the range or behind it, with nothing but small words between."""
    (told,) = sums_of(text)
    assert (told.words.text, told.length.period, told.lasts, told.sure) == (
        "six years",
        "P6Y",
        True,
        True,
    )
    assert pairs(told) == [("1820", "1826")]


def test_between_two_years_there_may_be_a_shorter_time() -> None:
    """Of two years between 1820 and 1826 only the least can be checked."""
    (told,) = sums_of("For two years between 1820 and 1826 he ruled.")
    assert (told.length.manner, told.sure) == (Manner.AT_LEAST, False)


DISTANCES = {
    "In 1940 they met, and sixteen years later, in 1956, they met again.": [("1940", "1956")],
    "They met in 1940. Sixteen years later, in about 1956, they met.": [("1940", "about 1956")],
    "They met in 1940. Two years earlier, in 1938, they had quarrelled.": [("1938", "1940")],
}


@pytest.mark.parametrize("text", DISTANCES)
def test_a_distance_is_counted_from_a_date_told_before(text: str) -> None:
    """In its own sentence or the one before; the earlier date comes first in the pair."""
    (told,) = sums_of(text)
    assert (pairs(told), told.lasts, told.sure) == (DISTANCES[text], False, False)


def test_a_distance_may_be_counted_from_any_of_several_dates() -> None:
    """From the beginning of a range as well as from its end: it is false only if none fits."""
    (told,) = sums_of("From 1930 to 1940 they met. Sixteen years later, in 1956, they met again.")
    assert sorted(pairs(told)) == [("1930", "1956"), ("1940", "1956")]


NO_SUMS = [
    "For nearly two years between 1820 and 1826 he ruled.",  # how much less is not told
    "He ruled from 1820 to 1826. For ten years he wrote.",  # another sentence
    "He taught for ten years and from 1820 to 1826 he ruled.",  # another clause
    'He wrote: "He ruled for nine years from 1820 to 1826."',  # another voice
    "He ruled for years from 1820 to 1826.",  # nobody knows how many
    "Sixteen years later, in 1956, they met again.",  # later than what?
    "They met in 1940.\n\nSixteen years later, in 1956, they met again.",  # another paragraph
    "They met in 1940. Sixteen years later they met again. That was in 1956.",  # a date too far
    "They met in 1940 and sixteen years later, when the town was no more, in 1956.",
]


@pytest.mark.parametrize("text", NO_SUMS)
def test_what_may_tell_of_something_else_is_no_sum(text: str) -> None:
    """Anything but small words between length and date makes it doubtful."""
    assert sums_of(text) == ()


def test_the_words_of_a_sum_are_a_stretch_of_the_text() -> None:
    """Offsets into the whole text, from any sentence."""
    text = "It rained. They met in 1940. Sixteen years later, in 1956, they met again."
    (told,) = sums_of(text)
    assert text[told.words.start : told.words.end] == told.words.text
