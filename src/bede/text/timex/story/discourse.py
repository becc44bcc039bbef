"""Which year a bare "July" belongs to: the cheapest way to read a text as one story.

Every time that leaves its year, month or day to the context has a few candidates, taken from the
times told before it and from the next year told after it. Stories move forward in small steps;
each step from one time to the next has a cost, going back costs more, and so does a change of
year that nobody mentions. Of all ways to read the text the cheapest few are kept at each time (a
beam), and the cheapest at the end is the reading.

A time in brackets or in a note stands beside the story: it is read from it and moves nothing. A
time that leads away ("founded in 1871, the regiment ...") may be read as an aside too, at a cost;
so a passing year does not capture what follows. Headings tell the years of what stands below.

When two candidates are about as good, both are kept: the span then covers both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bede.text.timex.point import Point, Precision
from bede.text.timex.story.memory import Memory
from bede.text.timex.story.path import Path, Resolved, Told, Weights, line_of
from bede.text.timex.story.steps import Item, steps

_BEAM = 8


def tell(
    times: Sequence[Told], weights: Weights | None = None, *, start: Memory | None = None
) -> list[Resolved]:
    """Read the times of a text as one story.

    Args:
        times: the expressions of a text in order.
        weights: what the steps cost.
        start: what is known before the text begins.

    Returns:
        One for each, in the same order.
    """
    weigh = weights or Weights()
    begun = start or Memory()
    main = line_of(begun.last) if begun.last is not None else None
    paths = [Path(0.0, main, begun, begun, None, None)]
    ahead = _told_ahead(times)
    section = 0
    for told, coming in zip(times, ahead, strict=True):
        if told.section != section:
            section = told.section
            paths = [path._replace(heading=None) for path in paths]
        if told.opens:
            paths = [path._replace(memory=path.story, away=0.0, flash=False) for path in paths]
        item = Item(told, coming, weigh)
        extended = [step for path in paths for step in steps(path, item)]
        paths = _cheapest(extended)
    return _unwound(paths[0])


def _unwound(path: Path) -> list[Resolved]:
    found: list[Resolved] = []
    at: Path | None = path
    while at is not None:
        if at.choice is not None:
            found.append(at.choice)
        at = at.before
    return found[::-1]


def _cheapest(paths: Iterable[Path]) -> list[Path]:
    """The best path to each place in the story, the best of all first."""
    best: dict[tuple[object, ...], Path] = {}
    for path in paths:
        key = (path.main, path.memory.key, path.story.key, path.away)
        kept = best.get(key)
        if kept is None or path.cost < kept.cost:
            best[key] = path
    return sorted(best.values(), key=lambda path: path.cost)[:_BEAM]


def _told_ahead(times: Sequence[Told]) -> list[Point | None]:
    """For each time the next one that tells its year outright, outside brackets."""
    ahead: list[Point | None] = []
    coming: Point | None = None
    for told in reversed(times):
        ahead.append(coming)
        expression = told.expression
        point = expression.first
        if point is not None and _is_told(point) and not expression.aside:
            coming = point
    return ahead[::-1]


def _is_told(point: Point) -> bool:
    fine = point.precision in (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.YEAR)
    return point.year is not None and not point.short and point.relative is None and fine
