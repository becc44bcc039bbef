"""What one does with the pages: point, filter, zoom; and reading without any script."""

from __future__ import annotations

import re

import pytest
from tests.browser.conftest import Made, Visiting
from tests.browser.pages import KIND, KINDS, TEXTS
from tests.browser.visits import Look, Visit

FALL = "a-fall-from-power"
ZOOM = "Number(document.querySelector('.tl').style.getPropertyValue('--z'))"


@pytest.mark.parametrize("kind", ["claims", "report"])
def test_pointing_at_words_lights_up_all_that_belongs_to_them(
    made: Made, visit: Visiting, kind: str
) -> None:
    """The card and the bar of a statement light up with its words, and go out again."""
    seen = visit(made(kind, FALL))
    mark = seen.page.locator("article a[data-c]").nth(2)
    key = (mark.get_attribute("data-c") or "").split()[0]
    mark.hover()
    lit = seen.ask(
        "key => [...document.querySelectorAll('.on')].every("
        "(one) => (one.dataset.c ?? '').split(' ').includes(key))",
        key,
    )
    assert lit
    parts = seen.page.locator(f"[data-c~='{key}']")
    assert seen.page.locator(f"[data-c~='{key}'].on").count() == parts.count() > 1
    seen.page.mouse.move(2, 2)
    assert seen.page.locator(".on").count() == 0


def test_a_bar_of_the_timeline_lights_up_its_words(made: Made, visit: Visiting) -> None:
    """From picture to text, and to the card with a press."""
    seen = visit(made("report", FALL))
    bar = seen.page.locator(".tl a.m").first
    key = bar.get_attribute("data-c")
    bar.locator("rect").first.hover()
    assert seen.page.locator(f"article a[data-c~='{key}'].on").count() >= 1
    bar.locator("rect").first.click()
    assert seen.ask("location.hash") == f"#k{key}"
    assert seen.page.locator(f"#k{key} details").first.get_attribute("open") is not None


def cards(seen: Visit) -> int:
    """How many cards are shown."""
    return int(seen.ask("[...document.querySelectorAll('.k')].filter((k) => !k.hidden).length"))


def test_verdicts_filter_and_are_counted(made: Made, visit: Visiting) -> None:
    """Each box stands for the cards that it counts; all come back with one button."""
    seen = visit(made("report", FALL))
    total = cards(seen)
    for box in seen.page.locator(".filters [name=verdict]").all():
        verdict = box.get_attribute("value")
        of_it = seen.page.locator(f".k[data-v='{verdict}']").count()
        assert box.locator("xpath=..").locator(".number").inner_text() == str(of_it)
        box.uncheck()
        assert cards(seen) == total - of_it
        told = seen.page.locator(".filters output").inner_text()
        assert told == f"{total - of_it} of {total} shown."
        box.check()
        assert cards(seen) == total
    seen.page.locator(".filters [name=verdict]").first.uncheck()
    seen.page.locator(".filters [type=reset]").click()
    seen.until("document.querySelector('.filters output').textContent === ''")
    assert cards(seen) == total


def test_each_choice_shows_as_many_cards_as_it_says(made: Made, visit: Visiting) -> None:
    """By rule, person, body, place."""
    seen = visit(made("report", FALL))
    choosers = seen.page.locator(".filters select").all()
    assert len(choosers) > 1
    for chooser in choosers:
        for option in chooser.locator("option").all()[1:]:
            chooser.select_option(option.get_attribute("value"))
            counted = re.search(r"\((\d+)\)$", option.inner_text())
            assert counted is not None
            assert cards(seen) == int(counted[1]), option.inner_text()
        chooser.select_option("")


def test_a_link_to_a_hidden_card_shows_it(made: Made, visit: Visiting) -> None:
    """What is filtered away comes back when somebody is led to it."""
    seen = visit(made("report", FALL))
    first = seen.page.locator(".wrong a").first
    goal = first.get_attribute("href") or ""
    verdict = seen.page.locator(f".k:has({goal}), {goal}.k").first.get_attribute("data-v")
    seen.page.locator(f".filters [value={verdict}]").uncheck()
    assert not seen.page.locator(goal).is_visible()
    first.click()
    seen.page.locator(goal).wait_for(state="visible")


def test_groups_of_claims_are_hidden_with_their_box(made: Made, visit: Visiting) -> None:
    """The page of claims filters without a script."""
    seen = visit(made("claims", FALL), scripts=False)
    box = seen.page.locator("#show-life")
    of_it = seen.page.locator(".k.g-life")
    assert of_it.first.is_visible()
    box.uncheck()
    assert not any(one.is_visible() for one in of_it.all())


def test_escape_hides_the_names_of_roles(made: Made, visit: Visiting) -> None:
    """WCAG 1.4.13: what appears over other words can be put away without moving the pointer."""
    seen = visit(made("claims", FALL))
    words = seen.page.locator("article .f:has(> .l)").first
    words.hover()
    assert words.locator(".l").is_visible()
    seen.page.keyboard.press("Escape")
    assert not words.locator(".l").is_visible()
    seen.page.mouse.move(2, 2)
    words.hover()
    assert words.locator(".l").is_visible()


def test_a_date_tells_how_it_was_read(made: Made, visit: Visiting) -> None:
    """When it is pointed at, and when it is reached with the keyboard."""
    seen = visit(made("dates", FALL))
    mark = seen.page.locator("mark").first
    tip = mark.locator(".tip")
    assert not tip.is_visible()
    mark.hover()
    assert tip.is_visible()
    seen.page.mouse.move(2, 2)
    assert not tip.is_visible()
    mark.focus()
    assert tip.is_visible()


@pytest.mark.parametrize("kind", ["timeline", "report"])
def test_a_timeline_zooms_from_centuries_to_days(made: Made, visit: Visiting, kind: str) -> None:
    """To zoom is to widen; the years become months and days; all of it comes back."""
    seen = visit(made(kind, FALL))
    labels = "[...document.querySelectorAll('.tl .ticks text')].map((one) => one.textContent)"
    seen.page.locator("[data-zoom=all]").first.click()
    assert seen.ask(ZOOM) == 1
    assert all(re.fullmatch(r"\d{4}", label) for label in seen.ask(labels))
    wide = seen.page.locator(".tl-view").first.evaluate("one => one.scrollWidth")
    for _ in range(20):
        seen.page.locator("[data-zoom=in]").first.click()
    assert seen.page.locator(".tl-view").first.evaluate("one => one.scrollWidth") > 20 * wide
    assert any(re.fullmatch(r"\d{1,2} [A-Z][a-z]{2} \d{4}", label) for label in seen.ask(labels))
    seen.page.locator("[data-zoom=all]").first.click()
    assert seen.ask(ZOOM) == 1


def test_the_wheel_zooms_where_it_points(made: Made, visit: Visiting) -> None:
    """With Ctrl; without, the page scrolls as ever."""
    seen = visit(made("timeline", FALL))
    seen.page.locator("[data-zoom=all]").click()
    seen.page.locator(".tl-view").hover()
    seen.page.mouse.wheel(0, -100)
    assert seen.ask(ZOOM) == 1
    seen.page.keyboard.down("Control")
    seen.page.mouse.wheel(0, -200)
    seen.until(f"{ZOOM} > 1")
    seen.page.keyboard.up("Control")


def test_lanes_of_a_kind_come_and_go(made: Made, visit: Visiting) -> None:
    """Names and days alike."""
    seen = visit(made("timeline", FALL))
    lanes = seen.page.locator(".lane.n-person")
    names = seen.page.locator(".tl-names li.n-person")
    assert lanes.first.is_visible()
    assert names.count() == lanes.count() > 1
    box = seen.page.locator(".tl-tools [value=person]")
    box.uncheck()
    assert not any(one.is_visible() for one in (*lanes.all(), *names.all()))
    box.check()
    assert lanes.first.is_visible()


def words(text: str) -> list[str]:
    """The words of a text, whatever stands between them."""
    return re.findall(r"[^\W_]+", text)


WORDS_SHOWN = """([main, aside]) => [...document.querySelectorAll(main)].map((part) => {
  const copy = part.cloneNode(true);
  for (const one of copy.querySelectorAll(aside)) one.remove();
  return copy.textContent;
}).join(" ")"""


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS if kind.main])
def test_without_scripts_the_text_is_all_there(made: Made, visit: Visiting, kind: str) -> None:
    """Every word of the text, in its order, and nothing hidden."""
    seen = visit(made(kind, "chronicle"), scripts=False)
    shown = seen.ask(WORDS_SHOWN, [KIND[kind].main, KIND[kind].aside])
    assert words(shown) == words(TEXTS["chronicle"])
    blocks = seen.page.locator("article :is(p, h2, h3, h4, blockquote):not(.side *)").all()
    assert len(blocks) > 15
    assert all(one.is_visible() for one in blocks)


@pytest.mark.parametrize("kind", ["report", "timeline"])
def test_without_scripts_the_picture_is_drawn(made: Made, visit: Visiting, kind: str) -> None:
    """Bars, names and years; but no buttons that would do nothing."""
    seen = visit(made(kind, FALL), scripts=False)
    assert seen.page.locator(".tl .lane rect").first.is_visible()
    assert seen.page.locator(".tl .ticks text").count() > 3
    assert not seen.page.locator(".tl-tools").is_visible()


def test_a_dark_page_is_printed_on_white(made: Made, visit: Visiting) -> None:
    """Ink is dear."""
    for kind in KINDS:
        seen = visit(made(kind.name, FALL), Look("print", dark=True, media="print"))
        paper = seen.ask("getComputedStyle(document.body).backgroundColor")
        assert paper in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"), kind.name


def test_a_print_of_the_report_holds_the_cards(made: Made, visit: Visiting) -> None:
    """Nobody can open a card on paper: they are open; filters and keys are not there."""
    seen = visit(made("report", FALL), Look("print", media="print"))
    seen.ask("dispatchEvent(new Event('beforeprint'))")
    assert all(one.is_visible() for one in seen.page.locator(".k .place").all())
    assert not seen.page.locator(".filters").is_visible()
