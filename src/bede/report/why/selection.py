"""What stands on a line: the statements that touch it, the words passed over, or why nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bede.catalog import event_types
from bede.claims import Claim, Extraction, Skipped
from bede.documents import BlockKind
from bede.judgement import ClaimJudgement, Finding, Judgement
from bede.text import Analysis

Range = tuple[int, int]

_SILENT = {
    BlockKind.HEADING: "it is a heading, and a title states nothing",
    BlockKind.CODE: "it is code, which is never checked",
    BlockKind.META: "it is front matter or markup, not prose",
}


def touches(one: Range, other: Range) -> bool:
    """Whether two half-open ranges share a character; an empty one counts as a character."""
    return one[0] < max(other[1], other[0] + 1) and other[0] < max(one[1], one[0] + 1)


def claims_at(
    judgement: Judgement, spot: Range, *, narrow: bool
) -> tuple[tuple[ClaimJudgement, ...], bool]:
    """The statements that a line, or a character, belongs to.

    A character belongs to the statements whose trigger or finding covers it, else to those with
    it in a role or in their time, else to all of its sentence.

    Args:
        judgement: the judged document.
        spot: the line or the character.
        narrow: whether it is a character.

    Returns:
        the statements in the order of the text, and whether their own words, rather than the
        words of their sentence, cover the character; False for a line.
    """
    found = {one.claim.id: one for one in judgement.claims}
    around = [one for one in judgement.claims if _around(one.claim, spot)]
    if not narrow:
        return tuple(around), False
    meant = {claim for f in judgement.findings if _at(f, spot) for claim in f.claims}
    meant |= {one.claim.id for one in around if touches(_trigger(one.claim), spot)}
    meant = meant or {
        one.claim.id for one in around if any(touches(r, spot) for r in _parts(one.claim))
    }
    return tuple(found[name] for name in found if name in meant) or tuple(around), bool(meant)


def _around(claim: Claim, spot: Range) -> bool:
    sentence = (claim.sentence.start, claim.sentence.end)
    return touches(sentence, spot) or touches(_trigger(claim), spot)


def _trigger(claim: Claim) -> Range:
    return claim.trigger.start, claim.trigger.end


def _parts(claim: Claim) -> Iterator[Range]:
    yield from ((f.start, f.end) for fillers in claim.roles.values() for f in fillers)
    if claim.time is not None:
        yield claim.time.full_start, claim.time.end


def _at(finding: Finding, spot: Range) -> bool:
    return touches((finding.place.start, finding.place.end), spot)


def findings_at(judgement: Judgement, spot: Range, told: Sequence[str]) -> list[Finding]:
    """The findings on a line that are not told with one of the statements `told` (their ids)."""
    return [f for f in judgement.findings if _at(f, spot) and not set(f.claims) & set(told)]


def passed_over_at(analysis: Analysis, extraction: Extraction, spot: Range) -> list[Skipped]:
    """The words there that made no statement; for what was not read at all, its first words."""
    passages = [(s.start, s.end) for s in analysis.sentences if not s.is_readable]
    passages += [(passage.start, passage.end) for passage in analysis.unread]
    unread = [passage for passage in passages if touches(passage, spot)]
    return [
        one
        for one in extraction.skipped
        if touches((one.words.start, one.words.end), spot)
        or any(start <= one.words.start < end for start, end in unread)
    ]


def silence(analysis: Analysis, spot: Range, *, passed_over: bool) -> str:
    """Why a line without statements has none.

    Args:
        analysis: the document as the second stage read it.
        spot: the line.
        passed_over: whether words of it were passed over.
    """
    document = analysis.document
    if not document.text[spot[0] : spot[1]].strip():
        return "the line is empty"
    kinds = [b.kind for b in document.blocks if touches((b.start, b.end), spot)]
    for kind in kinds:
        if kind in _SILENT and len(set(kinds)) == 1:
            return _SILENT[kind]
    places = [(sentence.start, sentence.end) for sentence in analysis.sentences]
    places += [(passage.start, passage.end) for passage in analysis.unread]
    if not kinds or not any(touches(place, spot) for place in places):
        return "no sentence stands on it, only markup"
    if passed_over:
        return "the words on it that may carry an event made no statement"
    carriers = list(dict.fromkeys(_carriers(analysis, spot)))
    if carriers:
        told = ", ".join(carriers)
        return f"its sentence is not built as Bede knows it around a word for an event ({told})"
    return "no trigger word was found: none of its words is one by which Bede knows an event"


def _carriers(analysis: Analysis, spot: Range) -> Iterator[str]:
    """Words of its sentences that carry an event where the rest fits, each with its type."""
    types = {
        word: event.name
        for event in event_types().values()
        for pattern in event.patterns
        for word in pattern.words
        if not pattern.companions
    }
    for sentence in analysis.sentences:
        for token in sentence.tokens if touches((sentence.start, sentence.end), spot) else ():
            if token.lemma in types:
                yield f'"{token.text}": {types[token.lemma]}'
