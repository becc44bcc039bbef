"""Lengths beside their dates: which are read as sums, and which may be told of something else."""

from __future__ import annotations

import pytest
from tests.reading import extraction_of

LASTING = {
    "He ruled for six years from 1820 to 1826.": ("six years", "P6Y", "1820", "1826", True),
    "From 1820 to 1826, a period of six years, he ruled.": (
        "six years",
        "P6Y",
        "1820",
        "1826",
        True,
    ),
    "For two years between 1820 and 1826 he ruled.": ("two years", "P2Y", "1820", "1826", False),
}


@pytest.mark.parametrize("text", LASTING)
def test_a_length_beside_a_range_lasts_as_long_as_the_range(text: str) -> None:
    """Surely so after "from"; between two years it may have been a part of them."""
    told = [
        (one.words.text, one.length.period, begin.text, end.text, one.sure)
        for one in extraction_of(text).sums
        for begin, end in one.pairs
        if one.lasts
    ]
    assert told == [LASTING[text]]
