"""Names that differ only in dress have one key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bede.evidence.names import name_key, word_count


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L. B. Kamenev", "L.B.  KAMENEV"),
        ("Brest-Litovsk", "Brest–Litovsk"),
        ("Brest-Litovsk", "brest litovsk"),
        ("Coyoacán", "Coyoacan"),
        ("People's Commissar", "People’s commissar"),
        ("U.S.S.R.", "USSR"),
        ("Büyükada", "BÜYÜKADA"),
        ("Łódź", "Lodz"),
        ("St. Petersburg", "St Petersburg"),
        ("Straße", "STRASSE"),
    ],
)
def test_dress_makes_no_difference(one: str, other: str) -> None:
    """Case, accents, points, hyphens, apostrophes and spaces are folded."""
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Trotsky", "Trotskii"), ("Orlo", "Orlova")])
def test_spelling_makes_a_difference(one: str, other: str) -> None:
    """Transliterations are names of their own."""
    assert name_key(one) != name_key(other)


def test_a_name_without_letters_has_no_key() -> None:
    """Punctuation alone names nobody."""
    assert name_key(" -- ' ") == ""


def test_words_are_counted_at_spaces_and_points() -> None:
    """The count bounds the number of words that a name can have in a text."""
    assert word_count("Peace of Brest-Litovsk") == 4


@given(st.text(st.characters(max_codepoint=127)))
def test_the_short_way_for_plain_letters_gives_the_same_key(text: str) -> None:
    """An accent that is dropped anyway takes the long way."""
    assert name_key(text) == name_key(f"{text}\u0301")
