"""What a cast and a reading list say, resolved to words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bede.report.checked.values import CitedSource


@dataclass(frozen=True, slots=True)
class Term:
    """An office, a membership or a name, and when: "1922–1952"."""

    what: str
    when: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody or something that the text names, as the reference knows it.

    Attributes:
        id: the id of the entity.
        key: what pages call it ("e-leon-trotsky").
        kind: person, state, organisation, place, happening, idea or office.
        label: the usual name.
        years: its life in a few signs, "" if nothing is on record.
        description: who or what it is, in a few words, or "".
        lived: its begin and end in sentences, as far as they are on record.
        terms: its offices, memberships or names at the time that the text tells of.
        same_as: its addresses elsewhere.
        sources: those of all of this, the weightiest first.
        claims: keys of the statements in which it takes part.
        named: how often the text names it.
        line: where it does so first.
    """

    id: str
    key: str
    kind: str
    label: str
    years: str
    description: str
    lived: tuple[str, ...]
    terms: tuple[Term, ...]
    same_as: tuple[str, ...]
    sources: tuple[CitedSource, ...]
    claims: tuple[str, ...]
    named: int
    line: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name of which the reference does not say whom or what it means.

    Attributes:
        name: as the text has it.
        reason: why nothing was decided.
        named: how often the text has it.
        line: where it has it first.
    """

    name: str
    reason: str
    named: int
    line: int


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what a text names.

    Attributes:
        people: the most often named first; the same holds for the others.
        bodies: organisations and states.
        places: with the names that they had at the time.
        happenings: wars, congresses and the like.
        ideas: currents and doctrines.
        unknown: names without an entry, in the order of the text.
    """

    people: tuple[Entry, ...]
    bodies: tuple[Entry, ...]
    places: tuple[Entry, ...]
    happenings: tuple[Entry, ...]
    ideas: tuple[Entry, ...]
    unknown: tuple[Unknown, ...]

    @property
    def groups(self) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
        """The entries under their headings, where there are any."""
        found = (
            ("People", self.people),
            ("Bodies and states", self.bodies),
            ("Places", self.places),
            ("Events", self.happenings),
            ("Ideas", self.ideas),
        )
        return tuple(pair for pair in found if pair[1])

    def __iter__(self) -> Iterator[Entry]:
        """All entries."""
        for _, entries in self.groups:
            yield from entries

    def __bool__(self) -> bool:
        """Whether the text names anything."""
        return bool(self.groups or self.unknown)


@dataclass(frozen=True, slots=True)
class Title:
    """A work that the text names.

    Attributes:
        id: the id of the work.
        key: what pages call it.
        authors: their names.
        title: its usual title.
        published: its first publication: place, publisher and year as far as they are on record.
        sources: who says so.
        line: where the text names it first.
    """

    id: str
    key: str
    authors: tuple[str, ...]
    title: str
    published: str
    sources: tuple[CitedSource, ...]
    line: int
