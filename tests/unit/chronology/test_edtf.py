"""EDTF, by the examples of the specification and by what goes wrong in practice."""

import pytest

from bede.chronology import Calendar, Span, day_number, format_edtf, parse_edtf
from bede.errors import ChronologyError


def days(*dates: tuple[int, int, int]) -> tuple[int, ...]:
    return tuple(day_number(*date) for date in dates)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1985", (1985, 1, 1), (1985, 12, 31)),
        ("1985-04", (1985, 4, 1), (1985, 4, 30)),
        ("1985-04-12", (1985, 4, 12), (1985, 4, 12)),
        ("0000", (0, 1, 1), (0, 12, 31)),
        ("-0043-03-15", (-43, 3, 15), (-43, 3, 15)),
        ("Y170002", (170002, 1, 1), (170002, 12, 31)),
        ("Y-170002", (-170002, 1, 1), (-170002, 12, 31)),
        ("201X", (2010, 1, 1), (2019, 12, 31)),
        ("20XX", (2000, 1, 1), (2099, 12, 31)),
        ("1XXX-12", (1000, 12, 1), (1999, 12, 31)),
        ("1X26", (1026, 1, 1), (1926, 12, 31)),
        ("2004-XX", (2004, 1, 1), (2004, 12, 31)),
        ("1985-XX-XX", (1985, 1, 1), (1985, 12, 31)),
        ("1984-1X", (1984, 10, 1), (1984, 12, 31)),
        ("15XX-02-29", (1504, 2, 29), (1596, 2, 29)),
        ("-004X", (-49, 1, 1), (-40, 12, 31)),
        ("2001-21", (2001, 3, 1), (2001, 5, 31)),
        ("2001-24", (2001, 12, 1), (2002, 2, 28)),
        ("[1924..1926]", (1924, 1, 1), (1926, 12, 31)),
        ("[1927-11-14,1927-11-12]", (1927, 11, 12), (1927, 11, 14)),
        ("[1667,1760-12,1761..1763-05]", (1667, 1, 1), (1763, 5, 31)),
    ],
)
def test_a_date_or_a_set_is_a_stretch_of_days(text, first, last):
    """Examples of ISO 8601-2:2019 and its Library of Congress profile, levels 0 to 2."""
    assert parse_edtf(text) == Span.within(*days(first, last))


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("1918/1925-01", days((1918, 1, 1), (1918, 12, 31), (1925, 1, 1), (1925, 1, 31))),
        ("2004-06-XX/2004-07-03", days((2004, 6, 1), (2004, 6, 30), (2004, 7, 3), (2004, 7, 3))),
        ("1922-04/..", (*days((1922, 4, 1), (1922, 4, 30), (1922, 4, 1)), None)),
        ("1922-04/", (*days((1922, 4, 1), (1922, 4, 30), (1922, 4, 1)), None)),
        ("../1925", (None, *days((1925, 12, 31), (1925, 1, 1), (1925, 12, 31)))),
        ("[..1925]", (None, day_number(1925, 12, 31), None, day_number(1925, 12, 31))),
        ("[1925..]", (day_number(1925), None, day_number(1925), None)),
    ],
)
def test_an_interval_has_four_bounds_and_an_open_set_two(text, bounds):
    """From 1922: it began in that year. After 1922: begin and end lie somewhere later."""
    assert parse_edtf(text) == Span(*bounds)


def test_qualifiers_set_flags_and_move_no_bound():
    """Approximate "~", uncertain "?", both "%"; one part that is qualified marks the whole."""
    year = Span.year(1984).hull
    assert parse_edtf("1984~") == Span.within(*year, approximate=True)
    assert parse_edtf("1984?") == Span.within(*year, uncertain=True)
    assert parse_edtf("1984%") == Span.within(*year, approximate=True, uncertain=True)
    assert parse_edtf("2004-06~-11").approximate
    assert parse_edtf("1984~/2004-06").approximate


def test_a_julian_date_gives_the_same_day_as_its_gregorian_twin():
    """Old Style values of a reference are read with their calendar."""
    assert parse_edtf("1917-10-25", Calendar.JULIAN) == parse_edtf("1917-11-07")
    year = parse_edtf("1917", Calendar.JULIAN)
    assert format_edtf(year, calendar=Calendar.JULIAN) == "1917"
    assert format_edtf(year) == "[1917-01-14..1918-01-13]"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1926-13", "no month 13"),
        ("1926-06-31", "31 June 1926 does not exist"),
        ("1900-02-29", "no leap year"),
        ("1926-02-3X", "no day fits month 02 and day 3X"),
        ("1XX3-02-29", "no leap year"),
        ("1926/1924", "'1926/1924' ends before it begins"),
        ("[1926..1924]", "ends before it begins"),
        ("1924/1925/1926", "has 2 slashes"),
        ("-0000", "write 0000 for 1 BC"),
        ("Y17", "no date that Bede can read; write it like 1927"),
        ("Y12000-05", "write Y12000"),
        ("Y" + "9" * 40, "a year of 40 digits"),
        ("9" * 5000, "has 5000 characters"),
        ("[..]", "no set of dates"),
        ("[1926", "no set of dates"),
        ("{1924,1926}", "no date that Bede can read"),
        ("in 1926", "no date that Bede can read"),
        ("1926\n", "no date that Bede can read"),
        ("1985-04-12T23:20:30", "no date that Bede can read"),
        ("١٩٢٦", "no date that Bede can read"),
        ("", "no date that Bede can read"),
    ],
)
def test_a_bad_expression_is_refused_with_its_cause(text, message):
    """One line: what is wrong, and where it helps how to write it."""
    with pytest.raises(ChronologyError, match=message) as caught:
        parse_edtf(text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        *("1926", "1926-10", "1927-11-14", "192X", "19XX", "1XXX", "XXXX", "-01XX", "Y12000"),
        *("1918/1925-01", "1917/1917-10", "1922/..", "../1925-01", "192X/1935", "../.."),
        *("1904~", "1904?", "1904%", "1904~/1905~", "1922~/..", "[1924~..1926~]"),
        *("[1924..1926]", "[1924-05..1926-02]", "[1927-11-12..1927-11-14]"),
        *("[..1925]", "[1923..]", "[..1926-05-03]", "[..Y-12000]", "-0043-03-15"),
    ],
)
def test_a_span_is_written_as_shortly_as_it_was_read(text):
    """Reading and writing are inverse on everything written in the shortest way."""
    assert format_edtf(parse_edtf(text)) == text


def test_what_edtf_cannot_say_is_not_written():
    """A begin between 3 and 9 March is no unit of the calendar, and sets have no place there."""
    assert format_edtf(Span(*(day_number(1918, 3, day) for day in (3, 9, 20, 21)))) is None
    assert format_edtf(Span.day(day_number(12000, 5, 3))) is None
