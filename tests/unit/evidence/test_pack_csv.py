"""Packs from a spreadsheet: a record in each row, a key in each column."""

from __future__ import annotations

import pytest

from bede.evidence.pack_csv import read_csv


def read(text: str) -> list[dict[str, object]]:
    """The records of a table that must be good."""
    lined, errors = read_csv(text.encode("utf-8"), "people.csv")
    assert errors == ()
    assert lined is not None
    assert isinstance(lined.value, list)
    return lined.value


def test_a_column_is_a_key_and_an_empty_cell_says_nothing() -> None:
    """Columns without a heading are empty to the last row."""
    assert read("id,name,note,\norlo,Ana Orlo,,\n") == [{"id": "orlo", "name": "Ana Orlo"}]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_any_spreadsheet(delimiter: str, ending: str) -> None:
    """Separated by comma, semicolon or tab; with a byte order mark; empty rows at the end."""
    rows = [("id", "name", "aliases"), ("orlo", "Ana Orlo", "Orlo|A. Orlo"), ("", "", "")]
    text = "".join(delimiter.join(row) + ending for row in rows)
    expected = [{"id": "orlo", "name": "Ana Orlo", "aliases": ["Orlo", "A. Orlo"]}]
    assert read("\ufeff" + text) == expected


def test_lists_have_bars_or_semicolons() -> None:
    """Semicolons only where they do not separate the columns, nor stand beside bars."""
    assert read("id,sources\na,kell; dorn\n")[0]["sources"] == ["kell", "dorn"]
    assert read("id,aliases\na,Orlo; the elder|Orlova\n")[0]["aliases"] == [
        "Orlo; the elder",
        "Orlova",
    ]


def test_keys_inside_keys_have_a_colon() -> None:
    """Roles of facts, and what narrows a statement of completeness."""
    fact = read("id,role:person,role:by,when\na,orlo,league|council,1839\n")[0]
    assert fact["roles"] == {"person": ["orlo"], "by": ["league", "council"]}
    assert read("id,where:time\na,1839/..\n")[0]["where"] == {"time": ["1839/.."]}


def test_names_have_a_kind_and_a_language() -> None:
    """Each name in the cell is one of `names`."""
    row = read("id,name,names:birth,names:transliteration:ru\na,Orlo,Vell,Orlova|Orlowa\n")[0]
    assert row["names"] == [
        {"name": "Vell", "kind": "birth"},
        {"name": "Orlova", "kind": "transliteration", "language": "ru"},
        {"name": "Orlowa", "kind": "transliteration", "language": "ru"},
    ]


def test_a_record_knows_its_line() -> None:
    """Cells of several lines, and empty rows, count as they stand in the file."""
    lined, _ = read_csv(b'id,note\na,"one\ntwo"\n\nb,three\n', "facts.csv")
    assert lined is not None
    assert [lined.line((position,)) for position in (0, 1)] == [2, 5]


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        (b"id,name\norlo,Ana,Orlo\n", 2, "3 cells, but the first row has 2"),
        (b"id,name,name\n", 1, "the column 'name' stands twice"),
        (b"id,disputed\n", 1, "more than a cell can hold"),
        (b'id,name\norlo,"Ana\n', 2, "not CSV"),
        (b'id,name\norlo,"Ana" Orlo\n', 2, "not CSV"),
        (b"id,name\norlo,Ana\xff\n", 2, "not UTF-8"),
        (b"\xff\xfei\0d\0", 1, "not UTF-8"),
        (b"PK\x03\x04", 1, "U+0003"),
        (b"id,name\norlo," + b"a" * 200_000, 2, "field larger than field limit"),
    ],
)
def test_a_fault_has_a_line(data: bytes, line: int, says: str) -> None:
    """What a spreadsheet, or a wrong file, can do."""
    lined, errors = read_csv(data, "people.csv")
    assert lined is None
    assert (errors[0].line, len(errors)) == (line, 1)
    assert says in errors[0].cause


def test_nothing_is_no_record() -> None:
    """An empty file, or one with the first row alone."""
    assert read("") == []
    assert read("id,name\n") == []
