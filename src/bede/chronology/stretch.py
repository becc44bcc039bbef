"""Which calendar units a span was stated in, so that EDTF and prose can name them again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bede.chronology.calendar import (
    Calendar,
    date_of,
    day_number,
    last_day_of_year,
)
from bede.chronology.span import Span

Namer = Callable[[int, int], str | None]
"""Names the stretch from one day number to another, or None if it has no name."""

# Decades and longer runs, as far as EDTF counts, and those that stop before the year 0.
_RUNS_OF_YEARS = (1, *sorted([10**n for n in range(1, 12)] + [10**n - 1 for n in range(1, 5)]))
_RUNS_OF_MONTHS = (3, 4, 6, 9)


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
    "1917". Of units that fit, the finest with a name is taken.

    Args:
        span: the span; its flags are not looked at.
        name: gives the name of a stretch, or None.
        calendar: whose units are tried.

    Returns:
        Two names, None for an end that is open; or None if no names give exactly this span.
    """
    bounds = Span(span.earliest_begin, span.latest_begin, span.earliest_end, span.latest_end)
    begins = list(_beginning(span, calendar))
    ends = list(_ending(span, calendar))
    for begin in begins:
        for end in ends:
            if not _makes(begin, end, bounds):
                continue
            names = (_named(begin, name), _named(end, name))
            if (names[0] is None) == (begin is None) and (names[1] is None) == (end is None):
                return names
    return None


def _makes(begin: Span | None, end: Span | None, bounds: Span) -> bool:
    if begin is not None and end is not None:
        first, last = begin.earliest_begin, end.latest_end
        if first is not None and last is not None and first > last:
            return False
    return Span.interval(begin, end) == bounds


def _named(part: Span | None, name: Namer) -> str | None:
    if part is None or part.earliest_begin is None or part.latest_end is None:
        return None
    return name(part.earliest_begin, part.latest_end)


def _beginning(span: Span, calendar: Calendar) -> Iterator[Span | None]:
    """What the begin can have been: as its bounds are, or a unit that reaches past the end."""
    first = span.earliest_begin
    if first is None:
        yield None
        return
    if span.latest_begin is not None:
        yield Span.within(first, span.latest_begin)
    date = date_of(first, calendar)
    if date.day == 1:
        yield Span.within(first, _month_end(date.year, date.month, calendar))
    if (date.month, date.day) == (1, 1):
        for run in _RUNS_OF_YEARS:
            yield Span.within(first, last_day_of_year(date.year + run - 1, calendar))
    if date.day == 1:
        for months in _RUNS_OF_MONTHS:
            yield Span.within(first, _month_end(date.year, date.month + months - 1, calendar))
    tens = date.day // 10
    if date.day == max(1, 10 * tens):
        end_of_month = _month_end(date.year, date.month, calendar)
        yield Span.within(first, min(first - date.day + 10 * tens + 9, end_of_month))


def _ending(span: Span, calendar: Calendar) -> Iterator[Span | None]:
    """What the end can have been: as its bounds are, or a unit that reaches before the begin."""
    last = span.latest_end
    if last is None:
        yield None
        return
    if span.earliest_end is not None:
        yield Span.within(span.earliest_end, last)
    date = date_of(last, calendar)
    ends_month = is_month_begin(last + 1, calendar)
    if ends_month:
        yield Span.within(_month_begin(date.year, date.month, calendar), last)
    if is_year_begin(last + 1, calendar):
        for run in _RUNS_OF_YEARS:
            yield Span.within(day_number(date.year - run + 1, 1, 1, calendar), last)
    if ends_month:
        for months in _RUNS_OF_MONTHS:
            yield Span.within(_month_begin(date.year, date.month - months + 1, calendar), last)
    if ends_month or date.day % 10 == 9:
        yield Span.within(last - date.day + max(1, date.day // 10 * 10), last)


def _month_begin(year: int, month: int, calendar: Calendar) -> int:
    """The first day of a month counted from January of a year, 0 being December before it."""
    return day_number(year + (month - 1) // 12, (month - 1) % 12 + 1, 1, calendar)


def _month_end(year: int, month: int, calendar: Calendar) -> int:
    return _month_begin(year, month + 1, calendar) - 1
