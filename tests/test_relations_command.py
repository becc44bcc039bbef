"""`bede relations`: which file it writes, and what it says when it cannot."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bede.cli import bede
from bede.errors import UsageError

TEXT = "In 1926 the Politburo expelled Leon Trotsky. Leon Trotsky founded the Red Army.\n"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fall.txt").write_text(TEXT, encoding="utf-8")


def run(*words: str, stdin: str = "") -> Result:
    """Run the command in this process; what it does not catch is raised."""
    result = CliRunner().invoke(bede, ["relations", *words], input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("r.html", b"<!doctype html>"),
        ("r.SVG", b"<svg "),
        ("r.png", b"\x89PNG"),
        ("r.json", b"{"),
        ("r.graphml", b"<graphml"),
    ],
)
def test_the_ending_tells_the_format(name: str, begin: bytes) -> None:
    assert run("fall.txt", "-o", name).exit_code == 0
    assert Path(name).read_bytes().lstrip().startswith(begin)


def test_what_the_reference_knows_can_be_left_out() -> None:
    def told_by(*words: str) -> set[str]:
        links = json.loads(run("fall.txt", "--format", "json", *words).stdout)["links"]
        return {link["told_by"] for link in links}

    assert told_by() == {"text", "reference"}
    assert told_by("--text-only") == {"text"}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["fall.txt", "-o", "r.gif"], "the ending of 'r.gif' does not tell a format"),
        (["none.txt", "-o", "r.svg"], "none.txt: no two whom the text names stand in a relation"),
        (["fall.txt", "-o", "taken.html"], "cannot be written"),
    ],
)
def test_wrong_use_is_told_in_one_line(words: list[str], message: str) -> None:
    Path("none.txt").write_text("Nothing is known of it.\n", encoding="utf-8")
    Path("taken.html").mkdir()
    with pytest.raises(UsageError, match=re.escape(message)) as error:
        run(*words)
    assert "\n" not in str(error.value)


def test_a_text_without_relations_still_has_a_page() -> None:
    page = run("-", stdin="Nothing is known of it.\n").stdout
    assert "No two whom this text names stand in a relation that Bede reads." in page


def test_html_in_a_text_stays_text() -> None:
    page = run("-", stdin="The <script>alert(1)</script> Guild expelled Leon Trotsky.\n").stdout
    assert "<script>alert" not in page
