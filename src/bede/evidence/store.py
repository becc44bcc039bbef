"""Opening a compiled reference for reading only.

Nothing is read but the header, so that opening costs next to nothing however large the reference
is. The file is opened as immutable: no locks, no journal, nothing written beside it.
"""

from __future__ import annotations

import sqlite3
import struct
from importlib import resources
from pathlib import Path

from bede.errors import ReferenceFileError
from bede.evidence.compiled import REBUILD, Reference, in_time
from bede.evidence.info import ReferenceInfo
from bede.evidence.schema import APPLICATION_ID, SCHEMA_VERSION

__all__ = ["Reference", "ReferenceInfo", "in_time", "open_reference"]

_HEADER_LENGTH = 100
_MAGIC = b"SQLite format 3\x00"
_MAPPED = 1 << 40  # bytes of the file that are read as memory, if the system allows; all of it


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
        raise ReferenceFileError(cause, path=str(file), remedy=REBUILD) from error
    connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
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
        raise ReferenceFileError(cause, path=str(file), remedy=REBUILD)
    if len(header) < _HEADER_LENGTH:
        raise ReferenceFileError("the reference is cut off", path=str(file), remedy=REBUILD)
    page_size, pages, version, application = struct.unpack(">16xH10xI28xI4xI28x", header)
    if application != APPLICATION_ID:
        cause = "this is a database, but no reference of Bede"
        raise ReferenceFileError(cause, path=str(file), remedy=REBUILD)
    if version != SCHEMA_VERSION:
        cause = f"the reference has format {version}, but this Bede reads format {SCHEMA_VERSION}"
        raise ReferenceFileError(cause, path=str(file), remedy=REBUILD)
    expected = pages * (65536 if page_size == 1 else page_size)
    if size != expected:
        cause = f"the reference is cut off: {size:,} of {expected:,} bytes"
        raise ReferenceFileError(cause, path=str(file), remedy=REBUILD)
