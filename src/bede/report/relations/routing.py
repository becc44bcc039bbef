"""Leads lines from box to box, around others where it can, and finds room for their words."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bede.report.relations.boxes import Box, width_of
from bede.report.relations.values import Edge, Graph

SMALL = 11
"""Size of the letters of the words on a line, in pixels."""

_BENDS = (0.0, 0.09, -0.09, 0.2, -0.2, 0.34, -0.34)  # of the length, to the left and right
_CLEAR = 4.0  # pixels between a line and a box that it passes
_STEPS = 28  # points of a line that are looked at
_SPOTS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)  # where on the line its words may stand
_SHIFTS = (0.0, -12.0, 12.0, -28.0, 28.0)  # pixels above and below the line
_MOST_WORDS = 34
_HEAD = 7.0  # pixels of an arrow
_COST = 8.0  # of a box that is crossed, measured in bends
_WIDE, _LINE = 5.0, 14.0

Point = tuple[float, float]
Curve = tuple[Point, Point, Point]


@dataclass(frozen=True, slots=True)
class Words:
    """Words on a line: where their middle is, and whether there is room to show them always."""

    text: str
    x: float
    y: float
    fits: bool


@dataclass(frozen=True, slots=True)
class Route:
    """A line: a curve of three points, from box to box, with its words.

    Attributes:
        edge: what it stands for.
        begin: where it leaves the one box.
        middle: the point that bends it.
        end: where it reaches the other.
        words: its words.
        bend: how far it is bent, as a share of its length.
        crossed: how many boxes it runs through nevertheless.
    """

    edge: Edge
    begin: Point
    middle: Point
    end: Point
    words: Words
    bend: float
    crossed: int

    def moved(self, x: float, y: float) -> Route:
        """The same line elsewhere."""
        begin, middle, end = (
            (one[0] + x, one[1] + y) for one in (self.begin, self.middle, self.end)
        )
        words = replace(self.words, x=self.words.x + x, y=self.words.y + y)
        return replace(self, begin=begin, middle=middle, end=end, words=words)

    @property
    def path(self) -> str:
        """The curve in the words of SVG."""
        (x1, y1), (x2, y2), (x3, y3) = self.begin, self.middle, self.end
        return f"M{x1:.1f} {y1:.1f}Q{x2:.1f} {y2:.1f} {x3:.1f} {y3:.1f}"

    @property
    def heads(self) -> str:
        """The arrows: at its end, and at its begin where relations lead both ways."""
        heads = [_arrow(self.middle, self.end)]
        if self.edge.is_mutual:
            heads.append(_arrow(self.middle, self.begin))
        return "".join(heads)


def routes(graph: Graph, boxes: Mapping[str, Box]) -> tuple[Route, ...]:
    """The line of each edge, in their order; the weightiest get room for their words first.

    Args:
        graph: what is drawn.
        boxes: where its nodes stand.
    """
    taken = list(boxes.values())
    found = []
    for edge in graph.edges:
        curve, bend, crossed = _curve(boxes[edge.source], boxes[edge.target], boxes.values())
        words = _placed(_label(edge), curve, taken, boxes.values())
        if words.fits:
            taken.append(_frame(words))
        found.append(Route(edge, *curve, words, bend, crossed))
    return tuple(found)


def _label(edge: Edge) -> str:
    """The words of a line: its weightiest relation, and how many more there are."""
    main = edge.main.label
    more = len(edge.relations) - 1
    if len(main) > _MOST_WORDS:
        main = f"{main[: _MOST_WORDS - 1].rstrip()}…"
    return f"{main} +{more}" if more else main


def _curve(source: Box, target: Box, boxes: Collection[Box]) -> tuple[Curve, float, int]:
    """The straightest curve that crosses the fewest other boxes, its bend, and how many."""
    others = [box for box in boxes if box is not source and box is not target]
    found: list[tuple[float, Curve, float, int]] = []
    for bend in _BENDS:
        curve = _clipped(source, target, bend)
        crossed = _crossed(curve, others)
        found.append((crossed * _COST + abs(bend) * 10, curve, bend, crossed))
        if not crossed:
            break
    return min(found, key=lambda one: one[0])[1:]


def _crossed(curve: Curve, boxes: Sequence[Box]) -> int:
    """How many boxes a curve crosses."""
    left, right = min(x for x, _ in curve), max(x for x, _ in curve)
    top, low = min(y for _, y in curve), max(y for _, y in curve)
    near = [
        box
        for box in boxes
        if left - box.width / 2 - _CLEAR < box.x < right + box.width / 2 + _CLEAR
        and top - box.height / 2 - _CLEAR < box.y < low + box.height / 2 + _CLEAR
    ]
    points = [_at(curve, step / _STEPS) for step in range(_STEPS + 1)]
    return sum(any(box.holds(x, y, _CLEAR) for x, y in points) for box in near)


def _clipped(source: Box, target: Box, bend: float) -> Curve:
    """A curve between the middles of two boxes, of which only what lies outside them is kept."""
    dx, dy = target.x - source.x, target.y - source.y
    middle = (
        (source.x + target.x) / 2 - dy * bend * 2,
        (source.y + target.y) / 2 + dx * bend * 2,
    )
    begin, end = _edge_of(source, middle), _edge_of(target, middle)
    return begin, middle, end


def _edge_of(box: Box, towards: Point) -> Point:
    """Where the way from the middle of a box to a point leaves the box."""
    dx, dy = towards[0] - box.x, towards[1] - box.y
    if dx == 0 and dy == 0:
        return box.x, box.y
    shares = []
    if dx:
        shares.append((box.width / 2 + 2) / abs(dx))
    if dy:
        shares.append((box.height / 2 + 2) / abs(dy))
    share = min(*shares, 1.0) if len(shares) > 1 else min(shares[0], 1.0)
    return box.x + dx * share, box.y + dy * share


def _at(curve: Curve, share: float) -> Point:
    (x1, y1), (x2, y2), (x3, y3) = curve
    a, b, c = (1 - share) ** 2, 2 * (1 - share) * share, share**2
    return a * x1 + b * x2 + c * x3, a * y1 + b * y2 + c * y3


def _placed(text: str, curve: Curve, taken: Sequence[Box], boxes: Collection[Box]) -> Words:
    """Words on a line, or close to it, where they cover nothing.

    Where there is no room they are shown only when asked for, then without most others: there
    they need to keep clear of names only, and may stand a little beside the line.
    """
    spots = [
        Words(text, words.x, words.y + shift, fits=True)
        for shift in _SHIFTS[:3]
        for words in (Words(text, *_at(curve, spot), fits=True) for spot in _SPOTS)
    ]
    for words in spots:
        frame = _frame(words)
        if not any(frame.meets(box, 1.0) for box in taken):
            return words
    beside = [
        replace(one, y=one.y + shift, fits=False)
        for shift in _SHIFTS
        for one in spots[: len(_SPOTS)]
    ]
    return min(beside, key=lambda one: _covered(_frame(one), boxes))


def _covered(frame: Box, boxes: Collection[Box]) -> int:
    return sum(frame.meets(box) for box in boxes)


def _frame(words: Words) -> Box:
    return Box(words.x, words.y, width_of(words.text, SMALL) + _WIDE, _LINE)


def _arrow(origin: Point, tip: Point) -> str:
    dx, dy = tip[0] - origin[0], tip[1] - origin[1]
    length = math.hypot(dx, dy) or 1.0
    ux, uy = dx / length, dy / length
    x, y = tip[0] - ux * _HEAD, tip[1] - uy * _HEAD
    half = _HEAD / 2.2
    return (
        f"M{tip[0]:.1f} {tip[1]:.1f}L{x - uy * half:.1f} {y + ux * half:.1f}"
        f"L{x + uy * half:.1f} {y - ux * half:.1f}Z"
    )


def frames(found: Sequence[Route]) -> Iterator[Box]:
    """The boxes of all words that are always shown."""
    for route in found:
        if route.words.fits:
            yield _frame(route.words)
