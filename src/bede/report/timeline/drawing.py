"""The shapes of a timeline: where each line, box and word stands, for the template to write down.

In a page the days are shares of the width, so that a browser zooms by widening the picture; in a
picture of its own they are pixels.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bede.report.checked.cards import entity_key
from bede.report.timeline.layout import Placed, PlacedLane, PlacedMark, segments, top_of
from bede.report.timeline.scale import Scale, Tick
from bede.report.timeline.values import Timeline

BAR = 11
"""Pixels: the height of a bar."""

_THIN = 5  # pixels: the height of a ghost
_TICK_SIGN = 6.5  # pixels of a sign beside a tick, in the mean


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a bar: `kind` is sure, within, in or out; `open` the side without an end, or ""."""

    x: str
    width: str
    y: float
    height: float
    kind: str
    open: str


@dataclass(frozen=True, slots=True)
class Words:
    """A label: `anchor` is start or end, `shift` pixels from `x`.

    `within` are the shares of the width between which it may move to stay in sight.
    """

    x: str
    y: float
    anchor: str
    shift: int
    text: str
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A bar with its label."""

    look: str
    circa: bool
    title: str
    boxes: tuple[Box, ...]
    pin: str
    y: float
    words: Words | None


@dataclass(frozen=True, slots=True)
class Joint:
    """The line from what the text says to what the reference says."""

    x1: str
    y1: float
    x2: str
    y2: float


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """A statement with its shapes."""

    key: str
    entities: tuple[str, ...]
    look: str
    name: str
    shapes: tuple[Shape, ...]
    joint: Joint | None


@dataclass(frozen=True, slots=True)
class DrawnLane:
    """A lane with its shapes; `ground` stands below all of it."""

    entity: str
    kind: str
    label: str
    years: str
    top: int
    height: int
    ground: Shape | None
    strips: tuple[Shape, ...]
    marks: tuple[DrawnMark, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A tick."""

    x: str
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A timeline as shapes: the height in pixels, the ticks, the lanes."""

    height: int
    ticks: tuple[Line, ...]
    lanes: tuple[DrawnLane, ...]


class Pen:
    """Writes days as coordinates.

    Args:
        scale: the days.
        fluid: whether in per cent of the width, rather than in pixels.
    """

    def __init__(self, scale: Scale, *, fluid: bool) -> None:
        self.scale = scale
        self.fluid = fluid

    def at(self, day: float) -> str:
        """Where a day begins."""
        return self._length(self.scale.share(day))

    def _length(self, share: float) -> str:
        return f"{share * 100:.5f}%" if self.fluid else f"{share * self.scale.width:.2f}"

    def wide(self, first: float, behind: float) -> str:
        """How wide the days from one to before another are."""
        return self._length(self.scale.share(behind) - self.scale.share(first))


def draw(timeline: Timeline, lanes: tuple[PlacedLane, ...], pen: Pen) -> Drawing:
    """The shapes of a timeline.

    Args:
        timeline: what is drawn.
        lanes: as they were laid out.
        pen: how days are written.
    """
    return Drawing(
        height=sum(lane.height for lane in lanes),
        ticks=tuple(Line(pen.at(tick.day), _fitting(tick, pen)) for tick in pen.scale.ticks()),
        lanes=tuple(_lane(one, pen, timeline) for one in lanes),
    )


def _fitting(tick: Tick, pen: Pen) -> str:
    """The words of a tick; none where the edge of a picture would cut them."""
    ends = pen.scale.pixels(tick.day) + len(tick.label) * _TICK_SIGN
    return tick.label if pen.fluid or ends <= pen.scale.width else ""


def _lane(placed: PlacedLane, pen: Pen, timeline: Timeline) -> DrawnLane:
    lane = placed.lane
    ground = None
    if lane.ground is not None:
        whole = Placed(lane.ground, 0, "")
        ground = _shape(whole, pen, timeline, placed.top + 1, placed.height - 2)
    return DrawnLane(
        entity="" if lane.entity is None else entity_key(lane.entity),
        kind=lane.kind or "idea",
        label=lane.label,
        years=lane.years,
        top=placed.top,
        height=placed.height,
        ground=ground,
        strips=tuple(_in_row(strip, placed, pen, timeline) for strip in placed.strips),
        marks=tuple(_mark(mark, placed, pen, timeline) for mark in placed.marks),
    )


def _mark(placed: PlacedMark, lane: PlacedLane, pen: Pen, timeline: Timeline) -> DrawnMark:
    mark = placed.mark
    bars = [bar for bar in (placed.said, placed.known, *placed.ghosts) if bar is not None]
    joint = None
    if mark.apart and placed.said is not None and placed.known is not None:
        joint = _joint(placed.said, placed.known, lane, pen)
    return DrawnMark(
        key=mark.key,
        entities=tuple(dict.fromkeys(map(entity_key, mark.entities))),
        look=mark.look,
        name=" ".join(
            filter(None, (mark.name, mark.known.title if mark.known else "", mark.apart))
        ),
        shapes=tuple(_in_row(bar, lane, pen, timeline) for bar in bars),
        joint=joint,
    )


def _joint(one: Placed, other: Placed, lane: PlacedLane, pen: Pen) -> Joint:
    """From the edge of the one bar to the nearest of the other."""
    (low, high), (first, last) = one.bar.span.hull, other.bar.span.hull
    later = high is not None and first is not None and high < first
    begin, end = (high, first) if later else (low, last)
    middle = BAR / 2
    return Joint(
        pen.at((begin or 0) + (1 if later else 0)),
        top_of(lane, one.row) + middle,
        pen.at((end or 0) + (0 if later else 1)),
        top_of(lane, other.row) + middle,
    )


def _in_row(placed: Placed, lane: PlacedLane, pen: Pen, timeline: Timeline) -> Shape:
    thin = placed.bar.look == "ghost"
    y = top_of(lane, placed.row) + (BAR if thin else 0)
    return _shape(placed, pen, timeline, y, _THIN if thin else BAR)


def _shape(placed: Placed, pen: Pen, timeline: Timeline, y: float, height: float) -> Shape:
    bar = placed.bar
    low, high = bar.span.hull
    first = timeline.first if low is None else low
    behind = timeline.last + 1 if high is None else high + 1
    words = _words(placed, pen, (first, behind), timeline, y) if placed.label else None
    return Shape(
        look=bar.look,
        circa=bar.span.approximate or bar.span.uncertain,
        title=bar.title,
        boxes=tuple(_boxes(placed, pen, timeline, y, height)),
        pin=pen.at((first + behind) / 2),
        y=y,
        words=words,
    )


def _words(placed: Placed, pen: Pen, days: tuple[int, int], timeline: Timeline, y: float) -> Words:
    """The label: on the bar, where it may move to stay in sight, before it, or behind it."""
    first, behind = max(days[0], timeline.first), min(days[1], timeline.last + 1)
    if placed.on:
        shares = (f"{pen.scale.share(first):.6f}", f"{pen.scale.share(behind):.6f}")
        return Words(pen.at(first), y + BAR - 2, "start", 4, placed.label, shares)
    if placed.before:
        return Words(pen.at(first), y + BAR - 1, "end", -6, placed.label)
    return Words(pen.at(behind), y + BAR - 1, "start", 6, placed.label)


def _boxes(placed: Placed, pen: Pen, timeline: Timeline, y: float, height: float) -> Iterator[Box]:
    for first, last, kind in segments(placed.bar):
        begin = timeline.first if first is None else max(first, timeline.first)
        behind = timeline.last + 1 if last is None else min(last, timeline.last) + 1
        if behind <= begin:
            continue
        side = ("left" if first is None else "") + ("right" if last is None else "")
        yield Box(pen.at(begin), pen.wide(begin, behind), y, height, kind, side)
