"""Dates of other calendars in prose: the examples of the data file, and the case files, run."""

from __future__ import annotations

import re
import tomllib

import pytest
from tests.calendars import CASES, extent, rows

from bede.catalog.files import data_root
from bede.chronology import astronomical_year, day_number
from bede.text.timex.grammar.othercalendars import (
    impossible_other_date,
    other_calendar_places,
    other_calendar_triggers,
    read_other_calendar,
)
from bede.text.timex.point import Context, Point
from bede.text.timex.words.lexicon import load_lexicon
from bede.text.timex.words.tokens import tokenise

BOLD = re.compile(r"\*\*(.+?)\*\*")
DATA = tomllib.loads(
    (data_root() / "en" / "lexicons" / "calendars.toml").read_text(encoding="utf-8")
)
EXAMPLES = [example for kind in DATA["kinds"].values() for example in kind["examples"]]
LEFT_ALONE = [
    line[2:]
    for line in (CASES / "left-alone.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("- ")
]


def days_of(point: Point) -> tuple[int, int]:
    """First and last day of a point."""
    if point.days is not None:
        return point.days
    year = astronomical_year(point.year, bc=point.bc)
    day = day_number(year, point.month, point.day, point.calendar)
    return day, day


def read_all(prose: str) -> list[tuple[str, str]]:
    """The words of every date in the prose, with its days, or "!" and the cause."""
    tokens = tokenise(prose)
    context = Context(tokens, load_lexicon())
    starts = other_calendar_triggers() | set(context.words.ordinals) | set(context.words.tens)
    places = other_calendar_places(tokens)
    found, index = [], 0
    while index < tokens.count:
        read = fault = None
        if index in places and (tokens.digits(index) or tokens.low(index) in starts):
            read = read_other_calendar(context, index)
            fault = None if read else impossible_other_date(context, index)
        if read:
            first, last = days_of(read.first), days_of(read.last or read.first)
            found.append((tokens.between(index, read.end), extent(first[0], last[1])))
        elif fault:
            found.append((tokens.between(index, fault[0]), f"!{fault[1]}"))
        index = read.end if read else fault[0] if fault else index + 1
    return found


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example[0])
def test_an_example_of_the_data_is_read(example: list[str]) -> None:
    """Alone and inside a sentence, the words mean the days beside them."""
    text, days = example
    assert read_all(text) == [(text, days)]
    assert read_all(f"It was, in {text}, the end.") == [(text, days)]


@pytest.mark.parametrize("prose", LEFT_ALONE)
def test_what_is_no_date_is_left_alone(prose: str) -> None:
    """Times of day, aircraft, games, books, names and bare numbers give nothing."""
    assert read_all(prose) == []


@pytest.mark.parametrize("row", rows("impossible.md"), ids=lambda row: row[0])
def test_an_impossible_date_is_reported(row: tuple[str, ...]) -> None:
    """With its place and the cause; it is not read as another day."""
    ((text, cause),) = read_all(BOLD.sub(r"\1", row[0]))
    assert [text] == BOLD.findall(row[0])
    assert cause.startswith("!")
    assert row[1] in cause


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        (
            "He took Jerusalem on 27 Rajab 583/2 October 1187.",
            [("27 Rajab 583", "1187-10-01/1187-10-03")],
        ),
        ("Baghdad fell in AH 656/AD 1258.", [("AH 656", "1258-01-07/1258-12-29")]),
        ("between 583 and 589 AH", [("583 and 589 AH", "1187-03-12/1193-12-27")]),
        ("the law of 22 Prairial (Year II)", [("22 Prairial (Year II)", "1794-06-10")]),
        (
            "In 1441 AM the Coptic church was rebuilt.",
            [("1441 AM", "1724-09-09/1725-09-08")],
        ),
        (
            "under Showa 16 and Heisei 3",
            [("Showa 16", "1941-01-01/1941-12-31"), ("Heisei 3", "1991-01-01/1991-12-31")],
        ),
        ("in K’ang-hsi 12 (1673)", [("K’ang-hsi 12", "1673-01-20/1674-02-21")]),
    ],
)
def test_a_date_is_found_among_other_words(prose: str, found: list[tuple[str, str]]) -> None:
    """Beside its Christian date, in brackets, in a range, by the words around it."""
    assert read_all(prose) == found


def test_the_ides_without_a_year_are_a_day_of_the_month() -> None:
    """After "on" the year may come from elsewhere; as a warning they are none."""
    tokens = tokenise("On the Ides of March he died.")
    read = read_other_calendar(Context(tokens, load_lexicon()), 1)
    assert (read.first.month, read.first.day, read.first.year, read.end) == (3, 15, None, 5)


def test_every_kind_has_a_source_and_examples() -> None:
    """The docs are made from these."""
    assert all(
        kind["title"] and kind["source"] and kind["examples"] for kind in DATA["kinds"].values()
    )


def test_the_time_grows_with_the_length_of_the_text() -> None:
    """No reader looks further than a fixed number of tokens, however dates are heaped up."""
    for heap in ("1 Rajab ", "a.d. III Kal. ", "1–2 Adar II to 3 Adar ", "the 87th Olympiad of "):
        assert len(read_all(heap * 2000)) <= 2000
