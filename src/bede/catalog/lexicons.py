"""Lexicons: word lists of one language, kept as TOML tables under `data/LANGUAGE/lexicons`."""

from __future__ import annotations

from functools import cache

from bede.catalog.files import read_toml
from bede.errors import CatalogError

LANGUAGE = "en"


@cache
def lexicon(name: str, table: str) -> frozenset[str]:
    """The words of one list.

    Args:
        name: the file, without its ending.
        table: the list in that file; "a.b" reaches into a table.

    Raises:
        CatalogError: there is no such list.
    """
    path = f"{LANGUAGE}/lexicons/{name}.toml"
    value: object = read_toml(path)
    for key in table.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise CatalogError(f"no list of words named {table!r}", path=path, remedy="add it")
    return frozenset(value)


@cache
def word_numbers(name: str, table: str) -> dict[str, int]:
    """A table of words with whole numbers, such as number words with their values."""
    path = f"{LANGUAGE}/lexicons/{name}.toml"
    value = read_toml(path).get(table)
    if not isinstance(value, dict) or not all(isinstance(n, int) for n in value.values()):
        raise CatalogError(f"no table of numbers named {table!r}", path=path, remedy="add it")
    return dict(value)
