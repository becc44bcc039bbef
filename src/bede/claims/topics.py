"""Whom a list is about: the person whom the heading above it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from bede.claims.values import Filler
from bede.documents import BlockKind, Document
from bede.text import Sentence

_SHORTEST_NAME = 2  # words; a bare first name or surname in a heading names a family as well


class Topics:
    """The persons whom the headings of one document name."""

    def __init__(self, document: Document, sentences: Sequence[Sentence]) -> None:
        """Remember the document and the names in its prose that were taken for persons once."""
        self._document = document
        self._names = sorted({name for sentence in sentences for name in _full_names(sentence)})
        self._found: dict[int, Filler | None] = {}

    def of(self, sentence: Sentence) -> Filler | None:
        """The person of the nearest heading above a sentence that names any; None for two."""
        if sentence.section not in self._found:
            self._found[sentence.section] = self._above(sentence.section)
        return self._found[sentence.section]

    def _above(self, section: int) -> Filler | None:
        for place in range(section, -1, -1):
            block = self._document.blocks[place]
            if block.kind is not BlockKind.HEADING:
                continue
            named = [name for name in self._names if name in block.text]
            named = [n for n in named if not any(n != other and n in other for other in named)]
            if named:
                return self._filler(place, named[0]) if len(named) == 1 else None
        return None

    def _filler(self, place: int, name: str) -> Filler:
        block = self._document.blocks[place]
        at = block.text.index(name)
        start, end = block.source_span(at, at + len(name))
        return Filler(name, start, end, name.split()[-1], "name")


def _full_names(sentence: Sentence) -> Iterator[str]:
    for is_person, run in groupby(sentence.tokens, key=lambda token: token.label == "PERSON"):
        words = [token.text for token in run if token.pos == "PROPN"] if is_person else []
        if len(words) >= _SHORTEST_NAME:
            yield " ".join(words)
