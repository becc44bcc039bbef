"""`bede tighten` and `bede pack check`: what follows from what is stated, and what cannot hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bede.checker.tightening import tighten_texts
from bede.cli import bede
from bede.report.tightening import table

PASSAGE = (
    "Ida Vell was born in Velin in 1812. She was arrested at the age of 20.\n\n"
    "Ida Vell lived in Velin from 1838 for twelve years. She died before Tom Reed was born."
    " Tom Reed was born in 1851.\n"
)

SOURCE = """- {id: kell, author: M. Kell, title: A History of Tarn, work: A History of Tarn,
   kind: scholarly, family: kell, quality: decent}
"""
PEOPLE = """- {id: ana-orlo, name: Ana Orlo, sources: kell, confidence: high}
- {id: tom-reed, name: Tom Reed, sources: kell, confidence: high}
"""
HEAD = """name = "tarn"
title = "Tarn"
version = "1"
licence = "CC0-1.0"
editors = ["M. Kell"]
scope = "The Republic of Tarn"
"""


def fact(name: str, kind: str, person: str, when: str) -> str:
    """One fact in the pack format."""
    roles = f"{{person: {person}}}"
    sourced = "sources: kell, confidence: high"
    return f"- {{id: {name}, type: {kind}, roles: {roles}, when: {when}, {sourced}}}\n"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack of two people without facts."""
    folder = tmp_path / "tarn"
    (folder / "facts").mkdir(parents=True)
    (folder / "pack.toml").write_text(HEAD, encoding="utf-8")
    (folder / "sources.yaml").write_text(SOURCE, encoding="utf-8")
    (folder / "people.yaml").write_text(PEOPLE, encoding="utf-8")
    return folder


def run(*words: str) -> Result:
    """A command, as typed."""
    return CliRunner().invoke(bede, list(words))


def tell(pack: Path, *facts: str) -> None:
    """Put facts into the pack."""
    (pack / "facts" / "facts.yaml").write_text("".join(facts), encoding="utf-8")


def test_a_life_is_bounded_by_what_is_told_of_it(tmp_path: Path) -> None:
    """From the end of a stay on, and until somebody else was born."""
    text = tmp_path / "vell.txt"
    text.write_text(PASSAGE, encoding="utf-8")
    result = run("tighten", "--no-reference", "--format", "json", str(text))
    (document,) = json.loads(result.stdout)["documents"]
    spans = {one["what"]: one for one in document["spans"]}
    life = spans["life of Ida Vell"]
    assert (life["begin"]["edtf"], life["end"]["edtf"]) == ("1812", "[1848-12-29..1851-12-31]")
    says = [step["says"] for step in life["end"]["latest"]["because"]]
    assert says == ['the text dates "born" "1851"', 'the text puts "died" before "born"']


def test_the_table_marks_what_had_to_be_inferred(tmp_path: Path) -> None:
    """And tells on demand what gives each bound."""
    text = tmp_path / "vell.txt"
    text.write_text(PASSAGE, encoding="utf-8")
    table = run("tighten", "--no-reference", "--because", str(text)).stdout
    assert "between 29 December 1848 and 31 December 1851 *" in table
    assert 'ends not after 31 December 1851: the text dates "born" "1851"' in table


def test_a_text_that_contradicts_itself_is_tightened_without_what_clashes(tmp_path: Path) -> None:
    """The clash is told in one line."""
    text = tmp_path / "vell.txt"
    text.write_text("Ida Vell was born in 1812. Ida Vell was born in 1815.\n", encoding="utf-8")
    table = run("tighten", "--no-reference", str(text)).stdout
    assert table.count("left out, since it clashes with the rest") == 1


def test_a_date_that_the_reference_contradicts_is_told_and_not_built_upon(tmp_path: Path) -> None:
    """With the fact that speaks against it."""
    text = tmp_path / "trotsky.txt"
    text.write_text("Leon Trotsky was born in 1858.\n", encoding="utf-8")
    table = run("tighten", str(text)).stdout
    assert 'with the rest: the text dates "born" "1858"' in table
    assert "the reference says: Leon Trotsky was born in Yanovka on 7 November 1879" in table


def test_only_what_lasts_has_an_end_of_its_own(pack: Path) -> None:
    """A happening lies between two days; what holds an office, or a life, begins and ends."""
    tell(
        pack,
        fact("orlo-arrest", "arrest", "ana-orlo", "1836"),
        fact("orlo-stay", "residence", "ana-orlo", "1836/1838"),
    )
    (document,) = json.loads(run("tighten", "--format", "json", str(pack)).stdout)["documents"]
    found = {one["where"]: (one["lasts"], one["edtf"]) for one in document["spans"]}
    assert found["orlo-arrest"] == (False, "1836")
    assert found["orlo-stay"] == (True, "1836/1838")


def test_a_narrow_terminal_has_a_few_lines_for_each_span(tmp_path: Path) -> None:
    """None of them longer than it is wide."""
    text = tmp_path / "vell.txt"
    text.write_text(PASSAGE, encoding="utf-8")
    found, _ = tighten_texts([str(text)], alone=True)
    lines = table.render(found, because=True, width=60).splitlines()
    assert "life of Ida Vell" in lines
    assert [line for line in lines if len(line) > 60 and str(text) not in line] == []


def test_the_facts_of_a_pack_bound_lives_that_nobody_dated(pack: Path) -> None:
    """Whoever was arrested lived then, and nobody lives for ever."""
    tell(pack, fact("arrest", "arrest", "ana-orlo", "1836"))
    result = run("tighten", str(pack))
    assert "life of Ana Orlo" in result.stdout
    assert " *  [1712-12-30..1836-12-31] to " in result.stdout
    assert result.exit_code == 0


def test_facts_that_cannot_all_be_true_are_told_with_their_sources(pack: Path) -> None:
    """Exit code 1: the pack is well formed, and wrong."""
    tell(
        pack,
        fact("orlo-birth", "birth", "ana-orlo", "1845"),
        fact("orlo-death", "death", "ana-orlo", "1839"),
    )
    result = run("pack", "check", str(pack))
    assert "error: orlo-death cannot be true together with orlo-birth" in result.stdout
    assert "Ana Orlo was born in 1845 (orlo-birth (kell))" in result.stdout
    assert result.exit_code == 1


def test_a_pack_that_contradicts_itself_accuses_nobody(pack: Path, tmp_path: Path) -> None:
    """Not by the life that it has wrong; other lives still count."""
    tell(
        pack,
        fact("orlo-birth", "birth", "ana-orlo", "1845"),
        fact("orlo-death", "death", "ana-orlo", "1839"),
        fact("reed-birth", "birth", "tom-reed", "1850"),
    )
    reference = tmp_path / "tarn.sqlite"
    assert run("reference", "build", str(pack), "-o", str(reference)).exit_code == 0
    text = tmp_path / "page.txt"
    text.write_text("Ana Orlo was arrested in 1838. Tom Reed was arrested in 1838.\n", "utf-8")
    report = json.loads(
        run("check", "--format", "json", "--reference", str(reference), str(text)).stdout
    )
    findings = report["documents"][0]["findings"]
    assert [one["message"].split(" was")[0] for one in findings] == ["Tom Reed"]


@pytest.mark.parametrize(
    ("when", "says"),
    [
        ("1836/1834", "'1836/1834' ends before it begins"),
        ("nonsense", "facts.yaml:1: "),
    ],
)
def test_a_date_that_cannot_be_is_a_fault_in_one_line(pack: Path, when: str, says: str) -> None:
    """With the file and the line."""
    tell(pack, fact("stay", "arrest", "ana-orlo", when))
    result = run("pack", "check", str(pack))
    assert (result.exit_code, says in result.stderr) == (2, True)


@pytest.mark.parametrize("when", ["Y1000000000", "Y-1000000000", "../1836", "1836/..", "1836?"])
def test_far_and_open_dates_are_no_fault(pack: Path, when: str) -> None:
    """A billion years, an open end, an uncertain year."""
    tell(pack, fact("stay", "arrest", "ana-orlo", when))
    assert run("pack", "check", str(pack)).exit_code == 0
    assert run("tighten", str(pack)).exit_code == 0


def test_a_file_that_is_not_there_is_told_and_the_others_are_done(pack: Path) -> None:
    """Exit code 2, one line."""
    tell(pack, fact("arrest", "arrest", "ana-orlo", "1836"))
    result = run("tighten", str(pack), "nowhere.txt")
    assert (result.exit_code, "life of Ana Orlo" in result.stdout) == (2, True)
    assert result.stderr == ("bede: nowhere.txt: there is no such file or folder; check the name\n")
