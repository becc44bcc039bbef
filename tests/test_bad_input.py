"""Bad input, through the real command: one clear line each, exit code 2, and the rest is done."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from importlib import resources
from pathlib import Path

import pytest

PROGRAM = "from bede.cli import main; main()"
KILLED_BEFORE_THE_END = f"""
import os, signal
os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
{PROGRAM}
"""
INTERRUPTED_BEFORE_THE_END = f"""
import os
def stop(_):
    raise OSError(28, "No space left on device")
os.fsync = stop
{PROGRAM}
"""
DEFAULT = Path(str(resources.files("bede") / "data" / "reference" / "default.sqlite"))

Done = subprocess.CompletedProcess[str]


def bede(folder: Path, *words: str, stdin: str = "", program: str = PROGRAM) -> Done:
    """Run the command in a folder of its own, as a user does."""
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=folder,
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "Traceback" not in done.stderr
    return done


def test_each_bad_text_is_one_line_and_the_good_one_is_still_checked(tmp_path: Path) -> None:
    """File, place, cause and remedy on standard error; the report tells of the good text."""
    good = "Vladimir Lenin died in 1925.\n"
    (tmp_path / "good.txt").write_text(good)
    (tmp_path / "no-texts").mkdir()
    (tmp_path / "no-texts" / "seal.png").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\t\n")
    (tmp_path / "binary.txt").write_bytes(b"Orlo\0\x01\x02")
    (tmp_path / "latin-1.txt").write_bytes("Orlo died.\nHe was born in Kraków.\n".encode("latin-1"))
    (tmp_path / "huge-line.txt").write_text("so on " * (50 * 1024 * 1024 // 6))
    (tmp_path / "huge-file.txt").write_bytes(b"a line\n" * (65 * 1024 * 1024 // 7))
    bad = ["missing.txt", "no-texts", "empty.txt", "blank.txt", "binary.txt", "latin-1.txt"]
    done = bede(tmp_path, "check", *bad, "huge-line.txt", "huge-file.txt", "good.txt")
    extensions = ".markdown, .md, .text, .txt"
    assert done.stderr.splitlines() == [
        "bede: binary.txt: this is not a text but a binary file; save it as plain text",
        "bede: blank.txt: there is no text in it; give a file with text",
        "bede: empty.txt: there is no text in it; give a file with text",
        "bede: huge-file.txt: this is larger than 64 MiB; split the text into several files",
        "bede: huge-line.txt:1: this line has 52,428,798 characters, more than 1,000,000; "
        "break the text into paragraphs",
        "bede: latin-1.txt:2: this is not valid UTF-8 at byte 30; save the file as UTF-8",
        "bede: missing.txt: there is no such file or folder; check the name",
        f"bede: no-texts: there are no texts in this folder; Bede looks for {extensions}; "
        "other files must be named one by one",
    ]
    assert done.returncode == 2
    assert "good.txt: 1 of 1 statement could be checked: 1 contradicted." in done.stdout
    assert "8 inputs could not be read" in done.stdout


def test_exit_zero_does_not_hide_a_bad_input(tmp_path: Path) -> None:
    """It forgives errors in the text, not a text that nobody read."""
    (tmp_path / "good.txt").write_text("The weather was fine.\n")
    done = bede(tmp_path, "check", "--exit-zero", "missing.txt", "good.txt")
    assert (done.returncode, "good.txt" in done.stdout) == (2, True)


@pytest.mark.parametrize("command", ["claims", "dates"])
def test_the_reading_commands_go_on_too(command: str, tmp_path: Path) -> None:
    """`bede claims` and `bede dates` name the place of the fault and read the rest."""
    (tmp_path / "good.txt").write_text("Ana Orlo was born in 1790.\n")
    (tmp_path / "latin-1.txt").write_bytes("One line.\nKraków.\n".encode("latin-1"))
    done = bede(tmp_path, command, "latin-1.txt", "good.txt")
    assert done.stderr == (
        "bede: latin-1.txt:2: this is not valid UTF-8 at byte 14; save the file as UTF-8\n"
    )
    assert (done.returncode, "1790" in done.stdout) == (2, True)


WRONG_USE = {
    ("--select", "wrong-dates"): (
        "bede: there is no rule 'wrong-dates'; use one of acts-after-death, acts-before-birth,"
    ),
    ("--ignore", "gossip"): "bede: there is no rule 'gossip'; use one of acts-after-death,",
    ("--format", "xml"): "bede: there is no report format 'xml'; use one of html, json, text\n",
    ("--output", "folder"): "bede: folder: cannot be written (Is a directory); choose another file",
    ("--output", "good.txt/report"): "bede: good.txt/report: cannot be written (",
}


@pytest.mark.parametrize("option", WRONG_USE, ids="=".join)
def test_wrong_use_is_one_line_with_the_remedy(option: tuple[str, str], tmp_path: Path) -> None:
    """A rule or format that does not exist, an output that cannot be written."""
    (tmp_path / "good.txt").write_text("Vladimir Lenin died in 1925.\n")
    (tmp_path / "folder").mkdir()
    done = bede(tmp_path, "check", "good.txt", *option)
    assert done.stderr.startswith(WRONG_USE[option])
    assert (done.stderr.count("\n"), done.stdout, done.returncode) == (1, "", 2)


def faulty_references(folder: Path) -> Mapping[str, str]:
    """Files that are no reference -> what is said of them."""
    content = DEFAULT.read_bytes()
    (folder / "truncated.sqlite").write_bytes(content[: len(content) // 2])
    (folder / "text.sqlite").write_text("Dear reader, " * 20)
    (folder / "empty.sqlite").write_bytes(b"")
    with closing(sqlite3.connect(folder / "other.sqlite")) as other:
        other.execute("CREATE TABLE kings (name TEXT)")
    (folder / "newer.sqlite").write_bytes(content)
    with closing(sqlite3.connect(folder / "newer.sqlite")) as newer:
        newer.execute("PRAGMA user_version = 99")
    build, half = "build it again with: bede reference build", f"{len(content) // 2:,}"
    return {
        "truncated": f"the reference is cut off: {half} of {len(content):,} bytes; {build}",
        "text": f"this is no compiled reference; {build}",
        "empty": f"the reference is empty; {build}",
        "other": f"this is a database, but no reference of Bede; {build}",
        "newer": f"the reference has format 99, but this Bede reads format 2; {build}",
        "missing": "no such reference; check the path, or build it with: bede reference build",
    }


@pytest.mark.parametrize("name", ["truncated", "text", "empty", "other", "newer", "missing"])
def test_a_reference_that_is_none(name: str, tmp_path: Path) -> None:
    """Cut off, of another version, another database, no database at all, not there."""
    (tmp_path / "good.txt").write_text("Vladimir Lenin died in 1925.\n")
    says = faulty_references(tmp_path)[name]
    done = bede(tmp_path, "check", "good.txt", "--reference", f"{name}.sqlite")
    assert done.stderr == f"bede: {name}.sqlite: {says}\n"
    assert (done.stdout, done.returncode) == ("", 2)


PACK = {
    "pack.toml": """\
name = "tarn"
title = "Tarn"
version = "1"
licence = "CC0-1.0"
editors = ["A. Historian"]
scope = "One life."
""",
    "sources.yaml": """\
- {id: kell, author: M. Kell, title: Tarn, work: Tarn, year: "1901", kind: scholarly,
   family: kell, quality: decent}
""",
    "people.yaml": """\
- {id: ana-orlo, name: Ana Orlo, sources: kell, confidence: high}
""",
    "facts/lives.yaml": """\
- id: orlo-birth
  type: birth
  roles: {person: ana-orlo}
  when: 1790-05-04
  sources: kell
  confidence: high
""",
}


def write_pack(folder: Path, changes: Mapping[str, str] | None = None) -> None:
    """The small pack in the folder "tarn", with some files put in place of the usual ones."""
    for name, content in {**PACK, **(changes or {})}.items():
        file = folder / "tarn" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)


LIVES = PACK["facts/lives.yaml"]
FAULTY_PACKS = {
    "a bad date": ({"facts/lives.yaml": LIVES.replace("05-04", "02-30")}, "facts/lives.yaml:4: "),
    "a duplicate id": ({"people.yaml": PACK["people.yaml"] * 2}, "people.yaml:2: "),
    "a missing source": (
        {"facts/lives.yaml": LIVES.replace("sources: kell", "sources: dorn")},
        "facts/lives.yaml:5: ",
    ),
    "no source": (
        {"facts/lives.yaml": LIVES.replace("  sources: kell\n", "")},
        "facts/lives.yaml:1: ",
    ),
    "a reference to nothing": (
        {"facts/lives.yaml": LIVES.replace("person: ana-orlo", "person: ada-orlo")},
        "facts/lives.yaml:3: ",
    ),
    "a type that nobody knows": (
        {"facts/lives.yaml": LIVES.replace("type: birth", "type: dream")},
        "facts/lives.yaml:2: ",
    ),
    "broken YAML": ({"ideas.yaml": "- {id: reform, name: [\n"}, "ideas.yaml:2: "),
    "broken TOML": ({"pack.toml": 'name = "tarn"\ntitle =\n'}, "pack.toml:2: "),
}


@pytest.mark.parametrize("fault", FAULTY_PACKS)
def test_a_faulty_pack_is_one_line_and_the_old_reference_stays(fault: str, tmp_path: Path) -> None:
    """File, line, cause and remedy; nothing is written before all is checked."""
    changes, place = FAULTY_PACKS[fault]
    write_pack(tmp_path, changes)
    (tmp_path / "tarn.sqlite").write_bytes(b"the old reference")
    built = bede(tmp_path, "reference", "build", "tarn", "-o", "tarn.sqlite")
    assert built.stderr.startswith(f"bede: tarn/{place}")
    assert (built.stderr.count("\n"), "; " in built.stderr, built.returncode) == (1, True, 2)
    assert (tmp_path / "tarn.sqlite").read_bytes() == b"the old reference"


def test_a_pack_is_checked_as_a_whole(tmp_path: Path) -> None:
    """All faults at once, one line each; a folder that is none is one too."""
    write_pack(
        tmp_path,
        {
            "people.yaml": PACK["people.yaml"] * 2,
            "facts/lives.yaml": LIVES.replace("05-04", "02-30").replace("birth:", "birth-of:"),
        },
    )
    done = bede(tmp_path, "pack", "check", "tarn", "nowhere")
    places = [":".join(line.split(":")[1:3]).strip() for line in done.stderr.splitlines()]
    assert places[-2:] == ["tarn/facts/lives.yaml:4", "tarn/people.yaml:2"]
    assert (any("nowhere" in place for place in places), done.returncode) == (True, 2)


def test_an_interrupted_build_leaves_the_old_reference_usable(tmp_path: Path) -> None:
    """Once a full disk, once a power cut, each at the worst moment; then all is well again."""
    write_pack(tmp_path)
    build = ("reference", "build", "tarn", "-o", "tarn.sqlite")
    assert bede(tmp_path, *build).returncode == 0
    old = (tmp_path / "tarn.sqlite").read_bytes()
    write_pack(tmp_path, {"facts/lives.yaml": LIVES.replace("1790", "1791")})

    full = bede(tmp_path, *build, program=INTERRUPTED_BEFORE_THE_END)
    assert full.returncode == 2
    assert full.stderr == (
        "bede: tarn.sqlite: the reference cannot be written ([Errno 28] No space left on device); "
        "check the folder and the space left; the old reference is unchanged\n"
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tarn", "tarn.sqlite"]

    killed = bede(tmp_path, *build, program=KILLED_BEFORE_THE_END)
    assert killed.returncode == -signal.SIGKILL
    assert (tmp_path / "tarn.sqlite").read_bytes() == old
    text = "Ana Orlo was born in 1790.\n"
    checked = bede(tmp_path, "check", "-", "--reference", "tarn.sqlite", stdin=text)
    assert "1 supported" in checked.stdout

    assert bede(tmp_path, *build).returncode == 0
    assert (tmp_path / "tarn.sqlite").read_bytes() != old


def test_a_report_is_replaced_in_one_step_or_not_at_all(tmp_path: Path) -> None:
    """Who reads the old report goes on reading it; a run that dies leaves it whole."""
    write_pack(tmp_path)
    assert bede(tmp_path, "reference", "build", "tarn", "-o", "tarn.sqlite").returncode == 0
    (tmp_path / "report.txt").write_text("the old report")
    words = ("check", "-", "--reference", "tarn.sqlite", "--output", "report.txt")
    killed = bede(tmp_path, *words, stdin="Ana Orlo died.\n", program=KILLED_BEFORE_THE_END)
    assert killed.returncode == -signal.SIGKILL
    assert (tmp_path / "report.txt").read_text() == "the old report"
    with (tmp_path / "report.txt").open() as reader:
        assert bede(tmp_path, *words, stdin="Ana Orlo died.\n").returncode == 0
        assert reader.read() == "the old report"
    assert "1 open" in (tmp_path / "report.txt").read_text()


def test_a_reader_that_leaves_early_sees_no_traceback(tmp_path: Path) -> None:
    """`bede check ... | head -1`."""
    text = "Ana Orlo was born in 1790. Vladimir Lenin died in 1925.\n\n" * 400
    (tmp_path / "long.txt").write_text(text)
    read_end, write_end = os.pipe()
    os.close(read_end)
    try:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, "check", "long.txt", "-v"],
            cwd=tmp_path,
            stdout=write_end,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=60,
        )
    finally:
        os.close(write_end)
    assert (done.stderr, done.returncode != 0) == ("", True)


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")
def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    """Its neighbours are still found."""
    (tmp_path / "texts" / "closed").mkdir(parents=True)
    (tmp_path / "texts" / "good.txt").write_text("The weather was fine.\n")
    (tmp_path / "texts" / "closed").chmod(0)
    try:
        if os.access(tmp_path / "texts" / "closed", os.R_OK):
            pytest.skip("this user may read everything")
        done = bede(tmp_path, "dates", "texts")
    finally:
        (tmp_path / "texts" / "closed").chmod(0o700)
    assert "texts/closed: this cannot be read (Permission denied)" in done.stderr
    assert done.returncode == 2
