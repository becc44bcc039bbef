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
