"""The relations of a text before they are drawn: who stands how to whom, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bede.chronology import Span

REFERENCE = "reference"
"""The look of a relation that the text does not tell, between two whom it names."""

FAULTS = ("contradicted", "error", "warning")
"""The looks of what the text has wrong, or may have."""

GRAVEST = (
    *FAULTS,
    "disputed",
    "supported",
    "note",
    "open",
    "skipped",
    REFERENCE,
)
"""The looks of relations; the first of several is that of the line."""


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody or something that stands in a relation.

    Attributes:
        id: the id of the entity; "name:..." for a name that the reference does not know.
        entity: the id of the entity, or None.
        kind: person, organisation, state, place, office, happening, work, idea, or "".
        label: its name.
        years: its life in a few signs, or "".
    """

    id: str
    entity: str | None
    kind: str
    label: str
    years: str


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of two, as the text or the reference has it.

    Attributes:
        source: id of the node where it begins.
        target: id of the node where it ends.
        words: what stands between them ("expelled").
        span: when, or None.
        date: the same in words, or "".
        years: the same in a few signs ("1926", "1919–1926", "from 1919"), or "".
        look: the verdict of what the text says, or "reference".
        verdict: the same for a reader.
        sign: of the verdict.
        key: what a page calls the claim ("1-c3"), or "" for the reference.
        says: the sentence of the text, or the fact in words.
        told: what is wrong with it, or "".
        place: where it stands in the text ("line 3"), or the source.
    """

    source: str
    target: str
    words: str
    span: Span | None
    date: str
    years: str
    look: str
    verdict: str
    sign: str
    key: str
    says: str
    told: str
    place: str

    @property
    def label(self) -> str:
        """A few words for the line: "✗ expelled 1926"."""
        return " ".join(filter(None, (self.sign, self.words, self.years)))


@dataclass(frozen=True, slots=True)
class Edge:
    """All relations of two.

    Attributes:
        source: id of the node where the weightiest relation begins.
        target: id of the other.
        relations: the weightiest first, then in the order of time.
    """

    source: str
    target: str
    relations: tuple[Relation, ...]

    @property
    def main(self) -> Relation:
        """The weightiest relation."""
        return self.relations[0]

    @property
    def is_known_only(self) -> bool:
        """Whether the text tells nothing of it."""
        return self.main.look == REFERENCE

    @property
    def is_mutual(self) -> bool:
        """Whether relations lead both ways; beside what the text tells, only that counts."""
        told = [one for one in self.relations if one.look != REFERENCE] or self.relations
        return any(one.source != self.source for one in told)


@dataclass(frozen=True, slots=True)
class Graph:
    """All that is to be drawn.

    Attributes:
        title: of the text.
        nodes: the best connected first.
        edges: the weightiest first.
        alone: how many whom the text names stand in no relation to another.
        left_nodes: how many stand in a relation, but are not among the best connected.
        left_edges: how many lines are left out.
    """

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    alone: int
    left_nodes: int
    left_edges: int

    @property
    def relations(self) -> Iterator[Relation]:
        """All relations that are drawn."""
        for edge in self.edges:
            yield from edge.relations
