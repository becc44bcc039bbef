"""The points of a network, and what a date or a share in an event says about them.

Everything that happens or lasts has a begin and an end; so has every entity, be it the life of a
person or the time of a body. What begins or ends an entity happens at that end of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from bede.chronology import Span, allowance
from bede.judgement.network import (
    BEGIN_BEFORE_END,
    Constraint,
    Origin,
    Point,
    at_least,
    no_earlier,
    no_later,
    span_constraints,
)


@dataclass(frozen=True, slots=True)
class Extent:
    """The two points between which something is.

    Attributes:
        begin: the name of the point at which it begins.
        end: the name of the point at which it ends; the same for what is over in a day.
    """

    begin: Point
    end: Point

    @property
    def ordered(self) -> tuple[Constraint, ...]:
        """That it does not end before it begins."""
        if self.begin == self.end:
            return ()
        return (at_least(self.begin, self.end, 0, BEGIN_BEFORE_END),)


def extent_of(name: str) -> Extent:
    """The points of an entity, a claim or a fact, named after its id."""
    return Extent(f"begin of {name}", f"end of {name}")


def equal(one: Point, other: Point, origin: Origin) -> tuple[Constraint, ...]:
    """That two points are the same day."""
    if one == other:
        return ()
    return (Constraint(one, other, 0, origin), Constraint(other, one, 0, origin))


def happens_within(extent: Extent, span: Span, origin: Origin) -> tuple[Constraint, ...]:
    """That a happening lies inside what is said of its time, a circa counted in.

    Args:
        extent: its points.
        span: four bounds, of which only the hull binds: "1914 to 1918" may be all of a war or the
            years between which a battle lies.
        origin: who says so.
    """
    first, last = span.widened(allowance(span)).hull
    found = (no_earlier(extent.begin, first, origin),) if first is not None else ()
    return found + ((no_later(extent.end, last, origin),) if last is not None else ())


def holds_at(extent: Extent, span: Span, origin: Origin) -> tuple[Constraint, ...]:
    """That a state held at some day of what is said of its time: "in 1920 he was commissar"."""
    first, last = span.widened(allowance(span)).hull
    found = (no_earlier(extent.end, first, origin),) if first is not None else ()
    return found + ((no_later(extent.begin, last, origin),) if last is not None else ())


def spans(extent: Extent, span: Span, origin: Origin) -> tuple[Constraint, ...]:
    """That a state began and ended as a span says: "from 1820 to 1825"."""
    bounds = span_constraints(extent.begin, extent.end, span.widened(allowance(span)), origin)
    return tuple(bound for bound in bounds if bound.origin is not BEGIN_BEFORE_END)


def shares_time(
    one: Extent, other: Extent, before: Origin, after: Origin
) -> tuple[Constraint, ...]:
    """That two things were there on one day at least.

    Args:
        one: the first.
        other: the second.
        before: who says that the first did not begin after the end of the second.
        after: who says that the first did not end before the begin of the second.
    """
    return (
        at_least(one.begin, other.end, 0, before),
        at_least(other.begin, one.end, 0, after),
    )


def apart(
    start: Point, end: Point, days: tuple[int, int | None], origin: Origin
) -> tuple[Constraint, ...]:
    """That so many days lie between two points.

    Args:
        start: the first point.
        end: the second.
        days: the fewest and the most days; None for no upper bound.
        origin: who says so.
    """
    least, most = days
    found = (at_least(start, end, least, origin),)
    return found if most is None else (*found, Constraint(start, end, most, origin))
