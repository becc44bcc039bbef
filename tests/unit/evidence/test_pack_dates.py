"""The dates of a pack, in the calendar that the pack or the record names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bede.chronology import Calendar, Span, day_number, parse_edtf
from bede.errors import ChronologyError
from bede.evidence.pack import check_pack
from bede.evidence.pack_dates import PackCalendar, read_date, shown_date

Roles = Mapping[str, Mapping[str, tuple[str, ...]]]
HASTINGS = day_number(1066, 10, 14, Calendar.JULIAN)
OCTOBER = day_number(1917, 11, 7)


@pytest.mark.parametrize(
    ("text", "calendar", "day"),
    [
        ("1066-10-14", "historical", HASTINGS),
        ("1066-10-14", "julian", HASTINGS),
        ("1066-10-20", "gregorian", HASTINGS),
        ("1582-10-04", "historical", day_number(1582, 10, 15) - 1),
        ("1582-10-10", "historical", day_number(1582, 10, 10, Calendar.JULIAN)),
        ("1582-10-15", "historical", day_number(1582, 10, 15)),
        ("1582-10-20", "historical", day_number(1582, 10, 20)),
        ("1500-02-29", "historical", day_number(1500, 2, 29, Calendar.JULIAN)),
        ("1917-11-07", "historical", OCTOBER),
        ("1917-10-25", "julian", OCTOBER),
    ],
)
def test_a_day_in_its_calendar(text: str, calendar: PackCalendar, day: int) -> None:
    """Historians change on 15 October 1582."""
    assert read_date(text, calendar) == Span.day(day)


def test_each_end_of_an_interval_has_its_own_calendar() -> None:
    """The Knights held Rhodes and Malta from 1310 to 1798."""
    begin, end = Span.year(1310, Calendar.JULIAN), Span.year(1798)
    assert read_date("1310/1798", "historical") == Span.interval(begin, end)
    assert read_date("1310/..", "historical") == Span.interval(begin, None)
    assert read_date("../1798", "historical") == Span.interval(None, end)


@pytest.mark.parametrize("text", ["1700-02-29", "1900-02-29", "1066-02-31", "0000-13", "1800/1700"])
def test_a_day_that_never_was(text: str) -> None:
    """Of history, not of a calendar run beyond its time."""
    with pytest.raises(ChronologyError):
        read_date(text, "historical")


@pytest.mark.parametrize(
    ("text", "calendar", "shown"),
    [
        ("1917-10-25", "julian", "1917-11-07"),
        ("1917-10-25/1917-10-26", "julian", "1917-11-07/1917-11-08"),
        ("1917", "julian", "1917"),
        ("1066-10-14", "julian", "1066-10-14"),
        ("1917-11-07", "historical", "1917-11-07"),
        ("1066-10-20", "gregorian", "1066-10-20"),
    ],
)
def test_days_of_our_time_are_shown_in_the_gregorian_calendar(
    text: str, calendar: PackCalendar, shown: str
) -> None:
    """Whatever calendar the record has."""
    assert shown_date(text, read_date(text, calendar), calendar) == shown


def test_a_fact_may_have_a_calendar_of_its_own(
    make_pack: Callable[..., Path], roles: Roles
) -> None:
    """Its day is kept as the Old Style date; a disputed value follows the fact or names another."""
    text = (
        "- id: orlo-expelled\n  type: expulsion\n  roles: {person: orlo}\n"
        "  when: 1839-05-02\n  calendar: julian\n  sources: kell\n  confidence: medium\n"
        "  disputed:\n    - {rank: variant, when: 1839-05-03, sources: kell}\n"
        "    - {rank: variant, when: 1839-05-16, calendar: gregorian, sources: kell}\n"
    )
    pack, errors = check_pack(make_pack({"facts/expulsions.yaml": text}), roles)
    assert errors == ()
    assert pack is not None
    fact = pack.facts[0]
    assert (fact.edtf, fact.old_style) == ("1839-05-14", "1839-05-02")
    assert fact.span == parse_edtf("1839-05-14")
    assert [(v.edtf, v.old_style) for v in fact.values] == [
        ("1839-05-15", "1839-05-03"),
        ("1839-05-16", None),
    ]
