"""Existence: who acts must be alive, what acts must be there, and names belong to their time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bede.catalog import Role, event_types, lexicon
from bede.chronology import Answer, Span, allowance, before, inside
from bede.claims import Claim, Filler, Stretch
from bede.evidence import Entity, Fact, Name
from bede.evidence.linking import Link
from bede.judgement.case import Case, Kind, severity_of, steps
from bede.judgement.lifetimes import Lifetime, Sort, lifetime
from bede.judgement.naming import is_posthumous, is_retrospective
from bede.judgement.network import (
    Conflict,
    Constraint,
    Network,
    Origin,
    at_least,
    no_earlier,
    no_later,
)
from bede.judgement.presence import CLEAR, presences
from bede.judgement.telling import tell, when
from bede.judgement.values import ClaimJudgement, Finding
from bede.text import Modality

# sort of thing -> the rule on its beginning and the rule on its end
_RULES: Mapping[Sort, tuple[str, str | None]] = {
    "person": ("acts-before-birth", "acts-after-death"),
    "body": ("body-not-yet-founded", "body-no-longer-there"),
    "state": ("state-not-yet-founded", "state-no-longer-there"),
    "place": ("place-not-yet-founded", "place-no-longer-there"),
    "office": ("office-not-yet-created", "office-no-longer-there"),
    "happening": ("event-not-yet-begun", "event-already-over"),
    "work": ("work-not-yet-published", None),
}
_RENAMED = ("place", "organisation")
"""Kinds of entity whose names are valid for a time; a person has them for life."""
# what the text makes of a thing that cannot act
_USES: Mapping[Sort, str] = {
    "place": "has something happen there",
    "office": "has it held",
    "happening": "has somebody act in it",
    "work": "has it known",
}


def _find(case: Case) -> Iterator[Finding]:
    found = list(_of_claims(case))
    yield from found
    told = [mark for one in (*case.found, *found) for mark in (one.place, *one.marks)]
    for judged in presences(case):
        if _is_told(judged.claim, told):
            continue
        linked = tuple(_linked(case, judged))
        # Where things happen there may have been no town yet; but it was not called so.
        named = all(entity.kind == "place" for *_, link in linked for entity in link.entities)
        outlived = [] if named else [_lifetime(case, judged, *one) for one in linked]
        more = [*(one for one in outlived if one is not None), *_names(case, judged.claim, linked)]
        yield from (replace(one, claims=()) for one in more[:1])


def _is_told(claim: Claim, told: Sequence[Stretch]) -> bool:
    """Whether the name or the time of a clause is faulted already."""
    fillers = [filler for some in claim.roles.values() for filler in some]
    places = [(f.start, f.end) for f in fillers]
    places += [(claim.told_time.start, claim.told_time.end)] if claim.told_time is not None else []
    return any(start < one.end and one.start < end for start, end in places for one in told)


def _of_claims(case: Case) -> Iterator[Finding]:
    for judged in case.claims.values():
        claim = judged.claim
        if (
            claim.modality is not Modality.ASSERTED
            or claim.told_time is None
            or not claim.told_time.readings
        ):
            continue
        linked = tuple(_linked(case, judged))
        figure = any(_is_figure(role, filler, found) for role, filler, found in linked)
        for role, filler, found in linked:
            if figure and role.key:
                continue
            finding = _lifetime(case, judged, role, filler, found)
            if finding is not None:
                yield finding
        yield from _names(case, claim, linked)


def _linked(case: Case, judged: ClaimJudgement) -> Iterator[tuple[Role, Filler, Link]]:
    """Each filler with its role and what it may stand for.

    A state may stand where a place is asked for ("lived in the Kingdom of Tarn") if its name says
    that it is one. "Italy" is a land, which was there before the state.
    """
    for role in event_types()[judged.claim.type].roles:
        for filler, found in judged.linked(role.name):
            name = filler.name
            if "place" in role.kinds and not found.entities and name is not None:
                moment = judged.claim.told_time.readings[0] if judged.claim.told_time else None
                wider = case.linker.link(name, filler.head, ("organisation",), moment)
                if wider.entities and all(map(_is_named_state, wider.entities, wider.names)):
                    found = wider
            yield role, filler, found


def _is_named_state(entity: Entity, name: Name) -> bool:
    words = {word.casefold() for word in name.text.split()}
    return entity.subkind == "state" and bool(words & lexicon("naming", "constitutions"))


def _is_figure(role: Role, filler: Filler, found: Link) -> bool:
    """Whether a place or office is stated that the reference does not know.

    Bede then cannot tell the deed from a figure of speech: "in 1990 Trotsky returned to the
    bookshops", "Lenin was removed from the banknotes". Those by whom it was done act all the same.
    """
    stated = bool({"place", "office"} & set(role.kinds)) and filler.count is None
    return stated and not found.entities


def _lifetime(
    case: Case, judged: ClaimJudgement, role: Role, filler: Filler, found: Link
) -> Finding | None:
    """The finding if none of the entities that a filler may mean was there at the time."""
    findings = [
        _outlived(case, judged, role, filler, entity, name)
        for entity, name in zip(found.entities, found.names, strict=True)
    ]
    if not findings or None in findings:
        return None
    return findings[0]


def _outlived(
    case: Case, judged: ClaimJudgement, role: Role, filler: Filler, entity: Entity, name: Name
) -> Finding | None:
    life = lifetime(entity, case.reference)
    if life is None or not (role.must_exist or (life.sort == "work" and not role.key)):
        return None
    if life.sort != "person" and (
        _clashes_in_time(judged) or _is_owned(case, judged.claim, filler, name.text)
    ):
        return None
    for is_end, rule in enumerate(_RULES[life.sort]):
        if rule is None or (is_end and life.sort == "person" and is_posthumous(judged.claim)):
            continue
        facts = life.ends[-1:] if is_end else life.begins[:1]
        bounds = _bounds(case, life, rule, is_end=bool(is_end))
        conflict = _conflict(case, judged.claim, filler, bounds)
        if facts and conflict is not None:
            return _finding(case, judged.claim, filler, life.sort, facts[0], rule, conflict)
    return None


def _clashes_in_time(judged: ClaimJudgement) -> bool:
    """Whether the very happening is on record at another time, which is told as a wrong date."""
    return any(clash.part == "time" for one in judged.deciding[:1] for clash in one.clashes)


def _conflict(
    case: Case, claim: Claim, filler: Filler, bounds: Sequence[Constraint]
) -> Conflict | None:
    """Why the act cannot lie within the lifetime; None if some reading of its date lets it."""
    network = Network()
    network.add(*bounds)
    conflicts = [
        network.conflict_with(_act(case, claim, filler, reading))
        for reading in (claim.told_time.readings if claim.told_time else ())
    ]
    return None if not conflicts or None in conflicts else conflicts[0]


def _finding(
    case: Case, claim: Claim, filler: Filler, sort: Sort, fact: Fact, rule: str, conflict: Conflict
) -> Finding:
    words = tell(fact, case.reference)
    time = claim.told_time
    moment = when(time.readings[0]) if time else "then"
    stated = f"the text {_USES.get(sort, f'has {filler.name} act')} {moment}"
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


def _bounds(case: Case, life: Lifetime, rule: str, *, is_end: bool) -> list[Constraint]:
    """A lifetime's begin or end, as wide as all values on record make it, and what acting means."""
    day = life.last if is_end else life.first
    if day is None:
        return []
    fact = life.ends[-1] if is_end else life.begins[0]
    record = Origin("fact", f"the reference says: {tell(fact, case.reference)}", fact.id)
    # A battle or rising told with one date may have had a before and an after.
    nominal = life.sort == "happening" and fact.span is not None and not fact.span.is_interval
    margin = case.parameter(rule, "margin") if nominal else 0
    who = "nobody" if life.sort == "person" else "nothing"
    if is_end:
        law = Origin("rule", f"{who} acts after the end", rule)
        return [no_later("end", day, record), at_least("act", "end", -margin, law)]
    law = Origin("rule", f"{who} acts before the beginning", rule)
    return [no_earlier("begin", day, record), at_least("begin", "act", -margin, law)]


def _act(case: Case, claim: Claim, filler: Filler, reading: Span) -> list[Constraint]:
    says = (
        f'the text has "{filler.text}" act at "{claim.told_time.text if claim.told_time else ""}"'
    )
    origin = Origin("text", says, case.place(Stretch(filler.text, filler.start, filler.end)))
    first, last = reading.widened(allowance(reading)).hull
    found = [no_earlier("act", first, origin)] if first is not None else []
    return found + ([no_later("act", last, origin)] if last is not None else [])


def _names(
    case: Case, claim: Claim, linked: Sequence[tuple[Role, Filler, Link]]
) -> Iterator[Finding]:
    """Names of places and bodies that were not in use at the time told of."""
    for role, filler, found in linked:
        if role.key and "organisation" in role.kinds:
            continue  # what is founded or renamed is told of under the name that it got
        if len(found.entities) == 1 and filler.nature == "name":
            finding = _untimely(case, claim, filler, found.entities[0], found.names[0])
            if finding is not None:
                yield finding


def _untimely(
    case: Case, claim: Claim, filler: Filler, entity: Entity, name: Name
) -> Finding | None:
    if name.span is None or claim.told_time is None or entity.kind not in _RENAMED:
        return None
    if any(inside(reading, name.span) is not Answer.NO for reading in claim.told_time.readings):
        return None
    moment = claim.told_time.readings[0]
    right = _name_then(entity, moment)
    known = right is not None and right.span is not None and right.text != name.text
    if not known and not all(_is_far(reading, name.span) for reading in claim.told_time.readings):
        return None
    if _is_owned(case, claim, filler, name.text):
        return None
    early = before(moment, name.span) is Answer.YES
    rule = "name-not-yet-in-use" if early else "name-no-longer-in-use"
    stated = when(moment)
    then, instead = "", f", not {stated}"
    if right is not None and right.span is not None and known:
        used = f'the name was "{right.text}", in use {when(right.span)}'
        then, instead = f"{stated[:1].upper()}{stated[1:]} {used}; ", ""
    return Finding(
        rule=rule,
        severity=severity_of(rule),
        message=f'{then}"{name.text}" was in use {when(name.span)}{instead}',
        place=Stretch(filler.text, filler.start, filler.end),
        marks=(Stretch(claim.told_time.text, claim.told_time.start, claim.told_time.end),),
        claims=(claim.id,),
    )


def _is_far(moment: Span, use: Span) -> bool:
    """Whether a time lies well before or after the use of a name: writers are not held to years."""
    (first, last), (begin, end) = moment.hull, use.hull
    early = begin is not None and last is not None and last < begin - CLEAR
    return early or (end is not None and first is not None and first > end + CLEAR)


def _is_owned(case: Case, claim: Claim, filler: Filler, name: str) -> bool:
    """Whether the text says itself that the name is of another time ("now Leningrad")."""
    words = case.document.text[filler.start : filler.end]
    at = max(words.casefold().find(name.casefold()), 0)
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
        if name.span is not None and inside(moment, _lasting(name.span)) is Answer.YES
    ]
    return found[0] if len(found) == 1 else None


def _lasting(use: Span) -> Span:
    """The use of a name; one whose end is not recorded goes on."""
    return Span.within(use.latest_begin, None) if use.latest_end is None else use


KIND = Kind("existence", _find)
