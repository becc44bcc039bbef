"""The rule of a calendar: when its years begin and how long its months are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Month = tuple[int, int]
"""The number of a month and its length in days."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How one calendar counts days.

    A year is given by its first and last day and by its months in their order; the number of a
    month is its place among `month_names`, from 1, and need not be its place in the year.

    Attributes:
        title: the calendar as a sentence names it ("Hebrew").
        month_names: the names of the months by their numbers, from 1; none for an era that
            counts years alone.
        years: the first and the last year that can be counted.
        days_of_year: the day numbers of the first and last day of a year.
        months_of_year: the months of a year in their order.
        mean_year: the mean length of a year in days, near enough to find a year again.
        doubt: how many days a date may be off either way.
        approximate: the years begin only about their first day.
        leap_names: names that months have in a leap year only, by number.
    """

    title: str
    month_names: tuple[str, ...]
    years: tuple[int, int]
    days_of_year: Callable[[int], tuple[int, int]]
    months_of_year: Callable[[int], tuple[Month, ...]]
    mean_year: float = 365.25
    doubt: int = 0
    approximate: bool = False
    leap_names: tuple[tuple[int, str], ...] = ()

    def month_name(self, month: int, months: tuple[Month, ...]) -> str:
        """The name of a month in a year of these months: "Adar I" in a leap year."""
        if len(months) == len(self.month_names):
            for number, name in self.leap_names:
                if number == month:
                    return name
        return self.month_names[month - 1]


def no_months(_year: int) -> tuple[Month, ...]:
    """The months of an era that counts years alone."""
    return ()
