"""From a judged document to its report: places get lines, facts get words and sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bede.chronology import describe
from bede.chronology.length import Length
from bede.claims import Claim, Filler, Measure, Skipped, Stretch
from bede.documents import Document
from bede.evidence import Fact, Reference
from bede.evidence.linking import Link
from bede.judgement import ClaimJudgement, Finding, Judgement, WorkMention
from bede.report.account import Account
from bede.report.cited import Evidence
from bede.report.evidence import evidence_of
from bede.report.values import (
    ClaimLine,
    ClaimTime,
    DocumentReport,
    FindingLine,
    LengthLine,
    MeasureLine,
    PassedOver,
    Place,
    ReadingLine,
    RelationLine,
    RoleFiller,
    WorkLine,
)


def build_document_report(
    document: Document,
    judgement: Judgement,
    reference: Reference,
    *,
    passed_over: Sequence[Skipped] = (),
    measures: Sequence[Measure] = (),
    account: Account | None = None,
) -> DocumentReport:
    """Resolve everything that was judged of a document into plain values for renderers.

    Args:
        document: the document.
        judgement: what was judged of it.
        reference: where entities and sources are; not needed any more afterwards.
        passed_over: trigger words that made no claim.
        measures: the lengths that the text states of claims.
        account: what it takes to show the text itself, if that is wanted.
    """
    builder = _Builder(document, reference)
    findings = tuple(builder.finding(finding) for finding in judgement.findings)
    claims = tuple(builder.claim(judged) for judged in judgement.claims)
    works = tuple(builder.work(mention) for mention in judgement.works)
    shown = {line for f in findings for place in (f.place, *f.marks) for line in place.lines}
    shown |= {claim.trigger.line for claim in claims} | {work.place.line for work in works}
    return DocumentReport(
        path=document.path,
        lines={number: document.line(number) for number in sorted(shown)},
        claims=claims,
        relations=tuple(
            RelationLine(
                r.relation.source,
                r.relation.target,
                r.relation.order.value,
                r.relation.words.text,
                r.verdict,
                r.reason,
                _length(r.relation.distance) if r.relation.distance is not None else None,
            )
            for r in judgement.relations
        ),
        works=works,
        findings=findings,
        passed_over=tuple(
            PassedOver(builder.place(skipped.words), skipped.type, skipped.reason)
            for skipped in passed_over
        ),
        measures=tuple(
            MeasureLine(m.claim, m.kind.value, builder.place(m.words), _length(m.length))
            for m in measures
        ),
        account=account,
    )


def _length(length: Length) -> LengthLine:
    return LengthLine(length.period, length.manner.value)


class _Builder:
    """Resolves the values of one document."""

    def __init__(self, document: Document, reference: Reference) -> None:
        self._document = document
        self._reference = reference

    def place(self, words: Stretch) -> Place:
        position = self._document.position(words.start)
        return Place(words.text, words.start, words.end, position.line, position.column)

    def claim(self, judged: ClaimJudgement) -> ClaimLine:
        claim = judged.claim
        return ClaimLine(
            id=claim.id,
            type=claim.type,
            place=self.place(claim.sentence),
            trigger=self.place(claim.trigger),
            roles={
                role: tuple(_fillers(stated, judged.links.get(role, ())))
                for role, stated in claim.roles.items()
            },
            time=_time(claim),
            modality=claim.modality.value,
            verdict=judged.verdict,
            reason=judged.reason,
            parts={part: answer.value for part, answer in judged.parts.items()},
            evidence=self.evidence(candidate.fact for candidate in judged.deciding),
            speaker=None if claim.speaker is None else claim.speaker.text,
        )

    def finding(self, finding: Finding) -> FindingLine:
        return FindingLine(
            rule=finding.rule,
            severity=finding.severity,
            message=finding.message,
            place=self.place(finding.place),
            marks=tuple(self.place(mark) for mark in dict.fromkeys(finding.marks)),
            claims=finding.claims,
            readings=tuple(
                ReadingLine(
                    r.says, evidence_of(r.fact, self._reference) if r.fact is not None else None
                )
                for r in finding.readings
            ),
            evidence=self.evidence(finding.evidence),
            conflict=finding.conflict,
            suggestion=finding.suggestion,
        )

    def work(self, mention: WorkMention) -> WorkLine:
        work = mention.work
        title = f"{work.label}: {work.subtitle}" if work.subtitle else work.label
        dates = [describe(fact.span) for fact in mention.published if fact.span is not None]
        return WorkLine(
            place=self.place(mention.words),
            entity=work.id,
            title=title,
            authors=tuple(self._reference.entity(author).label for author in work.authors),
            first_published=work.first_edition or (dates[0] if dates else None),
            evidence=self.evidence(mention.published),
        )

    def evidence(self, facts: Iterable[Fact]) -> tuple[Evidence, ...]:
        unique = {fact.id: fact for fact in facts}
        return tuple(evidence_of(fact, self._reference) for fact in unique.values())


def _fillers(stated: Sequence[Filler], links: Sequence[Link]) -> Iterable[RoleFiller]:
    for place, filler in enumerate(stated):
        entities = links[place].entities if place < len(links) else ()
        entity = entities[0].id if len(entities) == 1 else None
        resolved = filler.meant if filler.resolved is None else (filler.resolved,)
        yield RoleFiller(filler.text, filler.start, filler.end, filler.head, entity, resolved)


def _time(claim: Claim) -> ClaimTime | None:
    timex = claim.time
    if timex is None:
        return None
    span = timex.span
    return ClaimTime(
        text=timex.text,
        start=timex.start,
        end=timex.end,
        edtf=timex.edtf,
        begin=(span.earliest_begin, span.latest_begin) if span is not None else (None, None),
        finish=(span.earliest_end, span.latest_end) if span is not None else (None, None),
        inherited=claim.inherited,
    )
