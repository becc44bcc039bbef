"""Everyone and everything named in a dated clause: who must have been there, and who need not."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.literate import parse_case

from bede.catalog import roles_by_type
from bede.claims import extract
from bede.documents import read
from bede.evidence import Reference
from bede.evidence.build import reference_from_yaml
from bede.judgement import Finding, judge
from bede.text import analyse

CASES = Path(__file__).parent / "cases" / "presence"
TRUE = re.findall(r"^- (.+)$", (CASES / "left-alone.md").read_text(encoding="utf-8"), re.MULTILINE)
IMPOSSIBLE = re.findall(
    r"^```text\n(.*?)^```",
    (CASES / "flagged.md").read_text(encoding="utf-8"),
    re.MULTILINE | re.DOTALL,
)


@pytest.fixture(name="world", scope="module")
def fixture_world() -> Iterator[Reference]:
    records = (CASES / "world.yaml").read_text(encoding="utf-8")
    with reference_from_yaml(records, roles_by_type()) as reference:
        yield reference


def findings(passage: str, world: Reference) -> tuple[Finding, ...]:
    """What Bede tells of a passage."""
    analysis = analyse(read("-", stdin=io.StringIO(passage)))
    return judge(analysis, extract(analysis), world).findings


@pytest.mark.parametrize("sentence", TRUE)
def test_who_need_not_have_been_there_is_left_alone(sentence: str, world: Reference) -> None:
    """A true sentence gives no finding of any rule."""
    assert [finding.message for finding in findings(sentence, world)] == []


@pytest.mark.parametrize("case", IMPOSSIBLE)
def test_who_was_not_there_is_told(case: str, world: Reference) -> None:
    """The rule, the exact words and the message agree, and nothing else is told."""
    passage, expected = parse_case(case)
    found = findings(passage, world)
    told = [(f.place.start, f.place.end, f.rule) for f in found]
    assert told == [(e.start, e.end, e.name) for e in expected]
    assert all(e.says in f.message for e, f in zip(expected, found, strict=True))
