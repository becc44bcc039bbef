"""One number that tells whether two references hold the same.

It is the sum, modulo 2^256, of the SHA-256 of every record: incremental hashing by addition
(Bellare and Micciancio, "A New Paradigm for Collision-Free Hashing: Incrementality at Reduced
Cost", EUROCRYPT 1997, section 3, AdHASH). A sum does not care for order, so records need not be
sorted, and one after the other is enough. It guards against damage and mix-ups; against somebody
who forges a reference on purpose a sum modulo 2^256 is too weak (Wagner 2002).
"""

from __future__ import annotations

import hashlib
import sqlite3

_QUERIES = (
    "SELECT json_array('source', id, author, title, work, publisher, year, pages, url, kind,"
    " family, quality) FROM main.sources",
    "SELECT json_array('entity', e.id, k.kind, k.subkind, e.label, e.names, d.dress, e.description,"
    " max(e.prominence, 0), c.ids, e.confidence, e.part_of, e.more) FROM main.entities e"
    " CROSS JOIN main.kinds k ON k.n = e.kind CROSS JOIN main.dresses d ON d.n = e.dress"
    " LEFT JOIN main.citations c ON c.n = e.cited",
    "SELECT json_array('same', e.id, a.prefix, s.value) FROM main.same_as s"
    " CROSS JOIN main.authorities a ON a.n = s.authority"
    " CROSS JOIN main.entities e ON e.n = s.entity",
    "SELECT json_array('fact', o.id, s.type, f.name, s.roles, f.fillers, f.edtf, f.first, f.extent,"
    " f.begin_gap, f.end_gap, f.flags, c.ids, f.more) FROM main.facts f"
    " CROSS JOIN main.shapes s ON s.n = f.shape LEFT JOIN main.entities o ON o.n = f.owner"
    " LEFT JOIN main.citations c ON c.n = f.cited",
    "SELECT json_array('completeness', c.id, e.id, c.type, c.where_roles, c.where_time, c.records,"
    " c.basis, c.complete, c.sources, c.confidence) FROM main.completeness c"
    " CROSS JOIN main.entities e ON e.n = c.entity",
)


def content_hash(connection: sqlite3.Connection) -> str:
    """Return the hash of all records of a reference, in hexadecimal.

    Comments in a pack, the order of records, their division into files and packs, and the numbers
    by which tables refer to each other make no difference.

    Args:
        connection: with the tables of `schema.sql`.
    """
    total = 0
    for query in _QUERIES:
        for (record,) in connection.execute(query):
            total += int.from_bytes(hashlib.sha256(record.encode("utf-8")).digest())
    return f"{total % (1 << 256):064x}"
