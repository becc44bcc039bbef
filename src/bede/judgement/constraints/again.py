"""Begins and ends that are told in more than one way, and may all be right.

A body may be founded anew and dissolved again, and who was attacked may die of it days later. So
these begin or end a time only as far as they reach. But nobody is born twice, and two foundings of
a body that nobody ended contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bede.catalog import event_types
from bede.claims import Claim
from bede.evidence import Entity, Reference
from bede.judgement.constraints.laws import ATTACKS
from bede.judgement.constraints.parties import Party


def recorded_again(name: str, entity: Entity, reference: Reference) -> bool:
    """Whether the reference tells a begin or an end of an entity in another way, too.

    Args:
        name: the event type that begins or ends it.
        entity: the entity.
        reference: where its facts are.
    """
    if name in ATTACKS:
        return any(_facts(other, entity, reference) for other in _endings(event_types()))
    return entity.kind != "person" and _facts(name, entity, reference) > 1


def told_again(
    claims: Mapping[str, Claim], parties: Mapping[str, Sequence[Party]], reference: Reference
) -> Iterator[tuple[str, str]]:
    """The begins and ends of a text that are told in another way, too.

    Args:
        claims: id -> claim.
        parties: id of a claim -> those who take part in it.
        reference: whose facts count as told.

    Returns:
        Pairs of an event type and the key of a party.
    """
    known: dict[str, Party] = {}
    told: dict[str, dict[str, list[Claim]]] = {}
    for name, found in parties.items():
        event = event_types()[claims[name].type]
        for party in found:
            if party.role.name in (event.begins, event.ends):
                known[party.key] = party
                told.setdefault(party.key, {}).setdefault(event.name, []).append(claims[name])
    for key, tellings in told.items():
        entity = known[key].entity
        recorded = {
            name
            for name in tellings
            if entity is not None and recorded_again(name, entity, reference)
        }
        if known[key].is_person:
            dies = bool(_endings(tellings))
            again = {name for name in tellings if name in ATTACKS and (dies or name in recorded)}
        else:
            again = set(tellings) if recorded or _comes_back(tellings) else set()
        yield from ((name, key) for name in sorted(again))


def _comes_back(tellings: Mapping[str, Sequence[Claim]]) -> bool:
    """Whether a body has more than one time, by the word "again" or by what is told of it."""
    told = sum(map(len, tellings.values()))
    repeated = any(claim.repeated for claims in tellings.values() for claim in claims)
    return repeated or (bool(_endings(tellings)) and told > len(tellings))


def _endings(names: Mapping[str, object]) -> list[str]:
    """Those event types that end something on the very day."""
    return [name for name in names if event_types()[name].ends and name not in ATTACKS]


def _facts(name: str, entity: Entity, reference: Reference) -> int:
    event = event_types()[name]
    return len(reference.facts(entity.id, types=(name,), role=event.begins or event.ends))
