"""The calendars by name, and the two questions that are asked of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bede.chronology.calendar import format_date
from bede.chronology.othercalendars import counted, eras
from bede.chronology.othercalendars.rules import Month, Rule
from bede.chronology.span import Span
from bede.errors import ChronologyError


class OtherCalendar(StrEnum):
    """A calendar or era other than Julian and Gregorian."""

    HEBREW = "hebrew"
    ISLAMIC = "islamic"
    FRENCH_REPUBLICAN = "french-republican"
    PERSIAN = "persian"
    COPTIC = "coptic"
    ETHIOPIAN = "ethiopian"
    INDIAN = "indian"
    CITY = "ab-urbe-condita"
    WORLD = "byzantine"
    OLYMPIC = "olympic-years"
    SELEUCID = "seleucid"
    REVOLUTION = "soviet-revolutionary"


_RULES: dict[OtherCalendar, Rule] = {
    OtherCalendar.HEBREW: counted.HEBREW,
    OtherCalendar.ISLAMIC: counted.ISLAMIC,
    OtherCalendar.FRENCH_REPUBLICAN: counted.FRENCH_REPUBLICAN,
    OtherCalendar.PERSIAN: counted.PERSIAN,
    OtherCalendar.COPTIC: counted.COPTIC,
    OtherCalendar.ETHIOPIAN: counted.ETHIOPIAN,
    OtherCalendar.INDIAN: counted.INDIAN,
    OtherCalendar.CITY: eras.CITY,
    OtherCalendar.WORLD: eras.WORLD,
    OtherCalendar.OLYMPIC: eras.OLYMPIC,
    OtherCalendar.SELEUCID: eras.SELEUCID,
    OtherCalendar.REVOLUTION: eras.REVOLUTION,
}


@dataclass(frozen=True, slots=True)
class OtherDate:
    """A day as another calendar names it.

    Attributes:
        year: of that calendar.
        month: number of the month; None where an era counts years alone.
        day: of the month; None likewise.
    """

    year: int
    month: int | None = None
    day: int | None = None


def stretch(name: str, year: int, month: int | None = None, day: int | None = None) -> Span:
    """The days of a year, month or day of another calendar.

    Args:
        name: one of `OtherCalendar`, by its value.
        year: as that calendar counts, from 1.
        month: number of the month (see the calendar's rule), None for the whole year.
        day: of the month, None for the whole month.

    Returns:
        From the first to the last day, in day numbers; a day wider on either side for Islamic
        dates, which are never sure to the day; marked approximate where the era is.

    Raises:
        ChronologyError: an unknown calendar, or a date it does not have.
    """
    rule = _rule(name)
    _require_year(rule, year)
    if day is not None and month is None:
        raise ChronologyError(f"a day of the {rule.title} calendar needs its month")
    first, last = rule.days_of_year(year)
    if month is not None:
        first, last = _month(rule, year, month, first)
        if day is not None:
            _require_day(rule, year, month, day, last - first + 1)
            first = last = first + day - 1
    return Span.within(first - rule.doubt, last + rule.doubt, approximate=rule.approximate)


def date_in(name: str, day: int) -> OtherDate:
    """The date of a day in another calendar.

    Args:
        name: one of `OtherCalendar`, by its value.
        day: day number.

    Raises:
        ChronologyError: an unknown calendar, or a day before or after its years.
    """
    rule = _rule(name)
    earliest, latest = rule.years
    start, end = rule.days_of_year(earliest)[0], rule.days_of_year(latest)[1]
    if not start <= day <= end:
        raise ChronologyError(
            f"the {rule.title} calendar is counted from {format_date(start)} "
            f"to {format_date(end)} (Gregorian)"
        )
    year = min(max(earliest, earliest + int((day - start) / rule.mean_year)), latest)
    while rule.days_of_year(year)[0] > day:
        year -= 1
    while year < latest and rule.days_of_year(year + 1)[0] <= day:
        year += 1
    begins = rule.days_of_year(year)[0]
    for number, length in rule.months_of_year(year):
        if day < begins + length:
            return OtherDate(year, number, day - begins + 1)
        begins += length
    return OtherDate(year)


def months_of(name: str, year: int) -> tuple[Month, ...]:
    """The months of a year in their order, each with its number and its length in days.

    Args:
        name: one of `OtherCalendar`, by its value.
        year: as that calendar counts.

    Raises:
        ChronologyError: an unknown calendar, or a year it does not have.
    """
    rule = _rule(name)
    _require_year(rule, year)
    return rule.months_of_year(year)


def _rule(name: str) -> Rule:
    try:
        return _RULES[OtherCalendar(name)]
    except ValueError:
        known = ", ".join(calendar.value for calendar in OtherCalendar)
        raise ChronologyError(
            f"there is no calendar named {name!r}", remedy=f"known are {known}"
        ) from None


def _require_year(rule: Rule, year: int) -> None:
    first, last = rule.years
    if not first <= year <= last:
        raise ChronologyError(
            f"there is no year {year} in the {rule.title} calendar",
            remedy=f"its years are counted from {first} to {last}",
        )


def _month(rule: Rule, year: int, month: int, begins: int) -> tuple[int, int]:
    months = rule.months_of_year(year)
    for number, length in months:
        if number == month:
            return begins, begins + length - 1
        begins += length
    raise _no_month(rule, year, month)


def _no_month(rule: Rule, year: int, month: int) -> ChronologyError:
    if not rule.month_names:
        return ChronologyError(f"the {rule.title} era counts years alone, no months")
    if 1 <= month <= len(rule.month_names):
        return ChronologyError(
            f"there is no {rule.month_names[month - 1]} in {year} of the {rule.title} calendar: "
            "it is no leap year"
        )
    return ChronologyError(
        f"there is no month {month} in the {rule.title} calendar: "
        f"it has {len(rule.month_names)} months"
    )


def _require_day(rule: Rule, year: int, month: int, day: int, length: int) -> None:
    if 1 <= day <= length:
        return
    name = rule.month_name(month, rule.months_of_year(year))
    raise ChronologyError(
        f"there is no {day} {name} {year} in the {rule.title} calendar: "
        f"that month has {length} days"
    )
