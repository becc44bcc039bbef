"""The text format, on a report made by hand."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bede.catalog import Severity
from bede.report import Evidence, FindingLine, Look, Report, formats
from bede.report.values import ReadingLine

BRIEF = """\
error[wrong-date]: Harold died near Hastings on 14 October 1066, not in 1067
  --> battle.txt:1:28
   |
 1 | Harold died at Hastings in 1067 after he won at York. Read "The Carmen".
   |                --------    ^^^^
   |
   = The reference:
     Harold died near Hastings in 1066; not in 1067
     Sources: Stenton 1943; Barlow 1970; and 1 more
     More exactly: at dusk
     Other sources: on 15 October 1066 (A chronicle)
   = Suggestion: write "1066" for "1067".
   = Learn more: bede explain wrong-date

battle.txt: 2 of 3 statements could be checked: 1 supported, 1 contradicted; 1 open.
1 work recognised (--verbose)
1 error, 0 warnings, 0 notes in 1 document; 1 input could not be read
Reference: england 1.2; parser small 3.8
Silence is not approval: open statements were not confirmed (--verbose lists them).
"""

LISTS = """\
Supported in battle.txt (1):
  1:42 battle, "won": Harold died at Hastings in 1067 after he won at York.
    Harold died near Hastings on 14 October 1066 [Stenton 1943; and 2 more]
    Harold died near Hastings on 14 October 1066 [Stenton 1943; and 2 more]
    And 1 more fact.
    Not confirmed: person ("Harold").

Order told in battle.txt (1):
  1:8 "died" after "won" ("after"): open, not dated

Works recognised in battle.txt (1):
  1:61 "The Carmen": Guy, Carmen; first published: 1067 [Stenton 1943]

Open in battle.txt (1):
  1:46 residence, "at York": Harold died at Hastings in 1067 after he won at York.
    Looked for: residence.
"""


def text(report: Report, **look: bool | int) -> str:
    """The report as text."""
    return formats()["text"].render(report, Look(**look))  # type: ignore[arg-type]


def with_finding(report: Report, **changes: object) -> Report:
    """The report with its finding changed."""
    (document,) = report.documents
    finding: FindingLine = replace(document.findings[0], **changes)  # type: ignore[arg-type]
    return replace(report, documents=(replace(document, findings=(finding,)),))


def test_a_finding_and_the_summary(report: Report) -> None:
    """Headline, excerpt, reference with sources, suggestion; then how much could be checked."""
    assert text(report) == BRIEF


def test_verbose_lists_what_was_supported_and_what_is_open(report: Report) -> None:
    """Also known errors, remarks and the steps of the conflict."""
    found = text(report, verbose=True)
    assert LISTS.replace(" [Stenton 1943; and 2 more]", " [Stenton 1943]") in found.replace(
        " [Stenton 1943; and 2 more]", " [Stenton 1943]"
    )
    assert "     Known error: in 1070 (A legend)\n     Remark: the day is that of" in found
    assert '   = Why:\n     1. The text says "1067" (battle.txt:1)\n     2. A day' in found


def test_several_readings_are_numbered_nearest_first(report: Report, evidence: Evidence) -> None:
    """Of the third and further readings only the best source is named."""
    readings = [ReadingLine(f"reading {n}; not in 1067", evidence) for n in (1, 2, 3)]
    further = ReadingLine("2 more readings clash", None)
    found = text(with_finding(report, readings=(*readings, further)))
    assert '   = No reading of "died" fits the reference:\n     1. Reading 1;' in found
    assert found.count("Other sources:") == 2
    assert "     3. Reading 3; not in 1067\n        Sources: Stenton 1943; and 2 more\n" in found
    assert "\n     2 more readings clash\n" in found


def test_without_readings_the_conflict_is_read_aloud(report: Report) -> None:
    """A clash of the text with itself has no evidence, only steps."""
    found = text(with_finding(report, readings=(), evidence=(), suggestion=None))
    assert "The reference" not in found
    assert '   = Why:\n     1. The text says "1067" (battle.txt:1)\n' in found


def test_weak_evidence_is_called_weak(report: Report, evidence: Evidence) -> None:
    """A reader shall know how much a fact carries."""
    weak = replace(evidence, confidence="weak")
    assert "The evidence for this is weak." in text(
        with_finding(report, readings=(), evidence=(weak,))
    )


def test_a_text_without_statements_says_so(report: Report) -> None:
    """No statement is not the same as no error."""
    document = replace(report.documents[0], claims=(), relations=(), works=(), findings=())
    found = text(replace(report, documents=(document,), problems=()))
    assert found == (
        "battle.txt: no statement was found that could be checked.\n"
        "0 errors, 0 warnings, 0 notes in 1 document\n"
        "Reference: england 1.2; parser small 3.8\n"
    )


@pytest.mark.parametrize("severity", list(Severity))
def test_colour_adds_escapes_and_nothing_else(report: Report, severity: Severity) -> None:
    """The words are the same with and without colour."""
    one = with_finding(report, severity=severity)
    painted = text(one, color=True, verbose=True)
    assert "\x1b[" in painted
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == text(one, verbose=True)
