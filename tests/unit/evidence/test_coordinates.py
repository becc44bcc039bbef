"""Where places lie: what packs and data sets tell, and the middle of a shape."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.wikidata_world import CITY, item, said

from bede.catalog import roles_by_type
from bede.evidence.build import reference_from_yaml
from bede.evidence.coordinates import coordinates, in_degrees, middle_of
from bede.evidence.pack import check_pack
from bede.evidence.sources.linkedplaces import SOURCE as GAZETTEERS
from bede.evidence.sources.tables import Tables
from bede.evidence.sources.wikidata import Settings
from bede.evidence.sources.wikidata.converting import Task, convert
from bede.evidence.sources.wikidata.truthy import items
from bede.evidence.values import Entity

Roles = Mapping[str, Mapping[str, tuple[str, ...]]]
MakePack = Callable[..., Path]

TARN = "- {id: tarn, name: Tarn, kind: settlement, sources: kell, confidence: medium"
KELL = """
sources:
  - {id: kell, title: Tarn, work: Tarn, kind: scholarly, family: kell, quality: decent}
places:
  """


@pytest.mark.parametrize(
    ("told", "known"),
    [
        ((55.75, 37.62), (55.75, 37.62)),
        (("-33.9", " 18.42 "), (-33.9, 18.42)),
        ((90, -180), (90.0, -180.0)),
        ((1.23456789, 0), (1.234568, 0.0)),
        ((90.1, 0), None),
        ((0, 181), None),
        (("55°45'", "37"), None),
        ((None, 37), None),
        ((float("nan"), 0), None),
        (("1e400", 0), None),
        ((True, 0), None),
    ],
)
def test_numbers_in_range_are_coordinates(told: tuple[object, object], known: object) -> None:
    assert coordinates(*told) == known


def test_they_are_told_with_their_sides() -> None:
    assert in_degrees((55.75, 37.62)) == "55.75° N, 37.62° E"
    assert in_degrees((-33.9, -0.5)) == "33.9° S, 0.5° W"


SQUARE = [[10, 50], [12, 50], [12, 52], [10, 52], [10, 50]]
SMALL = [[0, 0], [1, 0], [1, 1], [0, 0]]


@pytest.mark.parametrize(
    ("shape", "middle"),
    [
        ({"type": "Point", "coordinates": [37.62, 55.75]}, (55.75, 37.62)),
        ({"type": "Point", "coordinates": [37.62, 55.75, 120]}, (55.75, 37.62)),
        ({"type": "MultiPoint", "coordinates": [[10, 50], [12, 54]]}, (52.0, 11.0)),
        ({"type": "Polygon", "coordinates": [SQUARE]}, (51.0, 11.0)),
        ({"type": "MultiPolygon", "coordinates": [[SMALL], [SQUARE]]}, (51.0, 11.0)),
        (
            {
                "type": "GeometryCollection",
                "geometries": [{"type": "Point", "coordinates": [1, 2]}, {"type": "?"}],
            },
            (2.0, 1.0),
        ),
        ({"type": "LineString", "coordinates": [[179, 0], [-179, 0]]}, None),
        ({"type": "Point", "coordinates": []}, None),
        ({"type": "MultiPolygon"}, None),
        ({}, None),
    ],
)
def test_the_middle_of_a_shape(shape: dict[str, Any], middle: object) -> None:
    assert middle_of(shape) == middle


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=20,
)
KINDS = st.sampled_from(["Point", "MultiPoint", "Polygon", "MultiPolygon", "GeometryCollection"])


@given(KINDS, JSON)
def test_no_shape_breaks_it(kind: str, told: object) -> None:
    """Whatever stands in a file: there are coordinates in range, or none."""
    found = middle_of({"type": kind, "coordinates": told, "geometries": told})
    assert found is None or coordinates(*found) == found


def test_a_pack_tells_them(make_pack: MakePack, roles: Roles) -> None:
    pack, errors = check_pack(
        make_pack({"places.yaml": f"{TARN}, coordinates: [54.1, -2.25]}}\n"}), roles
    )
    assert errors == ()
    assert pack is not None
    assert {one.coordinates for one in pack.entities if one.id == "tarn"} == {(54.1, -2.25)}


def test_a_spreadsheet_tells_them(make_pack: MakePack, roles: Roles) -> None:
    table = (
        "id,name,kind,sources,confidence,coordinates\ntarn,Tarn,settlement,kell,medium,54.1|-2\n"
    )
    pack, errors = check_pack(make_pack({"places.csv": table}), roles)
    assert errors == ()
    assert pack is not None
    assert {one.coordinates for one in pack.entities if one.id == "tarn"} == {(54.1, -2.0)}


@pytest.mark.parametrize("told", ["[95, 10]", "[10]", "[a, b]", "54.1", "[.nan, 1]"])
def test_a_wrong_one_is_told_in_plain_words(make_pack: MakePack, roles: Roles, told: str) -> None:
    _, errors = check_pack(make_pack({"places.yaml": f"{TARN}, coordinates: {told}}}\n"}), roles)
    assert "write latitude and longitude in degrees, such as [55.75, 37.62]" in str(errors[0])


def test_a_reference_keeps_them() -> None:
    world = f"{KELL}{TARN}, coordinates: [54.1, -2.25]}}\n"
    with reference_from_yaml(world, roles_by_type()) as reference:
        assert reference.entity("tarn").coordinates == (54.1, -2.25)
    with reference_from_yaml(f"{KELL}{TARN}}}\n", roles_by_type()) as reference:
        assert reference.entity("tarn").coordinates is None


def entity(records: list[Any]) -> Entity:
    (found,) = (one for one in records if isinstance(one, Entity))
    return found


def test_a_gazetteer_tells_them_in_both_forms(tmp_path: Path) -> None:
    feature = {
        "type": "Feature",
        "@id": "t:1",
        "properties": {"title": "Tarn"},
        "names": [{"toponym": "Tarn"}],
        "geometry": {"type": "Polygon", "coordinates": [SQUARE]},
    }
    path = tmp_path / "places.jsonl"
    path.write_text(json.dumps(feature) + "\n", encoding="utf-8")
    assert entity(list(GAZETTEERS.read(path))).coordinates == (51.0, 11.0)
    table = tmp_path / "places.tsv"
    table.write_text(
        "id\ttitle\ttitle_source\tstart\tlon\tlat\n7\tTarn\tAtlas\t1200\t-2.25\t54.1\n",
        encoding="utf-8",
    )
    assert entity(list(GAZETTEERS.read(table))).coordinates == (54.1, -2.25)


def at(latitude: float, longitude: float, globe: str = "Q2") -> dict[str, Any]:
    address = f"http://www.wikidata.org/entity/{globe}"
    value = {"latitude": latitude, "longitude": longitude, "globe": address}
    datavalue = {"type": "globecoordinate", "value": value}
    return {"snaktype": "value", "datavalue": datavalue}


@pytest.mark.parametrize(("globe", "known"), [("Q2", (54.1, -2.25)), ("Q405", None)])
def test_wikidata_tells_them_of_the_earth(globe: str, known: object) -> None:
    """A crater of the Moon (Q405) has no place on a map of the Earth."""
    tarn = item("Q999999001", "Tarn", CITY, P625=said(at(54.1, -2.25, globe)))
    line = json.dumps(tarn).encode()
    assert entity(convert(Task(line, "dump.json", 1, Settings())).records).coordinates == known


@pytest.mark.parametrize(
    ("literal", "count"),
    [("Point(-2.25 54.1)", 1), ("<http://www.wikidata.org/entity/Q405> Point(1 2)", 0)],
)
def test_the_truthy_dump_tells_them_too(literal: str, count: int) -> None:
    triple = (
        "<http://www.wikidata.org/entity/Q1> <http://www.wikidata.org/prop/direct/P625> "
        f'"{literal}"^^<http://www.opengis.net/ont/geosparql#wktLiteral> .\n'
    )
    ((found, _),) = items(triple.encode(), 1)
    assert found is not None
    assert len(found["claims"].get("P625", ())) == count


def test_a_table_tells_them(tmp_path: Path) -> None:
    mapping = (
        'name = "orland"\ntitle = "Orland"\n[[table]]\nfiles = "*.csv"\n[[table.entity]]\n'
        'kind = "place"\nid = "{id}"\nname = "{name}"\nlatitude = "{lat}"\nlongitude = "{lon}"\n'
    )
    (tmp_path / "mapping.toml").write_text(mapping, encoding="utf-8")
    (tmp_path / "a.csv").write_text("id,name,lat,lon\n1,Tarn,54.1,-2.25\n", encoding="utf-8")
    assert entity(list(Tables().read(tmp_path))).coordinates == (54.1, -2.25)
