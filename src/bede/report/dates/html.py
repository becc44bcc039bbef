"""Dates as one page of HTML that needs nothing else: no script, no font, no connection.

The template and the style sheet are `bede/data/pages/dates.html` and `dates.css`. Everything is
escaped by the template; a policy in the page forbids it to load or run anything besides.
"""

from __future__ import annotations

from collections.abc import Sequence

from bede.report.dates.families import legend
from bede.report.dates.page import page_document
from bede.report.dates.values import DatedDocument, summary
from bede.report.templates import template
from bede.version import VERSION

PAGE = "dates.html"


def render(documents: Sequence[DatedDocument]) -> str:
    """The texts with their dates marked, a legend, and a list of all dates of each."""
    faults = sum(len(one.impossible) for one in documents)
    found = sum(len(one.timexes) for one in documents)
    return template(PAGE).render(
        documents=[page_document(one, number) for number, one in enumerate(documents, 1)],
        legend=legend(documents),
        impossible=faults,
        summary=summary(found, faults),
        version=VERSION,
    )
