"""Writing a point of time as TIMEX3 and as EDTF."""

from __future__ import annotations

from dataclasses import replace

from bede.chronology import Date, Span, date_of, format_edtf, historical_year
from bede.chronology.policy import calendar_of_history
from bede.text.timex.normal.bounds import iso_point, readings_of, year_of
from bede.text.timex.point import Point, Precision, Unit
from bede.text.timex.words.lexicon import load_lexicon

SEASON_LETTERS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
"""How TIMEX3 writes the seasons, by their numbers in EDTF."""
_LAST_PLAIN_YEAR = 9999
_LONG_PRECISIONS = (
    Precision.DECADE,
    Precision.CENTURY,
    Precision.HUNDRED,
    Precision.MILLENNIUM,
)
_PLAIN_PRECISIONS = (Precision.DAY, Precision.MONTH, Precision.YEAR)
_LENGTHS = {
    Precision.DECADE: 10,
    Precision.CENTURY: 100,
    Precision.HUNDRED: 100,
    Precision.MILLENNIUM: 1000,
}
_UNKNOWN = {
    Unit.DAY: "XXXX-XX-XX",
    Unit.WEEKDAY: "XXXX-XX-XX",
    Unit.WEEK: "XXXX-WXX",
    Unit.MONTH: "XXXX-XX",
    Unit.YEAR: "XXXX",
    Unit.DECADE: "XXXX",
    Unit.CENTURY: "XXXX",
    Unit.SAME: "XXXX",
}


def _year_text(year: int) -> str:
    if abs(year) > _LAST_PLAIN_YEAR:
        return f"Y{year}"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def timex_value(point: Point) -> str:
    """TIMEX3 as HeidelTime and the WikiWars corpus write it, with BC years as "BC0044".

    A part of a year is written where TimeML has a sign for it ("2008-H2"). What is not known is
    "X": "XXXX-05-03".
    """
    if point.relative is not None and point.year is None:
        return _unresolved(point)
    if point.label is not None:
        return point.label
    if point.days is not None and point.precision is Precision.STRETCH:
        return _stretch_value(point.days)
    if point.precision is Precision.FEAST and point.year is not None:
        day = _date(readings_of(point)[0][0])
        return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"
    year = _year_value(point)
    if point.precision is Precision.SEASON:
        return f"{year}-{SEASON_LETTERS[point.season or 21]}"
    if point.month is None:
        part = load_lexicon().part_values.get(point.share.name) if point.share else None
        plain = point.precision is Precision.YEAR
        if point.precision is Precision.DAY:
            return f"{year}-XX-{point.day or 0:02d}"
        return f"{year}-{part}" if part and plain else year
    month = f"{year}-{point.month:02d}"
    return month if point.precision is Precision.MONTH else f"{month}-{point.day:02d}"


def _year_value(point: Point) -> str:
    told = point.year
    if told is None:
        return "XXXX"
    era = "BC" if point.bc else ""
    if point.precision is Precision.CENTURY:
        return f"{era}{told - 1:02d}"
    if point.precision is Precision.MILLENNIUM:
        return f"{era}{told - 1}"
    if point.precision is Precision.HUNDRED:
        return f"{told // 100:02d}"
    if point.precision is Precision.DECADE:
        return f"XX{told // 10}" if point.short else f"{era}{told // 10:03d}"
    return f"XX{told:02d}" if point.short else f"{era}{told:04d}"


def _unresolved(point: Point) -> str:
    relative = point.relative
    if relative is None:
        return "XXXX"
    if relative.vague:
        return "FUTURE_REF" if relative.vague > 0 else "PAST_REF"
    if point.season or relative.unit is Unit.SEASON:
        return f"XXXX-{SEASON_LETTERS[point.season or relative.target or 21]}"
    if point.month or relative.unit is Unit.NAMED_MONTH:
        month = f"XXXX-{point.month or relative.target or 1:02d}"
        return f"{month}-{point.day:02d}" if point.day else month
    return _UNKNOWN[relative.unit]


def _stretch_value(days: tuple[int, int]) -> str:
    """The calendar unit that holds a stretch, or its first and last day."""
    first, last = _date(days[0]), _date(days[1])
    years = [
        f"{day.year:04d}" if day.year > 0 else f"BC{1 - day.year:04d}" for day in (first, last)
    ]
    texts = [
        f"{year}-{day.month:02d}-{day.day:02d}"
        for year, day in zip(years, (first, last), strict=True)
    ]
    if days[0] == days[1]:
        return texts[0]
    if (first.year, first.month) == (last.year, last.month):
        return f"{years[0]}-{first.month:02d}"
    return years[0] if first.year == last.year else "/".join(texts)


def _date(day: int) -> Date:
    """A day in the calendar in which history writes it: Julian until 1582."""
    return date_of(day, calendar_of_history(day))


def edtf_of(first: Point, last: Point | None, bounds: str) -> str:
    """The closest EDTF of a point or a range.

    Args:
        first: the point, or the first end.
        last: the other end, or None.
        bounds: how the word before it bounds the time ("before", "since", "within").
    """
    if last is not None and bounds == "either":
        days = readings_of(first)[0][0], readings_of(last)[0][1]
        return _edtf_days(days, None, "~" if first.approximate or last.approximate else "")
    if last is not None and bounds not in ("before", "after", "by"):
        return f"{_edtf_point(first, last=False)}/{_edtf_point(last, last=True)}"
    if bounds == "before":
        return f"../{_edtf_point(_beside(first, -1), last=True)}"
    if bounds == "after":
        return f"{_edtf_point(_beside(last or first, 1), last=False)}/.."
    if bounds in ("by", "until"):
        return f"../{_edtf_point(last or first, last=True)}"
    if bounds == "since":
        return f"{_edtf_point(first, last=False)}/.."
    return _edtf_point(first)


def _beside(point: Point, step: int) -> Point:
    """The unit before or after a point: "before 1750" ends with 1749. A vague one stays."""
    told = iso_point(point)
    vague = told.approximate or told.uncertain or told.share is not None
    if vague or told.precision not in (*_LONG_PRECISIONS, *_PLAIN_PRECISIONS):
        return point
    if told.precision is Precision.DAY:
        date = _date(readings_of(point)[0][0] + step)
        return _with_date(told, date.year, date.month, date.day)
    year = year_of(told)
    if told.precision is Precision.MONTH:
        year, month = divmod(12 * year + (told.month or 1) - 1 + step, 12)
        return _with_date(told, year, month + 1, None)
    if told.precision is not Precision.YEAR:
        told = replace(told, precision=Precision.YEAR)
        year += _LENGTHS[point.precision] - 1 if step > 0 else 0
    return _with_date(told, year + step, None, None)


def _with_date(point: Point, year: int, month: int | None, day: int | None) -> Point:
    told, bc = historical_year(year)
    return replace(point, year=told, bc=bc, month=month, day=day, calendar=None, twin=None)


def _edtf_point(point: Point, *, last: bool | None = None) -> str:
    """EDTF of a point; `last` says which end of an interval it is, None if it stands alone."""
    mark = {(True, True): "%", (True, False): "~", (False, True): "?"}.get(
        (point.approximate, point.uncertain), ""
    )
    if point.precision in (Precision.STRETCH, Precision.FEAST, Precision.TURN):
        return _edtf_days(readings_of(point)[0], last, mark)
    told = iso_point(point)
    year = year_of(told)
    if told.precision in _LONG_PRECISIONS:
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
    """A decade or a century; no mask of digits has years before Christ or past 9999."""
    if point.precision is Precision.HUNDRED:
        return f"{year // 100:02d}XX{mark}"
    length = {Precision.DECADE: 10, Precision.CENTURY: 100}.get(point.precision, 1000)
    final = year + length - 1
    if not point.bc and final <= _LAST_PLAIN_YEAR + 1:
        masks = {
            Precision.DECADE: f"{year // 10:03d}X",
            Precision.CENTURY: f"{(point.year or 1) - 1:02d}XX",
        }
        return masks.get(point.precision, f"{(point.year or 1) - 1}XXX") + mark
    if last is not None:
        return _year_text(final if last else year) + mark
    return f"[{_year_text(year)}{mark}..{_year_text(final)}{mark}]"


def _edtf_days(days: tuple[int, int], last: bool | None, mark: str) -> str:
    """A stretch of days, by the coarsest units that fit it."""
    if last is None:
        calendar = calendar_of_history(days[1])
        flags = {"approximate": mark in ("~", "%"), "uncertain": mark in ("?", "%")}
        whole = format_edtf(Span.within(*days, **flags), calendar=calendar)
        if whole is not None:
            return whole
    texts = [_edtf_date(_date(day)) + mark for day in days]
    if last is not None:
        return texts[last]
    return texts[0] if texts[0] == texts[1] else f"[{texts[0]}..{texts[1]}]"


def _edtf_date(date: Date) -> str:
    """A day; of a year with more than four digits, which EDTF gives alone, the year."""
    year = _year_text(date.year)
    return year if year.startswith("Y") else f"{year}-{date.month:02d}-{date.day:02d}"
