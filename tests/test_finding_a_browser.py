"""`make test-browser` says which browser it uses, or in one line why it has none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.browser import finding


def test_the_browser_that_is_named_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("mine", "chromium"):
        (tmp_path / name).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(finding.VARIABLE, raising=False)
    assert finding.find_browser() == str(tmp_path / "chromium")
    monkeypatch.setenv(finding.VARIABLE, str(tmp_path / "mine"))
    assert finding.find_browser() == str(tmp_path / "mine")


@pytest.mark.parametrize("told", ["", "/no/such/browser"])
def test_without_one_it_stops_with_one_line(tmp_path: Path, told: str) -> None:
    done = subprocess.run(
        [sys.executable, finding.__file__],
        env={"PATH": str(tmp_path), finding.VARIABLE: told},
        capture_output=True,
        text=True,
        check=False,
    )
    if not told and done.returncode == 0:
        pytest.skip("a browser stands in a place of its own on this system")
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("test-browser: ")
    assert done.stderr.count("\n") == 1
    assert finding.VARIABLE in done.stderr
