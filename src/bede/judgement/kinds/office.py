"""Offices: who is said to hold one must have held it then, and one office has one holder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from bede.catalog import Role, Severity, event_types, lexicon
from bede.chronology import Span
from bede.claims import Claim, Filler, Stretch
from bede.evidence import Entity, Fact
from bede.judgement.case import Case, Kind, severity_of, steps
from bede.judgement.offices import (
    holder_then,
    is_qualified,
    is_whole,
    office_words,
    surely_together,
    title_of,
    told_then,
)
from bede.judgement.telling import record, tell, when
from bede.judgement.titles import ONE_HOLDER, another_held_it, may_hold, misplaced_titles, usurped
from bede.judgement.values import ClaimJudgement, Closure, Exclusion, Finding, Step, Verdict
from bede.text import Modality

_MOST_READINGS = 4
_OF_POWER = ("by", "parties")  # whoever was president may found and fight, but not dissolve or sign


def _find(case: Case) -> Iterator[Finding]:
    accused: set[str] = set()
    tenures = []
    for judged in case.claims.values():
        claim = judged.claim
        if (
            claim.modality is not Modality.ASSERTED
            or claim.told_time is None
            or not claim.told_time.readings
        ):
            continue
        if claim.type == "tenure" and not claim.degree and not _is_qualified(claim):
            finding = _own_term(case, judged) or _other_holder(case, judged)
            tenures.append(judged)
        else:
            finding = _titled(case, judged)
        if finding is not None:
            accused.add(claim.id)
            yield finding
    offices: dict[str, list[ClaimJudgement]] = {}
    for one in tenures:
        office = _office_of(one)
        if office is not None and one.claim.id not in accused:
            offices.setdefault(office, []).append(one)
    for claims in offices.values():
        for first, second in combinations(claims, 2):
            yield from _two_holders(case, first, second)
    if case.settings.assume_complete:
        yield from misplaced_titles(case, accused, handover=_handover(case))


def _is_qualified(claim: Claim) -> bool:
    return any(is_qualified(claim, filler) for filler in claim.roles.get("office", ()))


def _moments(claim: Claim) -> Sequence[Span]:
    return claim.told_time.readings if claim.told_time is not None else ()


def _time(claim: Claim) -> tuple[Stretch, ...]:
    time = claim.told_time
    return (Stretch(time.text, time.start, time.end),) if time is not None else ()


def _handover(case: Case) -> int:
    return case.parameter("two-holders-at-once", "handover")


def _holder(case: Case, claim: Claim, office: Entity, but: Sequence[str]) -> Fact | None:
    moments = _moments(claim)
    return holder_then(office, moments, case.reference, handover=_handover(case), but=but)


def _own_term(case: Case, judged: ClaimJudgement) -> Finding | None:
    """Somebody whose terms in the office are on record, none of them at the time told of."""
    if judged.verdict is not Verdict.CONTRADICTED or judged.closure is Closure.NONE:
        return None
    nearest = judged.deciding[0]
    clash = nearest.clashes[0]
    if nearest.fact.type != "tenure" or clash.part != "time":
        return None
    if any(may_hold(one.fact, _moments(judged.claim), 0) for one in judged.deciding):
        return None  # in office for some of the time: it is a begin or an end that is wrong
    office = case.reference.entity(nearest.fact.roles["office"][0])
    holder = _holder(case, judged.claim, office, nearest.fact.roles["person"])
    told = tell(nearest.fact, case.reference)
    moment = _moments(judged.claim)[0]
    message = f"{told[:1].upper()}{told[1:]}, not {when(moment)}"
    others = (holder,) if holder is not None else ()
    if holder is not None:
        message += f"; {told_then(holder, case.reference, moment)}"
    single = office.holders == "single"
    terms = [one.fact for one in judged.deciding]
    return Finding(
        rule="not-in-office",
        severity=severity_of("not-in-office", judged.closure if single else Closure.ASSUMED),
        message=message,
        place=clash.place,
        claims=(judged.claim.id,),
        evidence=(*terms, *others),
        readings=tuple(
            Exclusion(f"{tell(fact, case.reference)}; not {when(moment)}", fact)
            for fact in terms[:_MOST_READINGS]
        ),
        conflict=(*steps(clash.conflict), *(_says(case, fact) for fact in others)),
    )


def _says(case: Case, fact: Fact) -> Step:
    return Step(record(fact), f"the reference says: {tell(fact, case.reference)}")


def _other_holder(case: Case, judged: ClaimJudgement) -> Finding | None:
    """Somebody without a term on record, while the reference knows who held the office then."""
    if judged.verdict is not Verdict.OPEN:
        return None
    offices = [entity for _, one in judged.linked("office") for entity in one.entities]
    people = [(filler, one.entities) for filler, one in judged.linked("person")]
    if len(offices) != 1 or len(people) != 1 or len(people[0][1]) != 1:
        return None
    (filler, (person,)), office, claim = people[0], offices[0], judged.claim
    own = case.reference.facts(person.id, types=("tenure",), role="person")
    terms = [fact for fact in own if office.id in fact.roles.get("office", ())]
    if any(may_hold(fact, _moments(claim), 0) for fact in terms):
        return None
    holder = _holder(case, claim, office, (person.id,))
    if holder is None:
        return None
    closure = Closure.DECLARED if is_whole(office, case.reference) else Closure.ASSUMED
    if closure is Closure.ASSUMED and not case.settings.assume_complete:
        return None
    severity = severity_of("not-in-office", closure)
    return _instead(case, claim, filler, holder, person, severity, terms)


def _instead(
    case: Case,
    claim: Claim,
    filler: Filler,
    holder: Fact,
    person: Entity,
    severity: Severity,
    terms: Sequence[Fact] = (),
) -> Finding:
    finding = another_held_it(
        case,
        Stretch(filler.text, filler.start, filler.end),
        _moments(claim)[0],
        holder,
        person,
        severity,
        terms,
    )
    return replace(finding, marks=_time(claim), claims=(claim.id,))


def _titled(case: Case, judged: ClaimJudgement) -> Finding | None:
    """Somebody who acts under the title of an office that was another's then.

    Only where he acts as those in office do: as the one by whom, beside bodies that could act in
    his place. People are arrested, buried and remembered under any title that they ever had.
    """
    if judged.verdict is Verdict.CONTRADICTED:
        return None
    for role in event_types()[judged.claim.type].roles:
        if role.key or not role.must_exist or "organisation" not in role.kinds:
            continue
        for filler, found in judged.linked(role.name):
            if "person" not in role.kinds:  # a treaty is made by states, and signed by people
                found = case.linker.link(filler.text, filler.head, ("person",))
            finding = _under_title(case, judged.claim, role, filler, found.entities)
            if finding is not None:
                return finding
    return None


def _under_title(
    case: Case, claim: Claim, role: Role, filler: Filler, bearers: Sequence[Entity]
) -> Finding | None:
    title, moments = title_of(filler.text), _moments(claim)
    if title is None or len(bearers) != 1 or bearers[0].kind != "person":
        return None
    if filler.nature != "name" or is_qualified(claim, filler):
        return None
    rules = role.name in _OF_POWER
    handover = _handover(case)
    found = usurped(
        case.linker.records(bearers[0]),
        title,
        moments,
        case.reference,
        handover=handover,
        rules=rules,
    )
    if found is None or not case.settings.assume_complete:
        return None
    severity = severity_of("not-in-office", Closure.ASSUMED)
    return _instead(case, claim, filler, found.holder, bearers[0], severity, (found.own,))


def _office_of(judged: ClaimJudgement) -> str | None:
    """What is one office for sure: the id of one of a single holder, or the words that name it."""
    fillers = tuple(judged.linked("office"))
    if len(fillers) != 1:
        return None
    filler, found = fillers[0]
    if not found.entities:
        return office_words(filler)
    sure = len(found.entities) == 1 and found.entities[0].holders == "single"
    return found.entities[0].id if sure else None


def _two_holders(case: Case, first: ClaimJudgement, second: ClaimJudgement) -> Iterator[Finding]:
    """Two statements of the text that give one office to two people at once."""
    verdicts = {first.verdict, second.verdict}
    people = _two_people(first, second)
    if Verdict.CONTRADICTED in verdicts or verdicts == {Verdict.SUPPORTED} or people is None:
        return
    pairs = [(a, b) for a in _moments(first.claim) for b in _moments(second.claim)]
    if not all(surely_together(a, b, _handover(case)) for a, b in pairs):
        return
    exact = all(
        len(judged.links[role][0].entities) == 1
        for judged in (first, second)
        for role in ("person", "office")
    )
    said = [
        (Stretch(filler.text, filler.start, filler.end), f"{filler.name} held it {when(time)}")
        for filler, (time, *_) in zip(
            people, map(_moments, (first.claim, second.claim)), strict=True
        )
    ]
    name = second.claim.roles["office"][0].text
    told = " and ".join(words for _, words in said)
    closure = Closure.DECLARED if exact else Closure.ASSUMED
    yield Finding(
        rule="two-holders-at-once",
        severity=severity_of("two-holders-at-once", closure),
        message=f'"{name}" has two holders at once in this text: {told}',
        place=said[1][0],
        marks=(said[0][0], *_time(first.claim), *_time(second.claim)),
        claims=(first.claim.id, second.claim.id),
        conflict=(
            *(Step(case.place(place), f"the text says: {words}") for place, words in said),
            Step("two-holders-at-once", ONE_HOLDER),
        ),
    )


def _two_people(first: ClaimJudgement, second: ClaimJudgement) -> tuple[Filler, Filler] | None:
    """The two holders if they are surely not one person under two names."""
    fillers = [tuple(judged.linked("person")) for judged in (first, second)]
    if any(len(one) != 1 for one in fillers):
        return None
    (one, one_link), (other, other_link) = fillers[0][0], fillers[1][0]
    if bool(one_link.entities) != bool(other_link.entities):
        return None
    if set(one_link.entities) & set(other_link.entities):
        return None
    titles = lexicon("naming", "titles")
    words = [{*(filler.name or "").casefold().split()} - titles for filler in (one, other)]
    named = all(words) and "description" not in (one.nature, other.nature)
    return (one, other) if named and not words[0] & words[1] else None


KIND = Kind("office", _find)
