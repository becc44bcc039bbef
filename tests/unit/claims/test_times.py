"""Times that a claim has from elsewhere: where they hold, and that they accuse nobody."""

from __future__ import annotations

import ast
import io
from pathlib import Path

import pytest
from tests.reading import extraction_of

import bede.judgement
from bede.catalog import roles_by_type
from bede.claims import Claim, Dated, extract
from bede.documents import read
from bede.evidence.build import reference_from_yaml
from bede.judgement import judge
from bede.text import analyse

CHRONICLE = """# A chronicle of Velin

## 1826

Ana Orlo founded the League of Tarn. She had joined the Guild. In May the king resigned.

## 1827–1839

Tom Reed was arrested.

## October 1840: the split

Tom Reed was expelled. In 1841 he died.
"""


def claims_of(text: str, name: str, folder: Path) -> list[Claim]:
    """The claims of a file."""
    (folder / name).write_text(text, encoding="utf-8")
    return list(extract(analyse(read(str(folder / name)))).claims)


def findings_of(text: str) -> list[str]:
    """The rules that find something in a text about people whom no reference knows."""
    analysis = analyse(read("-", stdin=io.StringIO(text)))
    with reference_from_yaml("", roles_by_type()) as reference:
        return [finding.rule for finding in judge(analysis, extract(analysis), reference).findings]


def test_a_heading_that_is_a_date_dates_what_stands_below_it(tmp_path: Path) -> None:
    """Not what had happened before, not what has its own date, and not if it spans years."""
    found = {
        claim.trigger.text: (claim.time.edtf if claim.time else None, claim.dated)
        for claim in claims_of(CHRONICLE, "chronicle.md", tmp_path)
    }
    assert found == {
        "founded": ("1826", Dated.INHERITED),
        "joined": (None, Dated.TOLD),
        "resigned": ("1826-05", Dated.INHERITED),
        "arrested": (None, Dated.TOLD),
        "expelled": ("1840-10", Dated.INHERITED),
        "died": ("1841", Dated.TOLD),
    }


@pytest.mark.parametrize(
    ("told", "inferred"),
    [
        (
            "Ida Vell died in 1839. Ida Vell moved to Esk on 3 May 1841.",
            "Ida Vell died in 1839. The king resigned in 1841. Ida Vell moved to Esk on 3 May.",
        ),
        (
            "Ida Vell died in 1839. In 1841 Ida Vell joined the League.",
            "Ida Vell died in 1839. In 1841 the king resigned, and Ida Vell joined the League.",
        ),
    ],
    ids=["the year from before", "the date of the clause"],
)
def test_an_inferred_time_accuses_nobody(told: str, inferred: str) -> None:
    """A date that the text itself gives to the claim does."""
    dated = [claim.time is not None for claim in extraction_of(inferred).claims]
    assert (dated, findings_of(told)) == ([True, True, True], ["contradicts-itself"])
    assert findings_of(inferred) == []


def test_only_a_told_time_is_judged() -> None:
    """The fourth stage reads `told_time`, in every module."""
    modules = sorted(Path(bede.judgement.__file__).parent.rglob("*.py"))
    read_elsewhere = [
        f"{module.name}:{node.lineno}"
        for module in modules
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr == "time"
        and ast.unparse(node.value).split(".")[-1] in ("claim", "source", "target")
    ]
    assert read_elsewhere == []
