"""Slips of the parser that its own labels give away, on trees built by hand."""

from __future__ import annotations

import pytest
from tests.trees import tree

from bede.text.mending import mended
from bede.text.sentence import Token

SLIP = (
    "At/IN/prep>8 the/DT/det>3 age/NN/pobj>1 of/IN/prep>3 17/CD/nummod>7 Ida/NNP/compound>7/PERSON "
    "Vell/NNP/pobj>4/PERSON resigned=resign/VBD/ROOT>8"
)
LEFT_ALONE = {
    "a surname alone may be a family": (
        "The/DT/det>3 two/CD/nummod>3 Reeds/NNP/nsubj>4/PERSON left=leave/VBD/ROOT>4"
    ),
    "several of one name can be counted": (
        "At/IN/prep>5 12/CD/nummod>4 Ida/NNP/compound>4/PERSON Vells/NNPS/pobj>1/PERSON "
        "left=leave/VBD/ROOT>5"
    ),
    "the name is none of a person": (
        "At/IN/prep>5 17/CD/nummod>4 Tarn/NNP/compound>4/FAC Street/NNP/pobj>1/FAC "
        "slept=sleep/VBD/ROOT>5"
    ),
}


def governed(tokens: tuple[Token, ...]) -> dict[str, tuple[str, str]]:
    """Each word with its label and its governor."""
    return {token.text: (token.dep, tokens[token.head].text) for token in tokens}


def test_a_number_before_a_full_name_belongs_to_what_stands_before_it() -> None:
    """The name, which is left over, is the subject of the verb behind it."""
    tokens = mended(tree(SLIP).tokens)
    found = governed(tokens)
    assert found["17"] == ("pobj", "of")
    assert found["Vell"] == ("nsubj", "resigned")
    assert all(child.head == token.index for token in tokens for child in _below(tokens, token))


def _below(tokens: tuple[Token, ...], token: Token) -> list[Token]:
    return [tokens[index] for index in token.children]


@pytest.mark.parametrize("words", LEFT_ALONE.values(), ids=list(LEFT_ALONE))
def test_other_numbers_stay_where_they_are(words: str) -> None:
    """Only what cannot be meant is mended."""
    tokens = tree(words).tokens
    assert mended(tokens) == tokens


def test_a_tree_that_would_become_a_circle_stays_as_it_is() -> None:
    """A preposition that hangs on the very number which would hang on it."""
    tokens = tree(
        "left=leave/VBD/ROOT>1 at/IN/prep>3 17/CD/nummod>5 Ida/NNP/compound>5/PERSON "
        "Vell/NNP/npadvmod>1/PERSON"
    ).tokens
    assert mended(tokens) == tokens


def test_the_number_of_a_ruler_is_no_pronoun() -> None:
    """In "Jon I died" the parser took the number for a speaker, and the name for an adverb."""
    tokens = mended(tree("Jon/NNP/npadvmod>2 I/PRP/nsubj>2 died=die/VBD/ROOT>2").tokens)
    assert governed(tokens)["Jon"] == ("compound", "I")
    assert (tokens[1].pos, tokens[1].dep, tokens[1].label) == ("PROPN", "nsubj", "PERSON")


def test_a_speaker_behind_a_place_stays_one() -> None:
    """In "In Tarn I slept" the name hangs on its preposition."""
    words = "In/IN/prep>3 Tarn/NNP/pobj>0 I/PRP/nsubj>3 slept=sleep/VBD/ROOT>3"
    assert mended(tree(words).tokens) == tree(words).tokens
