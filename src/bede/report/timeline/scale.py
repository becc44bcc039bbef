"""Days on a line: where a day stands, and the ticks of an axis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bede.chronology import Date, date_of, day_number, year_name

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)  # years
_MONTHS = (1, 3, 6)
_DAYS_OF_YEAR = 365.2425
_LEAST = 80
"""Pixels from one tick to the next at least: the width of "September 1926"."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis: the day, and the words below it."""

    day: int
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The days that are drawn, and how wide.

    Attributes:
        first: the first day.
        last: the last.
        width: of all of them, in pixels.
    """

    first: int
    last: int
    width: float

    def share(self, day: float) -> float:
        """How far on the line a day begins: 0 for the first, 1 behind the last."""
        whole = self.last + 1 - self.first
        return min(1.0, max(0.0, (day - self.first) / whole))

    def pixels(self, day: float) -> float:
        """The same in pixels."""
        return self.share(day) * self.width

    def ticks(self) -> Iterator[Tick]:
        """The lines of the axis: months where there is room, else years of a round number."""
        per_day = self.width / (self.last + 1 - self.first)
        for months in _MONTHS:
            if months * _DAYS_OF_YEAR / 12 * per_day >= _LEAST:
                yield from self._months(months)
                return
        step = next((s for s in _STEPS if s * _DAYS_OF_YEAR * per_day >= _LEAST), _STEPS[-1])
        year = date_of(self.first).year
        year -= year % step
        while True:
            # There is no year 0: behind "20 BC" comes "AD 1", and then "AD 20".
            told = year + 1 if year <= 0 and step > 1 else year
            day = day_number(told, 1, 1)
            if day > self.last:
                return
            if day >= self.first:
                yield Tick(day, year_name(told))
            year += step

    def _months(self, step: int) -> Iterator[Tick]:
        date = date_of(self.first)
        count = date.year * 12 + date.month - 1
        count -= count % step
        while True:
            start = Date(count // 12, count % 12 + 1, 1)
            day = day_number(start.year, start.month, start.day)
            if day > self.last:
                return
            if day >= self.first:
                month = _MONTH_NAMES[start.month - 1]
                yield Tick(day, f"{month} {year_name(start.year)}")
            count += step


_MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
