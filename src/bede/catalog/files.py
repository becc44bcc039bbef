"""Finding and reading the files under `bede/data`, with errors that name file and line."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from bede.errors import CatalogError

_TOML_PLACE = re.compile(r"\(at line (\d+)")


def data_root() -> Traversable:
    """The folder of data files that ships inside the package."""
    return resources.files("bede") / "data"


def data_files(folder: str, ending: str) -> tuple[Traversable, ...]:
    """The files of one data folder with that ending, sorted by name."""
    found = [entry for entry in (data_root() / folder).iterdir() if entry.name.endswith(ending)]
    return tuple(sorted(found, key=lambda entry: entry.name))


def parse_toml(text: str, path: str, *, first_line: int = 1) -> dict[str, Any]:
    """Read TOML.

    Args:
        text: the TOML text.
        path: the file it came from, for the message.
        first_line: the line of that file at which `text` begins.

    Raises:
        CatalogError: the text is no valid TOML; the message names the line.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _TOML_PLACE.search(str(error))
        line = int(place.group(1)) + first_line - 1 if place else first_line
        cause = str(error).split(" (at ")[0]
        raise CatalogError(
            f"not valid TOML: {cause}", path=path, line=line, remedy="mend the syntax there"
        ) from error


@cache
def read_toml(path: str) -> dict[str, Any]:
    """Read one TOML file under `data/`, given by its path relative to that folder."""
    return parse_toml((data_root() / path).read_text(encoding="utf-8"), path)


def line_of(text: str, needle: str) -> int:
    """The first line (from 1) of `text` that holds `needle`, else 1."""
    at = text.find(needle)
    return text.count("\n", 0, at) + 1 if at >= 0 else 1
