"""Writing EDTF: the shortest expression that is read back as exactly the same span."""

from __future__ import annotations

from bede.chronology.calendar import (
    Calendar,
    date_of,
    day_number,
    last_day_of_month,
    last_day_of_year,
)
from bede.chronology.edtf.groupings import code_of
from bede.chronology.edtf.years import name_of_years
from bede.chronology.span import Span
from bede.chronology.stretch import stated_ends, whole_months, whole_years

_MONTHS_OF_ONE_DIGIT = (1, 9)


def format_edtf(span: Span, *, calendar: Calendar = Calendar.GREGORIAN) -> str | None:
    """The shortest EDTF that is read back as exactly this span, or None if there is none.

    `bede.chronology.edtf` says which spans have none.

    Args:
        span: the span.
        calendar: the calendar in which to write; read the text with the same.
    """
    mark = _mark(span)

    def name(first: int, last: int) -> str | None:
        plain = _name(first, last, calendar)
        return None if plain is None else plain + mark

    first, last = span.hull
    if span.is_interval or (first is None and last is None):
        if mark and first is None and last is None:
            return None
        ends = stated_ends(span, name, calendar)
        return None if ends is None else "/".join(end or ".." for end in ends)
    if first is not None and last is not None and (whole := name(first, last)) is not None:
        return whole
    return _format_range(first, last, mark, calendar)


def _mark(span: Span) -> str:
    if span.approximate:
        return "%" if span.uncertain else "~"
    return "?" if span.uncertain else ""


def _name(first: int, last: int, calendar: Calendar) -> str | None:
    years = whole_years(first, last, calendar)
    if years is not None:
        return name_of_years(*years)
    begin, end = date_of(first, calendar), date_of(last, calendar)
    if not -9999 <= begin.year <= 9999:
        return None
    year = name_of_years(begin.year, begin.year)
    if first == last:
        return f"{year}-{begin.month:02}-{begin.day:02}"
    if whole_months(first, last, calendar):
        months = 12 * (end.year - begin.year) + end.month - begin.month + 1
        part = _name_of_months(begin.month, months)
        return None if part is None else f"{year}-{part}"
    if (begin.year, begin.month) != (end.year, end.month):
        return None
    tens = begin.day // 10
    first_of_tens, last_of_tens = max(1, 10 * tens), 10 * tens + 9
    if begin.day != first_of_tens:
        return None
    if end.day != last_of_tens and last != last_day_of_month(end.year, end.month, calendar):
        return None
    return f"{year}-{begin.month:02}-{tens}X" if end.day // 10 == tens else None


def _name_of_months(first: int, months: int) -> str | None:
    if months == 1:
        return f"{first:02}"
    if (first, months) == _MONTHS_OF_ONE_DIGIT:
        return "0X"
    code = code_of(first, months)
    return None if code is None else str(code)


def _format_range(first: int | None, last: int | None, mark: str, calendar: Calendar) -> str | None:
    """A one-of set from the first to the last day.

    Both ends are told by the coarsest unit that fits both, or each by its own if none does.
    """
    units = ("year", "month", "day")
    low = [_edge(first, unit, mark, calendar) for unit in units]
    high = [_edge(last, unit, mark, calendar, ending=True) for unit in units]
    for pair in zip(low, high, strict=True):
        if None not in pair:
            return "[{}..{}]".format(*pair)
    pair = (_first_told(low), _first_told(high))
    return None if None in pair else "[{}..{}]".format(*pair)


def _first_told(names: list[str | None]) -> str | None:
    return next((name for name in names if name is not None), None)


def _edge(
    day: int | None, unit: str, mark: str, calendar: Calendar, *, ending: bool = False
) -> str | None:
    """The name of the unit that begins (or ends) on the day; nothing if the set is open there."""
    if day is None:
        return ""
    stretch = _unit_at(day, unit, calendar)
    if stretch[ending] != day:
        return None
    name = _name(*stretch, calendar)
    return None if name is None else name + mark


def _unit_at(day: int, unit: str, calendar: Calendar) -> tuple[int, int]:
    date = date_of(day, calendar)
    match unit:
        case "year":
            return (
                day_number(date.year, 1, 1, calendar),
                last_day_of_year(date.year, calendar),
            )
        case "month":
            return (
                day_number(date.year, date.month, 1, calendar),
                last_day_of_month(date.year, date.month, calendar),
            )
        case _:
            return day, day
