"""Records on their way into a reference: kept on disk in the order in which they come.

Memory holds one batch, whatever the input. What a record refers to may come later, or never;
`compiling` sees to it. All records up to a mark are kept together with it in one transaction, so
that an interrupted import goes on behind its last mark.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib import resources

from bede.evidence import rows
from bede.evidence.forms import forms_of
from bede.evidence.interning import Interned, count
from bede.evidence.names import name_key
from bede.evidence.pack_links import RolesByType
from bede.evidence.sources.contract import Record, Skipped
from bede.evidence.usable import (
    KINDS,
    LONGEST_TEXT,
    MOST_NAMES,
    UnusableError,
    require_days,
    require_id,
    require_text,
    shortened,
    usable_name,
)
from bede.evidence.values import (
    Completeness,
    Entity,
    Fact,
    Name,
    PackHead,
    Source,
    Value,
)

MOST_SKIPPED_KEPT = 1000
"""Skipped records are all counted; so many are kept with place and cause."""

_BATCH = 20_000  # rows of one table
_REMEMBERED = 100_000  # small values of one sort, and sources

_COLUMNS = {
    "new_entities": 16,
    "keys": 4,
    "links": 3,
    "addresses": 3,
    "new_facts": 15,
    "new_fillers": 3,
    "wholes": 2,
    "new_completeness": 10,
}


class Staging:
    """Takes records and writes them down.

    Args:
        connection: with a database named `staging` attached: empty, or left by another run.
        roles_by_type: for each event type, its roles and the kinds that may fill each; no kinds
            means that the filler is text.
        keys: for each event type, its key role.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        roles_by_type: RolesByType,
        keys: Mapping[str, str],
    ) -> None:
        self.connection = connection
        self.roles_by_type = roles_by_type
        self.keys = keys
        if not _exists(connection):
            script = resources.files("bede.evidence").joinpath("staging.sql")
            connection.executescript(script.read_text(encoding="utf-8"))
        connection.execute("BEGIN")
        self._batches: dict[str, list[rows.Row]] = {table: [] for table in _COLUMNS}
        self._entities = count(connection, "new_entities")
        self._facts = count(connection, "new_facts")
        self.skipped_count = int(self.marked("skipped") or 0)
        self._skipped_kept = count(connection, "skipped")
        self._pack = -1
        self._pack_name = ""
        self._sources: dict[str, str | None] = {}
        self._kinds = Interned(connection, "new_kinds")
        self._dresses = Interned(connection, "new_dresses")
        self._shapes = Interned(connection, "new_shapes")
        self._citations = Interned(connection, "new_citations")
        self._authorities = Interned(connection, "new_authorities")

    def begin(self, head: PackHead) -> None:
        """Make a pack the current one; it is new unless its name is known."""
        found = self.connection.execute(
            "SELECT n FROM staging.heads WHERE name = ?", (head.name,)
        ).fetchone()
        self._pack = count(self.connection, "heads") if found is None else found[0]
        self._pack_name = head.name
        self._sources = {}
        if found is None:
            editors = rows.to_json(head.editors)
            cells = (head.name, head.version, head.title, head.licence, editors, head.scope)
            self.connection.execute(
                "INSERT INTO staging.heads VALUES (?, ?, ?, ?, ?, ?, ?)", (self._pack, *cells)
            )

    def add(self, record: Record) -> None:
        """Take one record; one that cannot be kept is counted as skipped."""
        try:
            if isinstance(record, Fact):
                self._fact(record)
            elif isinstance(record, Entity):
                self._entity(record)
            elif isinstance(record, Source):
                self._source(record)
            elif isinstance(record, Completeness):
                self._completeness(record)
            else:
                self.skip(record)
        except (UnusableError, UnicodeEncodeError) as fault:
            cause = (
                str(fault) if isinstance(fault, UnusableError) else "a text with half a character"
            )
            self.skip(Skipped(self._pack_name, getattr(record, "id", "?"), cause))

    def skip(self, skipped: Skipped) -> None:
        """Count a record as skipped; the first of them are kept with place and cause."""
        self.skipped_count += 1
        if self._skipped_kept < MOST_SKIPPED_KEPT:
            self._skipped_kept += 1
            cells = [
                rows.one_line(text).encode("utf-8", "replace").decode("utf-8")
                for text in (skipped.path, skipped.place, skipped.cause)
            ]
            self.connection.execute("INSERT INTO staging.skipped VALUES (?, ?, ?)", cells)

    def skipped(self) -> tuple[Skipped, ...]:
        """Return the skipped records that were kept, in the order they came."""
        found = self.connection.execute("SELECT * FROM staging.skipped ORDER BY rowid")
        return tuple(Skipped(*cells) for cells in found)

    def mark(self, key: str, value: str) -> None:
        """Keep all records so far for good, with a mark of how far the input was read."""
        self.flush()
        self._set("skipped", str(self.skipped_count))
        self._set(f"mark {key}", value)
        self.connection.execute("COMMIT")
        self.connection.execute("BEGIN")

    def marked(self, key: str, *, own: bool = True) -> str | None:
        """Return the value of a mark, None if there is none."""
        query = "SELECT value FROM staging.marks WHERE key = ?"
        found = self.connection.execute(query, (key if own else f"mark {key}",)).fetchone()
        return None if found is None else str(found[0])

    def flush(self) -> None:
        """Write what is still in memory."""
        for table in _COLUMNS:
            self._write(table)

    def _set(self, key: str, value: str) -> None:
        self.connection.execute("REPLACE INTO staging.marks VALUES (?, ?)", (key, value))

    def _put(self, table: str, row: rows.Row) -> None:
        batch = self._batches[table]
        batch.append(row)
        if len(batch) >= _BATCH:
            self._write(table)

    def _write(self, table: str) -> None:
        places = ", ".join("?" * _COLUMNS[table])
        query = f"INSERT INTO staging.{table} VALUES ({places})"  # noqa: S608
        self.connection.executemany(query, self._batches[table])
        self._batches[table].clear()

    def _source(self, source: Source) -> None:
        if source.id in self._sources:
            return
        require_id(source.id)
        row = rows.source_row(source, self._pack)
        require_text(row)
        self._remember(source.id, self._free_id(source.id, row))

    def _free_id(self, source_id: str, row: rows.Row) -> str:
        """The id a source gets: its own, unless another pack has another source of that id."""
        wanted, number = source_id, 1
        while True:
            query = "SELECT * FROM staging.new_sources WHERE id = ?"
            held = self.connection.execute(query, (wanted,)).fetchone()
            if held is None:
                places = ", ".join("?" * len(row))
                query = f"INSERT INTO staging.new_sources VALUES ({places})"  # noqa: S608
                self.connection.execute(query, (wanted, *row[1:]))
                break
            if held[1] == self._pack or held[2:] == row[2:]:
                break
            wanted = f"{self._pack_name}-{source_id}" + (f"-{number}" if number > 1 else "")
            number += 1
        if wanted != source_id:
            self._set(f"source {self._pack} {source_id}", wanted)
        return wanted

    def _remember(self, source_id: str, known: str | None) -> None:
        if len(self._sources) >= _REMEMBERED:
            self._sources.clear()
        self._sources[source_id] = known

    def _known(self, source_id: str) -> str | None:
        """The id under which a source was written; None for one that nobody described."""
        if source_id not in self._sources:
            found = self.marked(f"source {self._pack} {source_id}")
            if found is None:
                query = "SELECT id FROM staging.new_sources WHERE id = ?"
                row = self.connection.execute(query, (source_id,)).fetchone()
                found = None if row is None else row[0]
            if found is None:
                return None
            self._remember(source_id, found)
        return self._sources[source_id]

    def _cited(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(known for one in ids if (known := self._known(one)) is not None)

    def _cite(self, ids: Iterable[str]) -> int | None:
        cited = rows.lines(self._cited(ids))
        return None if cited is None else self._citations.number(cited)

    def _entity(self, entity: Entity) -> None:
        require_id(entity.id)
        if entity.kind not in KINDS:
            raise UnusableError(f"unknown kind '{entity.kind}'")
        names = tuple(self._name(name) for name in entity.names[:MOST_NAMES] if usable_name(name))
        label = rows.one_line(entity.label)
        if not label or len(label) > LONGEST_TEXT:
            raise UnusableError("no label" if not label else "the label is too long")
        entity = replace(entity, names=names)
        texts = [name.text for name in names]
        person = entity.kind == "person"
        same_as = tuple(dict.fromkeys(filter(None, map(rows.one_line, entity.same_as))))
        addresses = [rows.divided(address) for address in same_as]
        numbered = [(self._authorities.number(prefix), rest) for prefix, rest in addresses]
        number = self._entities
        row = (
            number,
            entity.id,
            self._pack,
            self._kinds.number(entity.kind, entity.subkind),
            None if texts and label == texts[0] else label,
            "\n".join(texts),
            self._dresses.number(rows.dress_of(names)),
            shortened(entity.description),
            min(max(entity.prominence, 0), 1 << 30),
            self._cite(entity.sources),
            None if entity.confidence == "medium" else entity.confidence,
            rows.lines(entity.part_of),
            rows.lines(f"{authority}:{rest}" for authority, rest in numbered),
            rows.entity_more(entity),
            int(person),
            " ".join(dict.fromkeys(" ".join(map(name_key, texts)).split())),
        )
        require_text(row)
        self._entities += 1
        self._put("new_entities", row)
        for key, form, position in forms_of(texts, person=person):
            self._put("keys", (number, key, form, position))
        for field, targets in (
            ("part_of", entity.part_of),
            ("authors", entity.authors),
            ("body", (entity.body,) if entity.body else ()),
        ):
            for target in targets:
                self._put("links", (number, field, target))
        for authority, rest in numbered:
            self._put("addresses", (number, authority, rest))

    def _name(self, name: Name) -> Name:
        text = rows.one_line(name.text)
        sources = self._cited(name.sources)
        if text == name.text and sources == name.sources:
            return name
        return replace(name, text=text, sources=sources)

    def _fact(self, fact: Fact) -> None:
        roles = self._roles(fact)
        key = self.keys[fact.type]
        if not roles.get(key):
            raise UnusableError(f"nothing fills its role '{key}'")
        kinds = self.roles_by_type[fact.type]
        owner = roles[key][0] if kinds[key] else None
        require_days(rows.span_cells(fact.span))
        cited = self._cite(fact.sources)
        if cited is None:
            raise UnusableError("it names no source that is described")
        values = tuple(self._value(value) for value in fact.values)
        coarse = self._cited(fact.coarse_sources)
        if (values, coarse) != (fact.values, fact.coarse_sources):
            fact = replace(fact, values=values, coarse_sources=coarse)
        shape = self._shapes.number(fact.type, "\n".join(roles))
        number = self._facts
        row = (
            number,
            owner,
            shape,
            fact.type,
            rows.fact_name(fact.id, fact.type, owner),
            rows.filler_cell((fact.type, tuple(roles)), roles, key, owner),
            fact.edtf,
            *rows.span_cells(fact.span),
            cited,
            self._pack,
            rows.fact_more(fact),
        )
        require_id(fact.id)
        require_text(row)
        self._facts += 1
        self._put("new_facts", row)
        for place, (role, fillers) in enumerate(roles.items()):
            if kinds[role]:
                for filler in dict.fromkeys(fillers[1:] if role == key else fillers):
                    self._put("new_fillers", (number, rows.MOST_ROLES * shape + place, filler))
        for whole in fact.part_of:
            self._put("wholes", (number, whole))

    def _roles(self, fact: Fact) -> dict[str, tuple[str, ...]]:
        """The roles of a fact that something fills, texts cleaned."""
        known = self.roles_by_type.get(fact.type)
        if known is None:
            raise UnusableError(f"unknown event type '{fact.type}'")
        roles = {}
        for role, fillers in fact.roles.items():
            if role not in known:
                raise UnusableError(f"'{fact.type}' has no role '{role}'")
            if kept := tuple(filter(None, map(rows.one_line, fillers))):
                roles[role] = kept
        return roles

    def _value(self, value: Value) -> Value:
        require_days(rows.span_cells(value.span))
        sources = self._cited(value.sources)
        return value if sources == value.sources else replace(value, sources=sources)

    def _completeness(self, stated: Completeness) -> None:
        require_id(stated.id)
        row = rows.completeness_row(replace(stated, sources=self._cited(stated.sources)))
        require_text(row)
        self._put("new_completeness", row)


def shapes_of(connection: sqlite3.Connection) -> dict[int, rows.Shape]:
    """Return the shapes of the facts in the staging, by number."""
    found = connection.execute("SELECT n, type, roles FROM staging.new_shapes")
    return {number: (name, tuple(roles.split("\n"))) for number, name, roles in found}


def _exists(connection: sqlite3.Connection) -> bool:
    query = "SELECT count(*) FROM staging.sqlite_master WHERE name = 'marks'"
    return bool(connection.execute(query).fetchone()[0])
