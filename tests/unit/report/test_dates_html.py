"""Dates as a page: what a text may hold does no harm, and every link leads somewhere."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from tests.dated import dated_document, example, impossible_in, timex_in

from bede.catalog.files import data_root
from bede.documents import Document, formats
from bede.report.blocks import prose_offset
from bede.report.dates import DatedDocument, html
from bede.report.dates.page import page_document
from bede.text.timex import Timex

VOID = {"br", "link", "meta"}


class Page(HTMLParser):
    """A page as a browser takes it: elements that are opened and closed in their order."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: Counter[str] = Counter()
        self.attributes: list[tuple[str, str | None]] = []
        self.text: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] += 1
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def values(self, name: str) -> list[str]:
        return [value or "" for key, value in self.attributes if key == name]


def page_of(*documents: DatedDocument) -> Page:
    page = Page(html.render(documents))
    assert page.open == []
    return page


def markdown(text: str, *marks: Timex) -> DatedDocument:
    """A Markdown document with marks."""
    form = next(form for form in formats() if form.name == "markdown")
    document = Document("notes.md", text, form.name, form.parse(text))
    return dated_document(text, *marks, document=document)


def test_the_text_is_shown_with_its_dates_marked() -> None:
    """Each date once in the text and once in the list, and each family in the legend."""
    page = page_of(example())
    assert page.elements["mark"] == 6
    assert page.elements["tr"] == 7
    shown = " ".join("".join(page.text).split())
    assert "Days 1" in shown
    assert "Impossible dates 1" in shown
    assert "Old Style" in shown
    families = {name for value in page.values("class") for name in re.findall(r"\bf-(\w+)", value)}
    assert families == {"range", "impossible", "month", "event", "length", "day"}


def test_every_link_leads_to_one_place() -> None:
    """Identifiers are unique, also with several documents, and nothing links outside."""
    page = page_of(example(), example(), dated_document("Nothing."))
    names = page.values("id")
    assert len(names) == len(set(names))
    targets = page.values("href") + [f"#{name}" for name in page.values("aria-describedby")]
    assert {target.removeprefix("#") for target in targets} <= set(names)
    assert all(target.startswith("#") for target in targets)


def test_the_page_needs_nothing_else() -> None:
    """No script, image, frame or style sheet from elsewhere, and a policy that forbids them."""
    source = html.render([example()])
    page = page_of(example())
    assert {"script", "img", "iframe", "link", "object"} & set(page.elements) == set()
    assert page.values("src") == []
    assert not re.search(r"url\(|@import|https?:|\son\w+=", source)
    assert "default-src 'none'; style-src 'unsafe-inline'" in page.values("content")


NASTY = {
    "script": "<script>alert(1)</script>",
    "closing tags": "</mark></span></p></style></article>",
    "quotation marks": "\" onmouseover='alert(1)' x=\"",
    "entities": "&lt;b&gt; &amp; &#0; &",
    "template": "{{ 7 * 7 }}{% for x in y %}",
    "combining": "e\u0301\u0302 1926\u0338",
    "right to left": "בשנת 1948 נוסדה",
    "emoji": "\U0001f469\u200d\U0001f52c 1926",
}


@pytest.mark.parametrize("words", NASTY.values(), ids=NASTY)
def test_whatever_the_text_holds_is_shown_as_text(words: str) -> None:
    """In the prose, in a date, in the cause of a fault, and in the path."""
    text = f"Before {words} after.\nAnd {words} 1926."
    document = dated_document(
        text,
        timex_in(text, words, None, "event"),
        impossible_in(text, f"{words} 1926", words),
        path=words,
    )
    plain, page = page_of(dated_document("Before.")), page_of(document)
    assert page.elements["script"] == 0
    assert page.elements["style"] == plain.elements["style"]
    assert "".join(page.text).count(words) >= 6
    assert page.values("onmouseover") == []


def test_what_would_reorder_or_vanish_is_made_visible() -> None:
    """Control characters are no HTML; overriding marks would turn the rest of the line around."""
    text = "On\x00 \u202e14 May\x1b 1926\ud800."
    source = html.render([dated_document(text, timex_in(text, "\u202e14 May", None, "day"))])
    assert not re.search("[\x00\x1b\u202e\ud800]", source)
    assert "\u2400" in source


def test_each_paragraph_runs_in_its_own_direction() -> None:
    """And a date inside is set apart, so that its digits stay in their order."""
    text = "עברית 14 May 1948"
    source = html.render([dated_document(text, timex_in(text, "14 May 1948", "1948-05-14", "day"))])
    assert '<p dir="auto">' in source
    assert "<bdi>14 May 1948</bdi>" in source


MARKDOWN = """# War & *Peace*

A *bold &amp; **long*** 5 May\n1926.

- one 1917
1. two

> said

| Year | Town |
|---|---|
| 1918 | Moscow |

```
x = 1999 < 2000
```
"""


def test_blocks_are_shown_for_what_they_are() -> None:
    """Headings, lists, quotations, tables with their head, and code that nobody read."""
    page = page_of(markdown(MARKDOWN))
    assert {name: page.elements[name] for name in ("h3", "h4", "blockquote", "pre")} == {
        "h3": 1,
        "h4": 0,
        "blockquote": 1,
        "pre": 1,
    }
    assert page.values("class").count("head") == 1
    assert "x = 1999 < 2000" in "".join(page.text)
    assert "War & Peace" in "".join(page.text)


def test_a_mark_finds_its_words_behind_markup() -> None:
    """Offsets count in the file; the page shows prose without markup and line breaks."""
    start = MARKDOWN.index("5 May")
    date = timex_in(MARKDOWN, "5 May\n1926", "1926-05-05", "day", text="5 May 1926")
    shown = page_document(markdown(MARKDOWN, date), 1)
    pieces = [
        piece for group in shown.groups for row in group.rows for b in row for piece in b.pieces
    ]
    assert [piece.text for piece in pieces if piece.mark] == ["5 May 1926"]
    block = markdown(MARKDOWN).document.blocks[1]
    assert block.text[prose_offset(block, start)] == "5"
    ampersand = MARKDOWN.index("&amp;")
    assert {block.text[prose_offset(block, ampersand + n)] for n in range(5)} == {"&"}


def test_every_character_of_a_block_leads_there_and_back() -> None:
    """The way back from the file is that of the block."""
    for block in markdown(MARKDOWN).document.blocks:
        back = [prose_offset(block, block.source(n)) for n in range(len(block.text))]
        assert back == list(range(len(block.text)))


def test_a_megabyte_is_no_trouble() -> None:
    """Ten thousand dates in one paragraph."""
    sentence = "1926 came, and then, after a while, much more happened elsewhere, or so they say. "
    text, size = sentence * 12_500, len(sentence)
    first = timex_in(text, "1926", "1926", "year")
    marks = (replace(first, start=at, end=at + 4) for at in range(0, len(text), size))
    assert html.render([dated_document(text, *marks)]).count("<mark") == 12_500


def luminance(color: str) -> float:
    """Relative luminance of "#rrggbb" (WCAG 2.2)."""
    parts = (int(color[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_colors_can_be_told_from_their_ground_by_day_and_night() -> None:
    """WCAG 2.2: 7 to 1 for words (AAA), 4.5 for small ones and links, 3 for lines (1.4.11)."""
    style = (data_root() / "pages" / "dates.css").read_text(encoding="utf-8")
    day, night = re.findall(r":root \{(.*?)\}", style, re.DOTALL)[:2]
    for scheme in (day, night):
        colors = dict(re.findall(r"--([\w-]+): (#\w{6})", scheme))
        families = [name for name in colors if f"{name}-tint" in colors]
        assert len(families) == 10
        assert min(contrast(colors["ink"], colors[f"{name}-tint"]) for name in families) > 7
        assert min(contrast(colors[name], colors["paper"]) for name in families) > 4.5
        assert min(contrast(colors[name], colors[f"{name}-tint"]) for name in families) > 3
        grounds = [colors["paper"], colors["panel"]]
        assert min(contrast(colors[n], g) for n in ("soft", "link") for g in grounds) > 4.5
