"""The facts that were tried for a statement, part by part, and why none was."""

from __future__ import annotations

from bede.catalog import event_types
from bede.catalog.events import Reading
from bede.chronology import Answer
from bede.claims import Claim
from bede.evidence import Entity, Fact, Reference
from bede.judgement import Candidate, ClaimJudgement
from bede.judgement.telling import dating, fillers_in_words, listed, when
from bede.report.cited import Evidence
from bede.report.why.values import PartRead, Tried
from bede.text import Modality


def tried(
    judged: ClaimJudgement, candidate: Candidate, evidence: Evidence, reference: Reference
) -> Tried:
    """One fact against a statement.

    Args:
        judged: the judged statement.
        candidate: the fact, compared.
        evidence: the same fact as reported.
        reference: where its fillers are.
    """
    return Tried(
        evidence=evidence,
        parts=tuple(
            _part(judged, candidate, part, answer, reference)
            for part, answer in candidate.parts.items()
        ),
        against=tuple(when(value.span) for value in candidate.against if value.span is not None),
        decides=candidate in judged.deciding,
    )


def _part(
    judged: ClaimJudgement, candidate: Candidate, part: str, answer: Answer, reference: Reference
) -> PartRead:
    claim, fact = judged.claim, candidate.fact
    clash = next((clash for clash in candidate.clashes if clash.part == part), None)
    recorded = clash.recorded if clash is not None else _recorded(claim, fact, part, reference)
    stated = claim.time.text if part == "time" and claim.time is not None else ""
    words = stated or listed([filler.text for filler in claim.roles.get(part, ())])
    remark = _doubt(judged, fact, part, recorded) if answer is Answer.UNKNOWN else ""
    return PartRead(part, words, answer.value, recorded, remark)


def _recorded(claim: Claim, fact: Fact, part: str, reference: Reference) -> str | None:
    if part == "time":
        return dating(fact) if fact.span is not None else None
    readings = (Reading(claim.type), *event_types()[claim.type].readings)
    reading = next((one for one in readings if one.type == fact.type), readings[0])
    return fillers_in_words(fact, reading.roles.get(part, part), reference)


def _doubt(judged: ClaimJudgement, fact: Fact, part: str, recorded: str | None) -> str:
    """Why a part answers neither yes nor no."""
    if recorded is None:
        return "the reference does not say"
    if fact.confidence == "weak":
        return "the evidence is weak, and weak evidence never accuses"
    if any(filler.count is not None for filler in judged.claim.roles.get(part, ())):
        return "so many are not on record"
    linked = [link for _, link in judged.linked(part)]
    if part != "time" and not any(link.entities for link in linked):
        return "what the text names is linked to nothing"
    if part == "time" and judged.claim.time is not None and not judged.claim.time.readings:
        return "the text gives no day that could be compared"
    return "the two do not exclude each other"


def searched(judged: ClaimJudgement) -> tuple[str, ...]:
    """The event types of which facts were looked up: its own, and what its words may also mean."""
    if _uncompared(judged.claim) or not _key_entities(judged):
        return ()
    event = event_types()[judged.claim.type]
    return tuple(dict.fromkeys((event.name, *(reading.type for reading in event.readings))))


def aside(judged: ClaimJudgement, reference: Reference) -> tuple[Candidate, ...]:
    """Facts of the statement's own type and key that are another happening, in order of time.

    The text gives a role that identifies the happening, and theirs is another: who was expelled
    from the party was not thereby expelled from the country. No part of them is compared.
    """
    if not searched(judged):
        return ()
    key = event_types()[judged.claim.type].key.name
    compared = {candidate.fact.id for candidate in judged.candidates}
    found = {
        fact.id: Candidate(fact, entity, {}, ())
        for entity in _key_entities(judged)
        for fact in reference.facts(entity.id, types=(judged.claim.type,), role=key)
        if fact.id not in compared
    }
    return tuple(found.values())


def untried(judged: ClaimJudgement, *, set_aside: bool) -> str:
    """Why no fact was tried; "" if one was.

    Args:
        judged: the judged statement.
        set_aside: whether there are facts of its type that are another happening.
    """
    claim = judged.claim
    if judged.candidates:
        return ""
    uncompared = _uncompared(claim)
    if uncompared:
        return uncompared
    event = event_types()[claim.type]
    key = event.key.name
    if key not in claim.roles:
        return f"facts are looked up by the {key}, and the text does not say which is meant"
    whose = listed([entity.label for entity in _key_entities(judged)])
    if not whose:
        named = listed([f'"{filler.text}"' for filler in claim.roles[key]])
        return f"facts are looked up by the {key}, and {named} is linked to nothing"
    if set_aside:
        roles = [r.name for r in event.roles if r.identifies and r.name in claim.roles]
        return (
            f"no such fact of {whose} has the {listed(roles, last='or')} that the text gives, "
            "so each is another happening"
        )
    return f"the reference has no such fact of {whose}"


def _uncompared(claim: Claim) -> str:
    """Why a statement is not compared with any fact, or ""."""
    if claim.modality in (Modality.HEDGED, Modality.ATTRIBUTED):
        return "only what the author himself states is compared with facts"
    if claim.modality is Modality.NEGATED:
        return "what the author denies is not compared with facts"
    return "it is a matter of degree, which no single fact decides" if claim.degree else ""


def _key_entities(judged: ClaimJudgement) -> list[Entity]:
    """Who or what fills the key role, each once; an ambiguous name gives all its bearers."""
    links = judged.links.get(event_types()[judged.claim.type].key.name, ())
    return list({entity.id: entity for link in links for entity in link.entities}.values())
