"""`bede dates`: what it prints where, and with which exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bede.cli import bede

TEXT = "By the mid-1920s he had left. On 31 June 1926 he died.\n"


def run(*words: str, stdin: str = "") -> Result:
    """Run the command in this process; what it does not catch is raised."""
    result = CliRunner().invoke(bede, ["dates", *words], input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.mark.parametrize("option", [(), ("--format", "table"), ("--format", "text")])
def test_people_get_a_table(option: tuple[str, ...]) -> None:
    """With the impossible date in its place; "text" is what other commands call it."""
    result = run("-", *option, stdin=TEXT)
    lines = [line.split("  ")[0:2] for line in result.stdout.splitlines()]
    assert [line[0] for line in lines] == [
        "place",
        "-:1:4",
        "-:1:34",
        "-: 1 expression, 1 impossible date",
    ]
    assert (result.stderr, result.exit_code) == ("", 0)


def test_programs_get_json_and_impossible_dates_on_standard_error() -> None:
    """So that each line of the output is an expression; the exit code is still 0."""
    result = run("-", "--format", "jsonl", stdin=TEXT)
    (line,) = result.stdout.splitlines()
    assert json.loads(line)["text"] == "the mid-1920s"
    assert result.stderr.startswith("-:1:34: impossible date “31 June 1926”: ")
    assert (result.stderr.count("\n"), result.exit_code) == (1, 0)


def test_a_range_is_one_row_and_two_objects() -> None:
    """People read it whole; TIMEX3 has its ends."""
    text = "The war of 1914–18.\n"
    assert "1914/1918" in run("-", stdin=text).stdout
    lines = run("-", "--format", "jsonl", stdin=text).stdout.splitlines()
    assert [json.loads(line)["text"] for line in lines] == ["1914", "18"]


def test_a_page_goes_to_a_file_in_one_step(tmp_path: Path) -> None:
    """Its folder is made; nothing is printed."""
    output = tmp_path / "pages" / "dates.html"
    result = run("-", "--format", "html", "-o", str(output), stdin=TEXT)
    assert (result.stdout, result.stderr, result.exit_code) == ("", "", 0)
    page = output.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert page.count("<mark") == 2


def test_times_told_by_an_event_are_shown_on_request() -> None:
    """They have no days of their own."""
    text = "After the war he left for Mexico in 1937.\n"
    plain, more = (run("-", *option, stdin=text).stdout for option in ((), ("--relations",)))
    assert (plain.count("after “"), more.count("after “the war”")) == (0, 1)


def test_bad_input_does_not_stop_the_rest(tmp_path: Path) -> None:
    """A folder is searched, what cannot be read is told, and the code is 2."""
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "bad.txt").write_bytes(b"Krak\xf3w 1926")
    result = run(str(tmp_path), "--format", "jsonl")
    assert result.stderr.splitlines()[0].endswith(
        "not valid UTF-8 at byte 4; save the file as UTF-8"
    )
    assert (result.stdout.count("\n"), result.exit_code) == (1, 2)


def test_an_unknown_place_is_one_line_with_those_known() -> None:
    """Nothing is read before."""
    command = [sys.executable, "-c", "from bede.cli import main; main()", "dates", "missing.txt"]
    done = subprocess.run(
        [*command, "--place", "Ruritania"], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "'Ruritania'" in done.stderr
    assert "Russia" in done.stderr


def test_the_calendar_of_unmarked_days_can_be_said() -> None:
    """It goes before that of the place."""
    for option, edtf in (("julian", "1917-11-07"), ("gregorian", "1917-10-25")):
        words = ("--calendar", option, "--place", "Russia", "--format", "jsonl")
        (line,) = run("-", *words, stdin="On 25 October 1917.\n").stdout.splitlines()
        assert json.loads(line)["edtf"] == edtf


def test_an_unknown_calendar_is_one_line_with_those_known() -> None:
    """Nothing is read before."""
    command = [sys.executable, "-c", "from bede.cli import main; main()", "dates", "missing.txt"]
    done = subprocess.run(
        [*command, "--calendar", "mayan"], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "bede: unknown calendar 'mayan' of unmarked days; known are gregorian, julian\n"
    )


def test_dates_are_read_without_the_parser() -> None:
    """The command answers at once: no format of it imports spaCy."""
    program = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "from bede.cli import bede\n"
        "for name in ('table', 'jsonl', 'html'):\n"
        "    CliRunner().invoke(bede, ['dates', '-', '--format', name], input='In 1926.')\n"
        "import bede as library\n"
        "library.dates('In 1926.')\n"
        "print(sorted({'spacy', 'numpy', 'pydantic'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
