"""The lines of keys in a TOML file, which the reader of TOML does not tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEADER = re.compile(r"\s*(\[{1,2})\s*([\w-]+(?:\s*\.\s*[\w-]+)*)\s*\]")
_KEY = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*[=.]")


def line_of(text: str, place: Sequence[str | int]) -> int:
    """The line, counted from 1, of the key that is nearest to a place.

    Args:
        text: TOML, with its tables under headers as mappings have them.
        place: keys, and numbers of items counted from 0, from the outside in.
    """
    counts: dict[tuple[str | int, ...], int] = {}
    section: tuple[str | int, ...] = ()
    best, nearest = 0, 1
    for number, line in enumerate(text.split("\n"), 1):
        if (header := _HEADER.match(line)) is not None:
            section = _section([part.strip() for part in header[2].split(".")], header[1], counts)
            path = section
        elif (key := _KEY.match(line)) is not None:
            path = (*section, key[1])
        else:
            continue
        if len(path) > best and tuple(place[: len(path)]) == path:
            best, nearest = len(path), number
    return nearest


def _section(
    parts: Sequence[str], brackets: str, counts: dict[tuple[str | int, ...], int]
) -> tuple[str | int, ...]:
    """The place of a table: behind the name of a list stands the number of its item."""
    path: tuple[str | int, ...] = ()
    for at, part in enumerate(parts):
        path = (*path, part)
        if at == len(parts) - 1 and brackets == "[[":
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path
