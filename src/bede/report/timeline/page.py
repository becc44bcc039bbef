"""The timelines of some documents as one page, with a list of all that is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bede.judgement.telling import time_in_words
from bede.report.pictures import Picture, Row, page_of
from bede.report.timeline.figure import SCRIPT, STYLE, drawn
from bede.report.timeline.values import Timeline
from bede.report.values import Report
from bede.report.wording import count


@dataclass(frozen=True, slots=True)
class Drawn:
    """A document and its timeline, None if nothing in it has a time."""

    title: str
    timeline: Timeline | None


def render(report: Report, timelines: Sequence[Drawn]) -> str:
    """One page of HTML that needs nothing else.

    Args:
        report: what the pictures were made of.
        timelines: one for each document.
    """
    pictures = []
    for number, one in enumerate(timelines, 1):
        rows = () if one.timeline is None else tuple(_rows(one.timeline))
        pictures.append(
            Picture(
                id=f"timeline-{number}",
                title=one.title,
                html=None if one.timeline is None else drawn(one.timeline, f"timeline-{number}"),
                summary=f"The same as a list: {count(len(rows), 'statement')}",
                heads=("Who or what", "The text", "The reference", "Apart", "Verdict", "Place"),
                rows=rows,
            )
        )
    return page_of(
        report,
        "Timeline",
        pictures,
        styles=(STYLE,),
        scripts=(SCRIPT,),
        nothing="No statement of this text has a date that Bede can draw.",
    )


def _rows(timeline: Timeline) -> Iterator[Row]:
    for lane in timeline.lanes:
        for mark in lane.marks:
            known = "" if mark.known is None else time_in_words(mark.known.span)
            cells = (lane.label, mark.name, known, mark.apart, mark.look, mark.place)
            yield Row(f"k{mark.key}", mark.key, mark.look, cells)
