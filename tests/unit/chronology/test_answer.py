"""Kleene's truth tables."""

import pytest

from bede.chronology import Answer, all_of, any_of

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


def test_one_no_decides_a_conjunction_and_one_yes_a_disjunction():
    """Unknown matters only where nothing else decides."""
    assert all_of([YES, UNKNOWN, NO]) == NO
    assert all_of([YES, UNKNOWN]) == UNKNOWN
    assert any_of([NO, UNKNOWN, YES]) == YES
    assert any_of([NO, UNKNOWN]) == UNKNOWN


def test_of_nothing_a_conjunction_is_yes_and_a_disjunction_no():
    """As in two-valued logic."""
    assert all_of([]) == YES
    assert any_of([]) == NO


def test_negation_leaves_the_unknown_unknown():
    """Not knowing is not knowing the opposite either."""
    assert [answer.negate() for answer in (YES, NO, UNKNOWN)] == [NO, YES, UNKNOWN]


def test_an_answer_cannot_be_mistaken_for_a_truth_value():
    """`if answer:` would take a no for true."""
    with pytest.raises(TypeError, match="compare it with Answer"):
        bool(NO)
