"""How heavy the page of a long text is: size, time to open, and the longest task while it is used.

    python bench/report_page.py [PATH ...] [--kinds report,timeline,...] [--runs 5]

Needs what `make test-browser` needs. A PATH is a text, or a page that is there already. Without one
the texts are an invented chronicle of 20,000 words, a list of 5,000 statements, and the real texts
that lie beside the project, put together (if there are any). A page is opened in a fresh window of
a headless browser, and what a person can do there is done: every filter, every button of the
pictures, keys, the wheel. The browser itself tells of tasks that take longer than 50 ms
(PerformanceObserver, "longtask").
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.browser.chronicle import chronicle, many_claims  # noqa: E402
from tests.browser.finding import find_browser  # noqa: E402
from tests.browser.pages import KIND, make  # noqa: E402

WORDS, CLAIMS = 20_000, 5_000
BESIDE = ROOT.parent / "shared" / "corpora" / "claims" / "dev" / "texts"
WATCH = """
window.tasks = [];
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) window.tasks.push(one.duration);
}).observe({type: "longtask", buffered: true});
"""
OPENED = """() => ({
  load: performance.getEntriesByType("navigation")[0].loadEventEnd,
  paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
  elements: document.querySelectorAll("*").length,
})"""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that a person does on a page: a name, and the steps."""

    name: str
    steps: Callable[[Page], Iterator[None]]


def filtering(page: Page) -> Iterator[None]:
    """Untick and tick each verdict, choose in each list, show all."""
    for box in page.locator(".filters [name=verdict]").all():
        for _ in range(2):
            box.click()
            yield
    for chooser in page.locator(".filters select").all():
        chooser.select_option(index=1)
        yield
        chooser.select_option(index=0)
        yield


def zooming(page: Page) -> Iterator[None]:
    """Press each button of each picture, many times for those that zoom; turn the wheel; move."""
    for figure in page.locator(".tl, .rel").all():
        figure.scroll_into_view_if_needed()
        for press in ("all", *["in"] * 14, *["out"] * 5, "view", "all"):
            button = figure.locator(f"[data-zoom={press}]")
            if button.count():
                button.first.click()
                yield
        view = figure.locator(".tl-view, .rel-view").first
        view.hover()
        page.keyboard.down("Control")
        for turn in (-200, -200, -200, 200, 200):
            page.mouse.wheel(0, turn)
            yield
        page.keyboard.up("Control")
        view.focus()
        for key in ("ArrowRight", "ArrowRight", "+", "ArrowDown", "0"):
            page.keyboard.press(key)
            yield


def kinds(page: Page) -> Iterator[None]:
    """Hide and show each kind of lane or box, and move each slide."""
    for box in page.locator(".tl-tools [type=checkbox], .rel-tools [type=checkbox]").all():
        for _ in range(2):
            box.click()
            yield
    for slide in page.locator("[type=range]").all():
        slide.focus()
        for key in ("Home", "ArrowRight", "PageUp", "End"):
            page.keyboard.press(key)
            yield


def walking(page: Page) -> Iterator[None]:
    """Point at words, and go from statement to statement with keys."""
    for mark in page.locator("article [data-c], article mark").all()[:20]:
        mark.hover()
        yield
    for key in "njjjjpnkkt":
        page.keyboard.press(key)
        yield
    page.keyboard.press("Escape")
    yield


DEEDS = (
    Deed("filter", filtering),
    Deed("zoom", zooming),
    Deed("kinds", kinds),
    Deed("point, keys", walking),
)


def longest(page: Page) -> float:
    """The longest task since the last question, in milliseconds; 0 if none took longer than 50."""
    page.wait_for_timeout(120)
    told: list[float] = page.evaluate("window.tasks.splice(0)")
    return max(told, default=0.0)


def opened(browser: Browser, file: Path) -> tuple[Page, dict[str, float]]:
    """A fresh window with the page, and what opening took."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.add_init_script(WATCH)
    page.goto(file.as_uri())
    while not page.evaluate("performance.getEntriesByName('first-contentful-paint').length"):
        page.wait_for_timeout(20)
    figures: dict[str, float] = page.evaluate(OPENED)
    return page, figures


def measure(browser: Browser, file: Path, runs: int) -> None:
    """Print what opening and using a page takes."""
    times = []
    for _ in range(runs):
        page, figures = opened(browser, file)
        figures["task"] = longest(page)
        times.append(figures)
        page.context.close()
    middle = {name: statistics.median(one[name] for one in times) for name in times[0]}
    print(
        f"  {file.stat().st_size / 1e6:.2f} MB, {middle['elements']:,.0f} elements; "
        f"first paint {middle['paint']:.0f} ms, loaded {middle['load']:.0f} ms "
        f"(worst of {runs}: {max(one['load'] for one in times):.0f}), "
        f"longest task {middle['task']:.0f} ms"
    )
    page, _ = opened(browser, file)
    longest(page)
    for deed in DEEDS:
        steps, worst = 0, 0.0
        for _ in deed.steps(page):
            steps += 1
            worst = max(worst, longest(page))
        if steps:
            print(f"  {deed.name:<12} {steps:>3} steps, longest task {worst:.0f} ms")
    page.context.close()


def texts(folder: Path, paths: list[Path]) -> Iterator[tuple[str, Path]]:
    """What to make pages of."""
    if paths:
        yield from ((path.name, path) for path in paths)
        return
    invented = {
        f"a chronicle of {WORDS:,} words": chronicle(WORDS),
        f"{CLAIMS:,} statements": many_claims(CLAIMS),
    }
    real = sorted(BESIDE.glob("*.txt"))
    if real:
        words = " \n".join(path.read_text(encoding="utf-8") for path in real).split(" ")
        text = " ".join(words[:WORDS])
        invented[f"{len(text.split()):,} words of real texts"] = text
    for number, (name, text) in enumerate(invented.items()):
        path = folder / f"text-{number}.md"
        path.write_text(text, encoding="utf-8")
        yield name, path


def main() -> None:
    """Print the figures."""
    asked = argparse.ArgumentParser(description="Measure the pages of long texts.")
    asked.add_argument("paths", nargs="*", type=Path)
    asked.add_argument(
        "--kinds", default="report,timeline,relations,page,claims,dates", help="of pages"
    )
    asked.add_argument("--runs", type=int, default=5)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play:
        folder = Path(name)
        browser = play.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for title, path in texts(folder, options.paths):
            for kind in options.kinds.split(","):
                begin = time.perf_counter()
                page = path if path.suffix == ".html" else make(KIND[kind], [path], folder)
                taken = time.perf_counter() - begin
                print(f"{title}, {kind} (made in {taken:.0f} s)")
                measure(browser, page, options.runs)
                if page is path:
                    break
        browser.close()


if __name__ == "__main__":
    main()
