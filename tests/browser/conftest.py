"""A browser for the tests of this folder, and pages to look at with it.

`make test-browser` runs them. Each visit to a page is watched: whatever it asks of a network, says
on the console, throws, or is forbidden by its own policy makes the test fail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.browser.finding import NoBrowserError, find_browser
from tests.browser.pages import EXAMPLES, KIND, TEXTS, compile_pack, make
from tests.browser.visits import Look, Visit

Made = Callable[..., Path]
Visiting = Callable[..., Visit]


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    """The browser; without one everything stops, with a line that says so."""
    try:
        path = find_browser()
    except NoBrowserError as error:
        pytest.exit(f"test-browser: {error}", returncode=2)
    with sync_playwright() as play:
        # root, as in a container, has no sandbox; all pages are Bede's own
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def tarn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reference of the made-up land that comes with the examples."""
    return compile_pack(EXAMPLES / "tarn", tmp_path_factory.mktemp("reference"))


@pytest.fixture(scope="session")
def made(tarn: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Makes a page of a kind from one of the `TEXTS` or from an example; each only once."""
    pages: dict[tuple[str, str], Path] = {}
    folder = tmp_path_factory.mktemp("pages")

    def of(kind: str, text: str) -> Path:
        if (kind, text) not in pages:
            place = folder / f"{kind}-{text}"
            place.mkdir(exist_ok=True)
            words: list[str] = []
            if text in TEXTS:
                paths = [place / f"{text}.md"]
                paths[0].write_text(TEXTS[text], encoding="utf-8")
            elif text == "two":
                paths = [EXAMPLES / "a-fall-from-power.md", EXAMPLES / "no-fault.md"]
            else:
                paths = [EXAMPLES / f"{text}.md"]
            if KIND[kind].judged and text != "a-fall-from-power":
                words = ["--reference", str(tarn)]
            pages[kind, text] = make(KIND[kind], paths, place, *words)
        return pages[kind, text]

    return of


@pytest.fixture
def visit(chrome: Browser) -> Iterator[Visiting]:
    """Opens a file in the browser, and fails the test if anything there was not quiet."""
    visits: list[Visit] = []

    def to(page: Path, look: Look | None = None, *, scripts: bool = True) -> Visit:
        visits.append(Visit.to(chrome, page, look or Look("light"), scripts=scripts))
        return visits[-1]

    yield to
    troubles = [trouble for one in visits for trouble in one.close()]
    assert troubles == []
