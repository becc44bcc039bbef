"""The notes of a page: what was found of each sentence, and by which sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bede.judgement import Verdict
from bede.report.checked.cards import VERDICT_WORDS, cited_source, sentence
from bede.report.checked.values import SIGNS, CitedSource
from bede.report.cited import Evidence
from bede.report.page.corrections import Correction
from bede.report.page.values import Note, NumberedSource, Remark
from bede.report.values import ClaimLine, DocumentReport, FindingLine

MOST_SOURCES = 3
"""Sources named for one statement, the weightiest first."""

_NOTED = (Verdict.SUPPORTED, Verdict.DISPUTED)
_CORRECTED = ("corrected", SIGNS["supported"], "Corrected")


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note and the character of the document's text behind which its mark stands."""

    place: int
    note: Note


@dataclass(frozen=True, slots=True)
class _Told:
    place: int
    start: int
    remark: Remark
    evidence: tuple[Evidence, ...]


def notes_of(
    document: DocumentReport, marked: Sequence[Correction] = (), made: Sequence[Correction] = ()
) -> tuple[tuple[PlacedNote, ...], tuple[NumberedSource, ...]]:
    """The notes of a document in the order of the text, and the sources that they name.

    One note tells all that is known of a sentence.

    Args:
        document: the report.
        marked: corrections that the page shows beside what the text has.
        made: corrections that were made in the text before it was read, at their places in it.
    """
    sources: dict[CitedSource, int] = {}
    cited: dict[int, list[int]] = {}
    sentences: dict[int, list[_Told]] = {}
    for told in sorted(_told(document, marked, made), key=_order):
        sentences.setdefault(told.place, []).append(told)
    notes = []
    for number, (place, some) in enumerate(sentences.items(), 1):
        remarks = []
        for told in some:
            named = _numbered(told.evidence, sources)
            remarks.append(replace(told.remark, sources=named))
            for one in named:
                cited.setdefault(one, []).append(number)
        notes.append(PlacedNote(place, Note(number, tuple(dict.fromkeys(remarks)))))
    numbered = (
        NumberedSource(number, source, tuple(dict.fromkeys(cited[number])))
        for source, number in sources.items()
    )
    return tuple(notes), tuple(numbered)


def _numbered(facts: Sequence[Evidence], sources: dict[CitedSource, int]) -> tuple[int, ...]:
    """The numbers of the best sources of some facts; a new source gets the next number."""
    best = dict.fromkeys(
        cited_source(source) for fact in facts for source in fact.sources[:MOST_SOURCES]
    )
    return tuple(
        sorted(sources.setdefault(one, len(sources) + 1) for one in list(best)[:MOST_SOURCES])
    )


def _told(
    document: DocumentReport, marked: Sequence[Correction], made: Sequence[Correction]
) -> Iterator[_Told]:
    claims = {claim.id: claim for claim in document.claims}
    corrected = {id(one.finding) for one in marked}
    for finding in document.findings:
        told = _of_finding(finding, claims)
        yield _as_corrected(told) if id(finding) in corrected else told
    for one in made:
        around = (c.place for c in claims.values() if c.place.start <= one.start < c.place.end)
        end = max((place.end for place in around), default=one.end)
        yield replace(_as_corrected(_of_finding(one.finding, {})), place=end, start=one.start)
    faulted = {name for finding in document.findings for name in finding.claims}
    for claim in document.claims:
        if claim.verdict in _NOTED and claim.id not in faulted and claim.evidence:
            verdict = claim.verdict.value
            remark = _remark(verdict, "; ".join(one.says for one in claim.evidence[:1]))
            yield _Told(claim.place.end, claim.trigger.start, remark, claim.evidence[:1])


def _order(told: _Told) -> tuple[int, bool, int]:
    """In the order of sentences, what was corrected in one first."""
    return told.place, told.remark.verdict != _CORRECTED[0], told.start


def _of_finding(finding: FindingLine, claims: Mapping[str, ClaimLine]) -> _Told:
    owner = next((claims[name] for name in finding.claims if name in claims), None)
    place = finding.place.end if owner is None else max(owner.place.end, finding.place.end)
    verdict = str(finding.severity)
    if owner is not None and owner.verdict in (Verdict.CONTRADICTED, Verdict.DISPUTED):
        verdict = owner.verdict.value
    excluded = [one.evidence for one in finding.readings if one.evidence is not None]
    evidence = tuple(excluded[:1]) or finding.evidence
    return _Told(place, finding.place.start, _remark(verdict, finding.message), evidence)


def _as_corrected(told: _Told) -> _Told:
    kind, sign, words = _CORRECTED
    return replace(told, remark=replace(told.remark, verdict=kind, sign=sign, words=words))


def _remark(verdict: str, says: str) -> Remark:
    return Remark(verdict, SIGNS[verdict], VERDICT_WORDS[verdict], sentence(says), ())
