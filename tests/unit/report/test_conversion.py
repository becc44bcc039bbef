"""Dates converted: published equivalences, names that the tagger reads again, bad dates."""

from __future__ import annotations

import pytest
from tests.calendars import extent, rows

import bede
from bede.chronology import Calendar, date_of, day_number
from bede.report.conversion import CALENDARS, SOURCES, Reading, calendar_named, read_date
from bede.report.conversion.naming import name_in
from bede.report.conversion.text import render

PUBLISHED = [row for row in rows("other.md") if row[0].split()[0] in SOURCES]


def names(told: str, source: str | None = None, place: str | None = None) -> dict[str, str]:
    """All names of the likeliest reading of a date."""
    reading = read_date(told, source=source, place=place).readings[0]
    found = {}
    for calendar in CALENDARS:
        try:
            found[calendar] = name_in(calendar, reading).text
        except bede.BedeError:
            continue
    return found


@pytest.mark.parametrize("row", PUBLISHED, ids=lambda row: row[0])
def test_a_published_equivalence_is_found(row: tuple[str, ...]) -> None:
    """Numbers of another calendar mean the days that the table gives."""
    source, told = row[0].split()
    (reading,) = read_date(told, source=source).readings
    assert extent(reading.first, reading.last) == row[1]


def test_one_day_in_every_calendar() -> None:
    """29 September 1941, from N. Dershowitz and E. M. Reingold 2018, appendix C."""
    expected = {
        "gregorian": "29 September 1941",
        "julian": "16 September 1941",
        "roman": "a.d. XVI Kal. Oct.",
        "hebrew": "8 Tishri 5702",
        "islamic": "8 Ramadan 1360, give or take a day",
        "persian": "7 Mehr 1320",
        "coptic": "19 Thout 1658",
        "ethiopian": "19 Meskerem 1934",
    }
    found = names("1941-09-29")
    assert {calendar: found[calendar] for calendar in expected} == expected
    (reading,) = read_date("1941-09-29").readings
    assert (reading.first, reading.weekdays) == (2_430_267, ("Monday",))


KNOWN = [
    ("1917-10-25", "julian", "gregorian", "7 November 1917"),
    ("25 October 1917", "julian", "gregorian", "7 November 1917"),
    ("25 October 1917 (O.S.)", None, "gregorian", "7 November 1917"),
    ("18 Brumaire Year VIII", None, "gregorian", "9 November 1799"),
    ("18 Brumaire Year VIII", None, "french-republican", "18 Brumaire Year VIII"),
    ("1795-9-22", "gregorian", "french-republican", "6th complementary day Year III"),
    ("-43-3-15", None, "roman", "Id. Mart."),
    ("-43-3-15", None, "julian", "15 March 44 BC"),
    ("-43-3-15", None, "ab-urbe-condita", "15 March 710"),
    ("-430-9-1", None, "olympic-years", "Olympiad 87, year 2, about"),
    ("1204-2-24", None, "roman", "a.d. VI Kal. Mart."),
    ("1204-2-25", None, "roman", "a.d. VI Kal. Mart."),
    ("1204-2-26", None, "roman", "a.d. V Kal. Mart."),
    ("1204-4-13", None, "byzantine", "13 April 6712"),
    ("1204-4-13", None, "indiction", "year 7"),
    ("5756-12-5", "hebrew", "gregorian", "25 February 1996"),
    ("1992-3-17", None, "hebrew", "12 Adar II 5752"),
    ("1992-3-8", None, "hebrew", "3 Adar II 5752"),
    ("1992-2-8", None, "hebrew", "4 Adar I 5752"),
    ("857-5-20", "islamic", "julian", "28–30 May 1453"),
    ("857-5-20", "islamic", "islamic", "20 Jumada al-ula 857"),
    ("149", "seleucid", "julian", "1 October 164 BC – 30 April 162 BC"),
    ("-163-11-1", None, "seleucid", "year 148 or 149"),
    ("1929-12-1", None, "soviet-revolutionary", "year 13"),
    ("1712-2-30", "swedish", "gregorian", "11 March 1712"),
    ("1917-02", "julian", "gregorian", "14 February – 13 March 1917"),
    ("Easter 1917", "julian", "gregorian", "15 April 1917"),
    ("Easter 1916", None, "gregorian", "23 April 1916"),
    ("14 October 1066", "gregorian", "julian", "8 October 1066"),
    ("7 November 1930", "julian", "gregorian", "20 November 1930"),
]


@pytest.mark.parametrize(("told", "source", "target", "named"), KNOWN)
def test_known_dates(told: str, source: str | None, target: str, named: str) -> None:
    """Numbers and words, days and months, both Adars, days counted twice."""
    assert names(told, source)[target] == named


def test_an_unmarked_day_keeps_both_readings_and_the_place_ranks_them() -> None:
    """As numbers and in words alike; the Swedish calendar joins them in Sweden."""
    for told in ("1917-10-25", "25 October 1917"):
        for place, first in ((None, "gregorian"), ("Russia", "julian"), ("France", "gregorian")):
            readings = read_date(told, place=place).readings
            assert {reading.calendar for reading in readings} == {"gregorian", "julian"}
            assert readings[0].calendar == first
    for told in ("1709-6-28", "28 June 1709"):
        readings = read_date(told, place="Sweden").readings
        assert [one.calendar for one in readings] == ["swedish", "gregorian", "julian"]


ERAS = {
    "hebrew": " AM",
    "islamic": " AH",
    "french-republican": "",
    "coptic": " of the Era of the Martyrs",
    "ethiopian": " EC",
    "indian": " Saka",
}


@pytest.mark.parametrize("calendar", ERAS)
def test_the_tagger_reads_the_names_again(calendar: str) -> None:
    """All through the fourteen years of the Republic, leap years of every kind among them."""
    lost = []
    for day in range(day_number(1792, 9, 22), day_number(1805, 12, 31), 5):
        name = name_in(calendar, Reading(day, day)).text.split(",")[0]
        spans = [timex.span for timex in bede.dates(f"On {name}{ERAS[calendar]} he left.")]
        if not any(span is not None and day in range(*_reach(span)) for span in spans):
            lost.append(name)
    assert lost == []


def _reach(span: bede.Span) -> tuple[int, int]:
    first, last = span.hull
    return (first or 0, (last or 0) + 1) if (last or 0) - (first or 0) <= 2 else (0, 0)


@pytest.mark.parametrize("source", SOURCES)
def test_numbers_there_and_back(source: str) -> None:
    """What a calendar calls a day is that day again, over two thousand years and more."""
    for day in range(day_number(-400), day_number(2400), 8_191):
        try:
            first = name_in(source, Reading(day, day)).first
        except bede.BedeError:
            continue
        assert first is not None
        numbers = "-".join(str(part) for part in first if part is not None)
        if first[0]:  # there is no year 0 to give
            (reading,) = read_date(numbers, source=source).readings
            assert reading.first <= day <= reading.last


def test_every_day_has_one_roman_name() -> None:
    """Of two neighbours only the two sixth days before the Kalends of March share theirs."""
    shared = []
    first = day_number(1203, 12, 25, Calendar.JULIAN)
    for day in range(first, first + 375):
        one, two = (name_in("roman", Reading(number, number)).text for number in (day, day + 1))
        if one == two:
            date = date_of(day, Calendar.JULIAN)
            shared.append((date.year, date.month, date.day))
    assert shared == [(1204, 2, 24)]


BAD = {
    ("1926-6-31", None, None): r"31 June 1926 does not exist: June has 30 days; check",
    ("1926-13-1", None, None): r"no month 13: a year has 12 months; check",
    ("1926-0-1", None, None): r"no month 0",
    ("1926-1-0", None, None): r"0 January 1926 does not exist",
    ("1900-2-29", "gregorian", None): r"no leap year in the Gregorian calendar; check",
    ("0-3-15", None, None): r"no year 0 .*; 1 BC is followed by AD 1",
    ("0", "julian", None): r"no year 0",
    ("123456", None, None): r"the year 123456 is beyond what Bede counts; years reach",
    ("9" * 180, None, None): r"the number 999999999999… is beyond",
    ("1-1-" + "9" * 90, None, None): r"the number 999999999999… is beyond",
    ("1582-10-10", None, "Rome"): r"4 October 1582 was followed there by 15 October 1582; check",
    ("10 October 1582", None, "Rome"): r"“10 October 1582”: .*followed there by 15 October 1582",
    ("5700-13-30", "hebrew", None): r"no 30 Adar II 5700",
    ("-3-1-1", "hebrew", None): r"no year -3 in the Hebrew calendar; its years",
    ("1709-6", "swedish", None): r"to the day only; give the day",
    ("30 Adar II 5700", None, None): r"“30 Adar II 5700”: there is no 30 Adar II 5700",
    ("31 June 1926", None, None): r"no date “31 June 1926”: this month has 30 days",
    ("the year 0", None, None): r"no year 0",
    ("3 May", None, None): r"“3 May” does not tell its year; give the year too",
    ("no date at all", None, None): r"no date in “no date at all”; give one as",
    ("", None, None): r"no date in “”; give one as",
    ("in 1917 or 5 May 1918", None, None): r"2 dates in .*“1917”, “5 May 1918”; give one",
    ("after 1917", None, None): r"“1917” is open at one end; give",
    ("three years", None, None): r"no date in “three years”",
    ("25 October 1917 (N.S.)", "julian", None): r"names its own calendar; leave --from out",
    ("18 Brumaire Year VIII", "julian", None): r"names its own calendar",
    ("25 October 1917", "hebrew", None): r"read from numbers, and “25 October 1917” is none; give",
    ("October 1917", "julian", None): r"only a day can; give it as numbers",
    ("Easter 1066", "gregorian", None): r"only a day can",
    ("1917-10-25", None, "Ruritania"): r"unknown place 'Ruritania'; .*Russia",
    ("25 October 1917", None, "Ruritania"): r"unknown place 'Ruritania'; .*Russia",
}


@pytest.mark.parametrize("case", BAD, ids=lambda case: str(case)[:48])
def test_a_bad_date_is_one_line(case: tuple[str, str | None, str | None]) -> None:
    """With its cause, and the remedy if there is one."""
    told, source, place = case
    with pytest.raises(bede.BedeError, match=BAD[case]) as caught:
        read_date(told, source=source, place=place)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 1200


def test_an_unknown_calendar_says_which_are_known() -> None:
    """However long its name; a known one is taken in any case."""
    assert calendar_named("French Republican") == "french-republican"
    with pytest.raises(bede.BedeError, match="named 'mayan'; known are gregorian, julian,"):
        calendar_named("mayan")
    with pytest.raises(bede.BedeError, match="known are gregorian") as caught:
        calendar_named("x" * 10_000)
    assert len(str(caught.value)) < 400


def test_a_calendar_that_does_not_reach_the_date_is_refused_if_asked_for() -> None:
    """Among all it is left out; if it reaches another reading there is a dash."""
    one = read_date("1917-10-25", source="julian")
    assert "french-republican" not in render(one)
    with pytest.raises(bede.BedeError, match="French Republican calendar is counted from"):
        render(one, wanted=["french-republican"])
    both = read_date("1917-10-25", place="Russia")
    assert render(both, wanted=["soviet-revolutionary"]).splitlines() == [
        "1917-10-25, if Julian (the likelier)",
        "day of the week       Wednesday",
        "Julian Day Number     2421540",
        "soviet-revolutionary  year 1",
        "",
        "1917-10-25, if Gregorian",
        "day of the week       Thursday",
        "Julian Day Number     2421527",
        "soviet-revolutionary  –",
    ]


def test_readings_that_share_a_calendar_are_numbered() -> None:
    """3 February 1725 Old Style is in our 1726 if England began its year in March."""
    shown = render(read_date("3 February 1725 (O.S.)", place="England"), wanted=["gregorian"])
    titles = [line for line in shown.splitlines() if "reading" in line]
    assert titles == [
        "3 February 1725 (O.S.), reading 1 (the likelier)",
        "3 February 1725 (O.S.), reading 2",
    ]
    assert ("14 February 1725" in shown, "14 February 1726" in shown) == (True, True)


def test_nothing_in_the_words_steers_the_terminal() -> None:
    """On a narrow one the names are wrapped."""
    shown = render(read_date("25 October 1917\x1b[31m (O.S.)"), width=40)
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= 40
