"""Records in, one reference file out: what packs and importers have in common."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from bede import catalog
from bede.errors import ReferenceFileError
from bede.evidence.compiling import compile_staged
from bede.evidence.info import ReferenceInfo
from bede.evidence.pack_links import RolesByType
from bede.evidence.sources.contract import Record, Skipped
from bede.evidence.staging import MOST_SKIPPED_KEPT, Staging
from bede.evidence.store import Reference, open_reference
from bede.evidence.values import PackHead
from bede.evidence.workshop import Workshop

__all__ = ["MOST_SKIPPED_KEPT", "ReferenceWriter", "Written"]


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the records that were written.

    Attributes:
        info: the new reference.
        entities: how many entities it has.
        facts: how many facts it has.
        skipped: the records left out, the first `MOST_SKIPPED_KEPT` in the order they came.
        skipped_count: how many were left out in all.
    """

    info: ReferenceInfo
    entities: int
    facts: int
    skipped: tuple[Skipped, ...]
    skipped_count: int


class ReferenceWriter:
    """Writes one reference from the records of one or more packs or data sets.

    Call `begin` for each pack, `add` for its records, and `finish` once. The old file stays until
    `finish` replaces it in one step. Records wait on disk beside it, so that memory stays the same
    whatever the input. Use it as a context manager: leaving it without `finish` takes away what
    was staged, unless it is to be resumed.

    Of two records with one id the first stays; the other is counted as skipped. So the order of
    the packs is their precedence.

    Args:
        output: the file to write; None for a reference in memory.
        resume: whether to go on behind the last mark of an interrupted run, and to leave what was
            staged for another run if this one fails.
        roles_by_type: for each event type, its roles and the entity kinds that may fill each; no
            kinds means that the filler is text. None for those of the catalog.

    Raises:
        ReferenceFileError: the folder cannot be written, or another run is at work there.
    """

    def __init__(
        self,
        output: Path | None,
        *,
        resume: bool = False,
        roles_by_type: RolesByType | None = None,
    ) -> None:
        self._output = output
        self._resume = resume
        self._open = True
        self._workshop = Workshop(output, resume=resume)
        types = catalog.roles_by_type() if roles_by_type is None else roles_by_type
        try:
            self._staging = Staging(self._workshop.connection, types, key_roles(types))
        except sqlite3.Error as error:
            self._workshop.close(keep=resume)
            raise self._workshop.failure(error) from error

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
        """Leave off without a reference; what was staged stays only if it is to be resumed."""
        if self._open:
            self._open = False
            self._workshop.close(keep=self._resume)

    def begin(self, head: PackHead) -> None:
        """Begin a pack; the records that follow belong to it.

        A pack whose name was given before is gone on with.

        Raises:
            ReferenceFileError: the records cannot be written; the old reference stays.
        """
        try:
            self._staging.begin(head)
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def add(self, record: Record) -> None:
        """Take one record; the same source may come again and again.

        Raises:
            ReferenceFileError: the records cannot be written; the old reference stays.
        """
        try:
            self._staging.add(record)
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def add_all(self, records: Iterable[Record]) -> None:
        """Take many records.

        Raises:
            ReferenceFileError: as of `add`.
        """
        for record in records:
            self.add(record)

    def mark(self, key: str, value: str) -> None:
        """Keep all records so far for good, with a mark of how far the input was read.

        Records that came behind the last mark are gone when a run is interrupted.

        Args:
            key: what is marked, such as the name of a file.
            value: how far it was read.

        Raises:
            ReferenceFileError: as of `add`.
        """
        try:
            self._staging.mark(key, value)
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def marked(self, key: str) -> str | None:
        """Return how far the input was read when it was last marked; None if it never was."""
        return self._staging.marked(f"mark {key}")

    def finish(self) -> Written:
        """Look up what the facts refer to, and put the new file in its place.

        A filler that is no entity of the reference is left out of its role; a fact whose key role
        is empty then is skipped. So are wholes, bodies and authors that are no entity, and wholes
        that would go in a circle.

        Raises:
            ReferenceFileError: the file cannot be written; the old one stays.
        """
        try:
            compile_staged(self._staging)
            skipped = self._staging.skipped()
            self._workshop.connection.execute("COMMIT")
            self._workshop.deliver()
        except (sqlite3.Error, OSError) as error:
            raise self._failed(error) from error
        self._open = False
        self._workshop.close()
        with open_reference(str(self._output)) as reference:
            info = reference.info
        entities = sum(count for _, count in info.entities)
        return Written(info, entities, info.facts, skipped, self._staging.skipped_count)

    def finish_in_memory(self) -> Reference:
        """Do as `finish` for a writer without a file, and return the reference itself."""
        compile_staged(self._staging)
        connection = self._workshop.connection
        connection.execute("COMMIT")
        connection.execute("DETACH staging")
        self._open = False
        return Reference(connection, path=":memory:")

    def _failed(self, error: Exception) -> ReferenceFileError:
        with suppress(sqlite3.Error):
            self._workshop.connection.execute("ROLLBACK")
        self.close()
        return self._workshop.failure(error)


def key_roles(types: RolesByType) -> dict[str, str]:
    """Return the key role of each event type; of one that the catalog lacks, its first role."""
    known = catalog.event_types()
    return {
        name: known[name].key.name
        if name in known and known[name].key.name in roles
        else next(iter(roles))
        for name, roles in types.items()
    }
