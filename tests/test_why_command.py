"""`bede why`, and the settings that decide how statements are judged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.reference_pages import parameters_of

import bede.catalog
import bede.config
from bede.catalog import Rule, parse_rule
from bede.cli import bede as command
from bede.cli.settings import settings_of
from bede.errors import BedeError, UsageError

TEXT = "# The death of Lenin\n\nVladimir Lenin died in 1925.\n"
BELL = """\
+++
kind = "agreement"
severity = "warning"
message = "{fact}, not {stated}"
sources = ["M. Kell, A History of Tarn, Velin 1901"]
[parameters.least-loudness]
value = 3
unit = "chimes"
means = "how often a bell rings at least"
source = "a convention of Bede: a single chime is easily overheard"
[parameters.most-bells]
value = 12
unit = "bells"
means = "how many hang in one tower"
source = "M. Kell, A History of Tarn, Velin 1901, p. 7"
+++
# wrong-bell

## What it finds
The wrong bell.

## Why
Bells matter.

## Flagged
```text
The big bell rang.
```

## Left alone
```text
The small bell rang.
```

## Limits
None known.
"""


def run(*words: str, stdin: str = "") -> Result:
    """Run the command in this process; what it does not catch is raised."""
    result = CliRunner().invoke(command, words, input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def fault(*words: str, stdin: str = "") -> str:
    """The one line that a wrong use gives."""
    with pytest.raises(BedeError) as caught:
        run(*words, stdin=stdin)
    return str(caught.value)


@pytest.fixture
def bell(monkeypatch: pytest.MonkeyPatch) -> Rule:
    """A rule with two parameters, as the only one."""
    rule = parse_rule(BELL, "rules/wrong-bell.md")
    for module in (bede.catalog, bede.config):
        monkeypatch.setattr(module, "rules", lambda: {rule.name: rule})
    return rule


def test_a_line_is_explained_from_a_file_and_from_standard_input(tmp_path: Path) -> None:
    """The same chain for both; the exit code is 0 even where there is an error."""
    path = tmp_path / "essay.md"
    path.write_text(TEXT)
    for place, stdin in ((f"{path}:3", ""), ("-:3", TEXT), (f"{path}:3:24", "")):
        told = run("why", place, "--color", "never", stdin=stdin)
        assert (told.exit_code, told.stderr) == (0, "")
        assert told.stdout.startswith(f"{place}: 1 statement (1 contradicted)\n")
        assert 'time "1925": no; on record: on 21 January 1924' in told.stdout
        assert "Finding: error[wrong-date]: " in told.stdout


def test_a_line_without_statements_is_no_error() -> None:
    """It says why there are none."""
    told = run("why", "-:2", stdin="Lenin died in 1925.\n\nThe birds sang.\n")
    assert (told.exit_code, told.stdout.splitlines()[0]) == (
        0,
        "-:2: no statement, because the line is empty.",
    )


def test_json_is_one_object() -> None:
    """With the place that was asked for."""
    told = json.loads(run("why", "-:3:24", "--format", "json", stdin=TEXT).stdout)
    assert (told["path"], told["line"], told["column"]) == ("-", 3, 24)
    assert [one["verdict"] for one in told["statements"]] == ["contradicted"]


FAULTS = {
    ("essay.md",): "'essay.md' names no line; write it like essay.md:12",
    ("missing.md:3",): "missing.md: there is no such file or folder; check the name",
    ("-:4",): "-: there is no line 4 in a text of 3 lines; name one from 1 to 3",
    ("-:3:90",): "-:3: there is no column 90; this line has 28 characters; leave the column out "
    "for the whole line",
    ("-:3", "--set", "wrong-date"): "'wrong-date' sets nothing; write it as RULE.PARAMETER=NUMBER",
    ("-:3", "--set", "wrong-date.width=3"): "wrong-date has no parameter 'width'; it has none, so "
    "there is none to set",
    ("-:3", "--today", "1926"): "--today: '1926' is no single day; write it as YYYY-MM-DD",
    ("-:3", "--today", "1926-02-30"): "--today: 30 February 1926 does not exist: "
    "February has 28 days; write it as YYYY-MM-DD",
}


@pytest.mark.parametrize("words", FAULTS, ids=" ".join)
def test_wrong_use_is_one_line_with_the_remedy(words: tuple[str, ...]) -> None:
    """A place, a setting or a day that is none; `main` prints the line and exits with 2."""
    assert fault("why", *words, stdin=TEXT) == FAULTS[words]


def test_an_option_that_does_not_exist_is_no_place() -> None:
    """Although a place may begin with a hyphen."""
    told = run("why", "--colour")
    assert (told.exit_code, "No such option" in told.stderr) == (2, True)


def test_completeness_is_assumed_or_not_as_in_a_check() -> None:
    """The chain shows the judgement that `bede check` would give with the same options."""
    text = "In 1927 Leon Trotsky was exiled to Alma-Ata.\n"
    closed = ["why", "-:1", "--format", "json"]
    for option, closure in (("--assume-complete", "assumed"), ("--no-assume-complete", "none")):
        (one,) = json.loads(run(*closed, option, stdin=text).stdout)["statements"]
        assert one["closure"]["closed"] == closure


def test_a_parameter_is_set_by_its_rule_and_name(bell: Rule) -> None:
    """More than one may be set; of two settings of one the later counts."""
    set_words = (
        "wrong-bell.least-loudness=5",
        "wrong-bell.most-bells=8",
        "wrong-bell.most-bells=9",
    )
    assert settings_of(True, set_words, None).parameters == {
        ("wrong-bell", "least-loudness"): 5,
        ("wrong-bell", "most-bells"): 9,
    }


UNSETTABLE = {
    "wrong-tower.most-bells=3": "there is no rule 'wrong-tower'; rules with parameters: wrong-bell",
    "wrong-bell.bells=3": "wrong-bell has no parameter 'bells'; use one of least-loudness, "
    "most-bells",
    "wrong-bell.most-bells=": "'wrong-bell.most-bells=' sets nothing; write it as "
    "RULE.PARAMETER=NUMBER",
    "wrong-bell.most-bells=many": "'many' in 'wrong-bell.most-bells=many' is no whole number; give "
    "one from 0, of at most 9 digits",
    "wrong-bell.most-bells=-3": "'-3' in 'wrong-bell.most-bells=-3' is no whole number; give one "
    "from 0, of at most 9 digits",
    "wrong-bell.most-bells=1.5": "'1.5' in 'wrong-bell.most-bells=1.5' is no whole number; give "
    "one from 0, of at most 9 digits",
}


@pytest.mark.parametrize("setting", UNSETTABLE)
def test_a_wrong_setting_names_what_is_known(bell: Rule, setting: str) -> None:
    """The rules with parameters, the parameters of the rule, what a number looks like."""
    with pytest.raises(UsageError) as caught:
        settings_of(True, (setting,), None)
    assert str(caught.value) == UNSETTABLE[setting]


def test_today_is_a_julian_day_number() -> None:
    """1 January 2000 began the day 2451545; a day before Christ is one, too."""
    days = {"2000-01-01": 2451545, "-0043-03-13": 1705426, " 2000-01-01 ": 2451545}
    assert {text: settings_of(True, (), text).today for text in days} == days
    assert settings_of(True, (), None).today is None


def test_a_rule_explains_its_parameters(bell: Rule) -> None:
    """Name, usual value, unit, meaning, source, and how to set it."""
    lines = [line.strip() for line in run("explain", "wrong-bell").stdout.splitlines()]
    assert lines[lines.index("Parameters:") + 1 :] == [
        "least-loudness = 3 chimes: how often a bell rings at least",
        "Source: a convention of Bede: a single chime is easily overheard",
        "Set it: --set wrong-bell.least-loudness=N",
        "most-bells = 12 bells: how many hang in one tower",
        "Source: M. Kell, A History of Tarn, Velin 1901, p. 7",
        "Set it: --set wrong-bell.most-bells=N",
    ]


def test_the_page_of_the_rules_lists_parameters_if_there_are_any() -> None:
    """A table below that of the rules."""
    section = parameters_of([parse_rule(BELL, "rules/wrong-bell.md")])
    assert "| wrong-bell.most-bells | 12 bells | how many hang in one tower | M. Kell" in section
    assert parameters_of([]) == ""
