"""Statements that a table has all facts of something: all holders of an office, all of a guild."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bede.evidence.sources.tables.mapping import FactSpec
from bede.evidence.values import Completeness, Confidence


@dataclass(slots=True)
class _Whole:
    """The facts of one kind about one entity."""

    basis: str
    records: list[str] = field(default_factory=list)
    sources: dict[str, None] = field(default_factory=dict)


class Wholes:
    """Gathers the facts that make up a whole.

    A whole of which a row was skipped is none, and nothing is said of it.
    """

    def __init__(self) -> None:
        self._wholes: dict[tuple[str, str], _Whole] = {}
        self._broken: set[tuple[str, str]] = set()

    def take(
        self, spec: FactSpec, kind: str, about: Sequence[str], fact: str, sources: Sequence[str]
    ) -> None:
        """A fact of a whole.

        Args:
            spec: what its mapping says.
            kind: its event type.
            about: of what it is all.
            fact: its id.
            sources: ids of its sources.
        """
        if spec.complete is None:
            return
        for entity in about:
            basis = spec.complete.basis
            whole = self._wholes.setdefault((entity, kind), _Whole(basis))
            whole.records.append(fact)
            whole.sources.update(dict.fromkeys(sources))

    def skip(self, kind: str, about: Sequence[str]) -> None:
        """A row that cannot be used breaks its whole."""
        self._broken.update((entity, kind) for entity in about)

    def statements(self, confidence: Confidence) -> Iterator[Completeness]:
        """What may be said in the end, in the order in which the wholes were met."""
        for (entity, kind), whole in self._wholes.items():
            if (entity, kind) in self._broken:
                continue
            yield Completeness(
                id=f"complete-{entity}-{kind}",
                entity=entity,
                type=kind,
                where={},
                where_time=None,
                records=tuple(whole.records),
                basis=whole.basis,
                complete=True,
                sources=tuple(whole.sources),
                confidence=confidence,
            )
