"""What the reference knows of one person or thing, resolved and frozen for renderers."""

from __future__ import annotations

from dataclasses import dataclass

from bede.evidence import Entity
from bede.evidence.finding import Found
from bede.report.cited import Evidence, SourceLine


@dataclass(frozen=True, slots=True)
class Kin:
    """Another entity that a page names: a whole, the body of an office, an author."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact of a page.

    Attributes:
        when: its time in words; "" if it is not known.
        clause: what happened, without the time.
        evidence: the fact with its sources and its other values.
    """

    when: str
    clause: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class CompleteLine:
    """How complete the reference is for one sort of fact.

    Attributes:
        id: of the statement.
        type: the event type.
        where: what narrows it down, in words; "" if nothing does.
        complete: whether these are all, or more are known to exist.
        basis: why the editors think so.
        records: ids of the facts.
        sources: those of the statement.
    """

    id: str
    type: str
    where: str
    complete: bool
    basis: str
    records: tuple[str, ...]
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All that the reference knows of one person or thing.

    Attributes:
        entity: the record.
        life: from when until when, in a few signs.
        wholes: what it is part of.
        body: the body that an office belongs to, or None.
        authors: of a work.
        facts: in the order of time, the undated last.
        cut: whether there are more facts than were read.
        complete: how complete they are.
        sources: those of the record itself.
    """

    entity: Entity
    life: str
    wholes: tuple[Kin, ...]
    body: Kin | None
    authors: tuple[Kin, ...]
    facts: tuple[FactLine, ...]
    cut: bool
    complete: tuple[CompleteLine, ...]
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class ListLine:
    """One record of a list to choose from: how it was found, and its life in a few signs."""

    found: Found
    life: str
