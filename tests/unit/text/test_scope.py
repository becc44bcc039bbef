"""Negation, attribution and hedging, on trees built by hand."""

from __future__ import annotations

import pytest
from tests.trees import tree

from bede.text import scope_of

# the trigger is the word with "!" before it
TREES = {
    "Reed/NNP/nsubjpass>3 was/VBD/auxpass>3 !expelled=expel/VBN/ROOT>3": ("asserted", None),
    "Reed/NNP/nsubjpass>4 was/VBD/auxpass>4 never/RB/neg>4 !expelled=expel/VBN/ROOT>4": (
        "negated",
        'negated by "never"',
    ),
    "Reed/NNP/nsubj>2 refused=refuse/VBD/ROOT>2 to/TO/aux>4 !join/VB/xcomp>2": (
        "negated",
        'negated by "refused"',
    ),
    "Nobody/NN/nsubj>2 !expelled=expel/VBD/ROOT>2 Reed/NNP/dobj>2": (
        "negated",
        'negated by "Nobody"',
    ),
    "No/DT/det>2 court/NN/nsubj>3 !expelled=expel/VBD/ROOT>3 Reed/NNP/dobj>3": (
        "negated",
        'negated by "No"',
    ),
    "Nobody/NN/nsubj>2 left=leave/VBD/ROOT>2 and/CC/cc>2 !joined=join/VBD/conj>2 us/PRP/dobj>4": (
        "negated",
        'negated by "Nobody"',
    ),
    (
        "Nobody/NN/nsubj>2 left=leave/VBD/ROOT>2 when/WRB/advmod>5 he/PRP/nsubj>5 "
        "!fled=flee/VBD/advcl>2"
    ): (
        "asserted",
        None,
    ),
    (
        "Instead/RB/advmod>2 of/IN/prep>5 !expelling=expel/VBG/pcomp>2 Reed/NNP/dobj>3 "
        "left=leave/VBD/ROOT>5"
    ): (
        "negated",
        'negated by "instead of"',
    ),
    "Rather/RB/advmod>3 than/IN/mark>3 !join/VB/advcl>5 Reed/NNP/nsubj>5 left=leave/VBD/ROOT>5": (
        "negated",
        'negated by "rather than"',
    ),
    "Dorn/NNP/nsubj>2 says=say/VBZ/ROOT>2 Reed/NNP/nsubj>4 !died=die/VBD/ccomp>2": (
        "attributed",
        'reported by "says"',
    ),
    (
        "The/DT/det>2 rumour/NN/nsubj>6 that/IN/mark>5 Reed/NNP/nsubj>5 !died=die/VBD/acl>2 "
        "spread/VBD/ROOT>6"
    ): (
        "attributed",
        'reported by "rumour"',
    ),
    (
        "The/DT/det>2 fact/NN/nsubj>6 that/IN/mark>5 Reed/NNP/nsubj>5 !died=die/VBD/acl>2 "
        "spread/VBD/ROOT>6"
    ): (
        "asserted",
        None,
    ),
    "Legend/NN/nsubj>2 has=have/VBZ/ROOT>2 it/PRP/dobj>2 Reed/NNP/nsubj>5 !died=die/VBD/ccomp>2": (
        "attributed",
        'reported by "Legend"',
    ),
    "Reed/NNP/nsubj>3 may/MD/aux>3 !leave/VB/ROOT>3": ("hedged", 'hedged by "may"'),
    "Reed/NNP/nsubj>2 planned=plan/VBD/ROOT>2 to/TO/aux>4 !leave/VB/xcomp>2": (
        "hedged",
        'hedged by "planned"',
    ),
    "If/IN/mark>3 Reed/NNP/nsubj>3 !left=leave/VBD/advcl>5 we/PRP/nsubj>5 wept=weep/VBD/ROOT>5": (
        "hedged",
        'conditional on "If"',
    ),
    "Reed/NNP/nsubj>2 !left=leave/VBD/ROOT>2 ?/./punct>2": ("hedged", "a question"),
    "Reed/NNP/nsubj>3 never/RB/neg>3 planned=plan/VBD/ROOT>3 to/TO/aux>5 !leave/VB/xcomp>3": (
        "negated",
        'negated by "never"',
    ),
}


@pytest.mark.parametrize("text", TREES)
def test_the_strongest_scope_wins_and_names_its_words(text: str) -> None:
    """Negated before attributed before hedged before asserted."""
    words = text.split()
    trigger = next(place for place, word in enumerate(words) if word.startswith("!"))
    scope = scope_of(tree(text.replace("!", "")), trigger)
    assert (scope.modality.value, scope.reason) == TREES[text]


def test_what_stands_in_quotation_marks_is_somebody_elses_word() -> None:
    """The quotation is told by its place in the text."""
    text = "Reed/NNP/nsubj>2 left=leave/VBD/ROOT>2"
    assert scope_of(tree(text, quoted=((0, 9),)), 1).reason == "inside a quotation"
    assert scope_of(tree(text, quoted=((0, 4),)), 1).reason is None
