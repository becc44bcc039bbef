"""From when until when somebody or something was there, as far as linking needs to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bede.catalog import event_types
from bede.evidence.reading import Reference
from bede.evidence.values import Entity, Fact

YEAR = 365
"""Days, for slack."""

LONGEST_LIFE = 90 * YEAR
"""Days; beyond a birth where no death is known, and before a death where no birth is."""

_BEGINS = frozenset({"birth", "founding", "proclamation"})
_ENDS = frozenset({"death", "killing", "dissolution"})


@dataclass(frozen=True, slots=True)
class Life:
    """The stretch of days in which somebody or something was there.

    Attributes:
        begin: first and last day of its begin, None if not known.
        end: first and last day of its end, None if not known.
        seen: first and last day of all that is on record of it, None if nothing is dated.
    """

    begin: tuple[int, int] | None
    end: tuple[int, int] | None
    seen: tuple[int, int] | None


def life_of(entity: Entity, reference: Reference) -> Life:
    """The life of an entity by the facts about it; weak ones count, for nothing is judged."""
    begin = end = None
    first: int | None = None
    last: int | None = None
    for fact in facts_about(entity, reference):
        hull = _closed(fact)
        if hull is None:
            continue
        first = hull[0] if first is None else min(first, hull[0])
        last = hull[1] if last is None else max(last, hull[1])
        if fact.type in _BEGINS:
            begin = begin or hull
        if fact.type in _ENDS:
            end = end or hull
    return Life(begin, end, None if first is None or last is None else (first, last))


def facts_about(entity: Entity, reference: Reference) -> tuple[Fact, ...]:
    """The facts of which an entity is the key, in the order of time within each role.

    Facts in which it only takes part are not read: a country is the place of a million.
    """
    return tuple(
        fact
        for role, types in _telling(entity.kind).items()
        for fact in reference.facts(entity.id, types=types, role=role)
    )


@cache
def _telling(kind: str) -> Mapping[str, tuple[str, ...]]:
    """Role -> the event types whose key role it is, for those that tell of a kind of entity."""
    found: dict[str, tuple[str, ...]] = {}
    for event in event_types().values():
        if kind in event.key.kinds:
            found[event.key.name] = (*found.get(event.key.name, ()), event.name)
    return found


def holds(life: Life, seen: tuple[int, int]) -> bool:
    """Whether all that is on record of a person may lie inside a life, give or take a year."""
    first = life.begin[0] if life.begin else None
    last = life.end[1] if life.end else None
    first = first if first is not None or last is None else last - LONGEST_LIFE
    last = last if last is not None or first is None else first + LONGEST_LIFE
    if first is None or last is None:
        return False
    return first - YEAR <= seen[0] and seen[1] <= last + YEAR


def is_same(one: Life, other: Life) -> bool:
    """Whether two lives, both ends of which are known, begin and end together."""
    pairs = ((one.begin, other.begin), (one.end, other.end))
    return all(a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1] for a, b in pairs)


def vagueness(life: Life) -> int:
    """Days by which the known ends of a life are uncertain; 0 for a life known to the day."""
    return sum(last - first for first, last in filter(None, (life.begin, life.end)))


def _closed(fact: Fact) -> tuple[int, int] | None:
    if fact.span is None:
        return None
    first, last = fact.span.hull
    if first is None or last is None:
        known = first if first is not None else last
        return None if known is None else (known, known)
    return first, last
