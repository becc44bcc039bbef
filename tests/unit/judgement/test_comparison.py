"""Comparing claims with facts, part by part: yes, no, unknown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bede.catalog import roles_by_type
from bede.chronology import parse_edtf
from bede.evidence import Reference
from bede.evidence.build import reference_from_yaml
from bede.judgement.comparison import compare_entities, compare_role, compare_spans, end_of

HAPPENINGS = {
    ("1836", "1836-11-14"): "yes",
    ("1836-11", "1836-11-14"): "yes",
    ("1836-11-14", "1836"): "unknown",
    ("1835", "1836-11-14"): "no",
    ("1834~", "1836-11-14"): "yes",
    ("1826~", "1836-11-14"): "no",
    ("1837/..", "1836-11-14"): "no",
    ("183X", "1836"): "yes",
    ("1836", "1836~"): "unknown",
}
STATES = {
    ("1832", "1830/1834"): "yes",
    ("1829", "1830/1834"): "no",
    ("1834-06", "1830/1834"): "unknown",
    ("1830/1834", "1830/1834"): "yes",
    ("1831/1833", "1830/1834"): "unknown",
    ("1820/1834", "1830/1834"): "no",
    ("1832", "1830/.."): "unknown",
}


@pytest.mark.parametrize(("stated", "recorded"), HAPPENINGS)
def test_a_happening_lies_inside_what_the_text_says(stated: str, recorded: str) -> None:
    """The day inside the year, not the year inside the day."""
    answer = compare_spans(parse_edtf(stated), parse_edtf(recorded), state=False)
    assert answer.value == HAPPENINGS[stated, recorded]


@pytest.mark.parametrize(("stated", "recorded"), STATES)
def test_a_state_covers_what_the_text_says(stated: str, recorded: str) -> None:
    """A stated begin and end are compared each for itself; a part of it is not wrong."""
    answer = compare_spans(parse_edtf(stated), parse_edtf(recorded), state=True)
    assert answer.value == STATES[stated, recorded]


def test_one_end_of_a_state_may_be_meant() -> None:
    """To be appointed is to begin an office, to resign is to end it."""
    tenure = parse_edtf("1830-05/1834")
    assert end_of(tenure, "begin").hull == parse_edtf("1830-05").hull
    assert end_of(tenure, "end").hull == parse_edtf("1834").hull
    assert end_of(tenure, "") == tenure


WORLD = """
sources:
  - {id: kell, author: M. Kell, title: Tarn, work: Tarn, kind: scholarly, family: kell,
     quality: decent}
people:
  - {id: orlo, name: Ana Orlo, sources: kell, confidence: high}
  - {id: reed, name: Tom Reed, sources: kell, confidence: high}
organisations:
  - {id: league, name: League, kind: party, sources: kell, confidence: high}
  - {id: council, name: Council, kind: party body, part_of: league, sources: kell,
     confidence: high}
  - {id: tribunal, name: Tribunal, kind: party body, part_of: league, sources: kell,
     confidence: high}
  - {id: bell, name: Bell, kind: newspaper, sources: kell, confidence: high}
places:
  - {id: tarn, name: Tarn, kind: country, sources: kell, confidence: high}
  - {id: dorland, name: Dorland, kind: country, sources: kell, confidence: high}
  - {id: velin, name: Velin, kind: settlement, part_of: tarn, sources: kell, confidence: high}
  - {id: quay, name: Quay, kind: street, part_of: velin, sources: kell, confidence: high}
  - {id: esk, name: Esk, kind: island, sources: kell, confidence: high}
facts:
  - id: expelled
    type: expulsion
    roles: {person: orlo, organisation: league, by: council}
    when: 1836
    sources: kell
    confidence: high
    disputed:
      - {rank: variant, roles: {by: bell}, sources: kell}
      - {rank: rejected, roles: {by: reed}, sources: kell}
"""


@pytest.fixture(scope="module")
def world() -> Iterator[Reference]:
    """The small world, compiled once."""
    with reference_from_yaml(WORLD, roles_by_type()) as reference:
        yield reference


PAIRS = {
    ("league", "league"): "yes",
    ("league", "council"): "yes",
    ("council", "league"): "unknown",
    ("tribunal", "council"): "no",
    ("bell", "council"): "unknown",
    ("reed", "council"): "unknown",
    ("reed", "orlo"): "no",
    ("tarn", "velin"): "yes",
    ("tarn", "quay"): "yes",
    ("quay", "velin"): "unknown",
    ("dorland", "velin"): "no",
    ("esk", "velin"): "unknown",
    ("velin", "council"): "unknown",
}


@pytest.mark.parametrize(("stated", "recorded"), PAIRS)
def test_whether_one_filler_may_stand_for_another(
    stated: str, recorded: str, world: Reference
) -> None:
    """A whole for its part: yes. Unlike kinds: unknown. Known to be apart: no."""
    answer = compare_entities(world.entity(stated), world.entity(recorded), world)
    assert answer.value == PAIRS[stated, recorded]


ROLES = {
    ("council",): "yes",
    ("bell",): "yes",
    ("reed",): "no",
    ("tribunal",): "unknown",
    ("tribunal", "council"): "yes",
    (): "unknown",
}


@pytest.mark.parametrize("stated", ROLES)
def test_all_values_of_a_role_count_but_the_rejected(
    stated: tuple[str, ...], world: Reference
) -> None:
    """A variant lends support, what is on record as wrong never does; a doubt stays a doubt."""
    entities = [world.entity(one) for one in stated]
    assert compare_role(entities, world.fact("expelled"), "by", world).value == ROLES[stated]
    assert compare_role(entities, world.fact("expelled"), "place", world).value == "unknown"
