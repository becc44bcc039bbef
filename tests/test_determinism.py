"""The same answer every time: under any hash seed, in any process, alone or in company."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLE = "examples/a-fall-from-power.md"
PROGRAM = "from bede.cli import main; main()"
OTHER = (
    "Vladimir Lenin and Leon Trotsky lived in several countries. Lenin died in 1925. He was born "
    "in Simbirsk in 1870. Stalin, Kamenev and Zinoviev were expelled from the Communist Party.\n"
)


def bede(*words: str, seed: str = "random", stdin: str = "") -> str:
    """Standard output of the command in a process of its own, started in the project's folder."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.stderr == ""
    return done.stdout


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Two documents in one run: the path of the second, and the report as it was printed."""
    other = tmp_path_factory.mktemp("texts") / "other.txt"
    other.write_text(OTHER)
    return str(other), bede("check", EXAMPLE, str(other), "--format", "json", seed="0")


def test_the_hash_seed_changes_nothing(together: tuple[str, str]) -> None:
    """Byte for byte the same in two processes with two seeds."""
    other, report = together
    assert bede("check", EXAMPLE, other, "--format", "json", seed="1") == report


def test_company_changes_nothing(together: tuple[str, str]) -> None:
    """Each document has the report that it has alone, and in the other order."""
    other, report = together
    turned = json.loads(bede("check", other, EXAMPLE, "--format", "json"))
    alone = json.loads(bede("check", EXAMPLE, "--format", "json"))
    documents: list[Any] = json.loads(report)["documents"]
    assert turned["documents"] == documents[::-1]
    assert alone["documents"] == documents[:1]


def test_what_was_read_is_the_same_under_every_seed() -> None:
    """The claims as `bede claims` shows them, and the whole text report, of standard input."""
    for words in (("claims", "-", "--format", "jsonl"), ("check", "-", "--verbose")):
        first, second = (bede(*words, seed=seed, stdin=OTHER) for seed in ("0", "1"))
        assert (first == second, first != "") == (True, True)
