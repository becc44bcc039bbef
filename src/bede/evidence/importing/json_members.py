"""The members of one big JSON array or object, one after another, in bounded memory.

Brackets and strings are told apart, and nothing else is looked at until a member is whole; it is
then parsed by itself. A member that is too long or faulty is given without a value, and the next
is read all the same. Depth costs nothing, since it is only counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

MAX_MEMBER = 16 * 1024 * 1024
"""The longest member that is read (bytes)."""
_CHUNK = 1024 * 1024
_MARK = re.compile(rb'["{}\[\]]')
_STRING_MARK = re.compile(rb'["\\]')
_MAX_KEY = 200


@dataclass(frozen=True, slots=True)
class Member:
    """One member of the container.

    Attributes:
        place: where it stands, counted from 1: "features 12".
        value: what it holds, or None if it cannot be read.
        fault: why it cannot, or None.
    """

    place: str
    value: Any
    fault: str | None = None


def json_members(path: Path, key: str) -> Iterator[Member]:
    """The objects in the array or object that stands under a key of a JSON object.

    Args:
        path: a file in UTF-8.
        key: the key at the top ("features"). The first container of that name is read.

    Yields:
        The members that are objects, in order; at the end one without a value if the file is cut
        off in the container.

    Raises:
        OSError: the file cannot be read.
    """
    scanner = _Scanner(key)
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield from scanner.feed(chunk)
            if scanner.done:
                return
    if scanner.inside:
        yield Member(f"{key} {scanner.count + 1}", None, "the file is cut off here")


def mapping(value: object) -> Mapping[str, Any]:
    """The value if it is a JSON object, else an empty one."""
    return value if isinstance(value, dict) else {}


def listed(value: object) -> Sequence[Any]:
    """The value if it is a JSON array, alone in one if it is anything else, none for null."""
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)


class _Scanner:
    """Where the reading stands: in a string, how deep, inside the container or not."""

    def __init__(self, key: str) -> None:
        self._key = key
        self._wanted = key.encode()
        self._depth = 0
        self._string: bytearray | None = None
        self._last_string = b""
        self._escaped = False
        self._member: bytearray | None = None
        self._too_long = False
        self.inside = False
        self.done = False
        self.count = 0

    def feed(self, chunk: bytes) -> Iterator[Member]:
        """Read on, and give the members that have become whole."""
        at = 0
        while at < len(chunk) and not self.done:
            start = at
            if self._string is not None:
                at = self._in_string(chunk, at)
                self._keep(chunk, start, at)
                continue
            mark = _MARK.search(chunk, at)
            at = len(chunk) if mark is None else mark.end()
            if mark is None:
                self._keep(chunk, start, at)
            elif mark[0] == b'"':
                self._string = bytearray()
                self._keep(chunk, start, at)
            elif mark[0] in (b"{", b"["):
                self._keep(chunk, start, at)
                self._open(mark[0])
            else:
                self._keep(chunk, start, at)
                yield from self._close()

    def _in_string(self, chunk: bytes, at: int) -> int:
        if self._escaped:
            self._escaped = False
            return at + 1
        mark = _STRING_MARK.search(chunk, at)
        end = len(chunk) if mark is None else mark.end()
        if self._string is not None and self._depth == 1 and len(self._string) < _MAX_KEY:
            self._string += chunk[at : end if mark is None else end - 1]
        if mark is not None and mark[0] == b"\\":
            self._escaped = True
        elif mark is not None:
            self._last_string = bytes(self._string or b"")
            self._string = None
        return end

    def _open(self, bracket: bytes) -> None:
        self._depth += 1
        if self._depth == 2 and not self.inside and self._last_string == self._wanted:
            self.inside = True
        elif self._depth == 3 and self.inside and bracket == b"{":
            self._member = bytearray(bracket)
            self._too_long = False

    def _close(self) -> Iterator[Member]:
        self._depth -= 1
        if self._member is not None and self._depth == 2:
            self.count += 1
            yield self._made()
            self._member = None
        elif self.inside and self._depth == 1:
            self.inside, self.done = False, True

    def _keep(self, chunk: bytes, start: int, end: int) -> None:
        if self._member is None or self._too_long:
            return
        if len(self._member) + end - start > MAX_MEMBER:
            self._too_long = True
            self._member.clear()
        else:
            self._member += chunk[start:end]

    def _made(self) -> Member:
        place = f"{self._key} {self.count}"
        if self._too_long or self._member is None:
            limit = MAX_MEMBER // (1024 * 1024)
            return Member(place, None, f"it is longer than {limit} MB")
        try:
            return Member(place, orjson.loads(self._member))
        except orjson.JSONDecodeError as error:
            return Member(place, None, f"it is no valid JSON ({error.msg})")
