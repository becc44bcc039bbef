"""The picture of relations: who is pointed at stands out, kinds and years come and go, it zooms."""

from __future__ import annotations

import pytest
from tests.browser.conftest import Made, Visiting
from tests.browser.visits import Visit

FALL = "a-fall-from-power"
BOTH = pytest.mark.parametrize("kind", ["relations", "report"])


def shown(seen: Visit, what: str) -> int:
    """How many boxes (`.n`) or lines (`.r`) of the picture are to be seen."""
    return int(seen.page.locator(f".rel-view {what}:not(.gone)").count())


@BOTH
def test_who_is_reached_stands_out_with_those_to_whom_lines_lead(
    made: Made, visit: Visiting, kind: str
) -> None:
    """The ends of every line that is told are told, and one of them is the box in question."""
    seen = visit(made(kind, FALL))
    box = seen.page.locator(".rel-view .n").first
    place = int(box.get_attribute("data-n") or "0")
    box.focus()
    told = [
        [int(end) for end in (line.get_attribute("data-ends") or "").split()]
        for line in seen.page.locator(".rel-view .r.told").all()
    ]
    assert told
    assert all(place in ends for ends in told)
    standing = {
        int(one.get_attribute("data-n") or "0")
        for one in seen.page.locator(".rel-view .n.told").all()
    }
    assert standing == {end for ends in told for end in ends}
    seen.page.keyboard.press("Escape")
    assert seen.page.locator(".rel-view .told").count() == 0


def test_a_box_leads_to_its_entry_in_the_list(made: Made, visit: Visiting) -> None:
    """Enter opens the list where the box is told of in words."""
    seen = visit(made("relations", FALL))
    box = seen.page.locator(".rel-view .n").first
    goal = box.get_attribute("href") or ""
    box.focus()
    seen.page.keyboard.press("Enter")
    seen.until("() => document.querySelector('.rel-list').open")
    assert seen.page.locator(goal).is_visible()


@BOTH
def test_kinds_and_years_come_and_go(made: Made, visit: Visiting, kind: str) -> None:
    """A box that no line reaches any more goes too; all of it comes back."""
    seen = visit(made(kind, FALL))
    boxes, lines = shown(seen, ".n"), shown(seen, ".r")
    people = seen.page.locator(".rel-tools [value=person]")
    people.uncheck()
    assert shown(seen, ".n.n-person") == 0
    assert shown(seen, ".r") < lines
    people.check()
    assert (shown(seen, ".n"), shown(seen, ".r")) == (boxes, lines)
    year = seen.page.locator(".rel-tools [type=range]")
    year.focus()
    seen.page.keyboard.press("Home")
    assert shown(seen, ".r") < lines
    assert seen.page.locator(".rel-year output").inner_text() == year.get_attribute("min")
    seen.page.keyboard.press("End")
    assert (shown(seen, ".n"), shown(seen, ".r")) == (boxes, lines)


@BOTH
def test_it_zooms(made: Made, visit: Visiting, kind: str) -> None:
    """With buttons, with keys, and with the wheel and Ctrl."""
    seen = visit(made(kind, FALL))
    width = "document.querySelector('.rel-view svg').getBoundingClientRect().width"
    before = seen.ask(width)
    seen.page.locator(".rel [data-zoom=in]").click()
    near = seen.ask(width)
    assert near > before
    seen.page.locator(".rel-view").focus()
    seen.page.keyboard.press("-")
    assert seen.ask(width) < near
    seen.page.keyboard.press("0")
    whole = seen.ask(width)
    assert whole <= seen.page.locator(".rel-view").evaluate("one => one.clientWidth") + 1
    seen.page.locator(".rel-view").hover()
    seen.page.keyboard.down("Control")
    seen.page.mouse.wheel(0, -200)
    seen.until(f"{width} > {whole}")
    seen.page.keyboard.up("Control")


def test_without_scripts_it_is_drawn_and_told(made: Made, visit: Visiting) -> None:
    """Boxes, lines, and the list; no buttons."""
    seen = visit(made("relations", FALL), scripts=False)
    assert seen.page.locator(".rel-view .n").first.is_visible()
    assert not seen.page.locator(".rel-tools").is_visible()
    assert seen.page.locator(".rel-list li").count() > seen.page.locator(".rel-view .r").count()
