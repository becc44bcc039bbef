"""Saying when something was, in the words of a historian."""

from __future__ import annotations

from bede.chronology.calendar import (
    MONTH_NAMES,
    Calendar,
    date_of,
    format_date,
    historical_year,
    year_name,
)
from bede.chronology.span import Span
from bede.chronology.stretch import (
    is_month_begin,
    is_year_begin,
    stated_ends,
    whole_months,
    whole_years,
)


def describe(span: Span, calendar: Calendar = Calendar.GREGORIAN) -> str:
    """A span for people: "October 1926", "from 1918 to January 1925", "about 1904".

    The words say exactly what the bounds say. A hundred years from 1800 and ten years from 1900
    are written out, since "the 1800s" and "the 1900s" mean two things each.

    Args:
        span: the span.
        calendar: the calendar to write in.
    """
    prefix = ("perhaps " if span.uncertain else "") + ("about " if span.approximate else "")

    def name(first: int, last: int) -> str | None:
        plain = _name(first, last, calendar)
        return None if plain is None else prefix + plain

    if not span.is_interval:
        return _within(*span.hull, prefix, calendar)
    ends = stated_ends(span, name, calendar)
    if ends is None:
        begin = _within(span.earliest_begin, span.latest_begin, prefix, calendar)
        end = _within(span.earliest_end, span.latest_end, prefix, calendar)
        return f"beginning {begin}, ending {end}"
    if ends[1] is None:
        return f"from {ends[0]} (end not recorded)"
    if ends[0] is None:
        return f"until {ends[1]} (beginning not recorded)"
    return f"from {ends[0]} to {ends[1]}"


def _within(first: int | None, last: int | None, prefix: str, calendar: Calendar) -> str:
    if first is None:
        return "at an unknown time" if last is None else _before(last, prefix, calendar)
    if last is None:
        return _after(first, prefix, calendar)
    plain = _name(first, last, calendar)
    if plain is not None:
        return prefix + plain
    years = whole_years(first, last, calendar)
    if years is not None:
        low, high = (year_name(year) for year in years)
    elif whole_months(first, last, calendar):
        low, high = _month_name(first, calendar), _month_name(last, calendar)
    else:
        low, high = format_date(first, calendar), format_date(last, calendar)
    return f"between {prefix}{low} and {prefix}{high}"


def _before(last: int, prefix: str, calendar: Calendar) -> str:
    beyond = _coarse_name(last + 1, last + 1, calendar)
    if beyond is not None:
        return f"before {prefix}{beyond}"
    return f"no later than {prefix}{format_date(last, calendar)}"


def _after(first: int, prefix: str, calendar: Calendar) -> str:
    beyond = _coarse_name(first, first - 1, calendar)
    if beyond is not None:
        return f"after {prefix}{beyond}"
    return f"no earlier than {prefix}{format_date(first, calendar)}"


def _coarse_name(edge: int, named: int, calendar: Calendar) -> str | None:
    """The year or month of the day `named`, if one begins on the day `edge`."""
    if is_year_begin(edge, calendar):
        return year_name(date_of(named, calendar).year)
    return _month_name(named, calendar) if is_month_begin(edge, calendar) else None


def _name(first: int, last: int, calendar: Calendar) -> str | None:
    if first == last:
        return format_date(first, calendar)
    years = whole_years(first, last, calendar)
    if years is not None:
        return _name_years(*years)
    begin, end = date_of(first, calendar), date_of(last, calendar)
    if whole_months(first, last, calendar) and begin.year == end.year and begin.month == end.month:
        return _month_name(first, calendar)
    return None


def _name_years(first: int, last: int) -> str | None:
    length = last - first + 1
    if length == 1:
        return year_name(first)
    year, bc = historical_year(last if first < 1 else first)
    era = " BC" if bc else ""
    if length == 100 and year % 100 == 1:
        return f"the {_ordinal(year // 100 + 1)} century{era}"
    if length == 10 and year % 10 == 0 and year % 100 != 0:
        return f"the {year}s{era}"
    return None


def _ordinal(number: int) -> str:
    teens = number % 100 in (11, 12, 13)
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _month_name(day: int, calendar: Calendar) -> str:
    date = date_of(day, calendar)
    return f"{MONTH_NAMES[date.month - 1]} {year_name(date.year)}"
