"""`bede reference info|search|show|verify|use`, and checking with several references.

The example is true: the register of the Dormition church at Gori has Stalin born on 6 December
1878 Old Style; his official biography has 21 December 1879.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from bede.cli import bede
from bede.errors import ReferenceFileError, UsageError

Build = Callable[..., str]

HEAD = """\
name = "{name}"
title = "{name}"
version = "1"
licence = "CC0-1.0"
editors = ["A. Historian"]
scope = "One life."
"""

GORI = """\
people:
- {id: stalin, name: Joseph Stalin, aliases: [Stalin, Iosif Dzhugashvili], sources: register,
   confidence: high, note: leader of the Soviet Union}
places:
- {id: gori, name: Gori, kind: settlement, sources: register, confidence: high}
sources:
- {id: register, title: "Metrical book of the Dormition cathedral at Gori, 1878",
   work: Registers of births of the Georgian exarchate, kind: primary, family: register,
   quality: decent}
facts:
- {id: stalin-birth, type: birth, roles: {person: stalin, place: gori}, when: 1878-12-18,
   old_style: 1878-12-06, sources: register, confidence: high}
- {id: stalin-death, type: death, roles: {person: stalin}, when: 1953-03-05, sources: register,
   confidence: high}
"""

OFFICIAL = """\
people:
- {id: j-v-stalin, name: Joseph Stalin, aliases: [J. V. Stalin], sources: biography,
   confidence: medium}
sources:
- {id: biography, title: "Joseph Stalin: a short biography", work: Short biographies,
   publisher: Foreign Languages Publishing House, year: 1947, kind: reference-work,
   family: biography, quality: fair}
facts:
- {id: official-birth, type: birth, roles: {person: j-v-stalin}, when: 1879-12-21,
   sources: biography, confidence: medium}
- {id: official-death, type: death, roles: {person: j-v-stalin}, when: 1953-03-05,
   sources: biography, confidence: medium}
"""

TRUE = "Joseph Stalin was born on 18 December 1878.\n"
OTHER = "Joseph Stalin was born on 21 December 1879.\n"
WRONG = "Joseph Stalin was born on 2 January 1881.\n"


def run(*words: str, stdin: str = "") -> Result:
    """Run the command in this process; what it does not catch is raised."""
    result = CliRunner().invoke(bede, words, input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Build a reference from one pack, and give its file."""

    def make(name: str, records: str) -> str:
        pack = tmp_path / "packs" / name
        pack.mkdir(parents=True)
        (pack / "pack.toml").write_text(HEAD.format(name=name), encoding="utf-8")
        for part in records.split("\n\n"):
            collection = None
            for line in part.splitlines():
                if line.endswith(":") and not line.startswith((" ", "-")):
                    collection = pack / f"{line[:-1]}.yaml"
                    collection.write_text("", encoding="utf-8")
                elif collection is not None:
                    with collection.open("a", encoding="utf-8") as file:
                        file.write(f"{line}\n")
        output = str(tmp_path / f"{name}.sqlite")
        assert run("reference", "build", str(pack), "-o", output).exit_code == 0
        return output

    return make


@pytest.fixture
def gori(build: Build) -> str:
    """The reference that follows the register."""
    return build("gori", GORI)


@pytest.fixture
def official(build: Build) -> str:
    """The reference that follows the official biography."""
    return build("official", OFFICIAL)


@pytest.fixture
def choice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user without a standing choice, in an empty folder; gives the folder."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return folder


def findings(text: str, *options: str) -> list[tuple[str, str]]:
    """Rule and severity of each finding."""
    report = json.loads(run("check", "-", "--format", "json", *options, stdin=text).stdout)
    return [(one["rule"], one["severity"]) for one in report["documents"][0]["findings"]]


def both(*options: str) -> list[str]:
    """Options for several references."""
    return [word for option in options for word in ("--reference", option)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TRUE, [("disputed-date", "note")]),
        (OTHER, [("disputed-date", "note")]),
        (WRONG, [("wrong-date", "error")]),
        ("Joseph Stalin died on 5 March 1953.\n", []),
    ],
    ids=["the register", "the biography", "neither", "both"],
)
def test_what_two_references_dispute(
    text: str, expected: list[tuple[str, str]], gori: str, official: str
) -> None:
    """Either date is disputed, a third is wrong; what both say is beyond dispute."""
    assert findings(text, *both(gori, official)) == expected


def test_a_dispute_names_the_pack_of_each_value(gori: str, official: str) -> None:
    """For people in brackets behind the source, for programs beside it."""
    told = run("check", "-", *both(gori, official), stdin=OTHER).stdout
    assert "exarchate [gori]" in " ".join(told.split())
    assert "(Foreign Languages Publishing House, 1947) [official]" in " ".join(told.split())
    report = json.loads(
        run("check", "-", "--format", "json", *both(gori, official), stdin=OTHER).stdout
    )
    (evidence,) = report["documents"][0]["findings"][0]["evidence"]
    assert [source["pack"] for source in evidence["sources"]] == ["gori"]
    assert [s["pack"] for v in evidence["disputed"] for s in v["sources"]] == ["official"]
    assert [pack["name"] for pack in report["reference"]["packs"]] == ["gori", "official"]


def test_a_weak_reference_never_accuses(gori: str, official: str) -> None:
    """Alone it leaves open what it would contradict; beside another it still disputes."""
    assert findings(WRONG, "--reference", gori) == [("wrong-date", "error")]
    assert findings(WRONG, "--reference", gori, "--trust", "gori=weak") == []
    weak = ["--trust", "official=weak"]
    assert findings(WRONG, *both(official, gori), *weak) == [("wrong-date", "error")]
    assert findings(OTHER, *both(official, gori), *weak) == [("disputed-date", "note")]
    assert findings(WRONG, *both(gori), "--trust", "register=weak") == []


def test_default_names_the_embedded_reference(gori: str) -> None:
    """It may stand at any place of the order."""
    text = "Vladimir Lenin died in 1925. " + WRONG
    assert len(findings(text, *both(gori, "default"))) == 2
    assert findings(WRONG, "--reference", "default") == findings(WRONG)


def test_every_command_that_judges_takes_several(gori: str, official: str, tmp_path: Path) -> None:
    """The same options everywhere."""
    text = tmp_path / "text.txt"
    text.write_text(OTHER, encoding="utf-8")
    options = both(gori, official)
    assert "[official]" in run("why", f"{text}:1", *options).stdout
    assert run("names", str(text), *options).exit_code == 0
    assert "Stalin" in run("tighten", str(text), *options).stdout


FAULTS = {
    "a reference twice": (["{gori}", "{gori}"], [], "gori.sqlite: this reference is given twice"),
    "trust in nothing": (["{gori}"], ["kell=weak"], "no reference and no source 'kell' to trust"),
    "no level": (["{gori}"], ["gori=little"], "'gori=little' says nothing of trust"),
    "no name": (["{gori}"], ["=weak"], "'=weak' says nothing of trust"),
}


@pytest.mark.parametrize(("files", "trust", "expected"), FAULTS.values(), ids=FAULTS)
def test_bad_options(files: list[str], trust: list[str], expected: str, gori: str) -> None:
    """One line, with what to do."""
    options = both(*(file.format(gori=gori) for file in files))
    options += [word for setting in trust for word in ("--trust", setting)]
    with pytest.raises(UsageError, match=expected):
        run("check", "-", *options, stdin=TRUE)


def test_a_page_tells_all_that_is_known(gori: str, official: str) -> None:
    """Names, lifetime, facts in the order of time, disputes with sources and packs."""
    page = run("reference", "show", "Stalin", *both(gori, official)).stdout
    lines = page.splitlines()
    assert lines[0] == "Joseph Stalin  person  1878–1953"
    assert "  id: stalin" in lines
    assert "  remark: leader of the Soviet Union" in lines
    assert "  Stalin, Iosif Dzhugashvili, J. V. Stalin" in lines
    assert page.index("was born in Gori") < page.index("died") < len(page)
    flat = " ".join(page.split())
    assert "18 December 1878 (6 December" in flat
    assert "Other sources: on 21 December 1879" in flat
    assert "[official]" in flat
    assert "2 facts" in lines


def test_a_page_for_programs(gori: str) -> None:
    """The same as an object."""
    page = json.loads(
        run("reference", "show", "stalin", "--reference", gori, "--format", "json").stdout
    )
    assert (page["entity"]["id"], page["entity"]["life"]) == ("stalin", "1878–1953")
    assert [fact["type"] for fact in page["facts"]] == ["birth", "death"]
    assert page["facts"][0]["says"].startswith("Joseph Stalin was born in Gori on 18 December 1878")
    assert page["facts"][0]["sources"][0]["id"] == "register"
    assert page["more_facts"] is False


def test_namesakes_are_listed_to_choose_from(build: Build) -> None:
    """Two bearers of one name: a list with ids, and the code 1; an id shows one of them."""
    second = GORI.replace("stalin", "joiner").replace("leader of the Soviet Union", "a joiner")
    two = build("two", GORI.split("places:")[0] + second.split("people:\n")[1])
    found = run("reference", "show", "Joseph Stalin", "--reference", two)
    assert (found.exit_code, found.stderr) == (
        1,
        "bede: 2 fit 'Joseph Stalin'; show one by its id\n",
    )
    assert [line.split()[0] for line in found.stdout.splitlines()] == ["id", "joiner", "stalin"]
    assert "a joiner" in found.stdout
    assert run("reference", "show", "joiner", "--reference", two).exit_code == 0


@pytest.mark.parametrize("slip", ["Jospeh Stalin", "Joseph Stelin", "Joseph Stalin Gori"])
def test_the_nearest_name_is_suggested(slip: str, gori: str) -> None:
    """A slip of the pen, or a word too many."""
    with pytest.raises(UsageError, match=r"knows nothing by the name .*; did you mean .*\(\w+\)\?"):
        run("reference", "show", slip, "--reference", gori)
    with pytest.raises(UsageError, match="try another spelling"):
        run("reference", "search", "Zzyzx", "--reference", gori)


def test_words_are_searched(gori: str) -> None:
    """Any words of a name; the table has ids and lifetimes."""
    table = run("reference", "search", "dzhugashvili", "--reference", gori).stdout
    assert "stalin  Joseph Stalin (Iosif Dzhugashvili)  person  1878–1953" in table
    found = json.loads(
        run("reference", "search", "stalin", "--reference", gori, "--format", "json").stdout
    )
    assert [one["id"] for one in found["found"]] == ["stalin"]


def test_a_damaged_reference_is_not_verified(gori: str, official: str, tmp_path: Path) -> None:
    """Sound files are said to be; a damaged one gives the code 2, and one line at least."""
    assert run("reference", "verify", gori, official).stdout.count(": sound (") == 2
    bad = tmp_path / "bad.sqlite"
    content = bytearray(Path(gori).read_bytes())
    at = content.rindex(b"Dzhugashvili")
    content[at : at + 4] = b"Xxxx"
    bad.write_bytes(content)
    found = run("reference", "verify", gori, str(bad))
    assert found.exit_code == 2
    assert found.stdout.startswith(f"{gori}: sound (")
    assert all(line.startswith(f"bede: {bad}: ") for line in found.stderr.splitlines())
    assert found.stderr


def test_a_standing_choice(gori: str, official: str, choice: Path) -> None:
    """`use` is heard wherever nothing is named, until it is cleared."""
    usual = findings(OTHER)
    used = run("reference", "use", gori, "--trust", "gori=medium")
    assert used.stdout == f"from now on: {gori}\n"
    assert findings(OTHER) == [("wrong-date", "error")]
    told = run("reference", "info").stdout
    assert "in use: your choice, in " in told
    assert "trust: gori medium" in told
    assert findings(OTHER, "--reference", official) == []
    assert run("reference", "use", "--clear").stdout == "from now on: default\n"
    assert findings(OTHER) == usual != [("wrong-date", "error")]
    assert run("reference", "use", "--clear").stdout == "there was no choice to clear\n"


def test_a_folder_has_its_own_choice(gori: str, official: str, choice: Path) -> None:
    """`bede.toml` goes before the standing choice; its paths start from its folder."""
    run("reference", "use", official)
    Path(gori).rename(choice / "own.sqlite")
    (choice / "bede.toml").write_text(
        '[references]\nuse = ["own.sqlite"]\n\n[references.trust]\nown = "weak"\n',
        encoding="utf-8",
    )
    assert findings(OTHER) == []
    told = json.loads(run("reference", "info", "--format", "json").stdout)
    assert (told["because"], told["trust"]) == ("chosen by bede.toml", {"own": "weak"})
    assert [pack["name"] for pack in told["packs"]] == ["gori"]
    assert findings(OTHER, "--trust", "own=high") == [("wrong-date", "error")]


CHOICES = {
    "no TOML": ("[references", "bede.toml: is no TOML"),
    "another table": ("[rules]\n", "there is no table or key 'rules'"),
    "another key": ('[references]\nfile = "a"\n', r"\[references\] has no key 'file'"),
    "no list": ('[references]\nuse = "a"\n', '"use" must list files'),
    "nothing to use": ("[references]\nuse = []\n", '"use" must list files'),
    "no levels": ('[references]\nuse = ["default"]\ntrust = "weak"\n', '"trust" must be a table'),
    "no level": (
        '[references]\nuse = ["default"]\n[references.trust]\na = "some"\n',
        "'a=some' says nothing of trust",
    ),
    "a missing file": (
        '[references]\nuse = ["gone.sqlite"]\n',
        "the chosen reference is not there",
    ),
    "no table": ("references = 1\n", "references must be a table"),
    "too long": ("#" * 200_000, "longer than 100,000 bytes"),
}


@pytest.mark.parametrize(("content", "expected"), CHOICES.values(), ids=CHOICES)
def test_a_faulty_choice(content: str, expected: str, choice: Path) -> None:
    """One line with the file, what is wrong and what to do."""
    (choice / "bede.toml").write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=expected) as fault:
        run("check", "-", stdin=TRUE)
    assert len(str(fault.value).splitlines()) == 1


def test_only_references_can_be_chosen(choice: Path) -> None:
    """What cannot be opened is refused, and the old choice stays."""
    (choice / "notes.txt").write_text("notes", encoding="utf-8")
    with pytest.raises(ReferenceFileError, match=r"notes\.txt"):
        run("reference", "use", "notes.txt")
    for wrong in ((), ("--clear", "default"), ("--clear", "--trust", "a=weak")):
        with pytest.raises(UsageError, match="name the references to use, or --clear"):
            run("reference", "use", *wrong)
    assert "nothing else is chosen" in run("reference", "info").stdout


def test_reports_keep_to_the_schema(gori: str, official: str) -> None:
    """The hash of several references is one hash, and another one in another order."""
    schema = json.loads(
        (Path(__file__).parents[1] / "src/bede/data/schema/report.schema.json").read_text("utf-8")
    )
    hashes = set()
    for order in ((gori, official), (official, gori)):
        report = json.loads(
            run("check", "-", "--format", "json", *both(*order), stdin=OTHER).stdout
        )
        jsonschema.validate(report, schema)
        hashes.add(report["reference"]["hash"])
    assert len(hashes) == 2
