"""Terminus post quem and terminus ante quem: the tightest days of points, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bede.judgement.network.difference import ORIGIN_POINT, Constraint, Point
from bede.judgement.network.graph import ORIGIN_INDEX, DifferenceGraph
from bede.judgement.network.paths import shortest_paths


@dataclass(frozen=True, slots=True)
class Bound:
    """A terminus post quem or ante quem, and what it rests on.

    Attributes:
        day: a Julian Day Number, or None if nothing bounds the point on this side.
        because: the constraints that together give it, read from the origin point to the point.
    """

    day: int | None
    because: tuple[Constraint, ...] = ()


class Bounds(Mapping[Point, tuple[Bound, Bound]]):
    """The earliest and the latest day of many points, as the network allowed when it was asked.

    The days are known; what one rests on is put together when the point is looked up, since a
    chain of a thousand orders would otherwise be written out a thousand times.
    """

    def __init__(
        self, graph: DifferenceGraph, points: Iterable[Point], *, everything: bool
    ) -> None:
        self._points = dict.fromkeys(points)
        numbers = (graph.number(point) for point in self._points)
        goals = None if everything else [number for number in numbers if number is not None]
        self._earliest = _Side(graph, goals, forward=False)
        self._latest = _Side(graph, goals, forward=True)

    def __getitem__(self, point: Point) -> tuple[Bound, Bound]:
        """The terminus post quem and the terminus ante quem of a point, with their reasons.

        Raises:
            KeyError: the point was not asked for.
        """
        if point not in self._points:
            raise KeyError(point)
        return self._earliest.bound(point), self._latest.bound(point)

    def __iter__(self) -> Iterator[Point]:
        return iter(self._points)

    def __len__(self) -> int:
        return len(self._points)

    def days(self, point: Point) -> tuple[int | None, int | None]:
        """The same two days as day numbers only, without looking up the reasons.

        Raises:
            KeyError: the point was not asked for.
        """
        if point not in self._points:
            raise KeyError(point)
        return self._earliest.days.get(point), self._latest.days.get(point)


class _Side:
    """One bound of each point: its day, and the constraint that it comes by from the origin."""

    def __init__(self, graph: DifferenceGraph, goals: list[int] | None, *, forward: bool) -> None:
        self.days: dict[Point, int] = {ORIGIN_POINT: 0}
        self._forward = forward
        self._next_to: dict[Point, Constraint] = {}
        sign = 1 if forward else -1
        for number, edge in shortest_paths(
            graph, ORIGIN_INDEX, forward=forward, goals=goals
        ).items():
            point, constraint = graph.points[number], graph.constraints[edge]
            self._next_to[point] = constraint
            self.days[point] = self.days[self._before(constraint)] + sign * constraint.at_most

    def bound(self, point: Point) -> Bound:
        because: list[Constraint] = []
        day = self.days.get(point)
        while day is not None and point != ORIGIN_POINT:
            because.append(self._next_to[point])
            point = self._before(because[-1])
        return Bound(day, tuple(reversed(because)))

    def _before(self, constraint: Constraint) -> Point:
        return constraint.start if self._forward else constraint.end
