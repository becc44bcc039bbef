"""Texts that are none: no crash, no work that grows faster than the text, and no wild claims."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading import document_of, extraction_of

from bede.checker import check
from bede.claims import Extraction, extract
from bede.documents import Document
from bede.documents.formats import format_for
from bede.text import Memory, Reader, analyse

PIECES: Mapping[str, str] = {
    "no full stops": "the army of the north marched on and the king of the south fled ",
    "clauses without end": "and he said that she knew that they thought that ",
    "names with commas": "Ada Orlo, Jon Marsh, Ida Vell, Tom Reed, ",
    "names in sentences": "Ada Orlo met Jon Marsh. He was killed in 1926. ",
    "years": "1926 ",
    "capitals": "THE KING WAS EXPELLED IN 1926. ",
    "open quotation marks": "“He said ‘she said ",
    "quotations": "“He died.” She said so. ",
    "brackets": "(((",
    "tags": "<p>He died in <b>1926</b>.</p> &nbsp; ",
    "emoji": "👩‍👩‍👧‍👦 died in 1926 🙂. ",
    "combining marks": "Z̷̢̧a̶̛l̸̡g̵̕o̴ died. ",
    "no spaces": "tarnvelinesk",
    "an event noun": "The war went on. His expulsion was known. ",
    "many lines": "In 1926 he left.\n",
}
SIZE = 3_000


def plain(text: str) -> Document:
    """A text cut into blocks as a file is."""
    form = format_for(".txt")
    return Document(path="page.txt", text=text, format=form.name, blocks=form.parse(text))


def read_plain(text: str) -> Extraction:
    """What is read of it, with nothing in memory."""
    return extract(analyse(plain(text), reader=Reader(memory=Memory(0))))


def calls(work: Callable[[], object]) -> int:
    """How many calls of functions a piece of work takes: it is the same on every machine."""
    count = 0

    def counted(_frame: FrameType, event: str, _what: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_twice_the_text_is_twice_the_work(piece: str) -> None:
    """From documents to claims, for texts that say one thing again and again."""
    once, twice = (
        calls(lambda size=size: read_plain((piece * size)[:size])) for size in (SIZE, 2 * SIZE)
    )
    assert twice < 2.5 * once + 20_000


def test_ten_thousand_names_are_no_statement() -> None:
    """In one line, and one to a line."""
    names = [f"{first}{number} Vell" for number in range(2_500) for first in ("Ada", "Jon")]
    found = [read_plain(", ".join(names)), read_plain("\n".join(names[:1_000]))]
    assert [one.claims for one in found] == [(), ()]


SAID = {
    "Der Krieg begann im Jahre 1914 und endete erst 1918 mit der Niederlage des Reiches.": (
        "a passage in German, which Bede does not read"
    ),
    "IN 1926 THE POLITBURO EXPELLED TROTSKY FROM THE PARTY.": (
        "a passage in capitals, where names cannot be told from words"
    ),
    "Tbe Po1itburo expe11ed Tr0tsky in l926 and ex1led h1m to A1ma-Ata.": (
        "a passage with damaged words, as after bad text recognition"
    ),
}


@pytest.mark.parametrize("text", SAID)
def test_what_is_not_read_is_said(text: str) -> None:
    """The passage is skipped, with the reason; what stands around it is read."""
    found = extraction_of(f"Orlo was born in 1839.\n{text}\nAda died in 1860.")
    assert [claim.type for claim in found.claims] == ["birth", "death"]
    skipped = {one.words.text: one.reason for one in found.skipped}
    assert skipped == {text[:60]: SAID[text]}


def test_a_foreign_sentence_inside_a_paragraph_is_not_read_either() -> None:
    """The sentences before and behind it are."""
    german = "Er wurde im Jahre 1850 in der Stadt geboren und starb nicht dort."
    found = extraction_of(f"Orlo was born in 1839. {german} Ada died in 1860.")
    assert [claim.type for claim in found.claims] == ["birth", "death"]
    assert [one.reason for one in found.skipped if one.type == "any"] == [
        "a passage in German, which Bede does not read"
    ]


def test_a_foreign_day_is_no_impossible_one() -> None:
    """Dates of a passage that is not read are not judged by English habits."""
    text = "Am 31 April 1923 war er noch nicht in der Stadt, und das Buch ist von ihm."
    assert analyse(document_of(text)).impossible_dates == ()


def test_a_foreign_text_is_a_bad_input(tmp_path: Path) -> None:
    """Nothing found in a text that nobody read would look like praise."""
    page = tmp_path / "seite.txt"
    page.write_text(next(iter(SAID)) + "\n", encoding="utf-8")
    report = check([str(page)])
    assert [str(problem) for problem in report.problems] == [
        f"{page}: nothing in it can be read: a passage in German, which Bede does not read; "
        "give a text in English, set as running text"
    ]
    assert report.exit_code == 2


def test_left_over_html_is_read_through() -> None:
    """Tags and entities are no words; the places are those of the file."""
    text = "<p>Orlo&nbsp;was born in <a href='x'>Tarn</a> in&#160;1839.</p>"
    (claim,) = extraction_of(text).claims
    place = claim.roles["place"][0]
    assert (claim.type, place.text, text[place.start : place.end]) == ("birth", "Tarn", "Tarn")
    assert claim.time is not None
    assert claim.time.edtf == "1839"


def test_a_sentence_too_long_to_read_is_skipped_and_said() -> None:
    """A list that the parser takes for one sentence."""
    text = "Orlo met " + ", ".join(f"the mayor of Tarn{number}" for number in range(150)) + "."
    found = extraction_of(f"{text}\nAda died in 1860.")
    assert [claim.type for claim in found.claims if claim.roles.get("person")] == ["death"]


texts = st.text(max_size=200)
HARD_WORDS = (
    *(
        "He ",
        "died ",
        "born ",
        "in ",
        "1926",
        "Ada Orlo ",
        ", ",
        ". ",
        "; ",
        "- ",
        "\n",
        "\n\n",
        "\t",
    ),
    *("“", "”", "«", "(", ")", "<b>", "&amp;", "🙂", "\u202e", "\u0301", "\ufeff", "\u200b"),
)
hard_words = st.sampled_from(HARD_WORDS)
mixed = st.lists(st.one_of(hard_words, st.text(max_size=5)), max_size=40).map("".join)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.one_of(texts, mixed))
def test_any_characters_can_be_read(text: str) -> None:
    """Whatever is read lies where it says it lies."""
    found = read_plain(text)
    for claim in found.claims:
        words = [claim.sentence, claim.trigger]
        words += [one for fillers in claim.roles.values() for one in fillers]
        assert all(0 <= one.start < one.end <= len(text) for one in words)
        assert text[claim.trigger.start : claim.trigger.end] == claim.trigger.text
    for one in found.skipped:
        assert text[one.words.start : one.words.end] == one.words.text
