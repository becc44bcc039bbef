"""The corrections of a text that are safe to make."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from bede.documents import Document
from bede.report.display import visible
from bede.report.values import DocumentReport, FindingLine


@dataclass(frozen=True, slots=True)
class Correction:
    """Words to write for others.

    Attributes:
        start: first character of the old words in the document's text.
        end: character after the last.
        old: what the text has.
        new: what to write.
        finding: why.
    """

    start: int
    end: int
    old: str
    new: str
    finding: FindingLine


def corrections_of(document: DocumentReport, source: Document) -> tuple[Correction, ...]:
    """The safe corrections of a document, in the order of the text, none overlapping another.

    A finding that a historian challenges is not acted upon, nor is one whose words have markup
    between them.

    Args:
        document: the report.
        source: the document itself.
    """
    found: list[Correction] = []
    for one in sorted(_safe(document, source), key=lambda one: (one.start, one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return tuple(found)


def corrected_text(source: Document, corrections: Sequence[Correction]) -> str:
    """The text of a document with corrections made.

    Args:
        source: the document.
        corrections: in the order of the text, none overlapping another.
    """
    parts, at = [], 0
    for one in corrections:
        parts += [source.text[at : one.start], one.new]
        at = one.end
    return "".join([*parts, source.text[at:]])


def moved(corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """The corrections with the places that their new words have in the corrected text.

    Args:
        corrections: as `corrected_text` takes them.
    """
    found: list[Correction] = []
    shift = 0
    for one in corrections:
        start = one.start + shift
        found.append(replace(one, start=start, end=start + len(one.new)))
        shift += len(one.new) - (one.end - one.start)
    return tuple(found)


def _safe(document: DocumentReport, source: Document) -> Iterator[Correction]:
    for finding in document.findings:
        wanted = finding.suggestion
        if wanted is None or finding.challenge is not None:
            continue
        old = source.text[wanted.start : wanted.end]
        if old and _is_one_run(source, wanted.start, wanted.end):
            new = visible(wanted.replacement)
            yield Correction(wanted.start, wanted.end, visible(old), new, finding)


def _is_one_run(source: Document, start: int, end: int) -> bool:
    """Whether a stretch is prose from end to end, without a line break or markup in it."""
    for block in source.blocks:
        if block.start <= start and end <= block.end and block.runs:
            index = max(bisect_right(block.runs, start, key=itemgetter(1)) - 1, 0)
            here, there = block.runs[index]
            last = len(block.text) if index + 1 == len(block.runs) else block.runs[index + 1][0]
            resolved = any(start <= block.source(at) < end for at, _ in block.resolved)
            return there <= start and end <= there + last - here and not resolved
    return False
