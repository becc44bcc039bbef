"""A page for people: the text with every claim marked by its verdict, and why; and its pictures."""

from __future__ import annotations

from collections.abc import Iterator

from bede.report.cast import cast_of, fragments, reading_list_of
from bede.report.checked.html import render
from bede.report.checked.values import Figure
from bede.report.format import Look, ReportFormat
from bede.report.relations import figure as relations
from bede.report.timeline import figure as timeline
from bede.report.values import DocumentReport, Report

STYLES = (timeline.STYLE, relations.STYLE, fragments.STYLE)
SCRIPTS = (timeline.SCRIPT, relations.SCRIPT)


def figures_of(document: DocumentReport, number: int) -> tuple[Figure, ...]:
    """The pictures and lists that stand beside the text of a document.

    Args:
        document: the document with its account.
        number: which document of the page it is.
    """
    return tuple(_figures(document, number))


def _figures(document: DocumentReport, number: int) -> Iterator[Figure]:
    drawn = timeline.timeline_figure(document, number)
    if drawn is not None:
        yield Figure(f"timeline-{number}", "Timeline", drawn, first=True)
    related = relations.relations_figure(document, number)
    if related is not None:
        yield Figure(f"relations-{number}", "Relations", related)
    cast = cast_of(document, number)
    if cast:
        shown = fragments.cast_fragment(cast, number, level=4, cards=True)
        yield Figure(f"cast-{number}", "Who and what", shown)
    titles = reading_list_of(document)
    if titles:
        yield Figure(
            f"works-{number}", "To read", fragments.works_fragment(titles, number, cards=True)
        )


def _render(report: Report, look: Look) -> str:
    """The page has all of it, whatever the reader of a terminal wishes."""
    del look
    return render(report, figures_of, styles=STYLES, scripts=SCRIPTS)


FORMAT = ReportFormat(
    "html", "a page with the text, every claim marked by its verdict", _render, needs_account=True
)
