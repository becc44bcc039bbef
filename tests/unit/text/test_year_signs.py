"""Bare numbers: which of them are years, and when two of them run backwards."""

from __future__ import annotations

import pytest

import bede
from bede.text.timex import find_impossible_dates, find_timexes


@pytest.mark.parametrize(
    ("prose", "years"),
    [
        ("By 1800 men knew better.", ["1800"]),
        ("After 1900 women voted.", ["1900"]),
        ("From 1900 to 1914 men worked there.", ["1900/1914"]),
        ("A statue put up in 1911 marks the day.", ["1911"]),
        ("The chapel of 1924 looks back to it.", ["1924"]),
        ("There since at least 1515.", ["1515"]),
        ("About 1500 the town burned.", ["1500"]),
        ("The elections of 1917 were free.", ["1917"]),
        ("1848 and 1849 were hard.", ["1848", "1849"]),
        ("It was cheap at 1913 prices.", ["1913"]),
        ("so had 1914 to 1918", ["1914/1918"]),
        ("Paris 1919", ["1919"]),
        ("the Olympics 1936", ["1936"]),
        ("USSR 1941", ["1941"]),
        ("THE GREAT WAR 1914", ["1914"]),
        ("Edward III c. 1340", ["1340"]),
        ("(Treaty of Utrecht 1713; Rastatt 1714)", ["1713", "1714"]),
        ("Napoleon (1769) was born", ["1769"]),
        ("He left the room. 1812 brought war.", ["1812"]),
    ],
)
def test_a_number_with_the_signs_of_a_year_is_one(prose: str, years: list[str]) -> None:
    """Places, wars and events may stand before a year; people may stand behind it."""
    assert [timex.value for timex in find_timexes(prose)] == years


@pytest.mark.parametrize(
    "prose",
    [
        "He lived there from 1927 to 1914.",
        "in 1927–1914",
        "the years 1918 to 1914",
        "the dynasty, 1715–1643, fell",
        "King Louis (1715–1643)",
    ],
)
def test_years_that_run_backwards_are_reported(prose: str) -> None:
    """Something marks them as years: a preposition of time, a bracket, two exact near numbers."""
    (fault,) = find_impossible_dates(prose)
    assert "runs backwards" in fault.cause


@pytest.mark.parametrize(
    ("prose", "value"),
    [
        ("In 1066 he won. Half a century later", "1116"),
        ("In 1066 he won. A century and a half later", "1216"),
        ("On 7 March 1812 he wrote. Tomorrow", "1812-03-08"),
        ("On 7 March 1812 he wrote. Next morning", "1812-03-08TMO"),
        ("On 7 March 1812 he wrote. They left by noon", "1812-03-07TMI"),
        ("On 5 July 1809 he wrote. Two fortnights later", "1809-08-02"),
    ],
)
def test_halves_fortnights_and_parts_of_a_day_are_counted_on(prose: str, value: str) -> None:
    """They count from the time told last."""
    assert bede.dates(prose)[-1].value == value


@pytest.mark.parametrize(
    "prose",
    [
        "They were, now and then, a noisy company; now that it was sound they sang.",
        "Now the crew sang.",
        "The past tense and the future perfect puzzled him.",
        "The river current was strong; he was the former of the two.",
    ],
)
def test_words_of_the_present_have_other_uses(prose: str) -> None:
    """They speak of no time there."""
    assert bede.dates(prose) == ()
