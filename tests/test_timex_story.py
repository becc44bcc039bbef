"""The passages of `tests/cases/timex/story.md`, run: each takes its years from its own story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import pytest

from bede.documents import Document
from bede.documents.formats import format_for
from bede.report.dates.wording import when
from bede.text.times import read_times_of

PAGE = (Path(__file__).parent / "cases" / "timex" / "story.md").read_text(encoding="utf-8")
FENCE = "```text\n"
PASSAGE = re.compile(
    r"^## (?P<title>.+)\n\n(?:.+\n)*\n?```text\n(?P<text>[\s\S]+?)^```\n\n(?P<table>(?:\|.*\n)+)",
    re.MULTILINE,
)
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with what its times are worth.

    Attributes:
        title: what it shows.
        text: Markdown, each temporal expression in bold.
        rows: for each its words, its TIMEX3 value, and its days or "".
    """

    title: str
    text: str
    rows: tuple[Row, ...]


def passages() -> list[Passage]:
    """The passages in the order of the page."""
    return [
        Passage(found["title"], found["text"], tuple(_rows(found["table"])))
        for found in PASSAGE.finditer(PAGE)
    ]


def _rows(table: str) -> Iterator[Row]:
    for line in table.splitlines()[2:]:
        yield tuple(cell.strip() for cell in line.split("|")[1:-1])


def _read(passage: Passage) -> Iterator[Row]:
    """The rows that the tagger makes of a passage, with days where the table has them."""
    text = BOLD.sub(r"\1", passage.text)
    markdown = format_for(".md")
    document = Document("passage.md", text, markdown.name, markdown.parse(text))
    found = read_times_of(document)
    assert found.impossible == ()
    for timex, row in zip_longest(found.timexes, passage.rows, fillvalue=None):
        days = when(timex) if timex and row and row[2] else ""
        if timex is not None:
            yield timex.text, timex.value, days


def test_every_passage_of_the_page_is_run() -> None:
    """A passage whose table is missing is not passed over."""
    assert len(passages()) == PAGE.count(FENCE) >= 25


@pytest.mark.parametrize("passage", passages(), ids=lambda passage: passage.title)
def test_the_story_gives_each_time_its_year(passage: Passage) -> None:
    """The words in bold and no others are found, with the values of the table."""
    bold = [" ".join(words.split()) for words in BOLD.findall(passage.text)]
    assert (bold, tuple(_read(passage))) == ([row[0] for row in passage.rows], passage.rows)
