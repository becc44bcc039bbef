"""Reading the tables under `tests/cases/calendar/`, and days as they are written there."""

from __future__ import annotations

from pathlib import Path

from bede.chronology import Calendar, Span, date_of

CASES = Path(__file__).parent / "cases" / "calendar"
REFORM = 2_299_161


def rows(name: str) -> list[tuple[str, ...]]:
    """The cells of every table row of a file, without heads and rules."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    cells = [tuple(cell.strip() for cell in line.split("|")[1:-1]) for line in lines if "|" in line]
    return [
        row
        for row, after in zip(cells, [*cells[1:], ("",)], strict=True)
        if "---" not in row and "---" not in after
    ]


def shown(day: int | None) -> str:
    """A day as year, month and day; astronomical years, Julian before the reform."""
    if day is None:
        return ".."
    date = date_of(day, Calendar.GREGORIAN if day >= REFORM else Calendar.JULIAN)
    year = f"-{-date.year:04d}" if date.year < 0 else f"{date.year:04d}"
    return f"{year}-{date.month:02d}-{date.day:02d}"


def extent(first: int | None, last: int | None) -> str:
    """One day, or first and last."""
    return shown(first) if first == last else f"{shown(first)}/{shown(last)}"


def extent_of(span: Span) -> str:
    """The extent of a span."""
    return extent(*span.hull)
