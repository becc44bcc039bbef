"""Which calendar a day is told in: the customs of places, and what a told day can mean.

"25 October 1917" is one day for a Russian of that year and another for a historian who has
converted it. Before 15 October 1582 every told day is Julian. From then until 28 February 1923,
when Greece was the last state to give up the Julian calendar for civil dates, both calendars are
possible, the Gregorian first. A place only ranks them: the calendar that it wrote then comes
first, the other stays, since writers convert. A day that the place left out when it changed its
calendar is refused. The places themselves are data; see `bede.catalog.calendars`.

Sources: E. G. Richards, "Calendars", in Explanatory Supplement to the Astronomical Almanac, 3rd
edition, 2013, chapter 15; C. R. Cheney, revised by M. Jones, A Handbook of Dates for Students of
British History, 2000, for the beginning of the year.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from bede.chronology.calendar import (
    MONTH_NAMES,
    Calendar,
    Date,
    date_of,
    day_number,
    days_in_month,
    year_name,
)
from bede.chronology.easter import easter_sunday
from bede.errors import ChronologyError

Told = tuple[int, int, int]
"""A day as somebody tells it: astronomical year, month, day of the month."""

REFORM: Told = (1582, 10, 15)
REFORM_DAY = day_number(*REFORM)
LAST_JULIAN_STATE: Told = (1923, 2, 28)

_SWEDISH_FIRST: Told = (1700, 3, 1)
_SWEDISH_LAST: Told = (1712, 2, 30)


class Reckoning(StrEnum):
    """The way in which a place named its days.

    SWEDISH is the calendar of Sweden from 1 March 1700 to 30 February 1712, one day ahead of the
    Julian. OTHER is a calendar with months or years of its own (Chinese, Coptic, Ottoman): whoever
    tells its days by our months and years has converted them.
    """

    GREGORIAN = "gregorian"
    JULIAN = "julian"
    SWEDISH = "swedish"
    OTHER = "other"


_BOTH = (Reckoning.GREGORIAN, Reckoning.JULIAN)


@dataclass(frozen=True, slots=True)
class Stage:
    """A time in which a place kept one calendar.

    Attributes:
        reckoning: the calendar.
        first: its first day there as it tells it, None if it was always kept before.
        last: its last day there as it tells it, None if it is still kept. For OTHER the last day
            is told in the calendar that followed.
    """

    reckoning: Reckoning
    first: Told | None
    last: Told | None

    def covers(self, told: Told) -> bool:
        """Whether a day so told falls between the first and the last."""
        return (self.first is None or self.first <= told) and (
            self.last is None or told <= self.last
        )


@dataclass(frozen=True, slots=True)
class Adoption:
    """How one source tells the calendars of a place, in the order of time.

    Attributes:
        stages: the calendars, each following on the one before.
        sources: bibliographic records, as text.
    """

    stages: tuple[Stage, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearStyle:
    """A custom of beginning the year on another day than 1 January.

    Attributes:
        name: as historians call it.
        begins: month and day, or None for Easter Sunday.
        early: whether the year began before the January of its number, as in Pisa, and not after
            it, as in Florence and England.
        since: the first day so counted, with the year as we count it; None if not known.
        until: the first day counted from 1 January again, with the year as we count it.
        sources: bibliographic records, as text.
    """

    name: str
    begins: tuple[int, int] | None
    early: bool
    since: Told | None
    until: Told
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CalendarRegion:
    """A place with its calendars.

    Attributes:
        name: as messages give it.
        words: lower-case words by which a text shows the place.
        adoptions: the preferred account first, then what other sources say or what other parts of
            the place did.
        year_styles: how it began the year.
        note: a remark for people, or "".
    """

    name: str
    words: tuple[str, ...]
    adoptions: tuple[Adoption, ...]
    year_styles: tuple[YearStyle, ...]
    note: str


@dataclass(frozen=True, slots=True)
class DayReading:
    """One thing that a told day can mean.

    Attributes:
        reckoning: the calendar in which it is read; never OTHER.
        day: the day number.
    """

    reckoning: Reckoning
    day: int


def calendar_of_history(day: int) -> Calendar:
    """The calendar in which history writes a day that no text marks: Julian before the reform."""
    return Calendar.JULIAN if day < REFORM_DAY else Calendar.GREGORIAN


def reckoned_day(reckoning: Reckoning, year: int, month: int, day: int) -> int:
    """The day number of a day as one calendar tells it.

    Args:
        reckoning: the calendar, not OTHER.
        year: the astronomical year (1 BC is 0).
        month: 1 to 12.
        day: day of the month.

    Raises:
        ChronologyError: that calendar has no such day.

    Source for the Swedish calendar: N. Beckman, Tideräkning och historia, 1924.
    """
    if reckoning is Reckoning.OTHER:
        raise ChronologyError(
            "a calendar with months of its own has no day of that name",
            remedy="give the day in the Julian or the Gregorian calendar",
        )
    if reckoning is not Reckoning.SWEDISH:
        return day_number(year, month, day, Calendar(reckoning.value))
    told = (year, month, day)
    if not _SWEDISH_FIRST <= told <= _SWEDISH_LAST:
        raise ChronologyError(
            f"{_name(told)} lies outside the Swedish calendar",
            remedy="it was in use from 1 March 1700 to 30 February 1712",
        )
    if told == _SWEDISH_LAST:
        return day_number(1712, 2, 29, Calendar.JULIAN)
    return day_number(year, month, day, Calendar.JULIAN) - 1


def reckoned_date(reckoning: Reckoning, day: int) -> Date:
    """The date of a day number as one calendar tells it; the reverse of `reckoned_day`.

    Raises:
        ChronologyError: that calendar does not reach the day, or is OTHER.
    """
    if reckoning in _BOTH:
        return date_of(day, Calendar(reckoning.value))
    if day == reckoned_day(reckoning, *_SWEDISH_LAST):
        return Date(*_SWEDISH_LAST)
    date = date_of(day + 1, Calendar.JULIAN)
    reckoned_day(reckoning, date.year, date.month, date.day)
    return date


def calendars_at(region: CalendarRegion, year: int, month: int, day: int) -> tuple[Reckoning, ...]:
    """The calendars in which the place itself can have told that day, the likelier first.

    Args:
        region: the place.
        year: the astronomical year as told.
        month: 1 to 12.
        day: day of the month.

    Returns:
        More than one if the sources disagree or parts of the place differed; none if the place
        has no such day.
    """
    told = (year, month, day)
    stages = [stage for adoption in region.adoptions for stage in adoption.stages]
    return _unique(
        stage.reckoning
        for stage in stages
        if stage.covers(told)
        and (stage.reckoning is Reckoning.OTHER or _has(stage.reckoning, told))
    )


def day_readings(
    year: int,
    month: int,
    day: int,
    *,
    region: CalendarRegion | None = None,
    converted: bool = False,
) -> tuple[DayReading, ...]:
    """What a told day can mean if the text does not mark its calendar, the likelier first.

    Args:
        year: the astronomical year as told.
        month: 1 to 12.
        day: day of the month.
        region: the place, if it is known.
        converted: whether the writer may have turned the days of the place into the new calendar
            even there where it left them out, as writers of today do for Russia in February 1918;
            such a day is then read as Gregorian instead of being refused. It makes no difference
            before 15 October 1582, when there was nothing to convert to.

    Raises:
        ChronologyError: no calendar in question has such a day, or the place left it out.
    """
    told = (year, month, day)
    local = () if region is None else calendars_at(region, *told)
    if region is not None and not local:
        if not converted or told < REFORM or _gap(region, told) is None:
            raise _missing(region, told)
        return (DayReading(Reckoning.GREGORIAN, reckoned_day(Reckoning.GREGORIAN, *told)),)
    usual = _usual(told)
    first = tuple(reckoning for reckoning in local if reckoning is not Reckoning.OTHER)
    if not first and not _has(usual[0], told):
        raise _missing_everywhere(told, usual[0])
    return tuple(
        DayReading(reckoning, reckoned_day(reckoning, *told))
        for reckoning in _unique((*first, *usual))
        if _has(reckoning, told)
    )


def unit_calendars(
    year: int, month: int | None = None, *, region: CalendarRegion | None = None
) -> tuple[Calendar, ...]:
    """The calendars in which a month or a year can be told, the likelier first.

    Args:
        year: the astronomical year.
        month: 1 to 12, None for the whole year.
        region: the place, if it is known; its calendar at the beginning of the unit comes first,
            then that at its end.

    Raises:
        ChronologyError: if the month is not 1 to 12.
    """
    first_month, last_month = (1, 12) if month is None else (month, month)
    ends = (
        (year, first_month, 1),
        (year, last_month, days_in_month(year, last_month)),
    )
    local: list[Reckoning] = []
    if region is not None:
        local = [reckoning for told in ends for reckoning in calendars_at(region, *told)]
    if Reckoning.OTHER in local:
        local = []
    usual = [reckoning for told in ends for reckoning in _usual(told)]
    # Sweden was one day ahead for twelve years: a month or a year is not told more finely.
    plain = (Reckoning.JULIAN if r is Reckoning.SWEDISH else r for r in (*local, *usual))
    return tuple(Calendar(reckoning.value) for reckoning in _unique(plain))


def civil_years(
    region: CalendarRegion, year: int, month: int, day: int, *, old_style: bool = False
) -> tuple[int, ...]:
    """The years, as we count them, in which a told day can lie, the likelier first.

    Historians of today write the year that begins on 1 January, so the year stays as told. If the
    text marks the day as old style, the year of the place is possible too: 3 February 1725 in
    London can be in our 1726. A dual year ("1725/26") needs no guess: its second year is ours.

    Args:
        region: the place.
        year: the astronomical year as told.
        month: 1 to 12.
        day: day of the month.
        old_style: whether the text says "O.S.", "old style" or the like.
    """
    if not old_style:
        return (year,)
    others = (_year_of_style(style, year, month, day) for style in region.year_styles)
    return tuple(dict.fromkeys((year, *(other for other in others if other is not None))))


def _year_of_style(style: YearStyle, year: int, month: int, day: int) -> int | None:
    """Our other year for a day told in a style, or None if the style does not make one."""
    other = year - 1 if style.early else year + 1
    told = (other, month, day)
    if other < 1 or told >= style.until or (style.since is not None and told < style.since):
        return None
    if style.begins is None:
        easter = date_of(easter_sunday(other, Calendar.JULIAN), Calendar.JULIAN)
        begins = (easter.month, easter.day)
    else:
        begins = style.begins
    differs = ((month, day) >= begins) if style.early else ((month, day) < begins)
    return other if differs else None


def _usual(told: Told) -> tuple[Reckoning, ...]:
    """The calendars that a told day can be in if nothing is known of the place."""
    if told < REFORM:
        return (Reckoning.JULIAN,)
    return (Reckoning.GREGORIAN,) if told > LAST_JULIAN_STATE else _BOTH


def _has(reckoning: Reckoning, told: Told) -> bool:
    year, month, day = told
    if not 1 <= month <= 12:
        return False
    if reckoning is Reckoning.SWEDISH:
        length = 30 if (year, month) == (1712, 2) else days_in_month(year, month)
        return _SWEDISH_FIRST <= told <= _SWEDISH_LAST and 1 <= day <= length
    return 1 <= day <= days_in_month(year, month, Calendar(reckoning.value))


def _unique(reckonings: Iterable[Reckoning]) -> tuple[Reckoning, ...]:
    return tuple(dict.fromkeys(reckonings))


def _gap(region: CalendarRegion, told: Told) -> tuple[Told, Told] | None:
    """The told neighbours of a day that a change of calendar left out."""
    for adoption in region.adoptions:
        for before, after in pairwise(adoption.stages):
            last, first = before.last, after.first
            if last is not None and first is not None and last < told < first:
                return last, first
    return None


def _missing(region: CalendarRegion, told: Told) -> ChronologyError:
    gap = _gap(region, told)
    if gap is None or not any(_has(reckoning, told) for reckoning in _BOTH):
        kept = [stage for stage in region.adoptions[0].stages if stage.covers(told)]
        calendar = kept[0].reckoning if kept else Reckoning.GREGORIAN
        return _missing_everywhere(told, calendar)
    return ChronologyError(
        f"{_name(told)} does not exist in {region.name}: "
        f"{_name(gap[0])} was followed there by {_name(gap[1])}",
        remedy="check the day, or mark its calendar if it is told in another one",
    )


def _missing_everywhere(told: Told, reckoning: Reckoning) -> ChronologyError:
    """The error of the calendar itself for a day that it does not have."""
    try:
        reckoned_day(reckoning, *told)
    except ChronologyError as error:
        return error
    raise ValueError("a day that the calendar has was refused: a fault in the calendar policy")


def _name(told: Told) -> str:
    year, month, day = told
    return f"{day} {MONTH_NAMES[month - 1]} {year_name(year)}"
