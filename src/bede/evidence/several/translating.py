"""Records of one reference in the ids that several references have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bede.catalog import event_types
from bede.evidence.several.faces import MARK, Face, Faces, Opened
from bede.evidence.values import Entity, Fact, Name, Roles, Value


class CommonIds:
    """Translates records, and lowers their confidence to the trust in their reference.

    Args:
        parts: the references, those that go before first.
        faces: finds the common id of an entity or source.
    """

    def __init__(self, parts: Sequence[Opened], faces: Faces) -> None:
        self._parts = parts
        self._faces = faces
        self._fact_ids: dict[Face, str] = {}

    def fact(self, number: int, fact: Fact) -> Fact:
        """A record of one reference in the common ids, and as sure as the reference is trusted."""
        trust = self._parts[number].trust
        return replace(
            fact,
            id=self.fact_id(number, fact.id),
            roles=self._roles(number, fact.type, fact.roles),
            sources=self.sources(number, fact.sources),
            coarse_sources=self.sources(number, fact.coarse_sources),
            values=tuple(self._value(number, fact.type, value) for value in fact.values),
            part_of=self.entities(number, fact.part_of),
            confidence=trust.of(fact.confidence, fact.sources),
        )

    def _value(self, number: int, event_type: str, value: Value) -> Value:
        roles = None if value.roles is None else self._roles(number, event_type, value.roles)
        return replace(value, roles=roles, sources=self.sources(number, value.sources))

    def _roles(self, number: int, event_type: str, roles: Roles) -> Roles:
        event = event_types()[event_type]
        linked = {role.name for role in event.roles if role.kinds != ("text",)}
        return {
            role: self.entities(number, fillers) if role in linked else fillers
            for role, fillers in roles.items()
        }

    def entity(self, face: Face) -> Entity:
        """A record of a person or thing, with the names of one reference alone."""
        number, local = face
        part = self._parts[number]
        entity = part.reference.entity(local)
        return replace(
            entity,
            id=self._faces.common(face),
            names=tuple(self.name(number, name) for name in entity.names),
            part_of=self.entities(number, entity.part_of),
            body=None if entity.body is None else self._faces.common((number, entity.body)),
            authors=self.entities(number, entity.authors),
            sources=self.sources(number, entity.sources),
            confidence=part.trust.of(entity.confidence, entity.sources),
        )

    def name(self, number: int, name: Name) -> Name:
        """A name; only its sources have ids."""
        return replace(name, sources=self.sources(number, name.sources))

    def fact_id(self, number: int, fact_id: str) -> str:
        """The id that a record of a fact goes by: its own, unless an earlier reference has it."""
        record = (number, fact_id)
        if record not in self._fact_ids:
            taken = any(_has_fact(part, fact_id) for part in self._parts[:number])
            name = self._parts[number].name
            self._fact_ids[record] = f"{name}{MARK}{fact_id}" if taken else fact_id
        return self._fact_ids[record]

    def sources(self, number: int, ids: Iterable[str]) -> tuple[str, ...]:
        """The common ids of sources."""
        return tuple(self._faces.source((number, name)) for name in ids)

    def entities(self, number: int, ids: Iterable[str]) -> tuple[str, ...]:
        """The common ids of entities, each once."""
        return tuple(dict.fromkeys(self._faces.common((number, name)) for name in ids))


def _has_fact(part: Opened, fact_id: str) -> bool:
    try:
        part.reference.fact(fact_id)
    except KeyError:
        return False
    return True
