"""What a line between two who take part in an event says: `bede/data/relations.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from bede.catalog import event_types
from bede.catalog.files import read_toml
from bede.errors import CatalogError

FILE = "relations.toml"
_SENTENCE = re.compile(r"\{([a-z-]+)\} (?:([^{}]*)\{([a-z-]+)\} )?([^{}]+) \{([a-z-]+)\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence on two roles.

    Attributes:
        source: the role where the line begins.
        before: words before the role of free words.
        middle: the role of free words between the two, or None.
        words: what stands before the last role.
        target: the role where the line ends.
    """

    source: str
    before: str
    middle: str | None
    words: str
    target: str

    @property
    def roles(self) -> tuple[str, ...]:
        """All roles that it needs."""
        named = (self.source, self.middle, self.target)
        return tuple(one for one in named if one is not None)

    def said(self, middle: str) -> str:
        """The words of the line.

        Args:
            middle: the free words, "" if the sentence has none.
        """
        return f"{self.before}{middle} {self.words}".strip()


@dataclass(frozen=True, slots=True)
class Lines:
    """The sentences of an event type, and whether facts of it are drawn that the text lacks."""

    sentences: tuple[Sentence, ...]
    reference: bool


@cache
def lines_by_type() -> Mapping[str, Lines]:
    """The sentences of each event type.

    Raises:
        CatalogError: the file names an unknown type or role, or a sentence that is none.
    """
    return dict(_all(read_toml(FILE)))


def _all(tables: Mapping[str, object]) -> Iterator[tuple[str, Lines]]:
    types = event_types()
    for name in tables:
        if name not in types:
            raise CatalogError(f"{name!r} is no event type", path=FILE, remedy="mend its name")
    for name, kind in types.items():
        table = tables.get(name, {})
        if not isinstance(table, dict) or table.keys() - {"lines", "reference"}:
            cause = f"[{name}] must have lines and reference, no more"
            raise CatalogError(cause, path=FILE)
        roles = {role.name for role in kind.roles}
        sentences = tuple(_sentence(str(one), name, roles) for one in table.get("lines", ()))
        yield name, Lines(sentences, table.get("reference") is True)


def _sentence(text: str, name: str, roles: set[str]) -> Sentence:
    found = _SENTENCE.fullmatch(text)
    if found is None:
        raise CatalogError(f"{text!r} is no sentence on two roles of {name}", path=FILE)
    source, before, middle, words, target = found.groups()
    sentence = Sentence(source, before or "", middle, words, target)
    for role in sentence.roles:
        if role not in roles:
            raise CatalogError(f"{name} has no role {role!r}", path=FILE, remedy="mend its name")
    return sentence
