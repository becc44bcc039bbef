"""Easter: the published tables of `tests/cases/calendar/easter.md`, and what must always hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bede.chronology import Calendar, Date, date_of, weekday
from bede.chronology.easter import easter_sunday, feast_days
from bede.errors import ChronologyError

TABLE = Path(__file__).parents[2] / "cases" / "calendar" / "easter.md"
SUNDAY = 6
JULIAN_CYCLE = 532
GREGORIAN_CYCLE = 5_700_000
FEASTS = {"Ash Wednesday": -46, "Good Friday": -2, "Ascension Day": 39, "Whit Sunday": 49}


def rows() -> list[tuple[str, ...]]:
    """The rows of the tables: year, calendar, day, source."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    cells = [tuple(cell.strip() for cell in line.split("|")[1:-1]) for line in lines]
    return [row for row in cells if row and row[0].isdigit()]


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row[0]} {row[1]}")
def test_easter_is_where_the_published_tables_have_it(row: tuple[str, ...]) -> None:
    """Each row is one year; an Orthodox Easter is a Julian one, here told in the new calendar."""
    year, tables, told, source = row
    followed = Calendar.GREGORIAN if tables == "gregorian" else Calendar.JULIAN
    shown = Calendar.JULIAN if tables == "julian" else Calendar.GREGORIAN
    day, month = told.split()
    number = {"March": 3, "April": 4, "May": 5}[month]
    assert date_of(easter_sunday(int(year), followed), shown) == Date(int(year), number, int(day))
    assert source


def test_enough_years_are_checked() -> None:
    """Fifty-nine years from fifteen centuries and more, every one with its source."""
    years = {int(row[0]) for row in rows()}
    assert (len(rows()) >= 40, len({year // 100 for year in years}) >= 15) == (True, True)


def oudin(year: int) -> tuple[int, int]:
    """The month and day of Gregorian Easter by another road.

    Source: Explanatory Supplement to the Astronomical Almanac, 1992, section 12.82 (Oudin 1940).
    """
    century, golden = year // 100, year % 19
    correction = (century - 17) // 25
    moon = (century - century // 4 - (century - correction) // 3 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (moon // 28) * (29 // (moon + 1)) * ((21 - golden) // 11))
    sunday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - sunday
    month = 3 + (offset + 40) // 44
    return month, offset + 28 - 31 * (month // 4)


@given(st.integers(1583, GREGORIAN_CYCLE))
def test_two_algorithms_agree(year: int) -> None:
    """The paschal moon of Meeus and the formula of Oudin give one day."""
    date = date_of(easter_sunday(year, Calendar.GREGORIAN))
    assert (date.month, date.day) == oudin(year)


@given(st.integers(1583, 10**7), st.sampled_from(list(Calendar)))
def test_easter_is_a_sunday_in_spring(year: int, calendar: Calendar) -> None:
    """From 22 March to 25 April in the calendar of its tables."""
    day = easter_sunday(year, calendar)
    date = date_of(day, calendar)
    assert (weekday(day), date.year) == (SUNDAY, year)
    assert (3, 22) <= (date.month, date.day) <= (4, 25)


@given(st.integers(1583, 10**6))
def test_the_tables_return(year: int) -> None:
    """The Julian Easters repeat after 532 years, the Gregorian after 5,700,000."""
    for calendar, cycle in (
        (Calendar.JULIAN, JULIAN_CYCLE),
        (Calendar.GREGORIAN, GREGORIAN_CYCLE),
    ):
        first = date_of(easter_sunday(year, calendar), calendar)
        again = date_of(easter_sunday(year + cycle, calendar), calendar)
        assert (again.month, again.day) == (first.month, first.day)


def test_movable_feasts_are_counted_from_easter() -> None:
    """Those of 1916, as the calendars of that year have them."""
    days = {
        name: date_of(feast_days(offset, 1916, calendar=Calendar.GREGORIAN))
        for name, offset in FEASTS.items()
    }
    assert days == {
        "Ash Wednesday": Date(1916, 3, 8),
        "Good Friday": Date(1916, 4, 21),
        "Ascension Day": Date(1916, 6, 1),
        "Whit Sunday": Date(1916, 6, 11),
    }


@pytest.mark.parametrize(
    ("year", "calendar", "cause"),
    [
        (1582, Calendar.GREGORIAN, "no Gregorian Easter before 1583"),
        (0, Calendar.JULIAN, "no Easter before Christ"),
        (-43, Calendar.GREGORIAN, "no Easter before Christ"),
    ],
)
def test_there_was_no_such_easter(year: int, calendar: Calendar, cause: str) -> None:
    """A year that no table covers is a fault with a remedy."""
    with pytest.raises(ChronologyError, match=cause):
        easter_sunday(year, calendar)
