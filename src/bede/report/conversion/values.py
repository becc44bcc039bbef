"""A date that is to be converted: what was told, and which days it can mean."""

from __future__ import annotations

from dataclasses import dataclass

from bede.chronology import weekday

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
Told = tuple[int, int | None, int | None]
"""Year, month and day of some calendar; an era that counts years alone has no more."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that a date can mean.

    Attributes:
        first: its first day (day number).
        last: its last day, the same for a day that is sure.
        calendar: the calendar in which it is read, None if the words do not tell.
        told: the date in that calendar, if it was given as numbers.
        approximate: told as "about".
        uncertain: told with a doubt.
    """

    first: int
    last: int
    calendar: str | None = None
    told: Told | None = None
    approximate: bool = False
    uncertain: bool = False

    @property
    def weekdays(self) -> tuple[str, ...]:
        """The day of the week; the first and the last of some days; none for a week or more."""
        if self.last - self.first >= len(WEEKDAYS):
            return ()
        return tuple(WEEKDAYS[weekday(day)] for day in dict.fromkeys((self.first, self.last)))


@dataclass(frozen=True, slots=True)
class Conversion:
    """A date with all that it can mean.

    Attributes:
        text: the date as the user gave it; of words, those that were read.
        readings: the likelier first.
    """

    text: str
    readings: tuple[Reading, ...]
