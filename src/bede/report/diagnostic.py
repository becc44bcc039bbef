"""One finding as compilers show an error: headline, excerpt with carets, and why, with sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bede.catalog import Severity
from bede.report.cited import Evidence
from bede.report.display import Row, Style, one_line, wrapped
from bede.report.excerpt import excerpt, gutter
from bede.report.format import Look
from bede.report.values import DocumentReport, FindingLine
from bede.report.wording import suggestion_in_words, support

_STYLES = {
    Severity.ERROR: Style.ERROR,
    Severity.WARNING: Style.WARNING,
    Severity.NOTE: Style.NOTE,
}


FULL_READINGS = 2
"""Readings told with all that sources say; of those further away only the best source is named."""


def diagnostic(finding: FindingLine, document: DocumentReport, look: Look) -> list[Row]:
    """A finding as lines of output.

    Args:
        finding: the finding.
        document: the document that it is about.
        look: how the reader wants it.
    """
    place, style = finding.place, _STYLES[finding.severity]
    numbers = [number for one in (place, *finding.marks) for number in one.lines]
    edge = gutter(document.lines, numbers)
    where = f"{document.path}:{place.line}:{place.column}"
    return [
        (
            (f"{finding.severity}[{finding.rule}]", style),
            (f": {one_line(finding.message)}", Style.STRONG),
        ),
        ((f"{' ' * edge}--> ", Style.FRAME), (where, Style.PLAIN)),
        *excerpt(document.lines, place, finding.marks, width=look.width, style=style),
        *_explanation(finding, document, look, edge),
    ]


def _explanation(
    finding: FindingLine, document: DocumentReport, look: Look, edge: int
) -> Iterator[Row]:
    """Readings, reference, reasons, suggestion and where to learn more."""
    excluded = any(reading.evidence is not None for reading in finding.readings)
    if excluded:
        yield from _readings(finding, document, look, edge)
    elif finding.evidence:
        yield from _item("The reference:", look, edge)
        said = [(one.says, one) for one in finding.evidence]
        yield from _list(said, look, edge)
    if finding.conflict and (look.verbose or not excluded):
        yield from _item("Why:", look, edge)
        reasons: list[tuple[str, Evidence | None]] = [
            (f"{step.says} ({step.origin})", None) for step in finding.conflict
        ]
        yield from _list(reasons, look, edge)
    if not excluded:
        for reading in finding.readings:
            says = reading.says[:1].upper() + reading.says[1:]
            yield from _item(f"{says}.", look, edge)
    suggestion = suggestion_in_words(finding)
    if suggestion:
        yield from _item(f"Suggestion: {suggestion}", look, edge)
    yield from _item(f"Learn more: bede explain {finding.rule}", look, edge)


def _readings(
    finding: FindingLine, document: DocumentReport, look: Look, edge: int
) -> Iterator[Row]:
    tried = [(reading.says, reading.evidence) for reading in finding.readings]
    words = [claim.trigger.text for claim in document.claims if claim.id in finding.claims]
    head = "The reference:"
    if len(tried) > 1:
        what = f'"{one_line(words[0])}"' if words else "this"
        head = f"No reading of {what} fits the reference:"
    yield from _item(head, look, edge)
    yield from _list(tried, look, edge)


def _item(text: str, look: Look, edge: int) -> Iterator[Row]:
    indent = " " * (edge + 3)
    for number, line in enumerate(wrapped(text, width=look.width - len(indent))):
        lead = f"{' ' * (edge + 1)}= " if number == 0 else indent
        yield ((lead, Style.FRAME), (line, Style.PLAIN))


def _list(entries: Sequence[tuple[str, Evidence | None]], look: Look, edge: int) -> Iterator[Row]:
    """What is said, numbered if there is more than one, with the sources below each."""
    cited = any(evidence is not None for _, evidence in entries)
    for number, (says, evidence) in enumerate(entries, 1):
        counted = len(entries) > 1 and (evidence is not None or not cited)
        sign = f"{number}. " if counted else ""
        indent = " " * (edge + 3)
        hang = indent + " " * len(sign)
        text = says[:1].upper() + says[1:]
        yield from _paragraph(text, look, first=indent + sign, rest=hang)
        if evidence is not None:
            brief = number > FULL_READINGS and not look.verbose
            for below in support(evidence, verbose=look.verbose, brief=brief):
                yield from _paragraph(below, look, first=hang, rest=f"{hang}  ")


def _paragraph(text: str, look: Look, *, first: str, rest: str) -> Iterator[Row]:
    lines = wrapped(text, width=look.width, first=first, rest=rest)
    yield from (((line, Style.PLAIN),) for line in lines)
