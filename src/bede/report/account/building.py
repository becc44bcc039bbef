"""Gathers an account from what was judged and what the reference knows of those concerned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bede.chronology import Span
from bede.evidence import Entity, Fact, Reference
from bede.evidence.linking import NamedThing
from bede.evidence.lives import facts_about, life_of
from bede.judgement import Judgement
from bede.report.account.values import Account, Known, Mention, OtherTime, Profile
from bede.report.evidence import evidence_of
from bede.report.lifespan import lifespan
from bede.text import Analysis

MOST_FACTS = 100
"""Facts told of one entity at most: of somebody famous, a data set may know thousands."""


def build_account(
    analysis: Analysis,
    judgement: Judgement,
    names: Sequence[NamedThing],
    reference: Reference,
) -> Account:
    """Gather all that it takes to show a document.

    Args:
        analysis: the document, with its sentences.
        judgement: what was judged of it.
        names: the names in it, in order.
        reference: where entities and sources are; not needed any more afterwards.
    """
    facts = {fact.id: fact for fact in _facts(judgement)}
    profiles: dict[str, Profile] = {}
    for entity in _entities(judgement, names, facts, reference).values():
        told = facts_about(entity, reference)[:MOST_FACTS]
        facts |= {fact.id: fact for fact in told}
        profiles[entity.id] = _profile(entity, told, reference)
    return Account(
        document=analysis.document,
        mentions=tuple(_mention(one) for one in names),
        times=_times(judgement),
        dates={
            (timex.start, timex.end): timex.span
            for sentence in analysis.sentences
            for timex in sentence.times
            if timex.span is not None
        },
        facts={name: _known(fact, reference) for name, fact in facts.items()},
        profiles=profiles,
        labels=_labels(facts.values(), reference),
    )


def _facts(judgement: Judgement) -> Iterator[Fact]:
    """The facts that the report of a document names."""
    for judged in judgement.claims:
        yield from (candidate.fact for candidate in judged.deciding)
    for finding in judgement.findings:
        yield from finding.evidence
        yield from (reading.fact for reading in finding.readings if reading.fact is not None)
    for mention in judgement.works:
        yield from mention.published


def _entities(
    judgement: Judgement,
    names: Sequence[NamedThing],
    facts: Mapping[str, Fact],
    reference: Reference,
) -> dict[str, Entity]:
    """All entities concerned by id: those named first, those of claims, those of facts."""
    found = {one.entity.id: one.entity for one in names if one.entity is not None}
    for judged in judgement.claims:
        for links in judged.links.values():
            sure = (link.entities[0] for link in links if len(link.entities) == 1)
            found |= {entity.id: entity for entity in sure}
    found |= {mention.work.id: mention.work for mention in judgement.works}
    for fact in facts.values():
        for filler in (filler for fillers in fact.roles.values() for filler in fillers):
            if filler not in found and (entity := _entity(filler, reference)) is not None:
                found[filler] = entity
    return found


def _labels(facts: Iterable[Fact], reference: Reference) -> dict[str, str]:
    fillers = {one for fact in facts for some in fact.roles.values() for one in some}
    found = ((one, _entity(one, reference)) for one in sorted(fillers))
    return {one: entity.label for one, entity in found if entity is not None}


def _entity(filler: str, reference: Reference) -> Entity | None:
    """The entity that fills a role of a fact; None for one of free words."""
    try:
        return reference.entity(filler)
    except KeyError:
        return None


def _profile(entity: Entity, facts: Sequence[Fact], reference: Reference) -> Profile:
    life = life_of(entity, reference)
    return Profile(
        id=entity.id,
        kind=entity.kind,
        subkind=entity.subkind,
        label=entity.label,
        description=entity.description,
        names=tuple(dict.fromkeys(name.text for name in entity.names)),
        called=tuple((name.text, name.span) for name in entity.names if name.span is not None),
        years=lifespan(life, entity.kind),
        life=life,
        facts=tuple(fact.id for fact in facts),
        authors=tuple(reference.entity(author).label for author in entity.authors),
        part_of=entity.part_of,
        same_as=entity.same_as,
        confidence=entity.confidence,
        coordinates=entity.coordinates,
    )


def _known(fact: Fact, reference: Reference) -> Known:
    evidence = evidence_of(fact, reference)
    others = tuple(
        OtherTime(value.span, value.rank, other.words)
        for value, other in zip(fact.values, evidence.disputed, strict=True)
        if value.span is not None
    )
    return Known(evidence, fact.span, others)


def _mention(one: NamedThing) -> Mention:
    entity = one.entity.id if one.entity is not None else None
    return Mention(one.start, one.end, one.text, one.kind, entity, one.reason)


def _times(judgement: Judgement) -> dict[str, Span]:
    told = ((judged.claim.id, judged.claim.time) for judged in judgement.claims)
    return {name: time.span for name, time in told if time is not None and time.span is not None}
