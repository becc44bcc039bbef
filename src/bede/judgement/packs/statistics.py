"""A pack in numbers: what it has, what that rests on, and what it lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from bede.catalog import event_types
from bede.chronology.calendar import date_of
from bede.chronology.policy import calendar_of_history
from bede.evidence import Entity, Fact
from bede.evidence.pack import Pack
from bede.evidence.values import Confidence, EntityKind, NameKind, Quality, SourceKind
from bede.judgement.packs.witnesses import ENOUGH, witnesses

Counts = tuple[tuple[str, int], ...]

UNDATED = "undated"
UNKNOWN = "not stated"


@dataclass(frozen=True, slots=True)
class SourceUse:
    """How much rests on the sources of one kind.

    Attributes:
        kind: of source.
        sources: how many there are.
        facts: how many facts cite one of them.
    """

    kind: str
    sources: int
    facts: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """Packs in numbers; each list of counts is in its natural order, or the most frequent first.

    Attributes:
        packs: names and versions.
        records: entities by kind.
        facts: facts by event type.
        centuries: facts by century of their begin, from the first.
        sources: by kind.
        qualities: sources by quality.
        families: independent witnesses among the sources.
        witnessed: facts with two or more independent decent witnesses.
        confidence: facts by confidence.
        languages: names by language.
        name_kinds: names by kind.
        disputed: facts of which serious sources give other values.
        lacking: what is missing, in plain words.
    """

    packs: tuple[tuple[str, str], ...]
    records: Counts
    facts: Counts
    centuries: Counts
    sources: tuple[SourceUse, ...]
    qualities: Counts
    families: int
    witnessed: int
    confidence: Counts
    languages: Counts
    name_kinds: Counts
    disputed: int
    lacking: Counts

    @property
    def fact_count(self) -> int:
        """All facts."""
        return sum(number for _, number in self.facts)


def statistics_of(packs: Sequence[Pack]) -> Statistics:
    """Count what packs hold.

    Args:
        packs: the packs, which belong together.
    """
    entities = [entity for pack in packs for entity in pack.entities]
    facts = [fact for pack in packs for fact in pack.facts]
    sources = {source.id: source for pack in packs for source in pack.sources}
    names = [name for entity in entities for name in entity.names]
    kinds_cited = [
        {sources[name].kind for name in _cited(fact) if name in sources} for fact in facts
    ]
    return Statistics(
        packs=tuple((pack.name, pack.version) for pack in packs),
        records=_in_order(get_args(EntityKind), (entity.kind for entity in entities)),
        facts=_frequent(fact.type for fact in facts),
        centuries=_centuries(facts),
        sources=tuple(
            SourceUse(
                kind,
                sum(source.kind == kind for source in sources.values()),
                sum(kind in cited for cited in kinds_cited),
            )
            for kind in get_args(SourceKind)
        ),
        qualities=_in_order(get_args(Quality), (source.quality for source in sources.values())),
        families=len({source.family for source in sources.values()}),
        witnessed=sum(len(witnesses(fact, sources)) >= ENOUGH for fact in facts),
        confidence=_in_order(get_args(Confidence), (fact.confidence for fact in facts)),
        languages=_frequent(name.language or UNKNOWN for name in names),
        name_kinds=_in_order(get_args(NameKind), (name.kind for name in names)),
        disputed=sum(any(v.rank in ("variant", "preferred") for v in f.values) for f in facts),
        lacking=_lacking(packs, entities, facts),
    )


def _in_order(order: Iterable[str], found: Iterable[str]) -> Counts:
    counted = Counter(found)
    return tuple((name, counted[name]) for name in order if counted[name])


def _frequent(found: Iterable[str]) -> Counts:
    return tuple(sorted(Counter(found).items(), key=lambda pair: (-pair[1], pair[0])))


def _centuries(facts: Sequence[Fact]) -> Counts:
    counted: Counter[int] = Counter()
    undated = 0
    for fact in facts:
        first = None if fact.span is None else fact.span.earliest_begin
        first = fact.span.latest_end if fact.span is not None and first is None else first
        if first is None:
            undated += 1
            continue
        year = date_of(first, calendar_of_history(first)).year
        counted[(year - 1) // 100 + 1] += 1
    told = [(_century(number), counted[number]) for number in sorted(counted)]
    return (*told, (UNDATED, undated)) if undated else tuple(told)


def _century(number: int) -> str:
    """The name of a century; 0 and below are those BC."""
    place = number if number > 0 else 1 - number
    ending = {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    ending = "th" if place % 100 in (11, 12, 13) else ending
    return f"{place}{ending} century" + (" BC" if number <= 0 else "")


def _cited(fact: Fact) -> set[str]:
    return {*fact.sources, *fact.coarse_sources, *(s for v in fact.values for s in v.sources)}


def _lacking(packs: Sequence[Pack], entities: Sequence[Entity], facts: Sequence[Fact]) -> Counts:
    filled = {
        filler
        for fact in facts
        for role, fillers in fact.roles.items()
        if (kind := event_types()[fact.type].role(role)) and kind.kinds != ("text",)
        for filler in fillers
    }
    used = {name for fact in facts for name in _cited(fact)}
    used |= {name for entity in entities for name in entity.sources}
    used |= {name for entity in entities for one in entity.names for name in one.sources}
    used |= {name for pack in packs for stated in pack.completeness for name in stated.sources}
    born = _fillers(facts, {"birth": "person"})
    dead = _fillers(facts, {"death": "person", "killing": "victim"})
    people = [entity for entity in entities if entity.kind == "person"]
    return (
        ("people without a birth", sum(e.id not in born for e in people)),
        ("people without a death", sum(e.id not in dead for e in people)),
        ("entities without any fact", sum(e.id not in filled for e in entities)),
        ("entities without a description", sum(not e.description for e in entities)),
        ("entities without a same_as", sum(not e.same_as for e in entities)),
        ("facts without a time", sum(fact.span is None for fact in facts)),
        ("sources that nothing cites", _unused(packs, used)),
    )


def _fillers(facts: Sequence[Fact], roles: dict[str, str]) -> set[str]:
    return {
        filler
        for fact in facts
        if fact.type in roles
        for filler in fact.roles.get(roles[fact.type], ())
    }


def _unused(packs: Sequence[Pack], used: set[str]) -> int:
    return sum(source.id not in used for pack in packs for source in pack.sources)
