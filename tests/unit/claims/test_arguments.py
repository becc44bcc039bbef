"""Where the arguments of verbs and nouns stand, on trees built by hand."""

from __future__ import annotations

import pytest
from tests.trees import tree

from bede.claims.arguments import verb_slots
from bede.claims.nominals import bearer_of, noun_slots

# the word asked about has "!" before it
VERBS = {
    "Vell/NNP/nsubj>2 !expelled=expel/VBD/ROOT>2 Reed/NNP/dobj>2": {
        "subject": ["Vell"],
        "object": ["Reed"],
    },
    (
        "Reed/NNP/nsubjpass>3 was/VBD/auxpass>3 !expelled=expel/VBN/ROOT>3 by/IN/agent>3 "
        "Vell/NNP/pobj>4"
    ): {
        "subject": ["Vell"],
        "object": ["Reed"],
        "by": ["Vell"],
    },
    (
        "!Expelled=expel/VBN/advcl>5 from/IN/prep>1 Tarn/NNP/pobj>2 Reed/NNP/nsubj>5 "
        "left=leave/VBD/ROOT>5"
    ): {
        "object": ["Reed"],
        "from": ["Tarn"],
    },
    (
        "Reed/NNP/nsubj>5 who/WP/nsubj>3 !joined=join/VBD/relcl>1 Tarn/NNP/dobj>3 "
        "left=leave/VBD/ROOT>5"
    ): {
        "subject": ["Reed"],
        "object": ["Tarn"],
    },
    "Reed/NNP/nsubj>2 left=leave/VBD/ROOT>2 and/CC/cc>2 !joined=join/VBD/conj>2 Tarn/NNP/dobj>4": {
        "subject": ["Reed"],
        "object": ["Tarn"],
    },
    "They/PRP/nsubj>2 forced=force/VBD/ROOT>2 Reed/NNP/dobj>2 to/TO/aux>5 !leave/VB/xcomp>2": {
        "subject": ["Reed"],
    },
    "!Driven=drive/VBN/ROOT>1 out/IN/prep>1 of/IN/prep>2 Tarn/NNP/pobj>3": {"out of": ["Tarn"]},
}
NOUNS = {
    "Reed/NNP/poss>2 !exile/NN/ROOT>2 to/IN/prep>2 Esk/NNP/pobj>3": {
        "possessive": ["Reed"],
        "to": ["Esk"],
    },
    (
        "Reed/NNP/nsubj>5 whose/WP$/poss>3 !exile/NN/nsubj>4 lasted=last/VBD/relcl>1 "
        "died=die/VBD/ROOT>5"
    ): {
        "head": ["lasted"],
        "possessive": ["Reed"],
    },
}
BEARERS = {
    "Reed/NNP/nsubj>2 was=be/VBD/ROOT>2 !mayor/NN/attr>2": "Reed",
    "Reed/NNP/nsubj>3 !mayor/NN/appos>1 died=die/VBD/ROOT>3": "Reed",
    "the/DT/det>2 !mayor/NN/nsubj>4 Reed/NNP/appos>2 died=die/VBD/ROOT>4": "Reed",
    "As/IN/prep>4 !mayor/NN/pobj>1 Reed/NNP/nsubj>4 died=die/VBD/ROOT>4": "Reed",
    "Reed/NNP/nsubj>2 knew=know/VBD/ROOT>2 the/DT/det>4 !mayor/NN/dobj>2": None,
}


def parted(text: str) -> tuple[str, int]:
    """The tree without the mark, and the place of the marked word."""
    place = next(i for i, word in enumerate(text.split()) if word.startswith("!"))
    return text.replace("!", ""), place


@pytest.mark.parametrize("text", VERBS)
def test_the_places_around_a_verb(text: str) -> None:
    """Passives, participles and relative clauses come out in their plain form."""
    plain, place = parted(text)
    sentence = tree(plain)
    slots = verb_slots(sentence, sentence.tokens[place])
    words = {slot: [sentence.tokens[i].text for i in found] for slot, found in slots.items()}
    assert words == VERBS[text]


@pytest.mark.parametrize("text", NOUNS)
def test_the_places_around_a_noun(text: str) -> None:
    """A relative possessive is its antecedent."""
    plain, place = parted(text)
    sentence = tree(plain)
    slots = noun_slots(sentence, sentence.tokens[place])
    words = {slot: [sentence.tokens[i].text for i in found] for slot, found in slots.items()}
    assert words == NOUNS[text]


@pytest.mark.parametrize("text", BEARERS)
def test_of_whom_a_predicate_noun_is_said(text: str) -> None:
    """Copula, apposition either way, "as"; an object is nobody's predicate."""
    plain, place = parted(text)
    sentence = tree(plain)
    bearer = bearer_of(sentence, sentence.tokens[place])
    assert (bearer.text if bearer is not None else None) == BEARERS[text]
