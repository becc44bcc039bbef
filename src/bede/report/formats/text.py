"""Text for people, in the manner of the best compilers.

The shape is that of rustc: a headline that stands alone, the place, an excerpt with carets under
the exact words, and below it what the reference says, with its sources.
"""

from __future__ import annotations

from collections.abc import Iterator

from bede.catalog import Severity
from bede.judgement import Verdict
from bede.report.diagnostic import diagnostic
from bede.report.display import Row, Style, paint, wrapped
from bede.report.format import Look, ReportFormat
from bede.report.listing import listing
from bede.report.values import DocumentReport, Report
from bede.report.wording import count


def _render(report: Report, look: Look) -> str:
    rows: list[Row] = []
    for document in report.documents:
        for finding in document.findings:
            rows += [*diagnostic(finding, document, look), ()]
    for document in report.documents if look.verbose else ():
        listed = listing(document, look)
        rows += [*listed[1:], ()] if listed else []
    rows += _summary(report, look)
    return paint(rows, color=look.color)


def _summary(report: Report, look: Look) -> Iterator[Row]:
    """How much could be checked, what was found, and by what it was judged."""
    for document in report.documents:
        yield from _plain(_coverage(document), look)
    works = sum(len(document.works) for document in report.documents)
    if works and not look.verbose:
        yield from _plain(f"{count(works, 'work')} recognised (--verbose)", look)
    if not report.documents:
        yield from _plain("No document was checked.", look)
    yield ((_total(report), Style.STRONG),)
    packs = ", ".join(f"{name} {version}" for name, version in report.packs) or "no pack"
    yield from _plain(f"Reference: {packs}; parser {' '.join(report.parser)}", look)
    if any(document.count(Verdict.OPEN) for document in report.documents):
        remedy = "" if look.verbose else " (--verbose lists them)"
        yield from _plain(
            f"Silence is not approval: open statements were not confirmed{remedy}.", look
        )


def _plain(text: str, look: Look) -> Iterator[Row]:
    yield from (((line, Style.PLAIN),) for line in wrapped(text, width=look.width, rest="  "))


def _coverage(document: DocumentReport) -> str:
    """How many statements of a document could be checked, and with what result."""
    if not document.claims:
        return f"{document.path}: no statement was found that could be checked."
    decided = (Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.DISPUTED)
    parts = []
    for verdicts in (decided, (Verdict.OPEN, Verdict.SKIPPED)):
        numbers = [(document.count(verdict), verdict) for verdict in verdicts]
        parts.append(", ".join(f"{number} {verdict}" for number, verdict in numbers if number))
    told = "; ".join(part for part in parts if part)
    checked = f"{document.checked} of {count(len(document.claims), 'statement')}"
    return f"{document.path}: {checked} could be checked: {told}."


def _total(report: Report) -> str:
    found = ", ".join(count(report.count(severity), severity) for severity in Severity)
    total = f"{found} in {count(len(report.documents), 'document')}"
    if report.problems:
        total += f"; {count(len(report.problems), 'input')} could not be read"
    return total


FORMAT = ReportFormat("text", "for people: findings with excerpts, reasons and sources", _render)
