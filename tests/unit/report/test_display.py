"""What reaches a terminal: signs for what would command it, and columns as they are drawn."""

from __future__ import annotations

import pytest

from bede.report.display import Style, cells, columns, paint, visible, wrapped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Café – “1917”", "Café – “1917”"),
        ("\x1b[31mred", "␛[31mred"),
        ("a\tb", "a    b"),
        ("bell\x07 delete\x7f", "bell␇ delete␡"),
        ("csi \x9b2J", "csi \ufffd2J"),
        ("\u202eright to left override", "\ufffdright to left override"),
        ("zero\u200bwidth", "zero\ufffdwidth"),
        ("soft\u00adhyphen", "soft-hyphen"),
        ("no\u00a0break", "no\u00a0break"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("lone \udcff byte", "lone \ufffd byte"),
    ],
)
def test_what_would_steer_a_terminal_is_replaced_by_a_sign(text: str, shown: str) -> None:
    """Ordinary letters of any script stay as they are; a second pass changes nothing."""
    assert visible(text) == shown
    assert visible(shown) == shown


def test_columns_follow_east_asian_width_and_combining_marks() -> None:
    """A Han character takes two columns, a combining mark none."""
    assert columns("1917") == 4
    assert columns("十月革命") == 8
    assert columns("e\u0301te\u0301") == 3


def test_a_letter_and_its_marks_are_one_cell() -> None:
    """Offsets still count code points; a mark without a letter gets a circle to stand on."""
    found = cells("e\u0301x")
    assert [(cell.start, cell.end, cell.width) for cell in found] == [(0, 2, 1), (2, 3, 1)]
    assert [cell.text for cell in cells("\u0301")] == ["◌\u0301"]


def test_a_paragraph_is_wrapped_with_a_hanging_indent() -> None:
    """No line is wider than asked for, even where a word is."""
    lines = wrapped("The party expelled him " + "x" * 50, width=24, first="  1. ", rest="     ")
    assert lines[:2] == ["  1. The party expelled", "     him"]
    assert "".join(line.strip() for line in lines[2:]) == "x" * 50
    assert max(columns(line) for line in lines) == 24


def test_colour_is_asked_for_or_absent() -> None:
    """Without colour there is not one escape; with it, only Bede's own."""
    rows = [(("error", Style.ERROR), (": \x1b[2J", Style.PLAIN))]
    assert paint(rows, color=False) == "error: ␛[2J\n"
    assert paint(rows, color=True) == "\x1b[1;31merror\x1b[0m: ␛[2J\n"
