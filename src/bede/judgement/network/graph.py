"""The graph under a chronological network: one edge per constraint, one potential per point.

The edge from `start` to `end` weighs `at_most`. The graph is consistent exactly when no cycle
weighs less than nothing (Dechter, Meiri, Pearl 1991), which is when potentials exist such that
`potential(end) - potential(start) <= at_most` on every edge: any such potentials are a possible
calendar of all points. What an edge leaves unused of it is its reduced cost, never negative, so
that Dijkstra's method finds shortest paths although weights may be negative.

Sources: S. Cotton, O. Maler, "Fast and flexible difference constraint propagation for DPLL(T)",
SAT 2006, LNCS 4121, pp. 170-183; D. B. Johnson, "Efficient algorithms for shortest paths in
sparse networks", Journal of the ACM 24 (1977), pp. 1-13.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from typing import Final

from bede.judgement.network.difference import ORIGIN_POINT, Constraint, Point

ORIGIN_INDEX: Final = 0


class DifferenceGraph:
    """Points and edges by number, in the order they came.

    It keeps what it is given, consistent or not; whoever links an edge asks `repair` whether it
    fits. Numbers of points and edges stay valid until they are unlinked.
    """

    def __init__(self) -> None:
        self.constraints: list[Constraint] = []
        self.tails: list[int] = []
        self.heads: list[int] = []
        self.points: list[Point] = [ORIGIN_POINT]
        self.outgoing: list[list[int]] = [[]]
        self.incoming: list[list[int]] = [[]]
        self.potentials: list[int] = [0]
        self._numbers: dict[Point, int] = {ORIGIN_POINT: ORIGIN_INDEX}
        self._points_before: list[int] = []
        self._last: dict[Point, int] = {}

    def number(self, point: Point) -> int | None:
        """The number of a point, or None if no edge names it."""
        return self._numbers.get(point)

    def reduced_cost(self, edge: int) -> int:
        """How many days the potentials leave unused on an edge; negative: they break it."""
        unused = self.potentials[self.tails[edge]] - self.potentials[self.heads[edge]]
        return unused + self.constraints[edge].at_most

    def link(self, constraint: Constraint) -> int:
        """Append an edge and return its number.

        A point that is new is put where the edge holds; one that was there before, where it was,
        since what is taken back mostly comes again, and then nothing has to move.
        """
        self._points_before.append(len(self.points))
        start, end, days = constraint.start, constraint.end, constraint.at_most
        if start not in self._numbers:
            known = self._numbers.get(end)
            self._new_point(start, 0 if known is None else self.potentials[known] - days)
        tail = self._numbers[start]
        if end not in self._numbers:
            self._new_point(end, self.potentials[tail] + days)
        head = self._numbers[end]
        edge = len(self.constraints)
        self.constraints.append(constraint)
        self.tails.append(tail)
        self.heads.append(head)
        self.outgoing[tail].append(edge)
        self.incoming[head].append(edge)
        return edge

    def link_all(self, constraints: Iterable[Constraint]) -> None:
        """Append many edges. New points are put anywhere: the potentials must be set anew."""
        numbers, heads, tails = self._numbers, self.heads, self.tails
        for constraint in constraints:
            self._points_before.append(len(self.points))
            tail = numbers.get(constraint.start)
            if tail is None:
                tail = self._new_point(constraint.start, 0)
            head = numbers.get(constraint.end)
            if head is None:
                head = self._new_point(constraint.end, 0)
            edge = len(heads)
            tails.append(tail)
            heads.append(head)
            self.constraints.append(constraint)
            self.outgoing[tail].append(edge)
            self.incoming[head].append(edge)

    def unlink_from(self, edge: int) -> None:
        """Take back this edge and all later ones, with the points that only they named.

        The potentials stay as they are. Each edge bounds its own two points only, so potentials
        that respect a set of edges respect every subset of it.
        """
        if edge == len(self.constraints):
            return
        for number in range(len(self.constraints) - 1, edge - 1, -1):
            self.outgoing[self.tails[number]].pop()
            self.incoming[self.heads[number]].pop()
        points = self._points_before[edge]
        for point, potential in zip(self.points[points:], self.potentials[points:], strict=True):
            del self._numbers[point]
            self._last[point] = potential
        for edges in (self.constraints, self.tails, self.heads, self._points_before):
            del edges[edge:]
        for values in (self.points, self.outgoing, self.incoming, self.potentials):
            del values[points:]

    def repair(self, edge: int) -> bool:
        """Move potentials until a new edge holds too, after Cotton and Maler 2006.

        All other edges must hold. Only points that have to move are visited, the furthest first:
        O(m + n log m) for n of these and m edges that leave them. Cotton and Maler always lower
        what follows the edge. An edge into the origin point raises what precedes it instead, or
        every lower bound would drag all that is dated along.

        Returns:
            False if the edge closes a negative cycle; then nothing has moved.
        """
        lacking = -self.reduced_cost(edge)
        if lacking <= 0:
            return True
        lower = self.heads[edge] != ORIGIN_INDEX
        first, last = self.heads[edge], self.tails[edge]
        if not lower:
            first, last = last, first
        edges, _, far_ends = self.direction(forward=lower)
        potentials, constraints = self.potentials, self.constraints
        sign = 1 if lower else -1
        moves: dict[int, int] = {}
        queue = [(-lacking, first)]
        while queue:
            negated, point = heappop(queue)
            if point in moves:
                continue
            if point == last:
                return False
            moves[point] = days = -negated
            here = potentials[point]
            for step in edges[point]:
                # The reduced cost, told here because nothing else is asked as often.
                far = far_ends[step]
                rest = days - sign * (here - potentials[far]) - constraints[step].at_most
                if rest > 0 and far not in moves:
                    heappush(queue, (-rest, far))
        for point, days in moves.items():
            potentials[point] -= sign * days
        return True

    def direction(
        self, *, forward: bool
    ) -> tuple[Sequence[Sequence[int]], Sequence[int], Sequence[int]]:
        """The edges at each point, and where each edge starts and ends, along the edges or against.

        Against them the two ends change places, and the edges at a point are those into it.
        """
        if forward:
            return self.outgoing, self.tails, self.heads
        return self.incoming, self.heads, self.tails

    def _new_point(self, point: Point, potential: int) -> int:
        number = self._numbers[point] = len(self.points)
        self.points.append(point)
        self.outgoing.append([])
        self.incoming.append([])
        self.potentials.append(self._last.get(point, potential))
        return number
