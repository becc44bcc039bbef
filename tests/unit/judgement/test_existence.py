"""Lifetimes: which facts bound them, and which do not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bede.catalog import roles_by_type
from bede.chronology import parse_edtf
from bede.evidence import Reference
from bede.evidence.build import reference_from_yaml
from bede.judgement.lifetimes import lifetime, sort_of

WORLD = """
sources:
  - {id: kell, author: M. Kell, title: T, work: T, year: "1901", kind: scholarly, family: kell,
     quality: decent}
people:
  - {id: orlo, name: Ana Orlo, sources: kell, confidence: high}
organisations:
  - {id: league, name: League, kind: party, sources: kell, confidence: high}
  - {id: guild, name: Guild, kind: guild, sources: kell, confidence: high}
  - {id: both, name: United League, kind: party, sources: kell, confidence: high}
  - {id: tarn, name: Kingdom of Tarn, kind: state, sources: kell, confidence: high}
  - {id: orm, name: Republic of Orm, kind: state, sources: kell, confidence: high}
places:
  - {id: velin, name: Velin, kind: settlement, sources: kell, confidence: high}
  - {id: land, name: Tarn, kind: country, sources: kell, confidence: high}
happenings:
  - {id: congress, name: Congress, kind: congress, sources: kell, confidence: high}
works:
  - {id: salt, title: Salt, kind: book, sources: kell, confidence: high}
facts:
  - id: birth
    type: birth
    roles: {person: orlo}
    when: 1790
    sources: kell
    confidence: high
    disputed:
      - {rank: variant, when: 1788, sources: kell}
      - {rank: rejected, when: 1700, sources: kell}
  - {id: killing, type: killing, roles: {victim: orlo}, when: 1839, sources: kell, confidence: high}
  - {id: founded, type: founding, roles: {thing: league}, when: 1830, sources: kell,
     confidence: high}
  - {id: merged, type: merger, roles: {thing: league, with: guild, result: both}, when: 1850,
     sources: kell, confidence: high}
  - {id: proclaimed, type: proclamation, roles: {thing: orm}, when: 1848, sources: kell,
     confidence: high}
  - {id: tarn-end, type: dissolution, roles: {thing: tarn}, when: 1800, sources: kell,
     confidence: high}
  - {id: tarn-again, type: founding, roles: {thing: tarn}, when: 1815, sources: kell,
     confidence: high}
  - {id: velin-founded, type: founding, roles: {thing: velin}, when: 1700, sources: kell,
     confidence: weak}
  - {id: met, type: meeting, roles: {name: congress}, when: 1850-05-01/1850-05-20, sources: kell,
     confidence: high}
  - {id: written, type: writing, roles: {work: salt}, when: 1840, sources: kell, confidence: high}
  - {id: printed, type: publication, roles: {work: salt}, when: 1845, sources: kell,
     confidence: high}
"""
# entity -> the years that hold its first and last day
LIVES = {
    "orlo": ("1788", "1839"),
    "league": ("1830", "1850"),
    "guild": (None, "1850"),
    "both": ("1850", None),
    "orm": ("1848", None),
    "tarn": ("1815", None),
    "velin": (None, None),
    "congress": ("1850-05-01", "1850-05-20"),
    "salt": ("1840", None),
}


@pytest.fixture(name="world")
def fixture_world() -> Iterator[Reference]:
    with reference_from_yaml(WORLD, roles_by_type()) as reference:
        yield reference


@pytest.mark.parametrize("entity", LIVES)
def test_a_lifetime_is_as_long_as_any_trusted_fact_allows(world: Reference, entity: str) -> None:
    """Variants widen it, weak and rejected values do not bound it, a new founding ends the end."""
    begin, end = LIVES[entity]
    life = lifetime(world.entity(entity), world)
    assert life is not None
    assert life.first == (parse_edtf(begin).hull[0] if begin else None)
    assert life.last == (parse_edtf(end).hull[1] if end else None)


def test_a_land_has_no_lifetime(world: Reference) -> None:
    """The country was there before the state of its name."""
    assert sort_of(world.entity("land")) is None
    assert lifetime(world.entity("land"), world) is None
