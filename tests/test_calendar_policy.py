"""The tables of `tests/cases/calendar/` on the calendars of places, run: each row is one test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bede.catalog.calendars import region_named
from bede.chronology import Calendar, date_of, day_number
from bede.chronology.calendar import MONTH_NAMES
from bede.chronology.policy import civil_years, day_readings
from bede.errors import ChronologyError, UsageError

CASES = Path(__file__).parent / "cases" / "calendar"
REFORM = day_number(1582, 10, 15)
ISO = re.compile(r"-?\d{4}-")
TOLD = re.compile(r"(\d+) (\w+) (\d+)( BC)?")


def rows(name: str) -> list[tuple[str, ...]]:
    """The cells of every table row of a file, without the heads."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    cells = [tuple(cell.strip() for cell in line.split("|")[1:-1]) for line in lines if "|" in line]
    return [row for row in cells if TOLD.fullmatch(row[0])]


def told(cell: str) -> tuple[int, int, int]:
    """Astronomical year, month and day of a cell."""
    match = TOLD.fullmatch(cell)
    assert match is not None
    year = 1 - int(match[3]) if match[4] else int(match[3])
    return year, MONTH_NAMES.index(match[2]) + 1, int(match[1])


def shown(day: int) -> str:
    """A day number as the tables write it."""
    date = date_of(day, Calendar.GREGORIAN if day >= REFORM else Calendar.JULIAN)
    year = f"-{-date.year:04d}" if date.year < 0 else f"{date.year:04d}"
    return f"{year}-{date.month:02d}-{date.day:02d}"


@pytest.mark.parametrize("row", rows("policy.md"), ids=lambda row: f"{row[0]} {row[1]}")
def test_a_told_day_means_what_the_table_says(row: tuple[str, ...]) -> None:
    """The readings in their order, or the refusal of a day that the place never had."""
    region = region_named(row[1]) if row[1] else None
    if ISO.match(row[2]):
        found = ", ".join(shown(one.day) for one in day_readings(*told(row[0]), region=region))
        assert found == row[2]
    else:
        with pytest.raises(ChronologyError, match=re.escape(row[2])):
            day_readings(*told(row[0]), region=region)


@pytest.mark.parametrize("row", rows("year-beginnings.md"), ids=lambda row: " ".join(row[:3]))
def test_a_told_year_means_what_the_table_says(row: tuple[str, ...]) -> None:
    """Our years in their order; a place that is not known is an error."""
    if row[3] == "not known":
        with pytest.raises(UsageError):
            region_named(row[1])
        return
    years = civil_years(region_named(row[1]), *told(row[0]), old_style=row[2] == "yes")
    assert ", ".join(map(str, years)) == row[3]
