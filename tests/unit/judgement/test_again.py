"""Begins and ends that are told in more than one way: what contradicts, and what does not."""

from __future__ import annotations

import pytest
from tests.test_rules import judged

NOTHING_KNOWN = ""


@pytest.mark.parametrize(
    "passage",
    [
        "Ida Vell was assassinated on 3 May 1836. Ida Vell died on 5 May 1836.",
        "The League of Tarn was founded in 1812. The League of Tarn was dissolved in 1830."
        " In 1850 the League of Tarn was founded again.",
        "The League of Tarn was dissolved in 1830. The League of Tarn was dissolved in 1870.",
    ],
)
def test_what_may_come_twice_contradicts_nothing(passage: str) -> None:
    """A death of wounds; a body founded anew, with or without the word "again"."""
    assert judged(passage, NOTHING_KNOWN).findings == ()


@pytest.mark.parametrize(
    ("passage", "told"),
    [
        ("Ida Vell was assassinated on 3 May 1836. Ida Vell died on 5 May 1839.", "5 May 1839"),
        ("Ida Vell was born in 1812. Ida Vell was born in 1815.", "1815"),
        ("The League of Tarn was founded in 1812. The League of Tarn was founded in 1815.", "1815"),
    ],
)
def test_what_comes_once_contradicts_itself(passage: str, told: str) -> None:
    """A death years after the attack, two births, two foundings without an end between."""
    (finding,) = judged(passage, NOTHING_KNOWN).findings
    assert (finding.rule, finding.place.text) == ("contradicts-itself", told)
