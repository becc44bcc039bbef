"""Wikidata's dates: precision, years before Christ, calendars that are not to be trusted."""

from __future__ import annotations

from typing import Any

import pytest
from tests.wikidata_world import (
    CENTURY,
    DAY,
    DECADE,
    GREGORIAN,
    JULIAN,
    MILLENNIUM,
    MONTH,
    YEAR,
    at,
)

from bede.catalog.calendars import regions
from bede.chronology import Calendar, Span, parse_edtf
from bede.errors import ChronologyError
from bede.evidence.sources.wikidata.times import between, interval, read_time, single


def value(time: str, precision: int = DAY, model: str = GREGORIAN) -> dict[str, Any]:
    found: dict[str, Any] = at(time, precision, model)["datavalue"]["value"]
    return found


def edtf(time: str, precision: int = DAY, model: str = GREGORIAN) -> str | None:
    told = read_time(value(time, precision, model))
    when = single(told) if told else None
    return when.edtf if when else None


@pytest.mark.parametrize(
    ("time", "precision", "written"),
    [
        ("1932-05-05", DAY, "1932-05-05"),
        ("1932-05-00", MONTH, "1932-05"),
        ("1932-00-00", YEAR, "1932"),
        ("1884-00-00", DECADE, "188X"),
        ("1900-00-00", CENTURY, "[1801..1900]"),
        ("1901-00-00", CENTURY, "[1901..2000]"),
        ("0999-00-00", MILLENNIUM, "[0001..1000]"),
        ("1932-00-00", DAY, "1932"),
        ("1932-05-00", DAY, "1932-05"),
    ],
)
def test_a_date_is_as_exact_as_it_is_told(time: str, precision: int, written: str) -> None:
    """The 19th century ends with 1900; a day that is not told is not made up."""
    assert edtf(time, precision) == written


def test_there_is_no_year_0_in_wikidata() -> None:
    """-0044 is 44 BC, which EDTF writes -0043; 0 is nothing."""
    assert edtf("-0044-03-15", DAY, JULIAN) == "-0043-03-15"
    assert edtf("-0001-00-00", YEAR) == "0000"
    assert edtf("-0044-00-00", DECADE) == "[-0048..-0039]"
    assert edtf("-0500-00-00", CENTURY) == "-04XX"
    with pytest.raises(ChronologyError, match="no year 0"):
        read_time(value("0000-00-00", YEAR))


@pytest.mark.parametrize(
    ("time", "cause"),
    [
        ("1932-02-31", "February"),
        ("1932-13-01", "month"),
        ("99999-01-01", "beyond history"),
        ("1932-05", "no time as Wikidata"),
    ],
)
def test_a_date_that_cannot_be_is_refused(time: str, cause: str) -> None:
    """With the cause."""
    told = {**value("1932-05-05"), "time": f"+{time}" + "T00:00:00Z" * (time.count("-") == 2)}
    with pytest.raises(ChronologyError, match=cause):
        read_time(told)


@pytest.mark.parametrize("told", [{}, {"time": 7}, {"time": "x", "precision": "y"}])
def test_what_is_no_date_is_refused(told: dict[str, Any]) -> None:
    """Whatever its shape."""
    with pytest.raises(ChronologyError):
        read_time(told)


def test_ages_of_the_earth_are_left_alone() -> None:
    """They are no faults; they are not history."""
    assert read_time(value("-13798000000-00-00", 3)) is None


def test_a_day_since_1923_is_a_day() -> None:
    """The last country to change its calendar was Greece, in that year."""
    told = read_time(value("1923-03-01"))
    assert told is not None
    assert told.span == parse_edtf("1923-03-01")
    assert told.exact is None


def test_a_day_before_1923_is_both_its_readings() -> None:
    """The calendar is not to be trusted: the reading it names is only a finer one."""
    told = read_time(value("1870-04-22"))
    assert told is not None
    assert told.span == parse_edtf("[1870-04-22..1870-05-04]")
    assert told.exact == parse_edtf("1870-04-22")


def test_a_country_that_is_known_to_have_kept_the_calendar_vouches_for_it() -> None:
    """France wrote Gregorian days in 1870, Russia did not."""
    france, russia = regions()["France"], regions()["Russia"]
    in_france = read_time(value("1870-04-22"), (france,))
    in_russia = read_time(value("1870-04-22"), (russia,))
    russian = read_time(value("1870-04-10", DAY, JULIAN), (russia,))
    assert in_france is not None
    assert in_russia is not None
    assert russian is not None
    assert in_france.span == parse_edtf("1870-04-22")
    assert in_russia.span == parse_edtf("[1870-04-22..1870-05-04]")
    assert (russian.span, russian.old_style) == (parse_edtf("1870-04-22"), "1870-04-10")
    both = read_time(value("1870-04-22"), (france, russia))
    assert both is not None
    assert both.exact is not None


def test_a_placeholder_keeps_its_doubts() -> None:
    """About 1 January 1932 is about 1932."""
    told = read_time(value("1932-01-01"))
    assert told is not None
    year = told.marked(circa=True).without_placeholder()
    assert year.span == parse_edtf("1932~")


def test_before_the_reform_days_are_julian() -> None:
    """A Julian day stands; a Gregorian one is a slip or was converted, and stands for both."""
    julian = read_time(value("1066-10-14", DAY, JULIAN))
    other = read_time(value("1066-10-14"))
    assert julian is not None
    assert other is not None
    assert julian.span == parse_edtf("1066-10-14", Calendar.JULIAN)
    assert other.span == parse_edtf("[1066-10-08..1066-10-14]", Calendar.JULIAN)
    assert other.exact is None


def test_years_are_those_of_the_calendar_of_their_time() -> None:
    """1066 is a Julian year."""
    told = read_time(value("1066-00-00", YEAR))
    assert told is not None
    assert told.span == parse_edtf("1066", Calendar.JULIAN)


def test_bounds_that_editors_give_replace_the_middle() -> None:
    """What is of 1450, at the earliest 1445, is from 1445 to the end of 1450."""
    middle, first = read_time(value("1450-00-00", YEAR)), read_time(value("1445-00-00", YEAR))
    told = between(middle, first, None)
    assert told is not None
    assert told.span == parse_edtf("[1445..1450]", Calendar.JULIAN)
    unknown = between(None, None, first)
    assert unknown is not None
    assert unknown.span == Span.within(None, first.span.latest_end if first else None)


def test_an_interval_tells_its_ends_no_finer_than_they_are_known() -> None:
    """A begin that is one of two days becomes its month; EDTF has no other form for it."""
    begin, end = read_time(value("1870-04-02")), read_time(value("1875-00-00", YEAR))
    time = interval(begin, end)
    assert time is not None
    assert (time.edtf, time.span) == ("1870-04/1875", parse_edtf("1870-04/1875"))
    late = interval(read_time(value("1870-04-22")), None)
    assert late is not None
    assert late.edtf == "1870/.."


def test_an_interval_over_the_reform_is_written_in_one_calendar() -> None:
    """March 1592 is no month of the Julian calendar, in which 1580 is told; its year is."""
    begin, end = read_time(value("1580-00-00", YEAR)), read_time(value("1592-03-00", MONTH))
    time = interval(begin, end)
    assert time is not None
    assert time.edtf == "1580/1592"
    assert time.span == parse_edtf("1580/1592", Calendar.JULIAN)


def test_what_ends_before_it_begins_is_refused() -> None:
    """It is a fault of the statement."""
    with pytest.raises(ChronologyError):
        interval(read_time(value("1950-00-00", YEAR)), read_time(value("1940-00-00", YEAR)))
