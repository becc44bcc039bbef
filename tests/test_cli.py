"""The command line: what it answers, where it writes, and with which exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bede.catalog import rules
from bede.cli import bede
from bede.version import VERSION

WRONG = "Vladimir Lenin died in 1925.\n"
RIGHT = "Vladimir Lenin died in 1924.\n"


def run(*words: str, stdin: str = "") -> Result:
    """Run the command in this process; what it does not catch is raised."""
    result = CliRunner().invoke(bede, words, input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


EXIT_CODES = {
    "nothing is wrong": (RIGHT, (), 0),
    "an error": (WRONG, (), 1),
    "an error, forgiven": (WRONG, ("--exit-zero",), 0),
    "an error, not asked for": (WRONG, ("--select", "wrong-body,disputed-date"), 0),
    "an error, ignored": (WRONG, ("--ignore", "wrong-date"), 0),
    "only a warning": ("In 1917 Leon Trotsky lived in Leningrad.\n", (), 0),
}


@pytest.mark.parametrize(("text", "options", "code"), EXIT_CODES.values(), ids=EXIT_CODES)
def test_the_exit_code_says_whether_there_is_an_error(
    text: str, options: tuple[str, ...], code: int
) -> None:
    """0 or 1, from standard input."""
    result = run("check", "-", *options, stdin=text)
    assert (result.exit_code, result.stderr) == (code, "")


def test_a_finding_is_told_so_that_it_can_be_found_and_checked() -> None:
    """Headline, place, excerpt with carets, source, and a summary."""
    lines = run("check", "-", "--color", "never", stdin=f"The end.\n\n{WRONG}").stdout.splitlines()
    assert lines[0].startswith("error[wrong-date]: Vladimir Lenin died in Gorki on 21 January 1924")
    assert lines[1].strip() == "--> -:3:24"
    assert lines[3].endswith(WRONG.rstrip())
    assert lines[4].index("^^^^") - lines[3].index("1925") == 0
    assert any("Sources:" in line for line in lines)
    assert "-: 1 of 1 statement could be checked: 1 contradicted." in lines


def test_color_is_for_terminals_unless_asked_for() -> None:
    """A file, a pipe and `--color never` get none."""
    shown = {choice: run("check", "-", "--color", choice, stdin=WRONG).stdout for choice in COLORS}
    assert {choice: "\x1b[" in text for choice, text in shown.items()} == COLORS


COLORS = {"auto": False, "always": True, "never": False}


def test_verbose_tells_what_is_supported_and_what_is_open() -> None:
    """With the reason for each; without it only the summary counts them."""
    text = f"{RIGHT}Peter Holm was born in 1792.\n"
    plain, verbose = (run("check", "-", *v, stdin=text).stdout for v in ((), ("-v",)))
    assert '"Peter Holm" names nothing that the reference knows' in " ".join(verbose.split())
    assert "Peter Holm" not in plain
    assert "1 of 2 statements could be checked: 1 supported; 1 open." in plain


def test_the_report_goes_to_a_file_when_one_is_named(tmp_path: Path) -> None:
    """Its folder is made; nothing is printed; JSON has the offsets of the text."""
    output = tmp_path / "reports" / "report.json"
    result = run("check", "-", "--format", "json", "-o", str(output), stdin=WRONG)
    assert (result.exit_code, result.stdout) == (1, "")
    (finding,) = json.loads(output.read_text(encoding="utf-8"))["documents"][0]["findings"]
    assert WRONG[finding["start"] : finding["end"]] == "1925"
    assert (finding["line"], finding["column"]) == (1, 24)


def test_folders_are_searched_and_a_file_is_checked_once(tmp_path: Path) -> None:
    """By extension, in the order of names, without hidden files."""
    for name in ("b.md", "a.txt", ".hidden.txt", "notes.pdf", "sub/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(RIGHT)
    result = run("check", str(tmp_path), str(tmp_path / "a.txt"), "--format", "json")
    found = [document["path"] for document in json.loads(result.stdout)["documents"]]
    assert found == [str(tmp_path / name) for name in ("a.txt", "b.md", "sub/c.txt")]


def test_a_reference_of_ones_own_is_used_instead(tmp_path: Path) -> None:
    """Built by the command, asked about, and named in the report."""
    pack = tmp_path / "tarn"
    pack.mkdir()
    (pack / "pack.toml").write_text(
        'name = "tarn"\ntitle = "Tarn"\nversion = "7"\nlicence = "CC0-1.0"\n'
        'editors = ["A. Historian"]\nscope = "One life."\n'
    )
    (pack / "sources.yaml").write_text(
        "- {id: kell, author: M. Kell, title: Tarn, work: Tarn, kind: scholarly, family: kell,\n"
        "   quality: decent}\n"
    )
    (pack / "people.yaml").write_text(
        "- {id: ana-orlo, name: Ana Orlo, sources: kell, confidence: medium}\n"
    )
    (pack / "facts").mkdir()
    (pack / "facts" / "lives.yaml").write_text(
        "- {id: orlo-birth, type: birth, roles: {person: ana-orlo}, when: 1790, sources: kell,\n"
        "   confidence: medium}\n"
    )
    file = str(tmp_path / "tarn.sqlite")
    assert run("pack", "check", str(pack)).stdout == "tarn 7: 1 entity, 1 fact, no faults\n"
    assert run("reference", "build", str(pack), "-o", file).exit_code == 0
    assert run("reference", "info", file).stdout.startswith("packs: tarn 7\ncontent hash: ")
    checked = run("check", "-", "--reference", file, stdin=f"Ana Orlo was born in 1792. {WRONG}")
    assert "Ana Orlo was born in 1790, not in 1792" in checked.stdout
    assert "1 of 2 statements could be checked: 1 contradicted; 1 open." in checked.stdout
    assert "Reference: tarn 7;" in checked.stdout


def test_claims_are_shown_on_their_own() -> None:
    """For people and for programs; the time is that of `bede dates`."""
    text = "Ana Orlo was born in Velin in May 1790.\n"
    date = json.loads(run("dates", "-", "--format", "jsonl", stdin=text).stdout)
    line = run("claims", "-", stdin=text).stdout
    assert "1790-05  birth  born     person: Ana Orlo; place: Velin  asserted" in line
    claim = json.loads(run("claims", "-", "--format", "jsonl", stdin=text).stdout)
    (place,) = claim["roles"]["place"]
    assert (claim["type"], text[place["start"] : place["end"]]) == ("birth", "Velin")
    assert claim["time"]["from"][0] == date["from"][0]


def test_a_rule_explains_itself() -> None:
    """Its page, or the list of all rules with their severity."""
    page = run("explain", "wrong-date").stdout
    assert page.startswith("# wrong-date\n")
    assert "Severity: error. Kind of judgement: agreement." in page
    listed = [line.split()[:2] for line in run("explain").stdout.splitlines()]
    assert listed == [[rule.name, rule.severity.value] for rule in rules().values()]


def test_the_version_and_the_help_of_every_command() -> None:
    """Each command says what it does."""
    assert run("--version").stdout == f"bede, version {VERSION}\n"
    for command in bede.commands:
        help_text = run(command, "--help")
        assert (help_text.exit_code, help_text.stdout.startswith("Usage:")) == (0, True)
