"""The folder beside a reference in which the next one is made.

It is named after the reference (`.NAME.building`), so that what an interrupted run left can be
told: it is gone on with, or removed.
"""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from bede.atomic import replacing
from bede.errors import ReferenceFileError

_CACHE = -131_072  # KiB, of each file: what a build needs of memory, whatever the size


class Workshop:
    """A database to be filled, with the staging attached to it as `staging`.

    Attributes:
        connection: the main database is the reference to be.

    Args:
        output: the reference that is to be written; None for one in memory.
        resume: whether to go on with what an interrupted run left.

    Raises:
        ReferenceFileError: the folder cannot be made, or another run is at work in it.
    """

    def __init__(self, output: Path | None, *, resume: bool = False) -> None:
        self._output = output
        self._folder: Path | None = None
        if output is None:
            self.connection = sqlite3.connect(":memory:", isolation_level=None)
            self.connection.execute("ATTACH ':memory:' AS staging")
            return
        place = output.resolve()
        self._folder = place.with_name(f".{place.name}.building")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._clear(self._folder, resume=resume)
            self.connection = self._opened(self._folder)
        except (OSError, sqlite3.Error) as error:
            raise self.failure(error) from error

    def failure(self, error: Exception) -> ReferenceFileError:
        """Return the error to raise where the reference cannot be written."""
        path = str(self._output)
        if "locked" in str(error):
            cause, remedy = "another run is building this reference", "wait for it, or stop it"
        else:
            cause = f"the reference cannot be written ({error})"
            remedy = "check the folder and the space left; the old reference is unchanged"
        return ReferenceFileError(cause, path=path, remedy=remedy)

    def deliver(self) -> None:
        """Put the finished reference in its place, in one step.

        Raises:
            OSError: the file cannot be moved there; the old one stays.
        """
        self.connection.close()
        if self._folder is not None and self._output is not None:
            with replacing(self._output) as unfinished:
                (self._folder / "reference.sqlite").replace(unfinished)

    def close(self, *, keep: bool = False) -> None:
        """Leave off: the staging goes too, unless it is kept for another run."""
        self.connection.close()
        if self._folder is not None and not keep:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _clear(self, folder: Path, *, resume: bool) -> None:
        """Take away what an interrupted run left, except a staging to go on with."""
        staging = folder / "staging.sqlite"
        if staging.exists():
            lock = sqlite3.connect(staging, isolation_level=None, timeout=0)
            try:
                lock.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                if resume:
                    raise  # the power failed; the user decides
            finally:
                lock.close()
        for leftover in folder.iterdir():
            if not (resume and leftover.name.startswith(staging.name)):
                leftover.unlink()

    def _opened(self, folder: Path) -> sqlite3.Connection:
        connection = sqlite3.connect(folder / "reference.sqlite", isolation_level=None, timeout=0)
        connection.execute("ATTACH ? AS staging", (str(folder / "staging.sqlite"),))
        connection.execute("PRAGMA main.journal_mode = OFF")
        connection.execute("PRAGMA main.synchronous = OFF")
        connection.execute("PRAGMA staging.journal_mode = TRUNCATE")
        connection.execute("PRAGMA staging.synchronous = NORMAL")
        connection.execute("PRAGMA staging.locking_mode = EXCLUSIVE")
        for name in ("main", "staging"):
            connection.execute(f"PRAGMA {name}.cache_size = {_CACHE}")
        # What is sorted on disk is sorted where the reference will be, not in a small /tmp.
        connection.execute(f"PRAGMA temp_store_directory = '{_quoted(folder)}'")
        connection.execute("PRAGMA threads = 2")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        return connection


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
