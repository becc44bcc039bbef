"""Documents with their times made by hand, for tests of what is shown of them."""

from __future__ import annotations

from typing import Any

from tests.reading import document_of

from bede.chronology import parse_edtf
from bede.documents import Document
from bede.report.dates import DatedDocument
from bede.text.times import read_times_of
from bede.text.timex import Basis, EventRelation, ImpossibleDate, Timex, TimexType


def timex_in(text: str, words: str, edtf: str | None, kind: str, /, **more: Any) -> Timex:
    """The expression that some words of a text are; its days are those of the EDTF."""
    start = text.index(words)
    span = None if edtf is None else parse_edtf(edtf)
    values: dict[str, Any] = {
        "full_start": start,
        "type": TimexType.DATE,
        "value": edtf or "",
        "edtf": edtf,
        "span": span,
        "readings": () if span is None else (span,),
        "bare": span,
        "modifier": None,
        "calendar": None,
        "basis": Basis.TOLD if span is not None else Basis.NONE,
    }
    place = {"start": start, "end": start + len(words), "text": words}
    return Timex(**(values | place | {"kind": kind} | more))


def impossible_in(text: str, words: str, cause: str) -> ImpossibleDate:
    """Words of a text that are no date."""
    start = text.index(words)
    return ImpossibleDate(start, start + len(words), words, cause)


def dated_document(
    text: str,
    *marks: Timex | ImpossibleDate,
    path: str = "notes.txt",
    document: Document | None = None,
) -> DatedDocument:
    """A document of one paragraph for each line, unless another one is given."""
    return DatedDocument(
        document or document_of(text, path),
        tuple(mark for mark in marks if isinstance(mark, Timex)),
        tuple(mark for mark in marks if isinstance(mark, ImpossibleDate)),
    )


TEXT = (
    "He ruled 1914–18.\n"
    "On 31 June 1926 he left; in May he came back, after the war, for two years.\n"
    "That was on 25 October 1917 (O.S.)."
)


def example() -> DatedDocument:
    """A range, an impossible date, a year from context, an event, a duration, an old date."""
    after = TEXT.index("the war")
    war = EventRelation("after", None, "the war", after, after + len("the war"))
    back = TEXT.index("–18") + 1
    ends = (
        timex_in(TEXT, "1914", "1914", "year"),
        timex_in(TEXT, "18", "1918", "year", start=back, end=back + 2),
    )
    return dated_document(
        TEXT,
        timex_in(TEXT, "1914–18", "1914/1918", "range", ends=ends),
        impossible_in(TEXT, "31 June 1926", "June has 30 days"),
        timex_in(TEXT, "May", "1926-05", "month", basis=Basis.DISCOURSE),
        timex_in(TEXT, "after the war", None, "event", relation=war),
        timex_in(TEXT, "two years", None, "duration", type=TimexType.DURATION, value="P2Y"),
        timex_in(TEXT, "25 October 1917 (O.S.)", "1917-11-07", "day", calendar="julian"),
    )


def timexes_of(text: str) -> tuple[Timex, ...]:
    """What the tagger reads of a text."""
    return read_times_of(document_of(text, "notes.txt")).timexes
