"""Items of Wikidata as records: kinds, names, facts, ranks, sources."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from tests.wikidata_world import (
    ADDRESS,
    BATTLE,
    CITY,
    COUNTRY,
    FORD,
    HUMAN,
    JULIAN,
    NONE,
    NOVEL,
    OFFICE,
    OLD_STATE,
    REED,
    REEDS,
    REGISTER,
    UNKNOWN,
    WIKIPEDIA,
    YEAR,
    at,
    item,
    said,
    to,
    words,
)

from bede.evidence.sources import Skipped
from bede.evidence.sources.wikidata import Settings
from bede.evidence.sources.wikidata.converting import Task, convert
from bede.evidence.values import Entity, Fact, Source

FRANCE = said(to("Q142"))


def read(one: Mapping[str, Any], settings: Settings | None = None) -> list[Any]:
    line = json.dumps(one).encode()
    return convert(Task(line, "dump.json", 1, settings or Settings())).records


def entity(one: Mapping[str, Any], settings: Settings | None = None) -> Entity:
    (found,) = (record for record in read(one, settings) if isinstance(record, Entity))
    return found


def facts(one: Mapping[str, Any]) -> list[Fact]:
    return [record for record in read(one) if isinstance(record, Fact)]


def fact(one: Mapping[str, Any]) -> Fact:
    (found,) = facts(one)
    return found


def person(**claims: Any) -> dict[str, Any]:
    return item("Q999999010", "Ida Vell", HUMAN, P27=FRANCE, **claims)


def test_an_item_is_an_entity_with_its_address() -> None:
    """Its number is its id; the wikis that have a page on it are its prominence."""
    reed = {**REED, "sitelinks": {"enwiki": {}, "dewiki": {}}}
    reed["descriptions"] = {"en": {"language": "en", "value": "painter of Tarn"}}
    found = entity(reed)
    assert (found.id, found.kind, found.label) == ("q999999003", "person", "Ada Reed")
    assert (found.prominence, found.same_as) == (2, ("wikidata:Q999999003",))
    assert found.description == "painter of Tarn"


def test_the_statements_of_a_person_are_facts() -> None:
    """Birth and death with their places, marriage, office and party."""
    told = {one.type: one for one in facts(REED)}
    assert told["birth"].roles == {"person": ("q999999003",), "place": ("q999999001",)}
    assert (told["birth"].edtf, told["death"].edtf) == ("1932-05-05", "1999")
    assert told["marriage"].edtf == "1955-06-07"
    assert told["tenure"].edtf == "1960-01-02/1964-03-04"
    assert told["tenure"].roles == {"person": ("q999999003",), "office": ("q999999005",)}
    assert told["membership"].edtf == "1950/.."
    assert told["membership"].id == "q999999003-membership"


def test_a_battle_tells_of_itself() -> None:
    """The happening fills the key role; where and who come from its statements."""
    assert fact(FORD).type == "battle"
    assert fact(FORD).roles == {
        "name": ("q999999007",),
        "sides": ("q999999006",),
        "place": ("q999999001",),
    }
    assert fact(FORD).edtf == "1941-08-09"


def test_a_happening_from_one_day_to_another() -> None:
    """Begin and end make an interval; a begin alone does not go on for ever."""
    siege = item("Q9", "Siege of Tarn", "Q188055", P580=said(at("1941")), P276=said(to("Q7")))
    assert {one.type: one.edtf for one in facts(siege)} == {"battle": "1941", "siege": "1941"}
    siege["claims"]["P582"] = [said(at("1942-02-00", 10))]
    siege["claims"]["P580"] = [said(at("1941-00-00", YEAR))]
    assert {one.edtf for one in facts(siege)} == {"1941/1942-02"}


def test_a_country_of_today_is_a_land_and_one_that_ended_a_state() -> None:
    """A land has no lifetime to offend against; a state of the past has."""
    assert (entity(item("Q9", "Orland", COUNTRY)).kind) == "place"
    ended = item("Q9", "Orland", COUNTRY, P576=said(at("1950-00-00", YEAR)))
    assert (entity(ended).kind, entity(ended).subkind) == ("organisation", "state")
    old = item("Q9", "Old Orland", OLD_STATE)
    assert (entity(old).kind, entity(old).subkind) == ("organisation", "state")


def test_an_office_that_is_a_kind_of_president_has_one_holder() -> None:
    """The class says what it is, the superclass how many hold it."""
    office = item("Q9", "President of Orland", OFFICE, P279=said(to("Q30461")))
    assert (entity(office).kind, entity(office).holders) == ("office", "single")
    assert entity(item("Q9", "Councillor", OFFICE)).holders is None


def test_the_inception_of_a_town_accuses_nobody() -> None:
    """It is often that of its present government."""
    assert fact(item("Q9", "Tarn", CITY, P571=said(at("1972-00-00", YEAR)))).confidence == "weak"
    assert fact(REEDS).confidence == "medium"


def test_a_book_is_told_once() -> None:
    """Published if that is on record, else written."""
    author, year = said(to("Q8")), said(at("1931-00-00", YEAR))
    assert fact(item("Q9", "Pots", NOVEL, P50=author, P577=year)).type == "publication"
    assert fact(item("Q9", "Pots", NOVEL, P50=author, P571=year)).type == "writing"
    assert fact(item("Q9", "Pots", NOVEL, P50=author)).edtf is None


def test_names_in_the_languages_that_were_asked_for() -> None:
    """The label in the first language that has one; variants and the name for all stand in."""
    one = item("Q9", "", CITY, P1705=said(words("Тарн", "ru")))
    one["labels"] = {code: {"value": text} for code, text in (
        ("de", "Tarn an der Vell"), ("en-gb", "Tarn"), ("mul", "Tarnum"), ("fr", "Tarne"),
    )}  # fmt: skip
    one["aliases"] = {"en": [{"value": "Tarn on Vell"}], "fr": [{"value": "Ville"}]}
    told = [(name.text, name.kind, name.language) for name in entity(one).names]
    assert told == [
        ("Tarn", "preferred", "en-GB".lower()),
        ("Tarn on Vell", "alias", "en"),
        ("Тарн", "alias", "ru"),
    ]
    german = entity(one, Settings(languages=("de", "fr")))
    assert german.label == "Tarn an der Vell"
    assert [name.text for name in german.names[1:]] == ["Ville", "Tarne", "Тарн"]


def test_an_item_without_a_name_is_left_out() -> None:
    """Nothing could be linked to it, nor could it be told."""
    assert read(item("Q9", "", CITY)) == []
    assert entity(item("Q9", "", CITY, P1705=said(words("Тарн", "ru")))).label == "Тарн"


def test_a_name_of_a_time_is_dated() -> None:
    """The official name from 1924 to 1991."""
    old = said(
        words("Vellograd", "ru"), P580=at("1924-00-00", YEAR), P582=at("1991-00-00", YEAR),
        cites=[REGISTER],
    )  # fmt: skip
    name = entity(item("Q9", "Tarn", CITY, P1448=old)).names[1]
    assert (name.text, name.kind, name.edtf) == ("Vellograd", "period", "1924/1991")
    assert name.sources == ("wikidata-q999999090",)


def test_birth_name_and_pen_name_are_known_as_such() -> None:
    """So that a text may use either."""
    one = person(P1477=said(words("Ida Reed", "en")), P742=said(words("Veritas")))
    assert [(name.text, name.kind) for name in entity(one).names[1:]] == [
        ("Ida Reed", "birth"),
        ("Veritas", "pen"),
    ]


def test_one_question_one_fact() -> None:
    """A better rank is the answer; another day is a variant, a deprecated one rejected."""
    found = fact(
        person(
            P569=[
                said(at("1900-03-01")),
                said(at("1899-04-02"), "preferred"),
                said(at("1898-05-03"), "deprecated"),
            ]
        )
    )
    assert found.edtf == "1899-04-02"
    assert [(one.edtf, one.rank) for one in found.values] == [
        ("1900-03-01", "variant"),
        ("1898-05-03", "rejected"),
    ]


def test_the_better_attested_of_equals_is_the_fact() -> None:
    """A coarser statement that agrees adds its witness."""
    found = fact(
        person(
            P569=[
                said(at("1899-04-02"), cites=[WIKIPEDIA]),
                said(at("1900-03-01"), cites=[ADDRESS]),
                said(at("1900-00-00", YEAR), cites=[REGISTER]),
            ]
        )
    )
    assert (found.edtf, found.coarse_sources) == ("1900-03-01", ("wikidata-q999999090",))
    assert [(one.edtf, one.rank) for one in found.values] == [("1899-04-02", "variant")]


def test_a_day_told_in_both_calendars_is_sure() -> None:
    """Whoever wrote 10 April (Julian) beside 22 April knew the calendars."""
    both = [said(at("1870-04-22")), said(at("1870-04-10", model=JULIAN))]
    found = fact(item("Q9", "Orlo", HUMAN, P569=both))
    assert (found.edtf, found.values) == ("1870-04-22", ())
    alone = fact(item("Q9", "Orlo", HUMAN, P569=both[0]))
    assert alone.edtf == "[1870-04-22..1870-05-04]"
    assert [(one.edtf, one.rank) for one in alone.values] == [("1870-04-22", "finer")]


def test_a_first_of_january_is_a_year_unless_two_works_say_so() -> None:
    """Programs fill up years with it."""
    assert fact(person(P569=said(at("1900-01-01"), cites=[REGISTER]))).edtf == "1900"
    twice = fact(person(P569=said(at("1900-01-01"), cites=[REGISTER, {"P248": to("Q36578")}])))
    assert twice.edtf == "1900-01-01"


@pytest.mark.parametrize(
    ("statement", "edtf"),
    [
        (said(at("1450-00-00", YEAR), P1480=to("Q5727902")), "1450~"),
        (said(at("1450-00-00", YEAR), P5102=to("Q18122778")), "1450?"),
        (said(at("1450-00-00", YEAR), P1319=at("1440-00-00", YEAR)), "[1440..1450]"),
        (said(UNKNOWN, P1326=at("1450-00-00", YEAR)), "[..1450]"),
    ],
)
def test_what_editors_say_of_a_date_is_kept(statement: dict[str, Any], edtf: str) -> None:
    """Circa, presumably, not before, not after."""
    assert fact(person(P569=statement)).edtf == edtf


def test_no_value_is_no_fact() -> None:
    """Somebody who is alive has not died at a time that nobody knows."""
    assert facts(person(P570=said(NONE), P20=said(to("Q7")))) == []
    unknown = fact(person(P570=said(UNKNOWN), P20=said(to("Q7"))))
    assert (unknown.type, unknown.edtf, unknown.roles["place"]) == ("death", None, ("q7",))


def test_a_bad_date_costs_its_statement_alone() -> None:
    """The place tells what was skipped and why."""
    records = read(person(P569=said(at("1932-02-31")), P570=said(at("1999-00-00", YEAR))))
    (skipped,) = (one for one in records if isinstance(one, Skipped))
    assert (skipped.path, skipped.place) == ("dump.json", "Q999999010, P569")
    assert [one.type for one in records if isinstance(one, Fact)] == ["death"]


def test_an_office_in_doubt_is_weak() -> None:
    """So is one whose name is narrowed down by "of", since it is another office."""
    for doubted in (
        said(to("Q8"), P1480=to("Q32188232")),
        said(to("Q8"), P642=to("Q7")),
        said(to("Q8"), P1310=to("Q7")),
    ):
        assert fact(person(P39=doubted)).confidence == "weak"
    assert fact(person(P39=said(to("Q8")))).confidence == "medium"


def test_an_office_at_a_point_in_time_has_no_known_term() -> None:
    """Nobody says how long it was held."""
    assert fact(person(P39=said(to("Q8"), P585=at("1950-00-00", YEAR)))).edtf is None


def test_deprecated_offices_are_not_told() -> None:
    """They are known to be wrong."""
    assert facts(person(P39=said(to("Q8"), "deprecated"))) == []


def test_sources_are_kept_and_weighed() -> None:
    """A work, an address; what was taken from a Wikipedia is a poor witness."""
    records = read(person(P569=said(at("1932-05-05"), cites=[WIKIPEDIA, ADDRESS, REGISTER])))
    cited = {one.id: one for one in records if isinstance(one, Source)}
    (birth,) = (one for one in records if isinstance(one, Fact))
    assert [cited[key].quality for key in birth.sources] == ["fair", "fair", "poor"]
    assert cited[birth.sources[1]].url == "https://example.org/reed"
    assert cited[birth.sources[2]].title == "English Wikipedia"
    assert fact(person(P569=said(at("1932-05-05")))).sources == ("wikidata",)


def test_only_the_kinds_that_were_asked_for() -> None:
    """The others are counted."""
    line = json.dumps(REED).encode()
    result = convert(Task(line, "dump.json", 1, Settings(kinds=("office",))))
    assert (result.records, result.entities, result.left_out) == ([], 1, 1)


@pytest.mark.parametrize(
    "broken",
    [
        {"claims": []},
        {"claims": {"P31": [said(to("Q5"))], "P569": {"not": "a list"}}},
        {"claims": {"P31": [said(to("Q5"))], "P569": [None, 3, {"mainsnak": []}]}},
        {"claims": {"P31": [said(to("Q5"))], "P569": [{"mainsnak": {"datavalue": "x"}}]}},
        {"labels": [], "aliases": [], "descriptions": [], "sitelinks": []},
        {"labels": {"en": "Ada"}, "aliases": {"en": [7, {"value": []}]}},
    ],
)
def test_parts_of_another_shape_are_as_if_missing(broken: dict[str, Any]) -> None:
    """Empty objects are dumped as arrays; worse has been seen."""
    assert not [one for one in read({**REED, **broken}) if isinstance(one, Skipped)]


def test_old_dumps_name_items_by_number_alone() -> None:
    """As in 2015."""
    place = to("Q7")
    del place["datavalue"]["value"]["id"]
    assert fact(item("Q9", "Velin Ford", BATTLE, P276=said(place))).roles["place"] == ("q7",)


def test_an_address_that_is_no_web_address_is_no_source() -> None:
    """Nothing that runs when it is clicked."""
    bad = {"P854": words("javascript:alert(1)")}
    assert fact(person(P569=said(at("1932-05-05"), cites=[bad]))).sources == ("wikidata",)
