"""Points in groups that are joined step by step.

Source: R. E. Tarjan, "Efficiency of a good but not linear set union algorithm", Journal of the
ACM 22 (1975), pp. 215-225; with path halving and union by size.
"""

from __future__ import annotations

from collections.abc import Iterable

from bede.judgement.network.difference import Point


class Groups:
    """Points, each at first in a group of its own."""

    def __init__(self) -> None:
        self._above: dict[Point, Point] = {}
        self._size: dict[Point, int] = {}

    def name(self, point: Point) -> Point:
        """The point by which the group of a point is known; it changes when groups are joined."""
        above = self._above
        above.setdefault(point, point)
        while above[point] != point:
            above[point] = above[above[point]]
            point = above[point]
        return point

    def join(self, points: Iterable[Point]) -> None:
        """Make one group of all that points belong to."""
        names = [self.name(point) for point in points]
        for name in names[1:]:
            small, big = sorted(
                (self.name(name), self.name(names[0])), key=lambda one: self._size.get(one, 1)
            )
            if small != big:
                self._above[small] = big
                self._size[big] = self._size.get(big, 1) + self._size.get(small, 1)
