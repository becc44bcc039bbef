"""Difference constraints: how many days may lie between two points, and who says so.

A point is the begin or the end of something, known by name. Every statement about time, be it a
date, an order or a duration, becomes a few constraints of one form: `end - start <= at_most` days.

Source: R. Dechter, I. Meiri, J. Pearl, "Temporal constraint networks", Artificial Intelligence
49 (1991), pp. 61-95.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from bede.chronology import Span

Point: TypeAlias = str

ORIGIN_POINT: Point = "day 0"
"""The fixed point: the distance in days from it to a point is the point's Julian Day Number."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a constraint comes from.

    Attributes:
        kind: a passage of the text, a fact of the reference, or a rule.
        says: one line in a historian's words.
        reference: the place of the passage, the fact and its source, or the name of the rule.
    """

    kind: Literal["text", "fact", "rule"]
    says: str
    reference: str


@dataclass(frozen=True, slots=True)
class Constraint:
    """`end - start <= at_most`, in days.

    Start and end may be the same point. Then the constraint says nothing if `at_most` is 0 or
    more, and a network drops it; if `at_most` is negative it is a conflict all by itself.

    Raises:
        ValueError: a point has no name, which no user can cause.
    """

    start: Point
    end: Point
    at_most: int
    origin: Origin

    def __post_init__(self) -> None:
        if not self.start or not self.end:
            raise ValueError(f"a constraint needs two named points: {self.origin.says!r}")

    @property
    def is_vacuous(self) -> bool:
        """Whether it holds whatever the days are."""
        return self.start == self.end and self.at_most >= 0

    @property
    def negation(self) -> Constraint:
        """What holds exactly when this does not: days are whole, so `start - end < -at_most`."""
        return Constraint(self.end, self.start, -self.at_most - 1, self.origin)


BEGIN_BEFORE_END = Origin(
    kind="rule", says="nothing ends before it begins", reference="begin-before-end"
)
"""The origin of the one constraint of a span that its author does not state."""


def at_least(start: Point, end: Point, days: int, origin: Origin) -> Constraint:
    """`end - start >= days`: the end comes this many days after the start, or later."""
    return Constraint(end, start, -days, origin)


def no_earlier(point: Point, day: int, origin: Origin) -> Constraint:
    """The point is on this day or later; `day` is a Julian Day Number."""
    return at_least(ORIGIN_POINT, point, day, origin)


def no_later(point: Point, day: int, origin: Origin) -> Constraint:
    """The point is on this day or earlier; `day` is a Julian Day Number."""
    return Constraint(ORIGIN_POINT, point, day, origin)


def span_constraints(
    begin_point: Point, end_point: Point, span: Span, origin: Origin
) -> tuple[Constraint, ...]:
    """The bounds of a span on its two points, and that it does not end before it begins.

    An open bound gives no constraint. The bounds are taken as they stand: whoever wants to allow
    for an approximate or uncertain span widens it, or leaves it out, before. What happened on one
    day begins and ends on the same day number; both points may then be one and the same.

    Args:
        begin_point: the name of the begin.
        end_point: the name of the end.
        span: four bounds in day numbers, each possibly open.
        origin: who says so; the order of begin and end is tagged `BEGIN_BEFORE_END` instead.
    """
    bounds = (
        (no_earlier, begin_point, span.earliest_begin),
        (no_later, begin_point, span.latest_begin),
        (no_earlier, end_point, span.earliest_end),
        (no_later, end_point, span.latest_end),
    )
    stated = (build(point, day, origin) for build, point, day in bounds if day is not None)
    return (*stated, at_least(begin_point, end_point, 0, BEGIN_BEFORE_END))
