"""A report made by hand: one contradicted, one supported and one open statement."""

from __future__ import annotations

from typing import Any

import pytest

from bede.catalog import Severity
from bede.judgement import Step, Suggestion, Verdict
from bede.report import ClaimLine, DocumentReport, Evidence, FindingLine, Place, Problem, Report
from bede.report.cited import OtherValue, SourceLine
from bede.report.values import ClaimTime, ReadingLine, RelationLine, RoleFiller, WorkLine

TEXT = 'Harold died at Hastings in 1067 after he won at York. Read "The Carmen".'


def place(words: str, sentence: str = TEXT) -> Place:
    """Where some words stand."""
    start = sentence.index(words)
    return Place(words, start, start + len(words), 1, start + 1)


def source(name: str, kind: str = "scholarly") -> SourceLine:
    """A source that is cited by its name."""
    return SourceLine(name.lower(), name, kind, None, name)


def claim(name: str, kind: str, words: str, verdict: Verdict, **more: Any) -> ClaimLine:
    """A claim of King Harold."""
    harold = RoleFiller("Harold", 0, 6, "Harold", "harold", ())
    values: dict[str, Any] = {
        "roles": {"person": (harold,)},
        "time": None,
        "modality": "asserted",
        "reason": "",
        "parts": {},
        "evidence": (),
    }
    sentence = place(TEXT.split(". ")[0] + ".")
    return ClaimLine(name, kind, sentence, place(words), verdict=verdict, **(values | more))


@pytest.fixture
def evidence() -> Evidence:
    """The death of Harold with all that can be said of a fact."""
    return Evidence(
        fact="harold-death",
        says="Harold died near Hastings on 14 October 1066",
        type="death",
        roles={"person": ("harold",)},
        time="1066-10-14",
        rank="preferred",
        confidence="high",
        note="the day is that of the battle",
        sources=(source("Stenton 1943"), source("Barlow 1970"), source("Tapestry", "primary")),
        disputed=(
            OtherValue("1066-10-15", "on 15 October 1066", "variant", (source("A chronicle"),)),
            OtherValue("1066-10-14T17", "at dusk", "finer", ()),
            OtherValue("1070", "in 1070", "rejected", (source("A legend"),)),
        ),
    )


@pytest.fixture
def report(evidence: Evidence) -> Report:
    """One document with a finding of one reading, and an input that could not be read."""
    date = ClaimTime("1067", 27, 31, "1067", (2110777, 2110777), (2111141, None))
    finding = FindingLine(
        rule="wrong-date",
        severity=Severity.ERROR,
        message="Harold died near Hastings on 14 October 1066, not in 1067",
        place=place("1067"),
        marks=(place("1067"), place("Hastings")),
        claims=("c1",),
        readings=(ReadingLine("Harold died near Hastings in 1066; not in 1067", evidence),),
        evidence=(evidence,),
        conflict=(Step("battle.txt:1", 'the text says "1067"'), Step("a rule", "a day is a day")),
        suggestion=Suggestion(27, 31, "1066"),
    )
    document = DocumentReport(
        path="battle.txt",
        lines={1: TEXT},
        claims=(
            claim("c1", "death", "died", Verdict.CONTRADICTED, time=date, parts={"time": "no"}),
            claim(
                "c2",
                "battle",
                "won",
                Verdict.SUPPORTED,
                parts={"place": "yes", "person": "unknown"},
                evidence=(evidence, evidence, evidence),
            ),
            claim("c3", "residence", "at York", Verdict.OPEN, reason="looked for: residence"),
        ),
        relations=(RelationLine("c1", "c2", "after", "after", Verdict.OPEN, "not dated"),),
        works=(WorkLine(place("The Carmen"), "carmen", "Carmen", ("Guy",), "1067", (evidence,)),),
        findings=(finding,),
    )
    return Report(
        version="1.0",
        parser=("small", "3.8"),
        packs=(("england", "1.2"),),
        reference_hash="0f",
        documents=(document,),
        problems=(Problem("gone.txt", "no such file"),),
    )
