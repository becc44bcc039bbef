"""Dates before the reform of 1582 are told as history writes them."""

from __future__ import annotations

import pytest

from bede.chronology import Calendar, Span, parse_edtf
from bede.judgement.telling import when

JULIAN = Calendar.JULIAN
CONQUEST, REFORMATION = Span.year(1066, JULIAN), Span.year(1517, JULIAN)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (CONQUEST, "in 1066"),
        (Span.year(1066), "in 1066"),
        (Span.month(1066, 10, JULIAN), "in October 1066"),
        (parse_edtf("1066-10-14", JULIAN), "on 14 October 1066"),
        (parse_edtf("1066-09-28", JULIAN), "on 28 September 1066"),
        (parse_edtf("1066~", JULIAN), "about 1066"),
        (Span.interval(CONQUEST, Span.year(1087, JULIAN)), "from 1066 to 1087"),
        (Span.interval(REFORMATION, Span.year(1648)), "from 1517 to 1648"),
        (Span.interval(REFORMATION, None), "from 1517 (end not recorded)"),
        (Span.interval(None, REFORMATION), "until 1517 (beginning not recorded)"),
        (Span.within(None, CONQUEST.latest_end), "before 1067"),
        (
            Span.interval(Span.years(1517, 1518, JULIAN), Span.year(1648)),
            "beginning between 1517 and 1518, ending 1648",
        ),
        (Span.interval(Span.year(1917), Span.year(1924)), "from 1917 to 1924"),
    ],
)
def test_each_end_is_told_in_the_calendar_of_its_time(span: Span, words: str) -> None:
    """So that a year is a year."""
    assert when(span) == words
