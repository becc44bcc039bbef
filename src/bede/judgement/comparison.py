"""Comparing a claim with one fact, part by part; each part answers yes, no or unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bede.chronology import Answer, Span, all_of, allowance, any_of, covers, gap_days, inside
from bede.claims import Claim
from bede.evidence import Entity, Fact, Reference
from bede.judgement.network import Conflict, Network, Origin, no_earlier, no_later, span_constraints
from bede.judgement.telling import dating, record, tell


def compare_spans(stated: Span, recorded: Span, *, state: bool) -> Answer:
    """Whether a time in a text agrees with the time of a fact.

    For a happening the fact must lie inside what the text says. For a state the time stated must
    lie inside the fact; a stated begin and end are compared each for itself.

    Args:
        stated: the time in the text.
        recorded: the time of the fact.
        state: whether the fact is a state.
    """
    if not state:
        return inside(recorded, stated)
    if not stated.is_interval:
        return covers(recorded, stated)
    ends = []
    for ours, theirs in zip(_ends(stated), _ends(recorded), strict=True):
        if ours is not None and theirs is not None:
            ends.append(inside(theirs, ours))
    answer = all_of(ends) if ends else Answer.UNKNOWN
    if answer is Answer.NO and covers(recorded, stated) is not Answer.NO:
        return Answer.UNKNOWN  # part of a longer state: less than the whole, but not wrong
    return answer


def _ends(span: Span) -> tuple[Span | None, Span | None]:
    begin, end = (
        None
        if first is None or last is None
        else Span.within(first, last, approximate=span.approximate)
        for first, last in (
            (span.earliest_begin, span.latest_begin),
            (span.earliest_end, span.latest_end),
        )
    )
    return begin, end


def end_of(span: Span, at: str) -> Span:
    """The begin or the end of a state as a stretch of its own; all of it if neither is meant."""
    if not at:
        return span
    ends = (span.earliest_begin, span.latest_begin), (span.earliest_end, span.latest_end)
    first, last = ends[at == "end"]
    return Span.within(first, last, approximate=span.approximate, uncertain=span.uncertain)


def compare_time(claim: Claim, spans: Iterable[Span], *, state: bool) -> Answer:
    """The best answer over the readings of the claim's date and over several recorded spans."""
    if claim.told_time is None or not claim.told_time.readings:
        return Answer.UNKNOWN
    answers = {
        compare_spans(reading, span, state=state)
        for reading in claim.told_time.readings
        for span in spans
    }
    return any_of(answers) if answers else Answer.UNKNOWN


def time_conflict(
    claim: Claim, fact: Fact, reference: Reference, place: str, *, state: bool
) -> Conflict | None:
    """Why the claim's date and the fact's cannot both hold, as steps of the network.

    Args:
        claim: a dated claim.
        fact: a fact with a span.
        reference: where its sources are.
        place: where the claim stands, for the explanation.
        state: whether the fact is a state that held, rather than a happening.
    """
    if claim.told_time is None or not claim.told_time.readings or fact.span is None:
        return None
    says = f'the text says "{claim.told_time.text}"'
    text = Origin(kind="text", says=says, reference=place)
    said = Origin(
        kind="fact",
        says=f"the reference says: {tell(fact, reference, dated=False)} {dating(fact)}",
        reference=record(fact),
    )
    stated = claim.told_time.readings[0].widened(allowance(claim.told_time.readings[0]))
    recorded = fact.span.widened(allowance(fact.span))
    begin, end = f"{fact.id}:begin", f"{fact.id}:end"
    network = Network()
    network.add(*span_constraints(begin, end, recorded, said))
    first, last = stated.hull
    bounds = [no_earlier(end if state else begin, first, text)] if first is not None else []
    bounds += [no_later(begin if state else end, last, text)] if last is not None else []
    return network.conflict_with(bounds)


def compare_entities(stated: Entity, recorded: Entity, reference: Reference) -> Answer:
    """Whether two fillers of one role can be the same, or one act for the other.

    A whole may be named for its part ("the party" for its Central Committee): yes. A part named
    where the reference has the whole, a body beside a person who may act through it, bodies of
    unlike kind: unknown. Places clash only when they are known to be apart.
    """
    if stated.id == recorded.id or stated.id in reference.ancestors(recorded.id):
        return Answer.YES
    if recorded.id in reference.ancestors(stated.id) or stated.kind != recorded.kind:
        return Answer.UNKNOWN
    if stated.kind == "place":
        return _apart(stated, recorded, reference).negate()
    if stated.kind == "organisation":
        states = "state" in (stated.subkind, recorded.subkind)
        kin = set(reference.ancestors(stated.id)) & set(reference.ancestors(recorded.id))
        sisters = bool(kin) or stated.subkind == recorded.subkind
        return Answer.UNKNOWN if states or not sisters else Answer.NO
    return Answer.NO


def _apart(one: Entity, other: Entity, reference: Reference) -> Answer:
    """Whether two places, neither of which is known to contain the other, share no ground."""
    if one.subkind is not None and one.subkind == other.subkind:
        return Answer.YES
    chains = [{place.id, *reference.ancestors(place.id)} for place in (one, other)]
    countries = [_countries(chain, reference) for chain in chains]
    known = all(len(found) == 1 for found in countries) and not chains[0] & chains[1]
    return Answer.YES if known else Answer.UNKNOWN


def _countries(chain: Iterable[str], reference: Reference) -> set[str]:
    """The countries of a place; a state of the past among them leaves the border unsure."""
    found = set()
    for place in chain:
        entity = reference.entity(place)
        if entity.subkind in ("country", "state"):
            found |= {place, f"{place} as a state"} if entity.kind != "place" else {place}
    return found


def compare_role(stated: Sequence[Entity], fact: Fact, role: str, reference: Reference) -> Answer:
    """Compare one filler with the fillers of a fact's role.

    Args:
        stated: what the filler may stand for; empty if it could not be linked.
        fact: the fact.
        role: the role of the fact.
        reference: where the fact's fillers are.

    Returns:
        yes if it agrees with one of the fact's, no if it cannot be any of them or is recorded as
        wrong, else unknown; unknown if the fact does not have the role.
    """
    recorded = list(fact.roles.get(role, ()))
    wrong: set[str] = set()
    for value in fact.values:
        others = value.roles.get(role, ()) if value.roles is not None else ()
        if value.rank == "rejected":
            wrong |= set(others)
        else:
            recorded += others
    if not stated:
        return Answer.UNKNOWN
    if all(candidate.id in wrong for candidate in stated):
        return Answer.NO
    answers = {
        compare_entities(candidate, reference.entity(entity), reference)
        for candidate in stated
        for entity in recorded
    }
    return any_of(answers) if answers else Answer.UNKNOWN


def distance(
    claim: Claim, fact: Fact, parts: Iterable[Answer], *, reading: int, depth: int
) -> tuple[int, ...]:
    """How far a fact is from a claim, for ranking; the nearest has the smallest value.

    Fewer clashes come first; then the more usual reading of the words and the better attested
    fact; then what agrees in more parts; then the wider body, since "expelled" alone means from
    the widest; then the nearer date.

    Args:
        claim: the claim.
        fact: the fact.
        parts: the answers of its parts.
        reading: 0 for the claim's own type, then as the event type lists its readings.
        depth: how deep the fact's body lies inside others.
    """
    answers = list(parts)
    gap = 0
    if claim.told_time is not None and claim.told_time.readings and fact.span is not None:
        gap = min(gap_days(stated, fact.span) for stated in claim.told_time.readings)
    doubt = max(reading, ("high", "medium", "weak").index(fact.confidence))
    return (answers.count(Answer.NO), doubt, -answers.count(Answer.YES), reading, depth, gap)
