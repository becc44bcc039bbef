"""Records with what most data sets leave unsaid filled in."""

from __future__ import annotations

import hashlib
import unicodedata
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from bede.errors import ReferenceSourceError
from bede.evidence.coordinates import Coordinates
from bede.evidence.importing.ids import slug
from bede.evidence.importing.times import When
from bede.evidence.values import (
    Confidence,
    Entity,
    EntityKind,
    Fact,
    Name,
    PackHead,
    Quality,
    Roles,
    Source,
    SourceKind,
)

_FIRST_BYTES = 65_536
MAX_WORDS = 300
"""The longest name or remark that is kept (characters)."""
MAX_TABLE_LINE = 1_000_000
"""The longest line of a table (characters)."""
_NOT_SHOWN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def plain(value: object, limit: int = MAX_WORDS) -> str:
    """The words of a value that came from outside, fit to be kept and shown.

    Args:
        value: what the data set has; anything but text and numbers gives no words.
        limit: the most characters that are kept.

    Returns:
        The words without control and formatting characters, white space collapsed; cut with an
        ellipsis where they are too long; empty if there are none.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    kept = unicodedata.normalize("NFC", str(value)[: 4 * limit])
    if not kept.isprintable():
        kept = "".join(
            " " if char.isspace() else char
            for char in kept
            if char.isspace() or unicodedata.category(char) not in _NOT_SHOWN
        )
    words = " ".join(kept.split())
    return words if len(words) <= limit else f"{words[: limit - 1].rstrip()}…"


def digest(path: Path) -> str:
    """The first twelve hexadecimal digits of the SHA-256 of a file.

    Raises:
        ReferenceSourceError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:12]
    except OSError as error:
        raise unreadable(path, error) from error


def starts_with(path: Path, endings: Sequence[str]) -> bytes:
    """The first bytes of a file, without a byte order mark and white space.

    Args:
        path: the file.
        endings: those that its name may have, in lower case.

    Returns:
        Nothing if its name ends otherwise, or it is no file that can be read.
    """
    if path.suffix.lower() not in endings:
        return b""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(_FIRST_BYTES).removeprefix(BOM_UTF8).lstrip()
    except (OSError, ValueError):
        return b""


def bounded_lines(file: TextIO) -> Iterator[str]:
    """The lines of a table; of one longer than `MAX_TABLE_LINE` the rest is dropped.

    Such a line has a cell that is longer than the reader of tables takes, and is refused there.
    """
    while line := file.readline(MAX_TABLE_LINE):
        yield line
        if len(line) == MAX_TABLE_LINE and not line.endswith("\n"):
            while (rest := file.readline(MAX_TABLE_LINE)) and not rest.endswith("\n"):
                pass


def unreadable(path: Path, error: OSError | str) -> ReferenceSourceError:
    """The one line for a data set of which nothing can be read."""
    cause = error if isinstance(error, str) else f"this cannot be read ({error.strerror or error})"
    return ReferenceSourceError(cause, path=str(path), remedy="check the file")


def head_of(
    path: Path,
    *,
    title: str = "",
    licence: str = "not stated",
    editors: Sequence[str] = (),
    scope: str,
) -> PackHead:
    """What is to be said of a data set that is one file: named after it, its digest as version.

    Raises:
        ReferenceSourceError: it cannot be read.
    """
    return PackHead(
        name=slug(path.stem),
        version=digest(path),
        title=plain(title) or plain(path.stem),
        licence=licence,
        editors=tuple(editors),
        scope=scope,
    )


def simple_source(
    key: str,
    title: str,
    *,
    work: str,
    author: str | None = None,
    publisher: str | None = None,
    year: str | None = None,
    pages: str | None = None,
    url: str | None = None,
    kind: SourceKind = "web",
    family: str | None = None,
    quality: Quality = "fair",
) -> Source:
    """A bibliographic record; its family is its id unless it is told.

    An address that is none of http or https is left out.
    """
    address = url if url and url.startswith(("http://", "https://")) else None
    return Source(
        key, author or None, title, work, publisher or None, year or None, pages or None,
        address, kind, family or key, quality,
    )  # fmt: skip


def simple_entity(
    key: str,
    kind: EntityKind,
    names: Sequence[Name],
    sources: Sequence[str],
    *,
    subkind: str | None = None,
    label: str | None = None,
    part_of: Sequence[str] = (),
    holders: str | None = None,
    note: str | None = None,
    confidence: Confidence = "medium",
    description: str | None = None,
    prominence: int = 0,
    same_as: Iterable[str] = (),
    coordinates: Coordinates | None = None,
) -> Entity:
    """An entity; its label is its first name unless it is told."""
    return Entity(
        id=key,
        kind=kind,
        subkind=subkind,
        label=label or names[0].text,
        names=tuple(names),
        part_of=tuple(part_of),
        body=None,
        holders=holders,
        authors=(),
        subtitle=None,
        first_edition=None,
        note=note,
        sources=tuple(sources),
        confidence=confidence,
        description=description or None,
        prominence=prominence,
        same_as=tuple(same_as),
        coordinates=coordinates,
    )


def simple_fact(
    key: str,
    event: str,
    roles: Roles,
    time: When | None,
    sources: Sequence[str],
    *,
    confidence: Confidence = "medium",
    note: str | None = None,
) -> Fact:
    """A fact with one value."""
    return Fact(
        id=key,
        type=event,
        roles=roles,
        edtf=time.edtf if time else None,
        span=time.span if time else None,
        old_style=time.old_style if time else None,
        rank="preferred",
        confidence=confidence,
        sources=tuple(sources),
        coarse_sources=(),
        values=(),
        grade=None,
        note=note,
        part_of=(),
    )
