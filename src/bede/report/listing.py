"""What a curious reader sees besides the findings: every statement, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bede.judgement import Verdict
from bede.report.cited import Evidence
from bede.report.display import Row, Style, columns, one_line, wrapped
from bede.report.excerpt import shorten
from bede.report.format import Look
from bede.report.values import ClaimLine, DocumentReport, RelationLine, WorkLine
from bede.report.wording import citations, count

MOST_FACTS = 2
"""Facts told for one supported statement; the rest are counted."""

_INDENT = " " * 4
_LONGEST_TRIGGER = 40  # characters
_LEAST_ROOM = 24  # columns for the words of a sentence


def listing(document: DocumentReport, look: Look) -> list[Row]:
    """Supported, open and skipped statements, orders, works and words passed over.

    Args:
        document: the document.
        look: how the reader wants it.
    """
    rows: list[Row] = []
    told: tuple[tuple[str, Verdict, Callable[[ClaimLine], Iterator[str]]], ...] = (
        ("Supported", Verdict.SUPPORTED, _support),
        ("Open", Verdict.OPEN, _reason),
        ("Skipped", Verdict.SKIPPED, _reason),
    )
    for title, verdict, explain in told:
        claims = [claim for claim in document.claims if claim.verdict is verdict]
        rows += _title(title, len(claims), document)
        for claim in claims:
            rows += _claim(claim, look)
            rows += _below(explain(claim), look)
        if verdict is Verdict.SUPPORTED:
            rows += _relations(document, look)
            rows += _works(document, look)
    return rows + _passed_over(document, look)


def _passed_over(document: DocumentReport, look: Look) -> list[Row]:
    """Words that made no statement, each with the reason."""
    rows = _title("Passed over", len(document.passed_over), document)
    for word in document.passed_over:
        place = word.place
        lead = f'  {place.line}:{place.column} {word.type}, "{one_line(place.text)}": '
        lines = wrapped(f"{lead.strip()} {word.reason}", width=look.width, first="  ", rest=_INDENT)
        rows += [((line, Style.PLAIN),) for line in lines]
    return rows


def _title(title: str, number: int, document: DocumentReport) -> list[Row]:
    head: Row = ((f"{title} in {document.path} ({number}):", Style.STRONG),)
    return [(), head] if number else []


def _below(texts: Iterator[str], look: Look) -> Iterator[Row]:
    for text in texts:
        lines = wrapped(text, width=look.width, first=_INDENT, rest=f"{_INDENT}  ")
        yield from (((line, Style.PLAIN),) for line in lines)


def _claim(claim: ClaimLine, look: Look) -> Iterator[Row]:
    """Where it stands, what kind of statement it is, and its words."""
    trigger = one_line(claim.trigger.text)[:_LONGEST_TRIGGER]
    lead = f'  {claim.trigger.line}:{claim.trigger.column} {claim.type}, "{trigger}": '
    start = claim.trigger.start - claim.place.start
    end = claim.trigger.end - claim.place.start
    room = max(look.width - columns(lead), _LEAST_ROOM)
    before, words, after = shorten(claim.place.text, start, end, room=room)
    yield (
        (lead, Style.FRAME),
        (before, Style.PLAIN),
        (words, Style.STRONG),
        (after, Style.PLAIN),
    )


def _support(claim: ClaimLine) -> Iterator[str]:
    for evidence in claim.evidence[:MOST_FACTS]:
        yield _told(evidence)
    further = len(claim.evidence) - MOST_FACTS
    if further > 0:
        yield f"And {count(further, 'more fact')}."
    missing = unconfirmed(claim)
    if missing:
        yield f"Not confirmed: {', '.join(missing)}."


def unconfirmed(claim: ClaimLine) -> list[str]:
    """The parts of a supported statement that the reference does not confirm, in words."""
    return [_part(claim, part) for part, answer in claim.parts.items() if answer != "yes"]


def _part(claim: ClaimLine, part: str) -> str:
    """A part of a statement by its name and its words."""
    if part == "time" and claim.time is not None:
        return f'time ("{one_line(claim.time.text)}")'
    words = [one_line(filler.text) for filler in claim.roles.get(part, ())]
    return f'{part} ("{", ".join(words)}")' if words else part


def _told(evidence: Evidence) -> str:
    """A fact with its best source."""
    says = one_line(evidence.says)
    source = f" [{citations(evidence.sources[:1])}]" if evidence.sources else ""
    return f"{says[:1].upper()}{says[1:]}{source}"


def _reason(claim: ClaimLine) -> Iterator[str]:
    if claim.reason:
        yield f"{claim.reason[:1].upper()}{claim.reason[1:].removesuffix('.')}."


def _relations(document: DocumentReport, look: Look) -> Iterator[Row]:
    yield from _title("Order told", len(document.relations), document)
    claims = {claim.id: claim for claim in document.claims}
    for relation in document.relations:
        lead, text = _order(relation, claims.get(relation.source), claims.get(relation.target))
        lines = wrapped(text, width=look.width, first=lead, rest=_INDENT)
        yield from (((line, Style.PLAIN),) for line in lines)


def _order(
    relation: RelationLine, source: ClaimLine | None, target: ClaimLine | None
) -> tuple[str, str]:
    """Where an order is told, and it in words: "exile" after "expelled"."""
    sides = [f'"{one_line(side.trigger.text)}"' if side else "?" for side in (source, target)]
    lead = f"  {source.trigger.line}:{source.trigger.column} " if source else "  "
    text = f'{sides[0]} {relation.kind} {sides[1]} ("{one_line(relation.text)}")'
    verdict = f"{text}: {relation.verdict}"
    return lead, f"{verdict}, {one_line(relation.reason)}" if relation.reason else verdict


def _works(document: DocumentReport, look: Look) -> Iterator[Row]:
    yield from _title("Works recognised", len(document.works), document)
    for work in document.works:
        lead = f"  {work.place.line}:{work.place.column} "
        lines = wrapped(_work(work), width=look.width, first=lead, rest=_INDENT)
        yield from (((line, Style.PLAIN),) for line in lines)


def _work(work: WorkLine) -> str:
    authors = f"{', '.join(work.authors)}, " if work.authors else ""
    first = f"; first published: {work.first_published}" if work.first_published else ""
    sources = [source for evidence in work.evidence for source in evidence.sources[:1]]
    cited = f" [{citations(sources[:1])}]" if sources else ""
    return f'"{one_line(work.place.text)}": {authors}{work.title}{first}{cited}'
