"""What every report format promises, tried on every format there is."""

from __future__ import annotations

import json
import unicodedata

import pytest

from bede.catalog import Severity
from bede.chronology import Span
from bede.documents import Block, BlockKind, Document
from bede.evidence.lives import Life
from bede.judgement import Step, Verdict
from bede.report import (
    ClaimLine,
    DocumentReport,
    Evidence,
    FindingLine,
    Look,
    Place,
    Problem,
    Report,
    ReportFormat,
    formats,
)
from bede.report.account import Account, Known, Mention, OtherTime, Profile
from bede.report.cited import SourceLine
from bede.report.values import ReadingLine, RelationLine, RoleFiller, WorkLine

EMPTY = Report("1.0", ("none", "0"), (), "", ())

HOSTILE = {
    "escapes": "\x1b[2J\x1b]0;title\x07 in 1926 \x9b31m\x7f\x00\x08",
    "html": "<script>alert('1926')</script>&amp;<b>\"",
    "line breaks": "one\r\ntwo\rthree\u2028four\u0085five\x0bsix",
    "right to left": "\u202eנולד בשנת 1926\u2066 ولد \u200f",
    "combining": "e" + "\u0301\u0327" * 500 + " 1926 \u0301",
    "wide": "十月革命 1926 \U0001f469\u200d\U0001f680 \u3000",
    "markup": "{0} %s \\n ${x} [red]1926[/red] | --> ^^^",
    "broken bytes": "1926 \udcff \ufffe \U0010ffff",
    "long": "x" * 50_000,
    "long words": "1926 was a year. " * 3_000,
    "nothing": "",
}

LOOKS = (Look(), Look(verbose=True), Look(width=1), Look(verbose=True, color=True, width=500))

each_format = pytest.mark.parametrize("form", formats().values(), ids=lambda form: form.name)
each_text = pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())


def hostile(text: str) -> Report:
    """A report with the text wherever a document, a pack or a path could bring it in."""
    place = Place(text, 0, len(text), 1, 1)
    source = SourceLine(text, text, "web", text, text)
    fact = Evidence(
        "f", text, "death", {"person": (text,)}, None, "preferred", "weak", text, (source,), ()
    )
    filler = RoleFiller(text, 0, len(text), text, None, (text,))
    verdicts = [Verdict.SUPPORTED, Verdict.OPEN, Verdict.SKIPPED]
    claims = tuple(
        ClaimLine(
            f"c{number}", "death", place, place, {"person": (filler,)}, None,
            "asserted", verdict, text, {"person": "unknown"}, (fact,),
        )
        for number, verdict in enumerate(verdicts)
    )  # fmt: skip
    finding = FindingLine(
        "wrong-date", Severity.ERROR, text, place, (place, Place(text[1:9], 1, 9, 1, 2)),
        ("c0",), (ReadingLine(text, fact), ReadingLine(text, None)), (fact,),
        (Step(text, text),), None,
    )  # fmt: skip
    document = DocumentReport(
        text,
        {1: text, 2: text},
        claims,
        (RelationLine("c0", "c1", "after", text, Verdict.OPEN, text),),
        (WorkLine(place, "w", text, (text,), text, (fact,)),),
        (finding, finding),
        account=account(text, fact),
    )
    return Report("1.0", (text, text), ((text, text),), "", (document,), (Problem(text, text),))


def account(text: str, fact: Evidence) -> Account:
    """The text as a document of one paragraph, which names an entity that is called so too."""
    block = Block(BlockKind.PARAGRAPH, 0, len(text), text, ((0, 0),))
    profile = Profile(
        text, "person", text, text, text, (text,), ((text, Span.year(1926)),), text,
        Life(None, None, None), ("f",), (text,),
        (text,), (text,), "high",
    )  # fmt: skip
    known = Known(fact, Span.year(1926), (OtherTime(Span.year(1927), "variant", text),))
    return Account(
        document=Document(text, text, text, (block,) if text else ()),
        mentions=(Mention(0, len(text), text, "person", text, text),) if text else (),
        times={"c0": Span.year(1926)},
        dates={(0, len(text)): Span.year(1926)},
        facts={"f": known},
        profiles={text: profile},
        labels={text: text},
    )


@each_format
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_an_empty_report_is_still_a_report(form: ReportFormat, look: Look) -> None:
    """It ends with a line break and says something."""
    text = form.render(EMPTY, look)
    assert text.strip()
    assert text.endswith("\n")


@each_format
@each_text
def test_no_text_can_break_a_format(form: ReportFormat, text: str) -> None:
    """It can be written as UTF-8, commands no terminal, and is the same when done again."""
    report = hostile(text)
    for look in LOOKS:
        found = form.render(report, look)
        assert found == form.render(report, look)
        assert found.encode("utf-8").decode("utf-8") == found
        if not look.color:
            controls = {c for c in found if unicodedata.category(c) == "Cc"}
            assert controls <= {"\n"}
        assert "<script>alert" not in found or form.name != "html"


@each_text
def test_text_keeps_every_line_to_the_width(text: str) -> None:
    """A paragraph of any length is cut or wrapped; headlines and places stay on one line."""
    lines = formats()["text"].render(hostile(text), Look(verbose=True)).splitlines()
    framed = [line for line in lines if line.startswith((" 1 | ", "   | ", "     "))]
    assert max((len(line) for line in framed if line.isascii()), default=0) <= 100
    assert all("\u202e" not in line for line in lines)


@each_text
def test_json_gives_back_the_very_text(text: str) -> None:
    """Nothing is lost or replaced for programs."""
    found = json.loads(formats()["json"].render(hostile(text), Look()))
    assert found["documents"][0]["path"] == text
    assert found["documents"][0]["findings"][0]["message"] == text
