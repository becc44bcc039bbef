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
        ("1985-04-12T23:20:30", (1985, 4, 12), (1985, 4, 12)),
        ("1985-04-12T23:20:30Z", (1985, 4, 12), (1985, 4, 12)),
        ("1985-04-12T23:20:30-04", (1985, 4, 12), (1985, 4, 12)),
        ("1985-04-12T23:20:30+04:30", (1985, 4, 12), (1985, 4, 12)),
        ("Y170002", (170002, 1, 1), (170002, 12, 31)),
        ("Y-170002", (-170002, 1, 1), (-170002, 12, 31)),
        ("201X", (2010, 1, 1), (2019, 12, 31)),
        ("20XX", (2000, 1, 1), (2099, 12, 31)),
        ("2004-XX", (2004, 1, 1), (2004, 12, 31)),
        ("1985-XX-XX", (1985, 1, 1), (1985, 12, 31)),
        ("2001-21", (2001, 3, 1), (2001, 5, 31)),
        ("2001-24", (2001, 12, 1), (2002, 2, 28)),
        ("-004X", (-49, 1, 1), (-40, 12, 31)),
        ("-000X", (-9, 1, 1), (-1, 12, 31)),
    ],
)
def test_levels_0_and_1_name_a_stretch_of_days(text, first, last):
    """Examples of the Library of Congress profile, and years before Christ."""
    assert parse_edtf(text) == Span.within(*days(first, last))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Y-17E7", (-170_000_000, 1, 1), (-170_000_000, 12, 31)),
        ("1950S2", (1900, 1, 1), (1999, 12, 31)),
        ("Y171010000S3", (171_000_000, 1, 1), (171_999_999, 12, 31)),
        ("Y3388E2S3", (338_000, 1, 1), (338_999, 12, 31)),
        ("0600S1", (600, 1, 1), (699, 12, 31)),
        ("-0480S2", (-489, 1, 1), (-480, 12, 31)),
        ("2001-25", (2001, 3, 1), (2001, 5, 31)),
        ("2001-28", (2001, 12, 1), (2002, 2, 28)),
        ("2001-29", (2001, 9, 1), (2001, 11, 30)),
        ("2003-30", (2003, 12, 1), (2004, 2, 29)),
        ("2001-32", (2001, 6, 1), (2001, 8, 31)),
        ("2001-34", (2001, 4, 1), (2001, 6, 30)),
        ("2001-36", (2001, 10, 1), (2001, 12, 31)),
        ("2001-37", (2001, 1, 1), (2001, 4, 30)),
        ("2001-39", (2001, 9, 1), (2001, 12, 31)),
        ("2001-41", (2001, 7, 1), (2001, 12, 31)),
        ("[1667,1668,1670..1672]", (1667, 1, 1), (1672, 12, 31)),
        ("[1927-11-14,1927-11-12]", (1927, 11, 12), (1927, 11, 14)),
        ("[1667,1760-12,1761..1763-05]", (1667, 1, 1), (1763, 5, 31)),
        ("{1667,1668,1670..1672}", (1667, 1, 1), (1672, 12, 31)),
        ("{1960,1961-12}", (1960, 1, 1), (1961, 12, 31)),
        ("156X-12-25", (1560, 12, 25), (1569, 12, 25)),
        ("15XX-12-25", (1500, 12, 25), (1599, 12, 25)),
        ("15XX-02-29", (1504, 2, 29), (1596, 2, 29)),
        ("XXXX-12-XX", (0, 12, 1), (9999, 12, 31)),
        ("1XXX-XX", (1000, 1, 1), (1999, 12, 31)),
        ("1XXX-12", (1000, 12, 1), (1999, 12, 31)),
        ("1X26", (1026, 1, 1), (1926, 12, 31)),
        ("1984-1X", (1984, 10, 1), (1984, 12, 31)),
    ],
)
def test_level_2_names_a_stretch_of_days(text, first, last):
    """The examples of ISO 8601-2:2019 and its Library of Congress profile."""
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
        ("{..1983-12-31,1984-11-05..}", (None, None, None, None)),
        ("2003-24/2004-33", days((2003, 12, 1), (2004, 2, 29), (2004, 1, 1), (2004, 3, 31))),
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
    both = [
        "2004-06-11%", "2004-06~-11?", "?2004-06-~11", "2004-%06-11", "2004-06-~01/2004-06-?20",
        "[1667~,1668?]", "2004-21%", "Y17E7%", "1950S2%",
    ]  # fmt: skip
    spans = [parse_edtf(text) for text in both]
    assert [(span.approximate, span.uncertain) for span in spans] == [(True, True)] * len(both)


def test_a_julian_date_gives_the_same_day_as_its_gregorian_twin():
    """Old Style values of a reference are read with their calendar."""
    assert parse_edtf("1917-10-25", Calendar.JULIAN) == parse_edtf("1917-11-07")
    year = parse_edtf("1917", Calendar.JULIAN)
    assert format_edtf(year, calendar=Calendar.JULIAN) == "1917"
    assert format_edtf(year) == "[1917-01-14..1918-01-13]"


def test_years_before_christ_are_one_less():
    """44 BC is -0043, since 1 BC is 0000; some libraries write -0044."""
    ides_of_march = Span.day(day_number(-43, 3, 15, Calendar.JULIAN))
    assert format_edtf(ides_of_march, calendar=Calendar.JULIAN) == "-0043-03-15"
    assert parse_edtf("-0043") == Span.year(-43)
    assert format_edtf(Span.century(5, bc=True)) == "-04XX"
    assert format_edtf(Span.century(1, bc=True)) == "[-0099..0000]"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1926-13", "no month 13"),
        ("1926-20", "no month 20"),
        ("1926-42", "no month 42"),
        ("1926-21-03", "no month 21"),
        ("1926-00", "no month 0"),
        ("1926-06-31", "31 June 1926 does not exist"),
        ("1900-02-29", "no leap year"),
        ("1926-02-3X", "no day fits month 02 and day 3X"),
        ("1XX3-02-29", "no leap year"),
        ("1926/1924", "'1926/1924' ends before it begins"),
        ("[1926..1924]", "ends before it begins"),
        ("1924/1925/1926", "has 2 slashes"),
        ("[1924]/1926", "no set of dates"),
        ("1924/[1926,1927]", "no date that Bede can read"),
        ("-0000", "write 0000 for 1 BC"),
        ("Y17", "no date that Bede can read; write it like 1927"),
        ("Y12000-05", "leave the month out"),
        ("1950S2-05", "leave the month out"),
        ("1950S0", "no digits that are significant"),
        ("19XXS2", "no digits that are significant"),
        ("Y" + "9" * 40, "a year of 40 digits"),
        ("Y1E12", "a year of 13 digits"),
        ("Y1E" + "9" * 100, "a year of over a thousand digits"),
        ("9" * 5000, "has 5000 characters"),
        ("[..]", "no set of dates"),
        ("[]", "no set of dates"),
        ("[1926", "no set of dates"),
        ("[1926}", "no set of dates"),
        ("[1926,]", "no date that Bede can read"),
        ("[1926..,1928]", "no date that Bede can read"),
        ("[1926, 1928]", "no date that Bede can read"),
        ("in 1926", "no date that Bede can read"),
        ("1926\n", "no date that Bede can read"),
        ("1985-04-12T24:20:30", "time of day that does not exist"),
        ("1985-04-12T23:20:30+25", "time of day that does not exist"),
        ("1985-04-XXT23:20:30", "time of day that does not exist"),
        ("1985-04T23:20:30", "no date that Bede can read"),
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
        *("1918/1925-01", "1917/1917-10", "1917/1917-05", "1922/..", "../1925-01", "192X/1935"),
        *("1904~", "1904?", "1904%", "1904~/1905~", "1922~/..", "[1924~..1926~]", "../.."),
        *("[1924..1926]", "[1924-05..1926-02]", "[1927-11-12..1927-11-14]"),
        *("[1918-03-05..1918-04-02]", "[..1925]", "[1923..]", "[..1926-05-03]", "[..Y-12000]"),
        *("-0043-03-15", "[-0488..-0479]", "[-0099..0000]", "-000X", "000X", "[Y-12000..1926-05]"),
        *("1921-21", "1921-22~", "1921-23", "1921-24", "1921-34", "1921-36", "1921-38", "1921-41"),
        *("1921-21/1921-24", "1921-33/..", "1918-06-1X", "1918-02-2X", "1918-07-3X?", "1984-0X"),
        *("1917-34/1917-05-15", "1917-05-06/1917-05-1X", "-000X/-0005", "1918-06-1X/1918-06-15"),
        *("Y-17E7", "Y170000002", "Y171000000S3", "Y-17100S3", "Y171000000S3/Y171510000"),
    ],
)
def test_a_span_is_written_as_shortly_as_it_was_read(text):
    """Reading and writing are inverse on everything written in the shortest way."""
    assert format_edtf(parse_edtf(text)) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("{1667,1669}", "[1667..1669]"),
        ("1950S2", "19XX"),
        ("2001-29", "2001-23"),
        ("2004-XX", "2004"),
        ("?2004-06", "2004-06?"),
        ("1922/", "1922/.."),
        ("1985-04-12T23:20:30Z", "1985-04-12"),
        ("[1924-05..1926]", "[1924-05..1926-12]"),
    ],
)
def test_what_a_span_does_not_keep_is_not_written(text, written):
    """The span is the same; the set, the estimate, the component and the hour are gone."""
    assert format_edtf(parse_edtf(text)) == written
    assert parse_edtf(written) == parse_edtf(text)


@pytest.mark.parametrize(
    "span",
    [
        pytest.param(
            Span(*(day_number(1918, 3, day) for day in (3, 9, 20, 21))),
            id="a begin between 3 and 9 March is no unit, and sets have no place in intervals",
        ),
        pytest.param(Span(None, 5, None, 9), id="began by one day, ended by another"),
        pytest.param(Span.day(day_number(12000, 5, 3)), id="a month of a year of five digits"),
        pytest.param(Span.year(10**12), id="a year of thirteen digits"),
        pytest.param(Span(None, None, None, None, approximate=True), id="circa no date at all"),
    ],
)
def test_what_edtf_cannot_say_is_not_written(span):
    """No form of ISO 8601-2 is read back as these spans."""
    assert format_edtf(span) is None
