"""`bede convert`: what it prints, and with which exit code."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner, Result

from bede.cli import bede


def run(*words: str) -> Result:
    """Run the command in this process; what it does not catch is raised."""
    result = CliRunner().invoke(bede, ["convert", *words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.mark.parametrize(
    "words", [("25 October 1917 (O.S.)",), ("25", "October", "1917", "(O.S.)")]
)
def test_a_date_in_words_needs_no_quotation_marks(words: tuple[str, ...]) -> None:
    """The calendars that are asked for, in the order in which they are asked for."""
    result = run(*words, "--to", "hebrew", "--to", "Gregorian,hebrew")
    assert result.stdout.splitlines() == [
        "25 October 1917 (O.S.)",
        "day of the week    Wednesday",
        "Julian Day Number  2421540",
        "hebrew             22 Heshvan 5678",
        "gregorian          7 November 1917",
    ]
    assert (result.stderr, result.exit_code) == ("", 0)


def test_a_year_before_christ_is_no_option() -> None:
    """Only words that begin with a hyphen and a letter are."""
    assert "15 March 44 BC" in run("-43-3-15", "--to", "julian").stdout
    assert "15 March 44 BC" in run("--to", "julian", "--", "-43-3-15").stdout
    wrong = run("-43-3-15", "--too", "julian")
    assert (wrong.exit_code, wrong.stdout, "No such option" in wrong.stderr) == (2, "", True)


def test_programs_get_an_object() -> None:
    """Each reading with its days, its notation and its names as text and numbers."""
    result = run("1917-10-25", "--place", "Russia", "--to", "hebrew,roman", "--format", "json")
    found = json.loads(result.stdout)
    assert found["text"] == "1917-10-25"
    assert [reading["calendar"] for reading in found["readings"]] == ["julian", "gregorian"]
    assert found["readings"][0] == {
        "calendar": "julian",
        "from": 2421540,
        "to": 2421540,
        "weekdays": ["Wednesday"],
        "edtf": "1917-11-07",
        "approximate": False,
        "uncertain": False,
        "names": {
            "hebrew": {"text": "22 Heshvan 5678", "from": [5678, 8, 22], "to": [5678, 8, 22]},
            "roman": {"text": "a.d. VIII Kal. Nov.", "from": None, "to": None},
        },
    }


WRONG = {
    ("1926-6-31",): "bede: 31 June 1926 does not exist: June has 30 days; check the day",
    ("1917", "--to", "mayan"): "bede: there is no calendar named 'mayan'; known are gregorian,",
    ("1917", "--from", "mayan"): "bede: there is no calendar named 'mayan'; known are gregorian,",
    ("1917", "--place", "Ruritania"): "bede: unknown place 'Ruritania'; its calendar is known",
    ("1 2 " * 100,): "bede: a date of 399 characters is too long; give one date in",
    ("\x1b[31m",): "bede: there is no date in “␛[31m”; give one as",
    ("1917", "--to", "persian", "--to", "french-republican"): "bede: the French Republican",
}


@pytest.mark.parametrize("words", WRONG, ids=lambda words: " ".join(words)[:40])
def test_a_bad_date_is_one_line_on_standard_error(words: tuple[str, ...]) -> None:
    """Nothing else is printed, and the code is 2."""
    command = [sys.executable, "-c", "from bede.cli import main; main()", "convert", *words]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.stderr.startswith(WRONG[words])
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_it_answers_without_the_parser() -> None:
    """Neither numbers nor words need spaCy."""
    program = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "from bede.cli import bede\n"
        "for date in ('1917-10-25', '25 October 1917 (O.S.)'):\n"
        "    CliRunner().invoke(bede, ['convert', date])\n"
        "print(sorted({'spacy', 'numpy', 'pydantic'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
