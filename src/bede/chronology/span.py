"""When something was: a span of four day numbers.

The bounds are those of CIDOC-CRM (E52 Time-Span, with P81 "ongoing throughout" and P82 "at some
time within") as Linked Art writes them: the earliest and latest day on which it can have begun,
and the earliest and latest day on which it can have ended.
"""

from __future__ import annotations

from dataclasses import dataclass

from bede.chronology.calendar import (
    Calendar,
    day_number,
    format_date,
    last_day_of_month,
    last_day_of_year,
)
from bede.errors import ChronologyError

_FLIP = "exchange the two, or correct one of them"


@dataclass(frozen=True, slots=True)
class Span:
    """Something that began on a day and ended on the same or a later day.

    All bounds are day numbers, inclusive; None means open, or not known. What happened on one
    day has four equal bounds; what happened somewhere inside 1926 can have begun on any day of
    1926 and ended on any day of 1926. A bound is tightened only where begin <= end demands it:
    nothing ends before it can have begun, nothing begins after it must have ended.

    Attributes:
        earliest_begin: the first day on which it can have begun.
        latest_begin: the last day on which it can have begun.
        earliest_end: the first day on which it can have ended.
        latest_end: the last day on which it can have ended.
        approximate: the dates are circa; the bounds are as written, not yet widened.
        uncertain: the source itself doubts the dates.

    Raises:
        ChronologyError: if no begin and end fit the bounds.
    """

    earliest_begin: int | None
    latest_begin: int | None
    earliest_end: int | None
    latest_end: int | None
    approximate: bool = False
    uncertain: bool = False

    def __post_init__(self) -> None:
        _require_order(self.earliest_begin, self.latest_begin, "the earliest beginning", "latest")
        _require_order(self.earliest_end, self.latest_end, "the earliest end", "latest")
        _require_order(self.earliest_begin, self.latest_end, "the beginning", "end")
        if self.earliest_begin is not None:
            end = self.earliest_begin
            if self.earliest_end is not None:
                end = max(end, self.earliest_end)
            object.__setattr__(self, "earliest_end", end)
        if self.latest_end is not None:
            begin = self.latest_end
            if self.latest_begin is not None:
                begin = min(begin, self.latest_begin)
            object.__setattr__(self, "latest_begin", begin)

    @classmethod
    def within(
        cls,
        first: int | None,
        last: int | None,
        *,
        approximate: bool = False,
        uncertain: bool = False,
    ) -> Span:
        """Something inside the stretch from `first` to `last`, of whatever length.

        Args:
            first: the first day of the stretch, None if it has no beginning.
            last: the last day of the stretch, None if it has no end.
            approximate: the stretch is circa.
            uncertain: the stretch is doubted.

        Raises:
            ChronologyError: if the last day is before the first.
        """
        return cls(first, last, first, last, approximate, uncertain)

    @classmethod
    def day(cls, day: int) -> Span:
        """One day, given by its day number."""
        return cls.within(day, day)

    @classmethod
    def month(cls, year: int, month: int, calendar: Calendar = Calendar.GREGORIAN) -> Span:
        """Inside a month of an astronomical year.

        Raises:
            ChronologyError: if the month is not 1 to 12.
        """
        return cls.within(
            day_number(year, month, 1, calendar), last_day_of_month(year, month, calendar)
        )

    @classmethod
    def year(cls, year: int, calendar: Calendar = Calendar.GREGORIAN) -> Span:
        """Inside an astronomical year."""
        return cls.years(year, year, calendar)

    @classmethod
    def years(cls, first: int, last: int, calendar: Calendar = Calendar.GREGORIAN) -> Span:
        """Inside the stretch of two astronomical years and all between them.

        Raises:
            ChronologyError: if the last year is before the first.
        """
        return cls.within(day_number(first, 1, 1, calendar), last_day_of_year(last, calendar))

    @classmethod
    def decade(cls, first_year: int, calendar: Calendar = Calendar.GREGORIAN) -> Span:
        """Inside the ten years from an astronomical year: 1920 gives the 1920s."""
        return cls.years(first_year, first_year + 9, calendar)

    @classmethod
    def century(
        cls, number: int, *, bc: bool = False, calendar: Calendar = Calendar.GREGORIAN
    ) -> Span:
        """Inside a century: the 19th is 1801 to 1900, the 1st BC is 100 to 1 BC.

        Raises:
            ChronologyError: if the number is below 1.
        """
        if number < 1:
            raise ChronologyError(
                f"there is no century {number}", remedy="count centuries from 1, BC and AD"
            )
        first = 1 - 100 * number if bc else 100 * number - 99
        return cls.years(first, first + 99, calendar)

    @classmethod
    def interval(cls, begin: Span | None, end: Span | None) -> Span:
        """From some day of `begin` until some day of `end`.

        Args:
            begin: when it began, None if open or not recorded.
            end: when it ended, None if open or not recorded.

        Raises:
            ChronologyError: if `end` lies wholly before `begin`.
        """
        stated = [part for part in (begin, end) if part is not None]
        first_begin, last_begin = (None, None) if begin is None else begin.hull
        first_end, last_end = (None, None) if end is None else end.hull
        return cls(
            first_begin,
            last_begin,
            first_end,
            last_end,
            any(part.approximate for part in stated),
            any(part.uncertain for part in stated),
        )

    @property
    def hull(self) -> tuple[int | None, int | None]:
        """The first and last day that it can have touched; None where open."""
        return self.earliest_begin, self.latest_end

    @property
    def core(self) -> tuple[int, int] | None:
        """The first and last day that it surely covers; None if no day is sure."""
        begin, end = self.latest_begin, self.earliest_end
        if begin is None or end is None or begin > end:
            return None
        return begin, end

    @property
    def is_interval(self) -> bool:
        """Whether begin and end are stated apart ("from 1918 to 1925", not "in 1918")."""
        return (self.earliest_begin, self.latest_begin) != (self.earliest_end, self.latest_end)

    @property
    def length(self) -> tuple[int, int | None]:
        """The least and greatest number of days it can have lasted, both ends counted."""
        core = self.core
        shortest = 1 if core is None else core[1] - core[0] + 1
        first, last = self.hull
        longest = None if first is None or last is None else last - first + 1
        return shortest, longest

    def widened(self, days: int) -> Span:
        """The span with each bound loosened by a tolerance, no longer marked approximate.

        Args:
            days: how far each bound moves outward, from 0.

        Raises:
            ChronologyError: if `days` is negative.
        """
        if days < 0:
            raise ChronologyError(f"a tolerance of {days} days is negative")
        return Span(
            None if self.earliest_begin is None else self.earliest_begin - days,
            None if self.latest_begin is None else self.latest_begin + days,
            None if self.earliest_end is None else self.earliest_end - days,
            None if self.latest_end is None else self.latest_end + days,
            False,
            self.uncertain,
        )


def _require_order(first: int | None, last: int | None, early: str, late: str) -> None:
    if first is None or last is None or first <= last:
        return
    raise ChronologyError(
        f"{early} ({format_date(first)}) lies after the {late} ({format_date(last)})",
        remedy=_FLIP,
    )
