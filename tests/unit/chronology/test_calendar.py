"""Day numbers against published values, and the refusal of days that never were."""

import pytest

from bede.chronology import (
    Calendar,
    Date,
    astronomical_year,
    date_of,
    day_number,
    format_date,
    historical_year,
    is_leap_year,
    weekday,
)
from bede.errors import ChronologyError

GREGORIAN, JULIAN = Calendar.GREGORIAN, Calendar.JULIAN


@pytest.mark.parametrize(
    ("date", "calendar", "expected"),
    [
        pytest.param((-4712, 1, 1), JULIAN, 0, id="the epoch, 1 January 4713 BC"),
        pytest.param((-4713, 11, 24), GREGORIAN, 0, id="the epoch in Gregorian"),
        pytest.param((1582, 10, 5), JULIAN, 2299161, id="the day left out in 1582"),
        pytest.param((1582, 10, 15), GREGORIAN, 2299161, id="the first Gregorian day"),
        pytest.param((1858, 11, 17), GREGORIAN, 2400001, id="Modified Julian Day 0"),
        pytest.param((2000, 1, 1), GREGORIAN, 2451545, id="J2000"),
        pytest.param((1752, 9, 14), GREGORIAN, 2361222, id="Britain's first Gregorian day"),
    ],
)
def test_day_numbers_agree_with_published_values(date, calendar, expected):
    """Values from the Explanatory Supplement to the Astronomical Almanac."""
    assert day_number(*date, calendar) == expected
    assert date_of(expected, calendar) == Date(*date)


def test_the_october_revolution_was_in_november():
    """25 October 1917 Old Style is 7 November New Style, a Wednesday."""
    day = day_number(1917, 10, 25, JULIAN)
    assert format_date(day) == "7 November 1917"
    assert format_date(day, JULIAN) == "25 October 1917"
    assert weekday(day) == 2


def test_years_before_christ_have_no_year_zero():
    """44 BC is the astronomical year -43, and AD 1 follows 1 BC."""
    assert astronomical_year(44, bc=True) == -43
    assert historical_year(0) == (1, True)
    assert historical_year(1) == (1, False)
    assert format_date(day_number(-43, 3, 15, JULIAN), JULIAN) == "15 March 44 BC"
    assert format_date(day_number(14, 8, 19, JULIAN), JULIAN) == "19 August AD 14"
    with pytest.raises(ChronologyError, match="no year 0"):
        astronomical_year(0)


@pytest.mark.parametrize(
    ("date", "calendar", "message"),
    [
        ((1926, 13, 1), GREGORIAN, "there is no month 13: a year has 12 months"),
        ((1926, 6, 31), GREGORIAN, "31 June 1926 does not exist: June has 30 days"),
        ((1927, 2, 30), GREGORIAN, "30 February 1927 does not exist: February has 28 days"),
        ((1900, 2, 29), GREGORIAN, "no leap year in the Gregorian calendar"),
        ((-42, 2, 29), JULIAN, "29 February 43 BC does not exist"),
    ],
)
def test_a_day_that_never_was_is_refused_in_plain_words(date, calendar, message):
    """The message names the day as a historian would and says why there is none."""
    with pytest.raises(ChronologyError, match=message):
        day_number(*date, calendar)


def test_century_years_are_leap_only_where_the_calendar_says():
    """1900 was a leap year in Russia, and 2000 everywhere."""
    assert [is_leap_year(year) for year in (1900, 2000, 1904)] == [False, True, True]
    assert is_leap_year(1900, JULIAN)
