"""Whether the facts of a reference can all be true together.

Every fact with its dates and what its roles say of lives is one statement of a network; the laws
of lives are its ground. What must be given up is a contradiction between facts: a fault of the
packs, which must not make every document wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bede.catalog import Severity, event_types
from bede.evidence import Entity, Fact, Reference
from bede.judgement.aloud import read_aloud
from bede.judgement.constraints.facts import lives, shares, stated
from bede.judgement.network import Network, Repair, Statement, smallest_repair
from bede.judgement.settings import Settings
from bede.judgement.telling import record
from bede.judgement.values import Step

_WEIGHTS = {"high": 3, "medium": 2, "weak": 1}
"""How dear a fact is to give up, by its confidence."""


@dataclass(frozen=True, slots=True)
class FactConflict:
    """Facts that cannot all be true.

    Attributes:
        fact: the one that must be given up so that most of the others can stand.
        others: the facts with which it clashes.
        steps: why, read aloud.
    """

    fact: Fact
    others: tuple[Fact, ...]
    steps: tuple[Step, ...]

    @property
    def severity(self) -> Severity:
        """An error, or a warning where a fact of weak confidence takes part."""
        weak = any(fact.confidence == "weak" for fact in (self.fact, *self.others))
        return Severity.WARNING if weak else Severity.ERROR


@dataclass(frozen=True, slots=True)
class FactNetwork:
    """The facts of a reference in one network, those that clash left out.

    Attributes:
        network: all that can hold together.
        facts: all facts, sorted by id.
        entities: those that fill their roles, sorted by id.
        repair: what was given up.
        conflicts: the same as conflicts between facts.
    """

    network: Network
    facts: tuple[Fact, ...]
    entities: tuple[Entity, ...]
    repair: Repair
    conflicts: tuple[FactConflict, ...]


def fact_network(reference: Reference, settings: Settings | None = None) -> FactNetwork:
    """Put all facts of a reference into one network.

    Args:
        reference: the facts.
        settings: the parameters of the laws; None for the usual.
    """
    parameter = (settings or Settings()).parameter
    found = {fact.id: fact for name in event_types() for fact in reference.facts_of_type(name)}
    facts = tuple(found[name] for name in sorted(found))
    entities = _entities(facts, reference)
    network = Network()
    network.load(lives(entities, parameter))
    statements = [
        Statement(
            fact.id,
            ((*stated(fact, reference, weak=True), *shares(fact, reference, parameter)),),
            _WEIGHTS[fact.confidence],
        )
        for fact in facts
    ]
    repair = _load(network, statements)
    by_record = {record(fact): fact for fact in facts}
    return FactNetwork(network, facts, entities, repair, _conflicts(repair, found, by_record))


def _load(network: Network, statements: Sequence[Statement]) -> Repair:
    """Put in what can hold together; a pack without conflicts, the usual one, in one go."""
    if network.load(bound for each in statements for bound in each.alternatives[0]) is None:
        return Repair((), {each.key: 0 for each in statements}, ())
    repair = smallest_repair(network, statements)
    kept = (each for each in statements if each.key in repair.chosen)
    network.load(bound for each in kept for bound in each.alternatives[repair.chosen[each.key]])
    return repair


def _conflicts(
    repair: Repair, by_id: dict[str, Fact], by_record: dict[str, Fact]
) -> tuple[FactConflict, ...]:
    found = []
    for refusal in repair.refusals:
        own = by_id[refusal.statement.key]
        conflict = refusal.conflicts[0]
        named = dict.fromkeys(step.origin.reference for step in conflict.steps)
        others = tuple(by_record[name] for name in named if name in by_record)
        found.append(
            FactConflict(own, tuple(f for f in others if f.id != own.id), read_aloud(conflict))
        )
    return tuple(found)


def _entities(facts: Sequence[Fact], reference: Reference) -> tuple[Entity, ...]:
    """The entities that fill roles of facts; roles of free words name none."""
    ids = {
        filler
        for fact in facts
        for role in event_types()[fact.type].roles
        if role.kinds != ("text",)
        for filler in fact.roles.get(role.name, ())
    }
    return tuple(reference.entity(name) for name in sorted(ids))
