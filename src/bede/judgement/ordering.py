"""What the reference says of an order that the text states between two of its claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bede.chronology import Answer, Span, any_of, before, covers
from bede.claims import Claim, Order, Relation
from bede.evidence import Fact
from bede.judgement.values import (
    Candidate,
    ClaimJudgement,
    Closure,
    RelationJudgement,
    Verdict,
)
from bede.text import Modality


def judge_relation(relation: Relation, judged: Mapping[str, ClaimJudgement]) -> RelationJudgement:
    """Judge one order word by the facts that its two claims may mean.

    The order holds if some pair of facts keeps it: each claim counts with the facts that it
    agrees with, or, where a wrong date or body leaves none, with those nearest to it. So an exile
    may well follow an expulsion whose year the text has wrong.

    Args:
        relation: the order.
        judged: claim id -> judgement.
    """
    source, target = judged[relation.source], judged[relation.target]
    if Modality.ASSERTED not in (source.claim.modality, target.claim.modality):
        return RelationJudgement(relation, Verdict.SKIPPED, "neither side is asserted")
    if relation.others:
        return RelationJudgement(relation, Verdict.OPEN, "it may count from several things")
    if stated_order(relation, source.claim, target.claim) is Answer.NO:
        reason = "the text itself dates the two otherwise"
        return RelationJudgement(relation, Verdict.CONTRADICTED, reason)
    later = _meant(target)
    shared = {candidate.fact.id for candidate in later}
    pairs = [
        (one.fact, other.fact)
        for one in _meant(source)
        for other in later
        if one.fact.id not in shared and one.fact.span and other.fact.span
    ]
    answers = [(_answer(relation.order, one, other), (one, other)) for one, other in pairs]
    agreeing = [pair for answer, pair in answers if answer is Answer.YES]
    if agreeing:
        holding = tuple(dict.fromkeys(one.id for one, _ in agreeing))
        return RelationJudgement(relation, Verdict.SUPPORTED, "", agreeing[0], holding)
    known = Closure.NONE not in (source.closure, target.closure)
    strong = all(fact.confidence != "weak" for pair in pairs for fact in pair)
    if answers and any_of(answer for answer, _ in answers) is Answer.NO and known and strong:
        return RelationJudgement(relation, Verdict.CONTRADICTED, "", answers[0][1])
    reason = (
        "the reference does not date both" if not pairs else "the dates on record leave it open"
    )
    return RelationJudgement(relation, Verdict.OPEN, reason)


def _meant(judged: ClaimJudgement) -> Sequence[Candidate]:
    """The facts that stand for a claim: those that do not clash, else all, nearest first.

    Facts of other types, which the words may also mean, count only if there are none of its own.
    """
    fitting = [c for c in judged.candidates if not c.clashes] or judged.candidates
    return [c for c in fitting if c.fact.type == judged.claim.type] or fitting


def _answer(order: Order, one: Fact, other: Fact) -> Answer:
    if one.span is None or other.span is None:
        return Answer.UNKNOWN
    return compare_order(order, one.span, other.span)


def compare_order(order: Order, one: Span, other: Span) -> Answer:
    """Whether `one` stands to `other` as an order word says; both are taken by their beginning.

    What lasts is before or after something else by when it began ("lived in Turkey before he
    settled in Mexico"). What went on at one time, and what had happened when something else did,
    is not compared here: it takes the ends of both.
    """
    if order in (Order.WHILE, Order.BY):
        return Answer.UNKNOWN
    first, second = _beginning(one), _beginning(other)
    if order is Order.DURING:
        return covers(other, first)
    if order in (Order.BEFORE, Order.UNTIL):
        return before(first, second)
    return before(second, first)


def _beginning(span: Span) -> Span:
    last = span.latest_begin if span.latest_begin is not None else span.latest_end
    return Span.within(span.earliest_begin, last, approximate=span.approximate)


def with_order(judged: ClaimJudgement, relations: Sequence[RelationJudgement]) -> ClaimJudgement:
    """A claim that states nothing but an order is supported when that order is.

    Args:
        judged: the judgement of the claim on its own.
        relations: the judged relations of which the claim is the source.
    """
    supported = [one for one in relations if one.verdict is Verdict.SUPPORTED and one.pair]
    if not supported or judged.claim.modality is not Modality.ASSERTED or judged.claim.degree:
        return judged
    parts = {**judged.parts, "order": Answer.YES}
    facts = set(supported[0].holding).intersection(*(one.holding for one in supported))
    if judged.verdict is Verdict.SUPPORTED:
        kept = tuple(c for c in judged.deciding if c.fact.id in facts)
        return replace(judged, parts=parts, deciding=kept or judged.deciding)
    if judged.verdict is not Verdict.OPEN or any(c.clashes for c in judged.candidates[:1]):
        return judged
    deciding = tuple(c for c in judged.candidates if c.fact.id in facts)
    if not deciding:
        return judged
    return replace(judged, verdict=Verdict.SUPPORTED, parts=parts, deciding=deciding[:1], reason="")


def stated_order(relation: Relation, source: Claim, target: Claim) -> Answer:
    """Whether the text's own dates of two claims allow the order that it states."""
    if source.told_time is None or target.told_time is None:
        return Answer.UNKNOWN
    answers = [
        compare_order(relation.order, one, other)
        for one in source.told_time.readings
        for other in target.told_time.readings
    ]
    return any_of(answers) if answers else Answer.UNKNOWN
