"""Claims as a table, for people: the place, the date, the type, who takes part, the modality."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bede.claims import Claim, Skipped
from bede.report.claims.values import ClaimedDocument, summary
from bede.report.claims.wording import (
    UNKNOWN,
    date_in_short,
    manner_in_words,
    roles_in_words,
)
from bede.report.display import Row, Style, columns, one_line, paint, visible, wrapped
from bede.report.grid import GAP, Column, fitting_widths, in_columns
from bede.report.wording import count
from bede.text import Modality

SKIPPED = "skipped"
"""What stands in the column of modality beside a trigger that made no claim."""

_LAYOUT = (
    Column("place", 80, 0, Style.FRAME),
    Column("date", 24, 10, Style.NOTE),
    Column("type", 16, 0, Style.STRONG),
    Column("trigger", 28, 12),
    Column("roles", 80, 20),
    Column("modality", 40, 12),
)
_SHRINKING = (4, 5, 3, 1)
HEADER = tuple(column.title for column in _LAYOUT)


@dataclass(frozen=True, slots=True)
class Line:
    """One claim: its cells in the order of `HEADER`, made visible and free of line breaks."""

    cells: tuple[str, ...]
    styles: tuple[Style, ...]


def render(
    documents: Sequence[ClaimedDocument], *, width: int | None = None, color: bool = False
) -> str:
    """The claims of all documents with a summary.

    Args:
        documents: what was read.
        width: columns of the terminal; None if the reader has none.
        color: whether to write escape sequences for colour.
    """
    found = [[_line(one, mark) for mark in one.marks] for one in documents]
    head = Line(HEADER, (Style.STRONG,) * len(HEADER))
    lines = [head, *(line for some in found for line in some)]
    cells = [line.cells for line in lines]
    widths = fitting_widths(_LAYOUT, cells, width, shrinking=_SHRINKING)
    rows: list[Row] = []
    if len(lines) > 1 and widths is not None:
        rows += in_columns(_LAYOUT, head.cells, widths, head.styles, wrap=False)
    for one, some in zip(documents, found, strict=True):
        for line in some:
            if widths is None:
                rows += _stacked(line, width or 0)
            else:
                wrap = width is not None
                rows += in_columns(_LAYOUT, line.cells, widths, line.styles, wrap=wrap)
        rows.append(((f"{one_line(one.document.path)}: {summary([one])}", Style.STRONG),))
    if len(documents) > 1:
        total = f"{summary(documents)} in {count(len(documents), 'document')}"
        rows.append(((total, Style.STRONG),))
    return paint(rows, color=color)


def _line(document: ClaimedDocument, mark: Claim | Skipped) -> Line:
    styles = [column.style for column in _LAYOUT]
    place = document.place(mark)
    if isinstance(mark, Skipped):
        styles = [Style.FRAME, *[Style.PLAIN] * (len(_LAYOUT) - 1)]
        cells = (place, UNKNOWN, mark.type, mark.words.text, UNKNOWN, f"{SKIPPED}: {mark.reason}")
    else:
        roles = "; ".join(f"{role}: {fillers}" for role, fillers in roles_in_words(mark))
        manner = manner_in_words(mark)
        cells = (place, date_in_short(mark), mark.type, mark.trigger.text, roles or UNKNOWN, manner)
        if mark.modality is not Modality.ASSERTED:
            styles[-1] = Style.WARNING
    return Line(tuple(one_line(visible(cell)) for cell in cells), tuple(styles))


def _stacked(line: Line, width: int) -> Iterator[Row]:
    """A claim over several lines: its place with its type, then what it says."""
    place, date, kind, trigger, roles, manner = line.cells
    if columns(place) + len(GAP) + columns(kind) <= width:
        yield (place, line.styles[0]), (GAP, Style.PLAIN), (kind, line.styles[2])
    else:
        yield ((place, line.styles[0]),)
        yield ((f"  {kind}", line.styles[2]),)
    for told in (f"“{trigger}”  ·  {date}  ·  {manner}", roles):
        for part in wrapped(told, width=width, first="  ", rest="    "):
            yield ((part, Style.PLAIN),)
