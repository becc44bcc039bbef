"""Events that a text only names, by which it places its claims."""

from __future__ import annotations

import pytest
from tests.reading import extraction_of

NAMED = {
    "Tom Reed was expelled after the Velin Trade Fair.": (
        "after",
        "after",
        "the Velin Trade Fair",
        None,
    ),
    "Two years after the Velin Trade Fair, Tom Reed died.": (
        "after",
        "Two years after",
        "the Velin Trade Fair",
        "P2Y",
    ),
    "Until the October Eclipse he lived in Velin.": (
        "until",
        "Until",
        "the October Eclipse",
        None,
    ),
}

UNNAMED = [
    "Tom Reed was expelled after the fair.",  # any fair
    "Tom Reed was expelled after Ida Vell.",  # a person
    "Tom Reed was expelled after Christmas 1836.",  # a date
    "Tom Reed was expelled not before but after the Velin Trade Fair.",
    "Tom Reed was expelled after the Velin Trade Fair and the Orm Trade Fair.",  # which of them?
    "Tom Reed was expelled from the Velin Trade Fair.",
]


@pytest.mark.parametrize("passage", NAMED)
def test_an_event_that_is_named_places_the_claim(passage: str) -> None:
    """With its words, and with the distance where one is told."""
    (anchor,) = extraction_of(passage).anchors
    period = anchor.distance.period if anchor.distance is not None else None
    told = (anchor.order.value, anchor.words.text, anchor.event.text, period)
    assert told == NAMED[passage]


@pytest.mark.parametrize("passage", UNNAMED)
def test_only_a_name_places_a_claim(passage: str) -> None:
    """What may be anything, or is no event, is left alone."""
    assert not extraction_of(passage).anchors
