"""Places the bars of a timeline so that neither they nor their labels overlap.

Rows are packed for the narrowest width at which the picture is shown. Zooming in moves bars apart
and leaves the labels as they are, so that what does not overlap then never does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bede.report.timeline.scale import Scale
from bede.report.timeline.values import FAULTS, Bar, Lane, Mark, Timeline

ROW = 17
"""Pixels of a row; a bar is a little lower."""

_SIGN_WIDTH, _BOLD_WIDTH = 6.4, 7.3  # pixels of a sign of a label, in the mean, at 12 pixels
_BESIDE = 9  # pixels between a bar and its label
_BETWEEN = 12  # pixels between a label and what follows in its row
_PADDING = 7  # pixels above and below a lane
_LEAST_LANE = 44
_MOST_WIDENINGS = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """A bar in its row.

    Attributes:
        bar: the bar.
        row: from 0 within its lane.
        label: its words, "" for none.
        before: whether the label stands left of the bar.
        on: whether it stands on the bar, from where that begins.
    """

    bar: Bar
    row: int
    label: str
    before: bool = False
    on: bool = False


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A statement with its bars in their rows; ghosts stand in the row of the reference."""

    mark: Mark
    said: Placed | None
    known: Placed | None
    ghosts: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class PlacedLane:
    """A lane: its top and height in pixels, and where its bars stand."""

    lane: Lane
    top: int
    height: int
    strips: tuple[Placed, ...]
    marks: tuple[PlacedMark, ...]


def lay_out(timeline: Timeline, width: float) -> tuple[PlacedLane, ...]:
    """Give each bar its row.

    Args:
        timeline: what is to be drawn.
        width: of the days alone, in pixels, at the least.
    """
    scale = Scale(timeline.first, timeline.last, width)
    placed: list[PlacedLane] = []
    top = 0
    for lane in timeline.lanes:
        rows = _Rows(scale)
        strips = tuple(rows.inside(bar) for bar in lane.strips)
        rows.close()
        marks = tuple(_placed(mark, rows) for mark in lane.marks)
        height = max(_LEAST_LANE, rows.count * ROW + 2 * _PADDING)
        placed.append(PlacedLane(lane, top, height, strips, marks))
        top += height
    return tuple(placed)


def with_room(timeline: Timeline, width: float) -> Timeline:
    """The same with more days before and behind where a label would be cut, or cross a line.

    Args:
        timeline: what is to be drawn.
        width: of the days alone, in pixels, at the least.
    """
    for _ in range(_MOST_WIDENINGS):
        scale = Scale(timeline.first, timeline.last, width)
        lanes = lay_out(timeline, width)
        needs = [_need(mark, scale) for lane in lanes for mark in lane.marks]
        left = max((need[0] for need in needs), default=0.0)
        right = max((need[1] for need in needs), default=0.0)
        if left <= _BESIDE and right <= _BESIDE:  # there was room, if not for more
            break
        per_pixel = (timeline.last + 1 - timeline.first) / max(width - left - right, width / 2)
        timeline = replace(
            timeline,
            first=timeline.first - int(left * per_pixel),
            last=timeline.last + int(right * per_pixel),
        )
    return timeline


def _need(mark: PlacedMark, scale: Scale) -> tuple[float, float]:
    """The pixels that the labels of a statement lack on the left and on the right."""
    left = right = 0.0
    for one in (mark.said, mark.known):
        if one is None or not one.label or one.on:
            continue
        low, high = edges(one.bar, scale)
        label = _label_width(one.bar, one.label)
        other = mark.known if one is mark.said else mark.said
        crossed = other is not None and bool(mark.mark.apart) and edges(other.bar, scale)[0] >= high
        if crossed and not one.before:
            left = max(left, label - low + _BESIDE)
        elif not one.before:
            right = max(right, high + label + _BESIDE - scale.width)
    return left, right


def _label_width(bar: Bar, label: str) -> float:
    """The pixels that a label takes, with the space beside it; faults are told in bold."""
    sign = _BOLD_WIDTH if bar.look in FAULTS else _SIGN_WIDTH
    return len(label) * sign + _BESIDE if label else 0.0


def edges(bar: Bar, scale: Scale) -> tuple[float, float]:
    """Where a bar begins and ends, in pixels.

    Args:
        bar: the bar.
        scale: that of the picture.
    """
    low, high = bar.span.hull
    left = 0.0 if low is None else scale.pixels(low)
    right = scale.width if high is None else scale.pixels(high + 1)
    return left, right


def top_of(lane: PlacedLane, row: int) -> int:
    """The upper edge of a row of a lane, in pixels."""
    return lane.top + _PADDING + row * ROW


def _placed(mark: Mark, rows: _Rows) -> PlacedMark:
    apart = f" ({mark.apart})" if mark.apart else ""
    bars = [bar for bar in (mark.said, mark.known) if bar is not None]
    labels = [bar.label for bar in bars]
    if mark.said is None and mark.known is not None and mark.known.span.is_interval:
        alone = rows.inside(mark.known, beside=mark.ghosts)
        ghosts = tuple(Placed(bar, alone.row, "") for bar in mark.ghosts)
        return PlacedMark(mark, None, alone, ghosts)
    if len(bars) > 1:
        labels[1] = labels[1] + apart if mark.is_fault or mark.ghosts else ""
    found = rows.put(bars, labels, beside=mark.ghosts, parted=bool(apart))
    said = found[0] if mark.said is not None else None
    known = found[-1] if mark.known is not None else None
    below = 0 if known is None else known.row
    ghosts = tuple(Placed(bar, below, "") for bar in mark.ghosts)
    return PlacedMark(mark, said, known, ghosts)


class _Rows:
    """The rows of a lane, and how far each is taken."""

    def __init__(self, scale: Scale) -> None:
        self._scale = scale
        self._taken: list[float] = []
        self._first = 0

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._taken)

    def close(self) -> None:
        """Let what follows begin in new rows."""
        self._first = len(self._taken)

    def put(
        self,
        bars: Sequence[Bar],
        labels: Sequence[str],
        beside: Sequence[Bar] = (),
        *,
        parted: bool = False,
    ) -> list[Placed]:
        """Place bars below each other in the first rows that are free.

        Args:
            bars: each gets a row.
            labels: of each; what has none is "".
            beside: further bars in the last of the rows.
            parted: whether a line joins two bars; the labels then stand outside of it.
        """
        edges = [self._edges(bar) for bar in bars]
        low = min(edge[0] for edge in (*edges, *map(self._edges, beside)))
        high = max(edge[1] for edge in (*edges, *map(self._edges, beside)))
        widths = [_label_width(*pair) for pair in zip(bars, labels, strict=True)]
        behind = [high + width > self._scale.width for width in widths]
        if parted:
            begin = min(edge[0] for edge in edges)
            behind = [edge[0] <= begin < high for edge in edges]
        before = [
            wanted and edge[0] - width >= 0
            for wanted, edge, width in zip(behind, edges, widths, strict=True)
        ]
        pairs = list(zip(before, edges, widths, strict=True))
        left = min([low, *(edge[0] - width for is_before, edge, width in pairs if is_before)])
        right = max([high, *(edge[1] + width for is_before, edge, width in pairs if not is_before)])
        row = self._first
        while any(taken > left for taken in self._taken[row : row + len(bars)]):
            row += 1
        self._taken += [0.0] * (row + len(bars) - len(self._taken))
        for index in range(row, row + len(bars)):
            self._taken[index] = right + _BETWEEN
        return [
            Placed(bar, row + index, label, is_before)
            for index, (bar, label, is_before) in enumerate(zip(bars, labels, before, strict=True))
        ]

    def inside(self, bar: Bar, beside: Sequence[Bar] = ()) -> Placed:
        """Place a bar whose label begins where it begins, and may reach beyond it."""
        edges = [self._edges(one) for one in (bar, *beside)]
        low, high = min(edge[0] for edge in edges), max(edge[1] for edge in edges)
        width = _label_width(bar, bar.label)
        if low + width > self._scale.width and low - width >= 0:
            return self.put((bar,), (bar.label,), beside)[0]
        right = max(high, low + width)
        row = self._first
        while any(taken > low for taken in self._taken[row : row + 1]):
            row += 1
        self._taken += [0.0] * (row + 1 - len(self._taken))
        self._taken[row] = right + _BETWEEN
        return Placed(bar, row, bar.label, on=True)

    def _edges(self, bar: Bar) -> tuple[float, float]:
        return edges(bar, self._scale)


def segments(bar: Bar) -> Iterator[tuple[int | None, int | None, str]]:
    """The stretches of a bar, first and last day of each, with how sure each is.

    "sure": it certainly was then. "in" and "out": it began or ended somewhere there. "within": all
    of it lies somewhere there. An open side has no day.
    """
    span = bar.span
    if not span.is_interval:
        first, last = span.hull
        exact = first is not None and first == last
        yield first, last, "sure" if exact else "within"
        return
    begin, end = span.latest_begin, span.earliest_end
    if begin is not None and end is not None and begin <= end:
        if span.earliest_begin is None or span.earliest_begin < begin:
            yield span.earliest_begin, begin, "in"
        yield begin, end, "sure"
        if span.latest_end is None or span.latest_end > end:
            yield end, span.latest_end, "out"
        return
    # Nothing is sure: an end that nobody knows fades, what is bounded lies somewhere within.
    kind = "out" if span.latest_end is None else "in" if span.earliest_begin is None else "within"
    yield span.earliest_begin, span.latest_end, kind


__all__ = [
    "ROW",
    "Placed",
    "PlacedLane",
    "PlacedMark",
    "lay_out",
    "segments",
    "top_of",
]
