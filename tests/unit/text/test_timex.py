"""The temporal tagger beyond its tables: readings, bounds, context, and hostile text."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bede.chronology import Calendar, Span, date_of, day_number, parse_edtf
from bede.documents import Document
from bede.documents.formats import format_for
from bede.errors import CatalogError
from bede.text.dates import dates
from bede.text.times import read_times_of
from bede.text.timex import (
    Timex,
    TimexType,
    find_impossible_dates,
    find_timexes,
    read_times,
)
from bede.text.timex.words.lexicon import load_lexicon


def only(prose: str) -> Timex:
    """The one temporal expression of a text."""
    (timex,) = find_timexes(prose)
    return timex


def after(year: str, prose: str) -> Timex:
    """The last temporal expression of a text that begins with a year."""
    text = f"In {year} it began. {prose}"
    document = Document("-", text, "plain", format_for(".txt").parse(text))
    return read_times_of(document).timexes[-1]


def test_a_whole_expression() -> None:
    """Every part of what the tagger says of "by the mid-1920s"."""
    last = day_number(1926, 12, 31)
    assert only("By the mid-1920s, power was his.") == Timex(
        start=3,
        end=16,
        full_start=0,
        text="the mid-1920s",
        type=TimexType.DATE,
        value="192",
        edtf="../192X",
        span=Span.within(None, last),
        readings=(Span.within(None, last),),
        bare=Span.within(day_number(1924), last),
        modifier="by",
        calendar=None,
        kind="decade",
    )


@pytest.mark.parametrize(
    ("text", "calendars"),
    [
        ("14 October 1582", [Calendar.JULIAN]),
        ("15 October 1582", [Calendar.GREGORIAN, Calendar.JULIAN]),
        ("25 October 1917", [Calendar.GREGORIAN, Calendar.JULIAN]),
        ("28 February 1923", [Calendar.GREGORIAN, Calendar.JULIAN]),
        ("1 March 1923", [Calendar.GREGORIAN]),
        ("25 October 1917 (O.S.)", [Calendar.JULIAN]),
        ("25 October 1917, New Style", [Calendar.GREGORIAN]),
    ],
)
def test_an_unmarked_day_keeps_both_calendars_while_both_were_in_use(
    text: str, calendars: list[Calendar]
) -> None:
    """The Gregorian reading comes first; a mark, or the time, leaves only one."""
    timex = only(text)
    told = []
    for span in timex.readings:
        day = span.hull[0]
        assert day is not None
        assert span == Span.day(day)
        told.append(day)
    day_of_month, year = int(text.split()[0]), int(text.split()[2].strip(","))
    month = {"October": 10, "February": 2, "March": 3}[text.split()[1]]
    assert told == [day_number(year, month, day_of_month, calendar) for calendar in calendars]


def test_a_dual_date_whose_halves_differ_wrongly_keeps_both_days() -> None:
    """13 October 1917 in the old calendar was the 26th in the new, not the 25th."""
    first, second = only("25 October [O.S. 13 October] 1917").readings
    assert [date_of(span.hull[0] or 0).day for span in (first, second)] == [25, 26]


def test_two_dates_that_are_not_one_day_stay_two() -> None:
    """A bracket with some other date is no second calendar."""
    timexes = find_timexes("14 November 1927 (20 January 1929)")
    assert [timex.value for timex in timexes] == ["1927-11-14", "1929-01-20"]


def test_a_range_is_a_stretch_and_between_is_a_place_in_it() -> None:
    """The years from 1918 to 1925 last; between 1926 and 1927 is somewhere inside."""
    lasting, inside = only("from 1918 to 1925").span, only("between 1926 and 1927").span
    assert lasting == Span.interval(Span.year(1918), Span.year(1925))
    assert inside == Span.years(1926, 1927)


@pytest.mark.parametrize(
    ("prose", "modifier", "span"),
    [
        ("since 1922", "since", Span.interval(Span.year(1922), None)),
        ("until 1925", "until", Span.interval(None, Span.year(1925))),
        ("after late 1926", "after", Span.within(day_number(1926, 9, 1), None)),
        ("not until 1953", "not-until", Span.year(1953)),
        ("during 1926", "during", Span.year(1926)),
    ],
)
def test_the_word_before_bounds_the_time(prose: str, modifier: str, span: Span) -> None:
    """The word is no part of the text, but of `full_start`, `modifier` and `span`."""
    timex = only(prose)
    assert (timex.full_start, timex.modifier, timex.span) == (0, modifier, span)
    assert timex.start > 0


def test_circa_and_doubt_are_kept_as_flags() -> None:
    """They widen nothing here; comparison decides what they are worth."""
    assert only("c. 1926").span == Span.within(
        day_number(1926), day_number(1926, 12, 31), approximate=True
    )
    assert only("(1926?)").span == Span.within(
        day_number(1926), day_number(1926, 12, 31), uncertain=True
    )
    assert only("Was it in 1926?").span == Span.year(1926)


@pytest.mark.parametrize(
    ("prose", "value"),
    [
        ("on 3 May he", "1917-05-03"),
        ("in May he", "1917-05"),
        ("November of that year", "1917-11"),
        ("the following year", "1918"),
        ("two years later", "1919"),
        ("from May 3 to June 7", "1917-05-03/1917-06-07"),
    ],
)
def test_a_year_told_before_completes_what_follows(prose: str, value: str) -> None:
    """With the year last told the expression is complete; without it, it is left out."""
    assert after("1917", prose).value == value
    assert find_timexes(prose) == ()


def test_a_short_year_takes_the_era_of_its_context() -> None:
    """In a story set before Christ, "in 492" is 492 BC."""
    assert after("495 BC", "In 492 they sailed.").value == "BC0492"


def test_an_unmarked_leap_day_of_the_old_calendar_is_no_day_of_the_new_one() -> None:
    """29 February 1900 was a day in Russia; only its mark, or the place, would tell."""
    (fault,) = find_impossible_dates("on 29 February 1900")
    assert "Gregorian calendar" in fault.cause
    assert only("on 29 February 1900 in Moscow").value == "1900-03-13"


def test_a_century_with_its_era_keeps_it_in_a_story_before_christ() -> None:
    """Only what tells no era takes that of the story."""
    assert after("509 BC", "The 1st century AD saw its end.").value == "00"


def test_a_range_over_a_change_of_calendar_is_never_read_against_the_calendars() -> None:
    """In Russia of 1918: as told there, all Gregorian, all Julian; not Gregorian until Julian."""
    (timex,) = dates("from 28 January to 20 February 1918", place="Russia")
    old, new = (day_number(1918, 1, 28, one) for one in (Calendar.JULIAN, Calendar.GREGORIAN))
    ends = (day_number(1918, 2, 20), day_number(1918, 2, 20, Calendar.JULIAN))
    assert [one.hull for one in timex.readings] == [(old, ends[0]), (new, ends[0]), (old, ends[1])]


def test_the_number_of_a_war_is_part_of_its_name() -> None:
    """The war of "World War II" is not that of "World War"; "the war I" is no name."""
    text = "After World War II he wrote. After the war I slept."
    assert [one.relation and one.relation.text for one in dates(text)] == [
        "World War II",
        "the war",
    ]


def test_a_day_of_the_month_may_stand_behind_its_weekday() -> None:
    """The day of "Saturday the 12th" is the 12th, not the next Saturday."""
    assert after("2 May 1945", "On Saturday the 12th they met.").value == "1945-05-12"


def test_hours_as_soldiers_tell_them_are_no_length() -> None:
    """The "hours on" of "0530 hours on 6 June" does not lead on from a time before."""
    assert [one.text for one in dates("at 0530 hours on 6 June 1944")] == ["6 June 1944"]


def test_an_unknown_language_is_a_fault_of_the_data() -> None:
    """The error names the file."""
    with pytest.raises(CatalogError, match=r"data/xx/lexicons/timex\.toml"):
        load_lexicon("xx")


WORDS = st.sampled_from(
    re.split(
        " ",
        "1 12 31 44 520 1582 1917 1926 99999 the of in by from to and between early mid - – / ( ) "
        "[ ] , . ? c. circa BC AD O.S. Old Style May October January, 19th century 1920s s st "
        "first twenty spring winter year years that following six days every until not 1743/44 "
        "\n\n ०१ 1,000 11th millennium Lent 123456 AD",
    )
)


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join)),
)
def test_any_text_gives_ordered_expressions_in_their_place(prose: str) -> None:
    """Nothing is raised; offsets fit, nothing overlaps, and a second run says the same."""
    timexes, impossible = read_times(prose)
    places = sorted([(found.start, found.end) for found in (*timexes, *impossible)])
    assert all(start < end for start, end in places)
    assert all(one[1] <= two[0] for one, two in pairwise(places))
    assert all(prose[t.start : t.end] == t.text and t.full_start <= t.start for t in timexes)
    assert list(timexes) == sorted(timexes, key=lambda timex: timex.start)
    assert read_times(prose) == (timexes, impossible)


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_whatever_is_written_as_edtf_can_be_read(prose: str) -> None:
    """Years of five digits, stretches and open ends included."""
    for timex in read_times(prose)[0]:
        assert timex.edtf is None or parse_edtf(timex.edtf) is not None


@pytest.mark.parametrize(
    "unit", ["1 ", "9", "(", "1 May (", "the ", "twenty-", "19th and ", "1,", "1926-", "\n "]
)
def test_the_time_taken_grows_with_the_text_and_no_faster(unit: str) -> None:
    """Four times the text takes at most about four times as long (ten, on a busy machine)."""
    short, long = unit * 3_000, unit * 12_000

    def taken(prose: str) -> float:
        begun = time.process_time()
        read_times(prose)
        return time.process_time() - begun

    taken(short)
    assert min(taken(long) for _ in range(2)) <= 10 * min(taken(short) for _ in range(3)) + 0.05
