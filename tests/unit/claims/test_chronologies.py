"""Lists and tables of dated items, and reigns in brackets: what has no sentence around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bede.claims import Claim, extract
from bede.documents import read
from bede.text import analyse


def told(path: Path, text: str) -> list[str]:
    """The claims of a page in Markdown: type, roles in their order by name, and date."""
    page = path / "page.md"
    page.write_text(text, encoding="utf-8")
    return [_line(claim) for claim in extract(analyse(read(str(page)))).claims]


def _line(claim: Claim) -> str:
    roles = sorted(f"{role}={fillers[0].text}" for role, fillers in claim.roles.items())
    date = claim.time.edtf if claim.time is not None else None
    return f"{claim.type}({', '.join(roles)}) {date}"


PAGE = """# Jon Marsh

Jon Marsh was a printer. Later Jon Marsh wrote.

## Chronology

"""


@pytest.mark.parametrize(
    ("item", "claim"),
    [
        (
            "- 1927 – expelled from the League",
            "expulsion(organisation=the League, person=Jon Marsh) 1927",
        ),
        ("- 1879: born in Tarn", "birth(person=Jon Marsh, place=Tarn) 1879"),
        ("- 1918: founded the League", "founding(founder=Jon Marsh, thing=the League) 1918"),
        ("- 1902 – escaped from prison", "release(from=prison, person=Jon Marsh) 1902"),
        ("- In 1930 Ida Vell died in Velin.", "death(person=Ida Vell, place=Velin) 1930"),
    ],
)  # fmt: skip
def test_a_line_without_a_subject_tells_of_whom_the_page_is_about(
    tmp_path: Path, item: str, claim: str
) -> None:
    """The heading names the person; a line with a subject of its own tells of that one."""
    assert told(tmp_path, PAGE + item) == [claim]


def test_two_names_in_a_heading_are_nobody(tmp_path: Path) -> None:
    """Whose item it is cannot be said, so the role stays empty."""
    text = PAGE.replace("# Jon Marsh", "# Jon Marsh and Ida Vell").replace(
        "Later Jon", "Later Ida Vell wrote. Jon"
    )
    assert told(tmp_path, text + "- 1879: born in Tarn") == ["birth(place=Tarn) 1879"]


def test_a_line_of_prose_without_a_subject_is_not_taken_for_an_item(tmp_path: Path) -> None:
    """In a paragraph a verb without a subject is a slip of the parser, or of the writer."""
    assert told(tmp_path, PAGE + "Expelled from the League.") == []


def test_the_date_of_a_row_dates_its_cells(tmp_path: Path) -> None:
    """But no cell of the next row."""
    table = (
        "| Year | Where | What |\n|---|---|---|\n"
        "| 1931 | Tarn | Ida Vell was arrested. |\n| later | Velin | Ida Vell was released. |\n"
    )
    assert told(tmp_path, table) == [
        "arrest(person=Ida Vell) 1931",
        "release(person=Ida Vell) None",
    ]


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("Jon III (r. 1894–1917) liked music.", ["tenure(person=Jon III) 1894/1917"]),
        ("King Jon (reigned 1015 to 1028) liked music.", ["tenure(person=King Jon) 1015/1028"]),
        ("Jon Marsh (fl. 1520) liked music.", []),
        ("Jon Marsh (r. with his brother 1894) liked music.", []),
    ],
)
def test_a_reign_in_brackets(tmp_path: Path, sentence: str, claims: list[str]) -> None:
    """Only what says so; when somebody flourished is no event."""
    assert told(tmp_path, sentence) == claims
