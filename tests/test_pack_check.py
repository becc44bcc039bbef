"""Packs whose facts cannot all be true: told by `bede pack check`, harmless to every text."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bede.cli import bede

HEAD = """name = "tarn"
title = "Tarn"
version = "1"
licence = "CC0-1.0"
editors = ["M. Kell"]
scope = "The Republic of Tarn"
"""
FILES = {
    "pack.toml": HEAD,
    "sources.yaml": """
- {id: kell, author: M. Kell, title: A History of Tarn, work: A History of Tarn,
   kind: scholarly, family: kell, quality: decent}
""",
    "people.yaml": """
- {id: ana-orlo, name: Ana Orlo, sources: kell, confidence: medium}
- {id: tom-reed, name: Tom Reed, sources: kell, confidence: medium}
""",
    "organisations.yaml": """
- {id: league, name: League of Tarn, kind: party, sources: kell, confidence: medium}
""",
}


def fact(name: str, kind: str, when: str, /, confidence: str = "medium", **roles: str) -> str:
    """One fact in the pack format."""
    told = ", ".join(f"{role}: {filler}" for role, filler in roles.items())
    rest = f"when: {when}, sources: kell, confidence: {confidence}"
    return f"- {{id: {name}, type: {kind}, roles: {{{told}}}, {rest}}}\n"


def check(folder: Path, *facts: str, **files: str) -> Result:
    """`bede pack check` of a pack with these facts, and with other files by their stem."""
    written = {**FILES, **{f"{stem}.yaml": text for stem, text in files.items()}}
    for name, text in {**written, "facts.yaml": "".join(facts)}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return CliRunner().invoke(bede, ["pack", "check", str(folder)])


CLASHES = {
    "a death before the birth": (
        fact("orlo-birth", "birth", "1845", person="ana-orlo"),
        fact("orlo-death", "death", "1839", person="ana-orlo"),
    ),
    "two births": (
        fact("orlo-birth", "birth", "1801", person="ana-orlo"),
        fact("orlo-birth-too", "birth", "1803", person="ana-orlo"),
    ),
    "a deed after the death": (
        fact("orlo-death", "death", "1839", person="ana-orlo"),
        fact("orlo-joins", "joining", "1841", person="ana-orlo", organisation="league"),
    ),
    "a deed of a child": (
        fact("orlo-birth", "birth", "1838", person="ana-orlo"),
        fact("orlo-expelled", "expulsion", "1841", person="ana-orlo", organisation="league"),
    ),
    "a life of 150 years": (
        fact("orlo-birth", "birth", "1701", person="ana-orlo"),
        fact("orlo-death", "death", "1851", person="ana-orlo"),
    ),
    "a body that acts before its founding": (
        fact("league-founded", "founding", "1840", thing="league"),
        fact("orlo-joins", "joining", "1831", person="ana-orlo", organisation="league"),
    ),
    "a child older than the father": (
        fact("orlo-birth", "birth", "1801", person="ana-orlo"),
        fact("reed-birth", "birth", "1795", person="tom-reed"),
        fact("son", "kinship", "1820", person="ana-orlo", relative="tom-reed", relation="son"),
    ),
    "a killing years before the death": (
        fact("orlo-killed", "killing", "1836-05-03", victim="ana-orlo"),
        fact("orlo-death", "death", "1839-05-05", person="ana-orlo"),
    ),
}

SOUND = {
    "sources that differ": (
        fact("orlo-birth", "birth", "1801", person="ana-orlo").replace(
            ", sources", ", disputed: [{rank: variant, when: 1799, sources: kell}], sources"
        ),
        fact("orlo-death", "death", "1800", person="ana-orlo"),
    ),
    "a date that is circa": (
        fact("orlo-birth", "birth", "1840~", person="ana-orlo"),
        fact("orlo-death", "death", "1839", person="ana-orlo"),
    ),
    "a date that the sources doubt": (
        fact("orlo-birth", "birth", "1845?", person="ana-orlo"),
        fact("orlo-death", "death", "1839", person="ana-orlo"),
    ),
    "a death of wounds": (
        fact("orlo-killed", "killing", "1836-05-03", victim="ana-orlo"),
        fact("orlo-death", "death", "1836-05-05", person="ana-orlo"),
    ),
    "a body founded anew": (
        fact("league-founded", "founding", "1812", thing="league"),
        fact("league-dissolved", "dissolution", "1830", thing="league"),
        fact("league-refounded", "founding", "1850", thing="league"),
        fact("league-dissolved-again", "dissolution", "1870", thing="league"),
    ),
    "open ends": (
        fact("league-founded", "founding", "../1812", thing="league"),
        fact("orlo-joins", "joining", "1805/..", person="ana-orlo", organisation="league"),
    ),
}


@pytest.mark.parametrize("facts", CLASHES.values(), ids=CLASHES)
def test_facts_that_cannot_all_be_true_are_one_error(
    facts: tuple[str, ...], tmp_path: Path
) -> None:
    """With file and line of each fact, its source, and the steps in between."""
    result = check(tmp_path, *facts)
    headline, *steps = result.stdout.splitlines()[1:-1]
    assert (result.exit_code, result.stderr) == (1, "")
    assert " error: " in headline
    assert headline.count("facts.yaml:") >= 2
    assert [step for step in steps if not step.startswith("  ")] == []
    assert "(kell)" in result.stdout
    assert result.stdout.endswith("\n1 conflict between facts\n")


@pytest.mark.parametrize("facts", SOUND.values(), ids=SOUND)
def test_facts_that_can_all_be_true_are_none(facts: tuple[str, ...], tmp_path: Path) -> None:
    """The wide reading of what is on record counts."""
    result = check(tmp_path, *facts)
    assert (result.exit_code, result.stdout.count("\n")) == (0, 1)


def test_a_weak_fact_in_a_clash_makes_it_a_warning(tmp_path: Path) -> None:
    """It is the one that is given up, too."""
    result = check(
        tmp_path,
        fact("orlo-birth", "birth", "1845", "weak", person="ana-orlo"),
        fact("orlo-death", "death", "1839", person="ana-orlo"),
    )
    assert "facts.yaml:1: warning: orlo-birth cannot be true together" in result.stdout
    assert result.exit_code == 0


def test_one_wrong_fact_does_not_accuse_its_neighbours(tmp_path: Path) -> None:
    """Three deeds of the 1830s stand against one birth."""
    deeds = ("1831", "1834", "1836")
    joined = {"person": "ana-orlo", "organisation": "league"}
    result = check(
        tmp_path,
        fact("orlo-birth", "birth", "1845", person="ana-orlo"),
        *(fact(f"deed-of-{year}", "joining", year, **joined) for year in deeds),
    )
    assert "error: orlo-birth cannot be true" in result.stdout
    assert "1 conflict between facts" in result.stdout


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        (fact("stay", "arrest", "1836/1834", person="ana-orlo"), "ends before it begins"),
        (fact("stay", "arrest", "1836-02-30", person="ana-orlo"), "facts.yaml:1: "),
        (fact("stay", "arrest", "Y10000000000000", person="ana-orlo"), "facts.yaml:1: "),
        (fact("stay", "arrest", "1836", person="nobody"), "no record has this id"),
    ],
)
def test_a_fault_is_one_line_and_facts_are_not_compared(
    facts: str, says: str, tmp_path: Path
) -> None:
    """Exit code 2, as for every bad input."""
    result = check(tmp_path, facts)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert says in result.stderr


def test_a_place_that_is_part_of_itself_is_a_fault_in_one_line(tmp_path: Path) -> None:
    """However long the circle."""
    place = (
        "- {{id: {0}, name: {0}, kind: region, part_of: {1}, sources: kell, confidence: medium}}\n"
    )
    circle = "".join(place.format(*pair) for pair in ("ab", "bc", "ca"))
    result = check(tmp_path, places=circle)
    assert result.exit_code == 2
    assert "part_of leads in a circle: a > b > c > a" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_pack_of_nothing_has_no_conflicts(tmp_path: Path) -> None:
    """Nor does it have facts."""
    result = check(tmp_path)
    assert result.stdout == "tarn 1: 3 entities, 0 facts, no faults\n"


def test_the_pack_that_comes_with_bede_can_all_be_true() -> None:
    """All its facts in one network, weak ones too."""
    folder = Path(__file__).parents[1] / "src/bede/data/packs/early-soviet"
    result = CliRunner().invoke(bede, ["pack", "check", str(folder)])
    assert (result.exit_code, result.stdout.count("\n")) == (0, 1)
