"""Timelines: what can be said honestly of a slide."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.data_sets import written

from bede.errors import ReferenceSourceError
from bede.evidence.sources import Record, Skipped
from bede.evidence.sources.timelinejs import SOURCE, happening_noun, type_of
from bede.evidence.sources.timelinejs.slides import slides, words_of
from bede.evidence.values import Entity, Fact, Source


def read(path: Path) -> list[Record]:
    return list(SOURCE.read(path))


def timeline(tmp_path: Path, *events: dict[str, Any]) -> Path:
    path = tmp_path / "ages.json"
    path.write_text(json.dumps({"events": list(events)}))
    return path


def date(year: object, month: object = "", day: object = "") -> dict[str, object]:
    return {"year": year, "month": month, "day": day}


def test_a_small_timeline(tmp_path: Path) -> None:
    """An era, a battle by name, a headline and a text that Bede reads."""
    records = read(written("timelinejs", tmp_path))
    assert [(one.id, one.edtf, one.confidence) for one in records if isinstance(one, Fact)] == [
        ("orland-ages-the-quiet-years-occurrence", "1700/1750", "weak"),
        ("orland-ages-battle-of-tarn-battle", "1812-10-14", "medium"),
        ("orland-ages-orlo-vell-accession", "1850", "weak"),
        ("orland-ages-orlo-vell-death", "1871-06-03", "weak"),
    ]
    assert [one.label for one in records if isinstance(one, Entity)][:2] == [
        "The Quiet Years", "Battle of Tarn",
    ]  # fmt: skip
    battle = next(
        one for one in records if isinstance(one, Source) and "Battle" in (one.pages or "")
    )
    assert (battle.title, battle.pages) == (
        "Orland through the ages", 'events 1: "Battle of Tarn"',
    )  # fmt: skip


@pytest.mark.parametrize(
    ("headline", "noun"),
    [
        ("Battle of Tarn", "battle"),
        ("The Battle of Tarn", "battle"),
        ("Second Velin War", "war"),
        ("Treaty of Tarn and Velin", "treaty"),
        ("First siege of Tarn", None),
        ("Battle Hymn", None),
        ("War", None),
        ("Tarn, Orland", None),
        ("Death of Orlo Vell", None),
        ("Orlo Vell Goes to War", None),
        ("Orlo Vell Declares War", None),
        ("Orlo Vell Declared War", None),
        ("Orlo Vell Wins Election", None),
    ],
)
def test_names_of_happenings(headline: str, noun: str | None) -> None:
    """A title in capitals with a noun for a happening where names have it."""
    assert happening_noun(headline) == noun


def test_types_of_happenings() -> None:
    """The noun tells the event type where it is sure."""
    assert [type_of(noun) for noun in ("battle", "war", "treaty", "famine", "siege")] == [
        "battle", "war", "treaty", "disaster", "occurrence",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "edtf"),
    [
        (date("1812", "10", "14"), None, "1812-10-14"),
        (date(1812, 10), None, "1812-10"),
        (date("1812", "1", "1"), None, "1812"),
        (date("1812", "1"), None, "1812"),
        (date("-320"), None, "[-0320..-0319]"),
        (date("1812"), date("1814"), "1812/1814"),
        ("2011,3,23", None, "2011-03-23"),
        ("2011,1,1", None, "2011"),
        ("2011", "2012,5", "2011/2012-05"),
    ],
)
def test_dates(start: object, end: object, edtf: str, tmp_path: Path) -> None:
    """Both versions of the format; 1 January stands for the year."""
    (slide,) = slides(timeline(tmp_path, {"start_date": start, "end_date": end}))
    assert slide.time is not None
    assert slide.time.edtf == edtf


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date("0"), None),
        (date("1812", "13"), None),
        (date("1812", "2", "31"), None),
        (date("soon"), None),
        ("the day before", None),
        (date("1814"), date("1812")),
        (date("1814"), date("1815", "40")),
    ],
)
def test_dates_that_cannot_be(start: object, end: object, tmp_path: Path) -> None:
    """The slide has no time, and the fault is told with its place."""
    slide = {"start_date": start, "end_date": end, "text": {"headline": "Battle of Tarn"}}
    records = read(timeline(tmp_path, slide))
    assert {one.place for one in records if isinstance(one, Skipped)} == {"events 1"}
    assert not [one for one in records if isinstance(one, Fact)]


def test_the_older_form(tmp_path: Path) -> None:
    """TimelineJS 2: one object, dates as text."""
    path = tmp_path / "old.json"
    slide = {"startDate": "1812,10,14", "headline": "Battle of Tarn"}
    path.write_text(json.dumps({"timeline": {"headline": "Orland", "date": [slide]}}))
    assert SOURCE.fits(path)
    assert [one.edtf for one in read(path) if isinstance(one, Fact)] == ["1812-10-14"]


def test_the_spreadsheet(tmp_path: Path) -> None:
    """The template of the spreadsheet, its title row left out."""
    path = tmp_path / "ages.csv"
    path.write_text(
        "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Type\n"
        ",,,,,,,,,Orland,,title\n1812,10,14,,,,,,,Battle of Tarn,,\n1700,,,,1750,,,,,Calm,,era\n"
    )
    assert SOURCE.fits(path)
    assert [(one.type, one.edtf) for one in read(path) if isinstance(one, Fact)] == [
        ("battle", "1812-10-14"), ("occurrence", "1700/1750"),
    ]  # fmt: skip


def test_html_becomes_words() -> None:
    """Paragraphs stay apart, scripts are left out, nothing is resolved but characters."""
    html = "<p>Orlo&nbsp;&amp; <b>Ida</b></p><script>x()</script><p>Vell<br>Tarn<p>&lt;i&gt;</p>"
    assert words_of(html) == ("Orlo & Ida", "Vell", "Tarn", "<i>")
    assert words_of("Orlo<!-- <p>hidden --> fell<SCRIPT>x</script>, he <em") == (
        "Orlo fell, he <em",
    )
    assert words_of(None) == words_of("<style>p {}") == ()


@pytest.mark.parametrize(
    "piece", ["<", "<a ", "<!--", "</", "<![", '<a b="', "<?", "<script>", "&#9", "&#" + "9" * 9000]
)
def test_endless_html_ends(piece: str) -> None:
    """What makes other parsers slow or stumble is read like anything else."""
    words_of(piece * (200_000 // len(piece)))


def test_what_is_no_timeline_is_refused(tmp_path: Path) -> None:
    """One line says so."""
    path = tmp_path / "ages.json"
    path.write_text('{"events": 3}')
    with pytest.raises(ReferenceSourceError, match="this is no timeline"):
        read(path)
