"""Writes a graph down as shapes: what the templates need, and no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bede.chronology import date_of
from bede.report.checked.cards import entity_key
from bede.report.relations.arranging import arrange
from bede.report.relations.boxes import LINE, Box, lines_of
from bede.report.relations.routing import Route, frames
from bede.report.relations.values import Edge, Graph, Node, Relation

MARGIN = 14
"""Pixels around the picture."""

MOST_TOLD = 12
"""Relations of two that are told in the title of their line; the rest are counted."""


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """A node: its outline, and its name in lines.

    Attributes:
        place: its number, by which lines name it.
        key: what the page calls the entity, or "".
        claims: keys of statements in which it stands, if it has no key.
        kind: person, organisation ...; "" if not known.
        path: the outline.
        lines: pairs of a height and the words.
        x: the middle.
        title: name, life and how many relations.
    """

    place: int
    key: str
    claims: tuple[str, ...]
    kind: str
    path: str
    lines: tuple[tuple[float, str], ...]
    x: float
    title: str


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    """A line with its words.

    Attributes:
        place: its number.
        ends: the numbers of its nodes.
        look: the weightiest verdict, or "reference".
        claims: keys of its statements.
        year: the first year of its relations, astronomical, or None if none has a date.
        route: where it runs.
        title: all its relations, in words.
    """

    place: int
    ends: tuple[int, int]
    look: str
    claims: tuple[str, ...]
    year: int | None
    route: Route
    title: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A graph as shapes, in pixels from the top left corner."""

    width: int
    height: int
    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]
    years: tuple[int, int] | None


def draw(graph: Graph) -> Drawing:
    """The shapes of a graph.

    Args:
        graph: what is drawn.
    """
    boxes, found = arrange(graph)
    corners = [*boxes.values(), *frames(found)]
    left = min(min(box.x - box.width / 2 for box in corners), *_across(found, 0)) - MARGIN
    top = min(min(box.y - box.height / 2 for box in corners), *_across(found, 1)) - MARGIN
    right = max(max(box.x + box.width / 2 for box in corners), *_across(found, 0)) + MARGIN
    low = max(max(box.y + box.height / 2 for box in corners), *_across(found, 1)) + MARGIN
    places = {node.id: place for place, node in enumerate(graph.nodes)}
    names = {node.id: node.label for node in graph.nodes}
    edges = tuple(
        _edge(place, route.moved(-left, -top), places, names) for place, route in enumerate(found)
    )
    told = [edge.year for edge in edges if edge.year is not None]
    return Drawing(
        width=round(right - left),
        height=round(low - top),
        nodes=tuple(_nodes(graph, boxes, (left, top))),
        edges=edges,
        years=(min(told), max(told)) if told and min(told) < max(told) else None,
    )


def _across(found: tuple[Route, ...], axis: int) -> Iterator[float]:
    """How far the middles of the curves reach; a curve goes half the way to its middle point."""
    for route in found:
        ends = (route.begin[axis] + route.end[axis]) / 2
        yield (route.middle[axis] + ends) / 2


def _nodes(
    graph: Graph, boxes: Mapping[str, Box], origin: tuple[float, float]
) -> Iterator[DrawnNode]:
    concerned: dict[str, list[tuple[int, Edge]]] = {}
    for place, edge in enumerate(graph.edges):
        for name in (edge.source, edge.target):
            concerned.setdefault(name, []).append((place, edge))
    for place, node in enumerate(graph.nodes):
        box = boxes[node.id]
        moved = Box(box.x - origin[0], box.y - origin[1], box.width, box.height)
        edges = concerned[node.id]
        keys = tuple(
            dict.fromkeys(one.key for _, edge in edges for one in edge.relations if one.key)
        )
        lines = lines_of(node.label)
        first = moved.y - LINE * (len(lines) - 1) / 2 + 4.2
        yield DrawnNode(
            place=place,
            key="" if node.entity is None else entity_key(node.entity),
            claims=() if node.entity is not None else keys,
            kind=node.kind,
            path=outline(node.kind, moved),
            lines=tuple((first + LINE * i, line) for i, line in enumerate(lines)),
            x=moved.x,
            title=_title(node, len(edges)),
        )


def _title(node: Node, lines: int) -> str:
    unknown = "" if node.entity is not None else "not in the reference"
    parts = (node.years, unknown, f"{lines} relation{'s' if lines != 1 else ''}")
    return f"{node.label}: {', '.join(filter(None, parts))}"


def _edge(
    place: int, route: Route, places: Mapping[str, int], names: Mapping[str, str]
) -> DrawnEdge:
    edge = route.edge
    years = [
        date_of(day).year
        for one in edge.relations
        if one.span is not None and (day := _first(one)) is not None
    ]
    told = [in_words(one, names) for one in edge.relations[:MOST_TOLD]]
    if len(edge.relations) > MOST_TOLD:
        told.append(f"and {len(edge.relations) - MOST_TOLD} more")
    return DrawnEdge(
        place=place,
        ends=(places[edge.source], places[edge.target]),
        look=edge.main.look,
        claims=tuple(dict.fromkeys(one.key for one in edge.relations if one.key)),
        year=min(years) if years else None,
        route=route,
        title="\n".join(told),
    )


def _first(one: Relation) -> int | None:
    if one.span is None:
        return None
    low, high = one.span.hull
    return high if low is None else low


def in_words(one: Relation, names: Mapping[str, str]) -> str:
    """A relation as a sentence with its verdict.

    Args:
        one: the relation.
        names: the names of nodes by id.
    """
    date = f", {one.date}" if one.date else ""
    sentence = f"{names[one.source]} {one.words} {names[one.target]}{date}"
    return f"{one.sign} {sentence} ({one.verdict})".strip()


def outline(kind: str, box: Box) -> str:
    """The outline of a box, by which kinds are told apart, in the words of SVG.

    Args:
        kind: the kind of node.
        box: where it stands.
    """
    left, right = box.x - box.width / 2, box.x + box.width / 2
    top, low = box.y - box.height / 2, box.y + box.height / 2
    half = box.height / 2
    corner = {"person": half, "organisation": 2.0, "": 6.0}.get(kind)
    if corner is not None:
        r = min(corner, 15.0)
        return (
            f"M{left + r:.1f} {top:.1f}H{right - r:.1f}Q{right:.1f} {top:.1f} {right:.1f} "
            f"{top + r:.1f}V{low - r:.1f}Q{right:.1f} {low:.1f} {right - r:.1f} {low:.1f}"
            f"H{left + r:.1f}Q{left:.1f} {low:.1f} {left:.1f} {low - r:.1f}V{top + r:.1f}"
            f"Q{left:.1f} {top:.1f} {left + r:.1f} {top:.1f}Z"
        )
    if kind == "idea":  # sides that bulge
        return (
            f"M{left + 7:.1f} {top:.1f}H{right - 7:.1f}Q{right + 6:.1f} {box.y:.1f} "
            f"{right - 7:.1f} {low:.1f}H{left + 7:.1f}Q{left - 6:.1f} {box.y:.1f} "
            f"{left + 7:.1f} {top:.1f}Z"
        )
    points = _corners(kind, left, right, top, low, box.y)
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"


def _corners(
    kind: str, left: float, right: float, top: float, low: float, middle: float
) -> list[tuple[float, float]]:
    """State: cut corners. Place: pointed sides. Work: aslant. Event: an arrow. Office: a roof."""
    if kind == "state":
        return [
            (left + 6, top), (right - 6, top), (right, top + 6), (right, low - 6),
            (right - 6, low), (left + 6, low), (left, low - 6), (left, top + 6),
        ]  # fmt: skip
    if kind == "place":
        return [
            (left + 7, top), (right - 7, top), (right + 2, middle), (right - 7, low),
            (left + 7, low), (left - 2, middle),
        ]  # fmt: skip
    if kind == "work":
        return [(left + 5, top), (right + 3, top), (right - 5, low), (left - 3, low)]
    if kind == "happening":
        return [
            (left - 2, top), (right - 5, top), (right + 3, middle), (right - 5, low),
            (left - 2, low), (left + 5, middle),
        ]  # fmt: skip
    return [(left + 6, top), (right - 6, top), (right + 2, low), (left - 2, low)]
