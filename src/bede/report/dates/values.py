"""What the formats of dates show: a document with its times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bede.documents import Document
from bede.report.wording import count
from bede.text.times import DocumentTimes
from bede.text.timex import ImpossibleDate, Timex

EVENT = "event"
"""The kind of an expression that has no time but that of an event: "after the war"."""


@dataclass(frozen=True, slots=True)
class DatedDocument:
    """A document and what was read in it.

    Attributes:
        document: the document.
        timexes: the temporal expressions that are shown, in the order of the text.
        impossible: the dates that no calendar has, in that order.
    """

    document: Document
    timexes: tuple[Timex, ...]
    impossible: tuple[ImpossibleDate, ...]

    @property
    def marks(self) -> Iterator[Timex | ImpossibleDate]:
        """Expressions and impossible dates together, in the order of the text."""
        found: list[Timex | ImpossibleDate] = [*self.timexes, *self.impossible]
        yield from sorted(found, key=lambda mark: mark.start)

    @property
    def summary(self) -> str:
        """How many there are: "212 expressions, 3 impossible dates"."""
        return summary(len(self.timexes), len(self.impossible))

    def place(self, mark: Timex | ImpossibleDate) -> str:
        """Where an expression stands: "article.txt:12:5", line and column from 1."""
        position = self.document.position(mark.start)
        return f"{self.document.path}:{position.line}:{position.column}"


def dated(document: Document, times: DocumentTimes, *, relations: bool = False) -> DatedDocument:
    """Choose what is shown of the times of a document.

    Args:
        document: the document.
        times: all that was read in it.
        relations: whether to show expressions that have no time but that of an event.
    """
    shown = tuple(timex for timex in times.timexes if relations or timex.kind != EVENT)
    return DatedDocument(document, shown, times.impossible)


def summary(expressions: int, impossible: int) -> str:
    """Two numbers in words; the second only if there is something to say."""
    parts = [count(expressions, "expression")]
    if impossible:
        parts.append(count(impossible, "impossible date"))
    return ", ".join(parts)
