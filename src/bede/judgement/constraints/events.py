"""Events that a text only names, as anchors: "three years after the October Revolution"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bede.chronology.length import Length
from bede.claims import Anchor, Order
from bede.evidence import Fact
from bede.evidence.linking import Linker
from bede.evidence.lives import facts_about
from bede.judgement.constraints.facts import stated
from bede.judgement.constraints.points import Extent, apart, extent_of
from bede.judgement.network import Constraint, Origin, at_least


def facts_of_event(anchor: Anchor, linker: Linker) -> tuple[Fact, ...]:
    """The facts that tell when a named event was; empty unless it is sure which one is meant.

    Args:
        anchor: the order with the name.
        linker: links the names of the document.
    """
    found = linker.link(anchor.event.text, anchor.event.head, ("happening",))
    if len(found.entities) != 1:
        return ()
    entity = found.entities[0]
    facts = facts_about(entity, linker.reference)
    if any(fact.span is None or fact.confidence == "weak" for fact in facts):
        return ()
    return tuple(facts)


def readings_of_anchor(
    anchor: Anchor,
    extent: Extent,
    linker: Linker,
    days: Callable[[Length], tuple[int, int | None]],
    origin: Origin,
) -> Iterator[tuple[Constraint, ...]]:
    """All the ways in which a claim may lie to a named event, one set of constraints for each.

    Args:
        anchor: the order with the name.
        extent: the points of the claim.
        linker: links the name of the event.
        days: the fewest and the most days of a length.
        origin: who says so.
    """
    for fact in facts_of_event(anchor, linker):
        event = extent_of(fact.id)
        dated = stated(fact, linker.reference)
        for order in _orders(anchor, extent, event, days, origin):
            yield (*dated, *order)


def _orders(
    anchor: Anchor,
    extent: Extent,
    event: Extent,
    days: Callable[[Length], tuple[int, int | None]],
    origin: Origin,
) -> Iterator[tuple[Constraint, ...]]:
    """The kindest readings: what lasts may be counted from its begin or from its end."""
    if anchor.distance is not None:
        length = days(anchor.distance)
        if anchor.order is Order.BEFORE:
            yield apart(extent.begin, event.begin, length, origin)
        else:
            yield apart(event.begin, extent.begin, length, origin)
            yield apart(event.end, extent.begin, length, origin)
        return
    match anchor.order:
        case Order.BEFORE | Order.UNTIL:
            yield (at_least(extent.begin, event.end, 0, origin),)
        case Order.AFTER | Order.SINCE:
            yield (at_least(event.begin, extent.end, 0, origin),)
        case _:
            return  # "during" may be some days beside an event of one day
