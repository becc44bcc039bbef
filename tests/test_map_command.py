"""`bede map`: the places of texts as GeoJSON, with what is told of them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bede.catalog import roles_by_type
from bede.cli import bede
from bede.errors import UsageError
from bede.evidence.build import build_reference

PACK = {
    "sources": """\
- {id: kell, title: Tarn, work: Tarn, kind: scholarly, family: kell, quality: decent}
""",
    "people": """\
- {id: reed, name: Tom Reed, sources: kell, confidence: high}
""",
    "places": """\
- id: velin
  kind: settlement
  sources: kell
  confidence: high
  coordinates: [54.1, -2.25]
  names:
    - {name: Oldport, from: 1700, to: 1850}
    - {name: Velin, from: 1850}
- {id: esk, name: Esk, kind: settlement, sources: kell, confidence: high}
""",
    "facts": """\
- {id: birth, type: birth, roles: {person: reed, place: velin}, when: 1870, sources: kell,
   confidence: high}
""",
}
TEXT = "Tom Reed was born in Velin in 1870. He died in Esk on 4 March 1912.\n"


HEAD = """\
name = "tarn"
version = "1"
title = "Tarn"
licence = "CC0-1.0"
editors = ["Kell"]
scope = "Tarn."
"""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reference, built of the pack."""
    folder = tmp_path_factory.mktemp("tarn")
    (folder / "pack.toml").write_text(HEAD, encoding="utf-8")
    for name, records in PACK.items():
        (folder / f"{name}.yaml").write_text(records, encoding="utf-8")
    build_reference([folder], folder / "tarn.sqlite", roles_by_type())
    return folder / "tarn.sqlite"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, world: Path) -> None:
    monkeypatch.chdir(tmp_path)
    Path("tarn.sqlite").symlink_to(world)
    Path("reed.txt").write_text(TEXT, encoding="utf-8")


def run(*words: str, stdin: str = "") -> Result:
    """Run the command in this process; what it does not catch is raised."""
    result = CliRunner().invoke(bede, ["map", *words, "--reference", "tarn.sqlite"], input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def features(*words: str) -> dict[str, Any]:
    collection = json.loads(run(*words).stdout)
    assert collection["type"] == "FeatureCollection"
    return {one["id"]: one for one in collection["features"]}


def test_a_place_is_a_point_with_longitude_first() -> None:
    assert features("reed.txt")["velin"]["geometry"] == {
        "type": "Point",
        "coordinates": [-2.25, 54.1],
    }


def test_it_has_what_the_text_tells_and_the_verdict() -> None:
    velin = features("reed.txt")["velin"]["properties"]
    (told,) = velin["statements"]
    assert (told["type"], told["role"], told["edtf"], told["verdict"]) == (
        "birth", "place", "1870", "supported",
    )  # fmt: skip
    assert velin["verdict"] == "supported"
    assert velin["description"] == "✓ born, 1870 (Supported, line 1)"


def test_its_names_have_their_times() -> None:
    velin = features("reed.txt")["velin"]["properties"]
    assert velin["called"] == [
        {"name": "Oldport", "edtf": "1700/1850"},
        {"name": "Velin", "edtf": "1850/.."},
    ]


def test_a_place_without_coordinates_is_kept_without_a_point_and_told() -> None:
    result = run("reed.txt", "-o", "reed.geojson")
    told = json.loads(Path("reed.geojson").read_text(encoding="utf-8"))["features"]
    assert [one["geometry"] is None for one in told] == [False, True]
    assert "bede: 1 place without coordinates in the reference: Esk" in result.stderr


def test_several_texts_make_one_map() -> None:
    Path("more.txt").write_text("Tom Reed lived in Velin.\n", encoding="utf-8")
    velin = features("more.txt", "reed.txt")["velin"]["properties"]
    assert velin["mentions"] == 2
    assert [one["text"] for one in velin["statements"]] == ["more.txt", "reed.txt"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["reed.txt", "-o", "reed.png"], "the ending of 'reed.png' does not tell a format"),
        (["none.txt"], "none.txt: no place is named that the reference knows"),
    ],
)
def test_wrong_use_is_told_in_one_line(words: list[str], message: str) -> None:
    Path("none.txt").write_text("Nothing is known of it.\n", encoding="utf-8")
    with pytest.raises(UsageError, match=re.escape(message)) as error:
        run(*words)
    assert "\n" not in str(error.value)
