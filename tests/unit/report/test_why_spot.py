"""What `bede why` is asked about: a file with a line, perhaps with a column."""

from __future__ import annotations

import pytest

from bede.documents import Block, BlockKind, Document
from bede.errors import UsageError
from bede.report.why import Spot, read_spot, stretch_of

SPOTS = {
    "essay.md:12": Spot("essay.md", 12),
    "essay.md:12:5": Spot("essay.md", 12, 5),
    "-:3": Spot("-", 3),
    r"C:\texts\essay.md:12": Spot(r"C:\texts\essay.md", 12),
    "C:/texts/essay.md:12:5": Spot("C:/texts/essay.md", 12, 5),
    "notes: May.txt:7": Spot("notes: May.txt", 7),
}


@pytest.mark.parametrize("text", SPOTS)
def test_a_place_is_read_as_compilers_write_it(text: str) -> None:
    """And written again in the same way."""
    assert read_spot(text) == SPOTS[text]
    assert str(SPOTS[text]) == text


WRONG_SPOTS = {
    "essay.md": "'essay.md' names no line; write it like essay.md:12",
    "essay.md:": "'essay.md:' names no line; write it like essay.md:12",
    r"C:\texts\essay.md": r"'C:\\texts\\essay.md' names no line; write it like "
    r"C:\texts\essay.md:12",
    ":3": "':3' names no line; write it like :3:12",
    "": "'' names no line; write it like essay.md:12",
    "essay.md:four": "'four' in 'essay.md:four' is no line; give the number of a line, from 1",
    "essay.md:0": "'0' in 'essay.md:0' is no line; give the number of a line, from 1",
    "essay.md:3:0": "'0' in 'essay.md:3:0' is no column; give the number of a column, from 1",
    f"essay.md:{'9' * 5000}": f"'{'9' * 5000}' in 'essay.md:{'9' * 5000}' is no line; give the "
    "number of a line, from 1",
    "essay.md:²": "'²' in 'essay.md:²' is no line; give the number of a line, from 1",
}


@pytest.mark.parametrize("text", WRONG_SPOTS, ids=lambda text: text[:20] or "nothing")
def test_a_place_without_a_line_is_refused_with_the_remedy(text: str) -> None:
    """One line that shows how to write it."""
    with pytest.raises(UsageError) as caught:
        read_spot(text)
    assert str(caught.value) == WRONG_SPOTS[text]


TEXT = "One.\r\nTwo\r\n"
DOCUMENT = Document("-", TEXT, "plain", (Block(BlockKind.PARAGRAPH, 0, 4, "One."),))


@pytest.mark.parametrize(
    ("line", "column", "words"), [(1, None, "One."), (2, None, "Two"), (2, 3, "o")]
)
def test_a_place_is_a_stretch_of_the_text(line: int, column: int | None, words: str) -> None:
    """The line without its line break, or one character of it."""
    start, end = stretch_of(Spot("-", line, column), DOCUMENT)
    assert TEXT[start:end] == words


OUTSIDE = {
    Spot("-", 3): "-: there is no line 3 in a text of 2 lines; name one from 1 to 2",
    Spot("-", 2, 4): "-:2: there is no column 4; this line has 3 characters; leave the column out "
    "for the whole line",
}


@pytest.mark.parametrize("spot", OUTSIDE, ids=str)
def test_a_place_outside_the_text_is_refused_with_its_size(spot: Spot) -> None:
    """The line break at the end of a file opens no further line."""
    with pytest.raises(UsageError) as caught:
        stretch_of(spot, DOCUMENT)
    assert str(caught.value) == OUTSIDE[spot]
