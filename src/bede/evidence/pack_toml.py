"""Reading `pack.toml`, with the line of each key."""

from __future__ import annotations

import re
import tomllib

from bede.errors import PackError
from bede.evidence.pack_text import read_text
from bede.evidence.pack_yaml import KeyPath, LinedValue

_TOML_LINE = re.compile(r"at line (\d+)")
_TOML_ITEM = re.compile(r"\s*\[\[\s*completeness\s*\]\]")
_TOML_TABLE = re.compile(r"\s*\[\s*completeness\s*\.\s*([\w-]+)\s*\]")
_TOML_KEY = re.compile(r"\s*([\w-]+)\s*=")


def read_toml(data: bytes, path: str, errors: list[PackError]) -> LinedValue | None:
    """Read the head of a pack.

    Args:
        data: the bytes of the file.
        path: the file, as errors should name it.
        errors: what is wrong is added here.

    Returns:
        the value with the lines of its keys, or None if it cannot be read.
    """
    text = read_text(data, path, errors)
    if text is None:
        return None
    try:
        value = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _TOML_LINE.search(str(error))
        place = int(found.group(1)) if found else text.count("\n") + 1
        errors.append(PackError(f"not TOML: {error}", path=path, line=place, remedy="correct it"))
        return None
    return LinedValue(value, _toml_lines(text))


def _toml_lines(text: str) -> dict[KeyPath, int]:
    """Find the lines of the keys, which tomllib does not tell."""
    lines: dict[KeyPath, int] = {(): 1}
    prefix: KeyPath = ()
    item = -1
    quoted = False
    for number, line in enumerate(text.split("\n"), start=1):
        if not quoted and _TOML_ITEM.match(line):
            item += 1
            prefix = ("completeness", item)
            lines[prefix] = number
        elif not quoted and (table := _TOML_TABLE.match(line)):
            prefix = ("completeness", item, table.group(1))
            lines[prefix] = number
        elif not quoted and (key := _TOML_KEY.match(line)):
            lines[(*prefix, key.group(1))] = number
        quoted ^= (line.count('"""') + line.count("'''")) % 2 == 1
    return lines
