"""Easter, from which the movable feasts of the Christian year are counted.

Easter is the Sunday after the fourteenth day of the paschal moon, a moon of the tables and not of
the sky, which falls on 21 March or later. The Julian tables are those of Alexandria as Dionysius
Exiguus gave them to the West in 525, and as Bede explained them in *The Reckoning of Time* (725);
the Orthodox churches keep them still, and Britain did until 1752. The Gregorian tables are those
of the bull *Inter gravissimas* (1582).

What the tables say is not always what a church did. Before they were accepted everywhere (Rome in
the 6th or 7th century, Northumbria in 664, the Franks by Charlemagne) Easter was kept on other
Sundays here and there; and some Protestant states of Germany, Denmark and Sweden followed the sky
for a while after 1700, so that they differed from the tables in a few years, 1724 and 1744 among
them (F. K. Ginzel, Handbuch der mathematischen und technischen Chronologie, vol. 3, 1914).
"""

from __future__ import annotations

from bede.chronology.calendar import Calendar, day_number, weekday
from bede.errors import ChronologyError

FIRST_GREGORIAN_YEAR = 1583
"""The first year whose Easter was reckoned by the Gregorian tables: they came in October 1582."""

_SUNDAY = 6


def easter_sunday(year: int, calendar: Calendar) -> int:
    """The day number of Easter Sunday.

    Args:
        year: the astronomical year, from 1.
        calendar: the tables to follow: Julian (everywhere until 1582, Orthodox since then) or
            Gregorian.

    Raises:
        ChronologyError: before AD 1, or in the Gregorian calendar before 1583.

    Source: J. Meeus, Astronomical Algorithms, 2nd edition, 1998, chapter 8; here in two steps,
    the paschal moon and the Sunday behind it, as in E. G. Richards, Mapping Time, 1998, part IV.
    """
    if year < 1:
        raise ChronologyError(
            "there was no Easter before Christ",
            remedy="check the year: it must be AD 1 or later",
        )
    if calendar is Calendar.GREGORIAN and year < FIRST_GREGORIAN_YEAR:
        raise ChronologyError(
            f"there was no Gregorian Easter before {FIRST_GREGORIAN_YEAR}",
            remedy="use the Julian calendar",
        )
    age = _gregorian_moon(year) if calendar is Calendar.GREGORIAN else _julian_moon(year)
    moon = day_number(year, 3, 21, calendar) + age
    return moon + 7 - (weekday(moon) - _SUNDAY) % 7


def feast_days(from_easter: int, year: int, *, calendar: Calendar) -> int:
    """The day number of a feast that moves with Easter.

    Args:
        from_easter: days after Easter Sunday, negative before it: -2 is Good Friday.
        year: the astronomical year, from 1.
        calendar: the tables to follow.

    Raises:
        ChronologyError: as `easter_sunday`.
    """
    return easter_sunday(year, calendar) + from_easter


def _julian_moon(year: int) -> int:
    """Days from 21 March to the fourteenth of the paschal moon."""
    return (19 * (year % 19) + 15) % 30


def _gregorian_moon(year: int) -> int:
    """The same in the Gregorian tables, which correct for the sun and for the moon."""
    golden, century = year % 19, year // 100
    sun, moon = century - century // 4, (8 * century + 13) // 25
    age = (19 * golden + sun - moon + 15) % 30
    # The last two days of the list of epacts are moved, so that no moon is later than 18 April
    # and no two years of a cycle of 19 share one.
    return age - (golden + 11 * age) // 319
