"""Staged records made whole: what refers to nothing is left out, and counted.

Works on the staging tables, record by record only where something is wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bede.catalog import event_types
from bede.evidence import rows
from bede.evidence.sources.contract import Skipped
from bede.evidence.staging import Staging, shapes_of
from bede.evidence.whole_and_part import closing_edges

_TOGETHER = 1_000_000  # edges of part_of that are looked at in memory
_MOST_ROUNDS = 1000


def drop_duplicates(staging: Staging) -> None:
    """Leave out entities, explicit facts and statements whose id came before.

    The order of the packs is their precedence, so the first of an id stays. Makes the table
    `kept`: id -> number in the staging.
    """
    run = staging.connection.execute
    run("CREATE TABLE staging.kept (id TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID")
    run("INSERT OR IGNORE INTO kept SELECT id, seq FROM new_entities ORDER BY id, seq")
    if _rows(staging, "kept") < _rows(staging, "new_entities"):
        _skip_all(
            staging,
            "SELECT h.name, e.id, e.seq FROM new_entities e JOIN kept k ON k.id = e.id"
            " JOIN heads h ON h.n = e.pack WHERE k.seq <> e.seq ORDER BY e.seq",
            "new_entities",
            "an entity of this id is there already",
        )
    run("CREATE TABLE staging.named (name TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID")
    run(
        "INSERT OR IGNORE INTO named SELECT name, seq FROM new_facts"
        " WHERE substr(name, 1, 1) = '=' ORDER BY name, seq"
    )
    _skip_all(
        staging,
        "SELECT h.name, substr(f.name, 2), f.seq FROM new_facts f JOIN named n ON n.name = f.name"
        " JOIN heads h ON h.n = f.pack WHERE n.seq <> f.seq ORDER BY f.seq",
        "new_facts",
        "a fact of this id is there already",
    )


def _skip_all(staging: Staging, query: str, table: str, cause: str) -> None:
    """Take records out of a table: the query gives the pack, the id and the number of each."""
    for pack, place, number in staging.connection.execute(query).fetchall():
        staging.skip(Skipped(pack, place, cause))
        staging.connection.execute(
            f"DELETE FROM staging.{table} WHERE seq = ?",  # noqa: S608
            (number,),
        )


def drop_missing_fillers(staging: Staging) -> None:
    """Leave out fillers that are no entity, and facts whose key role is empty then."""
    run = staging.connection.execute
    run("CREATE TABLE staging.missing (seq INTEGER, target TEXT, filler INTEGER)")
    run(
        "INSERT INTO missing SELECT f.seq, f.target, f.rowid FROM new_fillers f"
        " WHERE NOT EXISTS (SELECT 1 FROM kept WHERE id = f.target)"
    )
    run(
        "INSERT INTO missing SELECT f.seq, f.owner, NULL FROM new_facts f WHERE owner IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM kept WHERE id = f.owner)"
    )
    shapes = shapes_of(staging.connection)
    for number, targets in _by_number(staging, "SELECT seq, target FROM missing ORDER BY seq"):
        _mend_fact(staging, number, targets, shapes)
    run("DELETE FROM new_fillers WHERE rowid IN (SELECT filler FROM missing)")


def _mend_fact(
    staging: Staging, number: int, missing: set[str], shapes: dict[int, rows.Shape]
) -> None:
    query = "SELECT owner, shape, name, fillers, pack FROM new_facts WHERE seq = ?"
    found = staging.connection.execute(query, (number,)).fetchone()
    if found is None:
        return
    owner, shape_number, name, fillers, _ = found
    shape = shapes[shape_number]
    event, key = shape[0], staging.keys[shape[0]]
    kinds = staging.roles_by_type[event]
    roles = {
        role: tuple(one for one in kept if one not in missing or _is_text(one, kinds[role]))
        for role, kept in rows.roles_of(shape, fillers, owner).items()
    }
    fact_id = rows.fact_id(name, event, owner)
    telling = [role for role in _telling(event, key) if not roles.get(role, (True,))]
    if telling:
        pack = staging.connection.execute("SELECT name FROM heads WHERE n = ?", found[4:])
        cause = f"what fills its role '{telling[0]}' is not in the reference"
        staging.skip(Skipped(pack.fetchone()[0], fact_id, cause))
        staging.connection.execute("DELETE FROM new_facts WHERE seq = ?", (number,))
        return
    new_owner = roles[key][0] if kinds[key] else None
    if new_owner != owner:
        run = staging.connection.execute
        run("CREATE INDEX IF NOT EXISTS staging.fillers_by_fact ON new_fillers (seq)")
        slot = rows.MOST_ROLES * shape_number + shape[1].index(key)
        where = "DELETE FROM new_fillers WHERE seq = ? AND slot = ? AND target = ?"
        run(where, (number, slot, new_owner))
    staging.connection.execute(
        "UPDATE new_facts SET owner = ?, name = ?, fillers = ? WHERE seq = ?",
        (
            new_owner,
            rows.fact_name(fact_id, event, new_owner),
            rows.filler_cell(shape, roles, key, new_owner),
            number,
        ),
    )


def _is_text(filler: str, kinds: Sequence[str]) -> bool:
    """Whether a filler that is no entity may stand as text. Ids have no capitals and no blanks."""
    return not kinds or ("text" in kinds and (filler != filler.lower() or " " in filler))


def _telling(event_type: str, key: str) -> list[str]:
    """The roles without which a fact would say another thing, the key role first.

    Of what happens once the key role alone tells which happening is meant; "held some office" is
    not what a tenure of an office says.
    """
    event = event_types().get(event_type)
    if event is None or event.cardinality in ("once", "first"):
        return [key]
    return [key, *(role.name for role in event.roles if role.identifies)]


def drop_missing_links(staging: Staging) -> None:
    """Leave out wholes, bodies and authors that are no entity, and wholes that go in a circle."""
    for number, targets in _by_number(
        staging,
        "SELECT seq, target FROM wholes w WHERE NOT EXISTS"
        " (SELECT 1 FROM kept WHERE id = w.target) ORDER BY seq",
    ):
        _edit(staging, "new_facts", number, targets, ("part_of",))
    run = staging.connection.execute
    run(
        "CREATE TABLE staging.loose AS SELECT seq, target FROM links l WHERE NOT EXISTS"
        " (SELECT 1 FROM kept WHERE id = l.target) ORDER BY seq"
    )
    for number, targets in _by_number(staging, "SELECT seq, target FROM loose ORDER BY rowid"):
        _edit(staging, "new_entities", number, targets, ("authors", "body"))
        _edit_wholes(staging, number, targets)
    _cut_circles(staging)


def _cut_circles(staging: Staging) -> None:
    run = staging.connection.execute
    run("CREATE TABLE staging.edges (part INTEGER, whole INTEGER, PRIMARY KEY (part, whole))")
    run(
        "INSERT OR IGNORE INTO edges SELECT l.seq, k.seq FROM links l"
        " CROSS JOIN new_entities e ON e.seq = l.seq"
        " CROSS JOIN kept k ON k.id = l.target WHERE l.field = 'part_of' ORDER BY l.seq, k.seq"
    )
    # What belongs to something that belongs to nothing is in no circle. Level by level, so that
    # memory holds only what is left.
    for _ in range(_MOST_ROUNDS):
        if (left := _rows(staging, "edges")) <= _TOGETHER:
            break
        run("DELETE FROM edges WHERE whole NOT IN (SELECT part FROM edges)")
        if _rows(staging, "edges") == left:
            break
    edges = run("SELECT part, whole FROM edges ORDER BY part, whole").fetchall()
    cut = edges if len(edges) > _TOGETHER else closing_edges(edges)
    for part, whole in cut:
        query = "SELECT h.name, e.id FROM new_entities e JOIN heads h ON h.n = e.pack WHERE seq = ?"
        pack, part_id = run(query, (part,)).fetchone()
        whole_id = run("SELECT id FROM new_entities WHERE seq = ?", (whole,)).fetchone()[0]
        cause = f"that it is part of {whole_id} goes in a circle, so it is left out"
        staging.skip(Skipped(pack, part_id, cause))
        _edit_wholes(staging, part, {whole_id})


def _edit(
    staging: Staging, table: str, number: int, missing: set[str], fields: Sequence[str]
) -> None:
    """Take ids out of fields of the JSON object of a record."""
    query = f"SELECT more FROM staging.{table} WHERE seq = ?"  # noqa: S608
    found = staging.connection.execute(query, (number,)).fetchone()
    if found is None or found[0] is None:
        return
    more = json.loads(found[0])
    for field in fields:
        value = more.get(field)
        values = [value] if isinstance(value, str) else value or []
        kept = [one for one in values if one not in missing]
        if kept:
            more[field] = kept[0] if isinstance(value, str) else kept
        else:
            more.pop(field, None)
    query = f"UPDATE staging.{table} SET more = ? WHERE seq = ?"  # noqa: S608
    staging.connection.execute(query, (rows.to_json(more) if more else None, number))


def _edit_wholes(staging: Staging, number: int, missing: set[str]) -> None:
    query = "SELECT part_of FROM new_entities WHERE seq = ?"
    for (cell,) in staging.connection.execute(query, (number,)).fetchall():
        kept = rows.lines(one for one in rows.texts(cell) if one not in missing)
        query = "UPDATE new_entities SET part_of = ? WHERE seq = ?"
        staging.connection.execute(query, (kept, number))


def _by_number(staging: Staging, query: str) -> Iterator[tuple[int, set[str]]]:
    """Targets by the number of the record that names them; the query gives both, in order."""
    found: Iterable[tuple[int, str]] = staging.connection.execute(query)
    for number, pairs in groupby(found, key=lambda pair: pair[0]):
        yield number, {target for _, target in pairs}


def _rows(staging: Staging, table: str) -> int:
    query = f"SELECT count(*) FROM staging.{table}"  # noqa: S608
    return int(staging.connection.execute(query).fetchone()[0])
