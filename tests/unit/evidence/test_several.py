"""Several references read as one: who is the same, what is the same happening, who is believed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import fields

import pytest

from bede.catalog import roles_by_type
from bede.evidence.build import reference_from_yaml
from bede.evidence.reading import Reference as Protocol
from bede.evidence.several import References, Trust
from bede.evidence.several.faces import Opened
from bede.evidence.store import Reference
from bede.evidence.values import Fact

Make = Callable[..., References]

REGISTER = """
people:
- {id: ana-orlo, name: Ana Orlo, aliases: [Orlo], sources: [register], confidence: high}
organisations:
- {id: league, name: Tarn League, kind: party, sources: [register], confidence: high}
places:
- {id: velin, name: Velin, kind: settlement, sources: [register], confidence: high}
sources:
- {id: register, title: Parish register of Velin, work: Registers of Tarn, kind: primary,
   family: register, quality: decent}
facts:
- {id: birth, type: birth, roles: {person: ana-orlo, place: velin}, when: 1801-03-02,
   sources: [register], confidence: medium}
- {id: death, type: death, roles: {person: ana-orlo}, when: 1861-11, sources: [register],
   confidence: medium}
- {id: joined, type: membership, roles: {person: ana-orlo, organisation: league},
   when: 1830/1838, sources: [register], confidence: medium}
"""

LIVES = """
people:
- {id: orlo-a, name: Ana Orlo, aliases: [Annie Orlo], sources: [kell], confidence: high}
organisations:
- {id: the-league, name: Tarn League, kind: party, same_as: [tarnpedia:7], sources: [kell],
   confidence: high}
sources:
- {id: kell, author: M. Kell, title: Lives, work: Lives of Tarn, kind: scholarly, family: kell,
   quality: decent}
facts:
- {id: birth, type: birth, roles: {person: orlo-a}, when: BIRTH, sources: [kell],
   confidence: LEVEL}
- {id: death, type: death, roles: {person: orlo-a}, when: 1861-11-30, sources: [kell],
   confidence: medium}
"""


def lives(birth: str, level: str = "medium") -> str:
    """Kell's Lives of Tarn, with the birth of Ana Orlo as he has it."""
    return LIVES.replace("BIRTH", birth).replace("LEVEL", level)


@pytest.fixture
def make() -> Iterator[Make]:
    """Read YAML worlds as several references, named one, two and three."""
    with ExitStack() as stack:

        def read(*worlds: str, trust: Mapping[str, Trust] | None = None) -> References:
            names = ("one", "two", "three")
            parts = [
                Opened(
                    name,
                    reference_from_yaml(world, roles_by_type()),
                    (trust or {}).get(name, Trust("high", {})),
                )
                for name, world in zip(names, worlds, strict=False)
            ]
            return stack.enter_context(References(parts))

        yield read


def only(facts: tuple[Fact, ...]) -> Fact:
    """The only one of the facts."""
    (fact,) = facts
    return fact


def births(references: References, entity: str = "ana-orlo") -> tuple[Fact, ...]:
    """The births on record of somebody."""
    return references.facts(entity, types=("birth",), role="person")


def test_they_answer_what_one_reference_answers() -> None:
    """Nothing that can be asked of one file cannot be asked of several."""
    asked = {name for name in vars(Protocol) if not name.startswith("_")}
    assert asked <= set(dir(References))
    assert asked <= set(dir(Reference))


def test_one_person_under_two_ids(make: Make) -> None:
    """Name, birth and death agree, so she is one person, under the id of the first reference."""
    both = make(REGISTER, lives("1801-03-02"))
    assert {one.id for one, _ in both.named("Annie Orlo")} == {"ana-orlo"}
    assert both.entity("orlo-a") == both.entity("ana-orlo")
    names = [name.text for name in both.entity("ana-orlo").names]
    assert names == ["Ana Orlo", "Orlo", "Annie Orlo"]
    assert both.entity("ana-orlo").sources == ("register", "kell")


@pytest.mark.parametrize(
    "change",
    [
        ("when: 1861-11-30", "when: 1899-11-30"),
        ("- {id: death, type: death", "- {id: death, type: burial"),
        ("name: Ana Orlo, aliases: [Annie Orlo]", "name: Annie Orlo"),
    ],
    ids=["another death", "no death on record", "no name in common"],
)
def test_whoever_is_not_surely_the_same_stays_two(make: Make, change: tuple[str, str]) -> None:
    """Two namesakes are not thrown together where one end of their lives is not known."""
    both = make(REGISTER, lives("1801-03-02").replace(*change))
    assert both.entity("orlo-a").id == "orlo-a"
    assert len(births(both)) == 1
    assert births(both)[0].sources == ("register",)


def test_an_identifier_elsewhere_makes_two_records_one(make: Make) -> None:
    """A party has no lifetime on record; its number in the same encyclopedia tells."""
    known = REGISTER.replace("kind: party,", "kind: party, same_as: [tarnpedia:7],")
    assert make(known, lives("1801")).entity("the-league").id == "league"
    other = REGISTER.replace("kind: party,", "kind: party, same_as: [tarnpedia:8],")
    assert make(other, lives("1801")).entity("the-league").id == "the-league"


def test_two_numbers_of_one_encyclopedia_are_two_people(make: Make) -> None:
    """Even if their names and lives agree: twins, or a prince and his valet."""
    one = REGISTER.replace("aliases: [Orlo],", "same_as: [tarnpedia:1],")
    two = lives("1801-03-02").replace("aliases: [Annie Orlo],", "same_as: [tarnpedia:2],")
    assert make(one, two).entity("orlo-a").id == "orlo-a"


TWICE = """
- {id: orlo-b, name: Ana Orlo, sources: [kell], confidence: medium}
"""


def test_whom_a_reference_has_twice(make: Make) -> None:
    """Two records of one life are both hers; two whom she may be are neither."""
    twice = (
        lives("1801-03-02").replace("organisations:", f"{TWICE.strip()}\norganisations:")
        + """
- {id: b-born, type: birth, roles: {person: orlo-b}, when: 1801, sources: [kell],
   confidence: medium}
- {id: b-died, type: death, roles: {person: orlo-b}, when: 1861, sources: [kell],
   confidence: medium}
"""
    )
    both = make(REGISTER, twice)
    assert {entity.id for entity, _ in both.named("Ana Orlo")} == {"ana-orlo"}
    assert only(births(both)).coarse_sources == ()
    assert only(births(both)).sources == ("register", "kell")
    other = make(twice, REGISTER)
    assert {entity.id for entity, _ in other.named("Ana Orlo")} == {"ana-orlo", "orlo-a", "orlo-b"}


def test_the_order_of_questions_changes_no_answer(make: Make) -> None:
    """What is kept from one question does not colour the next."""
    worlds = (REGISTER, lives("1802"), lives("1801").replace("orlo-a", "a-orlo"))
    ids = ("ana-orlo", "orlo-a", "a-orlo", "league", "the-league", "velin")
    answers = []
    for order in (ids, ids[::-1]):
        several = make(*worlds)
        told = {name: (several.entity(name), several.facts(name)) for name in order}
        answers.append([told[name] for name in ids])
    assert answers[0] == answers[1]


def test_an_id_that_another_has_is_marked(make: Make) -> None:
    """Two things of one id in two references are told apart by the name of the second."""
    stranger = lives("1700").replace("orlo-a", "ana-orlo").replace("name: Ana Orlo", "name: A. Z.")
    both = make(REGISTER, stranger)
    assert both.entity("ana-orlo").label == "Ana Orlo"
    assert both.entity("two:ana-orlo").label == "A. Z."
    assert [fact.id for fact in births(both, "two:ana-orlo")] == ["two:birth"]
    assert both.fact("two:birth").roles == {"person": ("two:ana-orlo",)}
    assert both.source("kell").title == "Lives"


def test_witnesses_who_agree_support_one_fact(make: Make) -> None:
    """One fact with both sources; what the second does not say stays."""
    fact = only(births(make(REGISTER, lives("1801-03-02"))))
    assert (fact.id, fact.edtf, fact.sources) == ("birth", "1801-03-02", ("register", "kell"))
    assert fact.roles == {"person": ("ana-orlo",), "place": ("velin",)}
    assert fact.values == ()


@pytest.mark.parametrize(
    ("when", "rank", "sources", "coarse"),
    [
        ("1801", None, ("register",), ("kell",)),
        ("1801-03", None, ("register",), ("kell",)),
        ("1801~", None, ("register",), ("kell",)),
        ("1802-03-02", "variant", ("register",), ()),
        ("1800", "variant", ("register",), ()),
    ],
)
def test_a_second_date(
    make: Make, when: str, rank: str | None, sources: tuple[str, ...], coarse: tuple[str, ...]
) -> None:
    """A coarser date agrees; another one stands beside the first, with its sources."""
    fact = only(births(make(REGISTER, lives(when))))
    assert (fact.edtf, fact.sources, fact.coarse_sources) == ("1801-03-02", sources, coarse)
    assert [value.rank for value in fact.values] == ([] if rank is None else [rank])
    assert all(value.sources == ("kell",) for value in fact.values)


def test_the_finer_date_of_two_that_agree_stands(make: Make) -> None:
    """The register gives the month of the death, Kell the day in it."""
    fact = only(make(REGISTER, lives("1801")).facts("ana-orlo", types=("death",)))
    assert (fact.id, fact.edtf, fact.values) == ("death", "1861-11-30", ())
    assert (fact.sources, fact.coarse_sources) == (("kell",), ("register",))


def test_a_weak_finer_date_stands_aside(make: Make) -> None:
    """It is told, and refutes nothing."""
    weak = {"two": Trust("weak", {})}
    fact = only(make(REGISTER, lives("1801"), trust=weak).facts("ana-orlo", types=("death",)))
    assert (fact.edtf, fact.sources, fact.confidence) == ("1861-11", ("register",), "medium")
    assert [(v.rank, v.edtf, v.sources) for v in fact.values] == [
        ("finer", "1861-11-30", ("kell",))
    ]


def test_the_day_of_the_julian_calendar_is_no_dispute(make: Make) -> None:
    """Who copies the Old Style day without saying so makes a known slip."""
    old = REGISTER.replace("when: 1801-03-02,", "when: 1801-03-02, old_style: 1801-02-18,")
    fact = only(births(make(old, lives("1801-02-18"))))
    assert [value.rank for value in fact.values] == ["rejected"]


def test_the_first_reference_is_preferred(make: Make) -> None:
    """The order decides whose value stands and whose is the variant."""
    fact = only(births(make(lives("1802"), REGISTER), "orlo-a"))
    assert (fact.edtf, fact.sources) == ("1802", ("kell",))
    assert [(v.edtf, v.rank, v.sources) for v in fact.values] == [
        ("1801-03-02", "variant", ("register",))
    ]
    assert fact.roles["place"] == ("velin",)


def test_a_weak_reference_never_goes_before_another(make: Make) -> None:
    """Its facts are weak, its dates stand as variants, it fills no gaps, it declares nothing."""
    weak = {"one": Trust("weak", {})}
    both = make(REGISTER, lives("1802"), trust=weak)
    fact = only(births(both))
    assert (fact.id, fact.edtf, fact.confidence) == ("two:birth", "1802", "medium")
    assert fact.roles == {"person": ("ana-orlo",)}
    assert [(v.edtf, v.rank) for v in fact.values] == [("1801-03-02", "variant")]
    assert only(both.facts("ana-orlo", types=("membership",))).confidence == "weak"


def test_trust_in_one_source(make: Make) -> None:
    """A fact is as sure as the best of its sources."""
    doubt = {"two": Trust("high", {"kell": "weak"})}
    both = make(REGISTER.replace("type: birth", "type: burial"), lives("1801"), trust=doubt)
    assert [fact.confidence for fact in both.facts("orlo-a")] == ["weak", "weak"]
    assert Trust("high", {"kell": "weak"}).of("high", ["kell", "register"]) == "high"
    assert Trust("medium", {}).of("high", []) == "medium"
    assert Trust("high", {}).of("weak", []) == "weak"


def test_terms_that_overlap_in_the_same_body_are_one(make: Make) -> None:
    """Membership may be had twice: only what overlaps in the same body is the same."""
    second = (
        lives("1801-03-02").replace("the-league", "league")
        + """
- {id: member, type: membership, roles: {person: orlo-a, organisation: league},
   when: 1831/1838, sources: [kell], confidence: medium}
- {id: again, type: membership, roles: {person: orlo-a, organisation: league},
   when: 1850/1852, sources: [kell], confidence: medium}
"""
    )
    facts = make(REGISTER, second).facts("ana-orlo", types=("membership",))
    assert [(fact.id, fact.edtf) for fact in facts] == [
        ("joined", "1830/1838"),
        ("again", "1850/1852"),
    ]
    assert [(value.edtf, value.rank) for value in facts[0].values] == [("1831/1838", "variant")]


def test_one_pack_in_two_files_is_told_once(make: Make) -> None:
    """The same record in both changes nothing, not even its sources."""
    alone, twice = make(REGISTER), make(REGISTER, REGISTER)
    assert twice.facts("ana-orlo") == alone.facts("ana-orlo")
    assert twice.entity("ana-orlo") == alone.entity("ana-orlo")


def test_statements_of_completeness_name_the_common_facts(make: Make) -> None:
    """A statement of the second reference holds for the facts as they are told now."""
    stated = (
        lives("1801-03-02")
        + """
completeness:
- {id: all-births, entity: orlo-a, type: birth, records: [birth], basis: Born once.,
   complete: true, sources: [kell], confidence: high}
"""
    )
    (statement,) = make(REGISTER, stated).completeness("ana-orlo", "birth")
    assert (statement.id, statement.entity) == ("two:all-births", "ana-orlo")
    assert statement.records == ("birth",)
    assert (
        make(REGISTER, stated, trust={"two": Trust("weak", {})}).completeness("ana-orlo", "birth")
        == ()
    )


def test_every_field_of_an_entity_has_one_answer(make: Make) -> None:
    """Of three records the first that says something is heard; lists are joined."""
    second = lives("1801").replace("name: Ana Orlo,", "name: Ana Orlo, description: a rebel,")
    third = REGISTER.replace("ana-orlo", "x").replace(
        "name: Ana Orlo,", "name: Ana Orlo, description: a poet, same_as: [tarnpedia:3],"
    )
    entity = make(REGISTER, second, third).entity("ana-orlo")
    assert (entity.description, entity.same_as) == ("a rebel", ("tarnpedia:3",))
    assert {field.name for field in fields(entity)} >= {"prominence", "note"}


def test_the_hash_tells_contents_order_and_trust(make: Make) -> None:
    """Whatever may change a verdict changes the hash, and nothing else does."""
    worlds = (REGISTER, lives("1801"))
    weak = {"two": Trust("weak", {})}
    hashes = [
        make(*worlds).info.hash,
        make(*worlds[::-1]).info.hash,
        make(*worlds, trust=weak).info.hash,
        make(REGISTER, lives("1802")).info.hash,
    ]
    assert len(set(hashes)) == len(hashes)
    assert make(*worlds).info.hash == hashes[0]


def test_names_are_searched_in_all(make: Make) -> None:
    """The best of each come first; nobody is listed twice by one name."""
    both = make(REGISTER, lives("1801-03-02"))
    found = [(entity.id, name.text) for entity, name in both.search("orlo", limit=5)]
    assert sorted(found) == sorted(set(found))
    assert {entity for entity, _ in found} == {"ana-orlo"}
    assert both.search("orlo", limit=1) == both.search("orlo", limit=5)[:1]
    assert [one.entity for one in both.candidates("Ana Orlo")] == ["ana-orlo"]
    assert both.knows("Annie Orlo")
    assert not both.knows("Nobody")
