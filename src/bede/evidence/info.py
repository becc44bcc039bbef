"""What a reference says of itself."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from bede.evidence.values import PackHead


@dataclass(frozen=True, slots=True)
class ReferenceInfo:
    """What a reference is made of.

    Attributes:
        path: the file, or ":memory:".
        packs: name and version of each pack, sorted by name.
        hash: the content hash, in hexadecimal.
        heads: what each pack says of itself, in the order of precedence.
        entities: how many entities there are of each kind, sorted by kind.
        names: how many names they have.
        facts: how many facts there are.
        sources: how many sources there are.
        completeness: how many statements of completeness there are.
    """

    path: str
    packs: tuple[tuple[str, str], ...]
    hash: str
    heads: tuple[PackHead, ...] = ()
    entities: tuple[tuple[str, int], ...] = ()
    names: int = 0
    facts: int = 0
    sources: int = 0
    completeness: int = 0


def read_info(connection: sqlite3.Connection, path: str) -> ReferenceInfo:
    """Read what a reference is made of; nothing is counted, all of it is on record.

    Args:
        connection: with the tables of `schema.sql`.
        path: the file, for messages.

    Raises:
        sqlite3.DatabaseError: the file is damaged.
    """
    query = "SELECT name, version, title, licence, editors, scope FROM packs ORDER BY n"
    heads = tuple(
        PackHead(name, version, title, licence, tuple(json.loads(editors)), scope)
        for name, version, title, licence, editors, scope in connection.execute(query)
    )
    meta = dict(connection.execute("SELECT key, value FROM meta"))
    return ReferenceInfo(
        path=path,
        packs=tuple(sorted((head.name, head.version) for head in heads)),
        hash=meta["hash"],
        heads=heads,
        entities=tuple((kind, count) for kind, count in json.loads(meta["kinds"])),
        names=int(meta["names"]),
        facts=int(meta["facts"]),
        sources=int(meta["sources"]),
        completeness=int(meta["completeness"]),
    )
