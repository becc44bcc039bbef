"""Whether somebody bore the title under which a text has him act."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from bede.catalog import Severity, lexicon
from bede.chronology import Answer, Span, after, before, gap_days
from bede.claims import Stretch
from bede.claims.titled import Titled, titled_names
from bede.evidence import Entity, Fact, Reference
from bede.judgement.case import Case, severity_of
from bede.judgement.lifetimes import spans_of
from bede.judgement.offices import bears_title, holder_then, told_then
from bede.judgement.telling import record, tell, when
from bede.judgement.values import Closure, Finding, Step

_WITHIN_A_LIFE = 25 * 366
"""Days between a term and an act under its title; further away somebody else of that name is as
likely meant. A convention of Bede."""

ONE_HOLDER = "an office of one holder has one holder at a time"


@dataclass(frozen=True, slots=True)
class Usurped:
    """A title that was another's.

    Attributes:
        holder: the term of him who bore it then.
        own: the nearest term of the person named.
    """

    holder: Fact
    own: Fact


def usurped(
    people: Sequence[str],
    title: str,
    moments: Sequence[Span],
    reference: Reference,
    *,
    handover: int,
    rules: bool,
) -> Usurped | None:
    """Who bore a title at a time, if it surely was not this person.

    Args:
        people: the ids of all records of him who is named under the title.
        title: the title, in small letters.
        moments: the readings of the time.
        reference: where the terms are.
        handover: days by which dates of entering and leaving may be taken for one another.
        rules: whether the person does what only people in office do, or is described by the
            office; else the title may be kept for life out of courtesy.

    Returns:
        None if the person may have borne it, or if nobody else surely did.
    """
    own = [
        fact
        for person in people
        for fact in reference.facts(person, types=("tenure",), role="person")
    ]
    terms = [
        fact
        for fact in own
        if any(bears_title(reference.entity(id), title) for id in fact.roles.get("office", ()))
    ]
    if not terms or any(fact.confidence == "weak" for fact in terms):
        return None
    if any(may_hold(fact, moments, handover) for fact in terms):
        return None
    near = [fact for fact in terms if _gap(fact, moments) <= _WITHIN_A_LIFE]
    past = any(after(moments[0], span) is Answer.YES for f in terms for span in spans_of(f))
    if not near or (past and not rules and title in lexicon("offices", "courtesy")):
        return None
    nearest = min(near, key=lambda fact: (_gap(fact, moments), fact.id))
    office = reference.entity(nearest.roles["office"][0])
    holder = _other_holder(office, people, moments, reference, handover)
    return Usurped(holder, nearest) if holder is not None else None


def _other_holder(
    office: Entity,
    people: Sequence[str],
    moments: Sequence[Span],
    reference: Reference,
    handover: int,
) -> Fact | None:
    """Who held an office at a time, rather than a person who surely did not.

    He who surely held it for all of the time goes before those who did for some of it.
    """
    sure = holder_then(office, moments, reference, handover=handover, but=people)
    if sure is not None or office.holders != "single":
        return sure
    found = [
        fact
        for fact in reference.facts(office.id, types=("tenure",), role="office")
        if fact.confidence != "weak" and spans_of(fact) and may_hold(fact, moments, 0)
    ]
    if any(set(people) & set(fact.roles.get("person", ())) for fact in found):
        return None
    return found[0] if found else None


def another_held_it(
    case: Case,
    place: Stretch,
    moment: Span,
    holder: Fact,
    person: Entity,
    severity: Severity,
    terms: Sequence[Fact] = (),
) -> Finding:
    """The finding that an office was another's.

    Args:
        case: the document.
        place: the words for the person.
        moment: when it was.
        holder: the term of him who held it.
        person: who is named.
        severity: of the finding.
        terms: those of the person himself, as far as they are told.
    """
    told = told_then(holder, case.reference, moment)
    held = "".join(f"; {tell(fact, case.reference)}" for fact in terms[:1])
    said = f'the text has "{place.text}" in the office {when(moment)}'
    return Finding(
        rule="not-in-office",
        severity=severity,
        message=f"{told[:1].upper()}{told[1:]}, not {person.label}{held}",
        place=place,
        evidence=(holder, *terms),
        conflict=(
            Step(case.place(place), said),
            *(
                Step(record(fact), f"the reference says: {tell(fact, case.reference)}")
                for fact in (holder, *terms)
            ),
            Step("not-in-office", ONE_HOLDER),
        ),
    )


def misplaced_titles(case: Case, accused: Collection[str], *, handover: int) -> Iterator[Finding]:
    """Findings on names under titles anywhere in a dated clause, beside those of claims.

    Args:
        case: the document.
        accused: ids of claims that were told already.
        handover: days, as in `usurped`.
    """
    told = [case.claims[one].claim.sentence for one in sorted(accused)]
    for sentence in case.linker.sentences:
        if any(sentence.start <= one.start < sentence.end for one in told):
            continue
        for one in titled_names(sentence):
            finding = _misplaced(case, one, handover)
            if finding is not None:
                yield finding


def _misplaced(case: Case, one: Titled, handover: int) -> Finding | None:
    tokens = one.sentence.tokens
    text = case.document.text
    start, end = tokens[one.first].start, tokens[one.last].end
    words = " ".join(text[start:end].split())
    name = " ".join(text[tokens[one.name].start : end].split())
    found: tuple[Entity, ...] = ()
    for phrase in (words, name):  # "Pope Pius V" may be known under his title
        found = found or case.linker.link(phrase, tokens[one.last].text, ("person",)).entities
    verb = tokens[one.verb].lemma
    rules = one.described or (one.acts and verb in lexicon("offices", "power"))
    judged = [
        usurped(
            case.linker.records(person),
            one.title,
            one.time.readings,
            case.reference,
            handover=handover,
            rules=rules,
        )
        for person in found
    ]
    sure = [known for known in judged if known is not None]
    if not sure or len(sure) != len(judged):
        return None
    severity = severity_of("not-in-office", Closure.ASSUMED)
    place = Stretch(words, start, end)
    moment = one.time.readings[0]
    finding = another_held_it(
        case, place, moment, sure[0].holder, found[0], severity, (sure[0].own,)
    )
    return replace(finding, marks=(Stretch(one.time.text, one.time.start, one.time.end),))


def may_hold(term: Fact, moments: Sequence[Span], slack: int) -> bool:
    """Whether somebody may have held the office at the time, give or take some days."""
    return not spans_of(term) or any(
        Answer.YES not in (before(moment, span), after(moment, span))
        for moment in moments
        for span in (one.widened(slack) for one in spans_of(term))
    )


def _gap(term: Fact, moments: Sequence[Span]) -> int:
    return min(gap_days(moment, span) for moment in moments for span in spans_of(term))
