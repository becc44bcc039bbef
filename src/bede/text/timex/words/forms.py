"""The words of rarer forms of a date, read from `data/LANGUAGE/lexicons/date_forms.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from bede.text.timex.words.lexicon import Phrases, built, plain_phrases


@dataclass(frozen=True, slots=True)
class DateForms:
    """Word lists of one language; words in lower case, as tokens are.

    Attributes:
        separators: stand between the members of a list of days.
        joiners: stand before its last member.
        choices: stand before the last of several days of which one is meant.
        day_nouns: "day", behind an ordinal.
        edges: "last day of" (True) and "first day of" (False).
        counted_things: what an ordinal counts that is no day.
        roman_months: the number of a month in Roman numerals of lower case.
        month_links: "the month of".
        year_links: what leads from a day to its year.
        before_years: words before a year that is written in words.
        before_clock_years: those before one that could be a time of day.
        hundreds: "hundred".
        zeros: how the nought of "nineteen oh five" is said.
        quarter: the letter of "Q3".
        quarters: names of the quarters of a year among the parts.
        short_centuries: what is written for "century", with a full stop.
    """

    separators: frozenset[str]
    joiners: frozenset[str]
    choices: frozenset[str]
    day_nouns: frozenset[str]
    edges: Phrases[bool]
    counted_things: frozenset[str]
    roman_months: Mapping[str, int]
    month_links: Phrases[bool]
    year_links: Phrases[bool]
    before_years: frozenset[str]
    before_clock_years: frozenset[str]
    hundreds: frozenset[str]
    zeros: frozenset[str]
    quarter: str
    quarters: tuple[str, ...]
    short_centuries: frozenset[str]


@cache
def load_forms(language: str = "en") -> DateForms:
    """Read the word lists of one language.

    Args:
        language: the folder under `data/`.

    Raises:
        CatalogError: the file is missing or faulty.
    """
    return built(f"{language}/lexicons/date_forms.toml", _build, "the list of forms of dates")


def _build(data: Mapping[str, Any]) -> DateForms:
    lists, days, years = data["lists"], data["days"], data["years"]
    edges = [(word, False) for word in days["first"]] + [(word, True) for word in days["last"]]
    return DateForms(
        separators=frozenset(lists["separators"]),
        joiners=frozenset(lists["joiners"]),
        choices=frozenset(lists["choices"]),
        day_nouns=frozenset(days["nouns"]),
        edges=Phrases.of(edges),
        counted_things=frozenset(days["counted"]),
        roman_months={word: number for number, word in enumerate(data["months"]["roman"], 1)},
        month_links=plain_phrases(data["months"]["links"]),
        year_links=plain_phrases(years["links"]),
        before_years=frozenset(years["before"]),
        before_clock_years=frozenset(years["before_clock"]),
        hundreds=frozenset(years["hundreds"]),
        zeros=frozenset(years["zeros"]),
        quarter=data["quarters"]["letter"],
        quarters=tuple(data["quarters"]["shares"]),
        short_centuries=frozenset(data["centuries"]["short"]),
    )


def form_triggers(language: str = "en") -> frozenset[str]:
    """The words of this list with which a date may begin.

    Args:
        language: the folder under `data/`.
    """
    forms = load_forms(language)
    return forms.edges.first_words() | {forms.quarter}
