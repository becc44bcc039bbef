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
from dataclasses import dataclass, replace
from math import log1p

from bede.text.timex.memory import Memory, resolve, with_year, year_number
from bede.text.timex.point import Expression, Point, Precision, Unit

_BEAM = 8
_DAYS_IN_YEAR = 372  # twelve months of 31: an order of days, not a count
_MONTH = 31


@dataclass(frozen=True, slots=True)
class Weights:
    """What the steps of a story cost. Set on the development half of WikiWars (see bench/).

    Attributes:
        forward: for each natural logarithm of months forward.
        backward: for any step back.
        further_back: for each natural logarithm of months back.
        unmentioned: for a year that changes without being named.
        digression: for a year that is named and then left again.
        homecoming: for a time without a year, in the paragraph of a digression, that is not
            part of it.
        outlook: for a relative time ("next summer") that is left again.
        aside: for a time in brackets that becomes the story.
        outside: for a time without a year outside the years of its heading.
        had: what remains of the cost of a step back after "had".
        fresh: what remains of a cost at the start of a paragraph.
        doubt: readings whose costs differ by less are both kept.
    """

    forward: float = 0.6
    backward: float = 0.75
    further_back: float = 0.45
    unmentioned: float = 0.8
    digression: float = 1.0
    homecoming: float = 1.2
    outlook: float = 0.75
    aside: float = 2.5
    outside: float = 2.0
    had: float = 0.4
    fresh: float = 1.0
    doubt: float = 0.2


@dataclass(frozen=True, slots=True)
class Told:
    """An expression with what its place in the text says of it.

    Attributes:
        expression: as read.
        heading: it stands in a heading.
        opens: it is the first of its paragraph.
        section: the number of the section, counted by headings.
    """

    expression: Expression
    heading: bool = False
    opens: bool = False
    section: int = 0


@dataclass(frozen=True, slots=True)
class Resolved:
    """An expression as the story gives it.

    Attributes:
        expression: with the years of its points where they are known.
        inherited: whether a year, month or day came from the story.
        rival: another year that fits about as well (astronomical), or None.
    """

    expression: Expression
    inherited: bool = False
    rival: int | None = None


@dataclass(frozen=True, slots=True)
class _Path:
    """One way to read the text so far.

    Attributes:
        cost: what it has cost.
        main: where the story is, in the order of days.
        memory: the times told last, digressions too.
        story: the times told last by the story itself.
        before: the way up to the time before.
        choice: how the last time was read.
        heading: the days of the heading above.
        away: a digression has not been left yet.
    """

    cost: float
    main: tuple[int, int] | None
    memory: Memory
    story: Memory
    before: _Path | None
    choice: Resolved | None
    heading: tuple[int, int] | None = None
    away: bool = False


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
    main = _line(begun.last) if begun.last is not None else None
    paths = [_Path(0.0, main, begun, begun, None, None)]
    ahead = _years_ahead(times)
    section = 0
    for told, coming in zip(times, ahead, strict=True):
        if told.section != section:
            section = told.section
            paths = [replace(path, heading=None) for path in paths]
        if told.opens:
            paths = [replace(path, memory=path.story, away=False) for path in paths]
        extended = [step for path in paths for step in _steps(path, told, coming, weigh)]
        paths = _cheapest(extended)
    return _unwound(paths[0])


def _unwound(path: _Path) -> list[Resolved]:
    found: list[Resolved] = []
    at: _Path | None = path
    while at is not None:
        if at.choice is not None:
            found.append(at.choice)
        at = at.before
    return found[::-1]


def _cheapest(paths: Iterable[_Path]) -> list[_Path]:
    """The best path to each place in the story, the best of all first."""
    best: dict[tuple[object, ...], _Path] = {}
    for path in paths:
        key = (path.main, path.memory.last, path.memory.day, path.story.year)
        kept = best.get(key)
        if kept is None or path.cost < kept.cost:
            best[key] = path
    return sorted(best.values(), key=lambda path: path.cost)[:_BEAM]


def _years_ahead(times: Sequence[Told]) -> list[int | None]:
    """For each time the next year that is told outright, outside brackets."""
    ahead: list[int | None] = []
    coming: int | None = None
    for told in reversed(times):
        ahead.append(coming)
        expression = told.expression
        point = expression.first
        if point is not None and _is_told(point) and not expression.aside:
            coming = year_number(point)
    return ahead[::-1]


def _is_told(point: Point) -> bool:
    fine = point.precision in (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.YEAR)
    return point.year is not None and not point.short and point.relative is None and fine


def _steps(path: _Path, told: Told, coming: int | None, weigh: Weights) -> Iterable[_Path]:
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


def _stayed(path: _Path, choice: Resolved, cost: float = 0.0) -> _Path:
    return replace(path, cost=path.cost + cost, before=path, choice=choice)


def _explicit(path: _Path, told: Told, weigh: Weights) -> Iterable[_Path]:
    """A year told outright is a step of the story, or a digression that moves nothing."""
    expression, point = told.expression, told.expression.first
    if point is None:
        return []
    point = _era_of_story(point, path, expression)
    if point is not expression.first:
        expression = replace(expression, first=point)
    choice = Resolved(expression)
    line = _line(point)
    if line is None:  # a century: remembered, and no step
        memory = path.memory.told(point)
        return [replace(_stayed(path, choice), memory=memory, story=memory)]
    last = expression.last or point
    end = _line(last) or line
    memory = path.memory.told(last if last.year is not None else point)
    if told.heading:
        # A heading tells where the story is now, at no cost.
        heading = (line[0], max(end[1], line[1]))
        return [_Path(path.cost, line, memory, memory, path, choice, heading)]
    cost = _cost(path, line, told, weigh)
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
        return [_stayed(path, choice), replace(main, cost=main.cost + weigh.aside)]
    left = replace(_stayed(path, choice, weigh.digression), memory=memory, away=True)
    return [main, left]


def _era_of_story(point: Point, path: _Path, expression: Expression) -> Point:
    """Where the story is set before Christ, a short year without an era is too."""
    if point.era or point.bc or point.year is None or point.precision is not Precision.YEAR:
        return point
    last = path.memory.year
    if last is None or not last.bc or point.year > 999 or expression.kind == "calendar":
        return point
    return replace(point, bc=True)


def _candidates(path: _Path, told: Told, coming: int | None, weigh: Weights) -> list[_Path]:
    """A time without a year: the years about the story, and the year that comes next."""
    expression, point = told.expression, told.expression.first
    if point is None:
        return []
    anchor = path.memory.year
    years: set[int] = set()
    if path.main is not None:
        now = path.main[0] // _DAYS_IN_YEAR
        years |= {now - 1, now, now + 1, path.main[1] // _DAYS_IN_YEAR}
    if anchor is not None:
        years.add(year_number(anchor))
    if path.heading is not None:
        years |= {path.heading[0] // _DAYS_IN_YEAR, path.heading[1] // _DAYS_IN_YEAR}
    if coming is not None and (path.main is None or abs(coming - min(years)) <= 1 or not years):
        years |= {coming, coming - 1} if path.main is None else {coming}
    if not years:
        return [_stayed(path, Resolved(expression))]
    if point.month is None and point.season is None and point.from_easter is None:
        return _day_alone(path, told, weigh)
    costs: list[tuple[float, int, Point, tuple[int, int]]] = []
    for year in sorted(years):
        candidate = with_year(point, year)
        line = _stretch(candidate, _ended(told.expression.last, candidate))
        if line is not None:
            costs.append((_unnamed(path, line, year, told, weigh), year, candidate, line))
    costs.sort(key=lambda entry: (entry[0], entry[1]))
    steps = []
    for place, (cost, year, candidate, line) in enumerate(costs[:3]):
        other = costs[0] if place else costs[1] if len(costs) > 1 else None
        close = other is not None and abs(other[0] - cost) < weigh.doubt
        rival = other[1] if other is not None and close else None
        steps.append(_chosen(path, told, (cost, year, candidate, line), rival))
    return steps


def _chosen(
    path: _Path, told: Told, found: tuple[float, int, Point, tuple[int, int]], rival: int | None
) -> _Path:
    cost, _, candidate, line = found
    expression = told.expression
    last = _ended(expression.last, candidate)
    choice = Resolved(replace(expression, first=candidate, last=last), True, rival)
    if expression.aside:
        return _stayed(path, choice, cost)
    memory = path.memory.told(last or candidate)
    moved = _stayed(path, choice, cost)
    return replace(moved, main=line, memory=memory, story=memory, away=False)


def _ended(last: Point | None, first: Point) -> Point | None:
    """The other end of a range whose first end has got its year."""
    if last is None or last.year is not None or last.relative is not None:
        return last
    later = (last.month or 0) < (first.month or 0)
    return with_year(last, year_number(first) + later)


def _stretch(first: Point, last: Point | None) -> tuple[int, int] | None:
    """Where a range lies in the order of days."""
    begun, ended = _line(first), _line(last)
    return (begun[0], max(begun[1], ended[1])) if begun and ended else begun


def _day_alone(path: _Path, told: Told, weigh: Weights) -> list[_Path]:
    """A day without its month: of the month told last."""
    expression, point = told.expression, told.expression.first
    month = path.memory.month
    if month is None or point is None:
        return [_stayed(path, Resolved(expression))]
    dated = with_year(replace(point, month=month.month), year_number(month))
    return _follow(path, told, dated, weigh)


def _relative_step(path: _Path, told: Told, weigh: Weights) -> list[_Path]:
    expression, point = told.expression, told.expression.first
    resolved = point and resolve(point, path.memory)
    if resolved is None:
        return [_stayed(path, Resolved(expression))]
    return _follow(path, told, resolved, weigh)


def _follow(path: _Path, told: Told, point: Point, weigh: Weights) -> list[_Path]:
    """A time that follows from the one before it: a step of the story, or an outlook."""
    expression, last = told.expression, told.expression.last
    if last is not None and last.relative is not None:
        last = resolve(last, path.memory.told(point)) or last
    elif last is not None and last.year is None:
        last = with_year(last, year_number(point))
    choice = Resolved(replace(expression, first=point, last=last), inherited=True)
    line = _line(point)
    if expression.aside or line is None or _looks_back(expression.first):
        return [_stayed(path, choice)]
    memory = path.memory.told(last or point)
    main = replace(_stayed(path, choice), main=line, memory=memory, story=memory)
    return [main, replace(_stayed(path, choice, weigh.outlook), memory=memory)]


def _looks_back(point: Point | None) -> bool:
    """Whether a time only points back: "this period", "two decades earlier"."""
    relative = point and point.relative
    return bool(relative and (relative.unit is Unit.SAME or (relative.count or 0) < 0))


def _short_step(
    path: _Path, told: Told, coming: int | None, weigh: Weights
) -> list[_Path]:
    """Two digits of a year, or "the twenties": of the century nearest to the story."""
    expression, point = told.expression, told.expression.first
    now = None
    if path.main is not None:
        now = path.main[0] // _DAYS_IN_YEAR
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


def _line(point: Point | None) -> tuple[int, int] | None:
    """Where a point lies in the order of days, or None if it is too long to be a step."""
    if point is None or point.year is None or point.short:
        return None
    first = year_number(point) * _DAYS_IN_YEAR
    low, high = 0, _DAYS_IN_YEAR - 1
    if point.precision is Precision.DAY:
        low = high = ((point.month or 1) - 1) * _MONTH + (point.day or 1) - 1
    elif point.precision is Precision.MONTH:
        low = ((point.month or 1) - 1) * _MONTH
        high = low + _MONTH - 1
    elif point.precision is Precision.SEASON:
        low = 11 * _MONTH if point.season == 24 else (3 * (point.season or 21) - 61) * _MONTH
        low -= _DAYS_IN_YEAR if point.season == 24 and not point.crosses else 0
        high = low + 3 * _MONTH - 1
    elif point.precision is Precision.FEAST:
        low, high = 2 * _MONTH, 6 * _MONTH
    elif point.precision is not Precision.YEAR:
        return None
    if point.share is not None:
        size = high - low + 1
        low, high = (
            low + size * point.share.first // point.share.whole,
            low + size * point.share.last // point.share.whole - 1,
        )
    return first + low, first + high


def _unnamed(
    path: _Path, line: tuple[int, int], year: int, told: Told, weigh: Weights
) -> float:
    """What it costs to give a time a year that the text does not name there."""
    cost = _cost(path, line, told, weigh)
    main, heading = path.main, path.heading
    if heading is not None and _apart(line, heading):
        gone = main is not None and _apart(main, heading) and not told.opens
        cost += 0.0 if gone else weigh.outside
    if path.away:
        cost += weigh.homecoming
    if main is not None and year not in (main[0] // _DAYS_IN_YEAR, main[1] // _DAYS_IN_YEAR):
        cost += weigh.unmentioned
    return cost


def _apart(one: tuple[int, int], two: tuple[int, int]) -> bool:
    return one[1] < two[0] or one[0] > two[1]


def _cost(path: _Path, line: tuple[int, int], told: Told, weigh: Weights) -> float:
    """What it costs the story to go to these days."""
    main = path.main
    if main is None:
        return 0.0
    cost = 0.0
    if line[0] > main[1]:
        cost = weigh.forward * log1p((line[0] - main[1]) / _MONTH)
    elif line[1] < main[0]:
        cost = weigh.backward + weigh.further_back * log1p((main[0] - line[1]) / _MONTH)
        if told.expression.back:
            cost *= weigh.had
    return cost * weigh.fresh if told.opens else cost
