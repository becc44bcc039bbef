"""Lifetimes: from when until when a thing was there, by the facts that begin and end it.

A renamed body goes on under its new name, so a renaming neither begins nor ends anything; the
rules on names look after it. Facts of weak confidence bound nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bede.catalog import event_types
from bede.chronology import Answer, Span, allowance, before
from bede.evidence import Entity, Fact, Reference

Sort = Literal["person", "state", "body", "place", "office", "work", "happening"]

_Roles = dict[Sort, tuple[tuple[str, str], ...]]

# what begins and ends each sort of thing: event type and the role that the thing fills in it
_BEGINS: _Roles = {
    "person": (("birth", "person"),),
    "state": (
        ("founding", "thing"),
        ("proclamation", "thing"),
        ("union", "result"),
        ("merger", "result"),
    ),
    "body": (("founding", "thing"), ("union", "result"), ("merger", "result")),
    "place": (("founding", "thing"),),
    "office": (("founding", "thing"),),
    "work": (("writing", "work"), ("publication", "work"), ("enactment", "law")),
}
_ENDS: _Roles = {
    "person": (("death", "person"), ("killing", "victim")),
    "state": (("dissolution", "thing"), ("merger", "thing"), ("merger", "with")),
    "body": (("dissolution", "thing"), ("merger", "thing"), ("merger", "with")),
    "place": (("dissolution", "thing"),),
    "office": (("dissolution", "thing"),),
}
_STANDINS = frozenset({"killing", "proclamation"})
"""What counts only where the death or the founding itself is not on record."""

_BUILT = frozenset({"settlement", "building", "fortress", "monastery", "bridge", "harbour"})
"""Sorts of place that people found. Land is there before the state that it is named after."""


@dataclass(frozen=True, slots=True)
class Lifetime:
    """When a thing was there, as far as the reference knows.

    Attributes:
        sort: what sort of thing it is.
        begins: the facts any of which may have begun it, the earliest first; empty if not known.
        ends: the facts any of which may have ended it, the latest last; empty if not known.
    """

    sort: Sort
    begins: tuple[Fact, ...]
    ends: tuple[Fact, ...]

    @property
    def first(self) -> int | None:
        """The first day number on which it can have been there; None if nothing bounds it."""
        firsts = [span.earliest_begin for fact in self.begins for span in spans_of(fact)]
        known = [day for day in firsts if day is not None]
        return min(known) if known and len(known) == len(firsts) else None

    @property
    def last(self) -> int | None:
        """The last day number on which it can have been there; None if nothing bounds it."""
        lasts = [span.latest_end for fact in self.ends for span in spans_of(fact)]
        known = [day for day in lasts if day is not None]
        return max(known) if known and len(known) == len(lasts) else None


def sort_of(entity: Entity) -> Sort | None:
    """What sort of thing an entity is; None for lands and ideas, which have no lifetime."""
    match entity.kind:
        case "organisation":
            return "state" if entity.subkind == "state" else "body"
        case "place":
            return "place" if entity.subkind in _BUILT else None
        case "idea":
            return None
        case kind:
            return kind


def lifetime(entity: Entity, reference: Reference) -> Lifetime | None:
    """The lifetime of an entity, or None if it is of a sort that has none.

    Several facts of one sort make it as long as any of them allows: what was founded twice is
    there from the first time, and has no end if it was founded again after it.

    Args:
        entity: the entity.
        reference: where the facts are.
    """
    sort = sort_of(entity)
    if sort is None:
        return None
    if sort == "happening":
        told = _happenings(entity, reference)
        return Lifetime(sort, told, told)
    begins = _facts(entity, reference, _BEGINS.get(sort, ()))
    ends = _facts(entity, reference, _ENDS.get(sort, ()))
    again = any(_may_follow(begin, end) for begin in begins for end in ends)
    if again and sort == "person":
        return Lifetime(sort, (), ())  # nobody is born again: a fault of the pack accuses nobody
    return Lifetime(sort, _trusted(begins), () if again else _trusted(ends))


def spans_of(fact: Fact) -> tuple[Span, ...]:
    """The times of a fact by all values on record, circa made wide; rejected values left out."""
    kept = (value.span for value in fact.values if value.rank != "rejected")
    spans = [span for span in (fact.span, *kept) if span is not None]
    return tuple(span.widened(allowance(span)) for span in spans)


def _facts(
    entity: Entity, reference: Reference, roles: Sequence[tuple[str, str]]
) -> tuple[Fact, ...]:
    """The facts of the types given in which an entity fills the role; founding before the rest."""
    found: list[Fact] = []
    for event, role in roles:
        facts = reference.facts(entity.id, types=(event,), role=role)
        if event in ("merger", "union"):
            facts = tuple(fact for fact in facts if _makes_new(fact, entity, role))
        if event in _STANDINS and found:
            continue
        found += facts
    return tuple(found)


def _makes_new(fact: Fact, entity: Entity, role: str) -> bool:
    """Whether a merger has a result that is none of those who merged.

    Without one it is not known which of them went on.
    """
    results = set(fact.roles.get("result", ()))
    merged = {
        *fact.roles.get("thing", ()),
        *fact.roles.get("with", ()),
        *fact.roles.get("parts", ()),
    }
    return bool(results) and not results & merged and (role == "result" or entity.id in merged)


def _happenings(entity: Entity, reference: Reference) -> tuple[Fact, ...]:
    """The facts that tell when a named happening was, if all of them can be trusted."""
    types = {
        event.name: event.key.name
        for event in event_types().values()
        if "happening" in event.key.kinds and event.nature == "happening"
    }
    facts = reference.facts(entity.id, types=tuple(types))
    return _trusted([fact for fact in facts if entity.id in fact.roles.get(types[fact.type], ())])


def _trusted(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts, sorted by time; none if one is weak or undated, since it may be the one."""
    if any(fact.confidence == "weak" or fact.span is None for fact in facts):
        return ()
    return tuple(sorted(facts, key=_when))


def _when(fact: Fact) -> tuple[bool, int, str]:
    first = fact.span.earliest_begin if fact.span is not None else None
    return first is None, first or 0, fact.id


def _may_follow(begin: Fact, end: Fact) -> bool:
    """Whether a thing may have begun anew after its end."""
    pairs = [(old, new) for old in spans_of(end) for new in spans_of(begin)]
    return not pairs or any(before(old, new) is Answer.YES for old, new in pairs)
