"""Agreement: a claim against the facts that it may mean; every reading fails, or values differ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bede.catalog import Severity, event_types
from bede.chronology import Answer, Span, parse_edtf
from bede.claims import Claim, Stretch
from bede.evidence import Fact
from bede.judgement.case import Case, Kind, severity_of, steps
from bede.judgement.dated_names import misdated_names
from bede.judgement.dates import is_finer_than_known, mixed_styles
from bede.judgement.telling import listed, record, tell, when
from bede.judgement.values import (
    Candidate,
    ClaimJudgement,
    Clash,
    Closure,
    Exclusion,
    Finding,
    Step,
    Suggestion,
    Verdict,
)
from bede.text import Modality, Timex

MOST_READINGS = 4
"""Readings told in a finding; those further away are counted, not listed."""

_PREPOSITIONS = {"by": "by", "agent": "by", "founder": "by", "place": "in"}
_ADVERBIALS = ("on ", "in ", "from ", "before ", "after ", "until ")
_WEIGHTS = (Severity.NOTE, Severity.WARNING, Severity.ERROR)
_YEAR = re.compile(r"\d{4}")


def _find(case: Case) -> Iterator[Finding]:
    for judged in case.claims.values():
        if judged.verdict is Verdict.CONTRADICTED:
            yield _contradicted(case, judged)
        elif judged.verdict is Verdict.DISPUTED:
            yield _disputed(case, judged)
        elif judged.claim.modality is Modality.ASSERTED and judged.candidates:
            yield from _mixed_up(case, judged)
            yield from _too_precise(case, judged)
    yield from misdated_names(case)


def _contradicted(case: Case, judged: ClaimJudgement) -> Finding:
    nearest = judged.deciding[0]
    clash = nearest.clashes[0]
    rule = _rule(judged.claim, clash)
    stated = [_stated(judged.claim, clash) for clash in nearest.clashes]
    message = f"{tell(nearest.fact, case.reference)}, not {' nor '.join(stated)}"
    listed_readings = [_exclusion(case, judged.claim, c) for c in judged.deciding[:MOST_READINGS]]
    further = len(judged.deciding) - MOST_READINGS
    if further > 0:
        words = "reading clashes" if further == 1 else "readings clash"
        listed_readings.append(Exclusion(f"{further} more {words}, further from the text", None))
    return Finding(
        rule=rule,
        severity=_severity(case, judged, nearest, rule),
        message=message[:1].upper() + message[1:],
        place=clash.place,
        marks=tuple(c.place for one in judged.deciding for c in one.clashes),
        claims=(judged.claim.id,),
        evidence=tuple(candidate.fact for candidate in judged.deciding),
        readings=tuple(listed_readings),
        conflict=(
            *_conflict(case, nearest, clash),
            *(Step(record(r.fact), r.says) for r in listed_readings[1:] if r.fact is not None),
        ),
        suggestion=_suggestion(judged),
    )


def _rule(claim: Claim, clash: Clash) -> str:
    """The fault by its name: the date, or what kind of thing the clashing role is."""
    if clash.part == "time":
        return "wrong-date"
    role = event_types()[claim.type].role(clash.part)
    kinds = role.kinds if role is not None else ()
    if "place" in kinds and "organisation" not in kinds:
        return "wrong-place"
    return "wrong-body" if kinds[:1] == ("organisation",) else "wrong-person"


def _severity(case: Case, judged: ClaimJudgement, nearest: Candidate, rule: str) -> Severity:
    """No more than a warning where a reader's charity could save it.

    A place near the right one may be meant for it, and somebody may be named for those who acted
    on his orders.
    """
    severity = severity_of(rule, judged.closure)
    part = nearest.clashes[0].part
    if rule == "wrong-person" and part in _PREPOSITIONS:
        return min(severity, Severity.WARNING, key=_WEIGHTS.index)
    if rule != "wrong-place":
        return severity
    stated = {e.id for _, link in judged.linked(part) for e in link.entities}
    chains = [
        {name for place in places for name in (place, *case.reference.ancestors(place))}
        for places in (stated, nearest.fact.roles.get(part, ()))
    ]
    near = bool(chains[0] & chains[1])
    return min(severity, Severity.WARNING, key=_WEIGHTS.index) if near else severity


def _stated(claim: Claim, clash: Clash) -> str:
    """What the text says, as the end of a sentence: "in 1926", "by the Politburo"."""
    if clash.part == "time" and claim.told_time is not None:
        span = _as_told(claim.told_time)
        words = when(span) if span is not None else ""
        return words if words.startswith(_ADVERBIALS) else f'"{claim.told_time.text}"'
    preposition = _PREPOSITIONS.get(clash.part)
    return f"{preposition} {clash.stated}" if preposition else clash.stated


def _as_told(time: Timex) -> Span | None:
    """The time in the count of the text: what may be Old Style stays the day that it names."""
    if time.kind == "day" and time.modifier is None and len(time.readings) > 1 and time.edtf:
        return parse_edtf(time.edtf)
    return time.readings[0] if time.readings else None


def _exclusion(case: Case, claim: Claim, candidate: Candidate) -> Exclusion:
    """Why one reading fails: what the reference says instead."""
    told = tell(candidate.fact, case.reference)
    parts = " nor ".join(_stated(claim, clash) for clash in candidate.clashes)
    return Exclusion(f"{told[:1].upper()}{told[1:]}; not {parts}", candidate.fact)


def _conflict(case: Case, nearest: Candidate, clash: Clash) -> tuple[Step, ...]:
    if clash.conflict is not None:
        return steps(clash.conflict)
    fact = nearest.fact
    told = tell(fact, case.reference)
    return (
        Step(case.place(clash.place), f'the text says "{clash.stated}"'),
        Step(record(fact), f"the reference says: {told}"),
    )


def _suggestion(judged: ClaimJudgement) -> Suggestion | None:
    """A safe correction: a bare year, which all facts meant clash with in nothing but the time."""
    time = judged.claim.told_time
    if time is None or time.modifier is not None or not _YEAR.fullmatch(time.text):
        return None
    if any([clash.part for clash in c.clashes] != ["time"] for c in judged.candidates):
        return None
    years = {year for c in judged.candidates for year in _years(c.fact)}
    if len(years) != 1 or None in years:
        return None
    return Suggestion(time.start, time.end, str(years.pop()))


def _years(fact: Fact) -> list[str | None]:
    """The years in which a fact may lie by its values on record; None where that is not certain."""
    values = [(fact.edtf, fact.span)]
    values += [(v.edtf, v.span) for v in fact.values if v.rank == "variant"]
    return [_year(edtf, span, fact.type) for edtf, span in values]


def _year(edtf: str | None, span: Span | None, event: str) -> str | None:
    if edtf is None or span is None or span.uncertain or span.approximate:
        return None
    exact = _YEAR.fullmatch(edtf[:4]) and "/" not in edtf
    return edtf[:4] if exact and event_types()[event].nature == "happening" else None


def _disputed(case: Case, judged: ClaimJudgement) -> Finding:
    candidate = judged.deciding[0]
    fact, claim = candidate.fact, judged.claim
    time = claim.told_time
    place = Stretch(time.text, time.start, time.end) if time is not None else claim.trigger
    others = [when(value.span) for value in candidate.against if value.span is not None]
    told = tell(fact, case.reference, dated=False)
    stated = _stated(claim, Clash("time", place.text, "", place))
    message = f"sources differ on when {told}: {stated} as here, or {listed(others, last='or')}"
    return Finding(
        rule="disputed-date",
        severity=severity_of("disputed-date"),
        message=message[:1].upper() + message[1:],
        place=place,
        claims=(claim.id,),
        evidence=(fact,),
    )


def _mixed_up(case: Case, judged: ClaimJudgement) -> Iterator[Finding]:
    """A date that differs from the nearest fact's as the two calendars, or two years, do."""
    claim, fact = judged.claim, judged.candidates[0].fact
    time, mix = claim.told_time, mixed_styles(claim.told_time, fact, case.reference)
    agreeing = any(one.parts.get("time") is Answer.YES for one in judged.candidates)
    if time is None or mix is None or agreeing or fact.confidence == "weak":
        return
    place = Stretch(time.text, time.start, time.end)
    side = "later" if mix.later else "earlier"
    reason = f"by the {mix.days} days between the Julian and the Gregorian calendar"
    if mix.region:
        reason = f"by the year, as where it began on another day than 1 January ({mix.region})"
    told = tell(fact, case.reference)
    yield Finding(
        rule="calendar-mix-up",
        severity=severity_of("calendar-mix-up"),
        message=f'{told[:1].upper()}{told[1:]}; "{time.text}" is {side} {reason}',
        place=place,
        claims=(claim.id,),
        evidence=(fact,),
        conflict=(
            Step(case.place(place), f'the text says "{time.text}"'),
            Step(record(fact), f"the reference says: {told}"),
            Step("calendar-mix-up", f"the two are apart {reason}, and may be one day"),
        ),
    )


def _too_precise(case: Case, judged: ClaimJudgement) -> Iterator[Finding]:
    """A day where the one fact that is meant is known no more closely than about a year."""
    claim, candidate, time = judged.claim, judged.candidates[0], judged.claim.told_time
    sure = len(judged.candidates) == 1 and judged.closure is Closure.DECLARED
    width = case.parameter("false-precision", "width")
    if time is None or not sure or candidate.clashes:
        return
    if not is_finer_than_known(claim, candidate.fact, width=width):
        return
    yield Finding(
        rule="false-precision",
        severity=severity_of("false-precision"),
        message=(
            f"The text gives a day, {time.text}; the reference knows no more than that "
            f"{tell(candidate.fact, case.reference)}"
        ),
        place=Stretch(time.text, time.start, time.end),
        claims=(claim.id,),
        evidence=(candidate.fact,),
    )


KIND = Kind("agreement", _find)
