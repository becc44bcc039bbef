"""One id for each person or thing that several references tell of.

Each reference has ids of its own. The id of a thing is that of the first reference that has a
record of it; the records of the others are further *faces* of it. Everything is found when it is
asked for, and kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from bede.evidence.reading import Reference
from bede.evidence.several.sameness import same_elsewhere
from bede.evidence.several.trust import Trust
from bede.evidence.values import Source

MARK = ":"
"""Stands between the name of a reference and an id that an earlier reference has for another."""


@dataclass(frozen=True, slots=True)
class Opened:
    """One of the references that are read together.

    Attributes:
        name: by which it is told apart from the others.
        reference: open for reading.
        trust: how far the user trusts it.
    """

    name: str
    reference: Reference
    trust: Trust


Face = tuple[int, str]
"""Number of a reference, and the id of a record in it."""


class Faces:
    """Finds the common id of a record, and the records of a common id.

    Args:
        parts: the references, those that go before first.
    """

    def __init__(self, parts: Sequence[Opened]) -> None:
        self._parts = parts
        self._ids: dict[Face, str] = {}
        self._homes: dict[str, Face] = {}
        self._faces: dict[str, tuple[Face, ...]] = {}
        self._sources: dict[Face, str] = {}

    def common(self, face: Face) -> str:
        """The id that a record goes by; that of a thing no reference has is its own."""
        if face not in self._ids:
            home = self._home(face)
            self._ids[face] = self._ids[home] if home != face else self._own_id(face)
            self._homes.setdefault(self._ids[face], home if home != face else face)
        return self._ids[face]

    def home(self, entity_id: str) -> Face:
        """The record that gives a thing its id.

        Args:
            entity_id: a common id, or that of any record.

        Raises:
            KeyError: no reference has such a thing.
        """
        if entity_id in self._homes:
            return self._homes[entity_id]
        name, mark, own = entity_id.partition(MARK)
        for number, part in enumerate(self._parts):
            local = own if mark and part.name == name else entity_id
            if _has_entity(part.reference, local):
                return self._homes[self.common((number, local))]
        raise KeyError(entity_id)

    def faces(self, entity_id: str) -> tuple[Face, ...]:
        """All records of a thing, those of earlier references first.

        Raises:
            KeyError: no reference has such a thing.
        """
        home = self.home(entity_id)
        common = self.common(home)
        if common not in self._faces:
            found = {home: None}
            for number, local in (queue := [home]):
                entity = self._parts[number].reference.entity(local)
                for place in range(home[0] + 1, len(self._parts)):
                    if place == number:
                        continue
                    groups = same_elsewhere(entity, self._ref(number), self._ref(place))
                    for other in chain.from_iterable(groups):
                        face = (place, other)
                        if face not in found and self.common(face) == common:
                            found[face] = None
                            queue.append(face)
            self._faces[common] = tuple(sorted(found))
        return self._faces[common]

    def source(self, face: Face) -> str:
        """The id that a source goes by: its own, unless an earlier one of that id is another."""
        if face not in self._sources:
            number, local = face
            own = self._ref(number).source(local)
            held = (_source(self._ref(earlier), local) for earlier in range(number))
            taken = any(other is not None and other != own for other in held)
            self._sources[face] = f"{self._parts[number].name}{MARK}{local}" if taken else local
        return self._sources[face]

    def source_home(self, source_id: str) -> Face:
        """The record of a source by the id that it goes by.

        Raises:
            KeyError: no reference has such a source.
        """
        name, mark, own = source_id.partition(MARK)
        for number, part in enumerate(self._parts):
            local = own if mark and part.name == name else source_id
            if _source(part.reference, local) is not None:
                return number, local
        raise KeyError(source_id)

    def _ref(self, number: int) -> Reference:
        return self._parts[number].reference

    def _home(self, face: Face) -> Face:
        """The one record of the same thing in the first reference that has one, or the record.

        Where an earlier reference has two that it may be, nobody can tell of which it is.
        """
        number, local = face
        if number == 0 or not _has_entity(self._ref(number), local):
            return face
        entity = self._ref(number).entity(local)
        for earlier in range(number):
            found = same_elsewhere(entity, self._ref(number), self._ref(earlier))
            if found and len(found[0]) == 1:
                common = self.common((earlier, found[0][0]))
                return self._homes[common]
        return face

    def _own_id(self, face: Face) -> str:
        number, local = face
        taken = any(_has_entity(self._ref(earlier), local) for earlier in range(number))
        return f"{self._parts[number].name}{MARK}{local}" if taken else local


def _has_entity(reference: Reference, entity_id: str) -> bool:
    try:
        reference.entity(entity_id)
    except KeyError:
        return False
    return True


def _source(reference: Reference, source_id: str) -> Source | None:
    try:
        return reference.source(source_id)
    except KeyError:
        return None
