"""Plain text: what typography alone says."""

from __future__ import annotations

import pytest

from bede.documents.document import BlockKind
from bede.documents.formats.plain import FORMAT

H, P, L = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM
Q, F = BlockKind.QUOTATION, BlockKind.FOOTNOTE
LONG = (
    "Wolsey lost the seal in October, and the king gave it to More within the week, although "
    "neither the court nor the city had thought of him for it."
)


def shape(text: str) -> list[tuple[BlockKind, str]]:
    """Kind and prose of each block."""
    return [(block.kind, block.text) for block in FORMAT.parse(text)]


def test_a_page_copied_line_by_line() -> None:
    """Each long line is a paragraph; two titles may follow each other."""
    assert shape(f"The Fall of Wolsey\nThe King's Great Matter\n{LONG}\nThe Aftermath\n{LONG}") == [
        (H, "The Fall of Wolsey"),
        (H, "The King's Great Matter"),
        (P, LONG),
        (H, "The Aftermath"),
        (P, LONG),
    ]


def test_wrapped_paragraphs_are_joined() -> None:
    """A line ends a paragraph only where a blank line or a new title says so."""
    text = (
        "Wolsey\nlost the seal in\nOctober, and the\nking gave it to his\nfriend More in the\n"
        "same week of mid-\n1529. More died.\n\nHe was a lawyer and\nhad never wanted it."
    )
    assert shape(text) == [
        (
            P,
            "Wolsey lost the seal in October, and the king gave it to his friend More in the same "
            "week of mid-1529. More died.",
        ),
        (P, "He was a lawyer and had never wanted it."),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "The Expulsion: A Turning Point",
        "CHAPTER II",
        "1529",
        "1529-1535",
        "2003: Invasion",
        "1. Origins",
        "IV. The Trial of Thomas More",
        "The Reign of Charles de Bourbon",
        "“A Man for All Seasons”",
        "25 October 1917",
        "Course of the trial",
        "Trial and death (1534-1535)",
    ],
)
def test_titles(title: str) -> None:
    """A short line that stands alone, in the dress of a title, above a paragraph."""
    assert shape(f"{title}\n\n{LONG}")[0] == (H, title)


@pytest.mark.parametrize(
    "line",
    [
        "Died in London in 1535",
        "More resigned.",
        "Who Killed Wolsey?",
        "Born: 7 February 1478",
        "He was tried in July, and died",
    ],
)
def test_no_titles(line: str) -> None:
    """Fragments, entries of a fact sheet and whole sentences can hold claims."""
    assert shape(f"{line}\n{LONG}")[0] == (P, line)


def test_many_short_lines_are_a_list_and_not_titles() -> None:
    """More than three titles in a row head nothing."""
    text = "The Great Men\nThomas More\nLord Chancellor\nAuthor of Utopia\nWit"
    assert [kind for kind, _ in shape(text)] == [H, P, P, P, P]


def test_underlined_titles() -> None:
    """Equals signs are level 1, hyphens level 2; the line itself is no block."""
    blocks = FORMAT.parse("the fall of wolsey\n=====\n\nA short life\n---\n\nHe died.")
    assert [(b.kind, b.level, b.text) for b in blocks] == [
        (H, 1, "the fall of wolsey"),
        (H, 2, "A short life"),
        (P, 0, "He died."),
    ]


def test_lists_and_chronologies() -> None:
    """The number of an item is its label; a date belongs to what is told."""
    text = "- lost the seal\n• died\n2) more\n1529 – expelled\n1530: dies\n1531–1535 were hard."
    blocks = FORMAT.parse(text)
    assert [(b.kind, b.label, b.text) for b in blocks] == [
        (L, None, "lost the seal"),
        (L, None, "died"),
        (L, "2", "more"),
        (L, None, "1529 – expelled"),
        (L, None, "1530: dies"),
        (P, None, "1531–1535 were hard."),
    ]


def test_quotations_and_notes() -> None:
    """Marked by angle brackets, or set in from the margin of the rest."""
    quotations = "> I die the king's\n> good servant.\n\n    Set in."
    text = f"{LONG}\n\n{quotations}\n\n[1] Roper, p. 3.\n^a Hall."
    assert shape(text)[1:] == [
        (Q, "I die the king's good servant."),
        (Q, "Set in."),
        (F, "Roper, p. 3."),
        (F, "Hall."),
    ]


def test_note_marks_are_not_prose() -> None:
    """The prose is clean, and a passage still leads back to the file."""
    text = "He fell[12] in 1529. [3] More\u00ad rose."
    (block,) = FORMAT.parse(text)
    assert block.text == "He fell in 1529. More rose."
    start = block.text.index("fell")
    assert text[slice(*block.source_span(start, block.text.index(".")))] == "fell[12] in 1529"
