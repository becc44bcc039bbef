"""Whether a reference is whole: its pages, what its tables refer to, and its content hash."""

from __future__ import annotations

import sqlite3

from bede.evidence.content import content_hash

_MOST_FAULTS = 100

# What each table refers to: a query that finds the rows whose partner is not there.
_NO_PACK = "t WHERE t.pack NOT IN (SELECT n FROM packs)"
_NO_ENTITY = "t WHERE NOT EXISTS (SELECT 1 FROM entities e WHERE e.n = t.entity)"
_NO_FACT = (
    "t WHERE NOT EXISTS (SELECT 1 FROM facts f WHERE f.owner = t.owner AND f.number = t.number)"
)
_REFERENCES = {
    "an entity is of a kind that is not there": "entities t"
    " WHERE t.kind NOT IN (SELECT n FROM kinds)",
    "an entity has no kinds of names": "entities t WHERE t.dress NOT IN (SELECT n FROM dresses)",
    "an entity is of a pack that is not there": f"entities {_NO_PACK}",
    "an entity cites sources that are not there": "entities t WHERE t.cited IS NOT NULL"
    " AND NOT EXISTS (SELECT 1 FROM citations c WHERE c.n = t.cited)",
    "a name to look up leads nowhere": f"lookup {_NO_ENTITY}",
    "an address elsewhere leads nowhere": f"same_as {_NO_ENTITY}",
    "an address is of an authority that is not there": "same_as t"
    " WHERE t.authority NOT IN (SELECT n FROM authorities)",
    "a fact is of a shape that is not there": "facts t WHERE t.shape NOT IN (SELECT n FROM shapes)",
    "a fact is of a pack that is not there": f"facts {_NO_PACK}",
    "a fact belongs to nothing": "facts t WHERE t.owner > 0"
    " AND NOT EXISTS (SELECT 1 FROM entities e WHERE e.n = t.owner)",
    "a fact cites sources that are not there": "facts t WHERE NOT EXISTS"
    " (SELECT 1 FROM citations c WHERE c.n = t.cited)",
    "the id of a fact leads nowhere": f"fact_ids {_NO_FACT}",
    "a filler is no entity": f"fillers {_NO_ENTITY}",
    "a filler leads to no fact": f"fillers {_NO_FACT}",
    "a source is of a pack that is not there": f"sources {_NO_PACK}",
    "a statement of completeness is about nothing": f"completeness {_NO_ENTITY}",
}


def faults_of(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return what is wrong with a reference, one line for each fault; empty if it is sound.

    Args:
        connection: with the tables of `schema.sql`.
    """
    try:
        found = [line for (line,) in connection.execute(f"PRAGMA integrity_check({_MOST_FAULTS})")]
        if found != ["ok"]:
            return tuple(f"damaged: {line}" for line in found)
        return (*_loose_ends(connection), *_other_content(connection))
    except (sqlite3.DatabaseError, UnicodeError) as error:
        return (f"damaged: {error}",)


def _loose_ends(connection: sqlite3.Connection) -> list[str]:
    faults = []
    for says, rest in _REFERENCES.items():
        count = connection.execute(f"SELECT count(*) FROM {rest}").fetchone()[0]  # noqa: S608
        if count:
            faults.append(f"{says} ({count:,} times)")
    citations = connection.execute("SELECT ids FROM citations ORDER BY n")
    missing = sum(
        connection.execute("SELECT 1 FROM sources WHERE id = ?", (one,)).fetchone() is None
        for (ids,) in citations
        for one in ids.split("\n")
    )
    wholes = connection.execute("SELECT part_of FROM entities WHERE part_of IS NOT NULL")
    loose = sum(
        connection.execute("SELECT 1 FROM entities WHERE id = ?", (one,)).fetchone() is None
        for (ids,) in wholes
        for one in ids.split("\n")
    )
    faults += [f"a source that is cited is not there ({missing:,} times)"] * bool(missing)
    faults += [f"a whole is no entity ({loose:,} times)"] * bool(loose)
    return faults


def _other_content(connection: sqlite3.Connection) -> list[str]:
    stated = connection.execute("SELECT value FROM meta WHERE key = 'hash'").fetchone()
    actual = content_hash(connection)
    if stated is None or stated[0] != actual:
        return [f"the content hash is {actual}, but {stated and stated[0]} is on record"]
    return []
