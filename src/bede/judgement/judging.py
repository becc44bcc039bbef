"""The fifth stage: what the reference, and the text itself, say of each claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bede.catalog import Severity
from bede.chronology import Answer
from bede.claims import Extraction
from bede.evidence import Entity, Reference
from bede.evidence.linking import Linker, link
from bede.judgement.agreement import judge_claim
from bede.judgement.case import Case
from bede.judgement.kinds import kinds
from bede.judgement.ordering import judge_relation, with_order
from bede.judgement.settings import Settings
from bede.judgement.strangers import strangers
from bede.judgement.values import ClaimJudgement, Finding, Judgement, Verdict, WorkMention
from bede.text import Analysis

_REFUTED = {
    "acts-before-birth": "existence",
    "acts-after-death": "existence",
    "never-contemporaries": "existence",
    "age-mismatch": "age",
    "duration-mismatch": "duration",
}
"""Rules that say of one claim that it cannot be true, and the part of it that fails."""

_LIFETIMES = frozenset({"acts-before-birth", "acts-after-death"})
_BETTER_NAMED = _LIFETIMES | {"not-in-office"}


def judge(
    analysis: Analysis,
    extraction: Extraction,
    reference: Reference,
    settings: Settings | None = None,
) -> Judgement:
    """Judge the claims of one document.

    Args:
        analysis: the document as the second stage read it.
        extraction: its claims and relations.
        reference: the facts that Bede trusts.
        settings: what the user chose; None for the usual.

    Returns:
        A verdict for each claim and relation, the works that the text names, and the findings of
        all kinds of judgement, in the order of the text.
    """
    document, settings = analysis.document, settings or Settings()
    far = settings.parameter("acts-after-death", "namesake")
    linker = Linker(analysis.sentences, reference)
    unknown = strangers(extraction.claims, reference, far)
    alone = {
        claim.id: judge_claim(
            claim,
            document,
            linker,
            assume_complete=settings.assume_complete,
            people=extraction.people,
            strangers=unknown,
        )
        for claim in extraction.claims
    }
    relations = tuple(judge_relation(relation, alone) for relation in extraction.relations)
    judged = {
        name: with_order(one, [r for r in relations if r.relation.source == name])
        for name, one in alone.items()
    }
    case = Case(
        document, extraction, judged, relations, analysis.impossible_dates, linker, settings
    )
    for kind in kinds():
        case = replace(case, found=(*case.found, *kind.find(case)))
    findings = _once(case.found)
    findings.sort(key=lambda f: (f.place.start, f.place.end, f.rule, f.message))
    judged = {name: _with_findings(one, findings) for name, one in judged.items()}
    return Judgement(
        tuple(judged.values()), relations, tuple(_works(extraction, reference)), tuple(findings)
    )


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """One fault is told once: who did not live, or was not in office, needs no other date."""
    found = list(findings)
    told = {claim for f in found if f.rule in _BETTER_NAMED for claim in f.claims}
    return [f for f in found if f.rule != "wrong-date" or not told & set(f.claims)]


def _with_findings(judged: ClaimJudgement, findings: Sequence[Finding]) -> ClaimJudgement:
    """A claim that an error calls impossible by the reference is contradicted, whatever agrees."""
    rules = [f.rule for f in findings if f.claims == (judged.claim.id,) and _refutes(f)]
    if judged.verdict in (Verdict.CONTRADICTED, Verdict.SKIPPED) or not rules:
        return judged
    parts = {**judged.parts, **{_REFUTED[rule]: Answer.NO for rule in rules}}
    return replace(judged, verdict=Verdict.CONTRADICTED, parts=parts, reason=rules[0])


def _refutes(finding: Finding) -> bool:
    sure = finding.severity is Severity.ERROR and bool(finding.evidence)
    return finding.rule in _LIFETIMES or (finding.rule in _REFUTED and sure)


def _works(extraction: Extraction, reference: Reference) -> Iterator[WorkMention]:
    """The titles that name exactly one work of the reference."""
    for title in extraction.titles:
        found = link(title.text, title.text.split()[-1], ("work",), reference)
        if len(found.entities) == 1:
            work: Entity = found.entities[0]
            published = reference.facts(work.id, types=("publication",), role="work")
            yield WorkMention(title, work, published)
