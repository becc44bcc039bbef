"""Finding a browser that is installed: these tests and the measurements bring none of their own.

    python tests/browser/finding.py

says which one is used, or in one line why there is none, and ends with 2.
"""

from __future__ import annotations

import os
import shutil
import sys

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
)
APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
VARIABLE = "BROWSER_PATH"


class NoBrowserError(Exception):
    """There is none, or not where the user says."""


def find_browser() -> str:
    """The program of a browser of the Chromium family.

    Raises:
        NoBrowserError: none is installed, or `BROWSER_PATH` names none. The message is one line.
    """
    told = os.environ.get(VARIABLE)
    if told:
        found = shutil.which(told)
        if found is None:
            raise NoBrowserError(f"{VARIABLE}={told}: no such program; name a browser or unset it")
        return found
    for name in (*NAMES, *APPLICATIONS):
        found = shutil.which(name)
        if found is not None:
            return found
    raise NoBrowserError(
        "no browser found: install Chromium or Google Chrome "
        f"(Debian: apt-get install chromium), or set {VARIABLE} to one"
    )


if __name__ == "__main__":
    try:
        sys.stdout.write(f"The browser: {find_browser()}\n")
    except NoBrowserError as error:
        sys.stderr.write(f"test-browser: {error}\n")
        sys.exit(2)
