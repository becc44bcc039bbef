"""What `bede pack check` takes for likely slips, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.test_pack_check import HEAD, fact

from bede.cli import bede

SOURCES = """
- {id: kell, title: Tarn, work: Tarn, kind: scholarly, family: kell, quality: decent}
- {id: kell-copy, title: Tarn, work: Tarn, kind: web, family: kell, quality: decent}
- {id: dorn, title: Lives, work: Lives, kind: reference-work, family: dorn, quality: decent,
   precision: year}
- {id: blog, title: Orlo, work: Blog, kind: web, family: blog, quality: poor}
"""
REST = "sources: kell, confidence: medium"
PEOPLE = f"""
- {{id: ana-orlo, name: Ana Orlo, {REST}}}
- {{id: tom-reed, name: Tom Reed, {REST}}}
"""


def check(folder: Path, **files: str) -> Result:
    """`bede pack check` of a pack with these files by their stem."""
    written = {"sources": SOURCES, "people": PEOPLE, **files}
    (folder / "pack.toml").write_text(HEAD, encoding="utf-8")
    for stem, text in written.items():
        (folder / f"{stem}.yaml").write_text(text, encoding="utf-8")
    return CliRunner().invoke(bede, ["pack", "check", str(folder)])


def names(result: Result) -> list[str]:
    """The names of the checks that found something."""
    told = [line for line in result.stdout.splitlines() if "]: " in line]
    return [line.partition("[")[2].partition("]")[0] for line in told]


def second(**keys: str) -> str:
    """Another person called Ana Orlo."""
    told = "".join(f", {key}: '{value}'" for key, value in keys.items())
    return PEOPLE + f"- {{id: ana-orlo-2, name: ANA ORLO{told}, {REST}}}\n"


def test_one_person_under_two_ids(tmp_path: Path) -> None:
    """Told at the second, with the place of the first."""
    result = check(tmp_path, people=second())
    assert result.exit_code == 0
    assert "people.yaml:4: warning[same-name]: the person ana-orlo-2" in result.stdout
    assert f"(ana-orlo ({tmp_path}/people.yaml:2))" in result.stdout
    assert result.stdout.endswith("slips: 0 errors, 1 warning, 0 notes\n")


@pytest.mark.parametrize(
    ("first", "other", "facts", "found"),
    [
        ("", "born in Velin", "", ["same-name"]),
        ("wikidata:Q1", "wikidata:Q2", "", []),
        ("wikidata:Q1", "viaf:2", "", ["same-name"]),
        ("", "", ("1801", "1890"), []),
        ("", "", ("1801", "1801~"), ["same-name"]),
    ],
)
def test_two_people_of_one_name(
    tmp_path: Path, first: str, other: str, facts: tuple[str, str] | str, found: list[str]
) -> None:
    """Births, or ids that one registry gives, tell them apart."""
    people = second(same_as=other) if ":" in other else second()
    if first:
        people = people.replace("Ana Orlo,", f"Ana Orlo, same_as: '{first}',")
    births = "".join(
        fact(f"birth-{n}", "birth", when, person=who)
        for n, (who, when) in enumerate(zip(("ana-orlo", "ana-orlo-2"), facts, strict=False))
    )
    assert names(check(tmp_path, people=people, facts=births)) == found


def test_two_people_described_apart_are_a_note(tmp_path: Path) -> None:
    """The editor has told them apart in words; a machine cannot."""
    people = second(description="painter").replace(
        "Ana Orlo,", "Ana Orlo, description: leader of the League,"
    )
    assert "note[same-name]" in check(tmp_path, people=people).stdout


def test_two_records_of_one_number(tmp_path: Path) -> None:
    """Whatever they are called."""
    people = PEOPLE.replace("name: ", "same_as: wikidata:Q1, name: ")
    result = check(tmp_path, people=people)
    assert "tom-reed and ana-orlo are both wikidata:Q1" in result.stdout
    assert names(result) == ["same-identifier"]


def test_a_shared_surname_is_no_slip(tmp_path: Path) -> None:
    """Aliases are shared by many."""
    people = PEOPLE.replace("Ana Orlo,", "Ana Orlo, aliases: [Orlo],").replace(
        "Tom Reed,", "Tom Orlo, aliases: [Orlo],"
    )
    assert names(check(tmp_path, people=people)) == []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (("birth", "1801"), ("birth", "1801-05"), ["same-fact"]),
        (("arrest", "1836"), ("arrest", "1836-05-03"), ["same-fact"]),
        (("arrest", "1836"), ("arrest", "1838"), []),
        (("arrest", "1836-05-03"), ("arrest", "1836-05-04"), []),
        (("arrest", "1836~"), ("arrest", "1838"), ["same-fact"]),
    ],
)
def test_one_fact_told_twice(
    tmp_path: Path, one: tuple[str, str], other: tuple[str, str], found: list[str]
) -> None:
    """The same type, roles and, as far as can be known, time."""
    facts = fact("one", *one, person="ana-orlo") + fact("other", *other, person="ana-orlo")
    assert names(check(tmp_path, facts=facts)) == found


@pytest.mark.parametrize(
    ("when", "sources", "found"),
    [
        ("1836-05", "dorn", ["too-precise"]),
        ("1836", "dorn", []),
        ("1836~", "dorn", []),
        ("1830/1836-05-03", "dorn", ["too-precise"]),
        ("1836-05", "[kell, dorn]", ["too-precise"]),
        ("1836-05, coarse_sources: dorn", "kell", []),
        (
            "1836, disputed: [{rank: variant, when: 1837-02, sources: dorn}]",
            "kell",
            ["too-precise"],
        ),
        ("1836, disputed: [{rank: rejected, when: 1837-02, sources: dorn}]", "kell", []),
    ],
)
def test_a_date_more_exact_than_its_source(
    tmp_path: Path, when: str, sources: str, found: list[str]
) -> None:
    """The source says how exactly it gives dates; an error, since the date was made up."""
    told = fact("held", "arrest", when, person="ana-orlo").replace(
        "sources: kell", f"sources: {sources}"
    )
    result = check(tmp_path, facts=told)
    assert names(result) == found
    assert result.exit_code == len(found)


def test_years_turned_into_days(tmp_path: Path) -> None:
    """Five firsts of January from one source; four are a chance."""
    days = [f"18{30 + year}-01-01" for year in range(5)]
    facts = [fact(f"held-{day}", "arrest", day, person="ana-orlo") for day in days]
    assert names(check(tmp_path, facts="".join(facts[:4]))) == []
    result = check(tmp_path, facts="".join(facts))
    assert "5 of 5 days from kell are a first of January" in result.stdout
    assert names(result) == ["first-of-january"]


OFFICE = f"- {{id: chair, name: Chair of Tarn, holders: single, {REST}}}\n"


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        (("1830/1836", "1833/1838"), ["office-held-twice"]),
        (("1830/1836", "1836/1838"), []),
        (("1830/1836-05", "1836-05/1838"), []),
        (("1830/1836~", "1833/1838"), []),
        (("1830/1836", "1836-03-01/1838"), []),
    ],
)
def test_two_holders_of_one_office(
    tmp_path: Path, terms: tuple[str, str], found: list[str]
) -> None:
    """Only where the terms surely overlap, by more than a handover."""
    facts = fact("first", "tenure", terms[0], person="ana-orlo", office="chair")
    facts += fact("second", "tenure", terms[1], person="tom-reed", office="chair")
    result = check(tmp_path, offices=OFFICE, facts=facts)
    assert (names(result), result.exit_code) == (found, len(found))
    many = OFFICE.replace("single", "many")
    assert names(check(tmp_path, offices=many, facts=facts)) == []


@pytest.mark.parametrize(
    ("sources", "found"),
    [
        ("[kell, dorn]", []),
        ("kell", ["too-few-witnesses"]),
        ("[kell, kell-copy]", ["too-few-witnesses"]),
        ("[kell, blog]", ["too-few-witnesses"]),
    ],
)
def test_high_confidence_needs_two_witnesses(
    tmp_path: Path, sources: str, found: list[str]
) -> None:
    """Decent ones, that do not copy one another."""
    told = fact("held", "arrest", "1836", "high", person="ana-orlo")
    told = told.replace("sources: kell", f"sources: {sources}")
    assert names(check(tmp_path, facts=told)) == found


def test_a_habit_is_not_told_without_end(tmp_path: Path) -> None:
    """The first slips of a check in the order of the files, and how many more there are."""
    deeds = [
        fact(f"held-{n}", "arrest", str(1800 + n), "high", person="ana-orlo") for n in range(30)
    ]
    result = check(tmp_path, facts="".join(deeds))
    assert names(result) == ["too-few-witnesses"] * 25
    assert result.stdout.endswith(
        "too-few-witnesses: and 5 more\nslips: 0 errors, 30 warnings, 0 notes\n"
    )


BODIES = f"""
- {{id: league, kind: party, name: League, replaces: club, {REST}}}
- {{id: club, kind: party, name: Club, {REST}}}
"""


def test_a_body_that_replaces_what_came_later(tmp_path: Path) -> None:
    """Its end lies before the beginning of the other."""
    facts = fact("ended", "dissolution", "1836", thing="league")
    facts += fact("founded", "founding", "1838", thing="club")
    result = check(tmp_path, organisations=BODIES, facts=facts)
    assert (names(result), result.exit_code) == (["replaced-before-it-began"], 1)
    assert names(check(tmp_path, organisations=BODIES, facts=facts.replace("1838", "1830"))) == []


def test_a_body_that_replaces_itself_is_a_fault(tmp_path: Path) -> None:
    """However long the circle."""
    circle = BODIES.replace("name: Club", "name: Club, replaces: league")
    result = check(tmp_path, organisations=circle)
    assert result.exit_code == 2
    assert "replaces leads in a circle: league > club > league" in result.stderr


def test_packs_that_contradict_each_other(tmp_path: Path) -> None:
    """Each is sound alone; together one of them is wrong, and both places are named."""
    first, other = tmp_path / "first", tmp_path / "other"
    first.mkdir()
    other.mkdir()
    birth = fact("birth", "birth", "1801", person="ana-orlo")
    assert check(first, facts=birth).exit_code == 0
    (other / "pack.toml").write_text(HEAD.replace("tarn", "other"), encoding="utf-8")
    (other / "facts.yaml").write_text(fact("death", "death", "1790", person="ana-orlo"))
    result = CliRunner().invoke(bede, ["pack", "check", str(first), str(other)])
    assert result.exit_code == 1
    assert "1 conflict between facts" in result.stdout
    assert f"{other}/facts.yaml:1" in result.stdout
    assert f"{first}/facts.yaml:1" in result.stdout
