"""Sources from BibTeX and CSL JSON."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest

from bede.evidence.pack_bibtex import read_bibtex
from bede.evidence.pack_csl import read_csl

BOOK = r"""@book{Kell:1901,
  author    = {Kell, M{\"u}ller and van der Berg, Jan and {Tarn Society}},
  title     = {The {Quarrel} of Tarn \& Velin},
  publisher = {Velin Press},
  year      = 1901,
  keywords  = {tarn, bede:primary, bede:decent, bede:family=kell, bede:precision=year},
}
"""


def bibtex(text: str) -> list[dict[str, Any]]:
    """The sources of a bibliography that must be good."""
    lined, errors = read_bibtex(text.encode("utf-8"), "a.bib")
    assert errors == ()
    assert lined is not None
    assert isinstance(lined.value, list)
    return lined.value


def csl(*items: dict[str, Any]) -> list[dict[str, Any]]:
    """The same of CSL items."""
    lined, errors = read_csl(json.dumps(items).encode("utf-8"), "a.json")
    assert errors == ()
    assert lined is not None
    assert isinstance(lined.value, list)
    return lined.value


def test_a_book_with_all_that_bede_asks() -> None:
    """TeX is read, braces keep a name together, keywords say the rest."""
    assert bibtex(BOOK) == [
        {
            "id": "kell-1901",
            "author": "Müller Kell and Jan van der Berg and Tarn Society",
            "title": "The Quarrel of Tarn & Velin",
            "work": "The Quarrel of Tarn & Velin",
            "publisher": "Velin Press",
            "year": "1901",
            "kind": "primary",
            "quality": "decent",
            "family": "kell",
            "precision": "year",
            "assumed": [],
        }
    ]


def test_an_article_stands_in_a_journal() -> None:
    """The work is the journal; volume and pages say where; a DOI is an address."""
    entry = "@article{r, title={Vote}, journal={Review}, volume=3, pages={12--19}, doi={10.1/x}}"
    article = bibtex(entry)[0]
    assert (article["work"], article["pages"]) == ("Review", "vol. 3, pp. 12–19")
    assert (article["url"], article["assumed"]) == ("https://doi.org/10.1/x", ["kind", "quality"])


@pytest.mark.parametrize(
    ("entry", "kind"), [("book", "scholarly"), ("online", "web"), ("inreference", "reference-work")]
)
def test_the_type_of_an_entry_suggests_a_kind(entry: str, kind: str) -> None:
    """Without a keyword the quality is fair, and the family its own."""
    source = bibtex(f"@{entry}{{r, title={{Vote}}}}")[0]
    assert (source["kind"], source["quality"], source["family"]) == (kind, "fair", "r")


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (BOOK + BOOK, 8, "the key 'Kell:1901' stands twice"),
        ("\n@book{a, title={broken\n@book{b, title={T}}", 2, "cannot be read"),
        ("@book{a, title={T}, keywords={bede:great}}", 1, "'bede:great' means nothing"),
        ("@book{a, title={T}, keywords={bede:precision=hour}}", 1, "'bede:precision=hour' means"),
        ('@string{v="V"}\n@book{a, title={T}, publisher=v # " Press"}', 2, "joins texts with '#'"),
        ("@book{a, title={one}, title={two}}", 1, "a field stands twice"),
    ],
)
def test_a_faulty_entry_has_a_line(text: str, line: int, says: str) -> None:
    """The other entries are read all the same."""
    errors = read_bibtex(text.encode("utf-8"), "a.bib")[1]
    assert [(error.line, says in error.cause) for error in errors] == [(line, True)]


def test_macros_do_not_grow() -> None:
    """A small file must not become a large one."""
    names = "abcdefghijklmnopqrstuvwxyz"
    pairs = "".join(f"@string{{{b} = {a} # {a}}}\n" for a, b in pairwise(names))
    text = f'@string{{a = "{"x" * 50}"}}\n{pairs}@book{{k, title = z}}'
    lined, _ = read_bibtex(text.encode("utf-8"), "a.bib")
    assert len(str(lined)) < 1000


def test_csl_items_as_zotero_exports_them() -> None:
    """Names in parts, a date in parts, marks in the title; the words of Bede in the note."""
    item = {
        "id": "http://zotero.org/users/1/items/ABC",
        "type": "chapter",
        "title": "The <i>Quarrel</i>",
        "container-title": "A History of Tarn",
        "author": [{"family": "Kell", "given": "M."}, {"literal": "Tarn Society"}],
        "issued": {"date-parts": [[1901, 5]]},
        "page": "12",
        "note": "bede:decent bede:family=kell",
    }
    source = csl(item)[0]
    assert source["id"] == "http-zotero-org-users-1-items-abc"
    assert (source["author"], source["title"]) == ("M. Kell and Tarn Society", "The Quarrel")
    assert (source["work"], source["year"], source["pages"]) == (
        "A History of Tarn",
        "1901",
        "p. 12",
    )
    assert (source["kind"], source["quality"], source["family"]) == ("scholarly", "decent", "kell")
    assert source["assumed"] == ["kind"]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('{"id": "a"}', 1, "no JSON list"),
        ('[\n{"id": "a", "title": "T"},\n{"title": "T"}]', 3, "no CSL item with an id"),
        ('[{"id": "a"},\n{"id": ', 2, "not JSON"),
        ("[" * 100_000, 1, "not JSON"),
        ("[1]", 1, "no CSL item"),
        ("", 1, "no JSON list"),
    ],
)
def test_faulty_csl_has_a_line(text: str, line: int, says: str) -> None:
    """One error each."""
    errors = read_csl(text.encode("utf-8"), "a.json")[1]
    assert [(error.line, says in error.cause) for error in errors] == [(line, True)]
