"""The chronological network: everything said about when, and whether it can all be true.

Points are begins and ends; constraints bound the days between them. The network never holds a
contradiction: a constraint that does not fit is refused, with the conflict that says why.

    network = Network()
    network.add(*what_the_reference_says)
    conflict = network.conflict_with(what_the_text_says)

Sources: R. Dechter, I. Meiri, J. Pearl, "Temporal constraint networks", Artificial Intelligence
49 (1991), pp. 61-95; E. Levy, G. Geeraerts, F. Pluquet, E. Piasetzky, A. Fantalkin,
"Chronological networks in archaeology", Journal of Archaeological Science 127 (2021), 105225.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bede.judgement.network.conflict import Conflict, fewest_steps
from bede.judgement.network.difference import ORIGIN_POINT, Constraint, Point
from bede.judgement.network.graph import DifferenceGraph


@dataclass(frozen=True, slots=True)
class Bound:
    """A terminus post quem or ante quem, and what it rests on.

    Attributes:
        day: a Julian Day Number, or None if nothing bounds the point on this side.
        because: the constraints that together give it, read from the origin point to the point.
    """

    day: int | None
    because: tuple[Constraint, ...] = ()


class Network:
    """A consistent set of constraints that grows, and shrinks back, one statement at a time.

    Everything is answered in the order of adding, so that the same calls give the same answers.
    """

    def __init__(self) -> None:
        self._graph = DifferenceGraph()

    @property
    def constraints(self) -> tuple[Constraint, ...]:
        """All constraints it holds, in the order they were added."""
        return tuple(self._graph.constraints)

    @property
    def points(self) -> tuple[Point, ...]:
        """The origin point, then all points in the order they were first named."""
        return tuple(self._graph.points)

    def add(self, *constraints: Constraint) -> Conflict | None:
        """Add all, or, if they conflict with the network or among themselves, none.

        Constraints that hold whatever the days are get dropped.

        Returns:
            None, or the conflict with the fewest steps; of several the one that fails by most
            days, then the one whose constraints were added first. The network is as before.
        """
        before = self.mark()
        consistent = True
        for constraint in constraints:
            if not constraint.is_vacuous:
                edge = self._graph.link(constraint)
                consistent = consistent and self._graph.repair(edge)
        if consistent:
            return None
        conflict = fewest_steps(self._graph, range(before, self.mark()))
        self.undo(before)
        return conflict

    def mark(self) -> int:
        """The present state, to come back to with `undo`."""
        return len(self._graph.constraints)

    def undo(self, mark: int) -> None:
        """Take back everything added since the mark.

        Raises:
            ValueError: the network never was there, or has been taken back to before the mark.
        """
        if not 0 <= mark <= self.mark():
            raise ValueError(f"there is no mark {mark} among {self.mark()} constraints")
        self._graph.unlink_from(mark)

    @contextmanager
    def trial(self) -> Iterator[Network]:
        """Whatever is added inside is taken back on leaving. Trials may be nested."""
        before = self.mark()
        try:
            yield self
        finally:
            self.undo(before)

    def conflict_with(self, constraints: Iterable[Constraint]) -> Conflict | None:
        """What `add` would answer; the network stays as it is."""
        with self.trial():
            return self.add(*constraints)

    def earliest(self, point: Point) -> Bound:
        """The terminus post quem: the first day that the point can be."""
        path = self._path(point, ORIGIN_POINT)
        if path is None:
            return Bound(None)
        return Bound(-sum(step.at_most for step in path), path[::-1])

    def latest(self, point: Point) -> Bound:
        """The terminus ante quem: the last day that the point can be."""
        path = self._path(ORIGIN_POINT, point)
        if path is None:
            return Bound(None)
        return Bound(sum(step.at_most for step in path), path)

    def entails(self, constraint: Constraint) -> bool:
        """Whether the constraint holds in every calendar that the network allows."""
        return self.entailed_by(constraint) is not None

    def entailed_by(self, constraint: Constraint) -> tuple[Constraint, ...] | None:
        """The fewest constraints from which this one follows, as a path from its start to its end.

        A constraint follows exactly when its negation would be a conflict.

        Returns:
            None if it does not follow; no constraint at all if it holds whatever the days are.
        """
        if constraint.is_vacuous:
            return ()
        negation = constraint.negation
        conflict = self.conflict_with((negation,))
        if conflict is None:
            return None
        at = next(place for place, step in enumerate(conflict.steps) if step is negation)
        return (*conflict.steps[at + 1 :], *conflict.steps[:at])

    def _path(self, start: Point, end: Point) -> tuple[Constraint, ...] | None:
        first, last = self._graph.number(start), self._graph.number(end)
        if first is None or last is None:
            return None
        path = self._graph.shortest_path(first, last)
        return None if path is None else tuple(self._graph.constraints[edge] for edge in path)
