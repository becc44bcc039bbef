"""How long something took, as an account tells it: "23 years", "about ten days", "nearly a year".

A `Duration` is a sum of calendar units; a `Length` is what somebody says of one, with the manner in
which it is said. In days it has a least and a most, since years and months are not all alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bede.chronology.duration import Duration, Unit

_DAYS_OF_YEAR = 365
_MONTHS_OF_YEAR = 12
_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3}


class Manner(StrEnum):
    """How exactly a length is meant.

    EXACT is a length without any such word; it is still rounded, as `allowance` units say.
    """

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True)
class Length:
    """A duration as it is told.

    Attributes:
        duration: how many of which unit.
        manner: how exactly it is meant.
    """

    duration: Duration
    manner: Manner = Manner.EXACT

    @property
    def period(self) -> str:
        """The duration as ISO 8601 writes it: "P2Y", "P3D"; a century is a hundred years."""
        count, unit = self.duration.count, self.duration.unit
        if unit in _MONTHS:
            return f"P{count * _MONTHS[unit]}M"
        if unit in _YEARS:
            return f"P{count * _YEARS[unit]}Y"
        return f"P{count}{'W' if unit is Unit.WEEK else 'D'}"

    def days(self, *, rounding: int = 0, about: int = 0) -> tuple[int, int | None]:
        """The fewest and the most days that it can be.

        Args:
            rounding: whole units by which a count may be off either way, as when the first and
                the last year of a reign are both counted, or neither.
            about: per cent of the length by which one told as "about" may be off, besides; at
                least one unit.

        Returns:
            Days, from 0; None for no upper bound.
        """
        count, unit = self.duration.count, self.duration.unit
        slack = rounding
        if self.manner is Manner.ABOUT:
            slack += max(1, -(-count * about // 100))
        least, _ = days_of(Duration(max(count - slack, 0), unit))
        _, most = days_of(Duration(count + slack, unit))
        if self.manner is Manner.AT_LEAST:
            return least, None
        return (0 if self.manner is Manner.AT_MOST else least), most


def days_of(duration: Duration) -> tuple[int, int]:
    """The fewest and the most days that a duration takes, wherever in time it begins.

    It holds for the Julian and the Gregorian calendar: of N consecutive years at least N // 4 - 1,
    less one for each century, and at most N // 4 + 1 are leap years; of twelve months seven have
    31 days and one has 28 or 29.
    """
    count, unit = duration.count, duration.unit
    if unit is Unit.DAY:
        return count, count
    if unit is Unit.WEEK:
        return 7 * count, 7 * count
    if unit in _MONTHS:
        years, months = divmod(count * _MONTHS[unit], _MONTHS_OF_YEAR)
    else:
        years, months = count * _YEARS[unit], 0
    if not years and not months:
        return 0, 0
    leap = years // 4
    least = years * _DAYS_OF_YEAR + max(0, leap - 1 - -(-years // 100))
    most = years * _DAYS_OF_YEAR + leap + 1
    # Months vary by the two days that February lacks of thirty, and by one day up for every other.
    return least + 30 * months - 2 * bool(months), most + 30 * months + -(-months * 7 // 12)
