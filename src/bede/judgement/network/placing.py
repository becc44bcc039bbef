"""Putting statements into a network, each in a reading that fits with the others.

The statements in place lie one upon the other. What is found not to fit, with any change of
readings below it, is left out and the failure explained by the statements it rests on.

Source: P. Prosser, "Hybrid algorithms for the constraint satisfaction problem", Computational
Intelligence 9 (1993), pp. 268-299, conflict-directed backjumping.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from bede.judgement.network.conflict import Conflict
from bede.judgement.network.difference import Constraint
from bede.judgement.network.network import Network

SHARE: Final = 20
"""No single statement may use up more than this fraction of all trials."""
DEEP: Final = 50
"""From so many statements on, one that lies under them is lifted rather than dug out."""
MOST_LIFTS: Final = 5
"""How often that is done to make room for one statement."""

Readings: TypeAlias = tuple[tuple[Constraint, ...], ...]


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A statement, the readings still to try, and why others were rejected.

    Attributes:
        statement: its number.
        untried: readings, in the order in which they are tried.
        blamed: the statements below it that rejected readings conflict with.
        involved: all statements that the rejections rest on, itself included.
        choice: the reading that is in place, once it is.
        mark: the mark of the network before it was put in place.
    """

    statement: int
    untried: tuple[int, ...]
    blamed: frozenset[int]
    involved: frozenset[int]
    choice: int = -1
    mark: int = -1


class _GivenUp(Exception):  # noqa: N818 - an early end, no error
    """The bound on work was reached."""


class Placing:
    """The statements in place on a network, from the state in which it was given.

    Args:
        network: what is not in question, consistent.
        readings: those of each statement; statements are known by their number.
        most_trials: how many readings may be tried to make room for others, over all.
        share: how many of them for a single statement.
    """

    def __init__(
        self, network: Network, readings: Sequence[Readings], *, most_trials: int, share: int
    ) -> None:
        self.given_up: set[int] = set()
        self._network = network
        self._readings = readings
        self._tried = 0
        self._most_trials = most_trials
        self._trials_left = most_trials
        self._share = share
        self._stack: list[_Attempt] = []
        self._safe: tuple[_Attempt, ...] = ()
        self._marks: list[int] = []
        self._good_choice: dict[int, int] = {}
        self._hopeless: dict[tuple[int, int], Conflict] = {}

    @property
    def trials(self) -> int:
        """How many readings were tried to make room for others."""
        return self._most_trials - self._trials_left

    @property
    def chosen(self) -> dict[int, int]:
        """The statements in place, each with the reading that is."""
        return {each.statement: each.choice for each in self._stack}

    def place_all(self, statements: Iterable[int]) -> list[frozenset[int]]:
        """Put statements in place in this order, on top of what is there.

        Returns:
            For each that cannot be placed a set of statements, it included, that cannot all be
            true whatever their readings. Those in `given_up` are passed over.
        """
        conflict_sets = []
        for statement in statements:
            failed = self._try(self._fresh(statement))
            if failed is not None:
                self._safe, tried = tuple(self._stack), self._tried
                try:
                    conflict_set = self._make_room(statement, failed)
                except _GivenUp:
                    self.given_up.add(statement)
                    conflict_set = frozenset()
                    self._restore()
                self._trials_left -= self._tried - tried
                if conflict_set:
                    self._restore()
                    conflict_sets.append(conflict_set)
                else:
                    self._good_choice.update(self.chosen)
        return conflict_sets

    def place_if_it_fits(self, statement: int) -> None:
        """Put a statement in place if one of its readings fits with all that is there."""
        self._try(self._fresh(statement))

    def take_out(self, statements: Collection[int]) -> None:
        """Take statements out, with all that lies upon the lowest of them."""
        for place, each in enumerate(self._stack):
            if each.statement in statements:
                self._cut_down(place)
                return

    def hopeless(self, statements: Iterable[int]) -> list[int]:
        """Those of the statements that conflict with the network alone, whichever reading is taken.

        Everything is taken out for this. Single readings that conflict are not tried again.
        """
        self._cut_down(0)
        found = []
        for statement in statements:
            readings = self._readings[statement]
            for reading, constraints in enumerate(readings):
                conflict = self._network.conflict_with(constraints)
                if conflict is not None:
                    self._hopeless[statement, reading] = conflict
            if all((statement, reading) in self._hopeless for reading in range(len(readings))):
                found.append(statement)
        return found

    def conflicts_of(self, statement: int) -> tuple[Conflict, ...]:
        """Why each reading of a statement does not fit, with the network alone if with that."""
        found = []
        for reading, constraints in enumerate(self._readings[statement]):
            alone = self._hopeless.get((statement, reading))
            conflict = alone or self._network.conflict_with(constraints)
            if conflict is not None:
                found.append(conflict)
        return tuple(found)

    def _fresh(self, statement: int) -> _Attempt:
        """All readings are still to try, first one that is known to have fitted with others."""
        good = self._good_choice.get(statement, 0)
        readings = range(len(self._readings[statement]))
        ordered = sorted(readings, key=lambda each: (each != good, each))
        untried = tuple(each for each in ordered if (statement, each) not in self._hopeless)
        return _Attempt(statement, untried, frozenset(), frozenset({statement}))

    def _try(self, attempt: _Attempt) -> _Attempt | None:
        """Put a statement in place in the first untried reading that fits.

        Returns:
            None, or the attempt with no reading left and all that is to blame.
        """
        blamed, involved = attempt.blamed, attempt.involved
        for tried, reading in enumerate(attempt.untried, start=1):
            self._tried += 1
            mark = self._network.mark()
            refused = self._network.attempt(self._readings[attempt.statement][reading])
            if refused is None:
                self._put(
                    replace(
                        attempt,
                        untried=attempt.untried[tried:],
                        blamed=blamed,
                        involved=involved,
                        choice=reading,
                        mark=mark,
                    )
                )
                return None
            owners = self._owners(place for place in refused[1] if place < mark)
            blamed, involved = blamed | owners, involved | owners
        return replace(attempt, untried=(), blamed=blamed, involved=involved)

    def _make_room(self, statement: int, failed: _Attempt) -> frozenset[int]:
        """Change readings below a statement that does not fit, until it does.

        Returns:
            Nothing, or the statements that cannot all be true.

        Raises:
            _GivenUp: it would take too many trials.
        """
        enough = self._tried + min(self._share, self._trials_left)
        lifts = 0
        waiting: list[int] = []
        while True:
            turned = self._turning_point(failed)
            if isinstance(turned, frozenset):
                return turned
            if self._tried >= enough:
                raise _GivenUp
            place, attempt = turned
            if len(self._stack) - place > DEEP and lifts < MOST_LIFTS:
                lifts += 1
                self._restore()
                self._lift(attempt.involved)
                self._safe, waiting = tuple(self._stack), []
                attempt = self._fresh(statement)
            else:
                above = [each.statement for each in self._stack[place + 1 :]]
                waiting += [failed.statement, *reversed(above)]
                self._cut_down(place)
            again = self._try(attempt)
            while again is None and waiting:
                again = self._try(self._fresh(waiting.pop()))
            if again is None:
                return frozenset()
            failed = again

    def _lift(self, statements: Collection[int]) -> None:
        """Lay statements upon all others, with the readings they have; in any order they fit."""
        lowest = next(at for at, each in enumerate(self._stack) if each.statement in statements)
        moved = sorted(self._stack[lowest:], key=lambda each: each.statement in statements)
        self._cut_down(lowest)
        for attempt in moved:
            fresh = self._fresh(attempt.statement)
            mark = self._network.mark()
            self._network.add(*self._readings[attempt.statement][attempt.choice])
            self._put(replace(fresh, untried=fresh.untried[1:], choice=attempt.choice, mark=mark))

    def _turning_point(self, failed: _Attempt) -> tuple[int, _Attempt] | frozenset[int]:
        """The uppermost statement to blame that has a reading left, ready to try that.

        Returns:
            Its place and the attempt; or, if there is none, all statements the failure rests on.
        """
        blamed, involved = failed.blamed, failed.involved
        for place in range(len(self._stack) - 1, -1, -1):
            below = self._stack[place]
            if below.statement in blamed:
                blamed = (blamed | below.blamed) - {below.statement}
                involved |= below.involved
                if below.untried:
                    return place, replace(below, blamed=blamed, involved=involved)
        return involved

    def _owners(self, places: Iterable[int]) -> frozenset[int]:
        """The statements in place that constraints of the network belong to."""
        found = (bisect_right(self._marks, place) - 1 for place in places)
        return frozenset(self._stack[at].statement for at in found if at >= 0)

    def _put(self, attempt: _Attempt) -> None:
        self._stack.append(attempt)
        self._marks.append(attempt.mark)

    def _cut_down(self, place: int) -> None:
        """Take out what lies at this place and upon it."""
        if place < len(self._stack):
            self._network.undo(self._stack[place].mark)
            del self._stack[place:], self._marks[place:]

    def _restore(self) -> None:
        """Put everything back in place that was there before a failure; it is known to fit."""
        same, before = 0, self._safe
        while same < min(len(self._stack), len(before)) and self._stack[same] is before[same]:
            same += 1
        self._cut_down(same)
        for attempt in before[same:]:
            mark = self._network.mark()
            self._network.add(*self._readings[attempt.statement][attempt.choice])
            self._put(replace(attempt, mark=mark))
