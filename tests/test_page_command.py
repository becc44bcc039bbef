"""`bede page`: which files it writes, and what it says when it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bede.cli import bede
from bede.errors import UsageError

TEXT = "# The fall\n\nIn 1926 Leon Trotsky was expelled from the Communist Party.\n"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fall.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "rise.md").write_text("# The rise\n\nNothing is told.\n", encoding="utf-8")


def run(*words: str, stdin: str = "") -> Result:
    """Run the command in this process; what it does not catch is raised."""
    result = CliRunner().invoke(bede, ["page", *words], input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_one_text_makes_one_file() -> None:
    assert run("fall.md", "-o", "fall.html").exit_code == 0
    page = Path("fall.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert '<del class="corrected">1926</del> <ins class="corrected">1927</ins>' in page


def test_without_a_file_it_is_printed() -> None:
    assert run("-", stdin=TEXT).stdout.startswith("<!doctype html>")


def test_corrections_can_be_applied_or_left() -> None:
    applied = run("fall.md", "--corrections", "apply").stdout
    assert "<del" not in applied
    assert '<ins class="corrected">1927</ins>' in applied
    left = run("fall.md", "--corrections", "none").stdout
    assert "In 1926" in left.replace("<span", "\n<span")


def test_several_texts_go_into_a_folder() -> None:
    Path("other").mkdir()
    Path("other", "fall.md").write_text("# Other\n\nNothing.\n", encoding="utf-8")
    assert run("fall.md", "other", "-o", "pages/").exit_code == 0
    assert sorted(path.name for path in Path("pages").iterdir()) == ["fall-2.html", "fall.html"]


def test_what_stands_over_the_text_is_the_users() -> None:
    words = ("--title", "A & B", "--author", "C. D.", "--published", "2026-11", "--language", "de")
    page = run("fall.md", *words, "--url", "https://example.org/a").stdout
    assert '<html lang="de">' in page
    assert "<title>A &amp; B</title>" in page
    assert '<link rel="canonical" href="https://example.org/a">' in page
    assert '"datePublished": "2026-11"' in page


def test_a_template_to_begin_with() -> None:
    assert run("--write-template", "look").exit_code == 0
    assert run("fall.md", "--template", "look", "-o", "a.html").exit_code == 0
    run("fall.md", "-o", "b.html")
    assert Path("a.html").read_bytes() == Path("b.html").read_bytes()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "no text is named"),
        (("fall.md", "rise.md"), "2 texts make 2 pages"),
        (("fall.md", "rise.md", "-o", ".", "--title", "x"), "are those of one page"),
        (("fall.md", "-o", "rise.md/f.html"), "rise.md/f.html: cannot be written"),
        (("fall.md", "--template", "gone"), "gone: no such folder of templates"),
        (("fall.md", "--template", "."), "neither page.html nor page.css is in this folder"),
        (("fall.md", "--published", "yesterday"), "'yesterday' is no date"),
        (("fall.md", "--published", "2026-02-31"), "'2026-02-31' is no date"),
        (("fall.md", "--url", "javascript:x"), "is no web address"),
        (("fall.md", "--language", "<b>"), "is no language tag"),
        (("--write-template", "fall.md"), "fall.md: cannot be made"),
    ],
)
def test_a_slip_is_told_in_one_line(words: tuple[str, ...], message: str) -> None:
    with pytest.raises(UsageError, match=message) as told:
        run(*words)
    assert "\n" not in str(told.value)


def test_a_template_is_never_written_over() -> None:
    run("--write-template", "look")
    with pytest.raises(UsageError, match=r"look/page\.html: is there already"):
        run("--write-template", "look")


def test_what_cannot_be_read_is_told_and_the_rest_is_made() -> None:
    result = run("fall.md", "gone.md", "-o", "pages/")
    assert result.exit_code == 2
    assert "gone.md" in result.stderr
    assert Path("pages", "fall.html").is_file()
