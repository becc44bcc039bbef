"""How a story can go on with the next time: each way is a step with its cost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bede.text.timex.memory import resolve, with_year, year_number
from bede.text.timex.point import Expression, Point, Precision, Unit
from bede.text.timex.story import (
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


def steps(path: Path, told: Told, coming: int | None, weigh: Weights) -> Iterable[Path]:
    """Every way in which the story can go on with one more time.

    Args:
        path: how the text was read so far.
        told: the next time.
        coming: the next year that is told outright after it (astronomical), or None.
        weigh: what the steps cost.
    """
    expression = told.expression
    point = expression.first
    if point is None:
        return [_stayed(path, Resolved(expression))]
    if point.relative is not None:
        return _relative_step(path, told, weigh)
    if point.short:
        return _short_step(path, told, coming, weigh)
    if point.year is None:
        return _candidates(path, told, coming, weigh)
    return _explicit(path, told, weigh)


def _stayed(path: Path, choice: Resolved, cost: float = 0.0) -> Path:
    return path._replace(cost=path.cost + cost, before=path, choice=choice)


def _explicit(path: Path, told: Told, weigh: Weights) -> Iterable[Path]:
    """A year told outright is a step of the story, or a digression that moves nothing."""
    expression, point = told.expression, told.expression.first
    if point is None:
        return []
    point = _era_of_story(point, path, expression)
    if point is not expression.first:
        expression = replace(expression, first=point)
    choice = Resolved(expression)
    line = line_of(point)
    if line is None:  # a century: remembered, and no step
        memory = path.memory.told(point)
        return [_stayed(path, choice)._replace(memory=memory, story=memory)]
    last = expression.last or point
    end = line_of(last) or line
    memory = path.memory.told(last if last.year is not None else point)
    if told.heading:
        # A heading tells where the story is now, at no cost.
        heading = (line[0], max(end[1], line[1]))
        return [Path(path.cost, line, memory, memory, path, choice, heading)]
    cost = cost_of(path, line, told, weigh)
    within = path.main is not None and line[0] <= path.main[0] and path.main[1] <= line[1]
    main = replace(
        _stayed(path, choice, cost),
        main=path.main if within else line,  # "1941" after December 1941 is still December
        memory=memory,
        story=memory,
        away=False,
    )
    if path.main is None:
        return [main]
    if expression.aside:
        return [_stayed(path, choice), main._replace(cost=main.cost + weigh.aside)]
    left = _stayed(path, choice, weigh.digression)._replace(memory=memory, away=True)
    return [main, left]


def _era_of_story(point: Point, path: Path, expression: Expression) -> Point:
    """Where the story is set before Christ, a short year without an era is too."""
    if point.era or point.bc or point.year is None or point.precision is not Precision.YEAR:
        return point
    last = path.memory.year
    if last is None or not last.bc or point.year > 999 or expression.kind == "calendar":
        return point
    return replace(point, bc=True)


def _candidates(path: Path, told: Told, coming: int | None, weigh: Weights) -> list[Path]:
    """A time without a year: the years about the story, and the year that comes next."""
    expression, point = told.expression, told.expression.first
    if point is None:
        return []
    anchor = path.memory.year
    years: set[int] = set()
    if path.main is not None:
        now = path.main[0] // DAYS_IN_YEAR
        years |= {now - 1, now, now + 1, path.main[1] // DAYS_IN_YEAR}
    if anchor is not None:
        years.add(year_number(anchor))
    if path.heading is not None:
        years |= {path.heading[0] // DAYS_IN_YEAR, path.heading[1] // DAYS_IN_YEAR}
    if coming is not None and (path.main is None or abs(coming - min(years)) <= 1 or not years):
        years |= {coming, coming - 1} if path.main is None else {coming}
    if not years:
        return [_stayed(path, Resolved(expression))]
    if point.precision is Precision.TURN:
        return _turn(path, told, min(years), weigh)
    if point.month is None and point.precision is Precision.DAY:
        return _day_alone(path, told, weigh)
    costs: list[tuple[float, int, Point, Line]] = []
    for year in sorted(years):
        candidate = with_year(point, year)
        line = _stretch(candidate, _ended(told.expression.last, candidate))
        if line is not None:
            costs.append((unnamed_cost(path, line, year, told, weigh), year, candidate, line))
    costs.sort(key=lambda entry: (entry[0], entry[1]))
    steps = []
    for place, (cost, year, candidate, line) in enumerate(costs[:3]):
        other = costs[0] if place else costs[1] if len(costs) > 1 else None
        close = other is not None and abs(other[0] - cost) < weigh.doubt
        rival = other[1] if other is not None and close else None
        steps.append(_chosen(path, told, (cost, year, candidate, line), rival))
    return steps


def _chosen(
    path: Path, told: Told, found: tuple[float, int, Point, Line], rival: int | None
) -> Path:
    cost, _, candidate, line = found
    expression = told.expression
    last = _ended(expression.last, candidate)
    choice = Resolved(replace(expression, first=candidate, last=last), True, rival)
    if expression.aside:
        return _stayed(path, choice, cost)
    memory = path.memory.told(last or candidate)
    moved = _stayed(path, choice, cost)
    return moved._replace(main=line, memory=memory, story=memory, away=False)


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


def _turn(path: Path, told: Told, near: int, weigh: Weights) -> list[Path]:
    """The turn of the century that is nearest to the story."""
    point = told.expression.first
    now = near if path.main is None else path.main[0] // DAYS_IN_YEAR
    if point is None:
        return []
    return _follow(
        path, told, with_year(replace(point, approximate=True), (now + 50) // 100 * 100), weigh
    )


def _day_alone(path: Path, told: Told, weigh: Weights) -> list[Path]:
    """A day without its month: of the month told last."""
    expression, point = told.expression, told.expression.first
    month = path.memory.month
    if month is None or point is None:
        return [_stayed(path, Resolved(expression))]
    dated = with_year(replace(point, month=month.month), year_number(month))
    return _follow(path, told, dated, weigh)


def _relative_step(path: Path, told: Told, weigh: Weights) -> list[Path]:
    expression, point = told.expression, told.expression.first
    resolved = point and resolve(point, path.memory)
    if resolved is None:
        return [_stayed(path, Resolved(expression))]
    return _follow(path, told, resolved, weigh)


def _follow(path: Path, told: Told, point: Point, weigh: Weights) -> list[Path]:
    """A time that follows from the one before it: a step of the story, or an outlook."""
    expression, last = told.expression, told.expression.last
    if last is not None and last.relative is not None:
        last = resolve(last, path.memory.told(point)) or last
    elif last is not None and last.year is None:
        last = with_year(last, year_number(point))
    choice = Resolved(replace(expression, first=point, last=last), inherited=True)
    line = line_of(point)
    if expression.aside or line is None or _looks_back(expression.first):
        return [_stayed(path, choice)]
    memory = path.memory.told(last or point)
    main = _stayed(path, choice)._replace(main=line, memory=memory, story=memory)
    return [main, _stayed(path, choice, weigh.outlook)._replace(memory=memory)]


def _looks_back(point: Point | None) -> bool:
    """Whether a time only points back: "this period", "two decades earlier"."""
    relative = point and point.relative
    return bool(relative and (relative.unit is Unit.SAME or (relative.count or 0) < 0))


def _short_step(path: Path, told: Told, coming: int | None, weigh: Weights) -> list[Path]:
    """Two digits of a year, or "the twenties": of the century nearest to the story."""
    expression, point = told.expression, told.expression.first
    now = None
    if path.main is not None:
        now = path.main[0] // DAYS_IN_YEAR
    elif coming is not None:
        now = coming
    if point is None or point.year is None or now is None or now < 100:
        return [_stayed(path, Resolved(expression))]
    century = now - now % 100
    near = [century + point.year + step for step in (-100, 0, 100)]
    year = min(near, key=lambda candidate: (abs(candidate - now), candidate))
    dated = replace(with_year(point, year), short=False)
    last = expression.last
    if last is not None and last.short:
        last = with_year(last, year - point.year + (last.year or 0))
    expression = replace(expression, last=last)
    return _follow(path, replace(told, expression=expression), dated, weigh)
