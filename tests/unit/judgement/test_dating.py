"""Dates for themselves: what the rule pages do not show, and the laws behind what they do."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bede.catalog import roles_by_type
from bede.chronology import Calendar, day_number, format_date, weekday
from bede.claims import extract
from bede.documents import read
from bede.evidence.build import reference_from_yaml
from bede.judgement import Judgement, Settings, Verdict, judge
from bede.judgement.dates import WeekdayFault, passages, weekday_fault, weekday_name
from bede.text import analyse

WORLD = """
sources:
  - {id: kell, author: M. Kell, title: Tarn, work: Tarn, kind: scholarly, family: kell,
     quality: decent}
people:
  - {id: orlo, name: Ana Orlo, sources: kell, confidence: high}
facts:
  - {id: orlo-birth, type: birth, roles: {person: orlo}, when: 1805-02-14, sources: kell,
     confidence: high}
"""
FIRST_OF_1924 = day_number(1924, 1, 1)
LAST_OF_2099 = day_number(2099, 12, 31)
FIRST_OF_1583 = day_number(1583, 1, 1)


def judged(text: str, settings: Settings | None = None) -> Judgement:
    analysis = analyse(read("-", stdin=io.StringIO(text)))
    with reference_from_yaml(WORLD, roles_by_type()) as reference:
        return judge(analysis, extract(analysis), reference, settings)


def told(text: str, settings: Settings | None = None) -> list[tuple[str, str, str]]:
    """Rule, severity and words of each finding."""
    found = judged(text, settings).findings
    return [(one.rule, one.severity.value, one.place.text) for one in found]


def faults(text: str) -> list[WeekdayFault]:
    """The days of a text whose weekdays do not fit."""
    document = read("-", stdin=io.StringIO(text))
    dates = [p.written(date) for p in passages(document) for date in p.timexes]
    return [fault for date in dates if (fault := weekday_fault(date)) is not None]


@given(st.integers(FIRST_OF_1583, LAST_OF_2099), st.sampled_from(Calendar))
def test_the_right_weekday_is_never_a_fault(day: int, calendar: Calendar) -> None:
    """Whichever calendar was in use, as long as both were or the text uses the new one."""
    if day >= FIRST_OF_1924:
        calendar = Calendar.GREGORIAN
    words = f"On {weekday_name(weekday(day))}, {format_date(day, calendar)}, she left."
    assert faults(words) == []


@given(st.integers(FIRST_OF_1924, LAST_OF_2099), st.integers(1, 6))
def test_a_wrong_weekday_is_always_a_fault_once_one_calendar_is_left(day: int, shift: int) -> None:
    """The days told as near have that weekday and lie on both sides, a week apart."""
    stated = (weekday(day) + shift) % 7
    (fault,) = faults(f"On {weekday_name(stated)}, {format_date(day)}, she left.")
    near = [day_number(date.year, date.month, date.day) for date in fault.near]
    assert [weekday(one) for one in near] == [stated, stated]
    assert near[0] < day < near[1] == near[0] + 7
    assert fault.right == ((Calendar.GREGORIAN, weekday(day)),)


WEIGHTS = {
    "a slip of the writer": ("Tom Reed died on Monday, 5 May 1812.", "error"),
    "a document may have slipped": (
        "Tom Reed died before a letter dated Monday, 5 May 1812 came.",
        "warning",
    ),
    "the other calendar": ("Tom Reed died on Tuesday, 5 May 1812 (O.S.).", "note"),
    "left out by the reform itself": ("Tom Reed died in Rome on 10 October 1582.", "error"),
    "left out, and perhaps converted": ("Tom Reed died in London on 5 September 1752.", "warning"),
    "two years": ("Tom Reed (1840–1836) left.", "error"),
    "two centuries": ("Tom Reed left between the 19th and the 18th century.", "warning"),
    "years before Christ": ("Tom Reed lived in Velin from 27 BC to 44 BC.", "warning"),
    "a score, perhaps": ("She won by a few points (1840–1836).", "warning"),
}


@pytest.mark.parametrize("case", WEIGHTS)
def test_what_charity_could_save_weighs_less(case: str) -> None:
    """An error only where nothing but an error explains it."""
    text, severity = WEIGHTS[case]
    assert [weight for _, weight, _ in told(text)] == [severity]


def test_the_user_says_which_day_is_today() -> None:
    """Without one, the year of the release and some years of grace decide; there is no clock."""
    text = "Tom Reed died in 2031."
    found = [("future-date", "warning", "2031")]
    assert told(text) == []
    assert told(text, Settings(parameters={("future-date", "grace"): 2})) == found
    assert told(text, Settings(today=day_number(2030, 12, 31))) == found
    assert told(text, Settings(today=day_number(2031, 1, 1))) == []


def test_the_message_of_a_date_to_come_names_the_present() -> None:
    """Either the day that the user gave, or the year of the release."""
    today = Settings(today=day_number(2020, 2, 29))
    (finding,) = judged("Tom Reed died on 5 May 2020.", today).findings
    assert finding.message == (
        'The text tells "died" as past and dates it on 5 May 2020, '
        "after 29 February 2020, the day that counts as today"
    )


@pytest.mark.parametrize("year", [1917, 1700])
def test_a_parameter_says_when_writers_convert(year: int) -> None:
    """Russia left out 1 to 13 February 1918; writers of today tell those days all the same."""
    settings = Settings(parameters={("impossible-date", "conversion"): year})
    late = told("Tom Reed died in Petrograd on 9 February 1918.", settings)
    soon = told("Tom Reed died in London on 5 September 1752.", settings)
    assert late == []
    assert (soon == []) is (year == 1700)


def test_a_mix_up_of_calendars_leaves_the_statement_open() -> None:
    """It is no accusation: neither the verdict nor the severity says that the text is wrong."""
    judgement = judged("Ana Orlo was born on 26 February 1805.")
    (claim,), (finding,) = judgement.claims, judgement.findings
    assert claim.verdict is Verdict.OPEN
    assert claim.reason == "the date differs from that on record as Old Style and New Style differ"
    assert (finding.rule, finding.severity.value) == ("calendar-mix-up", "note")
    assert [step.says for step in finding.conflict] == [
        'the text says "26 February 1805"',
        "the reference says: Ana Orlo was born on 14 February 1805",
        "the two are apart by the 12 days between the Julian and the Gregorian calendar, "
        "and may be one day",
    ]


def test_a_heading_and_a_quotation_are_not_judged(tmp_path: Path) -> None:
    """A heading is a title, and a quotation is somebody else's word."""
    page = tmp_path / "page.md"
    page.write_text("# Monday, 5 May 1812\n\n> On Monday, 5 May 1812, we left.\n\nThey *left*.\n")
    with reference_from_yaml(WORLD, roles_by_type()) as reference:
        analysis = analyse(read(str(page)))
        assert judge(analysis, extract(analysis), reference).findings == ()
    assert told('He wrote: "On Monday, 5 May 1812 all was well."') == []
    assert told("“We met on Monday, 5 May 1812,” he wrote.") == []


def test_marks_of_emphasis_do_not_move_the_words(tmp_path: Path) -> None:
    """The place of a finding is that of the words in the file."""
    text = "*Tom* **Reed** died on *Monday*, 5 May 1812.\n"
    page = tmp_path / "page.md"
    page.write_text(text)
    with reference_from_yaml(WORLD, roles_by_type()) as reference:
        analysis = analyse(read(str(page)))
        (finding,) = judge(analysis, extract(analysis), reference).findings
    assert text[finding.place.start : finding.place.end] == "Monday*, 5 May 1812"


@pytest.mark.parametrize("text", ["1840–1836", "(", "Monday", "Monday, 5 May 9999999", "5 May"])
def test_scraps_are_no_dates(text: str) -> None:
    """Nothing is made of a number, a bare weekday or half a date."""
    assert told(text) == []
