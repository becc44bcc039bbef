"""Boxes with names in them, and rectangles that must not overlap."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category, combining, east_asian_width

from bede.report.relations.values import Node

LINE = 15
"""Pixels from one line of a name to the next."""

_MOST_SIGNS = 22  # of a line
_MOST_LINES = 3
_PADDING = 10  # left and right of the name
_HEIGHT = 9  # above and below, together
_BOLD = 1.1
_NARROW = frozenset("iljtfrI.,:;'’|! ()[]-")
_WIDE = frozenset("mwMW%—")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle.

    Attributes:
        x: its middle, in pixels.
        y: its middle, in pixels.
        width: in pixels.
        height: in pixels.
    """

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box, gap: float = 0) -> bool:
        """Whether it overlaps another, or comes nearer than a gap."""
        return (
            abs(self.x - other.x) < (self.width + other.width) / 2 + gap
            and abs(self.y - other.y) < (self.height + other.height) / 2 + gap
        )

    def holds(self, x: float, y: float, gap: float = 0) -> bool:
        """Whether a point lies in it, or nearer than a gap."""
        return abs(self.x - x) < self.width / 2 + gap and abs(self.y - y) < self.height / 2 + gap


@lru_cache(maxsize=4096)  # the words of a line are tried in many places
def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide a text is drawn in a wide font, so that it has room in any.

    Args:
        text: one line.
        size: of the letters, in pixels.
        bold: whether the letters are.
    """
    return sum(_share(sign) for sign in text) * size * (_BOLD if bold else 1.0)


def _share(sign: str) -> float:
    """The width of a sign as a share of the size of the letters."""
    if combining(sign) or category(sign) in ("Mn", "Cf"):
        return 0.0
    if east_asian_width(sign) in "WF":
        return 1.0
    if sign in _NARROW:
        return 0.36
    if sign in _WIDE:
        return 0.94
    return 0.7 if sign.isupper() else 0.62


def lines_of(label: str) -> tuple[str, ...]:
    """A name in lines; what does not go into them is cut."""
    if len(label) <= _MOST_SIGNS:
        return (label,)
    lines = [""]
    for word in label.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= _MOST_SIGNS or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    rest = len(lines) > _MOST_LINES
    kept = [_cut(line) for line in lines[:_MOST_LINES]]
    if rest:
        kept[-1] = _cut(f"{kept[-1].rstrip('…')} …", force=True)
    return tuple(kept)


def _cut(line: str, *, force: bool = False) -> str:
    if len(line) <= _MOST_SIGNS and not force:
        return line
    return f"{line[: _MOST_SIGNS - 1].rstrip(' …')}…"


def size_of(node: Node) -> tuple[float, float]:
    """Width and height of the box of a node, in pixels."""
    lines = lines_of(node.label)
    known = node.entity is not None
    widest = max(width_of(line, 12.5, bold=known) for line in lines)
    return max(34.0, round(widest) + 2.0 * _PADDING), LINE * len(lines) + float(_HEIGHT)
