"""Whom a pronoun means, on trees built by hand."""

from __future__ import annotations

import pytest
from tests.trees import tree

from bede.text import Resolver
from bede.text.gender import is_feminine, is_surely

MET = "Jon/NNP/compound>2/PERSON Vell/NNP/nsubj>3/PERSON met=meet/VBD/ROOT>3 Reed/NNP/dobj>3/PERSON"
UNKNOWN = "Ana/NNP/compound>2 Orlo/NNP/nsubj>3 met=meet/VBD/ROOT>3 Reed/NNP/dobj>3/PERSON"
COUNCIL = "The/DT/det>2 Council/NNP/nsubj>3 met=meet/VBD/ROOT>3 Reed/NNP/dobj>3/PERSON"
THEY = "Vell/NNP/nsubj>4/PERSON and/CC/cc>1 Reed/NNP/conj>1/PERSON met=meet/VBD/ROOT>4"
DIED = "He/PRP/nsubj>2 died=die/VBD/ROOT>2"
RAIN = "It/PRP/nsubj>2 rained=rain/VBD/ROOT>2"


def meant(*sentences: str) -> str | None:
    """The name that the first word of the last sentence stands for."""
    trees, at = [], 0
    for text in sentences:
        trees.append(tree(text, start=at))
        at = trees[-1].end + 1
    mention = Resolver(trees).antecedent(len(trees) - 1, 0)
    return mention.text if mention is not None else None


def test_the_subject_before_comes_first() -> None:
    """With the whole name; an object counts only where no subject is a person."""
    assert meant(MET, DIED) == "Jon Vell"
    assert meant(COUNCIL, DIED) == "Reed"


def test_two_in_one_place_are_one_too_many() -> None:
    """Coordinated subjects: either may be meant."""
    assert meant(THEY, DIED) is None


def test_a_name_that_the_parser_does_not_know_may_be_the_one() -> None:
    """Its sentence gives no other answer, though it names a person in another place."""
    assert meant(UNKNOWN, DIED) is None


def test_a_pronoun_reaches_over_sentences_without_people_but_not_far() -> None:
    """Three sentences back, no further."""
    assert meant(MET, RAIN, RAIN, DIED) == "Jon Vell"
    assert meant(MET, RAIN, RAIN, RAIN, DIED) is None


def test_a_pronoun_that_means_another_pronoun_means_what_that_means() -> None:
    """The chain ends at a name, or nowhere."""
    assert meant(MET, DIED, DIED) == "Jon Vell"
    assert meant(DIED, DIED) is None


def test_other_pronouns_are_left_alone() -> None:
    """The thing behind "it" is never guessed."""
    assert meant(MET, RAIN) is None


def test_a_possessive_in_a_fronted_phrase_means_the_subject_behind_it() -> None:
    """As in "After his death Reed was forgotten"; not when two names are subjects together."""
    one = (
        "his/PRP$/poss>2 death/NN/pobj>3 After/IN/prep>6 "
        "Reed/NNP/nsubjpass>6/PERSON was/VBD/auxpass>6 forgotten=forget/VBN/ROOT>6"
    )
    two = (
        "his/PRP$/poss>2 death/NN/pobj>3 After/IN/prep>8 Vell/NNP/nsubjpass>8/PERSON and/CC/cc>4 "
        "Reed/NNP/conj>4/PERSON were/VBD/auxpass>8 forgotten=forget/VBN/ROOT>8"
    )
    assert (meant(one), meant(two)) == ("Reed", None)


@pytest.mark.parametrize(
    ("surname", "names", "woman"),
    [
        ("Kahlo", ["Frida Kahlo"], True),
        ("Reed", ["Tom Reed", "Reed"], False),
        ("Krupskaya", [], True),
        ("Reed", [], False),
        ("Danek", ["Nikita Danek"], False),
    ],
)
def test_names_tell_of_gender(surname: str, names: list[str], woman: bool) -> None:
    """A given name in -a, or a surname that only women have; without a sign nobody is a woman."""
    assert is_feminine(surname, names) is woman


def test_some_given_names_tell_surely() -> None:
    """An ending does not, nor does a title or the name of a land before a title."""
    assert is_surely("feminine", "Vell", ["Mary Vell"])
    assert not is_surely("feminine", "Vell", ["Ida Vell"])
    assert is_surely("masculine", "Reed", ["Tom Reed", "General Reed"])
    assert not is_surely("masculine", "Reed", ["Tom Reed", "Reed", "Ana Reed"])
    assert not is_feminine("Orlo", ["Estonia General Orlo"])
