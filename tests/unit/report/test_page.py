"""The page to publish: the author's text whole, with notes, corrections, and its data."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from tests.accounts import account_of

from bede.documents import Document
from bede.documents.formats import formats
from bede.errors import UsageError
from bede.report import DocumentReport, Report
from bede.report.page import Corrections, Options, build_article, render
from bede.report.page.body import body_of
from bede.report.page.corrections import corrected_text, corrections_of, moved
from bede.report.page.html import starting_copy
from bede.report.page.insertions import Insertions

WRONG = "# Tarn\n\nTom Reed died in *1911*. Tom Reed was born in 1870.\n"


class Words(HTMLParser):
    """The text of a page, without the marks of notes."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self._mark = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._mark += tag == "sup" and ("class", "note-mark") in attrs

    def handle_endtag(self, tag: str) -> None:
        self._mark -= tag == "sup" and self._mark > 0

    def handle_data(self, data: str) -> None:
        self.text += "" if self._mark else data


def words_of(html: str) -> str:
    """The words of HTML, with single spaces."""
    parser = Words()
    parser.feed(html)
    return " ".join(parser.text.split())


def document_of(text: str, form: str = "markdown") -> Document:
    """A text read as a format."""
    reader = next(one for one in formats() if one.name == form)
    return Document("text", text, form, tuple(reader.parse(text)))


def report_of(*documents: DocumentReport) -> Report:
    """A report with nothing but documents."""
    return Report(
        version="1", parser=("parser", "1"), packs=(("tarn", "1"),), reference_hash="0" * 64,
        documents=documents, problems=(),
    )  # fmt: skip


def article_of(text: str, **chosen: object):  # type: ignore[no-untyped-def]  # an Article
    """The page of a text that is read as Markdown."""
    document = account_of(text, form="markdown")
    return build_article(report_of(document), document, Options(**chosen))  # type: ignore[arg-type]


def data_in(article: object) -> list[dict[str, object]]:
    """The objects of the JSON-LD of a page."""
    graph: list[dict[str, object]] = json.loads(article.data)["@graph"]  # type: ignore[attr-defined]
    return graph


def test_the_text_is_whole() -> None:
    """Code, footnotes, links, tables, lists, struck out words: all that the author wrote."""
    text = (
        "# Title\n\nIn `code` and **bold** [a link](https://example.org), ~~struck~~.[^1]\n\n"
        "- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n\n> said\n\n    indented\n\n"
        "## Part\n\n#### Deeper\n\n[^1]: A note.\n"
    )
    html = str(body_of(document_of(text), Insertions(text)))
    assert words_of(html) == (
        "In code and bold a link, struck.[1] one two a b c d said indented Part Deeper A note. ↩︎"
    )
    assert re.findall(r"<h\d>", html) == ["<h2>", "<h3>"]
    assert 'href="https://example.org"' in html


def test_plain_text_is_whole_too() -> None:
    text = "The Fall of Tarn\n\nTom Reed <died> [12] & so on.\n\n* one\n* two\n"
    html = str(body_of(document_of(text, "plain"), Insertions(text)))
    assert words_of(html) == "Tom Reed <died> [12] & so on. one two"


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "[x](javascript:alert(1))",
        '<a href="javascript:alert(1)">x</a>',
        '<p id="text" class="fault" style="position:fixed" onclick="alert(1)">x</p>',
        '<iframe src="https://example.org"></iframe>',
        "<style>body{display:none}</style>",
        '<form action="https://example.org"><input name=q></form>',
        "<svg><script>alert(1)</script></svg>",
    ],
)
def test_nothing_in_a_text_runs_or_loads(hostile: str) -> None:
    text = f"# Title\n\nBefore {hostile} behind.\n\n{hostile}\n\nEnd.\n"
    html = str(body_of(document_of(text), Insertions(text)))
    assert not re.search(
        r"<(script|iframe|style|form|input|svg)|<[^>]* (on\w+|style|id)=|href=.javascript", html
    )
    assert words_of(html).endswith("End.")


@given(st.text(alphabet="ab *_`[]()<>#-|\n\\&;~!1.", max_size=60), st.data())
def test_what_is_put_in_changes_nothing_else(text: str, data: st.DataObject) -> None:
    """A mark behind any character of prose leaves the words as they were."""
    document = document_of(text)
    plain = words_of(str(body_of(document, Insertions(text))))
    prose = [
        block.source(at)
        for block in document.blocks
        for at in range(len(block.text))
        if not block.text[at].isspace()
    ]
    insertions = Insertions(text)
    for place in data.draw(st.lists(st.sampled_from(prose), max_size=3)) if prose else []:
        mark = Markup('<sup class="note-mark">9</sup>')
        insertions.put(place + 1, place + 1, mark)
    marked = words_of(str(body_of(document, insertions)))
    assert marked.replace(" ", "") == plain.replace(" ", "")


def test_private_characters_of_a_text_are_no_markers() -> None:
    text = "a \ue000\ue010\ue001 b"
    insertions = Insertions(text)
    insertions.put(0, 0, Markup("<i></i>"))
    assert insertions.escaped(0, len(text)).count("<i>") == 1


@pytest.mark.parametrize(
    "made",
    [
        "&#xE000;&#xE010;&#xE001;",
        "&#57344;&#57369;&#57369;&#57345;",
        "<https://example.org/%EE%80%80%EE%80%90%EE%80%81>",
        "![&#xE000;&#xE010;&#xE001;](https://example.org/a.png)",
    ],
)
def test_private_characters_that_a_text_has_made_are_no_markers_either(made: str) -> None:
    """What a reference to a character or an address stands for is known only after the marking."""
    text = f"{made} Tom Reed."
    insertions = Insertions(text)
    insertions.put(len(text), len(text), Markup("<i>here</i>"))
    assert str(body_of(document_of(text), insertions)).count("<i>here</i>") == 1


def test_a_safe_correction_is_marked_with_its_reason() -> None:
    article = article_of(WRONG)
    assert "<del" in article.body
    assert re.search(
        r'<em><del class="corrected">1911</del> <ins [^>]*>1912</ins></em>', article.body
    )
    assert article.corrections == (
        "“1912” should stand for “1911”: Tom Reed died on 4 March 1912, not in 1911.",
    )
    (first, second) = article.notes[0].remarks, article.notes[1].remarks
    assert [one.words for one in (*first, *second)] == ["Corrected", "Supported"]


def test_or_left_as_it_is_with_a_note() -> None:
    article = article_of(WRONG, corrections=Corrections.NONE)
    assert "<ins" not in article.body
    assert article.notes[0].is_fault
    assert "on what is wrong here" in article.body


def test_or_made_and_the_text_checked_again() -> None:
    document = account_of(WRONG, form="markdown")
    assert document.account is not None
    made = corrections_of(document, document.account.document)
    again = account_of(corrected_text(document.account.document, made), form="markdown")
    options = Options(corrections=Corrections.APPLY)
    article = build_article(report_of(again), again, options, moved(made))
    assert "<del" not in article.body
    assert re.search(r'<em><ins class="corrected">1912</ins></em>', article.body)
    assert [one.words for one in article.notes[0].remarks] == ["Corrected", "Supported"]
    assert not any(note.is_fault for note in article.notes)


def test_sources_are_numbered_once_and_lead_back() -> None:
    article = article_of(WRONG)
    (source,) = article.sources
    assert (source.number, source.notes) == (1, (1, 2))


def test_a_text_without_statements_is_a_page_too() -> None:
    article = article_of("# Nothing\n\nNothing is told.\n")
    html = render(article)
    assert (article.notes, article.sources, article.timeline) == ((), (), None)
    assert "Nothing is told." in html


def test_the_page_says_what_it_says_as_data() -> None:
    article = article_of(WRONG, author="A. Writer", published="2026-11-23", corrections="none")
    kinds = {str(one["@type"]): one for one in data_in(article)}
    assert kinds["Article"]["headline"] == "Tarn"
    assert kinds["Article"]["author"] == {"@type": "Person", "name": "A. Writer"}
    assert kinds["Person"] == {
        "@type": "Person",
        "@id": "#p1-e-tom-reed",
        "name": "Tom Reed",
        "birthDate": "1870",
        "deathDate": "1912-03-04",
    }
    assert kinds["Event"] == {
        "@type": "Event",
        "name": "Tom Reed was born in 1870",
        "startDate": "1870",
    }
    ratings = [one["reviewRating"] for one in data_in(article) if one["@type"] == "ClaimReview"]
    assert [one["ratingValue"] for one in ratings] == [1, 5]  # type: ignore[index]


def test_data_cannot_end_its_element() -> None:
    article = article_of(WRONG, title='</script><script>alert("1")</script>')
    assert "<" not in article.data
    assert str(data_in(article)[0]["headline"]).startswith("</script>")
    assert "<script>alert" not in render(article)


def test_a_site_brings_its_own_look(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "page.html").write_text("<h1>{{ article.title }}</h1>{{ article.body }}")
    html = render(article_of("# A & B\n\nTom Reed died in 1912.\n"), tmp_path)
    assert html.startswith("<h1>A &amp; B</h1>")
    assert "</p>" in html


def test_or_only_its_style_sheet(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "page.css").write_text("body { color: teal; }")
    assert "color: teal" in render(article_of(WRONG), tmp_path)


def test_the_starting_copy_gives_the_same_page(tmp_path) -> None:  # type: ignore[no-untyped-def]
    for name, text in starting_copy().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    article = article_of(WRONG)
    assert render(article, tmp_path) == render(article)


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("ok\n{% if %}", r"page\.html:2: the template cannot be used: Expected an expression"),
        ("ok\n{{ article.titel }}", r"page\.html:2: the template cannot be used: .*titel"),
        ("{{ 1 / 0 }}", r"page\.html:1: the template cannot be used: division by zero"),
        ("{% include 'gone.html' %}", r"page\.html:1: the template cannot be used: .*gone"),
        ("{{ ''.__class__.__mro__ }}", r"page\.html:1: .*unsafe"),
    ],
)
def test_a_faulty_template_is_told_with_its_line(tmp_path, template: str, message: str) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "page.html").write_text(template)
    with pytest.raises(UsageError, match=message):
        render(article_of(WRONG), tmp_path)


def test_a_style_sheet_cannot_end_its_element(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "page.css").write_text("</style><script>1</script>")
    with pytest.raises(UsageError, match="would end the style sheet"):
        render(article_of(WRONG), tmp_path)
