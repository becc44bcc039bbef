"""What became of each claim, in words: the cards of a page."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from bede.catalog import Severity
from bede.chronology import Span
from bede.judgement import Verdict
from bede.judgement.telling import time_in_words
from bede.report.checked.values import Card, CitedFact, CitedSource, OtherWords, Told
from bede.report.cited import Evidence, OtherValue, SourceLine
from bede.report.display import one_line, visible
from bede.report.listing import unconfirmed
from bede.report.values import (
    ClaimLine,
    ClaimTime,
    DocumentReport,
    FindingLine,
    Place,
    RoleFiller,
)
from bede.report.wording import OTHER_VALUES, suggestion_in_words

VERDICT_WORDS = {
    "contradicted": "Contradicted",
    "error": "Cannot be true",
    "warning": "Doubtful",
    "note": "Remark",
    "disputed": "Disputed",
    "supported": "Supported",
    "open": "Open",
    "skipped": "Not judged",
}
_GRAVEST = (Severity.ERROR, Severity.WARNING)


def cards_of(document: DocumentReport, number: int) -> list[Card]:
    """The cards of a document, in the order of the text.

    A finding stands on the card of its first claim; one that no claim is concerned in has a card
    of its own.

    Args:
        document: the document.
        number: which document of the page it is; part of all keys.
    """
    told: dict[str, list[Told]] = {}
    alone: list[Card] = []
    known = {claim.id for claim in document.claims}
    for index, finding in enumerate(document.findings, 1):
        one = _told(finding, f"{number}-f{index}")
        owner = next((name for name in finding.claims if name in known), None)
        if owner is None:
            alone.append(_alone(finding, one))
        else:
            told.setdefault(owner, []).append(one)
    cards = [_card(claim, tuple(told.get(claim.id, ())), number) for claim in document.claims]
    return sorted([*cards, *alone], key=lambda card: card.start)


def plain(text: str) -> str:
    """A text on one line, with nothing in it that commands or hides."""
    return visible(one_line(text))


def sentence(words: str) -> str:
    """A clause as a sentence begins, on one line."""
    told = plain(words)
    return told[:1].upper() + told[1:]


def claim_key(number: int, claim: str) -> str:
    """What a page calls a claim: the number of the document and the id of the claim."""
    return f"{number}-{claim}"


def entity_key(entity: str) -> str:
    """What a page calls an entity."""
    return f"e-{visible(entity).replace(' ', '_')}"


def when_told(card: Card, span: Span | None) -> str:
    """When a statement has it, in words; "" if it gives no time.

    Args:
        card: of the statement.
        span: its time.
    """
    if span is None:
        return ""
    words = time_in_words(span)
    return f"{words}, from context" if card.inherited else words


def _card(claim: ClaimLine, told: tuple[Told, ...], number: int) -> Card:
    verdict = _weight(claim, told)
    fillers = [filler for some in claim.roles.values() for filler in some]
    return Card(
        key=claim_key(number, claim.id),
        verdict=verdict,
        verdict_words=VERDICT_WORDS[verdict],
        type=claim.type.replace("-", " "),
        trigger=plain(claim.trigger.text),
        place=_line_and_column(claim.trigger),
        read=tuple(_read(claim)),
        reason=_reason(claim),
        told=told,
        facts=() if told else tuple(map(cited_fact, claim.evidence)),
        entities=tuple(
            dict.fromkeys(entity_key(one.entity) for one in fillers if one.entity is not None)
        ),
        start=claim.trigger.start,
        inherited=claim.time is not None and claim.time.inherited,
    )


def _weight(claim: ClaimLine, told: tuple[Told, ...]) -> str:
    """The verdict; where a finding faults a claim that the reference does not, its severity."""
    severities = {one.severity for one in told}
    for severity in map(str, _GRAVEST):
        if severity in severities:
            return "contradicted" if claim.verdict is Verdict.CONTRADICTED else severity
    return claim.verdict.value


def _alone(finding: FindingLine, told: Told) -> Card:
    return Card(
        key=told.key,
        verdict=told.severity,
        verdict_words=VERDICT_WORDS[told.severity],
        type=finding.rule.replace("-", " "),
        trigger=plain(finding.place.text),
        place=told.place,
        read=(),
        reason="",
        told=(told,),
        facts=(),
        entities=(),
        start=finding.place.start,
    )


def _line_and_column(place: Place) -> str:
    return f"line {place.line}, column {place.column}"


def _told(finding: FindingLine, key: str) -> Told:
    excluded = any(reading.evidence is not None for reading in finding.readings)
    challenge = finding.challenge
    return Told(
        key=key,
        severity=str(finding.severity),
        rule=finding.rule,
        message=plain(finding.message),
        place=_line_and_column(finding.place),
        readings=tuple(
            (plain(one.says), None if one.evidence is None else cited_fact(one.evidence))
            for one in finding.readings
        ),
        facts=() if excluded else tuple(map(cited_fact, finding.evidence)),
        steps=tuple((plain(step.says), plain(step.origin)) for step in finding.conflict),
        suggestion=plain(suggestion_in_words(finding) or ""),
        challenge="" if challenge is None else plain(challenge.reason),
    )


def _read(claim: ClaimLine) -> Iterator[tuple[str, str]]:
    """What the text says, part by part."""
    for role, fillers in claim.roles.items():
        yield role, ", ".join(map(_filler, fillers))
    if claim.time is not None:
        yield "time", _time(claim.time)
    if claim.modality != "asserted":
        speaker = f" to {claim.speaker}" if claim.speaker is not None else ""
        yield "stated", plain(f"{claim.modality}{speaker}")


def _filler(filler: RoleFiller) -> str:
    resolved = [name for name in filler.resolved if name != filler.text]
    meant = f" (= {', '.join(resolved)})" if resolved else ""
    return plain(f"{filler.text}{meant}")


def _time(time: ClaimTime) -> str:
    context = ", from context" if time.inherited else ""
    return plain(f"{time.text}{context}")


def _reason(claim: ClaimLine) -> str:
    if claim.verdict in (Verdict.OPEN, Verdict.SKIPPED):
        return plain(claim.reason)
    missing = unconfirmed(claim) if claim.verdict is Verdict.SUPPORTED else []
    return plain(f"Not confirmed: {', '.join(missing)}.") if missing else ""


def cited_fact(evidence: Evidence) -> CitedFact:
    """A fact of the reference in words."""
    weak = "The evidence for this is weak." if evidence.confidence == "weak" else ""
    note = plain(evidence.note) if evidence.note else ""
    return CitedFact(
        says=sentence(evidence.says),
        sources=tuple(map(cited_source, evidence.sources)),
        others=tuple(_others(evidence.disputed)),
        remark=" ".join(filter(None, (weak, note))),
    )


def cited_source(source: SourceLine) -> CitedSource:
    """A source with the address that a page may link to: none but http and https."""
    pack = f" [{source.pack}]" if source.pack is not None else ""
    url = source.url if source.url and _is_link(source.url) else None
    return CitedSource(plain(source.citation + pack), url)


def _is_link(url: str) -> bool:
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:
        return False


def _others(values: tuple[OtherValue, ...]) -> Iterator[OtherWords]:
    for rank, title in OTHER_VALUES.items():
        for value in values:
            words = value.words or value.time
            if value.rank == rank and words:
                yield OtherWords(title, plain(words), tuple(map(cited_source, value.sources)))
