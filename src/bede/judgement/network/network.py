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

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from bede.judgement.network.batch import lay_out
from bede.judgement.network.bounds import Bound, Bounds
from bede.judgement.network.conflict import Conflict, fewest_steps, in_reading_order, read_aloud
from bede.judgement.network.difference import Constraint, Point
from bede.judgement.network.graph import DifferenceGraph


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
        refused = self.attempt(constraints)
        return None if refused is None else refused[0]

    def attempt(self, constraints: Iterable[Constraint]) -> tuple[Conflict, tuple[int, ...]] | None:
        """The same as `add`, with the place of each step of the conflict.

        Returns:
            None, or the conflict, and for each of its steps which of `constraints` of the network
            it is, counted from 0; the new ones are counted on from there, in order, without those
            that hold whatever the days are.
        """
        before = self.mark()
        consistent = True
        for constraint in constraints:
            if not constraint.is_vacuous:
                edge = self._graph.link(constraint)
                consistent = consistent and self._graph.repair(edge)
        if consistent:
            return None
        cycle = fewest_steps(self._graph, range(before, self.mark())) or []
        conflict = read_aloud(self._graph, cycle)
        self.undo(before)
        return conflict, tuple(cycle)

    def load(self, constraints: Iterable[Constraint]) -> Conflict | None:
        """Add a great many at once, or, if they conflict, none; then it is as before.

        The time grows with all that the network holds and will hold, almost in proportion; adding
        one by one is quicker only for what is few beside the rest.

        Returns:
            None, or the conflict that `add` would give. If the orders alone, without any date, run
            in circles in `MOST_BREAKS` places or more, it is the shortest circle met until then.
        """
        before = self.mark()
        self._graph.link_all([one for one in constraints if not one.is_vacuous])
        layout = lay_out(self._graph)
        if not layout.cycle:
            self._graph.potentials = layout.days
            return None
        cycle: Sequence[int] | None = layout.cycle
        if layout.complete:
            potentials, self._graph.potentials = self._graph.potentials, layout.days
            cycle = fewest_steps(self._graph, layout.broken)
            self._graph.potentials = potentials
        conflict = read_aloud(self._graph, in_reading_order(self._graph, cycle or layout.cycle))
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
        return self.bounds([point])[point][0]

    def latest(self, point: Point) -> Bound:
        """The terminus ante quem: the last day that the point can be."""
        return self.bounds([point])[point][1]

    def bounds(self, points: Iterable[Point] | None = None) -> Bounds:
        """The earliest and the latest day of several points, or of all, found in two runs.

        Points that nothing is said about are bounded on neither side.
        """
        if points is None:
            return Bounds(self._graph, self._graph.points, everything=True)
        return Bounds(self._graph, points, everything=False)

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
