"""From the name of a feast and a year to the point of time that they tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bede.chronology import Calendar, day_number, weekday
from bede.chronology.easter import FIRST_GREGORIAN_YEAR, feast_days
from bede.chronology.policy import LAST_JULIAN_STATE
from bede.text.timex.grammar.feast_words import Feast
from bede.text.timex.point import Point, Precision

_SUNDAY = 6
_ADVENT_SUNDAYS = 4
_LENGTHS = (31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # February is never counted across


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a day lies beside a feast.

    Attributes:
        days: days after it ("the eve of" is -1).
        alone: the words are the bare name of the feast.
        weekday: the weekday that is meant (Monday is 0), if one is told.
        direction: that weekday is before it (-1), after it (1) or among its days (0).
        count: which of them; 0 if the words do not say.
    """

    days: int = 0
    alone: bool = False
    weekday: int | None = None
    direction: int = 0
    count: int = 0


def point_of(feast: Feast, year: Point, place: Place) -> Point | None:
    """The point of a feast, or of a day beside it.

    Args:
        feast: as its name gives it.
        year: the year as told; it may be unknown, or counted from another.
        place: where the day lies.

    Returns:
        A DAY, a FEAST that moves with Easter, or a STRETCH of days; None if there is none, or if
        it cannot be told without its year.
    """
    if year.bc or (year.year is not None and not year.short and year.year < feast.since):
        return None
    if feast.once:
        return _once(feast, year)
    base = Point(
        precision=Precision.DAY,
        year=year.year,
        era=year.era,
        relative=year.relative,
        short=year.short,
        calendar=feast.calendar,
        approximate=feast.loose and place.alone,
    )
    if place.weekday is not None:
        return _weekday_point(feast, place, base)
    if feast.day is not None:
        return _fixed(feast.day, place.days, base)
    if feast.from_easter is not None and feast.from_easter[0] == feast.from_easter[1]:
        offset = feast.from_easter[0] + place.days
        return replace(base, precision=Precision.FEAST, from_easter=offset)
    return None if place.days else _stretch(base, _run_of(feast))


def _once(feast: Feast, year: Point) -> Point | None:
    """The day of a name that was given once, or the one among its days that the year picks."""
    if year.relative is not None or (year.year is None and len(feast.once) > 1):
        return None
    for first, last in feast.once:
        if year.year in (None, first[0] % 100 if year.short else first[0]):
            calendar = feast.calendar if first[0] >= FIRST_GREGORIAN_YEAR else None
            if first == last:
                return Point(
                    precision=Precision.DAY,
                    year=first[0],
                    month=first[1],
                    day=first[2],
                    calendar=calendar,
                )
            reckoning = calendar or Calendar.JULIAN
            days = (day_number(*first, calendar=reckoning), day_number(*last, calendar=reckoning))
            return Point(precision=Precision.STRETCH, year=first[0], days=days)
    return None


def _fixed(date: tuple[int, int], shift: int, base: Point) -> Point | None:
    month, day = date[0], date[1] + shift
    year = base.year
    if day < 1:
        month = (month - 2) % 12 + 1
        day = _LENGTHS[month - 1]
        year = year - 1 if year and month == 12 else year
    elif month != 2 and day > _LENGTHS[month - 1]:
        month, day = month % 12 + 1, 1
        year = year + 1 if year and month == 1 else year
    return replace(base, month=month, day=day, year=year) if day else None


def _weekday_point(feast: Feast, place: Place, base: Point) -> Point | None:
    """A weekday counted from a feast, or within its days; those of Easter need no year."""
    if place.weekday is None:
        raise ValueError("a weekday beside a feast without its name: a fault in the grammar")
    if place.direction == 0:
        return _weekday_within(feast, place, place.weekday, base)
    if feast.from_easter is not None and feast.from_easter[0] == feast.from_easter[1]:
        start = feast.from_easter[0] + place.days
        offset = _counted_from(start, (_SUNDAY + start) % 7, place)
        return replace(base, precision=Precision.FEAST, from_easter=offset)
    if feast.day is None:
        return None
    month, day = feast.day

    def run(year: int, calendar: Calendar) -> tuple[int, int]:
        start = day_number(year, month, day, calendar) + place.days
        found = _counted_from(start, weekday(start), place)
        return found, found

    return _stretch(base, run)


def _weekday_within(feast: Feast, place: Place, target: int, base: Point) -> Point | None:
    """A weekday among the days of a feast: "Wednesday in Easter week", "third Sunday in Lent"."""
    weeks = 7 * max(place.count - 1, 0)
    if feast.advent == "season" and place.count:

        def run(year: int, calendar: Calendar) -> tuple[int, int]:
            found = _advent_sunday(year, calendar) + (target - _SUNDAY) % 7 + weeks
            return found, found

        return _stretch(base, run) if place.count <= _ADVENT_SUNDAYS else None
    if feast.from_easter is None:
        return None
    first, last = feast.from_easter
    # Easter Sunday is day 0, so that the weekday of an offset is known without a year.
    offset = first + (target - _SUNDAY - first) % 7 + weeks
    if offset > last or not (place.count or last - first == 6):
        return None
    return replace(base, precision=Precision.FEAST, from_easter=offset)


def _counted_from(start: int, start_weekday: int, place: Place) -> int:
    target = place.weekday or 0
    weeks = 7 * max(place.count - 1, 0)
    if place.direction > 0:
        return start + 1 + (target - start_weekday - 1) % 7 + weeks
    return start - 1 - (start_weekday - target - 1) % 7 - weeks


def _run_of(feast: Feast) -> Callable[[int, Calendar], tuple[int, int]]:
    """How the first and the last day of a feast of several days are found in a year."""

    def run(year: int, calendar: Calendar) -> tuple[int, int]:
        if feast.from_easter is not None:
            first, last = (feast_days(n, year, calendar=calendar) for n in feast.from_easter)
            return first, last
        sunday = _advent_sunday(year, calendar)
        return sunday, day_number(year, 12, 24, calendar) if feast.advent == "season" else sunday

    return run


def _advent_sunday(year: int, calendar: Calendar) -> int:
    """The Sunday nearest to St Andrew's Day, 30 November."""
    earliest = day_number(year, 11, 27, calendar)
    return earliest + (_SUNDAY - weekday(earliest)) % 7


def _stretch(base: Point, run: Callable[[int, Calendar], tuple[int, int]]) -> Point | None:
    """Days counted in a year that the text tells, in every calendar that it may mean."""
    if base.year is None or base.short:
        return None
    calendars = [Calendar.JULIAN] if base.year <= LAST_JULIAN_STATE[0] else []
    if base.year >= FIRST_GREGORIAN_YEAR:
        calendars.append(Calendar.GREGORIAN)
    runs = [run(base.year, calendar) for calendar in calendars]
    days = (min(first for first, _ in runs), max(last for _, last in runs))
    return replace(base, precision=Precision.STRETCH, days=days, approximate=False, calendar=None)
