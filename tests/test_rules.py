"""The pages of the rules, run: each example under Flagged and Left alone is one test."""

from __future__ import annotations

import inspect
import io
import re
from functools import cache
from pathlib import Path

import pytest
from tests.literate import parse_case

from bede.catalog import Rule, RuleExample, Severity, roles_by_type, rules
from bede.catalog.files import read_toml
from bede.claims import extract
from bede.documents import read
from bede.evidence.build import reference_from_yaml
from bede.judgement import Finding, Judgement, judge, kinds
from bede.judgement.case import Kind
from bede.text import analyse

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}:{example.line}")
    for rule in rules().values()
    for example in rule.examples
]
each_rule = pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.name)
WEIGHTS = [Severity.NOTE, Severity.WARNING, Severity.ERROR]


@cache
def judged(passage: str, reference: str) -> Judgement:
    """A passage taken through all stages, with a tiny reference."""
    analysis = analyse(read("-", stdin=io.StringIO(passage)))
    with reference_from_yaml(reference, roles_by_type()) as facts:
        return judge(analysis, extract(analysis), facts)


def told(finding: Finding) -> tuple[int, int, str]:
    """Where a finding stands and which rule it is of."""
    return finding.place.start, finding.place.end, finding.rule


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_an_example_has_the_findings_under_its_lines_and_no_others(
    rule: Rule, example: RuleExample
) -> None:
    """Rule, exact words and message agree; Left alone never means that nothing was understood."""
    passage, expected = parse_case(example.text)
    judgement = judged(passage, example.reference)
    findings = judgement.findings
    assert [told(f) for f in findings] == [(e.start, e.end, e.name) for e in expected]
    for finding, expectation in zip(findings, expected, strict=True):
        assert expectation.says in finding.message
    assert (rule.name in {finding.rule for finding in findings}) is example.flagged
    assert judgement.claims or judgement.findings or rule.name == "impossible-date"


@each_rule
def test_a_rule_is_found_and_never_weighs_more_than_its_page_says(rule: Rule) -> None:
    """The stated severity is reached by some example and exceeded by none."""
    weights = [
        WEIGHTS.index(finding.severity)
        for example in rule.examples
        for finding in judged(parse_case(example.text)[0], example.reference).findings
        if finding.rule == rule.name
    ]
    assert max(weights) == WEIGHTS.index(rule.severity)


@each_rule
def test_a_rule_names_its_fault_its_kind_and_where_it_comes_from(rule: Rule) -> None:
    """Names are kebab-case and not retired, kinds exist, sources are given, the title fits."""
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
    assert rule.name not in read_toml("retired.toml")["rules"]
    assert rule.kind in {kind.name for kind in kinds()}
    assert rule.sources
    assert rule.page.startswith(f"# {rule.name}\n")


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_what_a_kind_can_emit_is_what_the_pages_name(kind: Kind) -> None:
    """Every rule named in the source of a kind has a page of that kind, and the other way."""
    source = Path(inspect.getfile(kind.find)).read_text(encoding="utf-8")
    named = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', source))
    assert named == {rule.name for rule in rules().values() if rule.kind == kind.name}


def test_the_examples_of_a_page_cover_both_sides() -> None:
    """Each page shows at least two examples to flag and two hard cases to leave alone."""
    for rule in rules().values():
        sides = [example.flagged for example in rule.examples]
        assert min(sides.count(True), sides.count(False)) >= 2
