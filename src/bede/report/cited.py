"""Facts and sources of the reference as a reader sees them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source of a fact: its record and its short citation.

    `pack` is told where several packs speak of one fact.
    """

    id: str
    title: str
    kind: str
    url: str | None
    citation: str
    pack: str | None = None


@dataclass(frozen=True, slots=True)
class OtherValue:
    """Another value on record for a fact; `words` tell the time and the roles that differ."""

    time: str | None
    words: str
    rank: str
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fact of the reference as a reader sees it.

    Attributes:
        fact: id of the fact.
        says: the fact in words.
        type: event type.
        roles: role -> ids of entities, or text.
        time: EDTF.
        rank: rank of that value.
        confidence: high, medium or weak.
        note: a remark of the editors.
        sources: best first: reference works, scholarship and primary documents before the rest.
        disputed: other values on record.
    """

    fact: str
    says: str
    type: str
    roles: Mapping[str, tuple[str, ...]]
    time: str | None
    rank: str
    confidence: str
    note: str | None
    sources: tuple[SourceLine, ...]
    disputed: tuple[OtherValue, ...]
