"""The second stage: a document becomes sentences with trees, dates and quotations."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import TypeVar

from bede.documents import Block, BlockKind, Document
from bede.text.labels import common_labels, relabelled
from bede.text.lengths import ToldLength
from bede.text.parsing import ParsedSentence
from bede.text.placing import moved_words
from bede.text.reader import Passage, Reader
from bede.text.sentence import Sentence
from bede.text.times import BlockTimes, moved, read_blocks_at, tells_time
from bede.text.timex import ImpossibleDate, Timex
from bede.text.timex.normal.bounds import NOWHERE
from bede.text.timex.reading import stands_alone

_QUOTED = re.compile(
    r"“[^“”]{1,4000}”|„[^„“”]{1,4000}[“”]|«[^«»]{1,4000}»"
    r"|(?<![\w.,;:!?'])\"[^\"]{1,4000}\"|‘[^‘]{1,4000}?’(?!\w)"
)
_SET_OFF = (":", "–", "—")
_EMPHASISED = re.compile(r"(?<![*_\w])([*_])(?![*_\s])([^*_\n]{1,200})(?<!\s)\1(?![*_\w])")


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was read of one document.

    Attributes:
        document: the document.
        sentences: its sentences in order; headings and code have none.
        impossible_dates: dates that no calendar has, offsets into the document's text.
        headings: index of the block of a heading that is a date -> that date.
        unread: passages in other languages and the like, which have no sentences, each with the
            reason; offsets into the document's text.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    impossible_dates: tuple[ImpossibleDate, ...]
    headings: Mapping[int, Timex] = field(default_factory=dict)
    unread: tuple[Passage, ...] = ()


def analyse(document: Document, *, reader: Reader | None = None) -> Analysis:
    """Read the sentences of a document.

    Args:
        document: as the first stage gives it.
        reader: reads the blocks; None for one that remembers what this process read before.

    Returns:
        Its sentences, with offsets into `document.text` (code points, half-open).

    Raises:
        UsageError: the language model is missing or is not the tested one.
    """
    reader = Reader() if reader is None else reader
    read = (place for place, block in enumerate(document.blocks) if tells_time(block))
    told = list(zip(read, read_blocks_at(document, NOWHERE, reader.memory), strict=True))
    prose = [(place, one) for place, one in told if one.block.is_prose]
    parsed = reader.read([one.block.text for _, one in prose])
    sentences: list[Sentence] = []
    impossible: list[ImpossibleDate] = []
    unread: list[Passage] = []
    sections = list(_sections(document))
    labels = common_labels(one.tokens for found in parsed for one in found.sentences)
    for (place, times), found in zip(prose, parsed, strict=True):
        block = times.block
        dated = _share(found.sentences, times.timexes)
        measured = _share(found.sentences, reader.lengths(times.read))
        quoted = tuple((m.start(), m.end()) for m in _QUOTED.finditer(block.text))
        emphasised = tuple(_emphasised(document, block))
        for (read_sentence, inside), (_, lengths) in zip(dated, measured, strict=True):
            tokens, renamed = relabelled(read_sentence.tokens, labels)
            sentence = replace(read_sentence, tokens=tokens) if renamed else read_sentence
            placed = _place(sentence, block, place, sections[place], inside, quoted, emphasised)
            lasting = tuple(_moved_length(block, length) for length in lengths)
            set_off = tuple((a - placed.start, b - placed.start) for a, b in placed.emphasised)
            notes = reader.notes(block.text, sentence, block.kind, inside, set_off, renamed)
            sentences.append(replace(placed, lengths=lasting, notes=notes))
        for passage in found.passages:
            start, end = block.source_span(passage.start, passage.end)
            unread.append(replace(passage, start=start, end=end))
        for date in times.told_faults if found.sentences else ():
            start, end = block.source_span(date.start, date.end)
            impossible.append(replace(date, start=start, end=end))
    headings = dict(_dated_headings(told))
    return Analysis(document, tuple(sentences), tuple(impossible), headings, tuple(unread))


def _dated_headings(told: Iterable[tuple[int, BlockTimes]]) -> Iterator[tuple[int, Timex]]:
    """The headings that are a date and nothing else: "1926", "May 1839", "1926: the split"."""
    for place, one in told:
        text, dates = one.block.text, one.timexes
        if one.block.kind is not BlockKind.HEADING or len(dates) != 1:
            continue
        before, behind = text[: dates[0].full_start], text[dates[0].end :].lstrip()
        alone = not any(c.isalnum() for c in behind) or behind[0] in _SET_OFF
        if alone and not any(c.isalnum() for c in before):
            yield place, moved(one.block, dates[0])


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


def _meeting(
    spans: tuple[tuple[int, int], ...], start: int, end: int
) -> tuple[tuple[int, int], ...]:
    """Those of some stretches, in order and none overlapping, that a passage meets."""
    first = bisect_right(spans, start, key=itemgetter(1))
    return spans[first : bisect_left(spans, end, first, key=itemgetter(0))]


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
    start, end = block.source_span(sentence.start, sentence.end)
    placed = [(moved(block, timex), stands_alone(timex)) for timex in timexes]
    return Sentence(
        start=start,
        end=end,
        block=place,
        kind=block.kind,
        section=section,
        tokens=moved_words(sentence.tokens, block),
        timexes=tuple(timex for timex, alone in placed if alone),
        quoted=tuple(
            block.source_span(a, b) for a, b in _meeting(quoted, sentence.start, sentence.end)
        ),
        emphasised=_meeting(emphasised, start, end),
        times=tuple(timex for timex, _ in placed),
    )
