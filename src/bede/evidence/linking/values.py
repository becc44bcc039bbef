"""What linking finds: names in a text, and who or what each may stand for."""

from __future__ import annotations

from dataclasses import dataclass

from bede.evidence.values import Entity, Name


@dataclass(frozen=True, slots=True)
class Link:
    """What a name may stand for.

    Attributes:
        entities: candidates, in the order of their ids; empty when Bede abstains.
        names: for each entity the name that matched.
        reason: why Bede abstains, else None.
    """

    entities: tuple[Entity, ...] = ()
    names: tuple[Name, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where a text names something.

    Attributes:
        sentence: index of the sentence in the document.
        first: index of the first word in it.
        last: index of the last word in it.
        start: first character in the document's text.
        end: character after the last.
        text: the name, without a possessive ending.
        label: what the parser takes it for ("PERSON", "GPE"), "" if for nothing.
        known: whether the reference has something of this very name.
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    text: str
    label: str
    known: bool


@dataclass(frozen=True, slots=True)
class Rated:
    """An entity that a name may stand for.

    Attributes:
        entity: the entity.
        name: the name by which it was found.
        score: the share of belief, from 0 to 1; what is left to 1 belongs to the others and to
            bearers whom the reference does not know.
    """

    entity: Entity
    name: Name
    score: float


@dataclass(frozen=True, slots=True)
class NamedThing:
    """A name in a text, and who or what it stands for.

    Attributes:
        start: first character in the document's text.
        end: character after the last.
        text: the name.
        kind: the kind of entity, as far as it is known; "" if nothing tells.
        entity: who or what is meant, or None if Bede abstains.
        candidates: who or what may be meant, the likeliest first.
        reason: why it was decided so, or why nothing was.
    """

    start: int
    end: int
    text: str
    kind: str
    entity: Entity | None
    candidates: tuple[Rated, ...]
    reason: str
