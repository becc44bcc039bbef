"""Titles of works: words in quotation marks or italics that are written like a title."""

from __future__ import annotations

from collections.abc import Sequence

from bede.catalog import lexicon
from bede.claims.values import Stretch
from bede.text import Sentence

_EDGES = " \t\n\"“”«»'‘’.,;:!?"
_LONGEST = 16  # words; longer stretches are quotations


def find_titles(sentences: Sequence[Sentence], text: str) -> tuple[Stretch, ...]:
    """Stretches of a document that are set and capitalised as titles, in order.

    Args:
        sentences: the sentences of the document.
        text: the whole text of the document.
    """
    places = {span for s in sentences for span in (*s.quoted, *s.emphasised)}
    found = []
    for start, end in sorted(places):
        while start < end and text[start] in _EDGES:
            start += 1
        while end > start and text[end - 1] in _EDGES:
            end -= 1
        if _is_title(text[start:end]):
            found.append(Stretch(text[start:end], start, end))
    return tuple(found)


def _is_title(words: str) -> bool:
    parts = [part.strip(_EDGES) for part in words.split()]
    small = lexicon("title_case", "small_words")
    capital = [
        part[:1].isupper() or part[:1].isdigit() for part in parts if part.lower() not in small
    ]
    return 0 < len(parts) <= _LONGEST and bool(capital) and all(capital) and parts[0][:1].isupper()
