"""Stretches of time: how long, how exactly, and counted from where."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bede.chronology import Duration, Unit
from bede.chronology.length import Length, Manner
from bede.text import Sense, number_of, ordinal_of
from bede.text.lengths import find_lengths

UNITS = {"day": Unit.DAY, "week": Unit.WEEK, "month": Unit.MONTH, "year": Unit.YEAR}


def told(text: str) -> list[tuple[str, Sense, Length | None]]:
    """What is found in a text, without the places."""
    return [(one.text, one.sense, one.length) for one in find_lengths(text)]


def of(count: int, unit: Unit, manner: Manner = Manner.EXACT) -> Length:
    """A length in short."""
    return Length(Duration(count, unit), manner)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("It took ten years.", of(10, Unit.YEAR)),
        ("It took nearly a century.", of(1, Unit.CENTURY, Manner.ABOUT)),
        ("It took more than three weeks.", of(3, Unit.WEEK, Manner.AT_LEAST)),
        ("It took less than a month.", of(1, Unit.MONTH, Manner.AT_MOST)),
        ("It took only two days.", of(2, Unit.DAY)),
        ("It took half a century.", of(50, Unit.YEAR)),
        ("It took a fortnight.", of(14, Unit.DAY)),
        ("It took two and a half years.", of(30, Unit.MONTH, Manner.ABOUT)),
        ("It took twenty-odd years.", of(20, Unit.YEAR, Manner.ABOUT)),
        ("It took the next ten years.", of(10, Unit.YEAR)),
        ("It was a 46-day siege.", of(46, Unit.DAY)),
    ],
)
def test_a_length_is_a_count_of_units_in_a_manner(text: str, length: Length) -> None:
    """Words before the number say how exactly it is meant."""
    assert [(sense, found) for _, sense, found in told(text)] == [(Sense.SPAN, length)]


@pytest.mark.parametrize(
    "text",
    [
        "It took a few years.",
        "It took two or three years.",
        "It took another two years.",
        "It took two more years.",
        "It took the first two years of the war.",
        "It took two years and three months.",
        "It took not two years.",
        "It happened two years ago.",
        "It happens every two years.",
        "He was 17 years old.",
        "He died at the age of 60.",
        "It happened last year.",
        "It happened that year.",
    ],
)
def test_what_is_vague_partial_or_another_thing_is_no_length(text: str) -> None:
    """Frequencies, ages, the writer's own past, and parts of a length."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "sense", "length"),
    [
        ("Two years later he left.", Sense.LATER, of(2, Unit.YEAR)),
        ("The following month he left.", Sense.LATER, of(1, Unit.MONTH)),
        ("The next day he left.", Sense.LATER, of(1, Unit.DAY)),
        ("He had left about a year earlier.", Sense.EARLIER, of(1, Unit.YEAR, Manner.ABOUT)),
        ("Several years later he left.", Sense.LATER, None),
        ("Two years later, in 1838, he left.", Sense.LATER, of(2, Unit.YEAR)),
    ],
)
def test_a_distance_says_which_way_it_is_counted(
    text: str, sense: Sense, length: Length | None
) -> None:
    """From what was told before; a vague one has a direction and no length."""
    assert [(found, how) for _, found, how in told(text)] == [(sense, length)]


@given(
    count=st.integers(2, 999), unit=st.sampled_from(sorted(UNITS)), pad=st.text("ab \n", max_size=9)
)
def test_places_are_those_of_the_words(count: int, unit: str, pad: str) -> None:
    """Whatever stands before, the offsets cut out the words, and the count is the count."""
    text = f"{pad} it lasted {count} {unit}s."
    (one,) = find_lengths(text)
    assert text[one.start : one.end] == one.text == f"{count} {unit}s"
    assert one.length == of(count, UNITS[unit])


@given(st.text("0123456789 -,.abefnortwxy", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    """In order, none overlapping, none outside the text."""
    places = [(one.start, one.end) for one in find_lengths(text)]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(a[1] <= b[0] for a, b in pairwise(places))


def test_numbers_are_read_whole_or_not_at_all() -> None:
    """In figures and in words; what is more than a number is none."""
    assert [number_of(w) for w in ("17", "sixty - two", "ten men", "")] == [17, 62, None, None]
    assert [ordinal_of(w) for w in ("50th", "fiftieth", "forty-first", "50")] == [50, 50, 41, None]
