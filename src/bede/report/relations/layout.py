"""Finds a place for each node: what is related stands near, and no box lies on another.

Each connected part is laid out by stress majorization (Gansner, Koren and North, "Graph Drawing by
Stress Majorization", 2004): the distance of two boxes on the picture is to be the length of the
shortest way between them in the graph. It begins from a tree around the best connected node. Then
boxes that overlap are pushed apart, and the parts are set beside each other. Nothing is left to
chance: the same graph gives the same picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import networkx as nx
import numpy as np

from bede.report.relations.boxes import Box, size_of
from bede.report.relations.values import Graph

_EDGE = 70.0  # pixels between two boxes at the least, where there is room
_CROWD = 6.0  # pixels more where both have many lines, for each in the (geometric) mean
_SWEEPS = 120
_STILL = 0.05  # pixels; moves less than this end the search
_WIDER = 1.22  # screens are wider than high, and so are names
_GAP = (16.0, 15.0)  # pixels between boxes, beside and above each other
_PUSHES = 120
_SLACK = 0.01  # pixels that boxes may come nearer than the gap
_SPREAD = 1.05  # for each time that pushing does not suffice
_BEND = 0.88  # far nodes are set nearer than the way to them is long; 1 would be as far
_BETWEEN = 44.0  # pixels between parts of the graph
_SHAPE = 1.7  # width by height of the whole, if the parts allow

Net: TypeAlias = "nx.Graph[str]"

Array: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.float64]]"

Places = dict[str, tuple[float, float]]


def layouts(graph: Graph, turns: int) -> Iterator[dict[str, Box]]:
    """The box of each node, by its id, from the top left corner (0, 0): several to choose from.

    Args:
        graph: what is to be drawn.
        turns: how many; each part of the graph is turned a little further every time, and in the
            first its main axis lies level.
    """
    sizes = {node.id: size_of(node) for node in graph.nodes}
    net: Net = nx.Graph()
    net.add_nodes_from(sizes)
    net.add_edges_from((edge.source, edge.target) for edge in graph.edges)
    for source, target in net.edges:
        net.edges[source, target]["length"] = _length(net, sizes, source, target)
    order = {name: place for place, name in enumerate(sizes)}
    parts = [sorted(part, key=order.__getitem__) for part in nx.connected_components(net)]
    parts.sort(key=lambda part: (-len(part), order[part[0]]))
    relaxed = [_relaxed(net.subgraph(part), part) if len(part) > 2 else None for part in parts]
    for turn in range(turns):
        angle = turn * math.pi / turns
        yield _packed(
            [
                _pair(part, sizes) if places is None else _boxes(part, places, angle, sizes)
                for part, places in zip(parts, relaxed, strict=True)
            ]
        )


def _length(net: Net, sizes: Mapping[str, tuple[float, float]], source: str, target: str) -> float:
    """How long a line should be: room for its words, and for the lines of both its ends."""
    halves = (sum(sizes[source]) + sum(sizes[target])) / 4
    return _EDGE + halves + _CROWD * math.sqrt(net.degree[source] * net.degree[target])


def _pair(names: Sequence[str], sizes: Mapping[str, tuple[float, float]]) -> dict[str, Box]:
    """Two alone stand above each other, with room for the words between."""
    (_, first), (_, second) = (sizes[name] for name in names)
    apart = (first + second) / 2 + _EDGE * 0.7
    return {name: Box(0.0, place * apart, *sizes[name]) for place, name in enumerate(names)}


def _boxes(
    names: Sequence[str], places: Array, angle: float, sizes: Mapping[str, tuple[float, float]]
) -> dict[str, Box]:
    """The boxes of a connected part, turned by an angle from where its main axis lies level."""
    turned = _turned(places, angle)
    turned[:, 0] *= _WIDER
    found = _apart(turned, np.array([sizes[name] for name in names]))
    return {
        name: Box(float(x), float(y), *sizes[name])
        for name, (x, y) in zip(names, found, strict=True)
    }


def _tree(net: Net, names: Sequence[str]) -> Array:
    """A start: rings around the most central node, each branch with a share of the circle."""
    near = nx.closeness_centrality(net)
    order = {name: place for place, name in enumerate(names)}
    root = min(names, key=lambda name: (-round(near[name], 9), order[name]))
    children: dict[str, list[str]] = {name: [] for name in names}
    for child, parent in nx.bfs_predecessors(
        net, root, sort_neighbors=lambda some: sorted(some, key=order.__getitem__)
    ):
        children[parent].append(child)
    above = [root]
    for name in above:  # which grows meanwhile
        above += children[name]
    leaves: dict[str, int] = {}
    for name in reversed(above):
        leaves[name] = sum(leaves[child] for child in children[name]) or 1
    places: Places = {}

    waiting = [(root, 0.0, 2 * math.pi, 0)]
    while waiting:
        name, first, share, depth = waiting.pop()
        angle, radius = first + share / 2, 130.0 * depth
        places[name] = (radius * math.cos(angle), radius * math.sin(angle))
        for child in children[name]:
            part = share * leaves[child] / leaves[name]
            waiting.append((child, first, part, depth + 1))
            first += part
    return np.array([places[name] for name in names])


def _relaxed(net: Net, names: Sequence[str]) -> Array:
    """Stress majorization, one node after the other."""
    places = _tree(net, names)
    ways = dict(nx.all_pairs_dijkstra_path_length(net, weight="length"))
    wanted = np.array([[ways[one][other] for other in names] for one in names])
    lengths = [net.edges[pair]["length"] for pair in net.edges]
    edge = math.fsum(lengths) / len(lengths)
    # A power may differ in its last bit from one processor to another; the picture may not.
    wanted = np.round(np.where(wanted > edge, edge * (wanted / edge) ** _BEND, wanted), 6)
    weights = np.zeros_like(wanted)
    np.divide(1.0, wanted**2, out=weights, where=wanted > 0)
    for _ in range(_SWEEPS):
        moved = 0.0
        for i in range(len(names)):
            away = places[i] - places
            far = np.maximum(np.sqrt((away**2).sum(axis=1)), 1e-6)
            pulls = places + away * (wanted[i] / far)[:, None]
            place = (weights[i][:, None] * pulls).sum(axis=0) / weights[i].sum()
            moved = max(moved, float(np.abs(place - places[i]).max()))
            places[i] = place
        if moved < _STILL:
            break
    return places


def _turned(places: Array, angle: float) -> Array:
    """The places turned by an angle from where their main axis lies level."""
    x, y = (places - places.mean(axis=0)).T
    level = 0.5 * math.atan2(2 * float((x * y).sum()), float((x * x).sum() - (y * y).sum()))
    cosine, sine = math.cos(angle - level), math.sin(angle - level)
    return np.stack((x * cosine - y * sine, x * sine + y * cosine), axis=1)


def _apart(places: Array, sizes: Array) -> Array:
    """Places on which no two boxes overlap: pushed apart, and where that is not enough, spread."""
    while not _push(places, sizes):
        places = places * _SPREAD
    return places


def _push(places: Array, sizes: Array) -> bool:
    """Push boxes that overlap apart, along the axis on which less is needed.

    Returns:
        Whether none overlaps any more.
    """
    need = (sizes[:, None] + sizes[None, :]) / 2 + np.array(_GAP)
    for _ in range(_PUSHES):
        away = places[:, None] - places[None, :]
        over = need - np.abs(away)
        first, second = np.nonzero(np.triu((over > _SLACK).all(axis=2), k=1))
        if not len(first):
            return True
        for i, j in zip(first.tolist(), second.tolist(), strict=True):
            apart = places[i] - places[j]
            lack = need[i, j] - np.abs(apart)
            if (lack <= 0).any():
                continue
            axis = 0 if lack[0] < lack[1] else 1
            push = float(lack[axis]) / 2 * (1.0 if apart[axis] >= 0 else -1.0)
            places[i, axis] += push
            places[j, axis] -= push
    return False


def _packed(parts: Sequence[Mapping[str, Box]]) -> dict[str, Box]:
    """The parts of the graph beside each other, each as high up as there is room for it."""
    frames = [_frame(part) for part in parts]
    sizes = [(right - left, low - top) for left, top, right, low in frames]
    area = sum((wide + _BETWEEN) * (high + _BETWEEN) for wide, high in sizes)
    most = max(max(wide for wide, _ in sizes), math.sqrt(area * _SHAPE))
    found: dict[str, Box] = {}
    taken: list[Box] = []
    for part, (left, top, _, _), (wide, high) in zip(parts, frames, sizes, strict=True):
        place = _free_place(wide, high, most, taken)
        taken.append(place)
        x, y = place.x - wide / 2 - left, place.y - high / 2 - top
        for name, box in part.items():
            found[name] = Box(round(box.x + x, 1), round(box.y + y, 1), box.width, box.height)
    return found


def _free_place(wide: float, high: float, most: float, taken: Sequence[Box]) -> Box:
    """The highest place, then the leftmost, where a part of this size covers no other."""
    lefts = [0.0, *(box.x + box.width / 2 + _BETWEEN for box in taken)]
    tops = [0.0, *(box.y + box.height / 2 + _BETWEEN for box in taken)]
    for top in sorted(set(tops)):
        for left in sorted(set(lefts)):
            place = Box(left + wide / 2, top + high / 2, wide, high)
            inside = left == 0 or left + wide <= most
            if inside and not any(place.meets(box, _BETWEEN - 1) for box in taken):
                return place
    raise AssertionError("below all others there is room")


def _frame(part: Mapping[str, Box]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of some boxes."""
    boxes = part.values()
    return (
        min(box.x - box.width / 2 for box in boxes),
        min(box.y - box.height / 2 for box in boxes),
        max(box.x + box.width / 2 for box in boxes),
        max(box.y + box.height / 2 for box in boxes),
    )
