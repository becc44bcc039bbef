"""Reading a dump piece by piece: compression, lines, and where the reading stands.

A dump is one JSON array with one entity on each line, or plain JSON lines, or N-Triples; a small
file may also be one JSON text over many lines (an answer of the API). Memory stays bounded
whatever the file: a line that is too long is passed over, compressed data is unpacked in small
steps.

Source: Wikidata, Database download, https://www.wikidata.org/wiki/Wikidata:Database_download
("All items, properties and lexemes as one JSON array, with each on a line of its own").
"""

from __future__ import annotations

import bz2
import gzip
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import cast

import orjson
import zstandard

from bede.evidence.importing import unreadable

PIECE = 4 * 1024 * 1024
"""Pieces have about this many bytes, and whole lines."""
MAX_LINE = 16 * 1024 * 1024
"""The longest line that is read; the biggest entities of Wikidata have some 4 MB."""
_STEP = 1024 * 1024
_TAIL = 64
_DAMAGE = (EOFError, OSError, zlib.error, zstandard.ZstdError)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some lines of a dump.

    Attributes:
        data: the lines; empty if there is only a fault to be told.
        first_line: the number of the first, counted from 1.
        offset: where in the unpacked dump the next piece begins (bytes).
        next_line: the number of the line at which it begins.
        position: how much of the file itself has been read (bytes).
        fault: what is wrong behind these lines, or None.
    """

    data: bytes
    first_line: int
    offset: int
    next_line: int
    position: int
    fault: str | None = None


@contextmanager
def unpacked(path: Path) -> Iterator[tuple[BufferedReader, BufferedReader]]:
    """Open a file, compressed by bzip2, gzip or Zstandard or not at all.

    Yields:
        the unpacked data, and the file itself, whose position tells how far the reading is.

    Raises:
        ReferenceSourceError: it cannot be opened.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise unreadable(path, error) from error
    with file:
        start = file.read(4)
        file.seek(0)
        if start.startswith(b"BZh"):
            yield cast(BufferedReader, bz2.BZ2File(file)), file
        elif start.startswith(b"\x1f\x8b"):
            yield cast(BufferedReader, gzip.GzipFile(fileobj=file)), file
        elif start == b"\x28\xb5\x2f\xfd":
            reader = zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True)
            yield cast(BufferedReader, reader), file
        else:
            yield file, file


def beginning(path: Path, size: int = 64 * 1024) -> bytes:
    """The first bytes of the unpacked data; as many as can be had, none if there are none."""
    try:
        with unpacked(path) as (data, _):
            return data.read(size)
    except _DAMAGE:
        return b""


def pieces(
    path: Path,
    *,
    offset: int = 0,
    line: int = 1,
    size: int = PIECE,
    owner: Callable[[bytes], bytes] | None = None,
) -> Iterator[Piece]:
    """The lines of a dump, piece by piece.

    Where the compressed data is cut off or damaged, what stands before is given, and the last
    piece tells the fault.

    Args:
        path: the file.
        offset: where to begin in the unpacked data (bytes), at the beginning of a line.
        line: the number of the line that begins there.
        size: about how big a piece shall be (bytes).
        owner: what a line belongs to; lines of one owner that follow each other stay together.

    Raises:
        ReferenceSourceError: it cannot be opened.
    """
    if _is_spread(path):
        if offset == 0:
            yield _gathered(path)
        return
    with unpacked(path) as (data, file):
        last, fault = _skip(data, file, offset)
        rest = b""
        while fault is None:
            block, fault = _block(data, size)
            if not block:
                break
            cut = _cut(rest + block, owner) - len(rest) if owner else block.rfind(b"\n") + 1
            if cut <= 0 and len(rest) + len(block) <= MAX_LINE:
                rest += block
                continue
            cut = cut if cut > 0 else block.rfind(b"\n") + 1
            told = None
            if not cut:
                told = f"line {line} is longer than {MAX_LINE // (1024 * 1024)} MB"
                offset, lost, fault = _pass_over(data, offset + len(rest) + len(block))
                whole, rest, count = b"", lost, 1
            else:
                whole, rest = rest + block[:cut], block[cut:]
                offset, count = offset + len(whole), whole.count(b"\n")
            yield Piece(whole, line, offset, line + count, file.tell(), told)
            line += count
            last = rest or whole
        if rest:
            offset += len(rest)
            yield Piece(rest, line, offset, line + 1, file.tell())
            line += 1
            last = rest
        if fault is None and not last.rstrip().endswith(b"]") and _opens_array(path):
            fault = "the array is not closed; the file is cut off here"
        if fault is not None:
            yield Piece(b"", line, offset, line, file.tell(), fault)


def _opens_array(path: Path) -> bool:
    return beginning(path, 64).lstrip().startswith(b"[")


def _cut(data: bytes, owner: Callable[[bytes], bytes]) -> int:
    """Where the lines of the last owner begin; 0 if all are of one."""
    end = data.rfind(b"\n") + 1
    last: bytes | None = None
    while end > 0:
        start = data.rfind(b"\n", 0, end - 1) + 1
        name = owner(data[start:end])
        if last is not None and name != last:
            return end
        last = name
        end = start
    return 0


def _is_spread(path: Path) -> bool:
    """Whether one JSON text is spread over many lines, as answers of the API often are."""
    lines = [line.strip() for line in beginning(path).split(b"\n")[:-1]]
    first = next((line for line in lines if line not in (b"", b"[")), b"")
    return first.startswith(b"{") and not first.rstrip(b",]").endswith(b"}")


def _gathered(path: Path) -> Piece:
    """A JSON text over many lines, put on one."""
    with unpacked(path) as (data, file):
        text, fault = _block(data, MAX_LINE + 1)
        position = file.tell()
    if len(text) > MAX_LINE:
        limit = MAX_LINE // (1024 * 1024)
        fault = f"it is one JSON text over many lines, and longer than {limit} MB"
        return Piece(b"", 1, 0, 1, position, fault)
    try:
        line = orjson.dumps(orjson.loads(text))
    except orjson.JSONDecodeError as error:
        return Piece(b"", 1, 0, error.lineno, position, f"it is no valid JSON ({error.msg})")
    return Piece(line, 1, len(text), 2, position, fault)


def _block(data: BufferedReader, size: int) -> tuple[bytes, str | None]:
    """The next bytes, and what is wrong with the data behind them."""
    parts: list[bytes] = []
    length = 0
    try:
        while length < size:
            part = data.read1(min(_STEP, size - length))  # what is there, before any damage
            if not part:
                break
            parts.append(part)
            length += len(part)
    except _DAMAGE as error:
        cause = "cut off" if isinstance(error, EOFError) else "damaged"
        return b"".join(parts), f"the compressed data is {cause} here, and ends for Bede"
    return b"".join(parts), None


def _skip(data: BufferedReader, file: BufferedReader, offset: int) -> tuple[bytes, str | None]:
    """Go to a place in the unpacked data, by a leap where the file is not compressed.

    Returns:
        the bytes just before it, and any fault.
    """
    tail = b""
    if data is file:
        data.seek(max(0, offset - _TAIL))
        return data.read(min(_TAIL, offset)), None
    while offset > 0:
        block, fault = _block(data, min(offset, _STEP))
        if fault is not None or not block:
            return tail, fault or "the file is shorter than it was"
        offset -= len(block)
        tail = block[-_TAIL:]
    return tail, None


def _pass_over(data: BufferedReader, offset: int) -> tuple[int, bytes, str | None]:
    """Drop the rest of a line: where the next begins, what was read of it, and any fault."""
    while True:
        block, fault = _block(data, _STEP)
        cut = block.find(b"\n") + 1
        if cut:
            return offset + cut, block[cut:], fault
        offset += len(block)
        if fault is not None or not block:
            return offset, b"", fault
