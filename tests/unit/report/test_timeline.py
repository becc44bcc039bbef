"""The timeline: what is drawn where, and what each file of it holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.accounts import account_of

from bede.chronology import Span, day_number, parse_edtf
from bede.report.timeline import Bar, Lane, Mark, Timeline, build_timeline, ics, storyjs
from bede.report.timeline.alone import png, svg
from bede.report.timeline.figure import timeline_figure
from bede.report.timeline.layout import Placed, PlacedLane, lay_out, segments, with_room
from bede.report.timeline.scale import Scale

TEXT = (
    "In 1905 Tom Reed founded the Guild of Tarn. Tom Reed died in 1910. "
    "Tom Reed was born in Velin. Ada Hall was born on 3 May 1820."
)


def timeline_of(text: str, **more: tuple[int | None, int | None]) -> Timeline:
    found = build_timeline(account_of(text), 1, **more)
    assert found is not None
    return found


def bar(edtf: str, label: str = "", look: str = "open") -> Bar:
    return Bar(parse_edtf(edtf), look, label, label)  # type: ignore[arg-type]


def mark(said: str | None, known: str | None = None, label: str = "words", key: str = "1") -> Mark:
    """A mark with the times in EDTF."""
    text = None if said is None else bar(said, label)
    reference = None if known is None else bar(known, label, "reference")
    return Mark(key, "open", label, text, reference, (), "", (), "line 1")


def timeline_with(*marks: Mark) -> Timeline:
    lane = Lane("reed", "person", "Tom Reed", "", None, (), marks)
    days = [day for one in marks for b in one.bars for day in b.span.hull if day is not None]
    return Timeline("Tarn", min(days) - 50, max(days) + 50, (min(days), max(days)), (lane,), 0)


def test_a_wrong_date_stands_beside_the_right_one_with_the_gap_in_words() -> None:
    wrong = next(one for one in timeline_of(TEXT).marks if one.is_fault)
    assert wrong.said is not None
    assert wrong.known is not None
    assert wrong.said.label == "✗ died, 1910"
    assert (wrong.known.label, wrong.apart) == ("4 March 1912", "14 months apart")


def test_where_nothing_is_wrong_one_statement_at_least_is_seen_whole() -> None:
    low, high = timeline_of("Ida Vell joined the Guild of Tarn in 1926.").view
    assert low < day_number(1926, 1, 1) < day_number(1926, 12, 31) < high


def test_what_is_at_fault_stands_first_and_who_is_unknown_last() -> None:
    lanes = timeline_of(TEXT).lanes
    assert [lane.label for lane in lanes] == ["Tom Reed", "Guild of Tarn", "Ada Hall"]
    assert [lane.kind for lane in lanes] == ["person", "organisation", ""]


def test_a_life_is_the_ground_and_offices_are_strips() -> None:
    reed = timeline_of("In 1892 Tom Reed visited Velin. Tom Reed died in 1910.").lanes[0]
    assert reed.ground is not None
    assert reed.ground.span.hull == (day_number(1870, 1, 1), day_number(1912, 3, 4))
    assert [strip.label for strip in reed.strips] == ["President of Tarn"]


def test_a_place_has_the_names_that_it_bore() -> None:
    velin = timeline_of("In 1852 Velin was captured by the army.").lanes[0]
    assert [strip.title.split(":")[0] for strip in velin.strips] == ["called Velin"]


def test_a_statement_without_a_date_has_that_of_the_reference() -> None:
    found = timeline_of("Tom Reed founded the Guild of Tarn.").marks
    assert [(one.said, one.known and one.known.span) for one in found] == [(None, Span.year(1905))]


def test_the_view_is_where_it_is_wrong() -> None:
    found = timeline_of(TEXT)
    low, high = found.view
    assert day_number(1905, 1, 1) < low < day_number(1910, 1, 1)
    assert day_number(1912, 3, 4) < high <= found.last


def test_time_that_was_not_asked_for_is_counted() -> None:
    found = timeline_of(TEXT, bounds=(day_number(1900, 1, 1), None))
    assert [lane.label for lane in found.lanes] == ["Tom Reed", "Guild of Tarn"]
    assert found.beyond == 1  # a birth


@pytest.mark.parametrize("text", ["Nothing is known.", "Ada did not come to Velin."])
def test_without_a_date_there_is_no_timeline(text: str) -> None:
    assert build_timeline(account_of(text), 1) is None
    assert timeline_figure(account_of(text), 1) is None


@pytest.mark.parametrize(
    ("edtf", "kinds"),
    [
        ("1839-05-03", ["sure"]),
        ("1839", ["within"]),
        ("1839-05-03/1841-02-01", ["sure"]),
        ("1839/1841", ["in", "sure", "out"]),
        ("1839/", ["out"]),
        ("../1839", ["in"]),
    ],
)
def test_what_is_uncertain_is_drawn_so(edtf: str, kinds: list[str]) -> None:
    """The ends of "1839 to 1841" lie somewhere in those years; of 1840 all is sure."""
    assert [kind for _, _, kind in segments(bar(edtf))] == kinds


YEARS = st.integers(min_value=-3000, max_value=2026)
LABELS = st.text(alphabet="abc ", max_size=34)


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    """A mark of one or two years, wherever they are."""
    years = [f"{draw(YEARS):05d}".replace("00000", "0000")[-5:] for _ in range(2)]
    years = [year if year.startswith("-") else year[-4:] for year in years]
    return mark(years[0], draw(st.sampled_from([None, years[1]])), draw(LABELS))


def stretches(lane: PlacedLane, scale: Scale) -> Iterator[tuple[int, float, float]]:
    """Row, begin and end of each bar with its label, in pixels."""
    for placed in lane.marks:
        for one in (placed.said, placed.known):
            if one is not None:
                yield one.row, *_extent(one, scale)


def _extent(one: Placed, scale: Scale) -> tuple[float, float]:
    low, high = one.bar.span.hull
    left, right = scale.pixels(low or 0), scale.pixels((high or 0) + 1)
    width = 6 * len(one.label)
    return (left - width, right) if one.before else (left, right + width)


@given(st.lists(marks(), min_size=1, max_size=12), st.sampled_from([736.0, 3000.0]))
def test_neither_bars_nor_labels_overlap(found: list[Mark], wider: float) -> None:
    """Laid out for the narrowest width, and still so when zoomed in."""
    timeline = timeline_with(*found)
    lane = lay_out(timeline, 736)[0]
    taken = sorted(stretches(lane, Scale(timeline.first, timeline.last, wider)))
    for (row, _, end), (next_row, begin, _) in pairwise(taken):
        assert next_row > row or end <= begin + 0.01


def test_there_is_room_for_a_label_that_the_edge_would_cut() -> None:
    """More days are drawn; the statements keep theirs."""
    wrong = replace(mark("1890-05-03", "1899-02-01"), look="contradicted", apart="9 years apart")
    before = timeline_with(mark("1810"), wrong)
    timeline = with_room(before, 736)
    ends = [
        max(end for _, _, end in stretches(lay_out(one, 736)[0], Scale(one.first, one.last, 736)))
        for one in (before, timeline)
    ]
    assert ends[0] > 736 >= ends[1]
    assert timeline.lanes == before.lanes


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("1926-01-01", "1926-09-01", ["Jan 1926", "Feb 1926", "Mar 1926"]),
        ("1920-06-01", "1929-01-01", ["1921", "1922", "1923", "1924", "1925", "1926", "1927"]),
        ("-0049-01-01", "0060-01-01", ["40 BC", "20 BC", "AD 1", "AD 20", "AD 40"]),
    ],
)
def test_ticks_are_round_and_know_no_year_0(first: str, last: str, labels: list[str]) -> None:
    days = [parse_edtf(day).hull[0] or 0 for day in (first, last)]
    assert [tick.label for tick in Scale(days[0], days[1], 720).ticks()][: len(labels)] == labels


def test_the_story_has_years_before_christ_as_negative_and_escapes_all() -> None:
    told = json.loads(storyjs.render([timeline_with(mark("-0043", label="<b>"), mark("1839-05"))]))
    assert [event["start_date"] for event in told["events"]] == [
        {"year": -44},
        {"year": 1839, "month": 5},
    ]
    assert told["events"][0]["text"]["headline"] == "Tom Reed: &lt;b&gt;"
    assert len({event["unique_id"] for event in told["events"]}) == 1


def test_a_calendar_leaves_out_what_it_cannot_hold_and_says_why() -> None:
    timeline = timeline_with(mark("1839-05-03"), mark("1839"), mark("-0043-03-15"), mark("1839/.."))
    entries, left = ics.render([timeline])
    assert entries.count(b"BEGIN:VEVENT") == 1
    assert b"DTSTART;VALUE=DATE:18390503\r\nDTEND;VALUE=DATE:18390504" in entries
    assert left == {ics.VAGUE: 1, ics.EARLY: 1, ics.OPEN: 1}


def test_a_picture_is_one_svg_that_loads_nothing() -> None:
    drawn = svg(timeline_of(TEXT.replace("Ada Hall", "Ada <Hall> & Co")))
    root = ElementTree.fromstring(drawn)  # noqa: S314 - made by ourselves
    assert root.tag.endswith("svg")
    words = "".join(root.itertext())
    assert "✗ died, 1910" in words
    assert "14 months apart" in words
    assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")


def test_a_png_is_made_of_it() -> None:
    assert png(timeline_of(TEXT)).startswith(b"\x89PNG")
