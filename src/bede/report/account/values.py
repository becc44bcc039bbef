"""The frozen values of an account."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bede.chronology import Span
from bede.documents import Document
from bede.evidence.coordinates import Coordinates
from bede.evidence.lives import Life
from bede.report.cited import Evidence


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text.

    Attributes:
        start: first character in the document's text.
        end: character after the last.
        text: the name.
        kind: the kind of entity, as far as it is known; "" if nothing tells.
        entity: id of whom or what it stands for, or None where Bede abstains.
        reason: why it was decided so, or why nothing was.
    """

    start: int
    end: int
    text: str
    kind: str
    entity: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class OtherTime:
    """Another time on record for a fact.

    Attributes:
        span: when.
        rank: variant, finer, rejected or preferred.
        words: the time and the roles in which it differs, in words.
    """

    span: Span
    rank: str
    words: str


@dataclass(frozen=True, slots=True)
class Known:
    """A fact of the reference, as words with sources and as days.

    Attributes:
        evidence: the fact as a reader sees it.
        span: when, None if not known.
        others: other times on record, in the order of the pack.
    """

    evidence: Evidence
    span: Span | None
    others: tuple[OtherTime, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Somebody or something that the text names, as the reference knows it.

    Attributes:
        id: the id that facts and mentions use.
        kind: person, organisation, place, office, happening, work or idea.
        subkind: a finer kind in the words of the pack ("state", "party body"), or None.
        label: the usual name.
        description: who or what it is, in a few words, or None.
        names: all its names.
        called: names that it bore for a time, each with when.
        years: its life in a few signs ("1879–1940"), "" if nothing is on record.
        life: the same in day numbers.
        facts: ids of the facts that tell of it, in the order of time within each role.
        authors: labels of the authors of a work.
        part_of: ids of the wholes it belongs to directly.
        same_as: addresses or prefixed ids of the same thing elsewhere ("wikidata:Q33391").
        coordinates: latitude and longitude of a place in degrees (WGS 84), or None.
        confidence: high, medium or weak.
    """

    id: str
    kind: str
    subkind: str | None
    label: str
    description: str | None
    names: tuple[str, ...]
    called: tuple[tuple[str, Span], ...]
    years: str
    life: Life
    facts: tuple[str, ...]
    authors: tuple[str, ...]
    part_of: tuple[str, ...]
    same_as: tuple[str, ...]
    confidence: str
    coordinates: Coordinates | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """One document with all that it takes to show it.

    Attributes:
        document: the text with its blocks.
        mentions: every name, in the order of the text.
        times: id of a claim -> when the text says it was; claims without a time are not in it.
        dates: first and last place of each temporal expression in the text -> when it is.
        facts: id of a fact -> the fact, for all that the report and the profiles name.
        profiles: id of an entity -> the entity, for all that mentions, claims and facts of
            the report name.
        labels: id of an entity -> its usual name, for all that fill a role of a fact.
    """

    document: Document
    mentions: tuple[Mention, ...]
    times: Mapping[str, Span]
    dates: Mapping[tuple[int, int], Span]
    facts: Mapping[str, Known]
    profiles: Mapping[str, Profile]
    labels: Mapping[str, str]

    def named(self) -> Iterator[tuple[Profile, tuple[Mention, ...]]]:
        """Each entity that the text names, with the places, in the order of first mention."""
        places: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            if mention.entity is not None:
                places.setdefault(mention.entity, []).append(mention)
        for entity, mentions in places.items():
            yield self.profiles[entity], tuple(mentions)
