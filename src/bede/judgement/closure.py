"""Whether the reference knows all there is to know for the question that a claim asks."""

from __future__ import annotations

from collections.abc import Sequence

from bede.catalog import event_types
from bede.chronology import Answer, before, gap_days, inside, parse_edtf
from bede.claims import Claim, Filler
from bede.evidence import Completeness, Reference
from bede.judgement.identification import Identified, Links, claim_span
from bede.judgement.offices import is_partial
from bede.judgement.values import Closed, Closure

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
) -> Closed:
    """How far silence of the reference means no, and why.

    Args:
        claim: the claim.
        links: what its fillers stand for.
        identified: the facts that it may mean.
        reference: the reference with its completeness statements.
        assume_complete: whether the partial completeness assumption is made.
    """
    event = event_types()[claim.type]
    barred = _barred(claim, identified)
    if barred is not None:
        return Closed(Closure.NONE, barred)
    if event.cardinality == "once":
        return Closed(Closure.DECLARED, f"such a thing happens only once ({event.gloss})")
    if event.cardinality == "first" and _precedes(claim, identified):
        return Closed(Closure.DECLARED, "the text puts it before the first time on record")
    stranger = _stranger(claim, links)
    if stranger is not None:
        because = f'"{stranger.text}" is not known, so it may be another happening altogether'
        return Closed(Closure.NONE, because)
    people = {one.person.id for one in identified}
    statements = [
        statement
        for person in sorted(people)
        for statement in reference.completeness(person, event.name)
        if _concerns(statement, claim, links)
    ]
    recorded = {one.fact.id for one in identified}
    whole = tuple(s for s in statements if s.complete and recorded & set(s.records))
    if whole:
        return Closed(Closure.DECLARED, "it declares so itself", whole)
    partial = tuple(s for s in statements if not s.complete)
    exact = any(one.exact for one in identified)
    if partial and not exact:
        return Closed(Closure.NONE, "the reference says itself that there are more", partial)
    return _assumed(claim, identified, exact=exact, assume_complete=assume_complete)


def _barred(claim: Claim, identified: Sequence[Identified]) -> str | None:
    """Why nothing can be known in full for a claim, whatever the reference declares."""
    if not any(one.rank == 0 or one.exact or one.reading.same for one in identified):
        return "the words may mean these facts, but there is none of the very kind they name"
    if claim.repeated:
        return "the text says that it happened again"
    if any(is_partial(claim, office) for office in claim.roles.get("office", ())):
        return "the office was held for another, or not in full"
    return None


def _assumed(
    claim: Claim, identified: Sequence[Identified], *, exact: bool, assume_complete: bool
) -> Closed:
    """Whether who records one such fact of somebody is trusted to record all (Galárraga 2013)."""
    event = event_types()[claim.type]
    if event.cardinality in ("many", "first"):
        because = "such things happen more than once, and the reference may have only some of them"
        return Closed(Closure.NONE, because)
    if not assume_complete:
        because = "it does not declare that it has them all, and nothing was to be assumed"
        return Closed(Closure.NONE, because)
    years = NEIGHBOURHOOD // 366
    if (event.cardinality == "few" or exact) and _near(claim, identified):
        because = (
            "a reference that records one such fact of somebody is taken to record all that lie "
            f"within {years} years of it"
        )
        return Closed(Closure.ASSUMED, because)
    far = f"the text is more than {years} years from what is on record"
    if event.cardinality == "pair" and not exact:
        far = "the text does not name the very same body or place"
    return Closed(Closure.NONE, f"it does not declare that it has them all, and {far}")


def _stranger(claim: Claim, links: Links) -> Filler | None:
    """Somebody or something named in the text whom the reference does not know.

    It may then be another happening altogether ("expelled by the Social Democrats").
    """
    key = event_types()[claim.type].key.name
    unknown = (
        filler
        for role, ones in links.items()
        if role != key
        for filler, one in zip(claim.roles[role], ones, strict=True)
        if _is_named(filler) and not one.entities
    )
    return next(unknown, None)


def _is_named(filler: Filler) -> bool:
    """A name, or a description with a name in it ("the French government")."""
    return filler.nature == "name" or any(
        word[:1].isupper() for word in filler.text.split()[1:] if filler.nature == "description"
    )


def _precedes(claim: Claim, identified: Sequence[Identified]) -> bool:
    """Whether the claim lies before the first time on record, which nothing can."""
    times = claim.told_time.readings if claim.told_time is not None else ()
    spans = [one.fact.span for one in identified if one.fact.span is not None]
    return bool(times and spans) and all(
        before(time, span) is Answer.YES for time in times for span in spans
    )


def _near(claim: Claim, identified: Sequence[Identified]) -> bool:
    """Whether the claim is so near a recorded fact that it can hardly be a second time."""
    times = claim.told_time.readings if claim.told_time is not None else ()
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
