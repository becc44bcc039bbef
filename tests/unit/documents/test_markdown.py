"""Markdown: clean prose, exact offsets."""

from __future__ import annotations

import pytest

from bede.documents.document import Block, BlockKind
from bede.documents.formats.markdown import FORMAT

H, P, L = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM
Q, F, T = BlockKind.QUOTATION, BlockKind.FOOTNOTE, BlockKind.TABLE


def shape(text: str) -> list[tuple[BlockKind, int, str | None, str]]:
    """Kind, level, label and prose of each block."""
    return [(b.kind, b.level, b.label, b.text) for b in FORMAT.parse(text)]


def only(text: str) -> Block:
    """The one block of a text."""
    (block,) = FORMAT.parse(text)
    return block


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("He *fell* in **15**29.", "He fell in 1529."),
        ("He [fell](http://a.b 'c') in [1529][x].\n\n[x]: /y", "He fell in 1529."),
        ("He fell ![a fall](b.png) <https://a.b> so.", "He fell so."),
        ("He fell <b>in</b><br>1529<!-- no -->.", "He fell in 1529."),
        ("He fell  \nin\\\n  1529\nso.", "He fell in 1529 so."),
        ("He fell\\* in&nbsp;1529 &amp; died.", "He fell* in 1529 & died."),
        ("He fell in ~~1528~~ 1529.", "He fell in 1529."),
        ("He fell in `1528` so.", "He fell in so."),
        ("He fell[^1] in 1529[12].<sup>[3]</sup>", "He fell in 1529."),
        ("The 16<sup>th</sup> century went.", "The 16th century went."),
        ("He *fell in 1529 [so.", "He *fell in 1529 [so."),
    ],
)
def test_inline_markup_is_removed(text: str, prose: str) -> None:
    """Prose is what a reader would read aloud; code and struck out words are not."""
    assert only(text).text == prose


@pytest.mark.parametrize(
    ("text", "passage", "source"),
    [
        ("> - He *fell* in\n>   **1529**.", "fell in 1529", "fell* in\n>   **1529"),
        ('He [fell](/x "y") so.', "fell so", 'fell](/x "y") so'),
        ("More &amp; he", "More &", "More &amp;"),
        ("# He fell so ##", "fell so", "fell so"),
        ("He\tfell\n====", "He fell", "He\tfell"),
        ("1)\tHe\n\tfell.", "He fell", "He\n\tfell"),
    ],
)
def test_passages_lead_back_to_the_file(text: str, passage: str, source: str) -> None:
    """A finding shows the exact characters that the author wrote."""
    block = only(text)
    start = block.text.index(passage)
    assert text[slice(*block.source_span(start, start + len(passage)))] == source


def test_headings() -> None:
    """Marked with signs, underlined, or a short line in bold that stands alone."""
    assert shape("# One #\n\nTwo\n---\n\n**The Third One**\n\n**He fell.**") == [
        (H, 1, None, "One"),
        (H, 2, None, "Two"),
        (H, 0, None, "The Third One"),
        (P, 0, None, "He fell."),
    ]


def test_containers() -> None:
    """Depth and number of list items; quotation outweighs the list it is in."""
    text = "3. a\n   - b\n\n     c\n4. > d\n\n> e\nf\n> # g\n"
    assert shape(text) == [
        (L, 1, "3", "a"),
        (L, 2, None, "b"),
        (L, 2, None, "c"),
        (Q, 0, None, "d"),
        (Q, 0, None, "e f"),
        (H, 1, None, "g"),
    ]


def test_footnotes() -> None:
    """A definition may go on, indented, over several paragraphs."""
    text = "He fell.[^a]\n[^a]: In 1529.\nOr so.\n\n    More died.\n\nHe rose."
    assert shape(text) == [
        (P, 0, None, "He fell."),
        (F, 0, "a", "In 1529. Or so."),
        (F, 0, "a", "More died."),
        (P, 0, None, "He rose."),
    ]


def test_tables() -> None:
    """Each cell is a block; the head of the table is a heading."""
    text = "| Year | Event |\n|------|-------|\n| 1529 | He \\| *fell* |\n|| so |\n1530 | died"
    blocks = FORMAT.parse(text)
    assert [(b.kind, text[b.start : b.end]) for b in blocks] == [
        (H, "Year"),
        (H, "Event"),
        (T, "1529"),
        (T, "He \\| *fell"),
        (T, "so"),
        (T, "1530"),
        (T, "died"),
    ]
    assert blocks[3].text == "He | fell"


def test_what_is_never_checked() -> None:
    """Code, front matter, HTML blocks; a definition of a link is nothing at all."""
    text = (
        "---\ntitle: He fell in 1528\n---\nHe fell.\n\n    code\n\n"
        "```\nmore\n```\n\n<p>\nx\n</p>\n\n[y]: /z\n"
    )
    assert [(b.kind.value, text[b.start : b.end]) for b in FORMAT.parse(text)] == [
        ("meta", "---\ntitle: He fell in 1528\n---"),
        ("paragraph", "He fell."),
        ("code", "code"),
        ("code", "```\nmore\n```"),
        ("meta", "<p>\nx\n</p>"),
    ]


def test_a_rule_at_the_top_is_not_front_matter() -> None:
    """Three hyphens open front matter only if fields follow."""
    assert [b.text for b in FORMAT.parse("---\n\nHe fell.\n\n---\n\nHe rose.")] == [
        "He fell.",
        "He rose.",
    ]
