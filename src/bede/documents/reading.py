"""From the paths a user names to documents, with one clear error for each that cannot be read."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, TextIO

from bede.documents.document import Document
from bede.documents.formats import format_for, formats
from bede.documents.source_map import SourceMap
from bede.errors import InputError

STANDARD_INPUT = "-"
MAX_BYTES = 64 * 1024 * 1024
"""The largest document, in bytes."""
MAX_LINE = 1_000_000
"""The longest line, in characters: longer ones are data, not prose."""


def discover(paths: Sequence[str]) -> tuple[list[str], list[InputError]]:
    """The documents that the user means, and what is wrong with the rest.

    Files are taken as they are given, ``-`` is standard input. Folders are searched with all
    that is in them for the extensions that the formats declare, in the order of names; hidden
    files and folders are left out, links to folders are not followed. A file named twice is
    taken once, under its first name.
    """
    found: list[str] = []
    problems: list[InputError] = []
    seen: set[str] = set()
    for path in paths:
        try:
            is_folder = path != STANDARD_INPUT and Path(path).is_dir()
            exists = path == STANDARD_INPUT or Path(path).exists()
        except (OSError, ValueError) as error:
            problems.append(_unreadable(path, error))
            continue
        if not exists:
            problems.append(_missing(path))
            continue
        if not is_folder:
            candidates = [path]
        else:
            candidates = list(_texts_in(path, problems))
            if not candidates:
                problems.append(_no_texts(path))
        for candidate in candidates:
            key = candidate if candidate == STANDARD_INPUT else os.path.realpath(candidate)
            if key not in seen:
                seen.add(key)
                found.append(candidate)
    return found, problems


def read(path: str, *, stdin: TextIO | None = None) -> Document:
    """Read one file, or standard input if ``path`` is ``-``.

    The text is UTF-8, with or without a byte order mark, or UTF-16 with one; the mark is not
    part of the text. A file whose extension no format declares is read as plain text.

    Args:
        path: as the user named it.
        stdin: read in place of the standard input of the process.

    Raises:
        InputError: the file is missing, a folder, not readable, too large, empty, binary, not
            UTF-8, or has a line of more than ``MAX_LINE`` characters.
    """
    if path == STANDARD_INPUT:
        text = _read_standard_input(sys.stdin if stdin is None else stdin)
    else:
        text = _decode(path, _read_file(path))
    _check(path, text)
    chosen = format_for(Path(path).suffix)
    return Document(path=path, text=text, format=chosen.name, blocks=chosen.parse(text))


def _texts_in(folder: str, problems: list[InputError]) -> Iterator[str]:
    extensions = {suffix for each in formats() for suffix in each.extensions}
    found: list[str] = []

    def refused(error: OSError) -> None:
        problems.append(_unreadable(str(error.filename), error))

    for parent, folders, files in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            path = Path(parent, name)
            if not name.startswith(".") and path.suffix.lower() in extensions and path.is_file():
                found.append(str(path))
    yield from sorted(found)


def _read_file(path: str) -> bytes:
    try:
        file = Path(path)
        if file.is_dir():
            raise InputError(
                "this is a folder, not a file", path=path, remedy="name the files in it"
            )
        if file.stat().st_size > MAX_BYTES:
            raise _too_large(path)
        with file.open("rb") as stream:
            return _read_bounded(path, stream)
    except FileNotFoundError:
        raise _missing(path) from None
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None


def _read_standard_input(stream: TextIO | None) -> str:
    if stream is None:  # it was closed before the start
        raise InputError("nothing to read", path=STANDARD_INPUT, remedy="give a text or a file")
    binary: BinaryIO | None = getattr(stream, "buffer", None)
    try:
        if binary is not None:
            return _decode(STANDARD_INPUT, _read_bounded(STANDARD_INPUT, binary))
        text = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(STANDARD_INPUT, error) from None
    if len(text) > MAX_BYTES:
        raise _too_large(STANDARD_INPUT)
    return text.removeprefix("\ufeff")


def _read_bounded(path: str, stream: BinaryIO) -> bytes:
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise _too_large(path)
    return data


def _decode(path: str, data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise InputError(
                f"this is not valid UTF-16 at byte {error.start}",
                path=path,
                remedy="save the file as UTF-8",
            ) from None
    if b"\0" in data:
        raise _binary(path)
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"this is not valid UTF-8 at byte {error.start + len(data) - len(body)}",
            path=path,
            line=SourceMap(body[: error.start].decode("utf-8")).count,
            remedy="save the file as UTF-8",
        ) from None


def _check(path: str, text: str) -> None:
    if "\0" in text:
        raise _binary(path)
    if not text.strip():
        raise InputError("there is no text in it", path=path, remedy="give a file with text")
    lines = SourceMap(text)
    for number in range(1, lines.count + 1):
        start, end = lines.span(number)
        if end - start > MAX_LINE:
            raise InputError(
                f"this line has {end - start:,} characters, more than {MAX_LINE:,}",
                path=path,
                line=number,
                remedy="break the text into paragraphs",
            )


def _missing(path: str) -> InputError:
    return InputError("there is no such file or folder", path=path, remedy="check the name")


def _no_texts(path: str) -> InputError:
    extensions = sorted({suffix for each in formats() for suffix in each.extensions})
    return InputError(
        "there are no texts in this folder",
        path=path,
        remedy=f"Bede looks for {', '.join(extensions)}; other files must be named one by one",
    )


def _unreadable(path: str, error: OSError | ValueError) -> InputError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InputError(f"this cannot be read ({reason})", path=path, remedy="check the permissions")


def _too_large(path: str) -> InputError:
    limit = f"{MAX_BYTES // (1024 * 1024)} MiB"
    return InputError(
        f"this is larger than {limit}", path=path, remedy="split the text into several files"
    )


def _binary(path: str) -> InputError:
    return InputError(
        "this is not a text but a binary file", path=path, remedy="save it as plain text"
    )
