"""Do the records of one or more packs fit together?

Ids stand once, what is referred to exists and is of the right kind, event types and roles are
known, and no place or body is part of itself or comes after itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bede.errors import PackError
from bede.evidence.pack_files import Entry
from bede.evidence.pack_schema import (
    CompletenessRecord,
    FactRecord,
    OfficeRecord,
    Record,
    WorkRecord,
)
from bede.evidence.values import EntityKind

RolesByType = Mapping[str, Mapping[str, tuple[str, ...]]]
Key = tuple[str | int, ...]

KINDS: Mapping[str, EntityKind] = {
    "people": "person",
    "organisations": "organisation",
    "places": "place",
    "offices": "office",
    "happenings": "happening",
    "works": "work",
    "ideas": "idea",
}
LIST = "list"  # the type of a completeness statement whose records are entities
_ANY_ENTITY = tuple(KINDS.values())
_AUTHORS = ("person", "organisation", "happening")  # a congress adopts its resolutions


class Links:
    """Everything with an id, and the checks of what refers to it.

    Args:
        entries: the records of all packs that are compiled together.
        roles_by_type: for each event type, its roles and the entity kinds that may fill each;
            no kinds means that the filler is text.
        whole: whether these are all records; if not, what is referred to may be in a file that
            could not be read, and is not called missing.
    """

    def __init__(
        self, entries: Sequence[Entry], roles_by_type: RolesByType, *, whole: bool = True
    ) -> None:
        self._whole = whole
        self._entries = entries
        self._roles_by_type = roles_by_type
        self._by_id: dict[str, Entry] = {}
        for entry in entries:
            self._by_id.setdefault(entry.id, entry)

    def errors(self) -> Iterator[PackError]:
        """Yield all that does not fit together, in the order of the records."""
        for entry in self._entries:
            first = self._by_id[entry.id]
            if first is not entry:
                place = f"{first.place.path}:{first.place.line('id')}"
                cause = f"the id '{entry.id}' stands twice, first at {place}"
                yield entry.place.error(cause, "id", remedy="give one of the two another id")
            if (record := entry.record) is not None:
                yield from self._sources(entry, record)
                yield from self._kin(entry, record)
        for key in ("part_of", "replaces"):
            yield from self._cycles(key)

    def _refer(
        self, entry: Entry, key: Key, target: str, kinds: Sequence[str]
    ) -> Iterator[PackError]:
        found = self._by_id.get(target)
        name = next(part for part in reversed(key) if isinstance(part, str))
        if found is None and not self._whole:
            return
        if found is None:
            cause = f"'{name}' names '{target}', but no record has this id"
            yield entry.place.error(cause, *key, remedy="add the record or correct the id")
        elif (kind := KINDS.get(found.collection, found.collection)) not in kinds:
            cause = f"'{name}' names '{target}', which is of the kind {kind}"
            yield entry.place.error(
                cause, *key, remedy=f"name one of the kind {' or '.join(kinds)}"
            )

    def _sources(self, entry: Entry, record: Record) -> Iterator[PackError]:
        for key, sources in _cited(record):
            for position, source in enumerate(sources):
                yield from self._refer(entry, (*key, position), source, ("sources",))

    def _kin(self, entry: Entry, record: Record) -> Iterator[PackError]:
        for position, whole in enumerate(getattr(record, "part_of", ())):
            yield from self._refer(entry, ("part_of", position), whole, _ANY_ENTITY)
        for position, former in enumerate(getattr(record, "replaces", ())):
            kind = KINDS[entry.collection]
            yield from self._refer(entry, ("replaces", position), former, (kind,))
        if isinstance(record, OfficeRecord) and record.body:
            yield from self._refer(entry, ("body",), record.body, ("organisation",))
        elif isinstance(record, WorkRecord):
            for position, author in enumerate(record.author):
                yield from self._refer(entry, ("author", position), author, _AUTHORS)
        elif isinstance(record, FactRecord):
            yield from self._fact(entry, record)
        elif isinstance(record, CompletenessRecord):
            yield from self._completeness(entry, record)

    def _fact(self, entry: Entry, fact: FactRecord) -> Iterator[PackError]:
        if (roles := self._roles_by_type.get(fact.type)) is None:
            yield self._unknown_type(entry, fact.type)
            return
        yield from self._roles(entry, fact.type, roles, ("roles",), fact.roles)
        for position, value in enumerate(fact.disputed):
            key = ("disputed", position)
            if value.when is None and value.roles is None:
                remedy = "add one of them"
                yield entry.place.error("a value without 'when' and 'roles'", *key, remedy=remedy)
            yield from self._roles(entry, fact.type, roles, (*key, "roles"), value.roles or {})

    def _roles(
        self,
        entry: Entry,
        event_type: str,
        known: Mapping[str, tuple[str, ...]],
        key: Key,
        stated: Mapping[str, Sequence[str]],
    ) -> Iterator[PackError]:
        for role, fillers in stated.items():
            if role not in known:
                cause = f"the event type '{event_type}' has no role '{role}'"
                remedy = f"its roles are {', '.join(known)}"
                yield entry.place.error(cause, *key, role, remedy=remedy)
            elif kinds := known[role]:
                for position, filler in enumerate(fillers):
                    yield from self._refer(entry, (*key, role, position), filler, kinds)

    def _completeness(self, entry: Entry, stated: CompletenessRecord) -> Iterator[PackError]:
        yield from self._refer(entry, ("entity",), stated.entity, _ANY_ENTITY)
        members = _ANY_ENTITY if stated.type == LIST else ("facts",)
        for position, member in enumerate(stated.records):
            yield from self._refer(entry, ("records", position), member, members)
        roles = {} if stated.type == LIST else self._roles_by_type.get(stated.type)
        if roles is None:
            yield self._unknown_type(entry, stated.type)
            return
        where = {role: ids for role, ids in stated.where.items() if role != "time"}
        yield from self._roles(
            entry, stated.type, {**roles, "part_of": _ANY_ENTITY}, ("where",), where
        )
        if len(stated.where.get("time", [""])) != 1:
            yield entry.place.error("more than one time", "where", "time", remedy="write one range")

    def _unknown_type(self, entry: Entry, event_type: str) -> PackError:
        remedy = f"known are {', '.join(sorted(self._roles_by_type))}"
        return entry.place.error(f"unknown event type '{event_type}'", "type", remedy=remedy)

    def _cycles(self, key: str) -> Iterator[PackError]:
        """Report each record from which a key leads back to itself, once for each cycle."""
        done: set[str] = set()
        for start in self._by_id:
            trail: dict[str, None] = {}
            pending = [(start, False)]
            while pending:
                current, leaving = pending.pop()
                if leaving:
                    del trail[current]
                    done.add(current)
                elif current in trail:
                    chain = [*trail][[*trail].index(current) :]
                    cause = f"{key} leads in a circle: {' > '.join([*chain, current])}"
                    place = self._by_id[current].place
                    yield place.error(cause, key, remedy="remove one of the steps")
                elif current not in done and current in self._by_id:
                    trail[current] = None
                    pending.append((current, True))
                    wholes = getattr(self._by_id[current].record, key, ())
                    pending.extend((whole, False) for whole in reversed(wholes))


def _cited(record: Record) -> Iterator[tuple[Key, Sequence[str]]]:
    for key in ("sources", "coarse_sources"):
        yield (key,), getattr(record, key, ())
    for collection in ("names", "disputed"):
        for position, part in enumerate(getattr(record, collection, ())):
            yield (collection, position, "sources"), part.sources
