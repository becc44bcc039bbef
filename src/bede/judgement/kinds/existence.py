"""Existence: who acts must be alive, what acts must exist, and names belong to their time."""

from __future__ import annotations

from collections.abc import Iterator

from bede.catalog import event_types
from bede.chronology import Answer, Span, allowance, before, inside
from bede.claims import Claim, Filler, Stretch
from bede.evidence import Entity, Fact, Link, Name, Reference
from bede.judgement.case import Case, Kind, severity_of, steps
from bede.judgement.naming import is_retrospective
from bede.judgement.network import (
    Conflict,
    Constraint,
    Network,
    Origin,
    at_least,
    no_earlier,
    no_later,
)
from bede.judgement.telling import tell, when
from bede.judgement.values import ClaimJudgement, Finding
from bede.text import Modality

# entity kind -> the fact that begins it, its key role, the rule; and the same for its end
_BEGINS = {
    "person": ("birth", "person", "acts-before-birth"),
    "organisation": ("founding", "thing", "body-not-yet-founded"),
}
_ENDS = {
    "person": ("death", "person", "acts-after-death"),
    "organisation": ("dissolution", "thing", "body-no-longer-there"),
}


def _find(case: Case) -> Iterator[Finding]:
    for judged in case.claims.values():
        claim = judged.claim
        if claim.modality is not Modality.ASSERTED or claim.time is None or not claim.time.readings:
            continue
        if _somewhere_unknown(judged):
            continue
        for role in event_types()[claim.type].roles:
            if not role.must_exist:
                continue
            for filler, link in judged.linked(role.name):
                finding = _lifetime(case, claim, filler, link)
                if finding is not None:
                    yield finding
        yield from _names(case, judged)


def _somewhere_unknown(judged: ClaimJudgement) -> bool:
    """Whether a place or office is stated that the reference does not know.

    Bede then cannot tell the deed from a figure of speech: "in 1990 Trotsky returned to the
    bookshops", "Lenin was removed from the banknotes".
    """
    for role in event_types()[judged.claim.type].roles:
        if {"place", "office"} & set(role.kinds) and any(
            not link.entities and filler.count is None for filler, link in judged.linked(role.name)
        ):
            return True
    return False


def _lifetime(case: Case, claim: Claim, filler: Filler, link: Link) -> Finding | None:
    """The finding if none of the entities that a filler may mean existed at the time."""
    findings = [_outlived(case, claim, filler, entity) for entity in link.entities]
    if not findings or None in findings:
        return None
    return findings[0]


def _outlived(case: Case, claim: Claim, filler: Filler, entity: Entity) -> Finding | None:
    for table, is_end in ((_BEGINS, False), (_ENDS, True)):
        if entity.kind not in table:
            continue
        event, role, rule = table[entity.kind]
        facts = case.reference.facts(entity.id, types=(event,), role=role)
        if len(facts) != 1 or facts[0].confidence == "weak" or facts[0].span is None:
            continue
        network = Network()
        network.add(*_bounds(facts[0], rule, case.reference, is_end=is_end))
        conflicts = [
            network.conflict_with(_act(case, claim, filler, reading))
            for reading in (claim.time.readings if claim.time else ())
        ]
        if not conflicts or None in conflicts:
            continue
        return _finding(case, claim, filler, facts[0], rule, conflicts[0])
    return None


def _finding(
    case: Case, claim: Claim, filler: Filler, fact: Fact, rule: str, conflict: Conflict | None
) -> Finding:
    words = tell(fact, case.reference)
    time = claim.time
    stated = f"the text has {filler.name} act {when(time.readings[0]) if time else 'then'}"
    return Finding(
        rule=rule,
        severity=severity_of(rule),
        message=f"{words[:1].upper()}{words[1:]}; {stated}",
        place=Stretch(filler.text, filler.start, filler.end),
        marks=(Stretch(time.text, time.start, time.end),) if time is not None else (),
        claims=(claim.id,),
        evidence=(fact,),
        conflict=steps(conflict),
    )


def _bounds(fact: Fact, rule: str, reference: Reference, *, is_end: bool) -> list[Constraint]:
    """A lifetime's begin or end, as wide as all values on record make it, and what acting means."""
    kept = (value.span for value in fact.values if value.rank != "rejected")
    spans = [span for span in (fact.span, *kept) if span is not None]
    spans = [span.widened(allowance(span)) for span in spans]
    record = Origin("fact", f"the reference says: {tell(fact, reference)}", fact.id)
    if is_end:
        law = Origin("rule", "nobody acts after the end", rule)
        lasts = [span.latest_end for span in spans if span.latest_end is not None]
        known = [no_later("end", max(lasts), record)] if len(lasts) == len(spans) else []
        return [*known, at_least("act", "end", 0, law)]
    law = Origin("rule", "nobody acts before the beginning", rule)
    firsts = [span.earliest_begin for span in spans if span.earliest_begin is not None]
    known = [no_earlier("begin", min(firsts), record)] if len(firsts) == len(spans) else []
    return [*known, at_least("begin", "act", 0, law)]


def _act(case: Case, claim: Claim, filler: Filler, reading: Span) -> list[Constraint]:
    says = f'the text has "{filler.text}" act at "{claim.time.text if claim.time else ""}"'
    origin = Origin("text", says, case.place(Stretch(filler.text, filler.start, filler.end)))
    first, last = reading.widened(allowance(reading)).hull
    found = [no_earlier("act", first, origin)] if first is not None else []
    return found + ([no_later("act", last, origin)] if last is not None else [])


def _names(case: Case, judged: ClaimJudgement) -> Iterator[Finding]:
    """Names of places and bodies that were not in use at the time told of."""
    claim = judged.claim
    event = event_types()[claim.type]
    for role in event.roles:
        if role.key and "organisation" in role.kinds:
            continue  # what is founded or renamed is told of under the name that it got
        for filler, link in judged.linked(role.name):
            if len(link.entities) == 1 and filler.nature == "name":
                finding = _untimely(case, claim, filler, link.entities[0], link.names[0])
                if finding is not None:
                    yield finding


def _untimely(
    case: Case, claim: Claim, filler: Filler, entity: Entity, name: Name
) -> Finding | None:
    if name.span is None or claim.time is None or name.kind != "period":
        return None
    if any(inside(reading, name.span) is not Answer.NO for reading in claim.time.readings):
        return None
    moment = claim.time.readings[0]
    right = _name_then(entity, moment)
    if right is None or right.text == name.text or _owned(case, claim, filler, name):
        return None
    early = before(moment, name.span) is Answer.YES
    rule = "name-not-yet-in-use" if early else "name-no-longer-in-use"
    stated = when(moment)
    return Finding(
        rule=rule,
        severity=severity_of(rule),
        message=(
            f'{stated[:1].upper()}{stated[1:]} the name was "{right.text}"; '
            f'"{name.text}" was in use {when(name.span)}'
        ),
        place=Stretch(filler.text, filler.start, filler.end),
        marks=(Stretch(claim.time.text, claim.time.start, claim.time.end),),
        claims=(claim.id,),
    )


def _owned(case: Case, claim: Claim, filler: Filler, name: Name) -> bool:
    """Whether the text says itself that the name is of another time ("now Leningrad")."""
    words = case.document.text[filler.start : filler.end]
    at = max(words.casefold().find(name.text.casefold()), 0)
    first = claim.sentence.start
    return is_retrospective(
        case.document.text[first : claim.sentence.end],
        filler.start + at - first,
        filler.end - first,
    )


def _name_then(entity: Entity, moment: Span) -> Name | None:
    """The name that the reference has for an entity at a time, if exactly one."""
    found = [
        name
        for name in entity.names
        if name.kind == "period"
        and name.span is not None
        and inside(moment, _lasting(name.span)) is Answer.YES
    ]
    return found[0] if len(found) == 1 else None


def _lasting(use: Span) -> Span:
    """The use of a name; one whose end is not recorded goes on."""
    return Span.within(use.latest_begin, None) if use.latest_end is None else use


KIND = Kind("existence", _find)
