"""Whether the reference knows all there is to know for the question that a claim asks."""

from __future__ import annotations

from collections.abc import Sequence

from bede.catalog import event_types
from bede.chronology import Answer, before, gap_days, inside, parse_edtf
from bede.claims import Claim, Filler
from bede.evidence import Completeness, Reference
from bede.judgement.identification import Identified, Links, claim_span
from bede.judgement.offices import is_partial
from bede.judgement.values import Closure

NEIGHBOURHOOD = 5 * 366
"""Days around a recorded fact within which completeness is assumed.

A convention of Bede: an expulsion or a term of office many years from the one on record is as
likely a second one as an error."""


def closure(
    claim: Claim,
    links: Links,
    identified: Sequence[Identified],
    reference: Reference,
    *,
    assume_complete: bool,
) -> Closure:
    """How far silence of the reference means no.

    Args:
        claim: the claim.
        links: what its fillers stand for.
        identified: the facts that it may mean.
        reference: the reference with its completeness statements.
        assume_complete: whether the partial completeness assumption is made.
    """
    event = event_types()[claim.type]
    if not any(one.rank == 0 or one.exact for one in identified):
        return Closure.NONE  # only a reading of the words leads there, so nothing is known in full
    if claim.repeated or any(is_partial(claim, office) for office in claim.roles.get("office", ())):
        return Closure.NONE  # a second time, or an office held for another or not in full
    if event.cardinality == "once":
        return Closure.DECLARED
    if event.cardinality == "first" and _precedes(claim, identified):
        return Closure.DECLARED
    if _names_somebody_unknown(claim, links):
        return Closure.NONE
    exact = any(one.exact for one in identified)
    people = {one.person.id for one in identified}
    statements = [
        statement
        for person in sorted(people)
        for statement in reference.completeness(person, event.name)
        if _concerns(statement, claim, links)
    ]
    recorded = {one.fact.id for one in identified}
    if any(s.complete and recorded & set(s.records) for s in statements):
        return Closure.DECLARED
    if any(not s.complete for s in statements) and not exact:
        return Closure.NONE
    trusted = event.cardinality == "few" or (event.cardinality == "pair" and exact)
    near = trusted and assume_complete and _near(claim, identified)
    return Closure.ASSUMED if near else Closure.NONE


def _names_somebody_unknown(claim: Claim, links: Links) -> bool:
    """Whether a role names somebody or something that the reference does not know.

    It may then be another happening altogether ("expelled by the Social Democrats").
    """
    key = event_types()[claim.type].key.name
    return any(
        _is_named(filler) and not one.entities
        for role, ones in links.items()
        if role != key
        for filler, one in zip(claim.roles[role], ones, strict=True)
    )


def _is_named(filler: Filler) -> bool:
    """A name, or a description with a name in it ("the French government")."""
    return filler.nature == "name" or any(
        word[:1].isupper() for word in filler.text.split()[1:] if filler.nature == "description"
    )


def _precedes(claim: Claim, identified: Sequence[Identified]) -> bool:
    """Whether the claim lies before the first time on record, which nothing can."""
    times = claim.time.readings if claim.time is not None else ()
    spans = [one.fact.span for one in identified if one.fact.span is not None]
    return bool(times and spans) and all(
        before(time, span) is Answer.YES for time in times for span in spans
    )


def _near(claim: Claim, identified: Sequence[Identified]) -> bool:
    """Whether the claim is so near a recorded fact that it can hardly be a second time."""
    times = claim.time.readings if claim.time is not None else ()
    spans = [one.fact.span for one in identified if one.fact.span is not None]
    gaps = [gap_days(time, span) for time in times for span in spans]
    return not times or (bool(gaps) and min(gaps) <= NEIGHBOURHOOD)


def _concerns(statement: Completeness, claim: Claim, links: Links) -> bool:
    """Whether a statement's narrowing conditions leave the claim in its field.

    A role that the claim does not state is an open reading, so the statement may concern it. A
    claim without a date is not known to lie in the time that a statement covers.
    """
    for role, values in statement.where.items():
        stated = {e.id for one in links.get(role, ()) for e in one.entities}
        if stated and not stated & set(values):
            return False
    if statement.where_time is None:
        return True
    span = claim_span(claim)
    return span is not None and inside(span, parse_edtf(statement.where_time)) is Answer.YES
