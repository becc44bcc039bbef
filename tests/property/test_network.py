"""The chronological network against brute force, and against Floyd and Warshall."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise, permutations, product
from math import inf

from hypothesis import given, settings
from hypothesis import strategies as st

from bede.judgement.network import ORIGIN_POINT, Conflict, Constraint, Network, Origin

ANYBODY = Origin(kind="text", says="said", reference="nowhere")


def names(count: int) -> list[str]:
    return [ORIGIN_POINT, *(f"point {number}" for number in range(1, count))]


def pairs(points: list[str]) -> st.SearchStrategy[tuple[str, str]]:
    """Two different points, in either order."""
    return st.sampled_from(list(permutations(points, 2)))


@st.composite
def statements(draw: st.DrawFn, *, points: int, widest: int, most: int) -> list[Constraint]:
    """Random constraints between `points` points, of at most `widest` days either way."""
    days = st.integers(-widest, widest)
    said = draw(st.lists(st.tuples(pairs(names(points)), days), max_size=most))
    return [Constraint(start, end, at_most, ANYBODY) for (start, end), at_most in said]


small = st.one_of(
    statements(points=3, widest=4, most=8),
    statements(points=4, widest=2, most=9),
    statements(points=5, widest=1, most=10),
)

full_of_ties = statements(points=6, widest=2, most=25).map(
    lambda said: [
        Constraint(c.start, c.end, c.at_most + 1, Origin("text", "said", f"sentence {number}"))
        for number, c in enumerate(said)
    ]
)


@st.composite
def mostly_true(draw: st.DrawFn) -> list[Constraint]:
    """Up to 25 points on hidden days; most statements leave days to spare, a few fall short."""
    points = names(draw(st.integers(2, 25)))
    days = {point: draw(st.integers(-500, 500)) for point in points[1:]} | {ORIGIN_POINT: 0}
    pair, count = pairs(points), draw(st.integers(0, 70))
    right = st.lists(st.tuples(pair, st.integers(0, 25)), min_size=count, max_size=count)
    wrong = st.lists(st.tuples(pair, st.integers(-40, -1)), max_size=4)
    said = draw(right) + draw(wrong)
    turn = draw(st.integers(0, len(said)))
    return [
        Constraint(start, end, days[end] - days[start] + spare, ANYBODY)
        for (start, end), spare in said[turn:] + said[:turn]
    ]


def is_possible(constraints: Sequence[Constraint], count: int, widest: int) -> bool:
    """Try every calendar: if any exists, one lies within (count - 1) * widest days of day 0."""
    points = names(count)
    reach = (count - 1) * widest
    return any(
        all(days[c.end] - days[c.start] <= c.at_most for c in constraints)
        for rest in product(range(-reach, reach + 1), repeat=count - 1)
        for days in [dict(zip(points, (0, *rest), strict=True))]
    )


def distances(constraints: Sequence[Constraint]) -> dict[tuple[str, str], float] | None:
    """All shortest paths by Floyd and Warshall, or None if a cycle weighs less than nothing."""
    points = sorted({ORIGIN_POINT} | {p for c in constraints for p in (c.start, c.end)})
    shortest = {(a, b): 0 if a == b else inf for a in points for b in points}
    for c in constraints:
        shortest[c.start, c.end] = min(shortest[c.start, c.end], c.at_most)
    for via in points:
        for a in points:
            for b in points:
                through = shortest[a, via] + shortest[via, b]
                if through < shortest[a, b]:
                    shortest[a, b] = through
    return None if any(shortest[p, p] < 0 for p in points) else shortest


def grow(constraints: Sequence[Constraint]) -> tuple[Network, list[Conflict]]:
    """Add one by one, leaving out what conflicts."""
    network = Network()
    answers = [network.add(constraint) for constraint in constraints]
    return network, [conflict for conflict in answers if conflict is not None]


def answers(network: Network) -> list[object]:
    """Everything that can be asked of a network."""
    ask = (network.earliest, network.latest)
    return [network.points, network.constraints] + [f(p) for p in network.points for f in ask]


@settings(max_examples=40, deadline=None)
@given(st.data(), st.sampled_from([(3, 4, 8), (4, 2, 9), (5, 1, 7)]))
def test_it_accepts_exactly_what_some_calendar_allows(
    data: st.DataObject, size: tuple[int, int, int]
):
    """Brute force over every possible day of every point."""
    count, widest, most = size
    said = data.draw(statements(points=count, widest=widest, most=most))
    assert (Network().add(*said) is None) == is_possible(said, count, widest)


@settings(max_examples=80, deadline=None)
@given(mostly_true())
def test_it_accepts_exactly_what_has_no_negative_cycle(said: list[Constraint]):
    """At once or one by one, in either order."""
    possible = distances(said) is not None
    assert (Network().add(*said) is None) == possible
    assert (grow(said)[1] == []) == possible
    assert (grow(said[::-1])[1] == []) == possible


@settings(max_examples=100, deadline=None)
@given(mostly_true())
def test_a_conflict_is_a_simple_cycle_that_no_step_can_be_spared_from(said: list[Constraint]):
    """Its steps were said, are linked head to tail, fail together and hold without any one."""
    conflict = Network().add(*said)
    if conflict is None:
        return
    steps = conflict.steps
    starts = [step.start for step in steps]
    assert all(any(step is one for one in said) for step in steps)
    assert [step.end for step in steps] == [*starts[1:], starts[0]]
    assert len(set(starts)) == len(steps)
    assert ORIGIN_POINT not in starts[1:]
    assert conflict.slack == sum(step.at_most for step in steps) < 0
    assert distances(steps) is None
    for left_out in range(len(steps)):
        assert distances(steps[:left_out] + steps[left_out + 1 :]) is not None


@settings(max_examples=60, deadline=None)
@given(small, st.integers(0, 8))
def test_no_conflict_has_fewer_steps(said: list[Constraint], already: int):
    """Whether all comes at once or some of it was there before."""
    network, _ = grow(said[:already])
    known, new = network.constraints, said[already:]
    conflict = network.add(*new)
    everything = [*known, *new]
    fewest = next(
        (
            size
            for size in range(1, len(everything) + 1)
            if any(distances(some) is None for some in combinations(everything, size))
        ),
        None,
    )
    assert (None if conflict is None else len(conflict.steps)) == fewest


@settings(max_examples=60, deadline=None)
@given(mostly_true())
def test_bounds_are_shortest_distances(said: list[Constraint]):
    """And the constraints given as reasons add up to them, by themselves."""
    network, _ = grow(said)
    shortest = distances(network.constraints)
    assert shortest is not None
    for point in network.points:
        latest, earliest = network.latest(point), network.earliest(point)
        up, down = shortest[ORIGIN_POINT, point], shortest[point, ORIGIN_POINT]
        assert latest.day == (None if up == inf else up)
        assert earliest.day == (None if down == inf else -down)
        for bound, sign in ((latest, 1), (earliest, -1)):
            if bound.day is not None:
                assert sum(step.at_most for step in bound.because) * sign == bound.day


@settings(max_examples=60, deadline=None)
@given(mostly_true(), st.integers(-40, 40), st.data())
def test_entailment_is_a_distance_within_the_limit(
    said: list[Constraint], spare: int, data: st.DataObject
):
    """What is given as proof entails it alone."""
    network, _ = grow(said)
    shortest = distances(network.constraints)
    assert shortest is not None
    start, end = (data.draw(st.sampled_from(network.points)) for _ in range(2))
    distance = shortest[start, end]
    asked = Constraint(start, end, spare if distance == inf else int(distance) + spare, ANYBODY)
    proof = network.entailed_by(asked)
    assert (proof is not None) == (distance <= asked.at_most)
    if proof is not None:
        assert Network().add(*proof, asked.negation) is not None


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.tuples(*[mostly_true()] * 3), st.tuples(*[full_of_ties] * 3)))
def test_undo_restores_every_answer(
    statements: tuple[list[Constraint], list[Constraint], list[Constraint]],
):
    """What was tried and taken back leaves no trace, neither now nor in what comes later."""
    said, tried, later = statements
    network, _ = grow(said)
    before = answers(network)
    mark = network.mark()
    for constraint in tried:
        network.add(constraint)
    network.undo(mark)
    assert answers(network) == before

    untouched, _ = grow(said)
    for start in range(0, len(later), 3):
        few = later[start : start + 3]
        assert network.add(*few) == untouched.add(*few)
        assert answers(network) == answers(untouched)


@settings(max_examples=40, deadline=None)
@given(mostly_true(), mostly_true())
def test_a_question_changes_nothing(said: list[Constraint], asked: list[Constraint]):
    """Asking twice gives the same conflict, and adding gives the one that asking foretold."""
    network, _ = grow(said)
    before = answers(network)
    foretold = network.conflict_with(asked)
    assert network.conflict_with(asked) == foretold
    assert answers(network) == before
    assert network.add(*asked) == foretold


def test_a_long_chain_is_no_deep_recursion():
    """A conflict through thousands of steps is found and told whole."""
    size = 2000
    points = [ORIGIN_POINT, *(f"point {number}" for number in range(size))]
    chain = [Constraint(b, a, -1, ANYBODY) for a, b in pairwise(points)]
    network = Network()
    assert network.add(*chain) is None
    conflict = network.add(Constraint(ORIGIN_POINT, points[-1], size - 1, ANYBODY))
    assert conflict is not None
    assert (len(conflict.steps), conflict.slack) == (size + 1, -1)
