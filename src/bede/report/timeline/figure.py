"""The timeline as a part of a page: a picture that a small script zooms and filters."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from markupsafe import Markup

from bede.report.templates import template
from bede.report.timeline.building import KINDS, build_timeline
from bede.report.timeline.drawing import Pen, draw
from bede.report.timeline.layout import lay_out, with_room
from bede.report.timeline.scale import Scale
from bede.report.timeline.values import Look, Timeline
from bede.report.values import DocumentReport

STYLE = "timeline.css"
SCRIPT = "timeline.js"

NARROWEST = 736
"""Pixels: the days are never narrower (46 rem of 16 pixels); labels are laid out for this."""

MOST_LANES = 150
"""Lanes of one figure: nobody looks through more, and a browser zooms these at once."""

WORDS = {
    "person": "people",
    "organisation": "bodies",
    "state": "states",
    "happening": "events",
    "place": "places",
    "work": "works",
    "idea": "ideas",
    "office": "offices",
}


LOOKS = (
    *((look, f"t-{look}") for look in get_args(Look) if look not in ("life", "office", "name")),
    *((kind, f"n-{kind}") for kind in KINDS),
)
"""Name and class of each colour that a bar may fade in."""


def timeline_figure(document: DocumentReport, number: int) -> Markup | None:
    """The timeline of a document, for a page that has its cards.

    Args:
        document: the document with its account.
        number: which document of the page it is.

    Returns:
        The fragment; None if no statement has a time. The page needs `STYLE` and `SCRIPT`.
    """
    timeline = build_timeline(document, number)
    return None if timeline is None else drawn(timeline, f"timeline-{number}")


def drawn(timeline: Timeline, name: str, links: str = "k") -> Markup:
    """A timeline as a fragment of a page.

    Args:
        timeline: what is drawn; of very many lanes the first `MOST_LANES`.
        name: what links call it.
        links: what stands before the key of a statement in the name of its card.
    """
    hidden = timeline.lanes[MOST_LANES:]
    timeline = with_room(replace(timeline, lanes=timeline.lanes[:MOST_LANES]), NARROWEST)
    pen = Pen(Scale(timeline.first, timeline.last, NARROWEST), fluid=True)
    drawing = draw(timeline, lay_out(timeline, NARROWEST), pen)
    shown = {lane.kind or "idea" for lane in timeline.lanes}
    html = template("timeline.html").render(
        timeline=timeline,
        hidden=(len(hidden), sum(len(lane.marks) for lane in hidden)),
        drawing=drawing,
        id=name,
        links=links,
        looks=LOOKS,
        kinds=[(kind, WORDS[kind]) for kind in KINDS if kind in shown],
        faults=any(mark.is_fault for mark in timeline.marks),
    )
    return Markup(html)  # noqa: S704 - the template escapes all that is put into it
