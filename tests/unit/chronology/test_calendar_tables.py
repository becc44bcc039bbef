"""The published tables of `tests/cases/calendar/`, run: each row is one test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bede.chronology import Calendar, Date, date_of, day_number, weekday
from bede.chronology.calendar import MONTH_NAMES

CASES = Path(__file__).parents[2] / "cases" / "calendar"
GREGORIAN, JULIAN = Calendar.GREGORIAN, Calendar.JULIAN
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WRITTEN = re.compile(r"(?:([A-Z][a-z]+day) )?([0-9]+) ([A-Z][a-z]+) ([0-9]+)")
NUMERIC = re.compile(r"(-?[0-9]{4})-([0-9]{2})-([0-9]{2})")


def rows(name: str) -> list[tuple[str, ...]]:
    """The cells of every table row of a file, without the heads."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    cells = [tuple(cell.strip() for cell in line.split("|")[1:-1]) for line in lines if "|" in line]
    return cells[2:]


def written(cell: str, calendar: Calendar) -> int:
    """The day number of "Thursday 4 October 1582", whose weekday has to be right."""
    found = WRITTEN.fullmatch(cell)
    assert found, cell
    name, day, month, year = found.groups()
    number = day_number(int(year), MONTH_NAMES.index(month) + 1, int(day), calendar)
    assert name in (None, WEEKDAYS[weekday(number)])
    return number


@pytest.mark.parametrize("row", rows("reforms.md"), ids=lambda row: row[0])
def test_the_first_gregorian_day_follows_the_last_julian_one(row: tuple[str, ...]) -> None:
    """Ten to thirteen dates are left out, but no day and no weekday."""
    last, first = written(row[1], JULIAN), written(row[2], GREGORIAN)
    assert first == last + 1
    assert weekday(first) == (weekday(last) + 1) % 7
    assert row[3] in ("", str(first))


@pytest.mark.parametrize("row", rows("events.md"), ids=lambda row: row[0])
def test_a_known_event_is_one_day_in_both_calendars(row: tuple[str, ...]) -> None:
    """What is told Old Style and New Style is the same day number."""
    assert written(row[1], JULIAN) == written(row[2], GREGORIAN)


@pytest.mark.parametrize("row", rows("day-numbers.md"), ids=lambda row: row[0])
def test_day_numbers_are_those_of_the_astronomers(row: tuple[str, ...]) -> None:
    """Both ways, in each calendar that the source gives."""
    number = int(row[0])
    dated = [(cell, calendar) for cell, calendar in zip(row[1:3], (GREGORIAN, JULIAN), strict=True)]
    for cell, calendar in dated:
        if cell:
            found = NUMERIC.fullmatch(cell)
            assert found, cell
            date = Date(*map(int, found.groups()))
            assert date_of(number, calendar) == date
            assert day_number(date.year, date.month, date.day, calendar) == number
    assert row[3] in ("", WEEKDAYS[weekday(number)])


def test_the_tables_are_as_long_as_they_were() -> None:
    """No row is lost to the reader of the tables."""
    lengths = {name: len(rows(name)) for name in ("reforms.md", "events.md", "day-numbers.md")}
    assert lengths == {"reforms.md": 28, "events.md": 22, "day-numbers.md": 57}


def test_halley_s_comet_came_back_after_27689_days() -> None:
    """From 20 April 1910 to 9 February 1986 (Meeus 1991, p. 64)."""
    assert day_number(1986, 2, 9) - day_number(1910, 4, 20) == 27689
