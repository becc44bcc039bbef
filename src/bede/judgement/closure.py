"""Whether the reference knows all there is to know for the question that a claim asks."""

from __future__ import annotations

from collections.abc import Sequence

from bede.catalog import event_types
from bede.chronology import Answer, inside, parse_edtf
from bede.claims import Claim
from bede.evidence import Completeness, Reference
from bede.judgement.identification import Identified, Links, claim_span
from bede.judgement.values import Closure


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
    if event.cardinality == "once":
        return Closure.DECLARED
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
    return Closure.ASSUMED if trusted and assume_complete else Closure.NONE


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
