"""Normalisation: from an expression as read to its TIMEX3 value, its EDTF and its days."""

from __future__ import annotations

from itertools import zip_longest

from bede.chronology import Span
from bede.errors import ChronologyError
from bede.text.timex.bounds import Days, iso_point, readings_of, require_day_somewhere, year_of
from bede.text.timex.point import Expression, Point, Precision
from bede.text.timex.values import Timex, TimexType

_SEASON_LETTERS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
_LAST_PLAIN_YEAR = 9999


def normalise(expression: Expression, prose: str, place: tuple[int, int, int]) -> Timex | None:
    """Give an expression its values.

    Args:
        expression: what was read.
        prose: the text it was read from.
        place: start, end and full start in characters.

    Returns:
        The timex, or None if its year is not known.

    Raises:
        ChronologyError: it names a date that does not exist, or a range that runs backwards.
    """
    start, end, full_start = place
    first, last = expression.first, expression.last
    if first is None:
        kind = TimexType.SET if expression.repeated else TimexType.DURATION
        text, period = prose[start:end], expression.period or ""
        return Timex(start, end, full_start, text, kind, period, None, None, (), None, None, None)
    for point in (first, last):
        if point is not None:
            require_day_somewhere(point)
    if first.year is None or (last is not None and last.year is None):
        return None
    bounds = expression.modifier.bounds if expression.modifier else "within"
    bare = _spans(first, last, "between" if bounds == "between" else "within")
    readings = _spans(first, last, bounds)
    return Timex(
        start=start,
        end=end,
        full_start=full_start,
        text=prose[start:end],
        type=TimexType.DATE,
        value="/".join(_value(iso_point(point)) for point in (first, last) if point),
        edtf=_edtf(first, last, bounds),
        span=readings[0],
        readings=readings,
        bare=bare[0],
        modifier=_modifier_name(expression),
        calendar=_calendar_name(first),
    )


def _modifier_name(expression: Expression) -> str | None:
    if expression.modifier is not None:
        return expression.modifier.name
    return "circa" if expression.first and expression.first.approximate else None


def _calendar_name(point: Point) -> str | None:
    if point.twin is not None:
        return "gregorian"
    return None if point.calendar is None else point.calendar.value


def _spans(first: Point, last: Point | None, bounds: str) -> tuple[Span, ...]:
    begins = readings_of(first)
    ends = begins if last is None else readings_of(last)
    if ends[0][1] < begins[0][0]:
        raise ChronologyError("the range runs backwards: it ends before it begins")
    pairs = zip_longest(begins, ends, fillvalue=None)
    spans = (
        _shaped((begin or begins[0], end or ends[0]), first, last, bounds) for begin, end in pairs
    )
    return tuple(dict.fromkeys(spans))


def _shaped(ends: tuple[Days, Days], first: Point, last: Point | None, bounds: str) -> Span:
    """The span of one reading under the word before it.

    "Before" and "after" exclude the time they name, unless that is itself vague.
    """
    begin, end = ends
    approximate = first.approximate or bool(last and last.approximate)
    uncertain = first.uncertain or bool(last and last.uncertain)

    def within(low: int | None, high: int | None) -> Span:
        return Span.within(low, high, approximate=approximate, uncertain=uncertain)

    vague = approximate or uncertain or first.share is not None
    if bounds == "before":
        return within(None, end[1] if vague else begin[0] - 1)
    if bounds == "after":
        return within(begin[0] if vague else end[1] + 1, None)
    if bounds == "by":
        return within(None, end[1])
    if bounds == "throughout":
        return Span.interval(within(begin[0], begin[0]), within(end[1], end[1]))
    if last is not None and bounds != "between":
        return Span.interval(within(*begin), within(*end))
    if bounds == "since":
        return Span.interval(within(begin[0], end[1]), None)
    if bounds == "until":
        return Span.interval(None, within(begin[0], end[1]))
    return within(begin[0], end[1])


def _year_text(year: int) -> str:
    if abs(year) > _LAST_PLAIN_YEAR:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def _value(point: Point) -> str:
    """TIMEX3 as HeidelTime and the WikiWars corpus write it, with BC years as "BC0044"."""
    told = point.year or 0
    era = "BC" if point.bc else ""
    if point.precision is Precision.CENTURY:
        return f"{era}{told - 1:02d}"
    if point.precision is Precision.HUNDRED:
        return f"{told // 100:02d}"
    if point.precision is Precision.DECADE:
        return f"{era}{told // 10:03d}X"
    year = f"{era}{told:04d}"
    if point.precision is Precision.SEASON:
        return f"{year}-{_SEASON_LETTERS[point.season or 21]}"
    if point.precision is Precision.YEAR:
        return year
    month = f"{year}-{point.month:02d}"
    return month if point.precision is Precision.MONTH else f"{month}-{point.day:02d}"


def _edtf(first: Point, last: Point | None, bounds: str) -> str:
    if last is not None and bounds not in ("before", "after", "by"):
        return f"{_edtf_point(first, last=False)}/{_edtf_point(last, last=True)}"
    if bounds in ("before", "by", "until"):
        return f"../{_edtf_point(last or first, last=True)}"
    if bounds in ("after", "since"):
        return f"{_edtf_point(first, last=False)}/.."
    return _edtf_point(first)


def _edtf_point(point: Point, *, last: bool | None = None) -> str:
    """EDTF of a point; `last` says which end of an interval it is, None if it stands alone."""
    mark = {(True, True): "%", (True, False): "~", (False, True): "?"}.get(
        (point.approximate, point.uncertain), ""
    )
    told = iso_point(point)
    year = year_of(told)
    if told.precision in (Precision.DECADE, Precision.CENTURY, Precision.HUNDRED):
        return _edtf_years(told, year, last, mark)
    text = _year_text(year)
    if text.startswith("Y"):
        return text + mark
    if told.precision is Precision.SEASON:
        text += f"-{told.season}"
    elif told.precision is not Precision.YEAR:
        text += f"-{told.month:02d}"
        if told.precision is Precision.DAY:
            text += f"-{told.day:02d}"
    return text + mark


def _edtf_years(point: Point, year: int, last: bool | None, mark: str) -> str:
    """A decade or a century; before Christ no mask of digits has its years."""
    if point.precision is Precision.HUNDRED:
        return f"{year // 100:02d}XX{mark}"
    decade = point.precision is Precision.DECADE
    final = year + (9 if decade else 99)
    if not point.bc:
        mask = f"{year // 10:03d}X" if decade else f"{(point.year or 1) - 1:02d}XX"
        return mask + mark
    if last is not None:
        return _year_text(final if last else year) + mark
    return f"[{_year_text(year)}{mark}..{_year_text(final)}{mark}]"
