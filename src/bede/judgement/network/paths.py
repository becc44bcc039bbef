"""Shortest paths from one point: along the edges to the latest days, against them to the earliest.

Source: E. W. Dijkstra, "A note on two problems in connexion with graphs", Numerische Mathematik 1
(1959), pp. 269-271, on the reduced costs of D. B. Johnson, "Efficient algorithms for shortest paths
in sparse networks", Journal of the ACM 24 (1977), pp. 1-13.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heappop, heappush

from bede.judgement.network.graph import DifferenceGraph


def shortest_paths(
    graph: DifferenceGraph, start: int, *, forward: bool, goals: Iterable[int] | None = None
) -> Mapping[int, int]:
    """For each point in reach, the edge next to it on a shortest path between start and it.

    Of several shortest paths it is one with fewest edges; where these, too, are several, each
    point has the edge that was linked first. So the answer does not depend on the potentials. All
    edges must hold. O(m log m) for m edges in reach.

    Args:
        graph: a consistent graph.
        start: the number of a point.
        forward: whether the paths lead from the start, or else to it.
        goals: the points that are asked for; the search ends with the last. None: all.

    Returns:
        An edge for each point whose path is final, without the start; the goals among them if they
        are in reach.
    """
    edges, _, far_ends = graph.direction(forward=forward)
    potentials, constraints = graph.potentials, graph.constraints
    sign = 1 if forward else -1
    best: dict[int, tuple[int, int]] = {start: (0, 0)}
    next_to: dict[int, int] = {}
    final: dict[int, int] = {}
    missing = None if goals is None else set(goals) - {start}
    queue = [(0, 0, start)]
    while queue and missing != set():
        cost, steps, point = heappop(queue)
        if (cost, steps) > best[point]:
            continue
        if point != start:
            final[point] = next_to[point]
        if missing is not None:
            missing.discard(point)
        here = cost + sign * potentials[point]
        for edge in edges[point]:
            end = far_ends[edge]
            reached = (here + constraints[edge].at_most - sign * potentials[end], steps + 1)
            known = best.get(end)
            if known is None or reached < known:
                best[end] = reached
                next_to[end] = edge
                heappush(queue, (*reached, end))
            elif reached == known and edge < next_to[end]:
                next_to[end] = edge
    return final
