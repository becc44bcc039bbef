"""What importers share: ids, plain words, days without a calendar, big JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bede.chronology import Span, day_number
from bede.errors import ChronologyError
from bede.evidence.importing import (
    Ids,
    id_of,
    json_members,
    known_as,
    language_tag,
    page_of,
    plain,
    slug,
    told_day,
    told_year,
    when,
)
from bede.evidence.importing.ids import MAX_ID
from bede.evidence.importing.json_members import MAX_MEMBER


def test_slugs() -> None:
    """Small letters, digits, hyphens; what cannot be kept leaves a digest."""
    assert [slug(text) for text in ("Ada Mary Reed", "Saint-Étienne", "Łódź", "@I1@")] == [
        "ada-mary-reed", "saint-etienne", "lodz", "i1",
    ]  # fmt: skip
    russian, other = slug("Тарн"), slug("Велин")
    assert russian != other
    assert russian.startswith("x")
    assert slug("Tarn Тарн") != slug("Tarn Велин")
    assert len(slug("Tarn " * 99)) <= MAX_ID
    assert slug("a " * 99) != slug("a " * 98)


def test_ids_are_fresh() -> None:
    """A number is added, and never one that stands already."""
    ids = Ids()
    assert [ids.fresh(stem) for stem in ("tarn", "tarn-2", "tarn", "tarn")] == [
        "tarn", "tarn-2", "tarn-2-2", "tarn-3",
    ]  # fmt: skip


def test_plain_words() -> None:
    """No control characters, no other direction of writing, not too many words."""
    assert plain("Orlo\x1b[31m\u202e  Vell\n") == "Orlo[31m Vell"
    assert plain("x" * 999, 5) == "xxxx…"
    assert [plain(value) for value in (None, True, ["a"], 1812)] == ["", "", "", "1812"]


@pytest.mark.parametrize(
    ("told", "edtf"),
    [
        ((1066, 10, 14), "1066-10-14"),
        ((1642, 12, 25), "[1642-12-25..1643-01-04]"),
        ((1752, 9, 14), "1752-09-14"),
        ((1700, 2, 29), "1700-03-11"),
        ((1812, 2, 29), "1812-02-29"),
    ],
)
def test_days_without_a_calendar(told: tuple[int, int, int], edtf: str) -> None:
    """Julian before the reform, both until 1752, then Gregorian."""
    found = when(told_day(*told))
    assert found is not None
    assert found.edtf == edtf


def test_days_of_iso_may_have_been_converted() -> None:
    """Before 1582 ISO 8601 counts Gregorian, and few who write it do."""
    days = told_day(1066, 10, 14, iso=True)
    assert days == Span.within(day_number(1066, 10, 14), day_number(1066, 10, 20))


def test_times_are_never_told_more_exactly() -> None:
    """What EDTF cannot say is told more widely; nothing is told of nothing."""
    stretch = Span.interval(Span.years(1771, 1773), Span.year(1918))
    found = when(stretch)
    assert found is not None
    assert found.edtf == "[1771..1918]"
    assert when(Span(None, None, None, None)) is None
    with pytest.raises(ChronologyError, match="no year of history"):
        when(told_year(99_999))


def test_addresses() -> None:
    """Long and short forms are one thing; an unknown address is none."""
    assert {known_as(one) for one in (
        "http://www.wikidata.org/entity/Q29", "https://wikidata.org/wiki/Q29", "wd:Q29",
    )} == {"wikidata:Q29"}  # fmt: skip
    assert known_as("https://vocab.getty.edu/page/tgn/1017270") == "tgn:1017270"
    assert [known_as(one) for one in ("http://example.org/Q29", "Q29", "wd:Paris", None)] == (
        [None] * 4
    )
    assert [id_of(one, "set") for one in ("wd:Q29", "gn:12", "http://x.org/p/7/", "7", "")] == [
        "q29", "geonames-12", "set-7", "set-7", None,
    ]  # fmt: skip


def test_pages_elsewhere() -> None:
    """The way back, for links; nothing is made up for an authority that is not known."""
    assert page_of("wikidata:Q29") == "https://wikidata.org/entity/Q29"
    assert page_of("https://example.org/a") == "https://example.org/a"
    assert [page_of(one) for one in ("wordnet31:12-n", "wikidata:29", "javascript:x")] == [None] * 3
    for one in ("wikidata:Q29", "tgn:1017270", "viaf:12", "gnd:118540238", "geonames:524901"):
        assert known_as(page_of(one)) == one


def test_addresses_without_a_number_keep_their_path() -> None:
    """Else all the portals of a gazetteer would be one place."""
    paths = ("https://x.org/places/12/portal", "https://x.org/places/13/portal", "http://x.org")
    assert [id_of(one, "set") for one in paths] == [
        "set-places-12-portal", "set-places-13-portal", None,
    ]  # fmt: skip


def test_language_tags() -> None:
    """Two letters where there are two."""
    assert [language_tag(tag) for tag in ("eng-latn", "pl", "zh-Hans-CN", "", "English!")] == [
        "en", "pl", "zh-Hans-CN", None, None,
    ]  # fmt: skip


def test_members_are_read_one_by_one(tmp_path: Path) -> None:
    """Strings with brackets and quotes, members of arrays and of objects, other keys passed by."""
    path = tmp_path / "a.json"
    inner = {"name": 'a "}]" \\', "deep": [[{"features": [1]}]]}
    path.write_text(json.dumps({"x": {"features": [{}]}, "features": [inner, 3, {}], "y": [{}]}))
    assert [(one.place, one.value) for one in json_members(path, "features")] == [
        ("features 1", inner), ("features 2", {}),
    ]  # fmt: skip
    path.write_text(json.dumps({"features": {"a": {"b": 1}}}))
    assert [one.value for one in json_members(path, "features")] == [{"b": 1}]


def test_faulty_members_are_told_and_the_next_is_read(tmp_path: Path) -> None:
    """One that is no JSON, one too long, one cut off."""
    path = tmp_path / "a.json"
    long = '{"a": "' + "x" * (MAX_MEMBER + 1) + '"}'
    path.write_text('{"features": [{"a": tru}, ' + long + ', {"a": 1}, {"a": ')
    found = list(json_members(path, "features"))
    assert [one.value for one in found] == [None, None, {"a": 1}, None]
    assert [one.fault is None for one in found] == [False, False, True, False]
