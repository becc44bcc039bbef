"""`bede check --format html`: the text as its author wrote it, each claim marked by its verdict."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

from bede.catalog import roles_by_type
from bede.checker import check_analysis
from bede.config import Config
from bede.documents import read
from bede.evidence.build import reference_from_yaml
from bede.report import Look, Report, formats
from bede.report.checked.cards import cited_source
from bede.report.cited import SourceLine
from bede.text import analyse

TEXT = """# The Guild of Tarn

In 1905 Tom Reed founded the Guild of Tarn. Tom Reed died in 1910.

- Tom Reed was born in 1870 in Tarn.
- Perhaps he lived in Oldport.

> "In 1931 Tom Reed wrote a book," says Dorn.
"""
PACK = """
sources:
  - {id: kell, author: M. Kell, title: A History of Tarn, work: A History of Tarn, year: "1901",
     kind: scholarly, family: kell, quality: decent, url: "https://example.org/tarn"}
people:
  - {id: tom-reed, name: Tom Reed, sources: kell, confidence: high}
organisations:
  - {id: guild, name: Guild of Tarn, kind: guild, sources: kell, confidence: high}
facts:
  - {id: reed-birth, type: birth, roles: {person: tom-reed}, when: 1870, sources: kell,
     confidence: high}
  - {id: reed-death, type: death, roles: {person: tom-reed}, when: 1912, sources: kell,
     confidence: high}
  - {id: guild-founding, type: founding, roles: {thing: guild, founder: tom-reed}, when: 1905,
     sources: kell, confidence: high}
"""


class Page(HTMLParser):
    """The tags of a page, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag with its attributes."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep the words between tags, but no style sheet and no script."""
        if self.lasttag not in ("style", "script"):
            self.words.append(data)

    def of_class(self, name: str) -> list[dict[str, str | None]]:
        """The attributes of all tags of a class."""
        return [one for _, one in self.tags if name in (one.get("class") or "").split()]

    @property
    def text(self) -> str:
        """All words with single spaces."""
        return " ".join("".join(self.words).split())


@cache
def page_of(text: str) -> Page:
    """The page of a text, checked against the pack."""
    analysis = analyse(read("-", stdin=io.StringIO(text)))
    with reference_from_yaml(PACK, roles_by_type()) as reference:
        document = check_analysis(analysis, reference, Config(), account=True)
    report = Report("1.0", ("parser", "1"), (("tarn", "1"),), "hash", (document,))
    return Page(formats()["html"].render(report, Look()))


def test_the_text_is_there_word_for_word() -> None:
    """Every word of the author stands in the page, in its order."""
    page = page_of(TEXT)
    for words in (
        "The Guild of Tarn",
        "In 1905 Tom Reed founded the Guild of Tarn. Tom Reed died in 1910.",
        "Tom Reed was born in 1870 in Tarn.",
        "Perhaps he lived in Oldport.",
    ):
        assert words in page.text


def test_each_claim_has_its_verdict_as_a_word_and_a_sign() -> None:
    """One card for each claim; the words that carry it lead there, and the card leads back."""
    page = page_of(TEXT)
    cards = page.of_class("k")
    assert Counter(card["data-v"] for card in cards) == {
        "supported": 2,
        "contradicted": 1,
        "skipped": 2,
    }
    assert "✗ Contradicted" in page.text
    assert "Tom Reed died in 1912, not in 1910" in page.text


def test_what_is_wrong_is_told_first_with_its_source() -> None:
    """The list of findings stands before the text; the source is a link."""
    page = page_of(TEXT)
    assert page.text.index("not in 1910") < page.text.index("In 1905 Tom Reed founded")
    links = [one for tag, one in page.tags if tag == "a" and one.get("rel") == "noreferrer"]
    assert {one["href"] for one in links} == {"https://example.org/tarn"}


def test_ids_are_unique_and_links_lead_somewhere() -> None:
    """The page holds together by itself."""
    page = page_of(TEXT)
    ids = Counter(one["id"] for _, one in page.tags if one.get("id"))
    assert [name for name, number in ids.items() if number > 1] == []
    hrefs = {one["href"] or "" for tag, one in page.tags if tag == "a" and one.get("href")}
    assert [href for href in sorted(hrefs) if href.startswith("#") and href[1:] not in ids] == []


def test_nothing_is_loaded_and_nothing_of_the_text_runs() -> None:
    """No address but links; the words of a document are never tags."""
    hostile = 'In 1905 Tom Reed founded the Guild of Tarn <img src=x onerror="alert(1)">.'
    page = page_of(hostile + " <script>alert(2)</script> [x](javascript:alert(3))")
    assert [tag for tag, _ in page.tags if tag in ("img", "link", "iframe", "object")] == []
    assert len([tag for tag, _ in page.tags if tag == "script"]) == 1
    assert [one for _, one in page.tags if any(name.startswith("on") for name in one)] == []
    assert "javascript:" not in " ".join(one.get("href") or "" for _, one in page.tags)


def test_a_text_without_claims_says_so() -> None:
    """No empty lists, and no approval."""
    page = page_of("The sea is wide.")
    assert "No statement that Bede can check was found" in page.text
    assert page.of_class("k") == []


def test_a_source_of_another_scheme_is_no_link() -> None:
    """The address of a source comes from a pack, which is not trusted either."""
    line = SourceLine("s", "T", "web", "javascript:alert(1)", "T")
    assert cited_source(line).url is None
    assert cited_source(replace(line, url="https://example.org/")).url == "https://example.org/"
