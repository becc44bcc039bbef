"""What to give up so that the rest can be true: one wrong date is not to accuse ten sentences.

Statements that cannot all be true, whatever their readings, are a conflict set. A repair gives up
a member of each. Conflict sets are found one by one: the statements are put into the network, each
in the first reading that fits; where none fits, readings of earlier ones are changed, those first
that the conflicts name; where that is of no use either, all that the failure rests on is a conflict
set. Then the lightest set that hits all of these is left out and the rest is tried again, until it
holds. A set that is least for some of the conflicts, and enough for all, is least for all.

Sources: R. Reiter, "A theory of diagnosis from first principles", Artificial Intelligence 32
(1987), pp. 57-95; P. Prosser, "Hybrid algorithms for the constraint satisfaction problem",
Computational Intelligence 9 (1993), pp. 268-299, for conflict-directed backjumping; P. Haslum,
J. Slaney, S. Thiébaux, "Minimal landmarks for optimal delete-free planning", ICAPS 2012,
pp. 353-357, for hitting sets that grow.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bede.judgement.network.conflict import Conflict
from bede.judgement.network.difference import ORIGIN_POINT, Constraint, Point
from bede.judgement.network.disjoint import Groups
from bede.judgement.network.hitting import lightest_hitting_set
from bede.judgement.network.network import Network
from bede.judgement.network.placing import SHARE, Placing

MOST_TRIALS: Final = 50_000
"""How many readings are tried to make room for others before the work is broken off."""
MOST_ROUNDS: Final = 100
"""How often statements are given up and the rest is tried again before the work is broken off."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What is kept or given up as a whole: one date, one order, one age of the text.

    Attributes:
        key: its name, unlike any other's.
        alternatives: the readings, each a set of constraints; it holds if one of them can.
        weight: how dear it is to give up, 1 or more; of equal weights the later one goes.

    Raises:
        ValueError: it has no reading or no weight, which no user can cause.
    """

    key: str
    alternatives: tuple[tuple[Constraint, ...], ...]
    weight: int = 1

    def __post_init__(self) -> None:
        if not self.alternatives or self.weight < 1:
            raise ValueError(f"a statement needs a reading and a positive weight: {self.key!r}")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A statement that was given up, and why none of its readings can be true.

    Attributes:
        statement: the statement.
        conflicts: one for each of its alternatives, with the base alone if it conflicts with that,
            or else with the base and all statements that are kept.
    """

    statement: Statement
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class Repair:
    """What was given up so that the rest holds.

    Attributes:
        refusals: the statements given up, in the order in which they came.
        chosen: for each statement that is kept, which of its alternatives holds with the rest.
        undecided: the keys of statements left out because the bound on work was reached, in the
            order in which they came. They are not accused.
    """

    refusals: tuple[Refusal, ...]
    chosen: Mapping[str, int]
    undecided: tuple[str, ...]


def smallest_repair(
    base: Network, statements: Sequence[Statement], *, most_trials: int = MOST_TRIALS
) -> Repair:
    """The statements of least total weight without which the rest holds together with the base.

    Of equal weights it gives up the fewest, then those that come last. A statement that conflicts
    with the base alone is given up and drags no other along. Without any conflict this is one pass
    of incremental adding. The weight is least unless something is undecided or very many conflicts
    hang together (see `lightest_hitting_set`); what is refused is refused for good reason always.

    Args:
        base: what is not in question; it is as before when all is done.
        statements: what the text says, in its order.
        most_trials: how many readings may be tried to make room for others, over all; no single
            statement may use up more than a twentieth of them.

    Raises:
        ValueError: two statements have the same key, which no user can cause.
    """
    if len({each.key for each in statements}) < len(statements):
        raise ValueError("two statements have the same key")
    share, left = most_trials // SHARE, most_trials
    refusals: dict[int, Refusal] = {}
    chosen: dict[int, int] = {}
    undecided: set[int] = set()
    for part in _apart(base, statements):
        with base.trial():
            repairing = _Repairing(base, [statements[each] for each in part], left, share)
            repair = repairing.repair()
        left -= repairing.trials
        number = {statements[each].key: each for each in part}
        refusals |= {number[one.statement.key]: one for one in repair.refusals}
        chosen |= {number[key]: reading for key, reading in repair.chosen.items()}
        undecided |= {number[key] for key in repair.undecided}
    return Repair(
        refusals=tuple(refusals[each] for each in sorted(refusals)),
        chosen={statements[each].key: chosen[each] for each in sorted(chosen)},
        undecided=tuple(statements[each].key for each in sorted(undecided)),
    )


def _apart(base: Network, statements: Sequence[Statement]) -> list[list[int]]:
    """Statements in groups that cannot bear on one another, each in the order of the statements.

    Two of them can only conflict through points that constraints join, and a conflict is a circle
    that passes the origin once at most: so what is joined by the origin alone is apart.
    """
    groups = Groups()
    for constraint in base.constraints:
        groups.join(_points((constraint,)))
    own = [
        _points(bound for reading in each.alternatives for bound in reading) for each in statements
    ]
    for points in own:
        groups.join(points)
    found: dict[Point, list[int]] = {}
    for number, points in enumerate(own):
        name = groups.name(points[0]) if points else ORIGIN_POINT
        found.setdefault(name, []).append(number)
    return list(found.values())


def _points(constraints: Iterable[Constraint]) -> list[Point]:
    """The points that constraints are about, but for the origin."""
    ends = (point for one in constraints for point in (one.start, one.end))
    return [point for point in ends if point != ORIGIN_POINT]


class _Repairing:
    """One repair under way; statements are known by their number."""

    def __init__(
        self, network: Network, statements: Sequence[Statement], most_trials: int, share: int
    ) -> None:
        self._network = network
        self._statements = statements
        self._weights = [each.weight for each in statements]
        self._placing = Placing(
            network,
            [each.alternatives for each in statements],
            most_trials=most_trials,
            share=share,
        )
        self._conflict_sets: list[frozenset[int]] = []
        self._checked: set[int] = set()

    @property
    def trials(self) -> int:
        """How many readings were tried to make room for others."""
        return self._placing.trials

    def repair(self) -> Repair:
        placing, everything = self._placing, range(len(self._statements))
        missing: Sequence[int] = everything
        dropped: set[int] = set()
        for _ in range(MOST_ROUNDS):
            found = placing.place_all(missing)
            if not found:
                break
            dropped = self._left_out(found)
            placing.take_out(dropped)
            away = placing.chosen.keys() | dropped | placing.given_up
            suspected = set().union(*self._conflict_sets)
            missing = sorted(
                (each for each in everything if each not in away),
                key=lambda each: (each in suspected, each),
            )
        else:
            placing.given_up.update(set(missing) - placing.chosen.keys())
        return self._told()

    def _left_out(self, found: Sequence[frozenset[int]]) -> set[int]:
        """What to give up, with all conflict sets so far and these."""
        self._conflict_sets += found
        suspects = sorted(set().union(*found) - self._checked)
        self._checked.update(suspects)
        self._conflict_sets += [frozenset({each}) for each in self._placing.hopeless(suspects)]
        apart = self._placing.given_up
        return lightest_hitting_set(
            (each for each in self._conflict_sets if apart.isdisjoint(each)), self._weights
        )

    def _told(self) -> Repair:
        placing, statements = self._placing, self._statements
        chosen = placing.chosen
        left_out = [each for each in range(len(statements)) if each not in chosen]
        for each in sorted(left_out, key=lambda each: (-self._weights[each], each)):
            placing.place_if_it_fits(each)
        chosen = placing.chosen
        out = [each for each in left_out if each not in chosen]
        return Repair(
            refusals=tuple(
                Refusal(statements[each], placing.conflicts_of(each))
                for each in out
                if each not in placing.given_up
            ),
            chosen={statements[each].key: chosen[each] for each in sorted(chosen)},
            undecided=tuple(statements[each].key for each in out if each in placing.given_up),
        )
