"""Dates as a table, for people.

On a terminal the columns share its width and long cells are wrapped; where there is no room for
columns, each date has lines of its own. Anywhere else (a pipe, a file) every date is one line,
nothing is cut, and at least two spaces stand between the columns and never inside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bede.report.dates.values import DatedDocument, summary
from bede.report.dates.wording import UNKNOWN, kind_in_words, notation, when
from bede.report.display import Row, Style, columns, one_line, paint, visible, wrapped
from bede.report.grid import GAP, Column, fitting_widths, in_columns
from bede.report.wording import count
from bede.text.timex import ImpossibleDate, Timex

IMPOSSIBLE = "impossible"
"""What stands in the column of kinds beside a date that no calendar has."""

_LAYOUT = (
    Column("place", 80, 0, Style.FRAME),
    Column("expression", 40, 16, Style.STRONG),
    Column("EDTF", 32, 16, Style.NOTE),
    Column("when", 48, 16),
    Column("kind", 24, 16),
)
_SHRINKING = (3, 1, 2, 4)
HEADER = tuple(column.title for column in _LAYOUT)


@dataclass(frozen=True, slots=True)
class Line:
    """One date: its cells in the order of `HEADER`, made visible and free of line breaks."""

    cells: tuple[str, ...]
    faulty: bool = False


def render(
    documents: Sequence[DatedDocument], *, width: int | None = None, color: bool = False
) -> str:
    """The dates of all documents with a summary.

    Args:
        documents: what was read.
        width: columns of the terminal; None if the reader has none.
        color: whether to write escape sequences for colour.
    """
    found = [[_line(one, mark) for mark in one.marks] for one in documents]
    lines = [Line(HEADER), *(line for some in found for line in some)]
    cells = [line.cells for line in lines]
    widths = fitting_widths(_LAYOUT, cells, width, shrinking=_SHRINKING)
    rows: list[Row] = []
    if len(lines) > 1 and widths is not None:
        rows += _in_columns(Line(HEADER), widths, width)
    for one, some in zip(documents, found, strict=True):
        for line in some:
            rows += _stacked(line, width) if widths is None else _in_columns(line, widths, width)
        rows.append(((f"{one_line(one.document.path)}: {one.summary}", Style.STRONG),))
    if len(documents) > 1:
        rows.append(((_total(documents), Style.STRONG),))
    return paint(rows, color=color)


def _line(dated: DatedDocument, mark: Timex | ImpossibleDate) -> Line:
    if isinstance(mark, ImpossibleDate):
        cells = (dated.place(mark), mark.text, UNKNOWN, mark.cause, IMPOSSIBLE)
    else:
        cells = (dated.place(mark), mark.text, notation(mark), when(mark), kind_in_words(mark))
    shown = tuple(one_line(visible(cell)) for cell in cells)
    return Line(shown, faulty=isinstance(mark, ImpossibleDate))


def _in_columns(line: Line, widths: Sequence[int], width: int | None) -> Iterator[Row]:
    styles = [_style(line, index) for index in range(len(_LAYOUT))]
    return in_columns(_LAYOUT, line.cells, widths, styles, wrap=width is not None)


def _stacked(line: Line, width: int | None) -> Iterator[Row]:
    """A date over several lines: its place with what is written, then what that means."""
    place, text, edtf, days, kind = line.cells
    if columns(place) + len(GAP) + columns(text) <= (width or 0):
        yield (place, _style(line, 0)), (GAP, Style.PLAIN), (text, _style(line, 1))
    else:
        yield ((place, _style(line, 0)),)
        for part in wrapped(text, width=width or 0, first="  ", rest="  "):
            yield ((part, _style(line, 1)),)
    for part in wrapped(
        f"{edtf}  ·  {days}  ·  {kind}", width=width or 0, first="    ", rest="    "
    ):
        yield ((part, Style.PLAIN),)


def _style(line: Line, index: int) -> Style:
    if line.cells == HEADER:
        return Style.STRONG
    if line.faulty and index:
        return Style.ERROR
    return _LAYOUT[index].style


def _total(documents: Sequence[DatedDocument]) -> str:
    found = sum(len(one.timexes) for one in documents)
    faults = sum(len(one.impossible) for one in documents)
    return f"{summary(found, faults)} in {count(len(documents), 'document')}"
