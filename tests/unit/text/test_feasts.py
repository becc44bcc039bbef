"""Feasts and named days: the examples of their data files, and what the reader must leave alone."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from bede.catalog.files import read_toml
from bede.chronology import Calendar, date_of, day_number
from bede.chronology.easter import feast_days
from bede.text.timex.grammar.feasts import feast_triggers, read_feast
from bede.text.timex.point import Context, Found, Point, Precision
from bede.text.timex.words.lexicon import load_lexicon
from bede.text.timex.words.tokens import tokenise

LEFT_ALONE = Path(__file__).parents[2] / "cases" / "timex" / "feasts-left-alone.md"
REFORM = day_number(1582, 10, 15)
BOLD = re.compile(r"\*\*(.+?)\*\*")
FEASTS = read_toml("en/lexicons/feasts.toml")
DAYS = read_toml("en/lexicons/named_days.toml")
ENTRIES = [*FEASTS["feast"], *DAYS["day"]]
EXAMPLES = [tuple(example) for entry in ENTRIES for example in entry["examples"]]


def feasts_in(text: str) -> list[tuple[str, Point]]:
    """The words and the point of each feast, read as the tagger reads: one behind the other."""
    tokens = tokenise(text)
    context, found, index = Context(tokens, load_lexicon()), [], 0
    while index < tokens.count:
        read = read_feast(context, index)
        if read is not None:
            found.append((tokens.between(index, read.end), read.first))
        index = read.end if read else index + 1
    return found


def shown(day: int) -> str:
    """A day number as the data files write it."""
    date = date_of(day, Calendar.GREGORIAN if day >= REFORM else Calendar.JULIAN)
    return f"{date.year:04d}-{date.month:02d}-{date.day:02d}"


def days_of(point: Point) -> str:
    """The day or days of a point with its year, in the calendar that its year had in the West."""
    year = point.year or 0
    calendar = Calendar.GREGORIAN if year > 1582 else Calendar.JULIAN
    if point.days is not None:
        first, last = map(shown, point.days)
        return first if first == last else f"{first}/{last}"
    if point.from_easter is not None:
        return shown(feast_days(point.from_easter, year, calendar=calendar))
    return f"{year:04d}-{point.month:02d}-{point.day:02d}"


@pytest.mark.parametrize(("marked", "day"), EXAMPLES, ids=[text for text, _ in EXAMPLES])
def test_an_example_of_the_data_files_is_read(marked: str, day: str) -> None:
    """The words in bold are found, no more and no fewer, and stand for that day."""
    ((words, point),) = feasts_in(BOLD.sub(r"\1", marked))
    assert (words, days_of(point)) == (BOLD.findall(marked)[0], day)


def test_every_day_has_a_source_and_an_example() -> None:
    """A source of a feast is one of the list; a named day has its own."""
    assert {entry["source"] for entry in FEASTS["feast"]} <= set(FEASTS["sources"])
    assert all(len(entry["source"]) > 20 for entry in DAYS["day"])
    assert all(entry["examples"] for entry in ENTRIES)


def test_no_name_stands_for_two_days() -> None:
    """A name that two entries claim would be read by chance."""
    names = [
        name
        for entry in ENTRIES
        for key in ("strong", "weak", "names")
        for name in entry.get(key, ())
    ]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    "text",
    [line[2:] for line in LEFT_ALONE.read_text(encoding="utf-8").splitlines() if line[:2] == "- "],
)
def test_what_only_holds_a_feast_is_left_alone(text: str) -> None:
    """Islands, risings, colleges, trees, and feasts that are spoken of and date nothing."""
    assert feasts_in(text) == []


@pytest.mark.parametrize(
    ("text", "words", "point"),
    [
        (
            "They met at Easter and left.",
            "Easter",
            Point(precision=Precision.FEAST, from_easter=0, approximate=True),
        ),
        (
            "On Christmas Day William was crowned.",
            "Christmas Day",
            Point(precision=Precision.DAY, month=12, day=25),
        ),
        (
            "On Good Friday heavy fighting began.",
            "Good Friday",
            Point(precision=Precision.FEAST, from_easter=-2),
        ),
        (
            "He fell on the feast of St John the Baptist.",
            "feast of St John the Baptist",
            Point(precision=Precision.DAY, month=6, day=24),
        ),
        (
            "on the eve of the feast of St Agnes",
            "eve of the feast of St Agnes",
            Point(precision=Precision.DAY, month=1, day=20),
        ),
        (
            "On Easter Monday, 24 April 1916, they rose.",
            "Easter Monday",
            Point(precision=Precision.FEAST, year=1916, from_easter=1),
        ),
        (
            "On April 24, 1916, Easter Monday, they rose.",
            "Easter Monday",
            Point(precision=Precision.FEAST, year=1916, from_easter=1),
        ),
        (
            "On Easter Monday, April 24, they rose.",
            "Easter Monday",
            Point(precision=Precision.FEAST, from_easter=1),
        ),
        (
            "On the night of Good Friday he fled.",
            "Good Friday",
            Point(precision=Precision.FEAST, from_easter=-2),
        ),
        (
            "On Christmas Day in 1066 he was crowned.",
            "Christmas Day in 1066",
            Point(precision=Precision.DAY, year=1066, month=12, day=25),
        ),
        (
            "He was crowned on Christmas Day, 800, in Rome.",
            "Christmas Day, 800",
            Point(precision=Precision.DAY, year=800, month=12, day=25),
        ),
        (
            "On Whit Sunday (23 May) 1255 he came.",
            "Whit Sunday",
            Point(precision=Precision.FEAST, year=1255, from_easter=49),
        ),
        (
            "At Christmas 300 Norman knights came.",
            "Christmas",
            Point(precision=Precision.DAY, month=12, day=25, approximate=True),
        ),
        (
            "on the eve of the Circumcision 1300",
            "eve of the Circumcision 1300",
            Point(precision=Precision.DAY, year=1299, month=12, day=31),
        ),
        (
            "on D-Day, 6 June 1944, they",
            "D-Day",
            Point(precision=Precision.DAY, year=1944, month=6, day=6, calendar=Calendar.GREGORIAN),
        ),
    ],
)
def test_a_feast_in_its_sentence(text: str, words: str, point: Point) -> None:
    """Without a year it needs a sign; the name alone of a great feast is approximate."""
    assert feasts_in(text) == [(words, point)]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("on the Monday after Easter 1305", "Monday after Easter 1305", "1305-04-19"),
        ("on the Tuesday before Michaelmas 1335", "Tuesday before Michaelmas 1335", "1335-09-26"),
        (
            "on Friday next after the feast of St Luke 1327 he",
            "Friday next after the feast of St Luke 1327",
            "1327-10-23",
        ),
        ("the third Sunday in Lent 1208", "third Sunday in Lent 1208", "1208-03-09"),
        ("the second Tuesday after Easter 1257", "second Tuesday after Easter 1257", "1257-04-17"),
        ("the second Sunday of Advent 1189", "second Sunday of Advent 1189", "1189-12-10"),
        ("the Wednesday in Easter week 1916", "Wednesday in Easter week 1916", "1916-04-26"),
    ],
)
def test_a_weekday_beside_a_feast(text: str, words: str, day: str) -> None:
    """The dating of charters: "Tuesday before Michaelmas", 9 Edward III, is 26 September 1335.

    Source of that example: Cheney, Handbook of Dates, 1945, pp. 56 and 158.
    """
    ((found, point),) = feasts_in(text)
    assert (found, days_of(point)) == (words, day)


def test_days_that_calendars_may_dispute_cover_both() -> None:
    """Lent 1641 was another in London than in Paris, and the words do not say which."""
    ((_, point),) = feasts_in("in Lent 1641 the Commons")
    london = day_number(1641, 4, 24, Calendar.JULIAN)
    paris = day_number(1641, 2, 13)
    assert point.days == (paris, london)


@pytest.mark.parametrize(
    "text",
    [
        "Armistice Day 1850",  # not kept yet
        "Easter 44 BC",
        "on D-Day 2019",  # not that day
        "Bloody Sunday 1999",
        "in Lent he fasted",  # days of a year that is not told
        "the eve of St David 1485",  # 28 February, or 29
    ],
)
def test_a_day_that_cannot_be_told_is_not(text: str) -> None:
    """No year is guessed, and no day is given to a year that did not have it."""
    assert feasts_in(text) == []


def test_the_end_of_a_range_needs_no_sign() -> None:
    """A range such as "from Michaelmas to Easter" has given the sign."""
    tokens = tokenise("Michaelmas–Easter")
    context = Context(tokens, load_lexicon())
    point = Point(precision=Precision.FEAST, from_easter=0, approximate=True)
    assert read_feast(context, 2) is None
    assert read_feast(context, 2, loose=True) == Found(point, 3)


def test_each_feast_begins_with_a_trigger() -> None:
    """The tagger asks only at these tokens."""
    starts = {tokenise(BOLD.findall(text)[0]).lowers[0] for text, _ in EXAMPLES}
    assert starts - feast_triggers() == set()


@pytest.mark.parametrize("unit", ["St. ", "the eve of the feast of ", "Easter, ", "Monday after "])
def test_time_grows_with_the_length(unit: str) -> None:
    """Half a million characters of beginnings that lead nowhere are read in seconds."""
    text = unit * (500_000 // len(unit))
    begun = time.perf_counter()
    feasts_in(text)
    assert time.perf_counter() - begun < 20
