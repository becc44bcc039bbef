"""From a part to the wholes that it belongs to."""

from __future__ import annotations

from collections.abc import Callable

from bede.evidence.values import Entity


def wholes_of(entity: Entity, read: Callable[[str], Entity]) -> tuple[str, ...]:
    """The ids of all wholes that an entity belongs to, the nearest first.

    Args:
        entity: the part.
        read: gives the entity of an id.
    """
    found: dict[str, None] = {entity.id: None}
    for current in (queue := [entity.id]):
        for whole in (entity if current == entity.id else read(current)).part_of:
            if whole not in found:
                found[whole] = None
                queue.append(whole)
    return tuple(found)[1:]
