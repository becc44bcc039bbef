"""Other calendars: published equivalences, impossible dates, reigns and cycles."""

from __future__ import annotations

import pytest
from tests.calendars import extent_of, rows

from bede.chronology import Calendar, Span, day_number
from bede.chronology.othercalendars import (
    OtherDate,
    RomanMark,
    date_in,
    indiction_of,
    indiction_years,
    lunar_year,
    months_of,
    olympiad,
    regnal_year,
    roman_day,
    stretch,
)
from bede.errors import ChronologyError


def span_of(cell: str) -> Span:
    """The span of a date as the tables write it."""
    name, *rest = cell.split()
    if name == "indiction":
        (year,) = indiction_years(
            int(rest[0]), Span.within(day_number(1195, 9, 1), day_number(1210, 8, 1))
        )
        return year
    if name == "olympiad":
        return olympiad(*map(int, rest[0].split("-")))
    if name.isdigit():
        mark, month, year = rest
        return roman_day(RomanMark(mark), int(month), int(year), before=int(name))
    return stretch(name, *map(int, rest[0].split("-")))


@pytest.mark.parametrize("row", rows("other.md"), ids=lambda row: row[0])
def test_a_published_equivalence_holds(row: tuple[str, ...]) -> None:
    """The date means the days that the table gives for it."""
    assert extent_of(span_of(row[0])) == row[1]


@pytest.mark.parametrize(
    ("date", "cause"),
    [
        (("hebrew", 5700, 13, 30), "no 30 Adar II 5700"),
        (("hebrew", 5700, 12, 31), "no 31 Adar I 5700"),
        (("hebrew", 5701, 12, 30), "no 30 Adar 5701"),
        (("hebrew", 5701, 13), "no leap year"),
        (("hebrew", 5701, 14), "no month 14"),
        (("hebrew", 0), "no year 0"),
        (("islamic", 1, 2, 30), "no 30 Safar 1"),
        (("french-republican", 2, 13, 6), "that month has 5 days"),
        (("french-republican", 15), "from 1 to 14"),
        (("seleucid", 3, 2), "counts years alone"),
        (("coptic", 10**30), "no year"),
    ],
)
def test_an_impossible_date_says_why(date: tuple, cause: str) -> None:
    """Neither the day nor the month is moved to one that exists."""
    with pytest.raises(ChronologyError, match=cause):
        stretch(*date)


def test_a_day_needs_its_month() -> None:
    """The fifth of no month is no date."""
    with pytest.raises(ChronologyError, match="needs its month"):
        stretch("hebrew", 5708, None, 5)


def test_an_unknown_calendar_says_which_are_known() -> None:
    """One line with every name."""
    with pytest.raises(ChronologyError) as caught:
        stretch("mayan", 1)
    message = str(caught.value)
    assert message.startswith("there is no calendar named 'mayan'; known are hebrew, islamic,")
    assert "\n" not in message


def test_a_day_outside_the_calendar_is_refused() -> None:
    """The Republic had no date for the storming of the Bastille."""
    with pytest.raises(ChronologyError, match="counted from 22 September 1792"):
        date_in("french-republican", day_number(1789, 7, 14))


def test_a_day_has_its_date() -> None:
    """The way back; an era that counts years alone gives no more."""
    found = [
        date_in("hebrew", day_number(1948, 5, 14)),
        date_in("french-republican", day_number(1799, 11, 9)),
        date_in("soviet-revolutionary", day_number(1930, 1, 7)),
    ]
    assert found == [OtherDate(5708, 2, 5), OtherDate(8, 2, 18), OtherDate(13)]


def test_a_hebrew_leap_year_has_thirteen_months_from_tishri() -> None:
    """Adar I of 30 days goes before Adar II of 29."""
    months = months_of("hebrew", 5700)
    assert [number for number, _ in months] == [7, 8, 9, 10, 11, 12, 13, 1, 2, 3, 4, 5, 6]
    assert dict(months)[12] == 30
    assert dict(months)[13] == 29


def test_the_indiction_of_a_day_changes_in_september() -> None:
    """The fall of 1204 is in the seventh, the autumn after it in the eighth."""
    days = [day_number(1204, month, 1, Calendar.JULIAN) for month in (8, 9)]
    assert [indiction_of(day) for day in days] == [7, 8]


def test_an_indiction_alone_is_a_choice_of_years() -> None:
    """One in fifteen; the text must say where to look."""
    found = indiction_years(4, Span.years(1200, 1250, Calendar.JULIAN))
    assert [extent_of(year)[:4] for year in found] == ["1200", "1215", "1230", "1245"]
    with pytest.raises(ChronologyError, match="a cycle has 15"):
        indiction_years(16, Span.year(1200))
    with pytest.raises(ChronologyError, match="at most a thousand years"):
        indiction_years(4, Span.within(None, 0))


def test_an_olympiad_has_four_years() -> None:
    """No fifth; and no Olympiad before the first."""
    assert extent_of(olympiad(87)) == "-0431-07-01/-0427-06-30"
    with pytest.raises(ChronologyError, match="it has four"):
        olympiad(87, 5)
    with pytest.raises(ChronologyError, match="no Olympiad 0"):
        olympiad(0)


@pytest.mark.parametrize(
    ("accession", "number", "days"),
    [
        (day_number(1066, 12, 25, Calendar.JULIAN), 20, "1085-12-25/1086-12-24"),
        (day_number(1837, 6, 20), 1, "1837-06-20/1838-06-19"),
        (day_number(1600, 2, 29), 2, "1601-03-01/1602-02-28"),
        (Span.year(1000, Calendar.JULIAN), 3, "1002-01-01/1003-12-30"),
    ],
)
def test_a_regnal_year_runs_from_anniversary_to_anniversary(
    accession: Span | int, number: int, days: str
) -> None:
    """William I, Victoria, a leap day, and an accession known to the year."""
    assert extent_of(regnal_year(accession, number)) == days


def test_a_reign_has_no_year_before_the_first() -> None:
    """Nor a year at all if its beginning is open."""
    with pytest.raises(ChronologyError, match="no regnal year 0"):
        regnal_year(0, 0)
    with pytest.raises(ChronologyError, match="both its bounds"):
        regnal_year(Span.within(None, 0), 1)


@pytest.mark.parametrize(
    ("year", "new_year"),
    [(1912, (1912, 2, 18)), (1966, (1966, 1, 21)), (1985, (1985, 2, 20))],
)
def test_a_lunar_year_holds_its_new_year(year: int, new_year: tuple[int, int, int]) -> None:
    """Chinese new years, Gregorian; the next year begins inside the span too.

    Source: Hong Kong Observatory, Gregorian-Lunar Calendar Conversion Table, 1901-2100.
    """
    first, last = lunar_year(year).hull
    assert first <= day_number(*new_year) < day_number(year + 1, 1, 20) <= last


@pytest.mark.parametrize(
    ("call", "cause"),
    [
        ({"mark": RomanMark.IDES, "month": 3, "year": -43, "before": 9}, "at most 8"),
        ({"mark": RomanMark.NONES, "month": 4, "year": 1204, "before": 5}, "at most 4"),
        ({"mark": RomanMark.KALENDS, "month": 3, "year": 1203, "before": 17}, "at most 16"),
        ({"mark": RomanMark.IDES, "month": 3, "year": -43, "before": 0}, "no day named"),
        ({"mark": RomanMark.IDES, "month": 13, "year": -43}, "no month 13"),
        (
            {"mark": RomanMark.KALENDS, "month": 3, "year": 1203, "before": 6, "twice": True},
            "second sixth",
        ),
    ],
)
def test_the_romans_had_no_such_day(call: dict, cause: str) -> None:
    """Counts that run over the mark before them."""
    with pytest.raises(ChronologyError, match=cause):
        roman_day(**call)


def test_a_roman_day_before_caesar_is_approximate() -> None:
    """From 45 BC on it is the day that historians write."""
    old = roman_day(RomanMark.IDES, 3, -45)
    new = roman_day(RomanMark.IDES, 3, -44)
    assert (old.approximate, old.length[1]) == (True, 241)
    assert (new.approximate, new.length[1]) == (False, 1)
