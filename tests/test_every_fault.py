"""The show-piece: a page with one error of every rule, and its twin with none."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from bede.catalog import roles_by_type, rules
from bede.checker import check_document
from bede.config import Config
from bede.documents import read
from bede.evidence.build import reference_in_memory
from bede.report import DocumentReport

EXAMPLES = Path(__file__).parents[1] / "examples"


@cache
def checked(name: str) -> DocumentReport:
    """One of the two pages, judged by the facts of the made-up land."""
    with reference_in_memory([EXAMPLES / "tarn"], roles_by_type()) as reference:
        return check_document(read(str(EXAMPLES / name)), reference, Config())


@cache
def sections() -> dict[str, range]:
    """The heading above each passage is the rule that it breaks -> its lines, from 1."""
    lines = (EXAMPLES / "every-fault.md").read_text(encoding="utf-8").splitlines()
    heads = [number for number, line in enumerate(lines, 1) if line.startswith("### ")]
    return {
        lines[first - 1].removeprefix("### "): range(first, last)
        for first, last in pairwise([*heads, len(lines) + 1])
    }


def test_there_is_a_passage_for_every_rule() -> None:
    """Whoever adds a rule adds it to the page."""
    assert sorted(sections()) == list(rules())


@pytest.mark.parametrize("rule", rules())
def test_each_passage_has_its_fault_and_no_other(rule: str) -> None:
    """Found exactly once."""
    lines = sections()[rule]
    found = [f.rule for f in checked("every-fault.md").findings if f.place.line in lines]
    assert found == [rule]


def test_nothing_is_found_in_the_twin() -> None:
    """The same passages, each put right; and they are understood, not merely passed over."""
    twin, faulty = checked("no-fault.md"), checked("every-fault.md")
    assert [(f.rule, f.place.line) for f in twin.findings] == []
    assert len(twin.claims) >= len(faulty.claims)
