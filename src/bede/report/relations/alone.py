"""The relations as a picture of its own: SVG, and PNG made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bede.report.pixels import colours, png_of
from bede.report.relations.boxes import width_of
from bede.report.relations.drawing import MARGIN, Drawing, draw
from bede.report.relations.figure import KINDS, looks_of, remarks_of, samples_of
from bede.report.relations.routing import SMALL
from bede.report.relations.values import Graph
from bede.report.templates import template

_HEAD = 44
_LEAST = 640  # pixels of width, for the heading and the signs
_ROW = 24  # of the signs
_SIGN = 40  # pixels before the words of a sign
_BETWEEN = 18

_COLOURS = {
    "contradicted": "contradicted",
    "error": "contradicted",
    "warning": "warning",
    "disputed": "disputed",
    "supported": "supported",
    "note": "note",
    "open": "rule",
    "skipped": "rule",
    "reference": "link",
}


def svg(graph: Graph, *, theme: str = "light") -> str:
    """Relations as an SVG file that needs nothing else.

    Args:
        graph: what is drawn.
        theme: light or dark.
    """
    drawing = draw(graph)
    width = max(_LEAST, drawing.width)
    legend, depth = _legend(graph, width)
    top = _HEAD + drawing.height
    foot = remarks_of(graph)
    shades: Mapping[str, str] = colours(theme)
    return template("relations-alone.svg").render(
        drawing=drawing,
        heading=graph.title,
        foot=foot,
        width=width,
        height=top + depth + (26 if foot else 8),
        top=_HEAD,
        left=_left(drawing, width),
        legend=[(x, y + top, *more) for x, y, *more in legend],
        colours=shades,
        kinds=tuple(KINDS),
        looks={look: shades[name] for look, name in _COLOURS.items()},
    )


def png(graph: Graph, *, theme: str = "light") -> bytes:
    """Relations as a PNG file, at twice the size of the SVG.

    Args:
        graph: what is drawn.
        theme: light or dark.

    Raises:
        UsageError: the picture would be too large.
    """
    return png_of(svg(graph, theme=theme), remedy="write .svg or .html, or draw less with --most")


def _left(drawing: Drawing, width: int) -> int:
    return (width - drawing.width) // 2


Sign = tuple[int, int, str, str, str, str]


def _legend(graph: Graph, width: int) -> tuple[list[Sign], int]:
    """The signs in rows, each with its place from the first row, and the height of all."""
    found: list[Sign] = []
    x, y = MARGIN, 4
    for sort, name, words, path in _signs(graph):
        wide = _SIGN + round(width_of(words, SMALL)) + _BETWEEN
        if x + wide > width and x > MARGIN:
            x, y = MARGIN, y + _ROW
        found.append((x, y, sort, name, words, path))
        x += wide
    return found, y + _ROW


def _signs(graph: Graph) -> Iterator[tuple[str, str, str, str]]:
    for look, words in looks_of(graph):
        yield "r", look, words, "M1 8H33"
    for kind, words, path in samples_of(graph):
        yield "n", kind, words, path
