"""Conflicts: constraints that cannot all be true, none of which could be spared.

The constraints along a simple cycle that weighs less than nothing add up to "a day comes before
itself". Leave one out and the rest is a path, which can always be walked: such a cycle is
irreducible, and so is what Bede reads aloud to say why a statement cannot be true.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bede.judgement.network.difference import ORIGIN_POINT, Constraint
from bede.judgement.network.graph import DifferenceGraph


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


def fewest_steps(graph: DifferenceGraph, newcomers: Sequence[int]) -> Conflict | None:
    """The negative cycle of fewest edges; of these the most negative, then the first linked.

    From each newcomer that the potentials break, Bellman-Ford runs hop by hop until a walk closes
    below nothing. The first to do so is simple: a repeated point would split off a shorter closed
    walk below nothing, and that one, too, passes a broken newcomer. A walk is given up once it is
    no longer below nothing, which keeps the search near the conflict and loses none: every
    negative cycle can be started where all its beginnings are negative. At worst O(c * h * m) for
    c broken newcomers, a cycle of h edges and m edges in all.

    The answer does not depend on the potentials, which remember what was tried and taken back.

    Args:
        graph: a graph whose potentials respect every edge except possibly the newcomers.
        newcomers: the edges just linked, in order.

    Returns:
        None if the graph has no negative cycle.
    """
    broken = [edge for edge in newcomers if graph.reduced_cost(edge) < 0]
    longest = len(graph.points)
    ranked: list[tuple[int, int, list[int], list[int]]] = []
    for edge in broken:
        cycle = _closing_walk(graph, edge, longest=longest)
        if cycle:
            longest = len(cycle)
            ranked.append((longest, _weight(graph, cycle), sorted(cycle), cycle))
    if not ranked:
        return None
    _, slack, _, cycle = min(ranked)
    return Conflict(_in_reading_order(graph, cycle), slack)


def _closing_walk(graph: DifferenceGraph, first: int, *, longest: int) -> list[int]:
    """The best walk of at most `longest` edges that closes `first` below nothing, or no edge."""
    goal = graph.tails[first]
    frontier = {graph.heads[first]: graph.reduced_cost(first)}
    best = dict(frontier)
    hops = [{graph.heads[first]: first}]
    while frontier and goal not in best and len(hops) < longest:
        reached: dict[int, int] = {}
        arrived_by: dict[int, int] = {}
        for point, cost in frontier.items():
            for edge in graph.outgoing[point]:
                head, total = graph.heads[edge], cost + graph.reduced_cost(edge)
                if total < best.get(head, 0) or (
                    total == reached.get(head)
                    and sorted(_walk(graph, hops, edge))
                    < sorted(_walk(graph, hops, arrived_by[head]))
                ):
                    best[head] = reached[head] = total
                    arrived_by[head] = edge
        frontier = reached
        hops.append(arrived_by)
    return _walk(graph, hops[:-1], hops[-1][goal]) if goal in best else []


def _walk(graph: DifferenceGraph, hops: Sequence[dict[int, int]], last: int) -> list[int]:
    """The edges of the walk that ends with `last`, given how each point was reached at each hop."""
    walk = [last]
    for arrived_by in reversed(hops):
        walk.append(arrived_by[graph.tails[walk[-1]]])
    return walk[::-1]


def _in_reading_order(graph: DifferenceGraph, cycle: list[int]) -> tuple[Constraint, ...]:
    steps = [graph.constraints[edge] for edge in cycle]
    starts = [step.start for step in steps]
    dated = ORIGIN_POINT in starts
    first = starts.index(ORIGIN_POINT) if dated else cycle.index(min(cycle))
    return (*steps[first:], *steps[:first])


def _weight(graph: DifferenceGraph, edges: list[int]) -> int:
    return sum(graph.constraints[edge].at_most for edge in edges)
