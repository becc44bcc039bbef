"""Lines and columns."""

from __future__ import annotations

import pytest

from bede.documents import Document, Position, SourceMap


def test_every_kind_of_line_break() -> None:
    """A line feed, a carriage return and the pair of them each end one line."""
    text = "a\nb\r\nc\rd\x0be"
    lines = SourceMap(text)
    assert [text[slice(*lines.span(n))] for n in range(1, 5)] == ["a", "b", "c", "d\x0be"]
    assert lines.count == 4


def test_positions_count_code_points() -> None:
    """Lines and columns start at 1; an astral character is one column."""
    lines = SourceMap("𝔵b\nc")
    assert [lines.position(offset) for offset in (0, 1, 2, 3, 4)] == [
        Position(1, 1),
        Position(1, 2),
        Position(1, 3),
        Position(2, 1),
        Position(2, 2),
    ]


def test_a_document_knows_its_lines() -> None:
    """A line comes without its break; there is no line 0."""
    document = Document("x.txt", "one\r\ntwo", "plain", ())
    assert (document.line(2), document.position(5)) == ("two", Position(2, 1))
    with pytest.raises(IndexError):
        document.line(0)
    with pytest.raises(IndexError):
        document.position(9)
