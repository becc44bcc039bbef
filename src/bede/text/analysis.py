"""The second stage: a document becomes sentences with trees, dates and quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from bede.documents import Block, BlockKind, Document
from bede.text.lengths import ToldLength, find_lengths
from bede.text.parsing import ParsedSentence, parse_blocks
from bede.text.sentence import Sentence, Token
from bede.text.times import moved
from bede.text.timex import ImpossibleDate, Timex, read_times

_QUOTED = re.compile(
    r"“[^“”]{1,4000}”|„[^„“”]{1,4000}[“”]|«[^«»]{1,4000}»"
    r"|(?<![\w.,;:!?'])\"[^\"]{1,4000}\"|‘[^‘]{1,4000}?’(?!\w)"
)
_EMPHASISED = re.compile(r"(?<![*_\w])([*_])(?![*_\s])([^*_\n]{1,200})(?<!\s)\1(?![*_\w])")


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was read of one document.

    Attributes:
        document: the document.
        sentences: its sentences in order; headings and code have none.
        impossible_dates: dates that no calendar has, offsets into the document's text.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    impossible_dates: tuple[ImpossibleDate, ...]


def analyse(document: Document) -> Analysis:
    """Read the sentences of a document.

    Args:
        document: as the first stage gives it.

    Returns:
        Its sentences, with offsets into `document.text` (code points, half-open).

    Raises:
        UsageError: the language model is missing or is not the tested one.
    """
    prose = [(place, block) for place, block in enumerate(document.blocks) if block.is_prose]
    parsed = parse_blocks([block.text for _, block in prose])
    sentences: list[Sentence] = []
    impossible: list[ImpossibleDate] = []
    sections = list(_sections(document))
    for (place, block), found in zip(prose, parsed, strict=True):
        timexes, faults = read_times(block.text)
        dated = _share(found, timexes)
        measured = _share(found, find_lengths(block.text))
        quoted = tuple((m.start(), m.end()) for m in _QUOTED.finditer(block.text))
        emphasised = tuple(_emphasised(document, block))
        for (sentence, inside), (_, lengths) in zip(dated, measured, strict=True):
            placed = _place(sentence, block, place, sections[place], inside, quoted, emphasised)
            moved = (_moved_length(block, length) for length in lengths)
            sentences.append(replace(placed, lengths=tuple(moved)))
        for date in faults:
            start, end = block.source_span(date.start, date.end)
            impossible.append(replace(date, start=start, end=end))
    return Analysis(document, tuple(sentences), tuple(impossible))


_Found = TypeVar("_Found", Timex, ToldLength)


def _share(
    sentences: tuple[ParsedSentence, ...], found: tuple[_Found, ...]
) -> Iterator[tuple[ParsedSentence, tuple[_Found, ...]]]:
    """Each sentence with what was found in the text that begins in it; both are in order."""
    at = 0
    for sentence in sentences:
        first = at
        while at < len(found) and found[at].start < sentence.end:
            at += 1
        yield sentence, found[first:at]


def _moved_length(block: Block, length: ToldLength) -> ToldLength:
    start, end = block.source_span(length.start, length.end)
    return replace(length, start=start, end=end)


def _sections(document: Document) -> Iterator[int]:
    heading = -1
    for place, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING:
            heading = place
        yield heading


def _emphasised(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    """Stretches between single marks of emphasis, which in prose mostly are titles."""
    if document.format == "markdown":
        for match in _EMPHASISED.finditer(document.text, block.start, block.end):
            yield match.span(2)


def _place(
    sentence: ParsedSentence,
    block: Block,
    place: int,
    section: int,
    timexes: tuple[Timex, ...],
    quoted: tuple[tuple[int, int], ...],
    emphasised: tuple[tuple[int, int], ...],
) -> Sentence:
    """Move a sentence from the prose of its block to the document."""

    def moved_token(token: Token) -> Token:
        start, end = block.source_span(token.start, token.end)
        return replace(token, start=start, end=end)

    start, end = block.source_span(sentence.start, sentence.end)
    return Sentence(
        start=start,
        end=end,
        block=place,
        kind=block.kind,
        section=section,
        tokens=tuple(moved_token(token) for token in sentence.tokens),
        timexes=tuple(moved(block, t) for t in timexes),
        quoted=tuple(
            block.source_span(a, b) for a, b in quoted if a < sentence.end and b > sentence.start
        ),
        emphasised=tuple((a, b) for a, b in emphasised if a < end and b > start),
    )
