"""A watched visit to a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

FORBIDDEN = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`forbidden by the policy: ${event.violatedDirective} ${event.blockedURI}`));
"""


@dataclass(frozen=True, slots=True)
class Look:
    """How somebody looks at a page.

    Attributes:
        name: for people.
        dark: whether they like it dark.
        width: of the window in pixels.
        height: of the window in pixels.
        touch: whether it is touched.
        media: on the screen or on paper.
        still: whether they want nothing to move.
    """

    name: str
    dark: bool = False
    width: int = 1280
    height: int = 900
    touch: bool = False
    media: Literal["screen", "print"] = "screen"
    still: bool = False


LOOKS = (
    Look("light"),
    Look("dark", dark=True),
    Look("phone", width=360, height=740, touch=True),
    Look("print", width=720, media="print"),
)


@dataclass
class Visit:
    """A page in a window of its own, and what it did that it should not.

    Attributes:
        page: to play with.
        troubles: requests, messages on the console, exceptions.
    """

    page: Page
    context: BrowserContext
    troubles: list[str] = field(default_factory=list)

    @classmethod
    def to(cls, chrome: Browser, file: Path, look: Look, *, scripts: bool = True) -> Visit:
        """Open a file.

        Args:
            chrome: the browser.
            file: the page.
            look: how to look at it.
            scripts: whether scripts may run.
        """
        context = chrome.new_context(
            viewport={"width": look.width, "height": look.height},
            color_scheme="dark" if look.dark else "light",
            reduced_motion="reduce" if look.still else "no-preference",
            has_touch=look.touch,
            java_script_enabled=scripts,
            offline=True,
        )
        page = context.new_page()
        page.emulate_media(media=look.media)
        one = cls(page, context)
        address = file.resolve().as_uri()

        def asked(request: Request) -> None:
            if request.url.partition("#")[0] != address:
                one.troubles.append(f"asked for {request.url}")

        def said(message: ConsoleMessage) -> None:
            one.troubles.append(f"{message.type} on the console: {message.text}")

        page.on("request", asked)
        page.on("console", said)
        page.on("pageerror", lambda error: one.troubles.append(f"thrown: {error}"))
        page.on("dialog", lambda dialog: one.troubles.append(f"dialog: {dialog.message}"))
        if scripts:
            page.add_init_script(FORBIDDEN)
        page.goto(address)
        return one

    def ask(self, program: str, *given: Any) -> Any:
        """What a function in the page says of something."""
        return self.page.evaluate(program, *given)

    def until(self, program: str, *given: Any) -> None:
        """Wait until the page agrees; Playwright's own way needs what the policy forbids.

        Raises:
            TimeoutError: it does not, for five seconds.
        """
        for _ in range(250):
            if self.ask(program, *given):
                return
            self.page.wait_for_timeout(20)
        raise TimeoutError(program)

    def unfold(self) -> None:
        """Open all that can be opened, and lay out also what is far below the window."""
        self.page.add_style_tag(content="* { content-visibility: visible !important }")
        self.ask("for (const one of document.querySelectorAll('details')) one.open = true")

    def close(self) -> list[str]:
        """Leave; what was wrong is told."""
        self.context.close()
        return self.troubles
