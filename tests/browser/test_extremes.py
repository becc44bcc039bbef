"""Texts that are empty of what a page shows, or far too full of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.browser.chronicle import many_claims
from tests.browser.conftest import Made, Visiting
from tests.browser.pages import KIND, KINDS, make

MANY = 5_000
MOST_BYTES = 5_000_000
SAID = {
    ("claims", "nothing"): "There are no claims",
    ("dates", "nothing"): "No date was found.",
    ("report", "nothing"): "No statement that Bede can check was found",
    ("timeline", "nothing"): "No statement of this text has a date that Bede can draw",
    ("timeline", "undated"): "No statement of this text has a date that Bede can draw",
}


@pytest.mark.parametrize(("kind", "text"), SAID, ids=lambda one: one)
def test_a_page_says_that_there_is_nothing(
    made: Made, visit: Visiting, kind: str, text: str
) -> None:
    """In words, rather than with an empty frame."""
    seen = visit(made(kind, text))
    assert SAID[kind, text] in seen.page.locator("body").inner_text()
    assert seen.page.locator(".tl, .rel").count() == 0


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
@pytest.mark.parametrize("text", ["nothing", "undated", "right-to-left"])
def test_every_page_opens(made: Made, visit: Visiting, kind: str, text: str) -> None:
    """With a heading and a title of its own, and without any trouble."""
    seen = visit(made(kind, text))
    assert seen.page.locator("h1").count() == 1
    assert seen.page.title()


def test_a_timeline_holds_five_thousand_years(made: Made, visit: Visiting) -> None:
    """From 3000 BC to 2026, with the years before our era named so; each end can be reached."""
    seen = visit(made("timeline", "from-sumer"))
    seen.page.locator("[data-zoom=all]").click()
    labels = "[...document.querySelectorAll('.tl .ticks text')].map((one) => one.textContent)"
    shown = seen.ask(labels)
    assert any(label.endswith(" BC") for label in shown)
    assert "2000" in shown
    assert "0" not in shown
    assert len(shown) == len(set(shown)) < 20
    for _ in range(25):
        seen.page.locator("[data-zoom=in]").click()
    assert len(seen.ask(labels)) < 40
    width = "document.querySelector('svg.tl-days').getBoundingClientRect().width"
    assert seen.ask(width) < 2**25 - 1, "wider than a browser can lay out"


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A text with very many statements."""
    path = tmp_path_factory.mktemp("full") / "many.md"
    path.write_text(many_claims(MANY), encoding="utf-8")
    return path


def test_a_report_of_very_many_statements_can_be_used(
    full: Path, tmp_path: Path, visit: Visiting
) -> None:
    """All are there, the file stays small enough to be sent, filters and keys work."""
    page = make(KIND["report"], [full], tmp_path)
    assert page.stat().st_size < MOST_BYTES
    seen = visit(page)
    assert seen.page.locator(".k").count() == MANY
    assert 0 < seen.page.locator(".tl .lane").count() < MANY / 2
    assert "left out" in seen.page.locator(".tl-hint").inner_text()
    seen.page.locator(".filters [name=verdict]").first.uncheck()
    assert seen.page.locator(".filters output").inner_text() == f"0 of {MANY} shown."
    seen.page.locator(".filters [name=verdict]").first.check()
    seen.page.keyboard.press("j")
    assert seen.ask("document.activeElement.closest('.k').id") == "k1-c1"


def test_claims_of_very_many_statements_can_be_used(
    full: Path, tmp_path: Path, visit: Visiting
) -> None:
    """The page of claims as well."""
    page = make(KIND["claims"], [full], tmp_path)
    assert page.stat().st_size < MOST_BYTES
    seen = visit(page)
    assert seen.page.locator(".k").count() == MANY
