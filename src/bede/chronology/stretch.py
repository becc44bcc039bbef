"""Which calendar units a span was stated in, so that EDTF and prose can name them again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bede.chronology.calendar import (
    Calendar,
    date_of,
    day_number,
    last_day_of_month,
    last_day_of_year,
)
from bede.chronology.span import Span

Namer = Callable[[int, int], str | None]
"""Names the stretch from one day number to another, or None if it has no name."""

_RUNS_OF_YEARS = (1, 10, 100, 1000)


def is_year_begin(day: int, calendar: Calendar) -> bool:
    """Whether the day is a 1 January."""
    date = date_of(day, calendar)
    return (date.month, date.day) == (1, 1)


def is_month_begin(day: int, calendar: Calendar) -> bool:
    """Whether the day is the first of a month."""
    return date_of(day, calendar).day == 1


def whole_years(first: int, last: int, calendar: Calendar) -> tuple[int, int] | None:
    """The first and last astronomical year of a stretch of whole years, else None."""
    if not (is_year_begin(first, calendar) and is_year_begin(last + 1, calendar)):
        return None
    return date_of(first, calendar).year, date_of(last, calendar).year


def whole_months(first: int, last: int, calendar: Calendar) -> bool:
    """Whether the stretch consists of whole months."""
    return is_month_begin(first, calendar) and is_month_begin(last + 1, calendar)


def stated_ends(
    span: Span, name: Namer, calendar: Calendar
) -> tuple[str | None, str | None] | None:
    """The names of the begin and end from which `Span.interval` makes this span.

    Bounds that follow from begin <= end do not count: the begin of 1917 to October 1917 is
    "1917". The finest names that fit are taken.

    Args:
        span: the span; its flags are not looked at.
        name: gives the name of a stretch, or None.
        calendar: whose units are tried.

    Returns:
        Two names, None for an end that is open; or None if no names give exactly this span.
    """
    bounds = Span(span.earliest_begin, span.latest_begin, span.earliest_end, span.latest_end)
    for begin in _beginning(span.earliest_begin, calendar):
        for end in _ending(span.latest_end, calendar):
            if _runs_backwards(begin, end) or Span.interval(begin, end) != bounds:
                continue
            names = (_named(begin, name), _named(end, name))
            if (names[0] is None) == (begin is None) and (names[1] is None) == (end is None):
                return names
    return None


def _named(part: Span | None, name: Namer) -> str | None:
    if part is None or part.earliest_begin is None or part.latest_end is None:
        return None
    return name(part.earliest_begin, part.latest_end)


def _runs_backwards(begin: Span | None, end: Span | None) -> bool:
    if begin is None or end is None:
        return False
    first, last = begin.earliest_begin, end.latest_end
    return first is not None and last is not None and first > last


def _beginning(day: int | None, calendar: Calendar) -> Iterator[Span | None]:
    if day is None:
        yield None
        return
    yield Span.day(day)
    date = date_of(day, calendar)
    if date.day == 1:
        yield Span.within(day, last_day_of_month(date.year, date.month, calendar))
    if (date.month, date.day) == (1, 1):
        for run in _RUNS_OF_YEARS:
            yield Span.within(day, last_day_of_year(date.year + run - 1, calendar))


def _ending(day: int | None, calendar: Calendar) -> Iterator[Span | None]:
    if day is None:
        yield None
        return
    yield Span.day(day)
    date = date_of(day, calendar)
    if is_month_begin(day + 1, calendar):
        yield Span.within(day_number(date.year, date.month, 1, calendar), day)
    if is_year_begin(day + 1, calendar):
        for run in _RUNS_OF_YEARS:
            yield Span.within(day_number(date.year - run + 1, 1, 1, calendar), day)
