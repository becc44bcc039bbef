"""The timeline as a picture of its own: SVG, and PNG made of it."""

from __future__ import annotations

from bede.report.pixels import colours, png_of
from bede.report.templates import template
from bede.report.timeline.building import KINDS, shortened
from bede.report.timeline.drawing import Pen, draw
from bede.report.timeline.figure import LOOKS
from bede.report.timeline.layout import lay_out, with_room
from bede.report.timeline.scale import Scale
from bede.report.timeline.values import Timeline
from bede.report.wording import count

WIDTH = 1280
"""Pixels of a picture, if nothing else is asked for."""

THEMES = ("light", "dark")

_NAMES, _MOST_NAME = 212, 26  # pixels of the column of names, signs of a name
_HEAD, _FOOT = 66, 30


def svg(timeline: Timeline, *, theme: str = "light", width: int = WIDTH) -> str:
    """A timeline as an SVG file that needs nothing else.

    Args:
        timeline: what is drawn.
        theme: light or dark.
        width: of the picture, in pixels.
    """
    days = width - _NAMES - 12
    timeline = with_room(timeline, days)
    pen = Pen(Scale(timeline.first, timeline.last, days), fluid=False)
    drawing = draw(timeline, lay_out(timeline, days), pen)
    shades = colours(theme)
    looks = {
        "contradicted": "contradicted",
        "error": "contradicted",
        "warning": "warning",
        "disputed": "disputed",
        "supported": "supported",
        "note": "note",
        "open": "rule",
        "skipped": "rule",
        "reference": "link",
        "ghost": "disputed",
    }
    return template("timeline-alone.svg").render(
        drawing=drawing,
        names=[shortened(lane.label, _MOST_NAME) for lane in drawing.lanes],
        heading=timeline.title,
        foot=_foot(timeline),
        width=width,
        height=drawing.height + _HEAD + _FOOT,
        top=_HEAD,
        left=_NAMES,
        days=days,
        colours=shades,
        looks={look: shades[colour] for look, colour in looks.items()},
        kinds={kind: shades[kind] for kind in KINDS},
        gradients=LOOKS,
        fades={look: shades[colour] for look, colour in looks.items()}
        | {kind: shades[kind] for kind in KINDS},
    )


def png(timeline: Timeline, *, theme: str = "light", width: int = WIDTH) -> bytes:
    """A timeline as a PNG file, at twice the size of the SVG.

    Args:
        timeline: what is drawn.
        theme: light or dark.
        width: of the picture, in pixels, before it is doubled.

    Raises:
        UsageError: the picture would be too large.
    """
    return png_of(
        svg(timeline, theme=theme, width=width),
        remedy="write .svg or .html, or bound the time with --from and --to",
    )


def _foot(timeline: Timeline) -> str:
    parts = ["Red: the text has it wrong. Blue: the reference. Pale: somewhere in this time."]
    if timeline.undated:
        parts.append(f"Not drawn: {count(timeline.undated, 'statement')} without a date.")
    return " ".join(parts)
