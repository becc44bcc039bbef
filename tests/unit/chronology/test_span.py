"""Spans: what follows from their bounds, how they are made, how they are said."""

import pytest

from bede.chronology import Calendar, Span, day_number, describe, parse_edtf
from bede.errors import ChronologyError


def test_a_bound_is_tightened_only_where_begin_before_end_demands_it():
    """From 1917 until October 1917: it began by 31 October, it ended in October."""
    span = Span.interval(Span.year(1917), Span.month(1917, 10))
    assert span == Span(
        day_number(1917, 1, 1),
        day_number(1917, 10, 31),
        day_number(1917, 10, 1),
        day_number(1917, 10, 31),
    )


def test_an_open_end_stays_open():
    """From 1922 on, end not recorded: it cannot have ended before 1922, and no more is known."""
    span = Span.interval(Span.year(1922), None)
    first = day_number(1922)
    assert span == Span(first, day_number(1922, 12, 31), first, None)
    assert span.core is None
    assert span.length == (1, None)


def test_inside_a_year_is_not_the_whole_year():
    """Something in 1918 has no day that it surely covers; a war from day to day covers all."""
    assert Span.year(1918).core is None
    assert not Span.year(1918).is_interval
    war = Span.interval(Span.day(day_number(1914, 7, 28)), Span.day(day_number(1918, 11, 11)))
    assert war.core == war.hull
    assert war.is_interval
    assert war.length == (1568, 1568)
    assert Span.day(5).core == (5, 5)
    assert not Span.day(5).is_interval


def test_centuries_and_decades_are_those_of_historians():
    """The 19th century is 1801 to 1900, the 1st BC is 100 to 1 BC, the 1920s begin in 1920."""
    assert Span.century(19) == Span.years(1801, 1900)
    assert Span.century(1, bc=True) == Span.years(-99, 0)
    assert Span.decade(1920) == Span.years(1920, 1929)
    assert Span.year(1917, Calendar.JULIAN).hull == (
        day_number(1917, 1, 14),
        day_number(1918, 1, 13),
    )
    with pytest.raises(ChronologyError, match="no century 0"):
        Span.century(0)


def test_what_ends_before_it_begins_is_refused_with_both_dates():
    """The message names the two days."""
    with pytest.raises(
        ChronologyError,
        match=r"the beginning \(1 January 1926\) lies after the end \(31 December 1924\)",
    ):
        Span.interval(Span.year(1926), Span.year(1924))
    with pytest.raises(ChronologyError, match="the earliest end"):
        Span(1, 2, 9, 8)


def test_widening_moves_every_known_bound_outward():
    """For circa: a tolerance in days, after which the span counts as exact."""
    span = Span.within(100, None, approximate=True)
    assert span.widened(5) == Span.within(95, None)
    with pytest.raises(ChronologyError, match="negative"):
        span.widened(-1)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1926", "1926"),
        ("1926-10", "October 1926"),
        ("1927-11-14", "14 November 1927"),
        ("1918/1925-01", "from 1918 to January 1925"),
        ("1917/1917-10", "from 1917 to October 1917"),
        ("192X", "the 1920s"),
        ("[..1925]", "before 1926"),
        ("[..1926-04]", "before May 1926"),
        ("[..1926-05-03]", "no later than 3 May 1926"),
        ("[1923..]", "after 1922"),
        ("[1927-11-14..]", "no earlier than 14 November 1927"),
        ("1922/..", "from 1922 (end not recorded)"),
        ("../1925-01", "until January 1925 (beginning not recorded)"),
        ("1904~", "about 1904"),
        ("1904%", "perhaps about 1904"),
        ("[1924..1926]", "between 1924 and 1926"),
        ("[1924-05..1926]", "between May 1924 and December 1926"),
        ("[1927-11-12,1927-11-14]", "between 12 November 1927 and 14 November 1927"),
        ("[1801..1900]", "the 19th century"),
        ("19XX", "between 1900 and 1999"),
        ("[-0099..0000]", "the 1st century BC"),
        ("[-0048..-0039]", "the 40s BC"),
        ("-0043", "44 BC"),
        ("../..", "at an unknown time"),
    ],
)
def test_a_span_is_said_in_words(edtf, words):
    """As a historian would write it, and no more exactly than it is known."""
    assert describe(parse_edtf(edtf)) == words


def test_bounds_that_no_unit_fits_are_written_out():
    """Nothing is rounded to make a neater phrase."""
    span = Span(*(day_number(1918, 3, day) for day in (3, 9, 20, 21)))
    assert describe(span) == (
        "beginning between 3 March 1918 and 9 March 1918, "
        "ending between 20 March 1918 and 21 March 1918"
    )
