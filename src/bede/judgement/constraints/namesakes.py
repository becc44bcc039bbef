"""Names that the text itself gives to more than one person, so that nothing can be tied by them.

Names run in families: a father and a son share theirs, and so do two painters with their dates in
brackets. What the text tells of such a name may be told of either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from bede.catalog import event_types
from bede.chronology import Span
from bede.claims import Claim
from bede.judgement.constraints.facts import parent_by
from bede.judgement.constraints.parties import Party


def namesakes(
    claims: Mapping[str, Claim], parties: Mapping[str, Sequence[Party]], text: str
) -> frozenset[str]:
    """The keys of parties whose name must stand for more than one person.

    A name does if somebody of it is kin to somebody of it, if it is that of a parent and of a
    child of one person, or if two lives stand in brackets behind it.

    Args:
        claims: id -> claim.
        parties: id of a claim -> those who take part in it.
        text: of the document.
    """
    kin = list(_kin(claims, parties))
    parents = {(elder, younger) for elder, younger, straight in kin if straight}
    of_kin = {one for one, other, _ in kin if one == other}
    turned = {key for pair in parents if pair[::-1] in parents for key in pair}
    return frozenset(of_kin | turned | set(_in_brackets(claims, parties, text)))


def _kin(
    claims: Mapping[str, Claim], parties: Mapping[str, Sequence[Party]]
) -> Iterator[tuple[str, str, bool]]:
    """Pairs of keys, the elder first where it is said who is the parent of whom."""
    for name, found in parties.items():
        relations = claims[name].roles.get("relation", ())
        people = [party.key for party in found if party.role.name == "person"]
        relatives = [party.key for party in found if party.role.name == "relative"]
        for relation in relations:
            side = parent_by(relation.text)
            for one, other in product(people, relatives):
                is_elder = side is not None and side[0] == "person"
                yield (*((one, other) if is_elder else (other, one)), side is not None)


def _in_brackets(
    claims: Mapping[str, Claim], parties: Mapping[str, Sequence[Party]], text: str
) -> Iterator[str]:
    births: dict[str, list[tuple[Span, ...]]] = {}
    for name, found in parties.items():
        claim = claims[name]
        for party in found:
            begins = party.role.name == event_types()[claim.type].begins
            behind = text[party.filler.end : claim.trigger.start].lstrip()
            if begins and party.is_person and party.entity is None and behind.startswith("("):
                births.setdefault(party.key, []).append(
                    claim.told_time.readings if claim.told_time else ()
                )
    for key, told in births.items():
        if any(_apart(one, other) for one, other in combinations(told, 2)):
            yield key


def _apart(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether two dates have no day in common."""
    return bool(one and other) and not any(_meet(a, b) for a, b in product(one, other))


def _meet(one: Span, other: Span) -> bool:
    (first, last), (begin, end) = one.hull, other.hull
    early = last is not None and begin is not None and last < begin
    late = end is not None and first is not None and end < first
    return not early and not late
