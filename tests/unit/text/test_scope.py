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
    "Reed/NNP/nsubj>4 could/MD/aux>4 not/RB/neg>4 escape/VB/ROOT>4 !arrest/NN/dobj>4": (
        "asserted",
        None,
    ),
    "Reed/NNP/nsubj>3 nearly/RB/advmod>3 !died=die/VBD/ROOT>3": ("negated", 'negated by "nearly"'),
    (
        "Reed/NNP/nsubj>2 tried=try/VBD/ROOT>2 to/TO/aux>4 !flee/VB/xcomp>2 but/CC/cc>2 "
        "failed=fail/VBD/conj>2"
    ): (
        "negated",
        'tried, but "failed"',
    ),
    ("Reed/NNP/nsubj>2 ordered=order/VBD/ROOT>2 Dorn/NNP/dobj>2 to/TO/aux>5 !leave/VB/xcomp>2"): (
        "asserted",
        None,
    ),
    "Reed/NNP/nsubj>2 came=come/VBD/ROOT>2 to/TO/aux>4 !win/VB/advcl>2": ("asserted", None),
    "Reed/NNP/nsubj>2 stayed=stay/VBD/ROOT>2 to/TO/aux>4 !win/VB/advcl>2": (
        "hedged",
        "a purpose, not a result",
    ),
    "Reed/NNP/nsubjpass>3 is/VBZ/auxpass>3 said=say/VBN/ROOT>3 to/TO/aux>5 !rule/VB/xcomp>3": (
        "hedged",
        'hedged by "said"',
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


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dorn/NNP/nsubj>2 says=say/VBZ/ROOT>2 Reed/NNP/nsubj>4 !died=die/VBD/ccomp>2", "Dorn"),
        (
            "According=accord/VBG/prep>5 to/IN/prep>1 Dorn/NNP/pobj>2 Reed/NNP/nsubj>5 "
            "!died=die/VBD/ROOT>5",
            "Dorn",
        ),
        (
            "Dorn/NNP/poss>2 claim/NN/nsubj>6 that/IN/mark>5 Reed/NNP/nsubj>5 !died=die/VBD/acl>2 "
            "spread/VBD/ROOT>6",
            "Dorn",
        ),
        (
            "Reed/NNP/nsubjpass>3 was/VBD/auxpass>3 accused=accuse/VBN/ROOT>3 of/IN/prep>3 "
            "!fleeing=flee/VBG/pcomp>4",
            None,
        ),
    ],
)
def test_a_reported_event_tells_who_speaks(text: str, speaker: str | None) -> None:
    """The head word of whoever says it; None where the text names nobody."""
    words = text.split()
    trigger = next(place for place, word in enumerate(words) if word.startswith("!"))
    sentence = tree(text.replace("!", ""))
    scope = scope_of(sentence, trigger)
    named = sentence.tokens[scope.speaker].text if scope.speaker is not None else None
    assert (scope.modality.value, named) == ("attributed", speaker)


def test_a_borrowed_expression_is_the_authors_own_statement() -> None:
    """A few words in quotation marks, without a verb that tells and without a capital."""
    text = "They/PRP/nsubj>2 led=lead/VBD/ROOT>2 a/DT/det>4 raid/NN/dobj>2"
    assert scope_of(tree(text, quoted=((11, 15),)), 3).reason is None
