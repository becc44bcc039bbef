"""`bede.dates`: the dates of a text in hand."""

from __future__ import annotations

import pytest

import bede


def test_the_dates_of_a_text_in_its_order() -> None:
    """With offsets into the text, over paragraphs and headings."""
    text = "The War of 1914–18\n\nIt began in July 1914.\n\nBy the mid-1920s they had forgotten."
    found = bede.dates(text)
    assert [timex.text for timex in found] == ["1914–18", "July 1914", "the mid-1920s"]
    assert [text[timex.start : timex.end] for timex in found] == [timex.text for timex in found]
    assert [timex.edtf for timex in found] == ["1914/1918", "1914-07", "../192X"]


def test_what_it_gives_can_be_named() -> None:
    """`Timex` and `Span` are there for annotations."""
    (found,) = bede.dates("In 1926 he left.")
    assert isinstance(found, bede.Timex)
    assert found.span == bede.Span.year(1926)


@pytest.mark.parametrize("text", ["", "  \n", "No date.", "\x00", "\ud800", "\r\r\n"])
def test_a_text_without_dates_has_none(text: str) -> None:
    """However odd it is."""
    assert bede.dates(text) == ()


def test_an_unknown_place_is_refused_with_those_known() -> None:
    """In one line."""
    assert bede.dates("In 1926.", place="Russia")
    with pytest.raises(bede.BedeError, match=r"'Ruritania'.*Russia") as refused:
        bede.dates("In 1926.", place="Ruritania")
    assert "\n" not in str(refused.value)


TOLD_IN = [
    ("25 October 1917", "julian", "1917-11-07"),
    ("25 October 1917", "Gregorian", "1917-10-25"),
    ("29 February 1900", "julian", "1900-03-13"),
    ("25–27 October 1917", "julian", "1917-11-07/1917-11-09"),
    ("25 October 1917 (N.S.)", "julian", "1917-10-25"),
    ("14 October 1066", "gregorian", "1066-10-14"),
    ("7 November 1930", "julian", "1930-11-07"),
]


@pytest.mark.parametrize(("text", "calendar", "edtf"), TOLD_IN)
@pytest.mark.parametrize("place", [None, "Russia", "France"])
def test_the_user_says_in_which_calendar_days_are_told(
    text: str, calendar: str, edtf: str, place: str | None
) -> None:
    """Of the days that could be in both, whatever the place; marks in the text go before."""
    (found,) = bede.dates(text, calendar=calendar, place=place)
    assert (found.value, found.edtf) == (edtf, edtf)
    assert found.span == found.readings[0]


def test_the_other_calendar_stays_as_a_reading() -> None:
    """Behind the one that is said, for a writer may have converted a day here and there."""
    old, new = (2_421_540, 2_421_540), (2_421_527, 2_421_527)
    for calendar, expected in (("julian", [old, new]), ("gregorian", [new, old])):
        (found,) = bede.dates("In Moscow, 25 October 1917.", calendar=calendar)
        assert [reading.hull for reading in found.readings] == expected


def test_a_day_that_the_calendar_has_not_is_no_date() -> None:
    """1900 was a leap year in the Julian calendar alone."""
    assert bede.dates("29 February 1900", calendar="gregorian", place="Russia") == ()


def test_a_year_old_style_still_begins_as_the_place_began_it() -> None:
    """3 February 1725 (O.S.) in England can be in our 1726."""
    (found,) = bede.dates("3 February 1725 (O.S.)", calendar="gregorian", place="England")
    assert len(found.readings) == 2


@pytest.mark.parametrize("name", ["mayan", "hebrew", "", "x" * 10_000])
def test_an_unknown_calendar_is_refused_with_those_known(name: str) -> None:
    """In one line."""
    with pytest.raises(bede.BedeError, match="known are gregorian, julian") as refused:
        bede.dates("In 1926.", calendar=name)
    assert ("\n" not in str(refused.value), len(str(refused.value)) < 200) == (True, True)
