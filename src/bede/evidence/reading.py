"""What can be asked of a reference, be it one file or several that are read as one."""

from __future__ import annotations

from collections.abc import Collection
from types import TracebackType
from typing import Protocol, Self

from bede.evidence.candidates import Candidate
from bede.evidence.forms import FORMS, Form
from bede.evidence.info import ReferenceInfo
from bede.evidence.values import Completeness, Entity, Fact, Name, Source


class Reference(Protocol):
    """The facts that Bede trusts, open for reading; a context manager.

    `bede.evidence.store.Reference` is one compiled file; `bede.evidence.several.References` are
    several. What each method gives is told there.
    """

    def __enter__(self) -> Self:
        """Return the reference itself."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        ...

    def close(self) -> None:
        """Close what is open; the values that were read stay good."""
        ...

    @property
    def info(self) -> ReferenceInfo:
        """What it is made of."""
        ...

    def source(self, source_id: str) -> Source:
        """Return a source; `KeyError` if there is none of this id."""
        ...

    def entity(self, entity_id: str) -> Entity:
        """Return an entity with its names; `KeyError` if there is none of this id."""
        ...

    def named(self, text: str) -> tuple[tuple[Entity, Name], ...]:
        """Return the entities that have a name, with that name, sorted by id."""
        ...

    def search(self, text: str, *, limit: int = 10) -> tuple[tuple[Entity, Name], ...]:
        """Return entities with a name that has all words of `text`, best first."""
        ...

    def candidates(
        self,
        text: str,
        *,
        forms: Collection[Form] = FORMS,
        kinds: Collection[str] | None = None,
        limit: int = 32,
    ) -> tuple[Candidate, ...]:
        """Return whom or what a name may stand for: by form, then the best known first."""
        ...

    def knows(self, text: str) -> bool:
        """Return whether anything has this name, whole, as `named` compares it."""
        ...

    def same_as(self, address: str) -> tuple[str, ...]:
        """Return the ids of the entities that have an address elsewhere, sorted."""
        ...

    def bearers(self, word: str, *, limit: int = 2000) -> int:
        """Return how many persons have a name with this word in it, counted up to a limit."""
        ...

    def people(self) -> int:
        """Return how many persons there are."""
        ...

    def origin(self, record_id: str) -> str:
        """Return the name of the pack that an entity, a fact or a source is from."""
        ...

    def verify(self) -> tuple[str, ...]:
        """Return what is wrong, one line for each fault; empty if all is sound."""
        ...

    def fact(self, fact_id: str) -> Fact:
        """Return a fact; `KeyError` if there is none of this id."""
        ...

    def facts(
        self,
        entity_id: str,
        *,
        types: Collection[str] | None = None,
        role: str | None = None,
        limit: int | None = None,
    ) -> tuple[Fact, ...]:
        """Return the facts in which an entity fills a role, in the order of time."""
        ...

    def facts_of_type(self, event_type: str) -> tuple[Fact, ...]:
        """Return all facts of an event type, in the order of time."""
        ...

    def completeness(self, entity_id: str, event_type: str) -> tuple[Completeness, ...]:
        """Return what the reference says of its own completeness, sorted by id."""
        ...

    def ancestors(self, entity_id: str) -> tuple[str, ...]:
        """Return the ids of all wholes that an entity belongs to, the nearest first."""
        ...
