"""Rules: front matter, sections and examples of one Markdown file."""

from __future__ import annotations

import pytest

from bede.catalog import Severity, parse_rule
from bede.catalog.rules import Parameter
from bede.errors import CatalogError

RULE = """\
+++
kind = "agreement"
severity = "warning"
message = "{fact}, not {stated}"
sources = ["M. Kell, A History of Tarn, Velin 1901"]
+++
# wrong-bell

## What it finds
The wrong bell.

## Why
Bells matter.

## Flagged
```yaml
people: []
```
```text
The big bell rang.
    ^^^ wrong-bell small
```

## Left alone
```text
The small bell rang.
```

## Limits
None known.
"""


def test_a_page_is_rule_explanation_and_test_at_once() -> None:
    """An example has the reference that stands before it in its own section."""
    rule = parse_rule(RULE, "rules/wrong-bell.md")
    assert (rule.name, rule.kind, rule.severity) == ("wrong-bell", "agreement", Severity.WARNING)
    assert rule.section("Why") == "Bells matter."
    assert [(e.flagged, e.reference, e.line) for e in rule.examples] == [
        (True, "people: []\n", 19),
        (False, "", 25),
    ]


LOUDNESS = """\
[parameters.least-loudness]
value = 3
unit = "chimes"
means = "how often a bell rings at least"
source = "M. Kell, A History of Tarn, Velin 1901, p. 7"
"""
WITH_PARAMETER = RULE.replace('1901"]\n', f'1901"]\n{LOUDNESS}')


def test_a_number_that_a_rule_rests_on_has_a_unit_a_meaning_and_a_source() -> None:
    """So nobody meets a bare number; a rule without any has none."""
    assert parse_rule(WITH_PARAMETER, "rules/wrong-bell.md").parameters == (
        Parameter(
            name="least-loudness",
            value=3,
            unit="chimes",
            means="how often a bell rings at least",
            source="M. Kell, A History of Tarn, Velin 1901, p. 7",
        ),
    )
    assert parse_rule(RULE, "rules/wrong-bell.md").parameters == ()


FAULTY_PARAMETERS = {
    "no source": ("source = ", "origin = ", "parameter 'least-loudness' is not whole"),
    "an empty unit": ('"chimes"', '""', "parameter 'least-loudness' is not whole"),
    "a fraction": ("value = 3", "value = 3.5", "parameter 'least-loudness' is not whole"),
    "a truth value": ("value = 3", "value = true", "parameter 'least-loudness' is not whole"),
    "below nothing": ("value = 3", "value = -3", "parameter 'least-loudness' is not whole"),
    "a name of its own": ("least-loudness", "Least", "parameter 'Least' is not named in kebab"),
    "no table": (LOUDNESS, "parameters = 3\n", "parameters is no table"),
}


@pytest.mark.parametrize("fault", FAULTY_PARAMETERS)
def test_a_faulty_parameter_is_named_with_its_line(fault: str) -> None:
    """The line of its table in the front matter."""
    old, new, cause = FAULTY_PARAMETERS[fault]
    with pytest.raises(CatalogError) as caught:
        parse_rule(WITH_PARAMETER.replace(old, new), "rules/wrong-bell.md")
    assert (caught.value.cause.startswith(cause), caught.value.line) == (True, 6)


FAULTS = {
    "no head": ("+++\n", "", "no front matter"),
    "no kind": ('kind = "agreement"\n', "", "front matter has no kind"),
    "a severity of its own": ('"warning"', '"fatal"', "unknown severity 'fatal'"),
    "a key of its own": ("sources =", 'colour = "red"\nsources =', "unknown key 'colour'"),
    "a section is missing": ("## Why", "## Wherefore", "sections are What it finds, Flagged"),
    "nothing is left alone": ("```text\nThe small", "```\nThe small", "no example"),
    "broken TOML": ('"warning"', '"warning', "not valid TOML"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_with_its_file_and_line(fault: str) -> None:
    """Whatever an editor may get wrong, one line says so."""
    old, new, cause = FAULTS[fault]
    with pytest.raises(CatalogError, match=r"^rules/wrong-bell\.md:") as caught:
        parse_rule(RULE.replace(old, new), "rules/wrong-bell.md")
    assert caught.value.cause.startswith(cause)
    assert caught.value.line is not None
