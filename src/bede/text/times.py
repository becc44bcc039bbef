"""Every time that a document tells, block after block."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bede.documents import Block, BlockKind, Document
from bede.text.timex import ImpossibleDate, Timex, read_times


@dataclass(frozen=True, slots=True)
class DocumentTimes:
    """The times of one document.

    Attributes:
        timexes: the temporal expressions in order, none overlapping; offsets into
            `Document.text` (code points, half-open).
        impossible: the dates that no calendar has, with such offsets.
    """

    timexes: tuple[Timex, ...]
    impossible: tuple[ImpossibleDate, ...]


def read_times_of(document: Document, *, place: str | None = None) -> DocumentTimes:
    """Find and normalise every temporal expression of a document.

    Args:
        document: as the first stage gives it; headings are read too, code is not.
        place: the country whose calendar ranks the readings of unmarked days.
    """
    timexes: list[Timex] = []
    impossible: list[ImpossibleDate] = []
    for block in document.blocks:
        if not block.is_prose and block.kind is not BlockKind.HEADING:
            continue
        found, faults = read_times(block.text)
        timexes += [_moved(block, timex) for timex in found]
        impossible += [_moved_fault(block, fault) for fault in faults]
    return DocumentTimes(tuple(timexes), tuple(impossible))


def _moved(block: Block, timex: Timex) -> Timex:
    start, end = block.source_span(timex.start, timex.end)
    return replace(timex, start=start, end=end, full_start=block.source(timex.full_start))


def _moved_fault(block: Block, fault: ImpossibleDate) -> ImpossibleDate:
    start, end = block.source_span(fault.start, fault.end)
    return replace(fault, start=start, end=end)
