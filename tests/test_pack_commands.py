"""`bede pack new`, `build`, `diff`, `stats`, `add` and `challenge`, and challenged findings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bede.cli import bede

HEAD = ("--title", "Tarn", "--licence", "CC0-1.0", "--editor", "M. Kell", "--scope", "Tarn.")
REST = "sources: kell, confidence: medium"
SOURCES = "- {id: kell, title: Tarn, work: Tarn, kind: primary, family: kell, quality: decent}\n"
PEOPLE = f"- {{id: ana-orlo, name: Ana Orlo, aliases: [Orlo], {REST}}}\n"
LEAGUE = f"- {{id: league, name: League of Tarn, kind: party, {REST}}}\n"
EXPELLED = (
    "- id: orlo-expelled  # in her absence\n  type: expulsion\n"
    "  roles: {person: ana-orlo, organisation: league}\n  when: 1836\n"
    "  sources: kell\n  confidence: medium\n"
)
TEXT = (
    "In 1830 Ana Orlo was expelled from the League of Tarn. Ida Moor was born in Velin in 1799.\n"
)


def run(*words: object) -> Result:
    """The command with these words."""
    return CliRunner().invoke(bede, [*map(str, words)])


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A small pack in the folder that `bede pack new` makes."""
    folder = tmp_path / "tarn"
    assert run("pack", "new", folder, *HEAD).exit_code == 0
    texts = {"sources": SOURCES, "people": PEOPLE, "organisations": LEAGUE, "facts": EXPELLED}
    for stem, text in texts.items():
        path = folder / f"{stem}.yaml"
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    return folder


@pytest.fixture
def reference(pack: Path, tmp_path: Path) -> Path:
    """The pack, built."""
    output = tmp_path / "tarn.sqlite"
    built = run("pack", "build", pack, "-o", output)
    assert (built.exit_code, built.stdout[:-15]) == (0, f"{output}: tarn 0.1 ")
    return output


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A text with an error, and with somebody whom the pack does not know."""
    path = tmp_path / "orlo.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_new_pack_says_what_it_needs(tmp_path: Path) -> None:
    """What was not said is left to write, and the check says where."""
    assert run("pack", "new", tmp_path / "North Tarn").exit_code == 0
    result = run("pack", "check", tmp_path / "North Tarn")
    todo = [line.partition("pack.toml:")[2] for line in result.stderr.splitlines()]
    assert [line.partition(" is still TODO")[0] for line in todo] == [
        "4: 'title'",
        "7: 'licence'",
        "10: 'editors'",
        "13: 'scope'",
    ]
    assert 'name = "north-tarn"' in (tmp_path / "North Tarn" / "pack.toml").read_text()


def test_a_new_pack_with_a_head_has_no_faults(tmp_path: Path) -> None:
    """Its files hold comments alone, and quotation marks in the head do no harm."""
    head = [word if word != "Tarn" else 'The "League"\nof \\ Tarn' for word in HEAD]
    run("pack", "new", tmp_path / "tarn", *head)
    result = run("pack", "check", tmp_path / "tarn")
    assert (result.stdout, result.stderr) == ("tarn 0.1: 0 entities, 0 facts, no faults\n", "")


def test_the_examples_of_a_new_pack_are_a_pack(tmp_path: Path) -> None:
    """Whoever takes the comment signs away has a pack that reads."""
    folder = tmp_path / "tarn"
    run("pack", "new", folder, *HEAD)
    for path in folder.glob("*.yaml"):
        lines = path.read_text(encoding="utf-8").splitlines()
        begin = next(at for at, line in enumerate(lines) if line.startswith("# - id"))
        bare = (line.removeprefix("# ").removeprefix("#") for line in lines[begin:])
        path.write_text("".join(f"{line}\n" for line in bare), encoding="utf-8")
    sources = folder / "sources.yaml"
    sources.write_text(sources.read_text() + SOURCES.replace("kell", "dorn-1922"))
    result = run("pack", "check", folder)
    assert (result.stdout, result.stderr) == ("tarn 0.1: 5 entities, 2 facts, no faults\n", "")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("tarn",), "tarn/facts.yaml: this file is there already; choose another folder"),
        (("new", "--name", "North Tarn"), "--name: 'North Tarn' is no id; write north-tarn"),
        (("orlo.txt/new",), "orlo.txt/new: cannot be written (Not a directory); choose another"),
    ],
)
def test_a_pack_that_cannot_be_made(
    pack: Path, text: Path, words: tuple[str, ...], says: str
) -> None:
    """Nothing that is there is written over."""
    before = (pack / "facts.yaml").read_text()
    result = run("pack", "new", text.parent / words[0], *words[1:])
    assert isinstance(result.exception, Exception)
    assert says in str(result.exception)
    assert (pack / "facts.yaml").read_text() == before


def test_what_differs_between_two_versions(pack: Path, tmp_path: Path) -> None:
    """Key by key; comments, the order of lists in files, and CSV make no difference."""
    new = tmp_path / "new"
    run("pack", "new", new, *HEAD, "--name", "tarn")
    for stem, records in {
        "sources": SOURCES,
        "people": PEOPLE.replace("[Orlo]", "[Orlova, A. Orlo]"),
        "facts": EXPELLED.replace("1836", "1837").replace("  sources", "  note: late\n  sources"),
        "places": f"- {{id: velin, name: Velin, kind: settlement, {REST}}}\n",
    }.items():
        (new / f"{stem}.yaml").write_text(records, encoding="utf-8")
    (new / "organisations.yaml").unlink()
    rows = "id,name,kind,sources,confidence\nleague,League of Tarn,party,kell,medium\n"
    (new / "organisations.csv").write_text(rows, encoding="utf-8")
    assert run("pack", "diff", pack, new).stdout.splitlines() == [
        "+ places velin",
        "~ people ana-orlo",
        "    aliases: -Orlo, +Orlova, +A. Orlo",
        "~ facts orlo-expelled",
        "    note: late (new)",
        "    when: 1836 -> 1837",
        "tarn 0.1 -> tarn 0.1: 1 added, 0 removed, 2 changed",
    ]
    found = json.loads(run("pack", "diff", new, pack, "--format", "json").stdout)
    assert found["removed"] == [{"collection": "places", "id": "velin"}]
    assert found["changed"][1]["changes"] == [
        {"key": "note", "old": ["late"], "new": []},
        {"key": "when", "old": ["1837"], "new": ["1836"]},
    ]


def test_a_pack_does_not_differ_from_itself(pack: Path) -> None:
    """One line says so."""
    assert run("pack", "diff", pack, pack).stdout == "tarn 0.1 -> tarn 0.1: no difference\n"


def test_a_faulty_pack_is_not_compared(pack: Path, tmp_path: Path) -> None:
    """Its faults are told, with exit code 2."""
    result = run("pack", "diff", pack, tmp_path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "pack.toml: no such file" in result.stderr


def test_a_pack_in_numbers(pack: Path) -> None:
    """Records, facts, centuries, sources, witnesses, and what lacks."""
    stats = json.loads(run("pack", "stats", pack, "--format", "json").stdout)
    assert stats["records"] == {"person": 1, "organisation": 1}
    assert stats["facts"] == {"expulsion": 1}
    assert stats["centuries"] == {"19th century": 1}
    assert stats["sources"][0] == {"kind": "primary", "sources": 1, "facts": 1}
    assert (stats["witnessed"], stats["confidence"]) == (0, {"medium": 1})
    assert stats["lacking"]["people without a birth"] == 1
    told = run("pack", "stats", pack).stdout
    assert "\nSources (1, 1 independent)\n  primary" in told
    assert "  two independent decent witnesses: 0 of 1 (0 %)\n" in told


def test_a_text_gives_records_to_complete(pack: Path, text: Path, reference: Path) -> None:
    """Known names become ids, the unknown records; what stands in the files stays."""
    before = {path: path.read_text() for path in pack.iterdir()}
    added = run("pack", "add", "--from", f"{text}:1", "--pack", pack, "--reference", reference)
    assert added.stdout.splitlines() == [
        f"{pack}/{stem}.yaml: added, to be completed" for stem in ("people", "places", "facts")
    ]
    for path, content in before.items():
        assert path.read_text().startswith(content)
    facts = (pack / "facts.yaml").read_text()
    assert "  roles:\n    person: ana-orlo\n    organisation: league\n  when: 1830\n" in facts
    assert "- id: ida-moor-birth\n" in facts
    assert "  sources: TODO\n" in facts
    faults = run("pack", "check", pack)
    assert faults.exit_code == 2
    assert "'sources' is still TODO; complete the record" in faults.stderr
    for path in pack.glob("*.yaml"):
        done = path.read_text().replace("sources: TODO", "sources: kell")
        done = done.replace("kind: TODO", "kind: settlement").replace(": TODO", ": medium")
        path.write_text(done)
    assert "5 entities" not in run("pack", "check", pack).stdout
    assert "4 entities, 3 facts, no faults" in run("pack", "check", pack).stdout


def test_without_a_pack_the_records_are_printed(text: Path, reference: Path) -> None:
    """A column asks for one statement alone."""
    printed = run("pack", "add", "--from", f"{text}:1:70", "--reference", reference).stdout
    assert printed.startswith("# people.yaml\n- id: ida-moor\n  name: Ida Moor\n")
    assert "expulsion" not in printed


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[{id: a}]\n", "no record can be put at its end; begin each record of the file with"),
        ("id: a\n", "this is no list of records"),
        ("- [broken\n", "not YAML"),
    ],
)
def test_a_file_that_nothing_can_be_added_to(
    pack: Path, text: Path, reference: Path, content: str, says: str
) -> None:
    """It stays as it was, and so do the others."""
    (pack / "people.yaml").write_text(content)
    before = (pack / "facts.yaml").read_text()
    result = run("pack", "add", "--from", f"{text}:1", "--pack", pack, "--reference", reference)
    assert says in str(result.exception)
    assert (pack / "people.yaml").read_text() == content
    assert (pack / "facts.yaml").read_text() == before


def test_all_files_or_none(pack: Path, text: Path, reference: Path) -> None:
    """The last file cannot be continued, so that the first is not."""
    (pack / "facts.yaml").write_text("[]\n")
    before = (pack / "people.yaml").read_text()
    result = run("pack", "add", "--from", f"{text}:1", "--pack", pack, "--reference", reference)
    assert "facts.yaml: no record can be put at its end" in str(result.exception)
    assert (pack / "people.yaml").read_text() == before


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("The quarrel was long.", "no statement stands there"),
        ("Ana Orlo was not expelled from the League of Tarn in 1830.", "negated, not stated by"),
    ],
)
def test_a_place_without_a_statement(text: Path, reference: Path, line: str, says: str) -> None:
    """Said with the reason."""
    text.write_text(f"# Heading\n\n{line}\n")
    result = run("pack", "add", "--from", f"{text}:3", "--reference", reference)
    assert says in str(result.exception)


def test_a_folder_that_is_no_pack(text: Path, tmp_path: Path) -> None:
    """Nothing is put into it."""
    wrong = run("pack", "add", "--from", f"{text}:1", "--pack", tmp_path)
    assert "this is no pack; make one with 'bede pack new" in str(wrong.exception)


def challenge(text: Path, pack: Path, reference: Path, *words: str) -> Result:
    """`bede pack challenge` of the first line."""
    given = ("--pack", pack, "--reference", reference, "--reason", "Old: the\nvote counts.")
    return run("pack", "challenge", f"{text}:1", *given, *words)


def test_a_challenged_finding_is_a_note_with_its_reason(
    pack: Path, text: Path, reference: Path
) -> None:
    """Wherever the same words stand, and however their lines are broken."""
    before = run("check", text, "--reference", reference)
    assert (before.exit_code, "warning[wrong-date]" in before.stdout) == (0, True)
    assert challenge(text, pack, reference, "--by", "M. Kell", "--date", "2026-11").exit_code == 0
    assert "no faults" in run("pack", "check", pack).stdout
    text.write_text("A preface.\n\n" + TEXT.replace("from the", "from\nthe"), encoding="utf-8")
    after = run("check", text, "--reference", reference, "--challenges", pack)
    assert "note[wrong-date]" in after.stdout
    assert "(challenged by M. Kell: Old: the vote counts.)" in after.stdout
    assert "warning[" not in after.stdout
    assert after.stderr == ""


def test_a_challenge_holds_for_its_words_and_rule_alone(
    pack: Path, text: Path, reference: Path
) -> None:
    """In other words the finding stands, and the challenge is told to have met nothing."""
    challenge(text, pack, reference)
    text.write_text(TEXT.replace("1830", "1831"), encoding="utf-8")
    after = run("check", text, "--reference", reference, "--challenges", pack / "challenges.yaml")
    assert "warning[wrong-date]" in after.stdout
    assert after.stderr == (
        f"bede: {pack}/challenges.yaml:1: this challenge met no finding of wrong-date; "
        "remove it if the text was mended\n"
    )
    assert after.exit_code == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (
            ("--rule", "wrong-place"),
            "no such finding stands there; name one with --rule: wrong-date",
        ),
        (("--rule", "wrong-dating"), "there is no rule 'wrong-dating'"),
        (("--date", "31 May"), "--date: "),
        (("--reason", " "), "--reason: 'reason' has no value"),
        (("--reason", "TODO"), "--reason: 'reason' is still TODO"),
    ],
)
def test_a_challenge_that_says_nothing(
    pack: Path, text: Path, reference: Path, words: tuple[str, ...], says: str
) -> None:
    """Nothing is written."""
    assert says in str(challenge(text, pack, reference, *words).exception)
    assert not (pack / "challenges.yaml").exists()


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        ("- {words: a, rule: wrong-date}\n", 1, "the key 'reason' is missing"),
        ("- {words: a, rule: wrong, reason: b}\n", 1, "there is no rule 'wrong'"),
        ("- words: a\n  rule: wrong-date\n  reason: b\n  date: 2026-13\n", 4, "13"),
        ("words: a\n", 1, "this is no list"),
        ("- a\n", 1, "must be a mapping"),
    ],
)
def test_faulty_challenges_have_a_line(
    pack: Path, text: Path, content: str, line: int, says: str
) -> None:
    """For `bede pack check` and `bede check` alike."""
    (pack / "challenges.yaml").write_text(content)
    for result in (run("pack", "check", pack), run("check", text, "--challenges", pack)):
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"{pack}/challenges.yaml:{line}: " in result.stderr
        assert says in result.stderr


def test_a_pack_without_challenges_has_none(pack: Path, text: Path, reference: Path) -> None:
    """A file that is named must be there."""
    assert run("check", text, "--reference", reference, "--challenges", pack).stderr == ""
    missing = run("check", text, "--challenges", pack / "none.yaml")
    assert "none.yaml: no such file; name a file of challenges" in missing.stderr
