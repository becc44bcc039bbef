"""What the formats of names show: a document with its names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bede.documents import Document
from bede.evidence.linking import NamedThing
from bede.evidence.lives import Life
from bede.report.wording import count


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """A document and the names in it.

    Attributes:
        document: the document.
        names: every name, in order.
        lives: id of an entity that is named -> when it was there.
    """

    document: Document
    names: tuple[NamedThing, ...]
    lives: Mapping[str, Life]

    def line(self, one: NamedThing) -> int:
        """The line of a name, counted from 1."""
        return self.document.position(one.start).line

    def cast(self) -> Iterator[tuple[NamedThing, tuple[NamedThing, ...]]]:
        """Who and what the text names, each once, with all places; the known first.

        Known ones are told apart by their entity, others by their name.
        """
        groups: dict[tuple[bool, str], list[NamedThing]] = {}
        for one in self.names:
            known = one.entity is not None
            key = one.entity.id if one.entity is not None else one.text
            groups.setdefault((not known, key), []).append(one)
        for _, group in sorted(groups.items(), key=lambda item: (item[0][0], item[1][0].start)):
            yield group[0], tuple(group)


def summary(documents: Sequence[NamedDocument]) -> str:
    """How much there is: "12 names, 9 of them linked; 4 people and things known"."""
    names = [one for document in documents for one in document.names]
    linked = [one.entity.id for one in names if one.entity is not None]
    if not names:
        return "no names"
    known = len(set(linked))
    things = f"{known} entity" if known == 1 else f"{known} entities"
    return f"{count(len(names), 'name')}, {len(linked)} of them linked to {things}"
