"""Excerpts: carets stand under the exact words, whatever the line is made of."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from bede.report.display import columns, paint
from bede.report.excerpt import Mark, clip, excerpt, shorten
from bede.report.values import Place

LONG = "filler words " * 200 + "In 1926 the Politburo expelled Trotsky. " + "more of them " * 200


def place(text: str, words: str, line: int = 1) -> Place:
    """The first occurrence of some words in a text of one line."""
    start = text.index(words)
    return Place(words, start, start + len(words), line, start + 1)


def shown(lines: dict[int, str], at: Place, *others: Place, width: int = 60) -> Sequence[str]:
    """The excerpt without its frame."""
    rows = paint(excerpt(lines, at, others, width=width), color=False).splitlines()
    return [row[5:] for row in rows[1:-1]]


def test_carets_under_the_primary_and_dashes_under_further_words() -> None:
    """A further mark that equals the primary one is not drawn twice."""
    text = "In 1926 the Politburo expelled Trotsky."
    found = shown({1: text}, place(text, "1926"), place(text, "1926"), place(text, "Politburo"))
    assert found == [text, "   ^^^^     ---------"]


def test_marks_on_other_lines_get_their_own_excerpt() -> None:
    """A gap between the lines is shown."""
    lines = {8: "He was expelled in 1927.", 12: "He was exiled in 1926."}
    found = paint(
        excerpt(lines, place(lines[12], "1926", 12), [place(lines[8], "1927", 8)], width=60),
        color=False,
    )
    assert found == (
        "    |\n"
        "  8 | He was expelled in 1927.\n"
        "    |                    ----\n"
        "...\n"
        " 12 | He was exiled in 1926.\n"
        "    |                  ^^^^\n"
        "    |\n"
    )


def test_words_that_go_on_in_the_next_line() -> None:
    """A date that the file breaks over two lines is marked on both."""
    lines = {1: "He left on 14", 2: "  November 1927 by train."}
    found = shown(lines, Place("14\r\n  November 1927", 11, 30, 1, 12))
    assert found == [
        "He left on 14",
        "           ^^",
        "  November 1927 by train.",
        "  ^^^^^^^^^^^^^",
    ]


def test_wide_and_combining_characters_and_tabs_before_the_mark() -> None:
    """Columns are counted as the terminal draws them."""
    text = "十月\tcafe\u0301 \x1b1926."
    line, carets = shown({1: text}, place(text, "1926"))
    assert line == "十月    cafe\u0301 ␛1926."
    assert carets == " " * 14 + "^^^^"
    assert columns(line[: line.index("1926")]) == 14


def test_a_long_paragraph_is_cut_around_the_marks() -> None:
    """Cut between words; both marks are seen; the line keeps to the width."""
    line, carets = shown({1: LONG}, place(LONG, "1926"), place(LONG, "Trotsky"))
    assert line.startswith("… ")
    assert line.endswith(" …")
    assert "In 1926 the Politburo expelled Trotsky." in line
    assert 40 < columns(line) <= 55
    assert line[carets.index("^") :].startswith("1926")
    assert line[carets.index("-") :].startswith("Trotsky")


def test_marks_far_apart_leave_a_gap_between_them() -> None:
    """Each mark keeps some of its neighbourhood."""
    text = "In 1926 it began. " + "filler words " * 300 + "It ended in 1940 at last."
    line, carets = shown({1: text}, place(text, "1926"), place(text, "1940"))
    assert line.count("…") == 1
    assert line[carets.index("^") :].startswith("1926")
    assert line[carets.index("-") :].startswith("1940")


def test_the_end_of_a_line_can_be_pointed_at() -> None:
    """A place without words gets one caret."""
    assert shown({1: "He died in"}, Place("", 10, 10, 1, 11)) == ["He died in", "          ^"]
    assert excerpt({}, Place("1926", 0, 4, 1, 1), (), width=60) == []


def test_the_words_of_a_sentence_shortened() -> None:
    """What stands before and after is cut; line breaks are spaces."""
    text = "After being expelled, Trotsky\nlived in several countries before settling in Mexico."
    start = text.index("lived")
    assert shorten(text, start, start + 5, room=40) == ("… Trotsky ", "lived", " in several …")


@given(
    st.text(alphabet="ab \t\u0301\u1160十\x1b\u200d", min_size=1, max_size=300),
    st.lists(st.tuples(st.integers(0, 299), st.integers(1, 30)), min_size=1, max_size=4),
    st.integers(20, 60),
)
def test_any_line_is_clipped_to_its_room(
    line: str, places: list[tuple[int, int]], room: int
) -> None:
    """Never wider than the room, in order, and the first primary words are there."""
    marks = [Mark(s % len(line), s % len(line) + n, i == 0) for i, (s, n) in enumerate(places)]
    found = clip(line, marks, room=room)
    kept = [cell for cell in found if cell is not None]
    assert sum(1 if cell is None else cell.width for cell in found) <= room
    assert [cell.start for cell in kept] == sorted({cell.start for cell in kept})
    assert any(cell.start < marks[0].end and marks[0].start < cell.end for cell in kept)
