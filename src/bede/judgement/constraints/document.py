"""The network of one document: the lives on record, the laws, and all that the text states."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bede.catalog import event_types
from bede.evidence import Fact
from bede.judgement.case import Case
from bede.judgement.constraints.again import recorded_again
from bede.judgement.constraints.claims import Reader
from bede.judgement.constraints.events import facts_of_event
from bede.judgement.constraints.facts import stated
from bede.judgement.constraints.laws import lifespan, share
from bede.judgement.constraints.parties import Party
from bede.judgement.constraints.points import Extent, extent_of
from bede.judgement.constraints.stated import Stated
from bede.judgement.network import Constraint, Network
from bede.judgement.telling import record


@dataclass(frozen=True, slots=True)
class DocumentNetwork:
    """All that bears on the times of one document.

    Attributes:
        base: what is not in question: the laws, and the lives of those who take part as the
            reference has them.
        statements: what the text states, in order.
        facts: the facts that may speak in a conflict, by the name of their origin.
        extents: claim id -> the points of the claim.
        parties: everybody who takes part, by key.
    """

    base: Network
    statements: tuple[Stated, ...]
    facts: Mapping[str, Fact]
    extents: Mapping[str, Extent]
    parties: Mapping[str, Party]

    def statements_of(self, steps: Sequence[Constraint]) -> list[Stated]:
        """The statements that constraints come from, each once, in the order of the text."""
        owner = {
            constraint: one
            for one in reversed(self.statements)
            for reading in one.alternatives
            for constraint in reading
            if constraint.origin.kind != "fact"  # which several statements may call upon
        }
        found = {owner[step].number: owner[step] for step in steps if step in owner}
        return [found[number] for number in sorted(found)]


def document_network(case: Case, accused: Collection[str]) -> DocumentNetwork:
    """Build the network of a document.

    Facts of the reference that contradict each other are a fault of the pack, which `bede pack
    check` tells; a life whose facts clash is left without bounds here.

    Args:
        case: the judged document.
        accused: ids of claims with which something was found wrong already.
    """
    reader = Reader(case, accused)
    parties = {party.key: party for party in reversed(reader.parties)}
    base = Network()
    facts: dict[str, Fact] = {}
    for key in sorted(parties):
        party = parties[key]
        life = party.life
        base.add(*(lifespan(party.name, life, case.parameter) if party.is_person else life.ordered))
        told = _bounds_of(party, case)
        facts |= {record(fact): fact for fact in told}
        base.add(*(bound for fact in told for bound in _life_fact(fact, party, case)))
    for judged in case.claims.values():
        facts |= {record(candidate.fact): candidate.fact for candidate in judged.candidates}
    for anchor in case.extraction.anchors:
        facts |= {record(fact): fact for fact in facts_of_event(anchor, case.linker)}
    extents = {name: reader.extent(judged.claim) for name, judged in case.claims.items()}
    return DocumentNetwork(base, tuple(reader.read()), facts, extents, parties)


def _bounds_of(party: Party, case: Case) -> list[Fact]:
    """The facts that begin and end an entity; of each type only if there is exactly one."""
    if party.entity is None:
        return []
    found: list[Fact] = []
    for event in event_types().values():
        role = event.begins or event.ends
        if role is not None:
            facts = case.reference.facts(party.entity.id, types=(event.name,), role=role)
            found += facts if len(facts) == 1 else ()
    return found


def _life_fact(fact: Fact, party: Party, case: Case) -> tuple[Constraint, ...]:
    event, extent = event_types()[fact.type], extent_of(fact.id)
    role = event.role(event.begins or event.ends or "")
    found = stated(fact, case.reference, extent)
    if role is None:
        return found
    again = party.entity is not None and recorded_again(event.name, party.entity, case.reference)
    return found + share(
        event,
        role,
        extent,
        party.name,
        party.name,
        party.life,
        case.parameter,
        person=party.is_person,
        again=again,
    )
