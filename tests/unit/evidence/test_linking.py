"""Linking: from the words of a text to entities, or to an honest abstention."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bede.catalog import roles_by_type
from bede.chronology import Span, parse_edtf
from bede.evidence import Reference
from bede.evidence.build import reference_from_yaml
from bede.evidence.linking import describes, link

WORLD = """
sources:
  - {id: kell, author: M. Kell, title: Tarn, work: Tarn, kind: scholarly, family: kell,
     quality: decent}
people:
  - {id: tom-reed, name: Tom Reed, aliases: [Reed], sources: kell, confidence: high}
  - {id: eva-reed, name: Eva Reed, aliases: [Reed], sources: kell, confidence: high}
  - {id: ida-vell, name: Ída Vell, sources: kell, confidence: high}
  - {id: ann-1, name: Ann Holm, sources: kell, confidence: high}
  - {id: ann-2, name: Ann Holm, sources: kell, confidence: high}
  - {id: ann-3, name: Ann Holm, sources: kell, confidence: high}
  - {id: ann-4, name: Ann Holm, sources: kell, confidence: high}
  - {id: ann-5, name: Ann Holm, sources: kell, confidence: high}
organisations:
  - {id: league, name: League of Tarn, aliases: [the League], kind: party, sources: kell,
     confidence: high}
  - {id: bureau, name: Bureau, kind: party body, part_of: league, sources: kell, confidence: high}
places:
  - {id: velin, kind: settlement, sources: kell, confidence: high, names: [
      {name: Oldport, to: 1850, sources: kell}, {name: Velin, from: 1851, sources: kell}]}
  - {id: other-oldport, kind: settlement, sources: kell, confidence: high, names: [
      {name: Oldport, from: 1860, sources: kell}]}
"""


@pytest.fixture(scope="module")
def world() -> Iterator[Reference]:
    """The small world, compiled once."""
    with reference_from_yaml(WORLD, roles_by_type()) as reference:
        yield reference


def linked(text: str, kind: str, world: Reference, when: Span | None = None) -> list[str]:
    """The ids that a filler may stand for; its head is its last word, before any "of"."""
    head = text.split(" of ")[0].split()[-1].removesuffix("'s")
    return [entity.id for entity in link(text, head, {kind}, world, when).entities]


LINKED = {
    "its name": ("Tom Reed", "person", ["tom-reed"]),
    "in another dress": ("IDA VELL", "person", ["ida-vell"]),
    "a possessive": ("Ida Vell's", "person", ["ida-vell"]),
    "a title before it": ("Dr Tom Reed", "person", ["tom-reed"]),
    "words in lower case around it": ("the young Tom Reed", "person", ["tom-reed"]),
    "with its article": ("the League of Tarn", "organisation", ["league"]),
    "two bearers": ("Reed", "person", ["eva-reed", "tom-reed"]),
    "a part named with its whole": ("the Tarn Bureau", "organisation", ["bureau"]),
    "a part named with another whole": ("the Dorland Bureau", "organisation", []),
    "behind a classifying noun": ("the city of Velin", "place", ["velin"]),
    "another first name": ("Ada Vell", "person", []),
    "a kind that does not fit": ("Tom Reed", "organisation", []),
    "nobody": ("Peter Holm", "person", []),
}


@pytest.mark.parametrize(("text", "kind", "expected"), LINKED.values(), ids=LINKED)
def test_who_is_meant(text: str, kind: str, expected: list[str], world: Reference) -> None:
    """Candidates in the order of their ids; none where a word around the name tells otherwise."""
    assert linked(text, kind, world) == expected


def test_of_two_bearers_the_one_whose_name_was_in_use_is_meant(world: Reference) -> None:
    """Without a time both; at a time when neither bore it, both."""
    assert linked("Oldport", "place", world) == ["other-oldport", "velin"]
    assert linked("Oldport", "place", world, parse_edtf("1840")) == ["velin"]
    assert linked("Oldport", "place", world, parse_edtf("1870")) == ["other-oldport"]
    assert linked("Oldport", "place", world, parse_edtf("1855")) == ["other-oldport", "velin"]


def test_an_abstention_says_why(world: Reference) -> None:
    """Nobody, or too many."""
    assert link("Peter Holm", "Holm", {"person"}, world).reason == (
        '"Peter Holm" names nothing that the reference knows'
    )
    assert link("Ann Holm", "Holm", {"person"}, world).reason == (
        '"Ann Holm" is the name of 5 entities'
    )


def test_a_common_noun_describes_what_it_is_the_word_for(world: Reference) -> None:
    """A party is a party, a body of it is none."""
    assert describes("party", world.entity("league"))
    assert not describes("party", world.entity("velin"))
