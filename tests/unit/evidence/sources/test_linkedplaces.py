"""Gazetteers: dated names, lives of places, wholes, the table form."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.data_sets import written

from bede.errors import ChronologyError, ReferenceSourceError
from bede.evidence.importing import when
from bede.evidence.sources import Record, Skipped
from bede.evidence.sources.linkedplaces import SOURCE
from bede.evidence.sources.linkedplaces.timespans import spans_of
from bede.evidence.values import Entity, Fact, Source

TABLE = (
    "id\ttitle\ttitle_source\tfclasses\tstart\tend\tmatches\tvariants\tparent_name\tparent_id\n"
    "7\tTarn\tAtlas of Orland\tP\t-320\t1950\twd:Q999999001;gn:12\tTarnopol@pl;Тарн@ru\t"
    "Orland\t#9\n"
    "8\tVell\tAtlas of Orland\tH\t1200\t\t\t\t\t\n"
)


def read(path: Path) -> list[Record]:
    return list(SOURCE.read(path))


def lines(tmp_path: Path, *features: dict[str, Any]) -> list[Record]:
    path = tmp_path / "places.jsonl"
    path.write_text("\n".join(json.dumps({"type": "Feature", **one}) for one in features))
    return read(path)


def entities(records: list[Record]) -> dict[str, Entity]:
    return {record.id: record for record in records if isinstance(record, Entity)}


def facts(records: list[Record]) -> list[tuple[str, str | None, str]]:
    return [(one.id, one.edtf, one.confidence) for one in records if isinstance(one, Fact)]


def skipped(records: list[Record]) -> list[tuple[str, str]]:
    return [(one.place, one.cause) for one in records if isinstance(one, Skipped)]


def test_a_small_gazetteer(tmp_path: Path) -> None:
    """A town with its names, its whole, what it is elsewhere; its dates never accuse."""
    records = read(written("linkedplaces", tmp_path))
    tarn = entities(records)["orland-places-tarn"]
    assert (tarn.label, tarn.subkind, tarn.part_of, tarn.same_as, tarn.description) == (
        "Tarn (Orland)", "settlement", ("orland-places-orland",), ("wikidata:Q999999001",),
        "market town on the Vell",
    )  # fmt: skip
    assert [(name.text, name.kind, name.edtf, name.language) for name in tarn.names] == [
        ("Tarn", "preferred", None, "en"),
        ("Tarnopol", "period", "[1771..1918]", "pl"),
        ("Tarn (Orland)", "alias", None, "en"),
    ]
    assert facts(records) == [
        ("orland-places-tarn-founding", "1204", "weak"),
        ("orland-places-tarn-dissolution", "1950", "weak"),
    ]
    assert entities(records)["orland-places-orland"].label == "Orland"
    assert [one.title for one in records if isinstance(one, Source)] == [
        "orland", "Atlas of Orland, sheet 4",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("timespan", "edtf"),
    [
        ({"start": {"in": "1600"}, "end": {"in": "1699"}}, "1600/1699"),
        ({"start": {"in": "1600-05"}}, "1600-05/.."),
        ({"start": {"in": "1700-05-02"}, "end": {"in": "1800-05-02"}}, "[1700-05-02..1800-05-02]"),
        ({"start": {"earliest": "1600", "latest": "1699"}}, "16XX/.."),
        ({"end": {"latest": "1699"}}, "[..1699]"),
        ({"start": {"in": "-320"}}, "[-0320..]"),
        ({"start": -1, "end": 1722}, "../1722"),
        ({"start": 1694, "end": -1}, "1694/.."),
        ({"start": {"in": ""}, "end": {}}, None),
        ({}, None),
    ],
)
def test_timespans(timespan: dict[str, Any], edtf: str | None) -> None:
    """Exact and bounded ends, years before Christ in doubt by one, -1 for a year not known."""
    found = [when(span) for span in spans_of({"timespans": [timespan]})]
    assert [one and one.edtf for one in found] == ([edtf] if edtf else found[:0])


@pytest.mark.parametrize("year", ["0", "1600-13", "1600-02-31", "soon", "1700/1600"])
def test_dates_that_cannot_be(year: str) -> None:
    """Each is refused with its cause."""
    with pytest.raises(ChronologyError):
        list(spans_of({"timespans": [{"start": {"in": year}}]}))


def test_a_map_of_one_year_limits_nothing(tmp_path: Path) -> None:
    """What was seen in 1727 was there before and after it."""
    when = {"timespans": [{"start": {"in": "1727"}, "end": {"in": "1727"}}]}
    records = lines(
        tmp_path, {"@id": "x/1", "names": [{"toponym": "Tarn", "when": when}], "when": when}
    )
    (tarn,) = entities(records).values()
    assert (tarn.names[0].edtf, facts(records)) == (None, [])


def test_broken_parts_are_told_and_the_rest_is_kept(tmp_path: Path) -> None:
    """A date that cannot be, a place without a name, a line that is no JSON."""
    when = {"timespans": [{"start": {"in": "1727-02-31"}}]}
    lines(tmp_path, {"@id": "x/1", "properties": {"title": "Tarn"}, "when": when}, {"@id": "x/2"})
    path = tmp_path / "places.jsonl"
    path.write_text(path.read_text() + "\n{broken\n[1]\n")
    records = read(path)
    assert list(entities(records)) == ["places-1"]
    assert [place for place, _ in skipped(records)] == [
        "line 1, when",
        "line 2",
        "line 3",
        "line 4",
    ]


def test_lakes_are_not_founded(tmp_path: Path) -> None:
    """Land and water have no lifetime."""
    when = {"timespans": [{"start": {"in": "1600"}, "end": {"in": "1800"}}]}
    place = {"@id": "x/1", "properties": {"title": "Vell", "fclasses": ["H"]}, "when": when}
    assert facts(lines(tmp_path, place)) == []


def test_the_same_thing_elsewhere_gives_the_id(tmp_path: Path) -> None:
    """An item of Wikidata keeps its number, so that two data sets can be seen to mean it."""
    place = {"@id": "http://www.wikidata.org/entity/Q999999001", "properties": {"title": "Tarn"}}
    (tarn,) = entities(lines(tmp_path, place)).values()
    assert (tarn.id, tarn.same_as) == ("q999999001", ("wikidata:Q999999001",))


def test_a_table(tmp_path: Path) -> None:
    """LP-TSV: "-320 for 320 BCE" may also be read as 321 BC; variants have their languages."""
    path = tmp_path / "orland.tsv"
    path.write_text(TABLE, encoding="utf-8")
    assert SOURCE.fits(path)
    records = read(path)
    tarn = entities(records)["orland-7"]
    assert (tarn.part_of, tarn.same_as) == (
        ("orland-9",), ("wikidata:Q999999001", "geonames:12"),
    )  # fmt: skip
    assert [(name.text, name.language) for name in tarn.names] == [
        ("Tarn", None), ("Tarnopol", "pl"), ("Тарн", "ru"),
    ]  # fmt: skip
    assert facts(records) == [
        ("orland-7-founding", "[-0320..-0319]", "weak"), ("orland-7-dissolution", "1950", "weak"),
    ]  # fmt: skip


def test_a_table_without_rows_is_refused(tmp_path: Path) -> None:
    """One line says so."""
    path = tmp_path / "orland.tsv"
    path.write_text(TABLE.splitlines()[0])
    with pytest.raises(ReferenceSourceError, match="there is no place in it"):
        read(path)


def test_one_place_over_several_lines(tmp_path: Path) -> None:
    """A file may hold one feature alone."""
    path = tmp_path / "tarn.json"
    place = {"type": "Feature", "@id": "x/1", "names": [{"toponym": "Tarn"}]}
    path.write_text(json.dumps(place, indent=1))
    assert SOURCE.fits(path)
    assert list(entities(read(path))) == ["tarn-1"]


def test_an_endless_row_is_told(tmp_path: Path) -> None:
    """And the row after it is read."""
    path = tmp_path / "orland.tsv"
    header, first, second = TABLE.splitlines()
    path.write_text("\n".join([header, first, "x" * 3_000_000, second]), encoding="utf-8")
    records = read(path)
    assert list(entities(records))[:2] == ["orland-7", "orland-8"]
    assert [place for place, _ in skipped(records)] == ["line 3"]
