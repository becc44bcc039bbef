"""A life in a few signs, in the years of the calendar of its time."""

from __future__ import annotations

import pytest

from bede.chronology import Calendar, parse_edtf
from bede.evidence.lives import Life
from bede.report.lifespan import lifespan


def days(edtf: str, calendar: Calendar = Calendar.GREGORIAN) -> tuple[int, int]:
    """The first and the last day of a time."""
    first, last = parse_edtf(edtf, calendar).hull
    assert first is not None
    assert last is not None
    return first, last


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [
        (days("1879"), days("1940-08-21"), "1879–1940"),
        (days("1836/1838"), None, "born 1836/1838"),
        (None, days("-1749", Calendar.JULIAN), "died 1750 BC"),
        (None, days("-1749"), "died 1750 BC"),
        (days("1066", Calendar.JULIAN), None, "born 1066"),
    ],
)
def test_lives(begin: tuple[int, int] | None, end: tuple[int, int] | None, words: str) -> None:
    assert lifespan(Life(begin, end, None), "person") == words


def test_a_thing_of_which_no_begin_is_known() -> None:
    seen = (days("0900", Calendar.JULIAN)[0], days("1950")[1])
    assert lifespan(Life(None, None, seen), "place") == "recorded 900–1950"
