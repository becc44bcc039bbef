"""From a judged document to the whole chain for one of its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bede.catalog import event_types, rules
from bede.chronology import Answer, Calendar, Span, describe
from bede.claims import Claim, Extraction, Filler, Skipped, Stretch
from bede.documents import Document
from bede.evidence import Reference
from bede.evidence.linking import Link
from bede.judgement import (
    Candidate,
    ClaimJudgement,
    Finding,
    Judgement,
    Verdict,
)
from bede.judgement.telling import tell
from bede.report.building import build_document_report
from bede.report.cited import Evidence
from bede.report.values import ClaimLine, FindingLine, PassedOver, Place
from bede.report.why.closing import closing_of
from bede.report.why.selection import claims_at, findings_at, passed_over_at, silence
from bede.report.why.spot import Spot, stretch_of
from bede.report.why.trying import aside, searched, tried, untried
from bede.report.why.values import (
    Basis,
    Chain,
    LengthRead,
    Meant,
    OrderRead,
    ReadingRead,
    RoleRead,
    TimeRead,
    Why,
)
from bede.text import Analysis, Modality, Timex
from bede.text.timex.values import Basis as YearFrom

_INFERRED = "it is inferred from the words around, so it is compared with nothing"
_CLAIM_ID = re.compile(r"\bc[0-9]{1,9}\b")


def build_why(
    spot: Spot,
    analysis: Analysis,
    extraction: Extraction,
    judgement: Judgement,
    reference: Reference,
    *,
    version: str,
    parser: tuple[str, str],
) -> Why:
    """Resolve all that was read, tried and found on one line.

    Args:
        spot: the line, or the place in it.
        analysis: the document as the second stage read it.
        extraction: its claims.
        judgement: what was judged of it.
        reference: where entities and sources are; not needed any more afterwards.
        version: of Bede.
        parser: name and version of the language model.

    Raises:
        UsageError: the document has no such line or column.
    """
    where = stretch_of(spot, analysis.document)
    narrow = spot.column is not None
    chosen, exact = claims_at(judgement, where, narrow=narrow)
    skipped = passed_over_at(analysis, extraction, where)
    if narrow and skipped and not exact:
        chosen = ()
    told = [one.claim.id for one in chosen]
    builder = _Builder(analysis.document, extraction, judgement, reference)
    chains = tuple(builder.chain(one) for one in chosen)
    findings = builder.findings(findings_at(judgement, where, told))
    info = reference.info
    return Why(
        spot=spot,
        text=analysis.document.line(spot.line),
        lines=builder.lines(chains, findings),
        chains=chains,
        findings=findings,
        passed_over=tuple(builder.passed_over(skipped)),
        silence="" if chains else silence(analysis, where, passed_over=bool(skipped)),
        basis=Basis(version, parser, info.packs, info.hash),
    )


class _Builder:
    """Resolves the values of one document."""

    def __init__(
        self,
        document: Document,
        extraction: Extraction,
        judgement: Judgement,
        reference: Reference,
    ) -> None:
        self._document = document
        self._extraction = extraction
        self._judgement = judgement
        self._reference = reference
        self._claims: Mapping[str, ClaimJudgement] = {one.claim.id: one for one in judgement.claims}

    def chain(self, judged: ClaimJudgement) -> Chain:
        """The chain of one statement."""
        claim = judged.claim
        set_aside = aside(judged, self._reference)
        evidence = self._evidence(judged, (*judged.candidates, *set_aside))
        return Chain(
            claim=self._reported(judged),
            gloss=event_types()[claim.type].gloss,
            roles=tuple(self._roles(judged)),
            unsaid=tuple(_unsaid(claim)),
            time=self._time(claim, claim.time) if claim.time is not None else None,
            lengths=tuple(self._lengths(claim)),
            manner=_manner(claim),
            searched=searched(judged),
            tried=tuple(
                tried(judged, one, evidence[one.fact.id], self._reference)
                for one in judged.candidates
            ),
            untried=untried(judged, set_aside=bool(set_aside)),
            aside=tuple(evidence[one.fact.id] for one in set_aside),
            closing=closing_of(judged, self._reference),
            because=_because(judged),
            orders=tuple(self._orders(claim)),
            findings=self.findings([f for f in self._judgement.findings if claim.id in f.claims]),
        )

    def findings(self, findings: Sequence[Finding]) -> tuple[FindingLine, ...]:
        """The findings as reported."""
        part = Judgement((), (), (), tuple(findings))
        return build_document_report(self._document, part, self._reference).findings

    def passed_over(self, skipped: Iterable[Skipped]) -> Iterator[PassedOver]:
        """Words that made no statement; a statement that the reason names is told by its place."""
        for one in skipped:
            yield PassedOver(
                self._place(one.words), one.type, _CLAIM_ID.sub(self._named, one.reason)
            )

    def lines(self, chains: Sequence[Chain], findings: Sequence[FindingLine]) -> Mapping[int, str]:
        """The lines that are shown, by number."""
        places = [place for chain in chains for place in (chain.claim.trigger, *chain.marks)]
        places += [place for finding in findings for place in (finding.place, *finding.marks)]
        numbers = {number for place in places for number in place.lines}
        return {number: self._document.line(number) for number in sorted(numbers)}

    def _reported(self, judged: ClaimJudgement) -> ClaimLine:
        part = Judgement((judged,), (), (), ())
        return build_document_report(self._document, part, self._reference).claims[0]

    def _evidence(
        self, judged: ClaimJudgement, candidates: tuple[Candidate, ...]
    ) -> Mapping[str, Evidence]:
        """Facts as they are reported where a statement rests on them, by their ids."""
        reported = self._reported(replace(judged, deciding=candidates))
        return {evidence.fact: evidence for evidence in reported.evidence}

    def _place(self, words: Stretch | Filler | Timex) -> Place:
        position = self._document.position(words.start)
        text = self._document.text[words.start : words.end]
        return Place(text, words.start, words.end, position.line, position.column)

    def _named(self, found: re.Match[str]) -> str:
        """A statement by its words and its line, where a reason has its id."""
        other = self._claims.get(found.group())
        if other is None:
            return found.group()
        trigger = self._place(other.claim.trigger)
        return f'"{trigger.text}" in line {trigger.line}'

    def _roles(self, judged: ClaimJudgement) -> Iterator[RoleRead]:
        event = event_types()[judged.claim.type]
        for role, fillers in judged.claim.roles.items():
            links = judged.links.get(role)
            for place, filler in enumerate(fillers):
                link = links[place] if links is not None and place < len(links) else None
                yield RoleRead(
                    role=role,
                    place=self._place(filler),
                    key=role == event.key.name,
                    resolved=filler.resolved,
                    meant=tuple(
                        Meant(entity.id, entity.label, entity.subkind or entity.kind)
                        for entity in (link.entities if link is not None else ())
                    ),
                    reason=_unlinked(filler, link),
                )

    def _time(self, claim: Claim, timex: Timex) -> TimeRead:
        readings = timex.readings or ((timex.span,) if timex.span is not None else ())
        return TimeRead(
            place=self._place(timex),
            before=self._document.text[timex.full_start : timex.start].strip(),
            edtf=timex.edtf,
            readings=tuple(
                ReadingRead(
                    _in_words(span, readings),
                    (span.earliest_begin, span.latest_begin),
                    (span.earliest_end, span.latest_end),
                )
                for span in readings
            ),
            remark=_year_from(timex) if claim.told_time is timex else _INFERRED,
        )

    def _lengths(self, claim: Claim) -> Iterator[LengthRead]:
        for measure in self._extraction.measures:
            if measure.claim == claim.id:
                person = measure.person
                name = None if person is None else person.name or person.text
                yield LengthRead(measure.kind.value, measure.words.text, name)

    def _orders(self, claim: Claim) -> Iterator[OrderRead]:
        for judged in self._judgement.relations:
            relation = judged.relation
            if claim.id not in (relation.source, relation.target, *relation.others):
                continue
            source, target, *others = (
                self._place(self._claims[name].claim.trigger)
                for name in (relation.source, relation.target, *relation.others)
            )
            yield OrderRead(
                words=self._place(relation.words),
                kind=relation.order.value,
                source=source,
                target=target,
                others=tuple(others),
                verdict=judged.verdict,
                reason=judged.reason,
                facts=tuple(tell(fact, self._reference) for fact in judged.pair or ()),
            )


def _unlinked(filler: Filler, link: Link | None) -> str:
    """Why a filler names no one entity for sure; "" if it does."""
    if filler.count is not None:
        return f"it counts (at least {filler.count.minimum}) and names nobody"
    if link is None:
        return "free words, which are not looked up"
    if len(link.entities) > 1:
        return "several have this name, and each was tried"
    return "" if link.entities else link.reason or "it names nobody for sure"


def _unsaid(claim: Claim) -> Iterator[str]:
    """The roles of its type that the text leaves out, and the time if it has none."""
    yield from ("time",) if claim.time is None else ()
    yield from (
        role.name for role in event_types()[claim.type].roles if role.name not in claim.roles
    )


def _manner(claim: Claim) -> str:
    """How a statement is made, with the words that make it so."""
    if claim.modality is Modality.ASSERTED:
        manner = "stated by the author"
    else:
        reason = claim.reason or ""
        told = reason.startswith(claim.modality)
        manner = reason if told else ": ".join(filter(None, (claim.modality.value, reason)))
    return f"{manner}; told as something that happened again" if claim.repeated else manner


def _in_words(span: Span, readings: Sequence[Span]) -> str:
    """A reading in today's calendar; one of the Julian calendar is told in that first."""
    words, julian = describe(span), describe(span, Calendar.JULIAN)
    told_alike = (describe(other) == julian for other in readings if other != span)
    return f"{julian} Old Style ({words})" if any(told_alike) else words


def _year_from(timex: Timex) -> str:
    if timex.relation is not None:
        return f'it hangs on "{timex.relation.text}"'
    if timex.basis is YearFrom.DISCOURSE:
        return "the year is that of which the text is speaking"
    return "no year is told" if timex.basis is YearFrom.NONE else ""


def _because(judged: ClaimJudgement) -> str:
    """Why the verdict is what it is, in a sentence without a full stop."""
    agreed = [part for part, answer in judged.parts.items() if answer is Answer.YES]
    unsure = [part for part, answer in judged.parts.items() if answer is Answer.UNKNOWN]
    if judged.verdict is Verdict.SUPPORTED:
        told = f"the reference agrees (in {', '.join(agreed)}) and disagrees in nothing"
        return f"{told}; not confirmed: {', '.join(unsure)}" if unsure else told
    if judged.verdict is Verdict.DISPUTED:
        return "it agrees with one value on record and clashes with another of good standing"
    if judged.verdict is Verdict.CONTRADICTED and judged.reason in rules():
        return f"whatever the facts say, a law is broken: {judged.reason}"
    if judged.verdict is Verdict.CONTRADICTED:
        return "every fact that it may mean says no somewhere, and the reference knows them all"
    return judged.reason
