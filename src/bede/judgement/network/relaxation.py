"""What would have to move for a refused statement to hold: "if the expulsion were moved to 1927".

Source for the method: W. Dinkelbach, "On nonlinear fractional programming", Management Science 13
(1967), pp. 492-498, here for the cycle that falls shortest for each of its steps that may give.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bede.judgement.network.bounds import Bounds
from bede.judgement.network.difference import ORIGIN_POINT, Constraint
from bede.judgement.network.network import Network

MOST_STEPS: Final = 30
"""How many conflicts are followed one by one before the days are closed in on by halves."""


@dataclass(frozen=True, slots=True)
class Relaxation:
    """How far a statement is from what is possible.

    Attributes:
        days: by how many days at least each of its constraints would have to give, 0 if it holds.
            For a date that falls outside on one side this is by how many days it must be moved.
        room: the earliest and the latest day that is left for each of its points without it, the
            origin point left out; see `Bounds`.
    """

    days: int
    room: Bounds


def would_hold(network: Network, constraints: Sequence[Constraint]) -> Relaxation:
    """By how many days a statement must give at least to hold with a network, and where it could.

    The network is as before when all is done. Loosening far enough always helps: what conflicts
    takes in a step of the statement, since the network itself is consistent.

    Args:
        network: what is not in question: the base and all statements that are kept.
        constraints: those of one reading of the statement.

    Raises:
        ValueError: there are no constraints, so that there is nothing to loosen.
    """
    if not constraints:
        raise ValueError("a statement without constraints cannot be loosened")
    days, steps = 0, 0
    while steps < MOST_STEPS and (lacking := _lacking(network, constraints, days)):
        days += lacking
        steps += 1
    if steps == MOST_STEPS and _lacking(network, constraints, days):
        days = _by_halves(network, constraints, days)
    points = dict.fromkeys(point for each in constraints for point in (each.start, each.end))
    points.pop(ORIGIN_POINT, None)
    return Relaxation(days, network.bounds(points))


def _lacking(network: Network, constraints: Sequence[Constraint], days: int) -> int:
    """How many more days each must give at least, as one conflict tells; 0 if all holds."""
    loosened = [replace(each, at_most=each.at_most + days) for each in constraints]
    conflict = network.conflict_with(loosened)
    if conflict is None:
        return 0
    giving = sum(any(step is each for each in loosened) for step in conflict.steps)
    return -(conflict.slack // giving)


def _by_halves(network: Network, constraints: Sequence[Constraint], days: int) -> int:
    """The least number of days, given one that is not enough."""
    most = max(1, days)
    while _lacking(network, constraints, days + most):
        days += most
        most *= 2
    while most > 1:
        half = most // 2
        if _lacking(network, constraints, days + half):
            days += half
            most -= half
        else:
            most = half
    return days + most
