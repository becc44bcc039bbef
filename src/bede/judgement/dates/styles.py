"""Differences between two dates that are differences between two ways of dating.

The same day is told with other figures in the Julian and the Gregorian calendar, 10 days apart
after the reform of 1582 and 13 days in the twentieth century; and where the year began on 25
March, January was told with the year before. A date that is off by exactly so much has been
converted twice, or not at all, or labelled wrongly.

Source: C. R. Cheney, revised by M. Jones, A Handbook of Dates for Students of British History,
2000, for both; the places and their years are those of `bede.catalog.calendars`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bede.catalog.calendars import region_words, regions
from bede.chronology import Calendar, Span, date_of, day_number, days_in_month
from bede.chronology.policy import (
    LAST_JULIAN_STATE,
    REFORM_DAY,
    CalendarRegion,
    Told,
    YearStyle,
    civil_years,
)
from bede.evidence import Entity, Fact, Reference
from bede.judgement.dates.passages import told_day
from bede.text import Timex

_LAST_MIXED = day_number(*LAST_JULIAN_STATE, Calendar.JULIAN)


@dataclass(frozen=True, slots=True)
class StyleMix:
    """How a stated date differs from a recorded one.

    Attributes:
        days: how many days the calendars were apart then, 0 if it is the year that differs.
        later: whether the stated date is the later one.
        region: for the year, the place that began it on another day.
    """

    days: int
    later: bool
    region: str = ""


def mixed_styles(time: Timex | None, fact: Fact, reference: Reference) -> StyleMix | None:
    """The difference of style between the date of a claim and that of a fact, if it is one.

    Args:
        time: what dates the claim.
        fact: a fact; only one that is known to the day has an answer.
        reference: where its places are.
    """
    told = None if time is None else told_day(time)
    recorded = None if fact.span is None else _single_day(fact.span)
    if time is None or told is None or recorded is None:
        return None
    calendar = Calendar(time.calendar) if time.calendar is not None else None
    return _of_calendar(told, calendar, recorded) or _of_year(told, fact, recorded, reference)


def _of_calendar(told: Told, marked: Calendar | None, recorded: int) -> StyleMix | None:
    """Off by the distance of the calendars, where both were in use."""
    if not REFORM_DAY <= recorded <= _LAST_MIXED:
        return None
    stated = _day(told, marked or Calendar.GREGORIAN)
    for figures, misread in (
        (date_of(recorded), Calendar.JULIAN),
        (date_of(recorded, Calendar.JULIAN), Calendar.GREGORIAN),
    ):
        other = _day((figures.year, figures.month, figures.day), misread)
        if stated is not None and stated == other:
            return StyleMix(abs(other - recorded), other > recorded)
    return None


def _of_year(told: Told, fact: Fact, recorded: int, reference: Reference) -> StyleMix | None:
    """The same day and month in the year before or after, where years began at another time."""
    for date in (date_of(recorded), date_of(recorded, Calendar.JULIAN)):
        apart = told[0] - date.year
        if abs(apart) != 1 or told[1:] != (date.month, date.day):
            continue
        ours: Told = (date.year, date.month, date.day)
        for region in _regions(fact, reference):
            forward = date.year in civil_years(region, *told, old_style=True)
            if forward or told[0] in civil_years(region, *ours, old_style=True):
                return StyleMix(0, apart > 0, region.name)
    return None


def _regions(fact: Fact, reference: Reference) -> Iterator[CalendarRegion]:
    """Where it happened, as far as that is on record.

    Else every place that began the year late, as England did on 25 March; years that began early
    ("1750" from March 1749) were the custom of a few towns and are asked of those only.
    """
    near = tuple(_recorded_places(fact, reference))
    if near:
        yield from near
        return
    for region in regions().values():
        late = tuple(style for style in region.year_styles if not style.early)
        if late:
            yield _with_styles(region, late)


def _with_styles(region: CalendarRegion, styles: tuple[YearStyle, ...]) -> CalendarRegion:
    return CalendarRegion(region.name, region.words, region.adoptions, styles, region.note)


def _recorded_places(fact: Fact, reference: Reference) -> Iterator[CalendarRegion]:
    for value in fact.roles.get("place", ()):
        chain = (value, *reference.ancestors(value))
        yield from _named(reference.entity(place) for place in chain)


def _named(places: Iterable[Entity]) -> Iterator[CalendarRegion]:
    for place in places:
        for name in place.names:
            region = region_words().get(tuple(name.text.lower().split()))
            if region is not None:
                yield region
                break


def _single_day(span: Span) -> int | None:
    first, last = span.hull
    return first if first == last and not (span.approximate or span.uncertain) else None


def _day(told: Told, calendar: Calendar) -> int | None:
    if told[2] > days_in_month(*told[:2], calendar):
        return None
    return day_number(*told, calendar)
