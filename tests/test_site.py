"""The site of the documentation: every page is in it and in its navigation, offline."""

from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.generated import PICTURES, ROOT, made_pages, written_pages

import make_site
from docs_site import staging

_TREE = re.compile(r"```\{toctree\}\n(?:\:.*\n)*\n((?:.+\n)+?)```")


class Loaded(HTMLParser):
    """The addresses that a page of the site loads by itself, and those it leads to."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.leads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag in ("script", "img", "iframe") and "src" in found:
            self.loads.append(found["src"])
        elif tag == "link" and found.get("rel") != "canonical":
            self.loads.append(found["href"])
        elif tag == "a" and "href" in found:
            self.leads.append(found["href"])


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("staged") / "pages"
    staging.stage(folder)
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "site"
    # as `make site` does: the generator's own warnings of what is to come are not ours to fail on
    made = subprocess.run(
        [sys.executable, make_site.__file__, str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    return folder


def navigated(staged: Path) -> set[str]:
    """The pages in the tables of contents, without their endings."""
    found: set[str] = set()
    for page in staged.rglob("*.md"):
        for entries in _TREE.findall(page.read_text(encoding="utf-8")):
            for entry in entries.splitlines():
                name = entry.rpartition("<")[2].rstrip(">")
                found.add((page.parent / name).resolve().relative_to(staged.resolve()).as_posix())
    return found


def test_every_page_is_in_the_navigation(staged: Path) -> None:
    """All but the first page and the files of the program, which pages lead to."""
    there = {path.relative_to(staged).with_suffix("").as_posix() for path in staged.rglob("*.md")}
    shown = {name for name in there if not name.startswith("source/") and name != "index"}
    assert shown == navigated(staged)
    docs = {
        page for page in [*written_pages(), *made_pages()] if page.is_relative_to(ROOT / "docs")
    }
    assert docs <= set(staging.pages())


def test_a_link_that_leads_nowhere_stops_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message names the page and the link; what was there stays."""
    pages = staging.pages()
    broken = ROOT / "docs" / "broken.md"
    monkeypatch.setattr(staging, "pages", lambda: pages | {broken: "broken.md"})
    text = Path.read_text
    monkeypatch.setattr(
        Path, "read_text", lambda p, **k: "[x](gone.md)\n" if p == broken else text(p, **k)
    )
    folder = tmp_path / "site"
    folder.mkdir()
    assert make_site.make(folder) == 1
    assert capsys.readouterr().err == "docs/broken.md: gone.md leads nowhere\n"
    assert folder.is_dir()


def test_only_a_site_is_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip of the hand does not cost a folder."""
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    assert make_site.main([str(tmp_path)]) == 2
    assert "holds something else" in capsys.readouterr().err
    assert (tmp_path / "thesis.txt").is_file()


def test_the_site_is_whole(site: Path) -> None:
    """Every page and picture is there, and everything that one leads to or loads."""
    for place in staging.pages().values():
        assert (site / place).with_suffix(".html").is_file()
    for picture in PICTURES.rglob("*.*"):
        assert (site / "pictures" / picture.relative_to(PICTURES)).is_file()
    for page in site.rglob("*.html"):
        if page.is_relative_to(site / "pictures"):
            continue
        found = Loaded()
        found.feed(page.read_text(encoding="utf-8"))
        assert not [one for one in found.loads if re.match(r"(https?:)?//", one)], page
        for address in [*found.loads, *found.leads]:
            path = re.split("[?#]", address)[0]
            if path and not re.match(r"[a-z]+:", path):
                assert (page.parent / path).exists(), f"{page.name}: {address}"


def test_a_file_of_the_program_is_a_page(site: Path) -> None:
    """So that a link to it can be read in the browser."""
    page = (site / "source/src/bede/judgement/case.py.html").read_text(encoding="utf-8")
    assert "src/bede/judgement/case.py" in page
    assert "<h1" in page
