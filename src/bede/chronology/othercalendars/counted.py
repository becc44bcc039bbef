"""Calendars whose arithmetic is taken from the library convertdate.

Only the parts of the library that give the first day of a year and the length of a month are
used; all else follows from these in the same way for every calendar.

A Hebrew or Islamic day begins at sunset. The day number is that of the daylight: what is dated
12 Rajab in the evening happened on the day before.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from math import floor

from convertdate import coptic, french_republican, hebrew, indian_civil, islamic, persian

from bede.chronology.othercalendars.rules import Month, Rule

_FAR = 99_999
_TISHRI = 7
_HEBREW_MONTHS = (
    "Nisan", "Iyar", "Sivan", "Tammuz", "Av", "Elul",
    "Tishri", "Heshvan", "Kislev", "Tevet", "Shevat", "Adar", "Adar II",
)  # fmt: skip
_ISLAMIC_MONTHS = (
    "Muharram", "Safar", "Rabi I", "Rabi II", "Jumada I", "Jumada II",
    "Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qada", "Dhu al-Hijja",
)  # fmt: skip
_FRENCH_MONTHS = (
    "Vendémiaire", "Brumaire", "Frimaire", "Nivôse", "Pluviôse", "Ventôse",
    "Germinal", "Floréal", "Prairial", "Messidor", "Thermidor", "Fructidor",
    "complementary days",
)  # fmt: skip
_PERSIAN_MONTHS = (
    "Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar",
    "Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand",
)  # fmt: skip
_COPTIC_MONTHS = (
    "Thout", "Paopi", "Hathor", "Koiak", "Tobi", "Meshir",
    "Paremhat", "Paremoude", "Pashons", "Paoni", "Epip", "Mesori", "Pi Kogi Enavot",
)  # fmt: skip
_ETHIOPIAN_MONTHS = (
    "Meskerem", "Tikimt", "Hidar", "Tahsas", "Tir", "Yekatit",
    "Megabit", "Miyazya", "Ginbot", "Sene", "Hamle", "Nehase", "Pagume",
)  # fmt: skip
_INDIAN_MONTHS = (
    "Chaitra", "Vaishakha", "Jyeshtha", "Ashadha", "Shravana", "Bhadrapada",
    "Ashvina", "Kartika", "Margashirsha", "Pausha", "Magha", "Phalguna",
)  # fmt: skip
_ETHIOPIAN_BEHIND_COPTIC = 276
_PERSIAN_BEHIND = 621


def _noon(julian_date: float) -> int:
    """The day number of a Julian date at midnight, as the library gives it."""
    return floor(julian_date + 0.5)


def _from_new_years(new_year: Callable[[int], int]) -> Callable[[int], tuple[int, int]]:
    return lambda year: (new_year(year), new_year(year + 1) - 1)


def _hebrew_new_year(year: int) -> int:
    return _noon(hebrew.to_jd(year, _TISHRI, 1))


def _hebrew_months(year: int) -> tuple[Month, ...]:
    order = (*range(_TISHRI, hebrew.year_months(year) + 1), *range(1, _TISHRI))
    return tuple((month, hebrew.month_length(year, month)) for month in order)


def _islamic_new_year(year: int) -> int:
    return _noon(islamic.to_jd(year, 1, 1))


def _islamic_months(year: int) -> tuple[Month, ...]:
    return tuple((month, islamic.month_length(year, month)) for month in range(1, 13))


def _french_new_year(year: int) -> int:
    return _noon(french_republican.to_jd(year, 1, 1, method="continuous"))


def _french_months(year: int) -> tuple[Month, ...]:
    extra = _french_new_year(year + 1) - _french_new_year(year) - 360
    return (*((month, 30) for month in range(1, 13)), (13, extra))


@lru_cache(maxsize=4096)
def _persian_new_year(year: int) -> int:
    return int(persian.equinox_jd(year + _PERSIAN_BEHIND)) + 1


def _persian_months(year: int) -> tuple[Month, ...]:
    last = _persian_new_year(year + 1) - _persian_new_year(year) - 336
    return (
        *((month, 31) for month in range(1, 7)),
        *((month, 30) for month in range(7, 12)),
        (12, last),
    )


def _coptic_new_year(year: int) -> int:
    return _noon(coptic.to_jd(year, 1, 1))


def _coptic_months(year: int) -> tuple[Month, ...]:
    return tuple((month, coptic.month_length(year, month)) for month in range(1, 14))


def _ethiopian_new_year(year: int) -> int:
    return _coptic_new_year(year - _ETHIOPIAN_BEHIND_COPTIC)


def _ethiopian_months(year: int) -> tuple[Month, ...]:
    return _coptic_months(year - _ETHIOPIAN_BEHIND_COPTIC)


def _indian_new_year(year: int) -> int:
    return _noon(indian_civil.to_jd(year, 1, 1))


def _indian_months(year: int) -> tuple[Month, ...]:
    starts = [_noon(indian_civil.to_jd(year, month, 1)) for month in range(1, 13)]
    starts.append(_indian_new_year(year + 1))
    return tuple((month, after - first) for month, (first, after) in enumerate(pairwise(starts), 1))


HEBREW = Rule(
    "Hebrew",
    _HEBREW_MONTHS,
    (1, _FAR),
    _from_new_years(_hebrew_new_year),
    _hebrew_months,
    mean_year=365.2468,
    leap_names=((12, "Adar I"),),
)
"""The Hebrew calendar with its era of the world (anno mundi, 1 Tishri of year 1 = 7 October 3761
BC). Months are numbered from Nisan (Exodus 12:2), years begin with Tishri; Adar of a leap year is
Adar I (12) and Adar II (13). Source: N. Dershowitz and E. M. Reingold, Calendrical Calculations,
4th edition, 2018, chapter 8. The fixed arithmetic is that of the 4th century AD and later."""

ISLAMIC = Rule(
    "Islamic",
    _ISLAMIC_MONTHS,
    (1, _FAR),
    _from_new_years(_islamic_new_year),
    _islamic_months,
    mean_year=354.3667,
    doubt=1,
)
"""The Islamic civil calendar of the tables (1 Muharram 1 = 16 July 622). In life a month began
when its new moon was seen, a day sooner or later from place to place, so that every date is in
doubt by one day either way. Source: Dershowitz and Reingold 2018, chapter 7; G. S. P.
Freeman-Grenville, The Islamic and Christian Calendars, 1995, introduction."""

FRENCH_REPUBLICAN = Rule(
    "French Republican",
    _FRENCH_MONTHS,
    (1, 14),
    _from_new_years(_french_new_year),
    _french_months,
)
"""The calendar of the French Republic (1 Vendémiaire I = 22 September 1792), in use until 10
Nivôse XIV (31 December 1805). The years began on the day of the autumn equinox in Paris, which
made III, VII and XI leap years; until year XIV a leap year every four years comes to the same.
Month 13 holds the complementary days (sansculottides). Source: decree of 4 Frimaire II (24
November 1793); Dershowitz and Reingold 2018, chapter 17."""

PERSIAN = Rule(
    "Persian",
    _PERSIAN_MONTHS,
    (1, 2300),
    _from_new_years(_persian_new_year),
    _persian_months,
    mean_year=365.2424,
)
"""The Solar Hijri calendar (1 Farvardin 1304 = 21 March 1925, law of 31 March 1925); its year
begins with the spring equinox at Tehran. Before 1925 it is proleptic. Source: Dershowitz and
Reingold 2018, chapter 15."""

COPTIC = Rule(
    "Coptic", _COPTIC_MONTHS, (1, _FAR), _from_new_years(_coptic_new_year), _coptic_months
)
"""The Coptic calendar with the Era of the Martyrs (1 Thout 1 = 29 August 284, Julian). Source:
Dershowitz and Reingold 2018, chapter 4."""

ETHIOPIAN = Rule(
    "Ethiopian", _ETHIOPIAN_MONTHS, (1, _FAR), _from_new_years(_ethiopian_new_year),
    _ethiopian_months,
)  # fmt: skip
"""The Ethiopian calendar, the Coptic one with years from 29 August AD 8 (Julian). Source:
Dershowitz and Reingold 2018, chapter 4."""

INDIAN = Rule(
    "Indian", _INDIAN_MONTHS, (1, 9000), _from_new_years(_indian_new_year), _indian_months,
    mean_year=365.2425,
)  # fmt: skip
"""The civil calendar of India, with the Saka era (1 Chaitra 1879 = 22 March 1957); proleptic
before. Source: Report of the Calendar Reform Committee, Government of India, 1955, part A."""
