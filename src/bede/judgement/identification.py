"""Which facts could be the same happening as a claim: every reading that the words allow."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bede.catalog import EventType, event_types
from bede.catalog.events import Reading
from bede.chronology import Answer, Span
from bede.claims import Claim, Filler
from bede.evidence import Entity, Fact, Reference
from bede.evidence.linking import Link, Linker, describes
from bede.judgement.comparison import compare_entities

Links = Mapping[str, tuple[Link, ...]]


@dataclass(frozen=True, slots=True)
class Identified:
    """A fact that a claim may mean.

    Attributes:
        fact: the fact.
        person: the entity of the key role.
        reading: how the claim's type was read to reach the fact's.
        rank: 0 for the claim's own type, then the place of the reading in the event type.
        exact: whether an identifying role of the claim names the very filler of the fact.
    """

    fact: Fact
    person: Entity
    reading: Reading
    rank: int
    exact: bool


def link_roles(
    claim: Claim,
    linker: Linker,
    people: Sequence[str] = (),
    strangers: Collection[str] = (),
) -> Links:
    """What each filler of a claim may stand for.

    Args:
        claim: the claim.
        linker: links the names of its document.
        people: the names of persons in the document; a surname means the bearer of the fuller
            name that the text has for it.
        strangers: bare names that mean nobody whom the reference knows.
    """
    event = event_types()[claim.type]
    when = claim_span(claim)
    found: dict[str, tuple[Link, ...]] = {}
    for name, fillers in claim.roles.items():
        role = event.role(name)
        if role is not None and role.kinds != ("text",):
            found[name] = tuple(
                Link(reason=f'"{f.name}" rather means another of that name')
                if f.name in strangers
                else _link(f, role.kinds, linker, when, people)
                for f in fillers
            )
    return found


def claim_span(claim: Claim) -> Span | None:
    """The likelier reading of the claim's date, if it has one."""
    return (
        claim.told_time.readings[0]
        if claim.told_time is not None and claim.told_time.readings
        else None
    )


def _link(
    filler: Filler,
    kinds: tuple[str, ...],
    linker: Linker,
    when: Span | None,
    people: Sequence[str],
) -> Link:
    name = filler.name
    if name is None:
        return Link(reason=f'it is not sure whom "{filler.text}" means')
    head = name.split()[-1] if filler.nature == "pronoun" else filler.head
    found = linker.link(name, head, kinds, when)
    bare = len(name.split()) == 1 and name[:1].isupper()
    fuller = [one for one in people if one.endswith(f" {name}")] if bare else []
    if not fuller or "person" not in kinds:
        return found
    if found.entities and not any(entity.kind == "person" for entity in found.entities):
        return found
    whole = [linker.link(one, name, kinds, when) for one in fuller]
    if any(set(one.entities) & set(found.entities) for one in whole):
        return found
    if len(whole) == 1 and whole[0].entities:
        return whole[0]
    reason = f'"{name}" may mean {fuller[0]}, of whom the reference knows nothing'
    return Link(reason=reason) if found.entities or len(whole) == 1 else found


def identify(claim: Claim, links: Links, reference: Reference) -> Iterator[Identified]:
    """The facts that a claim may mean, one by one.

    A fact is meant if it is of the same type, or of a type that the same words may mean; if the
    claim's key role names its key filler; and if it agrees with every identifying role that the
    claim states. What the text leaves out stays open. A fact of another type that has no place
    for something the claim states (a death knows no murderer) counts only where there is no fact
    of the claim's own type.
    """
    found = list(_readings(claim, links, reference))
    own = any(one.rank == 0 for one in found)
    yield from (one for one in found if one.rank == 0 or not own or _tells_all(claim, one))


def _tells_all(claim: Claim, one: Identified) -> bool:
    """Whether the fact's type has a role for each role of the claim."""
    key = event_types()[claim.type].key.name
    known = {role.name for role in event_types()[one.fact.type].roles}
    return {one.reading.roles.get(role, role) for role in claim.roles if role != key} <= known


def _readings(claim: Claim, links: Links, reference: Reference) -> Iterator[Identified]:
    event = event_types()[claim.type]
    readings = (Reading(event.name), *event.readings)
    for entity in _key_entities(event, links):
        for rank, reading in enumerate(readings):
            other = event_types()[reading.type]
            for fact in reference.facts(entity.id, types=(other.name,), role=other.key.name):
                if not set(reading.needs) <= fact.roles.keys():
                    continue
                exact = _identified(claim, event, links, fact, reading, reference)
                if exact is not None:
                    yield Identified(fact, entity, reading, rank, exact)


def _key_entities(event: EventType, links: Links) -> list[Entity]:
    """The entities of the key role, each once; an ambiguous name gives all its bearers."""
    found: dict[str, Entity] = {}
    for one in links.get(event.key.name, ()):
        found |= {entity.id: entity for entity in one.entities}
    return list(found.values())


def _identified(
    claim: Claim,
    event: EventType,
    links: Links,
    fact: Fact,
    reading: Reading,
    reference: Reference,
) -> bool | None:
    """None if an identifying role excludes the fact, else whether one names its very filler."""
    exact = False
    for role in event.roles:
        stated = claim.roles.get(role.name)
        if not role.identifies or not stated:
            continue
        name = reading.roles.get(role.name, role.name)
        recorded = [reference.entity(value) for value in fact.roles.get(name, ())]
        if not recorded:
            return None
        fits = False
        for filler, one in zip(stated, links.get(role.name, ()), strict=True):
            for entity in recorded:
                fits = fits or _meant(filler, one, entity, reference)
                exact = exact or entity in one.entities
        if not fits:
            return None
    return exact


def _meant(filler: Filler, one: Link, recorded: Entity, reference: Reference) -> bool:
    if filler.count is not None:
        return describes(filler.count.noun, recorded)
    if not one.entities:
        return filler.nature == "description" and describes(filler.head.lower(), recorded)
    if recorded.kind == "organisation":  # expelled from the party is not expelled from a part of it
        return recorded in one.entities
    answers = (compare_entities(entity, recorded, reference) for entity in one.entities)
    return any(answer is Answer.YES for answer in answers)
