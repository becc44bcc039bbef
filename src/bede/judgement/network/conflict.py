"""Conflicts: constraints that cannot all be true, none of which could be spared.

The constraints along a simple cycle that weighs less than nothing add up to "a day comes before
itself". Leave one out and the rest is a path, which can always be walked: such a cycle is
irreducible, and so is what Bede reads aloud to say why a statement cannot be true.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bede.judgement.network.difference import ORIGIN_POINT, Constraint
from bede.judgement.network.graph import DifferenceGraph

MOST_COMPARED: Final = 200
"""Up to how many steps two conflicts that are as good as each other are compared by age."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """An irreducible set of constraints that cannot hold together.

    Attributes:
        steps: a simple cycle, the end of each step being the start of the next. It starts from
            the origin point if that is on it, else with the constraint that was added first.
        slack: the sum of the steps in days, negative: by how many days they fail.
    """

    steps: tuple[Constraint, ...]
    slack: int


def fewest_steps(graph: DifferenceGraph, newcomers: Sequence[int]) -> list[int] | None:
    """The negative cycle of fewest edges; of these the most negative, then the first linked.

    From each point that newcomers lead to in spite of the potentials, Bellman and Ford's method
    runs against the edges, hop by hop, until a walk closes below nothing. The first to do so is
    simple: a repeated point would split off a shorter closed walk below nothing, and that one,
    too, passes a broken newcomer. A walk is given up once it is no longer below nothing, which
    keeps the search near the conflict and loses none: every negative cycle can be ended where all
    its endings are negative. At worst O(c * h * m) for c such points, a cycle of h edges and m
    edges in all.

    The answer does not depend on the potentials, which remember what was tried and taken back. Of
    cycles as good in every way and of more than `MOST_COMPARED` edges the first found is told.

    Args:
        graph: a graph whose potentials respect every edge except possibly the newcomers.
        newcomers: the edges just linked, in order.

    Returns:
        The edges, head to tail, in the order in which a conflict is read; None if the graph has no
        negative cycle.
    """
    broken: dict[int, list[int]] = {}
    for edge in newcomers:
        if graph.reduced_cost(edge) < 0:
            broken.setdefault(graph.heads[edge], []).append(edge)
    longest = len(graph.points)
    ranked: list[tuple[int, int, list[int], list[int]]] = []
    for last_steps in broken.values():
        cycle = _closing_walk(graph, last_steps, longest=longest)
        if cycle:
            longest = len(cycle)
            ranked.append((longest, _weight(graph, cycle), sorted(cycle), cycle))
    return in_reading_order(graph, min(ranked)[-1]) if ranked else None


def in_reading_order(graph: DifferenceGraph, cycle: Sequence[int]) -> list[int]:
    """A cycle from the origin point on, or, without it, from the edge that was linked first."""
    starts = [graph.constraints[edge].start for edge in cycle]
    dated = ORIGIN_POINT in starts
    first = starts.index(ORIGIN_POINT) if dated else cycle.index(min(cycle))
    return [*cycle[first:], *cycle[:first]]


def read_aloud(graph: DifferenceGraph, cycle: Sequence[int]) -> Conflict:
    """The constraints of a cycle, and by how much they fail."""
    return Conflict(tuple(graph.constraints[edge] for edge in cycle), _weight(graph, cycle))


def _closing_walk(graph: DifferenceGraph, last_steps: Sequence[int], *, longest: int) -> list[int]:
    """The best walk of at most `longest` edges below nothing that closes with one of these edges.

    Args:
        graph: the graph.
        last_steps: edges that lead to one point and are broken.
        longest: the most edges that the walk may have.

    Returns:
        No edge if there is no such walk.
    """
    goal = graph.heads[last_steps[0]]
    best: dict[int, int] = {}
    hops: list[dict[int, int]] = []
    frontier: dict[int, int] = {goal: 0}
    while frontier and goal not in best and len(hops) < longest:
        reached: dict[int, int] = {}
        left_by: dict[int, int] = {}
        for point, cost in frontier.items():
            for edge in graph.incoming[point] if hops else last_steps:
                tail, total = graph.tails[edge], cost + graph.reduced_cost(edge)
                if total < best.get(tail, 0) or (
                    total == reached.get(tail) and _is_said_first(graph, hops, edge, left_by[tail])
                ):
                    best[tail] = reached[tail] = total
                    left_by[tail] = edge
        frontier = reached
        hops.append(left_by)
    return _walk(graph, hops[:-1], hops[-1][goal]) if goal in best else []


def _is_said_first(
    graph: DifferenceGraph, hops: Sequence[dict[int, int]], edge: int, known: int
) -> bool:
    """Whether the walk that begins with `edge` was linked before that beginning with `known`."""
    if graph.heads[edge] == graph.heads[known]:
        return edge < known
    if len(hops) > MOST_COMPARED:
        return False
    return sorted(_walk(graph, hops, edge)) < sorted(_walk(graph, hops, known))


def _walk(graph: DifferenceGraph, hops: Sequence[dict[int, int]], first: int) -> list[int]:
    """The edges of the walk that begins with `first`, given how each point is left at each hop."""
    walk = [first]
    for left_by in reversed(hops):
        walk.append(left_by[graph.heads[walk[-1]]])
    return walk


def _weight(graph: DifferenceGraph, edges: Sequence[int]) -> int:
    return sum(graph.constraints[edge].at_most for edge in edges)
