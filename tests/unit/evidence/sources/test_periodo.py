"""Periods: their years, their doubts, their places, and that they never accuse."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.data_sets import PERIODS, written

from bede.errors import ReferenceSourceError
from bede.evidence.sources import Record, Skipped
from bede.evidence.sources.periodo import SOURCE
from bede.evidence.values import Entity, Fact, Source


def read(path: Path) -> list[Record]:
    return list(SOURCE.read(path))


def times(tmp_path: Path, start: dict[str, Any], stop: dict[str, Any]) -> list[Record]:
    """The facts and faults of the sample with other ends."""
    data = json.loads(PERIODS)
    (authority,) = data["authorities"].values()
    (period,) = authority["periods"].values()
    period.update(start=start, stop=stop)
    path = tmp_path / "pots.json"
    path.write_text(json.dumps(data))
    return [record for record in read(path) if isinstance(record, Fact | Skipped)]


def test_a_period_is_a_happening_of_one_publication(tmp_path: Path) -> None:
    """With its names, its land and its author; of weak confidence."""
    source, land, age, fact = read(written("periodo", tmp_path))
    assert isinstance(source, Source)
    assert isinstance(age, Entity)
    assert isinstance(fact, Fact)
    assert isinstance(land, Entity)
    assert (source.author, source.title, source.year, source.kind) == (
        "Ida Vell", "The Pots of Tarn", "1931", "scholarly",
    )  # fmt: skip
    assert (land.id, land.label, land.same_as) == (
        "q999999002", "Orland", ("wikidata:Q999999002",),
    )  # fmt: skip
    assert [(name.text, name.language) for name in age.names] == [
        ("Red Pot Age", "en"), ("Âge des pots rouges", "fr"),
    ]  # fmt: skip
    assert age.description == "period in Orland, ca. 800 B.C. to early 6th century BC"
    assert (fact.type, fact.roles, fact.confidence) == (
        "occurrence", {"name": ("p0tarn001",), "place": ("q999999002",)}, "weak",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("start", "stop", "edtf"),
    [
        ({"in": {"year": "-0799"}}, {"in": {"year": "-0549"}}, "-0799/-0549"),
        ({"in": {"year": "0000"}}, {"in": {"year": "0014"}}, "0000/0014"),
        ({"in": {"year": 1900}}, {"label": "present", "in": {"year": "2026"}}, "1900/.."),
        ({"in": {"earliestYear": "-0599", "latestYear": "-0500"}}, {}, "-05XX/.."),
        ({"label": "c. 1200", "in": {"year": "1200"}}, {"in": {"year": "1300"}}, "1200~/1300~"),
        ({"in": {"year": "-9999"}}, {"in": {"year": "-5999"}}, "-9999/-5999"),
        ({"in": {"year": "-2600000"}}, {"in": {"year": "-11700"}}, "Y-2600000/Y-11700"),
    ],
)
def test_years(start: dict[str, Any], stop: dict[str, Any], edtf: str, tmp_path: Path) -> None:
    """ISO 8601: -0799 is 800 BC, year 0 is 1 BC; circa and open ends are kept."""
    (fact,) = times(tmp_path, start, stop)
    assert isinstance(fact, Fact)
    assert fact.edtf == edtf


@pytest.mark.parametrize(
    ("start", "stop"),
    [
        ({"in": {"year": "soon"}}, {"in": {"year": "1300"}}),
        ({"in": {"year": "1400"}}, {"in": {"year": "1300"}}),
        ({"in": {"year": "1400"}}, {"in": {"year": "99999"}}),
        ({"in": {"earliestYear": "1400", "latestYear": "1300"}}, {}),
    ],
)
def test_years_that_cannot_be(start: dict[str, Any], stop: dict[str, Any], tmp_path: Path) -> None:
    """The period stays, without its time."""
    (fault,) = times(tmp_path, start, stop)
    assert isinstance(fault, Skipped)
    assert fault.place == "p0tarn001"


def test_what_is_no_periodo_is_refused(tmp_path: Path) -> None:
    """One line says so."""
    path = tmp_path / "pots.json"
    path.write_text('{"authorities": {}}')
    with pytest.raises(ReferenceSourceError, match="there is no authority"):
        read(path)


def test_the_data_set_writes_short_addresses(tmp_path: Path) -> None:
    """What stands behind the base of its context is an address of PeriodO."""
    path = tmp_path / "pots.json"
    path.write_text(PERIODS.replace('"id": "http://n2t.net/ark:/99152/p0', '"id": "p0'))
    _, _, age, _ = read(path)
    assert isinstance(age, Entity)
    assert (age.id, age.same_as) == ("p0tarn001", ("periodo:p0tarn001",))
