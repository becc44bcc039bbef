"""Reading a conflict aloud: a few short lines a historian would say, each with its origin."""

from __future__ import annotations

from collections.abc import Sequence

from bede.judgement.constraints import DEFINITION
from bede.judgement.network import BEGIN_BEFORE_END, ORIGIN_POINT, Conflict, Constraint
from bede.judgement.values import Step

_SILENT = frozenset({BEGIN_BEFORE_END.reference, DEFINITION, ""})
_DAYS_OF_YEAR = 365.2425  # the mean year of the Gregorian calendar
_DAYS_OF_MONTH = _DAYS_OF_YEAR / 12


def read_aloud(conflict: Conflict) -> tuple[Step, ...]:
    """The steps of a conflict, each origin once, without what needs no saying.

    Args:
        conflict: a cycle of constraints in reading order.
    """
    return speaking(conflict.steps)


def speaking(constraints: Sequence[Constraint]) -> tuple[Step, ...]:
    """The origins of constraints, each once, without what needs no saying.

    Args:
        constraints: in reading order.
    """
    found: dict[tuple[str, str], Step] = {}
    for constraint in constraints:
        origin = constraint.origin
        if origin.reference not in _SILENT:
            found.setdefault((origin.reference, origin.says), Step(origin.reference, origin.says))
    return tuple(found.values())


def sayings(conflict: Conflict, kind: str) -> list[str]:
    """What the origins of one kind say, each once, without "the text" or "the reference says"."""
    says = dict.fromkeys(step.origin.says for step in conflict.steps if step.origin.kind == kind)
    return [one.removeprefix("the text ").removeprefix("the reference says: ") for one in says]


def left_over(conflict: Conflict, own: Sequence[Constraint]) -> tuple[int, bool] | None:
    """How many days the rest of a conflict leaves for what some constraints measure.

    Args:
        conflict: the conflict.
        own: the constraints that measure it, among others that date it; the first of those in the
            conflict counts.

    Returns:
        Days, and whether they are the most that it can be (else the fewest); None if no constraint
        of its own takes part.
    """
    measured = [
        step
        for step in own
        if step.origin.kind == "text" and ORIGIN_POINT not in (step.start, step.end)
    ]
    mine = next((step for step in conflict.steps if step in measured), None)
    if mine is None:
        return None
    rest = conflict.slack - mine.at_most
    return (rest, True) if mine.at_most < 0 else (-rest, False)


def years_of(days: int) -> int:
    """Whole years in so many days."""
    return int(days / _DAYS_OF_YEAR)


def long_time(days: int, *, nearest: bool = False) -> str:
    """So many days in the unit in which one would tell them: "27 years", "3 months", "12 days".

    Args:
        days: how many.
        nearest: round to the nearest whole number; without it down, as "at least" wants it.
    """
    whole = round if nearest else int
    if days >= 2 * _DAYS_OF_YEAR:
        return f"{whole(days / _DAYS_OF_YEAR)} years"
    if days >= 4 * _DAYS_OF_MONTH:
        return f"{whole(days / _DAYS_OF_MONTH)} months"
    return f"{max(days, 0)} day{'' if days == 1 else 's'}"
