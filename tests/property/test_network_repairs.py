"""Repairs against brute force: the lightest set to give up, and good reasons for each refusal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations, product

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.property.test_network import ANYBODY, distances, grow, names

from bede.judgement.network import (
    Constraint,
    Network,
    Repair,
    Statement,
    smallest_repair,
    would_hold,
)

pairs = st.sampled_from(list(permutations(names(4), 2)))
constraints = st.builds(
    lambda pair, days: Constraint(*pair, days, ANYBODY), pairs, st.integers(-4, 3)
)
readings = st.lists(constraints, min_size=1, max_size=3).map(tuple)
bases = st.lists(constraints, max_size=3).map(lambda said: grow(said)[0])


@st.composite
def documents(draw: st.DrawFn) -> list[Statement]:
    """Up to six statements of one to three readings each."""
    said = draw(
        st.lists(
            st.tuples(
                st.lists(readings, min_size=1, max_size=3).map(tuple), st.sampled_from([1, 1, 2, 3])
            ),
            max_size=6,
        )
    )
    return [
        Statement(f"sentence {number}", alternatives, weight)
        for number, (alternatives, weight) in enumerate(said)
    ]


def can_hold(base: Network, kept: Sequence[Statement]) -> bool:
    """Try every choice of readings."""
    return any(
        distances([*base.constraints, *(one for reading in choice for one in reading)]) is not None
        for choice in product(*(each.alternatives for each in kept))
    )


def lightest(base: Network, said: Sequence[Statement]) -> list[str]:
    """Of all that could be given up the lightest, then the fewest, then the last."""
    ranked = []
    for gone in product([False, True], repeat=len(said)):
        dropped = [number for number, is_gone in enumerate(gone) if is_gone]
        rank = (
            sum(said[number].weight for number in dropped),
            len(dropped),
            sorted(-number for number in dropped),
        )
        ranked.append((rank, dropped))
    return next(
        [said[number].key for number in dropped]
        for _, dropped in sorted(ranked)
        if can_hold(base, [each for at, each in enumerate(said) if at not in dropped])
    )


def refused(repair: Repair) -> list[str]:
    return [refusal.statement.key for refusal in repair.refusals]


@settings(max_examples=150, deadline=None)
@given(bases, documents())
def test_no_lighter_set_could_be_given_up(base: Network, said: list[Statement]):
    """Brute force over every set and every choice of readings."""
    repair = smallest_repair(base, said)
    assert repair.undecided == ()
    assert refused(repair) == lightest(base, said)


@settings(max_examples=150, deadline=None)
@given(bases, documents(), st.sampled_from([0, 20, 10_000]))
def test_what_is_kept_holds_and_what_is_refused_conflicts_with_it(
    base: Network, said: list[Statement], most_trials: int
):
    """Each reading with an irreducible conflict of its own, however little work is allowed."""
    before = base.constraints
    repair = smallest_repair(base, said, most_trials=most_trials)
    assert base.constraints == before
    assert sorted([*repair.chosen, *refused(repair), *repair.undecided]) == [e.key for e in said]
    kept = [
        constraint
        for each in said
        if each.key in repair.chosen
        for constraint in each.alternatives[repair.chosen[each.key]]
    ]
    with base.trial():
        assert base.add(*kept) is None
        for refusal in repair.refusals:
            alternatives = refusal.statement.alternatives
            assert len(refusal.conflicts) == len(alternatives)
            for conflict, reading in zip(refusal.conflicts, alternatives, strict=True):
                steps = conflict.steps
                known = {*before, *kept, *reading}
                assert known.issuperset(steps)
                assert conflict.slack == sum(step.at_most for step in steps) < 0
                for left_out in range(len(steps)):
                    assert distances(steps[:left_out] + steps[left_out + 1 :]) is not None


@settings(max_examples=100, deadline=None)
@given(bases, st.lists(constraints, min_size=1, max_size=4))
def test_a_statement_holds_when_loosened_by_as_much_as_told_and_by_no_less(
    base: Network, said: list[Constraint]
):
    """Days are whole, so one day less is too little."""
    days = would_hold(base, said).days

    def holds(loosened_by: int) -> bool:
        loosened = [
            Constraint(each.start, each.end, each.at_most + loosened_by, ANYBODY) for each in said
        ]
        return base.conflict_with(loosened) is None

    assert holds(days)
    assert days == 0 or not holds(days - 1)
