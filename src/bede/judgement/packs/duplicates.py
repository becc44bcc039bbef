"""One thing under two ids, and one fact told twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from bede.catalog import Severity, event_types
from bede.chronology import Answer, Span, allowance, before
from bede.evidence import Entity, Fact, Reference
from bede.evidence.lives import life_of
from bede.evidence.names import name_key
from bede.evidence.pack import Pack
from bede.judgement.packs.values import Concern
from bede.judgement.telling import tell

_WHOLE = frozenset({"preferred", "official", "birth", "period", "original"})
"""Kinds of names that tell one from another; a surname alone is shared by many."""
_MOST_COMPARED = 50
"""Bearers of one name that are compared pair by pair."""

_Hull = tuple[int, int] | None


def same_things(packs: Sequence[Pack], reference: Reference) -> Iterator[Concern]:
    """Two records of one kind with the same name that may have been there at the same time."""
    bearers: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in sorted((e for pack in packs for e in pack.entities), key=lambda e: e.id):
        keys = {name_key(name.text) for name in entity.names if name.kind in _WHOLE}
        for key in sorted(keys):
            bearers[entity.kind, key].append(entity)
    told: set[tuple[str, str]] = set()
    for name in sorted(bearers):
        for one, other in combinations(bearers[name][:_MOST_COMPARED], 2):
            if (one.id, other.id) in told or _surely_two(one, other, reference):
                continue
            told.add((one.id, other.id))
            differ = bool(one.description and other.description) and (
                one.description != other.description
            )
            yield Concern(
                "same-name",
                Severity.NOTE if differ else Severity.WARNING,
                other.id,
                (one.id,),
                f"the {one.kind} {other.id} has a name of {one.id}, and nothing on record tells "
                "the two apart",
                "merge them, or give their births, or a same_as for each",
            )


def same_elsewhere(packs: Sequence[Pack]) -> Iterator[Concern]:
    """Two records that give the same id in some registry, or the same address, for themselves."""
    first: dict[str, Entity] = {}
    for entity in sorted((e for pack in packs for e in pack.entities), key=lambda e: e.id):
        for same in entity.same_as:
            other = first.setdefault(same, entity)
            if other is not entity:
                yield Concern(
                    "same-identifier",
                    Severity.WARNING,
                    entity.id,
                    (other.id,),
                    f"{entity.id} and {other.id} are both {same}",
                    "merge them, or correct one of the two",
                )


def _surely_two(one: Entity, other: Entity, reference: Reference) -> bool:
    if set(one.part_of) != set(other.part_of) and one.part_of and other.part_of:
        return True
    if one.body and other.body and one.body != other.body:
        return True
    if one.id in other.part_of or other.id in one.part_of or one.subkind != other.subkind:
        return True
    if _other_ids(one, other):
        return True
    if one.kind == "work" and set(one.authors) != set(other.authors):
        return True
    first, second = life_of(one, reference), life_of(other, reference)
    pairs: list[tuple[_Hull, _Hull]] = [
        (first.begin, second.begin),
        (first.end, second.end),
        (first.end, second.begin),
        (second.end, first.begin),
    ]
    if one.kind == "happening":
        pairs.append((first.seen, second.seen))
    *ends, later, earlier = pairs[:4]
    apart = any(a and b and not (a[0] <= b[1] and b[0] <= a[1]) for a, b in (*ends, *pairs[4:]))
    return apart or any(a and b and a[1] < b[0] for a, b in (later, earlier))


def _other_ids(one: Entity, other: Entity) -> bool:
    """Whether one registry knows the two under different ids."""
    ids = dict(same.partition(":")[::2] for same in one.same_as)
    pairs = (same.partition(":") for same in other.same_as)
    return any(scheme in ids and ids[scheme] != number for scheme, _, number in pairs)


def same_facts(packs: Sequence[Pack], reference: Reference) -> Iterator[Concern]:
    """Two facts of one type with the same roles and times of which one may hold the other.

    Of what happens only once to somebody, the key role alone must be the same.
    """
    groups: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in sorted((f for pack in packs for f in pack.facts), key=lambda f: f.id):
        groups[_likeness(fact)].append(fact)
    for group in groups.values():
        for one, other in combinations(group[:_MOST_COMPARED], 2):
            if _may_be_one(one.span, other.span):
                yield Concern(
                    "same-fact",
                    Severity.WARNING,
                    other.id,
                    (one.id,),
                    f"{other.id} tells what {one.id} tells: {tell(one, reference)}",
                    "merge them; further sources go under 'sources', other values under 'disputed'",
                )


def _likeness(fact: Fact) -> tuple[str, ...]:
    kind = event_types()[fact.type]
    roles = [kind.key.name] if kind.cardinality == "once" else sorted(fact.roles)
    return (fact.type, *(f"{role}={'|'.join(sorted(fact.roles.get(role, ())))}" for role in roles))


def _may_be_one(one: Span | None, other: Span | None) -> bool:
    if one is None or other is None:
        return True
    wide, narrow = one.widened(allowance(one)), other.widened(allowance(other))
    if Answer.YES in (before(wide, narrow), before(narrow, wide)):
        return False
    return _inside(wide, narrow) or _inside(narrow, wide)


def _inside(narrow: Span, wide: Span) -> bool:
    (first, last), (start, end) = narrow.hull, wide.hull
    after = start is None or (first is not None and first >= start)
    return after and (end is None or (last is not None and last <= end))
