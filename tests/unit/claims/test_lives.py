"""Lives in brackets: their places in the text, their order, and brackets that are out of order."""

from __future__ import annotations

import pytest
from tests.reading import extraction_of

TEXT = (
    "It rained.\nTom  Reed (5 May 1812 – 3 March 1839) was expelled in 1835 by Jon Marsh "
    "(born 1800 in Tarn)."
)
UNREAD = (
    "Tom Reed (1812–1839 was a painter.",
    "Tom Reed 1812–1839) was a painter.",
    "Tom Reed () was a painter.",
    "Tom Reed (born) was a painter.",
    "Tom Reed (– 1839) was a painter.",
    "Tom Reed (1812 – 1820 – 1839) was a painter.",
    "Tom Reed (died 1812 – born 1839) was a painter.",
    "(1812–1839) was a time of painters.",
    "Tom Reed (1812–1839; 1815–1840) was a painter.",
)


def test_claims_of_a_bracket_have_their_places_and_their_turn() -> None:
    """Trigger, date, place and person are stretches of the text; ids follow the triggers."""
    claims = extraction_of(TEXT).claims
    assert [(claim.id, claim.type) for claim in claims] == [
        ("c1", "birth"),
        ("c2", "death"),
        ("c3", "expulsion"),
        ("c4", "birth"),
    ]
    for claim in claims:
        for stretch in (claim.trigger, claim.sentence):
            assert TEXT[stretch.start : stretch.end] == stretch.text
        for filler in (filler for found in claim.roles.values() for filler in found):
            assert " ".join(TEXT[filler.start : filler.end].split()) == filler.text
    assert [claim.time.edtf for claim in claims if claim.time] == [
        "1812-05-05",
        "1839-03-03",
        "1835",
        "1800",
    ]


@pytest.mark.parametrize("text", UNREAD)
def test_a_bracket_that_is_out_of_order_tells_nothing(text: str) -> None:
    """Unclosed, empty, with too many ends, or with ends in the wrong places."""
    assert not [one for one in extraction_of(text).claims if one.time is not None]


def test_many_brackets_in_one_sentence_are_read_in_a_moment() -> None:
    """Nested and open brackets do not make the reader start again and again."""
    text = "Tom Reed " + "(" * 150 + "1812–1839" + ")" * 150 + " was a painter."
    assert not [one for one in extraction_of(text).claims if one.time is not None]
