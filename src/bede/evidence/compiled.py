"""The compiled reference, read row by row when something is asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from types import TracebackType
from typing import Any, Self

from bede.errors import ReferenceFileError
from bede.evidence import rows
from bede.evidence.candidates import Candidate, find_candidates
from bede.evidence.forms import FORMS, Form
from bede.evidence.info import ReferenceInfo, read_info
from bede.evidence.names import name_key
from bede.evidence.values import Completeness, Entity, Fact, Name, Source
from bede.evidence.verifying import faults_of
from bede.evidence.wholes import wholes_of

REBUILD = "build it again with: bede reference build"
_LOOKED_AT = 50
"""A search looks at so many times more entities than are wanted before it gives up."""

_ENTITY = (
    "SELECT e.id, k.kind, k.subkind, e.label, e.names, d.dress, e.description, e.prominence,"
    " c.ids, e.confidence, e.part_of, e.same_as, e.more FROM entities e"
    " JOIN kinds k ON k.n = e.kind JOIN dresses d ON d.n = e.dress"
    " LEFT JOIN citations c ON c.n = e.cited WHERE "
)
_FACT_COLUMNS = (
    "o.id, f.shape, f.name, f.fillers, f.edtf, f.first, f.extent, f.begin_gap, f.end_gap, f.flags,"
    " c.ids, f.more"
)
_FACT_JOINS = " LEFT JOIN entities o ON o.n = f.owner LEFT JOIN citations c ON c.n = f.cited"


class Reference:
    """The facts that Bede trusts. Use it as a context manager, or close it.

    Every method that reads raises `ReferenceFileError` if the file turns out to be damaged.

    Args:
        connection: a database with the tables of `schema.sql`.
        path: the file, for messages.
    """

    def __init__(self, connection: sqlite3.Connection, *, path: str) -> None:
        self._connection = connection
        self._path = path
        self._entities: dict[str, Entity] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the values that were read stay good."""
        self._connection.close()

    @cached_property
    def info(self) -> ReferenceInfo:
        """Path, packs, content hash and how much there is of everything."""
        try:
            return read_info(self._connection, self._path)
        except (sqlite3.DatabaseError, KeyError, ValueError) as error:
            raise self._damaged(error) from error

    def people(self) -> int:
        """Return how many persons there are."""
        return dict(self.info.entities).get("person", 0)

    def verify(self) -> tuple[str, ...]:
        """Return what is wrong with the reference, one line for each fault; empty if it is sound.

        Pages, tables, every reference between them, and the content hash are gone through; it
        takes as long as reading the whole file.
        """
        return faults_of(self._connection)

    def origin(self, record_id: str) -> str:
        """Return the name of the pack that an entity, a fact or a source is from.

        Raises:
            KeyError: if there is none of this id.
        """
        for query in (
            "SELECT p.name FROM entities r JOIN packs p ON p.n = r.pack WHERE r.id = ?",
            "SELECT p.name FROM sources r JOIN packs p ON p.n = r.pack WHERE r.id = ?",
        ):
            for (name,) in self._read(query, record_id):
                return str(name)
        query = "SELECT p.name FROM facts f JOIN packs p ON p.n = f.pack WHERE f.owner = ?"
        owner, number = self._place_of(record_id)
        return str(self._one(f"{query} AND f.number = ?", owner, number)[0])

    def source(self, source_id: str) -> Source:
        """Return a source.

        Raises:
            KeyError: if there is none of this id.
        """
        query = f"SELECT {rows.SOURCE_COLUMNS} FROM sources WHERE id = ?"  # noqa: S608
        return rows.source_of(self._one(query, source_id))

    def entity(self, entity_id: str) -> Entity:
        """Return an entity with its names.

        Raises:
            KeyError: if there is none of this id.
        """
        if (known := self._entities.get(entity_id)) is not None:
            return known
        return self._entity(self._one(f"{_ENTITY} e.id = ?", entity_id))

    def same_as(self, address: str) -> tuple[str, ...]:
        """Return the ids of the entities that have an address elsewhere ("wikidata:Q1"), sorted."""
        prefix, rest = rows.divided(address)
        query = (
            "SELECT e.id FROM authorities a CROSS JOIN same_as s ON s.authority = a.n"
            " CROSS JOIN entities e ON e.n = s.entity WHERE a.prefix = ? AND s.value = ?"
        )
        return tuple(sorted({one for (one,) in self._read(query, prefix, rest)}))

    def candidates(
        self,
        text: str,
        *,
        forms: Collection[Form] = FORMS,
        kinds: Collection[str] | None = None,
        limit: int = 32,
    ) -> tuple[Candidate, ...]:
        """Return whom or what a name may stand for.

        Costs the same however many bear the name: only the best known are read.

        Args:
            text: the name as it stands in a text, without an article.
            forms: the forms in which it may be found.
            kinds: the kinds of entity wanted, None for all. Of bearers of another kind at most
                about a thousand are passed over.
            limit: how many to return at most.

        Returns:
            each entity once, in its best form: by form, then the best known first, then by id.
        """
        try:
            return find_candidates(self._connection, self._kinds, text, forms, kinds, limit)
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from error

    def knows(self, text: str) -> bool:
        """Return whether anything has this name, whole, as `named` compares it."""
        query = "SELECT 1 FROM lookup WHERE key = ? AND form = 0 LIMIT 1"
        return any(True for _ in self._read(query, name_key(text)))

    def named(self, text: str) -> tuple[tuple[Entity, Name], ...]:
        """Return the entities that have a name, with that name, sorted by id.

        Names are compared by `name_key`, whole and exact. An entity stands twice if it has the
        name for two periods. All bearers are read; `candidates` reads only the best known.
        """
        key = name_key(text)
        bearers = "(SELECT entity FROM lookup WHERE key = ? AND form = 0)"
        query = f"{_ENTITY} e.n IN {bearers}"
        entities = sorted(map(self._entity, self._read(query, key)), key=lambda one: one.id)
        return tuple((e, name) for e in entities for name in e.names if name_key(name.text) == key)

    def search(self, text: str, *, limit: int = 10) -> tuple[tuple[Entity, Name], ...]:
        """Return entities with a name that has all words of `text`, the best known first.

        Args:
            text: words, in any order.
            limit: how many to return at most.
        """
        words = name_key(text).split()
        found: dict[int, tuple[Entity, Name]] = {}
        if not words:
            return ()
        for table in ("person_words", "thing_words"):
            query = f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid LIMIT ?"  # noqa: S608
            wanted = limit
            for (number,) in self._read(query, _all_of(words), limit * _LOOKED_AT):
                entity = self._entity(self._one(f"{_ENTITY} e.n = ?", number))
                name = _with_all(words, entity)
                if name is not None and wanted:
                    found[number] = entity, name
                    wanted -= 1
        return tuple(found[number] for number in sorted(found)[:limit])

    def bearers(self, word: str, *, limit: int = 2000) -> int:
        """Return how many persons have a name with this word in it, counted up to a limit."""
        words = name_key(word).split()
        query = (
            "SELECT count(*) FROM (SELECT 1 FROM person_words WHERE person_words MATCH ? LIMIT ?)"
        )
        return int(self._one(query, _all_of(words), limit)[0]) if words else 0

    def fact(self, fact_id: str) -> Fact:
        """Return a fact.

        Raises:
            KeyError: if there is none of this id.
        """
        query = f"SELECT {_FACT_COLUMNS} FROM facts f{_FACT_JOINS} WHERE f.owner = ?"  # noqa: S608
        owner, number = self._place_of(fact_id)
        return self._fact(self._one(f"{query} AND f.number = ?", owner, number))

    def facts(
        self,
        entity_id: str,
        *,
        types: Collection[str] | None = None,
        role: str | None = None,
        limit: int | None = None,
    ) -> tuple[Fact, ...]:
        """Return the facts in which an entity fills a role, in one indexed read.

        Of a country in a large reference all facts may be a million; ask for types or a role.

        Args:
            entity_id: the entity; one that is not in the reference has no facts.
            types: event types to look for; None for all.
            role: the role that the entity fills; None for any.
            limit: how many to read at most, its own first; None for all.

        Returns:
            facts sorted by their earliest beginning, those without one last, then by id.
        """
        own, others = self._slots(types, role)
        facts = f"SELECT {_FACT_COLUMNS} FROM"
        number = "(SELECT n FROM entities WHERE id = ?1)"
        query = (
            f"{facts} facts f{_FACT_JOINS} WHERE f.owner = {number}{own} UNION ALL"
            f" {facts} fillers l CROSS JOIN facts f ON f.owner = l.owner AND f.number = l.number"
            f"{_FACT_JOINS} WHERE l.entity = {number}{others} LIMIT ?2"
        )
        cells = self._read(query, entity_id, -1 if limit is None else limit)
        found = {fact.id: fact for fact in map(self._fact, cells)}
        return in_time(
            fact for fact in found.values() if role is None or entity_id in fact.roles.get(role, ())
        )

    def facts_of_type(self, event_type: str) -> tuple[Fact, ...]:
        """Return all facts of an event type, in the order of `facts`; goes through all facts."""
        shapes = _listed(n for n, shape in self._shapes.items() if shape[0] == event_type)
        query = f"SELECT {_FACT_COLUMNS} FROM facts f{_FACT_JOINS} WHERE f.shape IN ({shapes})"  # noqa: S608
        return in_time(map(self._fact, self._read(query)))

    def completeness(self, entity_id: str, event_type: str) -> tuple[Completeness, ...]:
        """Return what the reference says of its own completeness, sorted by id."""
        query = (
            f"SELECT {rows.COMPLETENESS_COLUMNS} FROM entities e"  # noqa: S608
            " CROSS JOIN completeness c ON c.entity = e.n WHERE e.id = ? AND c.type = ? ORDER BY 1"
        )
        return tuple(map(rows.completeness_of, self._read(query, entity_id, event_type)))

    def ancestors(self, entity_id: str) -> tuple[str, ...]:
        """Return the ids of all wholes that an entity belongs to, the nearest first.

        Raises:
            KeyError: if there is no entity of this id.
        """
        return wholes_of(self.entity(entity_id), self.entity)

    @cached_property
    def _kinds(self) -> dict[int, tuple[str, str | None]]:
        return {n: (kind, sub) for n, kind, sub in self._read("SELECT n, kind, subkind FROM kinds")}

    @cached_property
    def _shapes(self) -> dict[int, rows.Shape]:
        found = self._read("SELECT n, type, roles FROM shapes")
        return {number: (event, rows.texts(roles)) for number, event, roles in found}

    @cached_property
    def _prefixes(self) -> dict[int, str]:
        return dict(self._read("SELECT n, prefix FROM authorities"))

    def _slots(self, types: Collection[str] | None, role: str | None) -> tuple[str, str]:
        """Conditions on facts that are an entity's own, and on those where it is a filler."""
        if types is None and role is None:
            return "", ""
        shapes, slots = [], []
        for number, (event, roles) in self._shapes.items():
            if types is not None and event not in types:
                continue
            for place, name in enumerate(roles):
                if role is None or name == role:
                    slots.append(rows.MOST_ROLES * number + place)
            if role is None or role in roles:
                shapes.append(number)
        return f" AND f.shape IN ({_listed(shapes)})", f" AND l.slot IN ({_listed(slots)})"

    def _place_of(self, fact_id: str) -> tuple[int, int]:
        """Owner and number of a fact: on record, or told by the beginning of its id."""
        query = "SELECT owner, number FROM fact_ids WHERE id = ?"
        for owner, number in self._read(query, fact_id):
            return owner, number
        parts = fact_id.split("-")
        query = (
            "SELECT f.owner, f.number, f.shape, f.name FROM entities e"
            " CROSS JOIN facts f ON f.owner = e.n WHERE e.id = ?"
        )
        for length in range(len(parts) - 1, 0, -1):
            stem = "-".join(parts[:length])
            for owner, number, shape, name in self._read(query, stem):
                if rows.fact_id(name, self._shapes[shape][0], stem) == fact_id:
                    return owner, number
        raise KeyError(fact_id)

    def _entity(self, cells: tuple[Any, ...]) -> Entity:
        known = self._entities.get(cells[0])
        if known is None:
            try:
                known = self._entities[cells[0]] = rows.entity_of(cells, self._prefixes)
            except (KeyError, ValueError) as error:
                raise self._damaged(error) from error
        return known

    def _fact(self, cells: tuple[Any, ...]) -> Fact:
        try:
            return rows.fact_of(cells, self._shapes[cells[1]])
        except (KeyError, ValueError) as error:
            raise self._damaged(error) from error

    def _one(self, query: str, *keys: str | int) -> tuple[Any, ...]:
        for cells in self._read(query, *keys):
            return cells
        raise KeyError(keys[0])

    def _read(self, query: str, *values: str | int) -> Iterator[tuple[Any, ...]]:
        try:
            return iter(self._connection.execute(query, values).fetchall())
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> ReferenceFileError:
        cause = f"the reference is damaged ({error})"
        return ReferenceFileError(cause, path=self._path, remedy=REBUILD)


def _all_of(words: Iterable[str]) -> str:
    return " ".join(f'"{word}"' for word in words)


def _with_all(words: Iterable[str], entity: Entity) -> Name | None:
    wanted = set(words)
    return next((n for n in entity.names if wanted <= set(name_key(n.text).split())), None)


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))


def in_time(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return facts by their earliest beginning, those without one last, then by id."""

    def begin(fact: Fact) -> tuple[bool, int, str]:
        first = fact.span.earliest_begin if fact.span else None
        return first is None, first or 0, fact.id

    return tuple(sorted(facts, key=begin))
