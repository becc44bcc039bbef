"""What every format of documents promises, tried on every format there is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bede.documents import Block, BlockKind, Format, formats

TEXTS = {
    "empty": "",
    "one line": "In 1926 he was expelled.",
    "windows line breaks": "# A Title\r\n\r\nHe was born\r\nin 1879.\r\n\r\n- one\r\n- two\r\n",
    "old mac line breaks": "A Title\r\rHe was born in 1879.\rHe died in 1940.",
    "no-break spaces": "He was\u00a0born  in\u20091879.\u00ad",
    "blank first line": "\u00a0\nHe fell.\n> \u00a0\n> He rose.\u00a0\n\u00a0",
    "nested": '> - a *b [c](d "e") `f` **g***\n>   1. h\\* &amp; &nbsp;i\n>\n>      > j\nk',
    "table": "> | a | b\\|c |\n> |---|---|\n> | `1917` | *x* \\| y |\n> || z",
    "table without pipes": "a | b\n--|--\n1917 | Petrograd\n1918",
    "notes": "He fell.[^1] He rose.[2]\n\n[^1]: In *1926*.\n    Or so.\n\n    Or not.\n[^2]:\n",
    "front matter": "---\ntitle: x\n---\n# y #\n\nz\n===\n",
    "tabs": "-\ta\n\n\tb\n\n>\tc\n\t> d",
    "unclosed": "*a **b [c](d `e <f &g; ~~h ~~i~~ ![j](k)",
    "lone backtick": "![a](b) c ` d",
    "code": "a\n\n    b\n\n```\nc\n```\n\n<div>\nd\n</div>\n<!-- e -->\n",
    "deep": "> " * 80 + "a\n" + "- " * 80 + "b",
    "brackets": "[" * 500 + "](" * 500,
    "astral": "Кириллица 𝔉𝔯𝔞𝔨𝔱𝔲𝔯 *𝔵* \U0001f600 &#x1F600; end",
    "signs": "===\n---\n***\n| - |\n1.\n-\n>\n[^x]:\n",
}
each_format = pytest.mark.parametrize("form", formats(), ids=lambda form: form.name)
marked_up = st.text(
    alphabet=st.sampled_from("aB1 \t\n\r>-*_#|[]()^:`~\\&;<!=+.,é𝔵\u00a0"), max_size=80
)


def check(form: Format, text: str) -> None:
    """All promises about the blocks of one text."""
    blocks = form.parse(text)
    for block, following in pairwise(blocks):
        assert block.end <= following.start
    for block in blocks:
        assert 0 <= block.start < block.end <= len(text)
        if block.kind in (BlockKind.CODE, BlockKind.META):
            assert (block.text, block.runs) == ("", ())
        else:
            check_prose(block, text)


def check_prose(block: Block, text: str) -> None:
    """The prose is collapsed, and each of its characters leads back to the file."""
    assert block.text == " ".join(block.text.split()) != ""
    assert block.source_span(0, len(block.text)) == (block.start, block.end)
    assert block.runs == tuple(sorted(set(block.runs)))
    resolved = dict(block.resolved)
    places = [block.source(offset) for offset in range(len(block.text))]
    assert places == sorted(places)
    for offset, place in enumerate(places):
        if block.text[offset] != " " and offset not in resolved:
            assert block.text[offset] == text[place]
        assert place + resolved.get(offset, 1) <= block.end


@each_format
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_known_texts(form: Format, text: str) -> None:
    """Offsets lead back, blocks are sorted and apart, and nothing is raised."""
    check(form, text)


@each_format
@settings(max_examples=200, deadline=None)
@given(text=marked_up)
def test_any_markup(form: Format, text: str) -> None:
    """The same for markup that no author would write."""
    check(form, text)


@each_format
@settings(max_examples=100, deadline=None)
@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60))
def test_any_text(form: Format, text: str) -> None:
    """The same for any text at all; one with a NUL is binary and never gets here."""
    check(form, text)


@each_format
def test_declaration(form: Format) -> None:
    """A format has a name in lower case and extensions of its own."""
    others = [suffix for other in formats() if other is not form for suffix in other.extensions]
    assert form.name == form.name.lower() != ""
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in form.extensions)
    assert not set(form.extensions) & set(others)
