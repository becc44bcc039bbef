"""Facts in a historian's words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bede.catalog import roles_by_type
from bede.chronology import parse_edtf
from bede.evidence import Reference
from bede.evidence.build import reference_from_yaml
from bede.judgement.telling import listed, tell, when

WORLD = """
sources:
  - {id: kell, author: M. Kell, title: Tarn, work: Tarn, kind: scholarly, family: kell,
     quality: decent}
people:
  - {id: orlo, name: Ana Orlo, sources: kell, confidence: high}
organisations:
  - {id: league, name: League of Tarn, kind: party, sources: kell, confidence: high}
  - {id: council, name: The Council, kind: party body, part_of: league, sources: kell,
     confidence: high}
places:
  - {id: velin, kind: settlement, sources: kell, confidence: high, names: [
      {name: Velin, from: 1851, sources: kell},
      {name: Oldport, from: 1600, to: 1850, sources: kell}]}
works:
  - {id: bells, title: Bells, author: orlo, kind: novel, sources: kell, confidence: high}
facts:
  - {id: expelled, type: expulsion, roles: {person: orlo, organisation: league,
     by: [council, league]}, when: 1836-11-14, old_style: 1836-11-02, sources: kell,
     confidence: high}
  - {id: born, type: birth, roles: {person: orlo, place: velin}, when: 1790, sources: kell,
     confidence: high}
  - {id: lived, type: residence, roles: {person: orlo, place: velin}, when: 1852/1860,
     sources: kell, confidence: high}
  - {id: died, type: death, roles: {person: orlo, cause: fever}, sources: kell, confidence: high}
  - {id: appeared, type: publication, roles: {work: bells}, when: 1823/1824, sources: kell,
     confidence: high}
"""

TOLD = {
    "expelled": "Ana Orlo was expelled from the League of Tarn by The Council and the League of "
    "Tarn on 14 November 1836 (2 November 1836 Old Style)",
    "born": "Ana Orlo was born in Oldport in 1790",
    "lived": "Ana Orlo lived in Velin from 1852 to 1860",
    "died": "Ana Orlo died",
    "appeared": '"Bells" was published between 1823 and 1824',
}


@pytest.fixture(scope="module")
def world() -> Iterator[Reference]:
    """The small world, compiled once."""
    with reference_from_yaml(WORLD, roles_by_type()) as reference:
        yield reference


@pytest.mark.parametrize("fact", TOLD)
def test_a_fact_is_told_as_a_clause(fact: str, world: Reference) -> None:
    """What is not on record is left out; a place has the name that it had then."""
    assert tell(world.fact(fact), world) == TOLD[fact]


WHEN = {
    "1836-11-14": "on 14 November 1836",
    "1836-11": "in November 1836",
    "1836": "in 1836",
    "1836~": "about 1836",
    "1836/1840": "from 1836 to 1840",
}


@pytest.mark.parametrize("edtf", WHEN)
def test_a_time_is_an_adverbial(edtf: str) -> None:
    """On a day, in a year, from one to another."""
    assert when(parse_edtf(edtf)) == WHEN[edtf]


def test_words_are_listed_as_a_sentence_has_them() -> None:
    """None, one, many."""
    assert [listed([]), listed(["a"]), listed(["a", "b", "c"]), listed(["a", "b"], last="nor")] == [
        "",
        "a",
        "a, b and c",
        "a nor b",
    ]
