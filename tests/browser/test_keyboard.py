"""Whoever has no mouse gets everywhere, sees where they are, and gets back."""

from __future__ import annotations

import pytest
from tests.browser.conftest import Made, Visiting
from tests.browser.pages import KINDS
from tests.browser.visits import Look, Visit

STOPS = "a[href], button, input, select, summary, [tabindex='0']"
MARK = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  one.setAttribute("data-seen", "");
  const box = one.getBoundingClientRect(), style = getComputedStyle(one);
  const shapes = [...one.querySelectorAll("rect, path")];
  return {
    place: one.outerHTML.slice(0, 120),
    large: box.width > 0 && box.height > 0,
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1
      || shapes.some((shape) => parseFloat(getComputedStyle(shape).strokeWidth) >= 2),
  };
}"""
MISSED = f"""() => [...document.querySelectorAll("{STOPS}")]
  .filter((one) => one.checkVisibility({{visibilityProperty: true}}) && one.tabIndex >= 0)
  .filter((one) => !one.hasAttribute("data-seen"))
  .map((one) => one.outerHTML.slice(0, 120))"""
MOST = 1_500


def walk(seen: Visit) -> list[dict[str, object]]:
    """Press Tab until the page is through; what was stopped at."""
    stops = []
    for _ in range(MOST):
        seen.page.keyboard.press("Tab")
        stop = seen.ask(MARK)
        if stop is None or (stops and stop["place"] == stops[0]["place"]):
            break
        stops.append(stop)
    return stops


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_tab_reaches_everything_and_shows_where_it_is(
    made: Made, visit: Visiting, kind: str
) -> None:
    """WCAG 2.1.1, 2.4.7 and 2.4.11: nothing is passed over, each stop is seen and has a frame."""
    seen = visit(made(kind, "a-fall-from-power"), Look("still", still=True))
    stops = walk(seen)
    assert seen.ask(MISSED) == []
    unseen = [stop["place"] for stop in stops if not (stop["large"] and stop["inside"])]
    assert unseen == []
    assert [stop["place"] for stop in stops if not stop["marked"]] == []


def test_enter_leads_from_the_text_to_the_card_and_back(made: Made, visit: Visiting) -> None:
    """The card is open and in the window; the link with its place leads to the words."""
    seen = visit(made("report", "a-fall-from-power"))
    mark = seen.page.locator("article a[href^='#k']").nth(3)
    goal = mark.get_attribute("href") or ""
    mark.focus()
    seen.page.keyboard.press("Enter")
    card = seen.page.locator(goal)
    card.locator("details").first.wait_for()
    assert card.evaluate("one => one.closest('.k').querySelector('details').open")
    assert in_window(seen, goal)
    back = card.locator(".place a")
    words = back.get_attribute("href") or ""
    back.focus()
    seen.page.keyboard.press("Enter")
    assert in_window(seen, words)
    assert seen.ask("location.hash") == words


def in_window(seen: Visit, place: str) -> bool:
    """Whether what a link leads to is seen."""
    seen.page.wait_for_timeout(50)
    box = seen.page.locator(place).bounding_box() or {"y": -1, "height": 0}
    return box["y"] + box["height"] > 0 and box["y"] < 900


def test_the_first_stop_leads_past_the_filters(made: Made, visit: Visiting) -> None:
    """WCAG 2.4.1."""
    seen = visit(made("report", "a-fall-from-power"))
    seen.page.keyboard.press("Tab")
    assert seen.ask("document.activeElement.getAttribute('href')") == "#main"
    seen.page.keyboard.press("Enter")
    seen.page.keyboard.press("Tab")
    assert seen.ask("document.activeElement.closest('main') !== null")


def test_keys_go_from_fault_to_fault(made: Made, visit: Visiting) -> None:
    """`n` and `p` go to what was found, `j` and `k` to every statement, `t` to its words."""
    seen = visit(made("report", "a-fall-from-power"))
    card = "document.activeElement.closest('.k')?.id"
    faults = seen.ask("[...document.querySelectorAll('.k:has(.told)')].map((one) => one.id)")
    every = seen.ask("[...document.querySelectorAll('.k')].map((one) => one.id)")
    for expected in (*faults, faults[0]):
        seen.page.keyboard.press("n")
        assert seen.ask(card) == expected
    seen.page.keyboard.press("p")
    assert seen.ask(card) == faults[-1]
    seen.page.keyboard.press("j")
    assert seen.ask(card) == every[(every.index(faults[-1]) + 1) % len(every)]
    seen.page.keyboard.press("k")
    assert seen.ask(card) == faults[-1]
    seen.page.keyboard.press("t")
    assert seen.ask("document.activeElement.id") == f"c{faults[-1][1:]}"
    seen.page.keyboard.press("t")
    assert seen.ask(card) == faults[-1]


def test_keys_of_one_letter_can_be_put_off(made: Made, visit: Visiting) -> None:
    """WCAG 2.1.4: who speaks to the machine does not want every letter to do something."""
    seen = visit(made("report", "a-fall-from-power"))
    seen.page.get_by_text("Keys", exact=True).click()
    seen.page.locator("[name=keys]").uncheck()
    seen.page.keyboard.press("n")
    assert seen.ask("document.activeElement.name") == "keys"


@pytest.mark.parametrize("kind", ["claims", "report"])
def test_what_is_reached_lights_up_and_escape_puts_it_out(
    made: Made, visit: Visiting, kind: str
) -> None:
    """The words, the card, and whatever else shows the statement."""
    seen = visit(made(kind, "a-fall-from-power"))
    mark = seen.page.locator("article a[data-c]").first
    key = (mark.get_attribute("data-c") or "").split()[0]
    mark.focus()
    assert seen.page.locator(f".k[data-c='{key}'].on").count() == 1
    seen.page.keyboard.press("Escape")
    assert seen.page.locator(".on").count() == 0


def test_a_timeline_is_moved_with_keys(made: Made, visit: Visiting) -> None:
    """Plus and minus zoom, nought shows all, the arrows move."""
    seen = visit(made("timeline", "a-fall-from-power"))
    zoom = "Number(document.querySelector('.tl').style.getPropertyValue('--z'))"
    seen.page.locator(".tl-view").focus()
    seen.page.keyboard.press("0")
    assert seen.ask(zoom) == 1
    seen.page.keyboard.press("+")
    seen.page.keyboard.press("+")
    near = seen.ask(zoom)
    assert near > 1
    before = seen.ask("document.querySelector('.tl-view').scrollLeft")
    seen.page.keyboard.press("ArrowRight")
    seen.until("before => document.querySelector('.tl-view').scrollLeft > before", before)
    seen.page.keyboard.press("-")
    assert 1 < seen.ask(zoom) < near
