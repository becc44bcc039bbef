"""The compiled reference, opened for reading only.

Rows are read when they are asked for, so that opening costs next to nothing however large the
reference is. The file is opened as immutable: no locks, no journal, nothing written beside it.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bede.errors import ReferenceFileError
from bede.evidence import rows
from bede.evidence.names import name_key, word_count
from bede.evidence.values import Completeness, Entity, Fact, Name, Source

APPLICATION_ID = 0x42454445  # "BEDE"
SCHEMA_VERSION = 1

_REBUILD = "build it again with: bede reference build"
_HEADER_LENGTH = 100
_MAGIC = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class ReferenceInfo:
    """What a reference is made of.

    Attributes:
        path: the file, or ":memory:".
        packs: name and version of each pack, sorted by name.
        hash: SHA-256 of the content, in hexadecimal.
    """

    path: str
    packs: tuple[tuple[str, str], ...]
    hash: str


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

    @property
    def info(self) -> ReferenceInfo:
        """Path, packs and content hash."""
        packs = self._read("SELECT name, version FROM packs ORDER BY name")
        value = self._one("SELECT value FROM meta WHERE key = ?", "hash")[0]
        return ReferenceInfo(self._path, tuple((name, version) for name, version in packs), value)

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
        query = f"SELECT {rows.ENTITY_COLUMNS} FROM entities WHERE id = ?"  # noqa: S608
        cells = self._one(query, entity_id)
        query = f"SELECT {rows.NAME_COLUMNS} FROM names WHERE entity = ? ORDER BY position"  # noqa: S608
        names = tuple(rows.name_of(name) for name in self._read(query, entity_id))
        entity = self._entities[entity_id] = rows.entity_of(cells, names)
        return entity

    def named(self, text: str) -> tuple[tuple[Entity, Name], ...]:
        """Return the entities that have a name, with that name, sorted by id.

        Names are compared by `name_key`, whole and exact. An entity stands twice if it has the
        name for two periods.
        """
        query = "SELECT entity, position FROM names WHERE key = ? ORDER BY entity, position"
        return self._pairs(self._read(query, name_key(text)))

    def search(self, text: str, *, limit: int = 10) -> tuple[tuple[Entity, Name], ...]:
        """Return entities with a name that has all words of `text`, best first.

        Order is that of the full-text search (BM25: Robertson and Zaragoza, "The Probabilistic
        Relevance Framework", 2009), then by id.

        Args:
            text: words, in any order.
            limit: how many to return at most.
        """
        words = name_key(text).split()
        if not words:
            return ()
        query = (
            "SELECT entity, position FROM name_words WHERE name_words MATCH ?"
            " ORDER BY rank, entity, position LIMIT ?"
        )
        return self._pairs(self._read(query, " ".join(f'"{word}"' for word in words), limit))

    def longest_name_words(self) -> int:
        """Return the number of words of the longest name; 0 if there are no names."""
        return max(
            (word_count(text) for (text,) in self._read("SELECT text FROM names")), default=0
        )

    def fact(self, fact_id: str) -> Fact:
        """Return a fact.

        Raises:
            KeyError: if there is none of this id.
        """
        query = f"SELECT {rows.FACT_COLUMNS} FROM facts WHERE id = ?"  # noqa: S608
        return rows.fact_of(self._one(query, fact_id))

    def facts(
        self, entity_id: str, *, types: Collection[str] | None = None, role: str | None = None
    ) -> tuple[Fact, ...]:
        """Return the facts in which an entity fills a role.

        Args:
            entity_id: the entity; one that is not in the reference has no facts.
            types: event types to look for; None for all.
            role: the role that the entity fills; None for any.

        Returns:
            facts sorted by their earliest beginning, those without one last, then by id.
        """
        values: list[str] = [entity_id]
        query = (
            f"SELECT {rows.FACT_COLUMNS} FROM facts WHERE id IN"  # noqa: S608
            " (SELECT fact FROM fillers WHERE entity = ?"
        )
        if types is not None:
            query += f" AND type IN ({', '.join('?' * len(types))})"
            values.extend(sorted(types))
        if role is not None:
            query += " AND role = ?"
            values.append(role)
        return _in_time(rows.fact_of(cells) for cells in self._read(f"{query})", *values))

    def facts_of_type(self, event_type: str) -> tuple[Fact, ...]:
        """Return all facts of an event type, in the order of `facts`."""
        query = f"SELECT {rows.FACT_COLUMNS} FROM facts WHERE type = ?"  # noqa: S608
        return _in_time(rows.fact_of(cells) for cells in self._read(query, event_type))

    def completeness(self, entity_id: str, event_type: str) -> tuple[Completeness, ...]:
        """Return what the reference says of its own completeness, sorted by id."""
        query = (
            f"SELECT {rows.COMPLETENESS_COLUMNS} FROM completeness"  # noqa: S608
            " WHERE entity = ? AND type = ? ORDER BY id"
        )
        return tuple(map(rows.completeness_of, self._read(query, entity_id, event_type)))

    def ancestors(self, entity_id: str) -> tuple[str, ...]:
        """Return the ids of all wholes that an entity belongs to, the nearest first.

        Raises:
            KeyError: if there is no entity of this id.
        """
        found: dict[str, None] = {entity_id: None}
        for current in (queue := [entity_id]):
            for whole in self.entity(current).part_of:
                if whole not in found:
                    found[whole] = None
                    queue.append(whole)
        return tuple(found)[1:]

    def _pairs(self, cells: Iterator[tuple[Any, ...]]) -> tuple[tuple[Entity, Name], ...]:
        entities = ((self.entity(entity), position) for entity, position in cells)
        return tuple((entity, entity.names[position]) for entity, position in entities)

    def _one(self, query: str, key: str) -> tuple[Any, ...]:
        for cells in self._read(query, key):
            return cells
        raise KeyError(key)

    def _read(self, query: str, *values: str | int) -> Iterator[tuple[Any, ...]]:
        try:
            return iter(self._connection.execute(query, values).fetchall())
        except sqlite3.DatabaseError as error:
            cause = f"the reference is damaged ({error})"
            raise ReferenceFileError(cause, path=self._path, remedy=_REBUILD) from error


def open_reference(path: str | None = None) -> Reference:
    """Open a compiled reference.

    Args:
        path: the file; None for the one that comes with Bede.

    Raises:
        ReferenceFileError: if it is missing, truncated, of another version or something else.
    """
    if path is None:
        place = resources.files("bede").joinpath("data", "reference", "default.sqlite")
        file, missing = Path(str(place)), "install Bede again, which builds it"
    else:
        file, missing = Path(path), "check the path, or build it with: bede reference build"
    _check(file, missing)
    try:
        connection = sqlite3.connect(f"{file.resolve().as_uri()}?immutable=1&mode=ro", uri=True)
    except sqlite3.Error as error:
        cause = f"the reference cannot be opened ({error})"
        raise ReferenceFileError(cause, path=str(file), remedy=_REBUILD) from error
    return Reference(connection, path=str(file))


def _check(file: Path, missing: str) -> None:
    """Judge a file by its header (https://www.sqlite.org/fileformat.html, section 1.3)."""
    try:
        with file.open("rb") as stream:
            header = stream.read(_HEADER_LENGTH)
            size = stream.seek(0, 2)
    except FileNotFoundError as error:
        raise ReferenceFileError("no such reference", path=str(file), remedy=missing) from error
    except OSError as error:
        cause = f"the reference cannot be read ({error.strerror})"
        raise ReferenceFileError(cause, path=str(file), remedy=missing) from error
    if not header.startswith(_MAGIC[: len(header)]) or not header:
        cause = "this is no compiled reference" if header else "the reference is empty"
        raise ReferenceFileError(cause, path=str(file), remedy=_REBUILD)
    if len(header) < _HEADER_LENGTH:
        raise ReferenceFileError("the reference is cut off", path=str(file), remedy=_REBUILD)
    page_size, pages, version, application = struct.unpack(">16xH10xI28xI4xI28x", header)
    if application != APPLICATION_ID:
        cause = "this is a database, but no reference of Bede"
        raise ReferenceFileError(cause, path=str(file), remedy=_REBUILD)
    if version != SCHEMA_VERSION:
        cause = f"the reference has format {version}, but this Bede reads format {SCHEMA_VERSION}"
        raise ReferenceFileError(cause, path=str(file), remedy=_REBUILD)
    expected = pages * (65536 if page_size == 1 else page_size)
    if size != expected:
        cause = f"the reference is cut off: {size:,} of {expected:,} bytes"
        raise ReferenceFileError(cause, path=str(file), remedy=_REBUILD)


def _in_time(facts: Iterator[Fact]) -> tuple[Fact, ...]:
    def begin(fact: Fact) -> tuple[bool, int, str]:
        first = fact.span.earliest_begin if fact.span else None
        return first is None, first or 0, fact.id

    return tuple(sorted(facts, key=begin))
