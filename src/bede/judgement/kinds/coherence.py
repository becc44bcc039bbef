"""Coherence: what cannot all be true together, statement by statement and with the reference.

Everything that the text states of the times of its happenings goes into one chronological network
with the lives on record. If it cannot all be true, the fewest statements are given up so that the
rest can; each of them is told with the conflict that it makes with the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bede.catalog import Severity, rules
from bede.chronology import Span, describe
from bede.claims import Claim
from bede.judgement.aloud import left_over, long_time, read_aloud, sayings, years_of
from bede.judgement.case import Case, Kind, severity_of
from bede.judgement.constraints import (
    DocumentNetwork,
    Nature,
    Stated,
    document_network,
    named,
)
from bede.judgement.constraints.laws import BEGINNINGS, ENDINGS
from bede.judgement.network import Bound, Conflict, Network, Refusal, Statement, smallest_repair
from bede.judgement.values import Exclusion, Finding

_LIFETIMES = frozenset({BEGINNINGS, ENDINGS})
_LAWS = ("impossible-parentage", "impossible-age", "impossible-lifespan")
_ACCUSING = frozenset({"agreement", "existence", "office"})
"""The kinds whose findings say that something is wrong with a claim itself."""

_MEASURES = {
    Nature.AGE: "age-mismatch",
    Nature.LASTED: "duration-mismatch",
    Nature.DISTANCE: "distance-mismatch",
}


@dataclass(frozen=True, slots=True)
class _Fault:
    """One statement given up, with what it clashes with.

    Attributes:
        rule: the fault by its name.
        stated: the statement.
        conflict: the conflict of its likeliest reading with the rest.
        involved: all statements in that conflict, in the order of the text.
    """

    rule: str
    stated: Stated
    conflict: Conflict
    involved: tuple[Stated, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that take part, in the order of the text."""
        claims = {claim.id: claim for one in self.involved for claim in one.claims}
        return tuple(sorted(claims.values(), key=lambda claim: claim.trigger.start))


def _find(case: Case) -> Iterator[Finding]:
    accused = {
        claim
        for finding in case.found
        if rules()[finding.rule].kind in _ACCUSING and finding.severity is not Severity.NOTE
        for claim in finding.claims
    }
    network = document_network(case, accused)
    by_key = {one.key: one for one in network.statements}
    repair = smallest_repair(
        network.base,
        [Statement(one.key, one.alternatives, one.weight) for one in network.statements],
    )
    with network.base.trial() as kept:
        for key, chosen in sorted(repair.chosen.items()):
            kept.add(*by_key[key].alternatives[chosen])
        findings = [
            _finding(network, kept, fault, refusal)
            for refusal in repair.refusals
            if (fault := _fault(refusal, by_key[refusal.statement.key], network)) is not None
        ]
    yield from _once(findings)


def _once(findings: list[Finding]) -> list[Finding]:
    """A length that stands beside its dates may also be told of a claim; one finding is enough."""
    weights = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    kept: list[Finding] = []
    for finding in sorted(findings, key=lambda f: (weights.index(f.severity), -len(f.claims))):
        first, last = finding.place.start, finding.place.end
        if not any(
            f.rule == finding.rule and f.place.start < last and first < f.place.end for f in kept
        ):
            kept.append(finding)
    return kept


def _fault(refusal: Refusal, stated: Stated, network: DocumentNetwork) -> _Fault | None:
    conflict = refusal.conflicts[0]
    involved = tuple(network.statements_of(conflict.steps))
    rule = _rule(conflict, involved)
    if rule is None or _rests_on_a_pronoun(conflict, involved):
        return None
    return _Fault(rule, stated, conflict, involved)


def _rests_on_a_pronoun(conflict: Conflict, involved: tuple[Stated, ...]) -> bool:
    """Whether somebody acts out of a lifetime only if a pronoun means that person.

    Then it more likely means another: "two years after the death of Lenin he lost his seat".
    """
    spoken = {
        step
        for one in involved
        if one.by_pronoun
        for reading in one.alternatives
        for step in reading
        if step.origin.reference in _LIFETIMES
    }
    return any(step in spoken for step in conflict.steps)


def _rule(conflict: Conflict, involved: tuple[Stated, ...]) -> str | None:
    """The fault by its name; None for what another kind judges, one claim against the reference."""
    natures = {one.nature for one in involved}
    claims = {claim.id for one in involved for claim in one.claims}
    people = {one.subject for one in involved if one.nature is Nature.SHARE}
    recorded = any(step.origin.kind == "fact" for step in conflict.steps)
    if natures == {Nature.SHARE} and len(claims) == 1 and len(people) > 1 and recorded:
        return "never-contemporaries"
    laws = {step.origin.reference for step in conflict.steps if step.origin.kind == "rule"}
    for law in _LAWS:
        if law in laws:
            return "impossible-duration" if Nature.LASTED in natures else law
    for nature, rule in _MEASURES.items():
        if nature in natures:
            return rule
    if not recorded:
        return "contradicts-itself"
    return "contradicts-record" if len(claims) > 1 or Nature.ORDER in natures else None


def _finding(network: DocumentNetwork, kept: Network, fault: _Fault, refusal: Refusal) -> Finding:
    marks = [one.place for one in fault.involved if one.key != fault.stated.key]
    origins = dict.fromkeys(step.origin.reference for step in fault.conflict.steps)
    evidence = [network.facts[name] for name in origins if name in network.facts]
    return Finding(
        rule=fault.rule,
        severity=_severity(fault, network),
        message=_message(fault, network),
        place=fault.stated.place,
        marks=tuple(dict.fromkeys(marks)),
        claims=tuple(claim.id for claim in fault.claims),
        evidence=tuple(evidence),
        readings=(*_excluded(refusal), *_fitting(network, kept, fault.stated)),
        conflict=read_aloud(fault.conflict),
    )


def _severity(fault: _Fault, network: DocumentNetwork) -> Severity:
    """One step down where another person of the name could save the text."""
    severity = severity_of(fault.rule)
    subjects = {one.subject for one in fault.involved if one.subject}
    unknown = {p.name for p in network.parties.values() if p.entity is None} & subjects
    apart = len({claim.sentence.start for claim in fault.claims}) > 1
    unsure = not all(one.sure for one in (fault.stated, *fault.involved))
    twice = any(len(_names(name, fault, network)) > 1 for name in unknown)
    if severity is Severity.ERROR and (unsure or (unknown and apart) or twice):
        return Severity.WARNING
    return severity


def _names(subject: str, fault: _Fault, network: DocumentNetwork) -> set[int]:
    """Where the claims name somebody; who goes on with one subject or a pronoun names it once."""
    claims, words = {claim.id for claim in fault.claims}, set(subject.split())
    return {
        one.place.start
        for one in network.statements
        if one.nature is Nature.SHARE
        and one.subject == subject
        and claims & {claim.id for claim in one.claims}
        if words & set(one.place.text.split())
    }


def _message(fault: _Fault, network: DocumentNetwork) -> str:
    measured = next((one for one in fault.involved if one.nature in _MEASURES), fault.stated)
    own = [step for reading in measured.alternatives for step in reading]
    rest = left_over(fault.conflict, own)
    facts = sayings(fault.conflict, "fact")
    if fault.rule in _MEASURES.values() and fault.stated.nature is Nature.DATE:
        return _misdated(fault, facts)
    match fault.rule:
        case "age-mismatch" if rest is not None:
            days, most = rest
            years = f"at {'most' if most else 'least'} {years_of(days)}"
            what = f"{measured.subject} was {years} at {named(measured.claims[0])}"
            return _sentence(f'{what} by the other dates, not "{measured.place.text}"', facts)
        case "duration-mismatch" | "distance-mismatch" if rest is not None:
            days, most = rest
            bound = f"at {'most' if most else 'least'} {long_time(days)}"
            return _sentence(
                f'by the other dates it was {bound}, not "{measured.place.text}"', facts
            )
        case "never-contemporaries":
            told = " and ".join(facts)
            return _sentence(f"{told}: they cannot both take part in {named(fault.claims[0])}")
        case (
            "impossible-age"
            | "impossible-parentage"
            | "impossible-duration"
            | "impossible-lifespan"
        ):
            return _sentence(_unlawful(fault, network), facts)
        case "contradicts-record":
            return _sentence(f"{' and '.join(facts)}; the text {_statements(fault)}")
        case _:
            return _sentence(f"the text contradicts itself: it {_statements(fault)}")


def _unlawful(fault: _Fault, network: DocumentNetwork) -> str:
    """How old somebody would have been, and the law that nobody is."""
    law = next(step for step in fault.conflict.steps if step.origin.reference in _LAWS)
    rest = fault.conflict.slack - law.at_most
    lives = network.parties.values()
    names = {point: p.name for p in lives for point in (p.life.begin, p.life.end)}
    one, other = names.get(law.start), names.get(law.end)
    if law.at_most < 0:  # "so long after at least" is written from the later point to the earlier
        one, other = other, one
    told = law.origin.says.rsplit(", and ", 1)[-1]
    years = f"{years_of(abs(rest))} years old"
    aged = f"was at {'most' if law.at_most < 0 else 'least'} {years}"
    if law.at_most < 0 and rest < 0:
        aged = "was not yet born"
    deed = next((s for s in fault.involved if any(law in r for r in s.alternatives)), fault.stated)
    if fault.rule == "impossible-age" and one:
        return f"{one} {aged} at {named(deed.claims[0])}; {told}"
    if fault.rule == "impossible-lifespan" and one:
        law_told = told.removesuffix(f" ({one})")
        return f"{one} would have lived for at least {long_time(-rest)}; {law_told}"
    if fault.rule == "impossible-parentage" and one and other:
        if law.start in {party.life.end for party in lives}:
            aged = f"had been dead for at least {long_time(-rest)}"
        return f"{one} {aged} when {other} was born; {told}"
    words = _statements(fault)
    return f"{law.origin.says}{f'; but the text {words}' if words else ''}"


def _misdated(fault: _Fault, facts: list[str]) -> str:
    """A date that clashes with a length or an age, and is given up for it."""
    claim, own = fault.stated.claims[0], fault.stated.place.text
    told = [s for s in sayings(fault.conflict, "text") if not s.endswith(f'"{own}"')]
    rest = f", but {' and '.join(told)}" if told else ""
    return _sentence(f'the text dates {named(claim)} "{own}"{rest}', facts)


def _statements(fault: _Fault) -> str:
    """What the text says; that it means a fact on record is told by the fact."""
    meant = {
        step.origin.says
        for one in fault.involved
        if one.nature is Nature.MEANT
        for reading in one.alternatives
        for step in reading
    }
    return " and ".join(one for one in sayings(fault.conflict, "text") if one not in meant)


def _sentence(words: str, facts: list[str] | None = None) -> str:
    if facts:
        words = f"{words}: {' and '.join(facts)}"
    return words[:1].upper() + words[1:]


def _excluded(refusal: Refusal) -> Iterator[Exclusion]:
    """One line for each further reading that fails for another reason."""
    reasons = [(*sayings(c, "fact"), *sayings(c, "text")) for c in refusal.conflicts]
    for reason in dict.fromkeys(reasons[1:]):
        if reason != reasons[0]:
            yield Exclusion(f"read otherwise it fails too: {' and '.join(reason)}", None)


def _fitting(network: DocumentNetwork, kept: Network, stated: Stated) -> Iterator[Exclusion]:
    """When a misdated claim could have been, if all else holds."""
    if stated.nature is not Nature.DATE:
        return
    claim = stated.claims[0]
    extent = network.extents[claim.id]
    first, last = _told(kept.earliest(extent.begin)), _told(kept.latest(extent.end))
    if last is None:
        return
    when = describe(Span.within(first, last))
    yield Exclusion(f"{named(claim)} would fit {when}, if all else is right", None)


def _told(bound: Bound) -> int | None:
    """A bound that somebody states; one that only says how long people live is of no use."""
    laws = {step.origin.reference for step in bound.because}
    return None if laws & set(_LAWS) else bound.day


KIND = Kind("coherence", _find, last=True)
