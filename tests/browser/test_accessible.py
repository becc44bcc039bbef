"""Everybody can read the pages: axe finds nothing, and a phone needs no sideways scroll.

axe-core, by Deque Systems, tests what a machine can test of the Web Content Accessibility
Guidelines 2.2, levels A and AA, and what its authors hold to be good practice.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.conftest import Made, Visiting
from tests.browser.pages import KINDS
from tests.browser.visits import LOOKS, Look

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SAMPLES = ("every-fault", "a-fall-from-power", "two", "nothing", "from-sumer", "right-to-left")
EVERY_KIND = pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
EVERY_LOOK = pytest.mark.parametrize("look", LOOKS, ids=[look.name for look in LOOKS])
EVERY_PAGE = pytest.mark.parametrize(
    ("kind", "sample"),
    [(kind.name, one) for kind in KINDS for one in SAMPLES if kind.several or one != "two"],
)


def told(violation: Mapping[str, Any]) -> str:
    """A violation in one line: the rule, and the first places with what is wrong there."""
    nodes = violation["nodes"]
    places = [
        f"{node['target']}: {(node['any'] + node['all'] + node['none'])[0]['message']}"
        for node in nodes[:3]
    ]
    return f"{violation['id']} at {len(nodes)} places: {'; '.join(places)}"


@EVERY_LOOK
@EVERY_PAGE
def test_axe_finds_nothing(made: Made, visit: Visiting, kind: str, sample: str, look: Look) -> None:
    """No violation of WCAG 2.2 AA, nor of good practice; on paper nothing is pressed."""
    seen = visit(made(kind, sample), look)
    seen.unfold()
    options = {
        "runOnly": {"type": "tag", "values": STANDARDS},
        "resultTypes": ["violations"],
        "rules": {"target-size": {"enabled": look.media == "screen"}},
    }
    found = Axe().run(seen.page, options=options).response["violations"]
    assert [told(violation) for violation in found] == []


FAINT = """() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const light = (colour) => {
    const [r, g, b] = colour.map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const paper = numbers(getComputedStyle(document.body).backgroundColor);
  const faint = [];
  for (const text of document.querySelectorAll("svg text")) {
    const style = getComputedStyle(text);
    if (style.display === "none") continue;
    const below = text.closest(".on-bar")?.querySelector("rect")
      ?? text.closest(".n")?.querySelector("path");
    const fill = below ? getComputedStyle(below) : null;
    const share = fill?.fill.startsWith("rgb") ? parseFloat(fill.fillOpacity) : 0;
    const ground = paper.map((part, at) =>
      share ? numbers(fill.fill)[at] * share + part * (1 - share) : part);
    if (contrast(numbers(style.fill), ground) < 4.5 || parseFloat(style.opacity) < 1)
      faint.push(text.textContent);
  }
  return faint;
}"""


@EVERY_LOOK
@pytest.mark.parametrize("kind", ["report", "relations", "page"])
def test_words_in_pictures_are_dark_enough(
    made: Made, visit: Visiting, kind: str, look: Look
) -> None:
    """WCAG 1.4.3 for words on paper, or on a bar or box of a drawing: axe leaves these out."""
    seen = visit(made(kind, "every-fault"), look)
    assert seen.page.locator("svg text").count() > 10
    assert seen.ask(FAINT) == []


@EVERY_PAGE
def test_a_phone_shows_the_whole_width(made: Made, visit: Visiting, kind: str, sample: str) -> None:
    """At 360 pixels, and at 320 as WCAG 1.4.10 asks, the page itself does not scroll sideways."""
    for width in (360, 320):
        seen = visit(made(kind, sample), Look("phone", width=width, height=740, touch=True))
        seen.unfold()
        assert seen.ask("document.documentElement.scrollWidth") <= width


@EVERY_KIND
def test_text_can_be_twice_as_large(made: Made, visit: Visiting, kind: str) -> None:
    """WCAG 1.4.4: at 200 % nothing is cut off at the side."""
    seen = visit(made(kind, "every-fault"), Look("large", width=640, height=450))
    seen.ask("document.documentElement.style.fontSize = '200%'")
    assert seen.ask("document.documentElement.scrollWidth") <= 640


@EVERY_KIND
def test_who_wants_rest_gets_it(made: Made, visit: Visiting, kind: str) -> None:
    """With `prefers-reduced-motion` nothing moves."""
    seen = visit(made(kind, "every-fault"), Look("still", still=True))
    moving = """() => [...document.querySelectorAll("*")].filter((one) => {
      const style = getComputedStyle(one);
      return parseFloat(style.transitionDuration) > 0 || parseFloat(style.animationDuration) > 0
        || style.scrollBehavior === "smooth";
    }).length"""
    assert seen.ask(moving) == 0
