"""How a story can go on with the next time: each way is a step with its cost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bede.text.timex.point import Expression, Point, Precision, Relative, Unit
from bede.text.timex.story.memory import Memory, resolve, with_year, year_number
from bede.text.timex.story.path import (
    DAYS_IN_YEAR,
    Line,
    Path,
    Resolved,
    Told,
    Weights,
    cost_of,
    line_of,
    unnamed_cost,
)

_KEPT = 3
"""How many candidate years of a time are followed up on each path."""
_SHORT_YEAR = 999


@dataclass(slots=True)
class Item:
    """One time of the text with what all paths share of it.

    Attributes:
        told: the time.
        coming: the next year told outright after it, or None.
        weigh: what the steps cost.
        made: the time with each candidate year, made once.
        chosen: the expression with each such year and its rival, made once.
    """

    told: Told
    coming: Point | None
    weigh: Weights
    made: dict[int, tuple[Point, Point | None, Line | None]] = field(default_factory=dict)
    chosen: dict[tuple[int, int | None], Resolved] = field(default_factory=dict)

    @property
    def expression(self) -> Expression:
        """The expression itself."""
        return self.told.expression

    def with_year(self, point: Point, year: int) -> tuple[Point, Point | None, Line | None]:
        """Both ends of the time in a year, and where they lie in the order of days."""
        if year not in self.made:
            first = with_year(point, year)
            last = _ended(self.expression.last, first)
            self.made[year] = (first, last, _stretch(first, last))
        return self.made[year]

    def in_year(self, point: Point, year: int, rival: int | None) -> Resolved:
        """The expression in a year, beside which another may be meant."""
        if (year, rival) not in self.chosen:
            first, last, _ = self.with_year(point, year)
            dated = replace(self.expression, first=first, last=last)
            self.chosen[year, rival] = Resolved(dated, True, rival)
        return self.chosen[year, rival]


def steps(path: Path, item: Item) -> Iterable[Path]:
    """Every way in which the story can go on with one more time.

    Args:
        path: how the text was read so far.
        item: the next time.
    """
    point = item.expression.first
    if point is None:
        return [_stayed(path, Resolved(item.expression))]
    if point.relative is not None:
        return _relative(path, item, point)
    if point.short:
        return _short(path, item, point)
    if point.year is None:
        return _without_year(path, item, point)
    return _explicit(path, item, point)


def _stayed(path: Path, choice: Resolved, cost: float = 0.0) -> Path:
    return Path(
        path.cost + cost,
        path.main,
        path.memory,
        path.story,
        path,
        choice,
        path.heading,
        path.away,
        path.flash,
    )


def _moved(path: Path, choice: Resolved, cost: float, line: Line, memory: Memory) -> Path:
    """The story goes on from here."""
    return Path(path.cost + cost, line, memory, memory, path, choice, path.heading, 0.0, path.flash)


def _explicit(path: Path, item: Item, told: Point) -> Iterable[Path]:
    """A year told outright is a step of the story, or a digression that moves nothing."""
    expression, weigh = item.expression, item.weigh
    point = _era_of_story(told, path, item)
    if point is not told:
        expression = replace(expression, first=point)
    choice = Resolved(expression)
    line = line_of(point)
    last = expression.last or point
    memory = path.memory.told(last if last.year is not None else point)
    if line is None:  # a century: remembered, and no step
        return [_stayed(path, choice)._replace(memory=memory, story=memory)]
    if item.told.heading:
        # A heading tells where the story is now, at no cost.
        end = line_of(last) or line
        heading = (line[0], max(end[1], line[1]))
        return [Path(path.cost, line, memory, memory, path, choice, heading)]
    cost = cost_of(path, line, item.told, weigh)
    within = path.main is not None and line[0] <= path.main[0] and path.main[1] <= line[1]
    # "1941" after December 1941 is still December.
    here = path.main if within and path.main is not None else line
    main = _moved(path, choice, cost, here, memory)
    leant = _leans(path, expression, line)
    if leant:
        main = main._replace(flash=True)
    if expression.aside or expression.beside:
        # What stands in brackets is not referred to; a book just named may be.
        known = expression.aside and path.memory.last is not None
        kept = path.memory if known else memory
        left = _stayed(path, choice)._replace(memory=kept)
        return [left, main._replace(cost=main.cost + weigh.aside)]
    if path.main is None:
        return [main]
    fine = point.precision in (Precision.DAY, Precision.MONTH)
    price = 0.0 if leant else weigh.homecoming * (weigh.fine if fine else 1.0)
    away = max(path.away, price)  # a look back does not lead home
    left = _stayed(path, choice, weigh.digression)._replace(memory=memory, away=away)
    return [main, left]


def _leans(path: Path, expression: Expression, line: Line) -> bool:
    """Whether "had" leads back from the story, or "would" ahead."""
    if path.main is None:
        return False
    back = expression.lean < 0 and line[1] < path.main[0]
    return back or (expression.lean > 0 and line[0] > path.main[1])


def _era_of_story(point: Point, path: Path, item: Item) -> Point:
    """Where the story is set before Christ, a short year without an era is too."""
    if point.era or point.bc or point.year is None or point.year > _SHORT_YEAR:
        return point
    if line_of(point) is None:  # a century is no short year
        return point
    near = path.memory.year or item.coming
    if near is None or not near.bc or item.expression.kind == "calendar":
        return point
    return replace(point, bc=True)


def _years_about(path: Path, item: Item) -> set[int]:
    """The years that a time without one may belong to."""
    years: set[int] = set()
    if path.main is not None:
        now = path.main[0] // DAYS_IN_YEAR
        years |= {now - 1, now, now + 1, path.main[1] // DAYS_IN_YEAR}
    if path.memory.year is not None:
        years.add(year_number(path.memory.year))
    if path.heading is not None:
        years |= {path.heading[0] // DAYS_IN_YEAR, path.heading[1] // DAYS_IN_YEAR}
    if item.coming is not None:
        coming = year_number(item.coming)
        if not years:
            return {coming, coming - 1}
        if path.main is None or abs(coming - min(years)) <= 1:
            years.add(coming)
    return years


def _without_year(path: Path, item: Item, point: Point) -> list[Path]:
    """A time without a year: the years about the story, and the year that comes next."""
    years = _years_about(path, item)
    if not years:
        return [_stayed(path, Resolved(item.expression))]
    if point.precision is Precision.TURN:
        now = min(years) if path.main is None else path.main[0] // DAYS_IN_YEAR
        turn = with_year(replace(point, approximate=True), (now + 50) // 100 * 100)
        return _follow(path, item, turn)
    if point.month is None and point.precision is Precision.DAY:
        return _day_alone(path, item, point)
    costs: list[tuple[float, int]] = []
    for year in sorted(years):
        line = item.with_year(point, year)[2]
        if line is not None:
            costs.append((unnamed_cost(path, line, year, item.told, item.weigh), year))
    costs.sort()
    found = []
    for place, (cost, year) in enumerate(costs[:_KEPT]):
        other = costs[0] if place else costs[1] if len(costs) > 1 else None
        close = other is not None and abs(other[0] - cost) < item.weigh.doubt
        rival = other[1] if other is not None and close else None
        found.append(_chosen(path, item, point, (cost, year), rival))
    return found


def _chosen(
    path: Path, item: Item, point: Point, found: tuple[float, int], rival: int | None
) -> Path:
    cost, year = found
    first, last, line = item.with_year(point, year)
    choice = item.in_year(point, year, rival)
    if item.expression.aside or line is None:
        return _stayed(path, choice, cost)
    return _moved(path, choice, cost, line, path.memory.told(last or first))


def _ended(last: Point | None, first: Point) -> Point | None:
    """The other end of a range whose first end has got its year."""
    if last is None or last.year is not None or last.relative is not None:
        return last
    later = (last.month or 0) < (first.month or 0)
    return with_year(last, year_number(first) + later)


def _stretch(first: Point, last: Point | None) -> Line | None:
    """Where a range lies in the order of days."""
    begun, ended = line_of(first), line_of(last)
    return (begun[0], max(begun[1], ended[1])) if begun and ended else begun


def _day_alone(path: Path, item: Item, point: Point) -> list[Path]:
    """A day without its month: of the month told last."""
    month = path.memory.month
    if month is None:
        return [_stayed(path, Resolved(item.expression))]
    dated = with_year(replace(point, month=month.month), year_number(month))
    return _follow(path, item, dated)


def _relative(path: Path, item: Item, point: Point) -> list[Path]:
    """A time counted from the one told last, be it of the story or of a digression."""
    found: list[Path] = []
    resolved = resolve(point, path.memory)
    if resolved is not None:
        found += _follow(path, item, resolved)
    if path.away:
        home = path._replace(memory=path.story, away=0.0)
        resolved = resolve(point, path.story)
        cost = max(item.weigh.astray, path.away)
        found += [] if resolved is None else _follow(home, item, resolved, cost)
    return found or [_stayed(path, Resolved(item.expression))]


def _follow(path: Path, item: Item, point: Point, cost: float = 0.0) -> list[Path]:
    """A time that follows from the one before it: a step of the story, or an outlook."""
    expression, last = item.expression, item.expression.last
    if last is not None and last.relative is not None:
        last = resolve(last, path.memory.told(point)) or last
    elif last is not None and last.year is None:
        last = with_year(last, year_number(point))
    choice = Resolved(replace(expression, first=point, last=last), inherited=True)
    line = line_of(point)
    relative = expression.first.relative if expression.first is not None else None
    if expression.aside or line is None or _repeats(relative):
        return [_stayed(path, choice, cost)]
    memory = path.memory.told(last or point)
    left = _stayed(path, choice, cost)
    if relative is not None and (relative.count or 0) < 0:
        return [left]
    free = relative is not None and relative.outlook
    extra = 0.0 if free else item.weigh.outlook
    outlook = left._replace(cost=left.cost + extra, memory=memory)
    moved = _moved(path, choice, cost, line, memory)
    if _leans(path, expression, line):
        moved = moved._replace(flash=True)
    return [moved, outlook]


def _repeats(relative: Relative | None) -> bool:
    return relative is not None and relative.unit is Unit.SAME


def _short(path: Path, item: Item, point: Point) -> list[Path]:
    """Two digits of a year, or "the twenties": of the century nearest to the story."""
    expression, now = item.expression, _about(path, item)
    if point.year is None or now is None or now < 100:
        return [_stayed(path, Resolved(expression))]
    century = now - now % 100
    near = [century + point.year + turn for turn in (-100, 0, 100)]
    year = min(near, key=lambda candidate: (abs(candidate - now), candidate))
    last = expression.last
    if last is not None and last.short:
        last = with_year(last, year - point.year + (last.year or 0))
    told = replace(item.told, expression=replace(expression, last=last))
    return _follow(path, Item(told, item.coming, item.weigh), with_year(point, year))


def _about(path: Path, item: Item) -> int | None:
    """The year that the text is about, roughly."""
    last = path.memory.last
    if path.away and path.memory.year is not None:
        return year_number(path.memory.year)
    if path.main is not None:
        return path.main[0] // DAYS_IN_YEAR
    if last is not None and last.precision in (Precision.DECADE, Precision.HUNDRED):
        return year_number(last)
    return None if item.coming is None else year_number(item.coming)
