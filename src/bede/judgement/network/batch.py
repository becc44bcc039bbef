"""Days for all points at once: what a whole library of constraints allows, or where it breaks.

Adding one constraint after the other moves a point as often as something new is said of it. Here
each point gets its day from all constraints together: the latest that follows from the origin
point; where none follows, the earliest that what is settled already allows, and so to and fro;
where nothing is settled, a first point is put on day 0. A settled point never moves again, least
of all the origin point, which would drag along everything that is dated.

Source: B. V. Cherkassky, A. V. Goldberg, "Negative-cycle detection algorithms", Mathematical
Programming 85 (1999), pp. 277-311, method BFCT: Bellman and Ford's, first in first out, with
R. E. Tarjan's disassembly of subtrees ("Shortest paths", Bell Laboratories, 1981), which meets a
negative cycle as soon as a branch of the tree of shortest paths grows back into its own root.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Final, cast

from bede.judgement.network.graph import DifferenceGraph

MOST_BREAKS: Final = 16
"""After so many negative cycles away from the origin point the search ends: one is to be told."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A day for each point, and the edges that these days break.

    Attributes:
        days: one for each point of the graph. They respect every edge that is not broken.
        broken: edges, each part of something that comes before itself; none if all is consistent.
        cycle: the edges of a simple negative cycle, head to tail; none if all is consistent.
        complete: whether the search went to its end. If not, the days mean nothing.
    """

    days: list[int]
    broken: tuple[int, ...]
    cycle: tuple[int, ...]
    complete: bool


def lay_out(graph: DifferenceGraph) -> Layout:
    """Find a day for every point, from nothing; the potentials of the graph are not looked at.

    At worst O(n * m) for n points and m edges; on sparse networks of history close to linear.
    """
    trees = _Trees(graph)
    for seed in range(len(graph.points)):
        if trees.days[seed] == inf and not trees.has_enough:
            settled = trees.plant(seed)
            forward = False
            while settled and not trees.has_enough:
                settled = trees.settle(settled, forward=forward)
                forward = not forward
    broken = tuple(sorted((*trees.broken, *trees.closing)))
    days = cast("list[int]", trees.days)
    return Layout(days, broken, tuple(trees.cycle), not trees.has_enough)


class _Trees:
    """The shortest paths found so far, and the days that they give.

    Each tree is kept as a circular list in preorder, so that a subtree is a stretch of the list;
    it ends where as many points have been met as children were announced. While it lasts, a search
    knows the length of its path to each point: infinite where there is none yet, less than any
    where the point was settled before, so that nothing moves it.
    """

    def __init__(self, graph: DifferenceGraph) -> None:
        size = len(graph.points)
        self.days: list[float] = [inf] * size
        self.broken: list[int] = []
        self.closing: list[int] = []
        self.cycle: list[int] = []
        self._graph = graph
        self._reach: list[float] = [inf] * size
        self._weights: list[float] = [constraint.at_most for constraint in graph.constraints]
        self._arrived_by = [-1] * size
        self._after = list(range(size))
        self._before = list(range(size))
        self._children = [0] * size
        self._waits = bytearray(size)

    @property
    def has_enough(self) -> bool:
        """Whether so many edges were given up that the search is to end."""
        return len(self.broken) >= MOST_BREAKS

    def plant(self, seed: int) -> list[int]:
        """Put a point on day 0, settle what follows it, and note each edge back that it breaks.

        Returns:
            The points that got their day, the seed first.
        """
        days, weights, graph = self.days, self._weights, self._graph
        days[seed] = 0
        back = graph.incoming[seed]
        for edge in back:
            weights[edge] = inf
        settled = [seed, *self.settle([seed], forward=True)]
        for edge in back:
            at_most = graph.constraints[edge].at_most
            if days[graph.tails[edge]] + at_most >= 0:
                weights[edge] = at_most
            else:
                self.closing.append(edge)
                if not self.cycle:
                    self.cycle = [*self._path(seed, graph.tails[edge], graph.tails), edge]
        return settled

    def settle(self, sources: Sequence[int], *, forward: bool) -> list[int]:
        """Give its day to each point that the sources reach and that has none.

        Args:
            sources: points with a day, from which no path leads to any other point with a day.
            forward: along the edges, each point as late as can be; or else against them, each
                point as early as can be.

        Returns:
            The points that got their day, in the order in which they were reached.
        """
        days, reach, sign = self.days, self._reach, 1 if forward else -1
        reached: list[int] = []
        queue = deque(sources)
        for point in sources:
            reach[point] = sign * days[point]
        while queue and not self.has_enough:
            breaks = len(self.broken)
            for point in queue:
                self._waits[point] = 1
            self._relax(queue, reached, forward=forward)
            if len(self.broken) > breaks:
                queue = deque(self._unfinished(reached, forward=forward))
        for point in reached:
            days[point] = sign * reach[point]
            reach[point] = -inf
        for point in sources:
            reach[point] = -inf
        return reached

    def _relax(self, queue: deque[int], reached: list[int], *, forward: bool) -> None:
        """Take points from the queue until no edge that leaves them can shorten a path."""
        reach, weights, arrived_by = self._reach, self._weights, self._arrived_by
        after, before, children, waits = self._after, self._before, self._children, self._waits
        edges, near_ends, far_ends = self._graph.direction(forward=forward)
        while queue and not self.has_enough:
            point = queue.popleft()
            if not waits[point]:
                continue  # its own path has become shorter since, and will reach it again
            waits[point] = 0
            here = reach[point]
            for edge in edges[point]:
                end = far_ends[edge]
                length = here + weights[edge]
                if length >= reach[end]:
                    continue
                if reach[end] == inf:
                    reached.append(end)
                else:
                    if (children[end] or end == point) and not self._fell(end, point):
                        self._break(edge, point, end, near_ends, forward=forward)
                        continue
                    if arrived_by[end] >= 0:
                        children[near_ends[arrived_by[end]]] -= 1
                        left, right = before[end], after[end]
                        after[left], before[right] = right, left
                reach[end] = length
                arrived_by[end] = edge
                children[point] += 1
                right = after[point]
                after[point] = before[right] = end
                before[end], after[end] = point, right
                if not waits[end]:
                    waits[end] = 1
                    queue.append(end)

    def _fell(self, top: int, spared: int) -> bool:
        """Take everything below a point out of its tree, to wait for the shorter path.

        Returns:
            False if the spared point is the top or stands below it; then nothing is taken out.
        """
        after, before, children = self._after, self._before, self._children
        below: list[int] = []
        announced, point = children[top], after[top]
        while announced and point != spared:
            below.append(point)
            announced += children[point] - 1
            point = after[point]
        if announced or top == spared:
            return False
        for each in below:
            after[each] = before[each] = each
            children[each] = self._waits[each] = 0
            self._arrived_by[each] = -1
        children[top] = 0
        after[top], before[point] = point, top
        return True

    def _break(
        self, edge: int, point: int, end: int, near_ends: Sequence[int], *, forward: bool
    ) -> None:
        """Give up an edge that would close a negative cycle with the path to where it leaves."""
        self._weights[edge] = inf
        self.broken.append(edge)
        cycle = [*self._path(end, point, near_ends), edge]
        if not self.cycle or len(cycle) < len(self.cycle):
            self.cycle = cycle if forward else cycle[::-1]

    def _unfinished(self, reached: Sequence[int], *, forward: bool) -> list[int]:
        """Points with an edge that still shortens a path: they were left to an edge given up."""
        reach, weights = self._reach, self._weights
        edges, _, far_ends = self._graph.direction(forward=forward)
        return [
            point
            for point in reached
            if any(reach[point] + weights[edge] < reach[far_ends[edge]] for edge in edges[point])
        ]

    def _path(self, top: int, point: int, near_ends: Sequence[int]) -> list[int]:
        """The edges from a point of the tree down to one below it; none if it is not below it."""
        path: list[int] = []
        while point != top:
            edge = self._arrived_by[point]
            if edge < 0:
                return []
            path.append(edge)
            point = near_ends[edge]
        return path[::-1]
