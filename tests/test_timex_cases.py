"""The tables of `tests/cases/timex/`, run: each row is one test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bede.chronology import Calendar, date_of, day_number, parse_edtf
from bede.text.timex import ImpossibleDate, Timex, find_impossible_dates, read_times

CASES = Path(__file__).parent / "cases" / "timex"
REFORM = day_number(1582, 10, 15)
BOLD = re.compile(r"\*\*(.+?)\*\*")


def rows(name: str) -> list[tuple[str, ...]]:
    """The cells of every table row of a file, without the heads."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    cells = [tuple(cell.strip() for cell in line.split("|")[1:-1]) for line in lines if "|" in line]
    return [row for row in cells if "**" in row[0]]


def shown(day: int | None) -> str:
    """A day number as the tables write it."""
    if day is None:
        return ".."
    date = date_of(day, Calendar.GREGORIAN if day >= REFORM else Calendar.JULIAN)
    year = f"-{-date.year:04d}" if date.year < 0 else f"{date.year:04d}"
    return f"{year}-{date.month:02d}-{date.day:02d}"


def described(timex: Timex) -> tuple[str, ...]:
    """A temporal expression as the cells of a row."""
    first, last = timex.span.hull if timex.span else (None, None)
    bounds = (shown(first), shown(last)) if timex.span else ("", "")
    return (timex.value, timex.edtf or "", *bounds)


def prose_of(cell: str) -> str:
    """The text of a cell without its bold marks."""
    return BOLD.sub(r"\1", cell)


@pytest.mark.parametrize("row", rows("dates.md"), ids=lambda row: prose_of(row[0]))
def test_an_expression_is_found_and_given_its_value(row: tuple[str, ...]) -> None:
    """The bold words and no others are found, with the value, EDTF and days of the row."""
    timexes, impossible = read_times(prose_of(row[0]))
    cells = tuple("; ".join(parts) for parts in zip(*map(described, timexes), strict=True))
    found = [timex.text for timex in timexes]
    assert (found, cells, impossible) == (BOLD.findall(row[0]), row[1:], ())


@pytest.mark.parametrize("row", rows("dates.md"), ids=lambda row: prose_of(row[0]))
def test_the_edtf_of_an_expression_can_be_read(row: tuple[str, ...]) -> None:
    """Whatever the tagger writes as EDTF is EDTF to the reader of `chronology`."""
    for edtf in filter(None, row[2].split("; ")):
        assert parse_edtf(edtf).hull != (None, None)


@pytest.mark.parametrize(
    "text",
    [line[2:] for line in (CASES / "left-alone.md").read_text(encoding="utf-8").splitlines()[2:]],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    """Quantities, labels, names and words that look like dates give nothing."""
    assert read_times(text) == ((), ())


@pytest.mark.parametrize("row", rows("impossible.md"), ids=lambda row: prose_of(row[0]))
def test_an_impossible_date_is_reported(row: tuple[str, ...]) -> None:
    """It is neither dropped nor moved to the next possible day."""
    prose = prose_of(row[0])
    (fault,) = find_impossible_dates(prose)
    text = BOLD.findall(row[0])[0]
    start = prose.index(text)
    assert fault == ImpossibleDate(start, start + len(text), text, fault.cause)
    assert row[1] in fault.cause
    assert read_times(prose)[0] == ()
