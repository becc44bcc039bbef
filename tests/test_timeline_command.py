"""`bede timeline`: which file it writes, and what it says when it cannot."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bede.cli import bede
from bede.errors import UsageError

TEXT = "In 1926 Leon Trotsky was expelled from the party. Leon Trotsky died on 21 August 1940.\n"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fall.txt").write_text(TEXT, encoding="utf-8")


def run(*words: str, stdin: str = "") -> Result:
    """Run the command in this process; what it does not catch is raised."""
    result = CliRunner().invoke(bede, ["timeline", *words], input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("t.html", b"<!doctype html>"),
        ("t.htm", b"<!doctype html>"),
        ("t.SVG", b"<svg "),
        ("t.png", b"\x89PNG"),
        ("t.json", b"{"),
        ("t.ics", b"BEGIN:VCALENDAR"),
    ],
)
def test_the_ending_tells_the_format(name: str, begin: bytes) -> None:
    assert run("fall.txt", "-o", name).exit_code == 0
    assert Path(name).read_bytes().lstrip().startswith(begin)


def test_without_a_file_a_page_is_printed_and_format_goes_before() -> None:
    assert run("-", stdin=TEXT).stdout.startswith("<!doctype html>")
    assert json.loads(run("fall.txt", "--format", "json").stdout)["events"]


def test_a_calendar_tells_what_it_left_out() -> None:
    result = run("fall.txt", "-o", "t.ics")
    assert "left out of the calendar: a day is not known" in result.stderr


def test_time_can_be_bounded() -> None:
    whole = json.loads(run("fall.txt", "--format", "json").stdout)["events"]
    late = json.loads(run("fall.txt", "--format", "json", "--from", "1930").stdout)["events"]
    assert len(late) < len(whole)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["fall.txt", "-o", "t.gif"], "the ending of 't.gif' does not tell a format"),
        (["fall.txt", "--from", "soon"], "--from 'soon' is no date"),
        (["fall.txt", "--from", "1940", "--to", "1926"], "--from 1940 is after --to 1926"),
        (["fall.txt", "fall.txt", "other.txt", "-o", "t.svg"], "do not go into one .svg"),
        (["none.txt", "-o", "t.png"], "none.txt: no statement has a date that can be drawn"),
        (["fall.txt", "-o", "taken.html"], "cannot be written"),
    ],
)
def test_wrong_use_is_told_in_one_line(words: list[str], message: str) -> None:
    Path("none.txt").write_text("Nothing is known of it.\n", encoding="utf-8")
    Path("other.txt").write_text(TEXT, encoding="utf-8")
    Path("taken.html").mkdir()
    with pytest.raises(UsageError, match=re.escape(message)) as error:
        run(*words)
    assert "\n" not in str(error.value)


def test_a_text_without_dates_still_has_a_page() -> None:
    Path("none.txt").write_text("Nothing is known of it.\n", encoding="utf-8")
    page = run("none.txt").stdout
    assert "No statement of this text has a date that Bede can draw." in page


def test_html_in_a_text_stays_text() -> None:
    page = run("-", stdin="In 1926 <script>alert(1)</script> Leon Trotsky was expelled.\n").stdout
    assert "<script>alert" not in page


def test_where_no_text_can_be_read_nothing_is_written_over() -> None:
    Path("empty.txt").touch()
    Path("t.html").write_text("the page of yesterday", encoding="utf-8")
    result = run("empty.txt", "gone.txt", "-o", "t.html")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "bede: empty.txt: there is no text in it; give a file with text",
        "bede: gone.txt: there is no such file or folder; check the name",
    ]
    assert Path("t.html").read_text(encoding="utf-8") == "the page of yesterday"
