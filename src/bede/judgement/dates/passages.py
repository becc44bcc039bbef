"""The dates that a document writes, with the prose around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bede.chronology import Calendar, date_of
from bede.chronology.policy import Told
from bede.claims import Stretch
from bede.documents import Block, BlockKind, Document
from bede.text import ImpossibleDate, Timex, TimexType
from bede.text.timex import Basis
from bede.text.timex.reading import normalised, read_block
from bede.text.timex.story.path import Resolved

_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(T(?:MO|MI|AF|EV))?")
_SENTENCE = 400
"""How far the sentence of a date is looked at on each side (characters)."""
_QUOTATION = 4000
"""How long a quotation may be (characters), as the second stage takes it."""
_STOP = re.compile(r"[.!?;]\s+(?=[A-Z(\"“])")


@dataclass(frozen=True, slots=True)
class Written:
    """One date as a passage writes it, possible or not.

    Attributes:
        passage: where it stands.
        date: the expression; its offsets count characters of the passage's prose.
        place: the same words as a stretch of the document.
    """

    passage: Passage
    date: Timex | ImpossibleDate
    place: Stretch

    @property
    def before(self) -> str:
        """The prose in front of it, in its sentence."""
        return _STOP.split(self._ahead(_SENTENCE))[-1]

    @property
    def behind(self) -> str:
        """The prose after it, in its sentence."""
        end = self.date.end
        return _STOP.split(self.passage.block.text[end : end + _SENTENCE], maxsplit=1)[0]

    @property
    def is_quoted(self) -> bool:
        """Whether it stands in somebody else's words, who may have got it wrong."""
        if self.passage.block.kind is BlockKind.QUOTATION:
            return True
        prose = self._ahead(_QUOTATION)
        return prose.count("“") > prose.count("”") or prose.count('"') % 2 == 1

    def _ahead(self, most: int) -> str:
        """The prose ahead of the date, so many characters at most."""
        start = self.date.start
        return self.passage.block.text[max(start - most, 0) : start]


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of prose with its dates.

    Attributes:
        document: where it stands.
        block: the block; headings and code are none.
        timexes: what its prose tells of time, without the years that the story gives; offsets
            into the prose.
        impossible: dates that no calendar has, or that the place named near them left out.
    """

    document: Document
    block: Block
    timexes: tuple[Timex, ...]
    impossible: tuple[ImpossibleDate, ...]

    def written(self, date: Timex | ImpossibleDate) -> Written:
        """A date of this passage with its place in the document."""
        return Written(self, date, self.stretch(date.start, date.end))

    def stretch(self, start: int, end: int) -> Stretch:
        """Words of the document.

        Args:
            start: first character, in the prose of the block.
            end: the character after the last.
        """
        return Stretch(self.block.text[start:end], *self.block.source_span(start, end))


def passages(document: Document) -> Iterator[Passage]:
    """The blocks of prose of a document, each with its dates, in order."""
    for block in document.blocks:
        if block.is_prose:
            read = read_block(block.text)
            alone = ((read.tokens, Resolved(expression)) for expression in read.expressions)
            found = [date for _, date in normalised(alone)]
            yield Passage(
                document,
                block,
                tuple(date for date in found if isinstance(date, Timex)),
                tuple(date for date in found if isinstance(date, ImpossibleDate)),
            )


def told_day(timex: Timex, *, hours: bool = False) -> Told | None:
    """The day as the text writes it, in the calendar that it names; None if it is no such day.

    Args:
        timex: any expression; only a whole day of our era, told with its year, has an answer.
        hours: whether the morning or evening of a day will do; a night belongs to two days.

    Returns:
        Year, month and day of the month.
    """
    match = _ISO_DAY.fullmatch(timex.value)
    if match is None or timex.basis is not Basis.TOLD or timex.ends is not None:
        return None
    whole = timex.type is TimexType.DATE and timex.kind == "day" and timex.modifier != "circa"
    if not whole and not (hours and match[4]):
        return None
    if timex.calendar != Calendar.JULIAN or not timex.readings:
        return int(match[1]), int(match[2]), int(match[3])
    day = timex.readings[0].earliest_begin
    if day is None:
        return None
    date = date_of(day, Calendar.JULIAN)
    return date.year, date.month, date.day
