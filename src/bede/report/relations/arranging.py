"""Chooses among several layouts the one that can be read best."""

from __future__ import annotations

from collections.abc import Mapping

from bede.report.relations.boxes import Box
from bede.report.relations.routing import Route, routes
from bede.report.relations.values import FAULTS, Graph

_MUCH = 240  # lines that are laid for all layouts together; of a large graph fewer are tried
_MOST_TURNS = 10
_UNTOLD, _UNTOLD_FAULT, _UNTOLD_REFERENCE = 4.0, 20.0, 1.5  # words without room
_CROSSED = 12.0  # a box that a line runs through
_BENT = 10.0  # for each length of a line by which it is bent
_LARGE = 1 / 60_000  # for each square pixel
_TALL = 6.0  # for each time that it is as high as wide


def arrange(graph: Graph) -> tuple[dict[str, Box], tuple[Route, ...]]:
    """The boxes of the nodes by their ids, and the lines in the order of the edges.

    Args:
        graph: what is to be drawn.
    """
    from bede.report.relations.layout import layouts  # loads networkx, which few reports need

    turns = max(1, min(_MOST_TURNS, _MUCH // max(1, len(graph.edges))))
    tried = ((boxes, routes(graph, boxes)) for boxes in layouts(graph, turns))
    return min(tried, key=lambda one: _cost(*one))


def _cost(boxes: Mapping[str, Box], found: tuple[Route, ...]) -> float:
    """How badly a layout can be read."""
    width = max(box.x + box.width / 2 for box in boxes.values())
    height = max(box.y + box.height / 2 for box in boxes.values())
    cost = width * height * _LARGE + height / width * _TALL
    for route in found:
        cost += route.crossed * _CROSSED + abs(route.bend) * _BENT
        if not route.words.fits:
            known, fault = route.edge.is_known_only, route.edge.main.look in FAULTS
            cost += _UNTOLD_REFERENCE if known else _UNTOLD_FAULT if fault else _UNTOLD
    return cost
