"""Sources, other values and counts in words, for formats that people read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bede.report.cited import Evidence, OtherValue, SourceLine
from bede.report.display import one_line
from bede.report.values import FindingLine

MOST_SOURCES = 2
"""Sources named for one value; the rest are counted."""

OTHER_VALUES = {"finer": "More exactly", "variant": "Other sources", "rejected": "Known error"}
"""How other values on record stand to the one that is told, by rank."""


def count(number: int, noun: str) -> str:
    """A number with its noun, which forms its plural with s."""
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"


def citations(sources: Sequence[SourceLine], *, most: int = MOST_SOURCES) -> str:
    """The first sources, best first, and how many there are besides."""
    named = [one_line(_citation(source)) for source in sources[:most]]
    further = len(sources) - len(named)
    return "; ".join([*named, f"and {further} more"] if further else named)


def _citation(source: SourceLine) -> str:
    return source.citation if source.pack is None else f"{source.citation} [{source.pack}]"


def support(evidence: Evidence, *, verbose: bool = False, brief: bool = False) -> Iterator[str]:
    """What a reader needs to know of a fact besides what it says, one paragraph each.

    Args:
        evidence: the fact.
        verbose: also the values that are known to be wrong, and the remarks of the editors.
        brief: no more than the best source.
    """
    if evidence.sources:
        label = "Source" if len(evidence.sources) == 1 else "Sources"
        yield f"{label}: {citations(evidence.sources, most=1 if brief else MOST_SOURCES)}"
    if evidence.confidence == "weak":
        yield "The evidence for this is weak."
    if brief:
        return
    for rank, title in OTHER_VALUES.items():
        if rank == "rejected" and not verbose:
            continue
        values = [v for v in evidence.disputed if v.rank == rank and (v.words or v.time)]
        if values:
            yield f"{title}: {'; '.join(_value(value) for value in values)}"
    if verbose and evidence.note:
        yield f"Remark: {one_line(evidence.note)}"


def _value(value: OtherValue) -> str:
    words = one_line(value.words or f"{value.time}")
    return f"{words} ({citations(value.sources)})" if value.sources else words


def suggestion_in_words(finding: FindingLine) -> str | None:
    """The correction in words, with what it replaces if a mark holds it."""
    suggestion = finding.suggestion
    if suggestion is None:
        return None
    for place in (finding.place, *finding.marks):
        if place.start <= suggestion.start <= suggestion.end <= place.end:
            old = place.text[suggestion.start - place.start : suggestion.end - place.start]
            return f'write "{suggestion.replacement}" for "{one_line(old)}".'
    return f'write "{suggestion.replacement}".'
