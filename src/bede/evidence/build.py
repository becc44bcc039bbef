"""From packs to one reference file.

The database is built in memory by `schema.sql` and written beside its final place, then moved
there in one step, so that an interrupted build leaves the old reference as it was.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from importlib import resources
from pathlib import Path

from bede.atomic import replacing
from bede.errors import ReferenceFileError
from bede.evidence import rows
from bede.evidence.pack import FaultyPackError, Pack, check_packs, pack_from_yaml
from bede.evidence.pack_links import RolesByType
from bede.evidence.store import APPLICATION_ID, SCHEMA_VERSION, Reference, ReferenceInfo


def build_reference(
    folders: Sequence[Path], output: Path, roles_by_type: RolesByType
) -> ReferenceInfo:
    """Compile packs into one reference file.

    Args:
        folders: one folder for each pack.
        output: the file to write; its folder is made if need be.
        roles_by_type: for each event type, its roles and the entity kinds that may fill each;
            no kinds means that the filler is text.

    Returns:
        path, packs and content hash of the new reference.

    Raises:
        FaultyPackError: if anything is wrong in the packs; the old file stays.
        ReferenceFileError: if the file cannot be written; the old file stays.
    """
    packs, errors = check_packs(folders, roles_by_type)
    if errors:
        raise FaultyPackError(errors)
    connection = _compile(packs, roles_by_type)
    try:
        _write(connection, output)
    except (OSError, sqlite3.Error) as error:
        remedy = "check the folder and the space left; the old reference is unchanged"
        cause = f"the reference cannot be written ({error})"
        raise ReferenceFileError(cause, path=str(output), remedy=remedy) from error
    finally:
        connection.close()
    return ReferenceInfo(str(output), _names(packs), content_hash(packs))


def reference_from_yaml(text: str, roles_by_type: RolesByType) -> Reference:
    """Make a small reference in memory, through the real schema.

    Args:
        text: one YAML document as in `bede.evidence.pack.pack_from_yaml`.
        roles_by_type: as in `build_reference`.

    Raises:
        FaultyPackError: if anything is wrong with it.
    """
    packs = (pack_from_yaml(text, roles_by_type),)
    return Reference(_compile(packs, roles_by_type), path=":memory:")


def reference_in_memory(folders: Sequence[Path], roles_by_type: RolesByType) -> Reference:
    """Compile packs in memory, to look at their facts without writing a file.

    Args:
        folders: one folder for each pack.
        roles_by_type: as in `build_reference`.

    Raises:
        FaultyPackError: if anything is wrong in the packs.
    """
    packs, errors = check_packs(folders, roles_by_type)
    if errors:
        raise FaultyPackError(errors)
    return reference_of(packs, roles_by_type)


def reference_of(packs: Sequence[Pack], roles_by_type: RolesByType) -> Reference:
    """Compile packs that were read and checked, in memory."""
    return Reference(_compile(packs, roles_by_type), path=":memory:")


def content_hash(packs: Sequence[Pack]) -> str:
    """Return the SHA-256, in hexadecimal, of all records of the packs.

    It is taken over the sorted canonical JSON of the records, so that comments, the order of
    records and the division into files make no difference.
    """
    lines = sorted(
        rows.canonical({"table": table, **asdict(record)})
        for pack in packs
        for table, records in (
            ("sources", pack.sources),
            ("entities", pack.entities),
            ("facts", pack.facts),
            ("completeness", pack.completeness),
        )
        for record in records
    )
    return hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()


def _names(packs: Sequence[Pack]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((pack.name, pack.version) for pack in packs))


def _compile(packs: Sequence[Pack], roles_by_type: RolesByType) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    schema = resources.files("bede.evidence").joinpath("schema.sql").read_text(encoding="utf-8")
    connection.executescript(schema)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    _insert(connection, "meta", [("hash", content_hash(packs))])
    _insert(
        connection,
        "packs",
        [
            (p.name, p.version, p.title, p.licence, rows.canonical(p.editors), p.scope)
            for p in sorted(packs, key=lambda pack: pack.name)
        ],
    )
    entities = sorted((e for pack in packs for e in pack.entities), key=lambda e: e.id)
    facts = sorted((f for pack in packs for f in pack.facts), key=lambda f: f.id)
    _insert(connection, "sources", [rows.source_row(s) for pack in packs for s in pack.sources])
    _insert(connection, "entities", map(rows.entity_row, entities))
    names = [rows.name_row(e, position) for e in entities for position in range(len(e.names))]
    _insert(connection, "names", names)
    _insert(connection, "name_words", [(key, entity, at) for entity, at, key, *_ in names])
    _insert(connection, "facts", map(rows.fact_row, facts))
    _insert(connection, "fillers", sorted(_fillers(packs, roles_by_type)))
    _insert(
        connection,
        "completeness",
        [rows.completeness_row(stated) for pack in packs for stated in pack.completeness],
    )
    connection.commit()
    return connection


def _fillers(
    packs: Sequence[Pack], roles_by_type: RolesByType
) -> Iterator[tuple[str, str, str, str]]:
    for pack in packs:
        for fact in pack.facts:
            for role, fillers in fact.roles.items():
                if roles_by_type[fact.type][role]:
                    yield from {(filler, fact.type, fact.id, role) for filler in fillers}


def _insert(connection: sqlite3.Connection, table: str, records: Iterable[rows.Row]) -> None:
    for record in records:
        places = ", ".join("?" * len(record))
        connection.execute(f"INSERT INTO {table} VALUES ({places})", record)  # noqa: S608


def _write(connection: sqlite3.Connection, output: Path) -> None:
    with replacing(output) as unfinished:
        connection.execute("VACUUM INTO ?", (str(unfinished),))
