"""Order and arithmetic: before, after and during, against the reference and against the text."""

from __future__ import annotations

from collections.abc import Iterator

from bede.chronology import Answer
from bede.judgement.case import Case, Kind, severity_of
from bede.judgement.ordering import stated_order
from bede.judgement.telling import record, tell
from bede.judgement.values import Closure, Finding, RelationJudgement, Step, Verdict
from bede.text import Modality


def _find(case: Case) -> Iterator[Finding]:
    for judged in case.relations:
        source = case.claims[judged.relation.source].claim
        target = case.claims[judged.relation.target].claim
        if {source.modality, target.modality} != {Modality.ASSERTED}:
            continue
        clashes = stated_order(judged.relation, source, target) is Answer.NO
        if clashes and not judged.relation.others:
            yield _within_text(case, judged)
        elif judged.verdict is Verdict.CONTRADICTED and judged.pair is not None:
            yield _against_reference(case, judged)


def _within_text(case: Case, judged: RelationJudgement) -> Finding:
    source = case.claims[judged.relation.source].claim
    target = case.claims[judged.relation.target].claim
    order = judged.relation.order.value
    first = source.told_time.text if source.told_time else ""
    second = target.told_time.text if target.told_time else ""
    return Finding(
        rule="impossible-order",
        severity=severity_of("impossible-order"),
        message=(
            f'The text puts "{source.trigger.text}" {order} "{target.trigger.text}", '
            f'but dates the one "{first}" and the other "{second}"'
        ),
        place=judged.relation.words,
        marks=(source.trigger, target.trigger),
        claims=(source.id, target.id),
        conflict=(
            Step(case.place(source.trigger), f'the text dates "{source.trigger.text}" "{first}"'),
            Step(case.place(target.trigger), f'the text dates "{target.trigger.text}" "{second}"'),
            Step(
                case.place(judged.relation.words), f'the text says "{judged.relation.words.text}"'
            ),
        ),
    )


def _against_reference(case: Case, judged: RelationJudgement) -> Finding:
    source = case.claims[judged.relation.source]
    target = case.claims[judged.relation.target]
    closures = (source.closure, target.closure)
    closure = Closure.DECLARED if set(closures) == {Closure.DECLARED} else Closure.ASSUMED
    if judged.pair is None:
        raise ValueError("an order contradicted by no facts: a fault in ordering")
    one, other = judged.pair
    told = [tell(fact, case.reference) for fact in (one, other)]
    words = judged.relation.words
    return Finding(
        rule="impossible-order",
        severity=severity_of("impossible-order", closure),
        message=f'The text says "{words.text}", but {told[0]}, and {told[1]}',
        place=words,
        marks=(source.claim.trigger, target.claim.trigger),
        claims=(source.claim.id, target.claim.id),
        evidence=(one, other),
        conflict=(
            Step(case.place(words), f'the text says "{words.text}"'),
            *(
                Step(record(fact), f"the reference says: {line}")
                for fact, line in zip((one, other), told, strict=True)
            ),
        ),
    )


KIND = Kind("order", _find)
