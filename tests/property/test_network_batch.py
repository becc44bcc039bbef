"""Loading at once, and tightening, against adding one by one and against Floyd and Warshall."""

from __future__ import annotations

from itertools import pairwise
from math import inf

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.property.test_network import (
    ANYBODY,
    answers,
    distances,
    full_of_ties,
    grow,
    mostly_true,
    small,
)

from bede.judgement.network import ORIGIN_POINT, Conflict, Constraint, Network, Origin, at_least

YEARS = 365 * 10**9
"""A billion years in days."""


@settings(max_examples=100, deadline=None)
@given(st.one_of(small, mostly_true()), st.integers(0, 60))
def test_loading_at_once_answers_as_adding_does(said: list[Constraint], already: int):
    """The same network or the same conflict, whatever was there before."""
    loaded, _ = grow(said[:already])
    added, _ = grow(said[:already])
    assert loaded.load(said[already:]) == added.add(*said[already:])
    assert answers(loaded) == answers(added)


@settings(max_examples=60, deadline=None)
@given(mostly_true(), mostly_true())
def test_what_is_added_after_loading_is_judged_as_ever(
    known: list[Constraint], asked: list[Constraint]
):
    """And undoing it gives back the network that was loaded."""
    possible = grow(known)[0].constraints
    network, grown = Network(), Network()
    assert network.load(possible) is None
    grown.add(*possible)
    before = answers(network)
    for constraint in asked:
        with network.trial():
            assert network.add(constraint) == grown.conflict_with([constraint])
    assert answers(network) == before


@settings(max_examples=60, deadline=None)
@given(mostly_true())
def test_tightening_gives_every_point_its_shortest_distances(said: list[Constraint]):
    """Both days of all points in two runs, by day numbers alone or with their reasons."""
    network, _ = grow(said)
    shortest = distances(network.constraints)
    assert shortest is not None
    tightened = network.bounds()
    assert tuple(tightened) == network.points
    for point in network.points:
        up, down = shortest[ORIGIN_POINT, point], shortest[point, ORIGIN_POINT]
        assert tightened.days(point) == (
            None if down == inf else -down,
            None if up == inf else up,
        )
        earliest, latest = tightened[point]
        assert tightened.days(point) == (earliest.day, latest.day)
        for bound, sign in ((earliest, -1), (latest, 1)):
            assert sum(step.at_most for step in bound.because) * sign == (bound.day or 0)


@settings(max_examples=60, deadline=None)
@given(full_of_ties)
def test_tightening_all_gives_the_reasons_that_asking_for_one_gives(said: list[Constraint]):
    """Of several reasons as good as each other, too."""
    network, _ = grow(said)
    tightened = network.bounds()
    for point in network.points:
        assert tightened[point] == (network.earliest(point), network.latest(point))


@settings(max_examples=60, deadline=None)
@given(mostly_true())
def test_a_conflict_of_a_load_is_a_cycle_that_no_step_can_be_spared_from(said: list[Constraint]):
    """Said twice over, so that every step has a double."""
    conflict = Network().load(said + said)
    assert (conflict is None) == (distances(said) is not None)
    if conflict is not None:
        steps = conflict.steps
        assert conflict.slack == sum(step.at_most for step in steps) < 0
        assert [step.end for step in steps] == [*(step.start for step in steps[1:]), steps[0].start]
        for left_out in range(len(steps)):
            assert distances(steps[:left_out] + steps[left_out + 1 :]) is not None


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([ORIGIN_POINT, "a", "b", "c"]),
            st.sampled_from([ORIGIN_POINT, "a", "b", "c"]),
            st.sampled_from([-YEARS, -1, 0, 1, YEARS]),
        ),
        max_size=12,
    )
)
def test_self_references_and_a_billion_years_are_answered(said: list[tuple[str, str, int]]):
    """Whatever is asked about days before the earth, an answer comes back and no exception."""
    constraints = [Constraint(start, end, days, ANYBODY) for start, end, days in said]
    network = Network()
    conflict = network.load(constraints)
    assert conflict == Network().add(*constraints)
    assert (conflict is None) == (distances(constraints) is not None)
    assert len(network.bounds()) == len(network.points)


def test_loading_stops_where_orders_run_in_circles_everywhere():
    """Thousands of circles, none of them dated: one is told, short and irreducible."""
    said = []
    for number in range(3000):
        ring = [f"ring {number}, {place}" for place in range(2 + number % 3)]
        for a, b in pairwise([*ring, ring[0]]):
            said.append(at_least(a, b, 1, Origin("text", f"{b} came after {a}", "page.txt:1")))
    network = Network()
    assert network.load(said) == Conflict((said[0], said[1]), slack=-2)
    assert network.points == (ORIGIN_POINT,)


def test_a_circle_through_thousands_of_orders_said_twice_is_found_whole():
    """The days of long chains are compared, not every walk with every other."""
    size = 5000
    points = [f"point {number}" for number in range(size)]
    chain = [at_least(a, b, 1, ANYBODY) for a, b in pairwise([*points, points[0]])]
    conflict = Network().load(chain + chain)
    assert conflict is not None
    assert (len(conflict.steps), conflict.slack) == (size, -size)
