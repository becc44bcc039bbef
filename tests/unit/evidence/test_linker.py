"""Linking the names of a whole text: who is meant, as far as the text tells."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.reading import analysis_of

from bede.catalog import roles_by_type
from bede.evidence import Reference
from bede.evidence.build import reference_from_yaml
from bede.evidence.linking import Linker, NamedThing

WORLD = """
sources:
  - {id: kell, author: M. Kell, title: Tarn, work: Tarn, kind: scholarly, family: kell,
     quality: decent}
people:
  - {id: boxer, name: John Marsh, sources: kell, confidence: high}
  - {id: father, name: William Reed, sources: kell, confidence: high}
  - {id: son, name: William Reed, sources: kell, confidence: high}
  - {id: admiral, name: John Marsh, sources: kell, confidence: high}
  - {id: termed, name: John Marsh, sources: kell, confidence: high}
  - {id: king-v, name: Charles V, sources: kell, confidence: high}
offices:
  - {id: mayor, name: Mayor of Marl, holders: single, sources: kell, confidence: high}
places:
  - {id: marl, name: Marl, kind: settlement, sources: kell, confidence: high}
happenings:
  - {id: esk, name: Battle of the Esk, kind: battle, sources: kell, confidence: high}
facts:
  - {id: b1, type: birth, roles: {person: boxer}, when: 1942, sources: kell, confidence: high}
  - {id: d1, type: death, roles: {person: boxer}, when: 2016, sources: kell, confidence: high}
  - {id: b2, type: birth, roles: {person: admiral}, when: 1723, sources: kell, confidence: high}
  - {id: d2, type: death, roles: {person: admiral}, when: 1786, sources: kell, confidence: high}
  - {id: t2, type: tenure, roles: {person: termed, office: mayor}, when: 1764/1766, sources: kell,
     confidence: high}
  - {id: b3, type: birth, roles: {person: father}, when: 1675, sources: kell, confidence: high}
  - {id: d3, type: death, roles: {person: father}, when: 1749, sources: kell, confidence: high}
  - {id: b4, type: birth, roles: {person: son}, when: 1746, sources: kell, confidence: high}
  - {id: d4, type: death, roles: {person: son}, when: 1794, sources: kell, confidence: high}
"""


@pytest.fixture(scope="module")
def world() -> Iterator[Reference]:
    with reference_from_yaml(WORLD, roles_by_type()) as reference:
        yield reference


def names(text: str, world: Reference) -> tuple[NamedThing, ...]:
    return Linker(analysis_of(text).sentences, world).names()


def meant(text: str, world: Reference) -> list[tuple[str, str | None]]:
    """Each name of a text, and the id of whom it means."""
    return [(one.text, one.entity.id if one.entity else None) for one in names(text, world)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("In 1765 Commodore John Marsh discovered an island.", "admiral"),
        ("In 1961 the boxer John Marsh came to town.", "boxer"),
        ("John Marsh (1942–2016) was a boxer.", "boxer"),
        ("John Marsh (born 1723) went to sea.", "admiral"),
        ("The island was named in 1765. John Marsh had discovered it.", "admiral"),
    ],
)
def test_of_two_people_of_one_name_the_period_decides(
    text: str, who: str, world: Reference
) -> None:
    assert ("John Marsh", who) in meant(text, world)


def test_where_nothing_tells_which_of_them_is_meant_bede_abstains(world: Reference) -> None:
    (one,) = [n for n in names("John Marsh liked tea.", world) if n.text == "John Marsh"]
    assert one.entity is None
    assert {rated.entity.id for rated in one.candidates} == {"admiral", "boxer"}
    assert one.reason == "2 bear this name, and the text does not tell which is meant"


def test_one_name_has_one_bearer_in_a_text(world: Reference) -> None:
    """What one sentence tells of a name holds for the next."""
    told = meant("In 1765 John Marsh went to sea. John Marsh liked tea.", world)
    assert told == [("John Marsh", "admiral"), ("John Marsh", "admiral")]


def test_unless_the_text_says_otherwise(world: Reference) -> None:
    """A life in brackets, or a word of kinship, sets another bearer apart."""
    text = "William Reed was born in 1746. His father William Reed (1675–1749) had been a teacher."
    assert meant(text, world) == [("William Reed", "son"), ("William Reed", "father")]


def test_a_term_of_office_inside_a_life_is_taken_for_that_life(world: Reference) -> None:
    """The list of mayors has a John Marsh from 1764: no third person stands beside the two."""
    (one,) = [
        n for n in names("In 1765 John Marsh opened a school.", world) if n.text == "John Marsh"
    ]
    assert one.entity is not None
    assert [rated.entity.id for rated in one.candidates] == ["admiral", "boxer"]


def test_a_surname_means_the_bearer_of_the_fuller_name(world: Reference) -> None:
    told = meant("In 1765 John Marsh went to sea. Marsh liked tea.", world)
    assert told == [("John Marsh", "admiral"), ("Marsh", "admiral")]


def test_the_longest_known_name_is_taken(world: Reference) -> None:
    told = meant("They met Charles V at the Battle of the Esk near Marl.", world)
    assert told == [("Charles V", "king-v"), ("Battle of the Esk", "esk"), ("Marl", "marl")]


def test_a_name_that_nobody_knows_is_told_as_such(world: Reference) -> None:
    (one,) = names("Peter Holm liked tea.", world)
    assert (one.text, one.kind, one.entity) == ("Peter Holm", "person", None)
    assert one.reason == "the reference has nothing of this name"


OTHER_FORMS = """
sources:
  - {id: kell, author: M. Kell, title: Tarn, work: Tarn, kind: scholarly, family: kell,
     quality: decent}
people:
  - {id: chaikin, name: Mikhail Trotskii, sources: kell, confidence: high}
  - {id: john, name: John Fitz Reed, sources: kell, confidence: high}
facts:
  - {id: b1, type: birth, roles: {person: chaikin}, when: 1870, sources: kell, confidence: high}
  - {id: d1, type: death, roles: {person: chaikin}, when: 1930, sources: kell, confidence: high}
  - {id: b2, type: birth, roles: {person: john}, when: 1870, sources: kell, confidence: high}
  - {id: d2, type: death, roles: {person: john}, when: 1930, sources: kell, confidence: high}
"""


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("In 1905 Mikhail Trockij came to Velin.", "chaikin"),
        ("In 1905 John Reed came to Velin.", "john"),
        ("In 1705 John Reed came to Velin.", None),
        ("In 1905 Ada Mikhail Trotskii Reed came to Velin.", None),
    ],
)
def test_another_spelling_or_a_shorter_form_is_taken_where_the_time_fits(
    text: str, who: str | None
) -> None:
    with reference_from_yaml(OTHER_FORMS, roles_by_type()) as reference:
        assert who in [name for _, name in meant(text, reference)]


MORE_NAMES = """
sources:
  - {id: kell, author: M. Kell, title: Tarn, work: Tarn, kind: scholarly, family: kell,
     quality: decent}
people:
  - {id: brown, name: Gordon Brown, sources: kell, confidence: high}
facts:
  - {id: b1, type: birth, roles: {person: brown}, when: 1851-02-20, sources: kell, confidence: high}
"""


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("was born on 20 February 1851", True),  # the day and the year
        ("was born on 20 February 1883", True),  # the day; the year is a slip to be told
        ("was born on 3 May 1883", False),  # another of that name
        ("came to Velin in 1883", False),
    ],
)
def test_more_given_names_are_taken_where_the_day_agrees(told: str, *, found: bool) -> None:
    with reference_from_yaml(MORE_NAMES, roles_by_type()) as reference:
        linker = Linker(analysis_of(f"James Gordon Brown {told}.").sentences, reference)
        link = linker.link("James Gordon Brown", "Brown", ("person",))
    assert [entity.id for entity in link.entities] == ["brown"] * found
