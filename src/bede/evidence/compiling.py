"""From staged records to the tables of a reference.

SQLite does the work, on disk: what has to be sorted is sorted by it, so that memory stays the same
whatever the size. Entities are numbered by prominence, the best known first, and facts follow
their owners; so whoever looks up a common name, or all facts of somebody, reads few pages.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from importlib import resources

from bede.catalog import event_types
from bede.evidence import rows
from bede.evidence.content import content_hash
from bede.evidence.mending import drop_duplicates, drop_missing_fillers, drop_missing_links
from bede.evidence.schema import APPLICATION_ID, SCHEMA_VERSION
from bede.evidence.sources.contract import Skipped
from bede.evidence.staging import Staging, shapes_of

_COPIED = (
    ("kinds", "new_kinds"),
    ("dresses", "new_dresses"),
    ("shapes", "new_shapes"),
    ("citations", "new_citations"),
    ("authorities", "new_authorities"),
    ("sources", "new_sources"),
    ("packs", "heads"),
)

_FACT = (
    "f.edtf, f.first, f.extent, f.begin_gap, f.end_gap, f.flags, f.cited, f.pack, f.more"
    " FROM new_facts f CROSS JOIN placed p ON p.seq = f.seq ORDER BY p.owner, p.number"
)


def compile_staged(staging: Staging) -> None:
    """Fill the main database of the connection from the staged records.

    Raises:
        sqlite3.Error: the disk is full, or cannot be written.
    """
    staging.flush()
    connection = staging.connection
    _create(connection)
    drop_duplicates(staging)
    drop_missing_fillers(staging)
    drop_missing_links(staging)
    _reckon_prominence(connection)
    _number(connection)
    _place_facts(staging)
    _fill_facts(connection)
    _fill_hulls(connection)
    _fill_entities(connection)
    _fill_names(connection)
    for table, staged in _COPIED:
        order = "id" if table == "sources" else "n"
        connection.execute(
            f"INSERT INTO main.{table} SELECT * FROM staging.{staged} ORDER BY {order}"  # noqa: S608
        )
    _fill_completeness(staging)
    _fill_meta(connection)


def _create(connection: sqlite3.Connection) -> None:
    """Make the tables, statement by statement: a script would end the transaction."""
    schema = resources.files("bede.evidence").joinpath("schema.sql").read_text(encoding="utf-8")
    for statement in _statements(schema):
        connection.execute(statement)
    connection.execute(f"PRAGMA main.application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA main.user_version = {SCHEMA_VERSION}")


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines():
        statement += f"{line}\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _reckon_prominence(connection: sqlite3.Connection) -> None:
    """Where a pack counts nothing, entities are ranked by their facts and sources."""
    found = connection.execute(
        "SELECT pack FROM new_entities GROUP BY pack HAVING max(prominence) = 0"
    )
    packs = ", ".join(str(pack) for (pack,) in found.fetchall())
    if not packs:
        return
    connection.execute(
        "CREATE TABLE staging.degrees (id TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID"
    )
    connection.execute(
        "INSERT INTO degrees SELECT id, count(*) FROM (SELECT owner AS id FROM new_facts"
        " WHERE owner IS NOT NULL UNION ALL SELECT target FROM new_fillers) GROUP BY id"
    )
    connection.execute(
        "UPDATE new_entities SET prominence = -ifnull((SELECT n FROM degrees d"  # noqa: S608
        " WHERE d.id = new_entities.id), 0) - ifnull((SELECT length(ids)"
        " - length(replace(ids, char(10), '')) + 1 FROM new_citations c WHERE c.n = cited), 0)"
        f" WHERE pack IN ({packs})"
    )


def _number(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE staging.ranked (n INTEGER PRIMARY KEY, seq INTEGER)")
    connection.execute(
        "INSERT INTO ranked (seq) SELECT seq FROM new_entities ORDER BY abs(prominence) DESC, id"
    )
    connection.execute("CREATE TABLE staging.ranks (seq INTEGER PRIMARY KEY, n INTEGER)")
    connection.execute("INSERT INTO ranks SELECT seq, n FROM ranked ORDER BY seq")


def _place_facts(staging: Staging) -> None:
    """Give each fact its place behind its owner; of several of one id the first stays."""
    connection = staging.connection
    connection.execute(
        "CREATE TABLE staging.placed (seq INTEGER PRIMARY KEY, owner INTEGER, number INTEGER)"
    )
    connection.execute(
        "INSERT INTO placed SELECT seq, owner, number FROM ("
        " SELECT f.seq AS seq, ifnull(r.n, 0) AS owner,"
        "  row_number() OVER ordered - 1 AS number,"
        "  lag(f.type) OVER ordered IS f.type AND lag(f.name) OVER ordered IS f.name AS again"
        " FROM new_facts f LEFT JOIN kept k ON k.id = f.owner LEFT JOIN ranks r ON r.seq = k.seq"
        " WINDOW ordered AS (PARTITION BY ifnull(r.n, 0) ORDER BY f.type, f.name, f.seq)"
        ") WHERE NOT again ORDER BY seq"
    )
    again = connection.execute(
        "SELECT h.name, f.owner, f.type, f.name FROM new_facts f JOIN heads h ON h.n = f.pack"
        " WHERE NOT EXISTS (SELECT 1 FROM placed p WHERE p.seq = f.seq) ORDER BY f.seq"
    )
    for pack, owner, event, name in again.fetchall():
        cause = "a fact of this id is there already"
        staging.skip(Skipped(pack, rows.fact_id(name, event, owner), cause))


def _fill_facts(connection: sqlite3.Connection) -> None:
    connection.execute(
        f"INSERT INTO facts SELECT p.owner, p.number, f.shape, f.name, f.fillers, {_FACT}"
    )
    connection.execute(
        "INSERT INTO fact_ids SELECT substr(name, 2), owner, number FROM facts"
        " WHERE substr(name, 1, 1) = '=' ORDER BY 1"
    )
    connection.execute(
        "INSERT OR IGNORE INTO fillers SELECT r.n, f.slot, p.owner, p.number FROM new_fillers f"
        " CROSS JOIN placed p ON p.seq = f.seq CROSS JOIN kept k ON k.id = f.target"
        " CROSS JOIN ranks r ON r.seq = k.seq ORDER BY 1, 2, 3, 4"
    )


def _fill_hulls(connection: sqlite3.Connection) -> None:
    """From when until when each entity was there, or else when facts are told of it.

    What begins and ends a thing is said by the event types. A bound that one of several such facts
    leaves open stays open.
    """
    begins, ends = _slots(connection, "begins"), _slots(connection, "ends")
    bounded = "f.flags IS NOT NULL"
    first = "f.first"
    last = f"CASE WHEN f.flags & {rows.ABSOLUTE} THEN f.extent ELSE f.first + f.extent END"

    def outer(which: str, day: str, slots: str) -> str:
        within = f"{bounded} AND slot IN ({slots})"
        return (
            f"CASE WHEN count({day}) FILTER (WHERE {within}) = count(*) FILTER (WHERE {within})"
            f" THEN {which}({day}) FILTER (WHERE {within}) END"
        )

    columns = (
        f"entity, {outer('min', first, begins)}, {outer('max', last, ends)},"
        f" min({first}), max({last})"
    )
    connection.execute(
        "CREATE TABLE staging.hulls"
        " (n INTEGER PRIMARY KEY, begin INTEGER, end INTEGER, first INTEGER, last INTEGER)"
    )
    # Of its own facts an entity fills the key role, whose place differs from shape to shape.
    connection.execute(
        f"INSERT INTO hulls SELECT {columns} FROM (SELECT f.*, f.owner AS entity,"  # noqa: S608
        f" {_own_slots(connection)} AS slot FROM facts f) f WHERE entity > 0 GROUP BY entity"
    )
    connection.execute(
        f"INSERT INTO hulls SELECT {columns} FROM (SELECT f.*, l.entity AS entity, l.slot AS slot"  # noqa: S608
        " FROM fillers l CROSS JOIN facts f ON f.owner = l.owner AND f.number = l.number"
        f" WHERE l.slot IN ({begins}, {ends})) f WHERE true GROUP BY entity"
        " ON CONFLICT (n) DO UPDATE SET begin = ifnull(begin, excluded.begin),"
        " end = ifnull(end, excluded.end)"
    )


def _slots(connection: sqlite3.Connection, end: str) -> str:
    """The slots whose fillers begin (or end) with the fact, as a list for SQL."""
    slots = ["-1"]
    for number, (name, roles) in shapes_of(connection).items():
        event = event_types().get(name)
        role = None if event is None else getattr(event, end)
        if role in roles:
            slots.append(str(rows.MOST_ROLES * number + roles.index(role)))
    return ", ".join(slots)


def _own_slots(connection: sqlite3.Connection) -> str:
    """SQL for the slot of the owner of a fact, where the fact begins or ends something."""
    cases = []
    for number, (name, roles) in shapes_of(connection).items():
        event = event_types().get(name)
        if event is None or not {event.begins, event.ends} - {None} or event.key.name not in roles:
            continue
        slot = rows.MOST_ROLES * number + roles.index(event.key.name)
        cases.append(f" WHEN {number} THEN {slot}")
    return f"CASE f.shape{''.join(cases)} END" if cases else "NULL"


def _fill_entities(connection: sqlite3.Connection) -> None:
    lived = "(h.begin IS NOT NULL OR h.end IS NOT NULL)"
    connection.execute(
        "INSERT INTO entities SELECT r.n, e.id, e.pack, e.kind, e.label, e.names, e.dress,"  # noqa: S608
        f" e.description, e.prominence, CASE WHEN {lived} THEN h.begin ELSE h.first END,"
        f" CASE WHEN {lived} THEN h.end ELSE h.last END, ifnull({lived}, 0),"
        " e.cited, e.confidence, e.part_of, e.same_as, e.more FROM new_entities e"
        " CROSS JOIN ranks r ON r.seq = e.seq LEFT JOIN hulls h ON h.n = r.n ORDER BY r.n"
    )
    connection.execute("CREATE UNIQUE INDEX entities_by_id ON entities (id)")
    connection.execute(
        "INSERT OR IGNORE INTO same_as SELECT a.authority, a.value, r.n FROM addresses a"
        " CROSS JOIN ranks r ON r.seq = a.seq ORDER BY 1, 2, 3"
    )


def _fill_names(connection: sqlite3.Connection) -> None:
    connection.execute(
        "INSERT INTO lookup SELECT k.key, k.form, r.n, k.position FROM keys k"
        " CROSS JOIN ranks r ON r.seq = k.seq ORDER BY 1, 2, 3"
    )
    for table, person in (("person_words", 1), ("thing_words", 0)):
        connection.execute(
            f"INSERT INTO {table} (rowid, words) SELECT r.n, e.words FROM new_entities e"  # noqa: S608
            " CROSS JOIN ranks r ON r.seq = e.seq WHERE e.person = ? ORDER BY 1",
            (person,),
        )
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608


def _fill_completeness(staging: Staging) -> None:
    connection = staging.connection
    connection.execute(
        "INSERT OR IGNORE INTO completeness SELECT c.id, r.n, c.type, c.where_roles, c.where_time,"
        " c.records, c.basis, c.complete, c.sources, c.confidence FROM new_completeness c"
        " CROSS JOIN kept k ON k.id = c.entity CROSS JOIN ranks r ON r.seq = k.seq"
        " ORDER BY c.id, c.rowid"
    )
    left = connection.execute(
        "SELECT c.id FROM new_completeness c WHERE NOT EXISTS"
        " (SELECT 1 FROM completeness f WHERE f.id = c.id) ORDER BY c.rowid"
    )
    for (place,) in left.fetchall():
        cause = "a statement of completeness about nothing in the reference"
        staging.skip(Skipped("", place, cause))


def _fill_meta(connection: sqlite3.Connection) -> None:
    kinds = connection.execute(
        "SELECT k.kind, count(*) FROM entities e JOIN kinds k ON k.n = e.kind GROUP BY k.kind"
    ).fetchall()
    counts = {
        "names": "SELECT ifnull(sum(length(names) - length(replace(names, char(10), '')) + 1), 0)"
        " FROM entities WHERE names <> ''",
        "facts": "SELECT count(*) FROM facts",
        "sources": "SELECT count(*) FROM sources",
        "completeness": "SELECT count(*) FROM completeness",
    }
    meta = {name: connection.execute(query).fetchone()[0] for name, query in counts.items()}
    meta["kinds"] = rows.to_json(sorted(kinds))
    meta["hash"] = content_hash(connection)
    for key in sorted(meta):
        connection.execute("INSERT INTO meta VALUES (?, ?)", (key, str(meta[key])))
