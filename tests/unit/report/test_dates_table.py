"""Dates as a table, and the words in it."""

from __future__ import annotations

import pytest
from tests.dated import dated_document, example, impossible_in, timex_in

from bede.chronology import Calendar, Span, day_number, last_day_of_year, parse_edtf
from bede.report.dates import table
from bede.report.dates.wording import (
    calendar_in_words,
    other_readings,
    period_in_words,
    stretch_in_words,
    when,
)
from bede.report.display import columns
from bede.text.timex import TimexType

JULIAN = Calendar.JULIAN
STRETCHES = {
    "14 November 1927": parse_edtf("1927-11-14"),
    "12–14 November 1927": parse_edtf("1927-11-12/1927-11-14"),
    "1 January – 31 December 1926": Span.year(1926),
    "1 January 1914 – 31 December 1918": parse_edtf("1914/1918"),
    "1–31 March 44 BC": Span.month(-43, 3, JULIAN),
    "1 January – 31 December 1066": Span.year(1066, JULIAN),
    "1 January 1580 – 31 December 1590": Span.within(
        day_number(1580, 1, 1, JULIAN), last_day_of_year(1590)
    ),
    "until 31 December 1926": parse_edtf("../1926"),
    "from 1 January 1926": parse_edtf("1926/.."),
    "at an unknown time": Span(None, None, None, None),
    "about 1926": parse_edtf("1926~"),
    "perhaps about 1926": parse_edtf("1926%"),
}


@pytest.mark.parametrize("words", STRETCHES)
def test_days_are_told_without_saying_anything_twice(words: str) -> None:
    """First and last day; Julian before 15 October 1582, Gregorian from then on."""
    assert stretch_in_words(STRETCHES[words]) == words


PERIODS = {
    "P2Y": "2 years",
    "P1D": "1 day",
    "PXM": "some months",
    "P3CE": "3 centuries",
    "P1.5Y": "1.5 years",
    "PT6H": "6 hours",
    "P1Y2M": "P1Y2M",
    "": "",
}


@pytest.mark.parametrize("value", PERIODS)
def test_a_length_of_time_is_told_in_words(value: str) -> None:
    """What has no words is shown as it is."""
    assert period_in_words(value) == PERIODS[value]


def test_what_is_not_placed_in_time_is_said_so() -> None:
    """Repetitions, references, and dates whose year nobody told."""
    text = "every May, now, on 3 May"
    said = [
        timex_in(text, "every May", None, "set", type=TimexType.SET, value="P1Y"),
        timex_in(text, "every May", None, "set", type=TimexType.SET, value="XXXX-05"),
        timex_in(text, "now", None, "reference", value="PRESENT_REF"),
        timex_in(text, "3 May", None, "day", value="XXXX-05-03"),
    ]
    assert [when(timex) for timex in said] == [
        "every year",
        "repeated",
        "the present of the text",
        "year not known",
    ]


def test_the_calendar_is_told_or_said_to_be_untold() -> None:
    """An unmarked day of 1917 has two readings; one of 1066 has not."""
    both = (parse_edtf("1917-11-07"), parse_edtf("1917-11-20"))
    unmarked = timex_in("7 November 1917", "7 November 1917", "1917-11-07", "day", readings=both)
    assert calendar_in_words(unmarked) == "not told"
    assert other_readings(unmarked) == ("20 November 1917",)
    early = timex_in("1066", "1066", "1066", "year", span=Span.year(1066, JULIAN))
    assert calendar_in_words(early) == "Julian, as always before 15 October 1582"


def test_a_date_is_a_line_for_a_pipe() -> None:
    """Nothing is cut; two spaces or more between columns, and never inside them."""
    assert table.render([example()]).splitlines() == [
        "place           expression              EDTF        when"
        "                                         kind",
        "notes.txt:1:10  1914–18                 1914/1918   1 January 1914 – 31 December 1918"
        "            range",
        "notes.txt:2:4   31 June 1926            –           June has 30 days"
        "                             impossible",
        "notes.txt:2:29  May                     1926-05     1–31 May 1926"
        "                                month, from context",
        "notes.txt:2:47  after the war           –           after “the war”"
        "                              event",
        "notes.txt:2:66  two years               P2Y         lasting 2 years"
        "                              duration",
        "notes.txt:3:13  25 October 1917 (O.S.)  1917-11-07  7 November 1917 (25 October 1917"
        " Old Style)  day",
        "notes.txt: 5 expressions, 1 impossible date",
    ]


@pytest.mark.parametrize("width", [30, 60, 80, 100, 200])
def test_a_terminal_is_filled_and_not_overrun(width: int) -> None:
    """Columns while there is room, then lines of their own; every word is there."""
    shown = table.render([example()], width=width)
    assert max(columns(line) for line in shown.splitlines()) <= max(width, 43)
    words = " ".join(shown.split())
    assert all(part in words for part in ("1914–18", "1926-05", "impossible", "P2Y", "Old"))


def test_wide_characters_do_not_break_the_columns() -> None:
    """A column is counted as a terminal shows it: a Chinese character takes two places."""
    text = "昭和元年 and 1926"
    one = dated_document(text, *(timex_in(text, w, "1926", "year") for w in ("昭和元年", "1926")))
    header, *lines, _ = table.render([one]).splitlines()
    assert [columns(line[: line.rindex("1 January")]) for line in lines] == [
        header.index("when")
    ] * 2


def test_a_text_cannot_steer_the_terminal() -> None:
    """Escape sequences and marks that reorder text are shown as signs."""
    text = "\x1b[31m1926\u202e"
    one = dated_document(text, impossible_in(text, text, "no date"), path="a\x1b\n.txt")
    shown = table.render([one])
    assert ("\x1b" in shown, "\u202e" in shown, shown.count("\n")) == (False, False, 3)


def test_color_marks_what_is_impossible() -> None:
    """In red, only when asked for."""
    shown = table.render([example()], color=True)
    assert "\x1b[1;31m31 June 1926\x1b[0m" in shown


def test_many_documents_have_a_total() -> None:
    """A line for each, and one for all; a text without dates has a line too."""
    empty = dated_document("Nothing.", path="empty.txt")
    assert table.render([example(), empty, empty]).splitlines()[-3:] == [
        "empty.txt: 0 expressions",
        "empty.txt: 0 expressions",
        "5 expressions, 1 impossible date in 3 documents",
    ]
    assert table.render([]) == ""
