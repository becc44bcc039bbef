"""Dates as a table, for people.

On a terminal the columns share its width and long cells are wrapped; where there is no room for
columns, each date has lines of its own. Anywhere else (a pipe, a file) every date is one line,
nothing is cut, and at least two spaces stand between the columns and never inside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from bede.report.dates.values import DatedDocument, summary
from bede.report.dates.wording import UNKNOWN, kind_in_words, notation, when
from bede.report.display import Row, Style, columns, one_line, paint, visible, wrapped
from bede.report.wording import count
from bede.text.timex import ImpossibleDate, Timex

HEADER = ("place", "expression", "EDTF", "when", "kind")
IMPOSSIBLE = "impossible"
"""What stands in the column of kinds beside a date that no calendar has."""

_GAP = "  "
_WIDEST = (80, 40, 32, 48, 24)
"""Columns of a terminal beyond which one long cell does not push the others aside."""
_NARROWEST = (0, 16, 16, 16, 16)  # no less can be wrapped
_STYLES = (Style.FRAME, Style.STRONG, Style.NOTE, Style.PLAIN, Style.PLAIN)


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
    widths = _widths(lines, width)
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


def _widths(lines: Sequence[Line], width: int | None) -> list[int] | None:
    """The width of each column; None if the terminal is too narrow for columns."""
    widths = [
        min(most, max(columns(line.cells[index]) for line in lines))
        for index, most in enumerate(_WIDEST)
    ]
    if width is None:
        return widths
    widths[0] = max(columns(line.cells[0]) for line in lines)
    spare = width - sum(widths) - len(_GAP) * (len(widths) - 1)
    for index in (3, 1, 2, 4):
        if spare < 0:
            shrunk = min(widths[index], max(_NARROWEST[index], widths[index] + spare))
            spare += widths[index] - shrunk
            widths[index] = shrunk
    return widths if spare >= 0 else None


def _in_columns(line: Line, widths: Sequence[int], width: int | None) -> Iterator[Row]:
    if width is None:
        yield _padded(line.cells, widths, line)
        return
    cells = [
        wrapped(cell, width=max(room, _NARROWEST[index])) if index else [cell]
        for index, (cell, room) in enumerate(zip(line.cells, widths, strict=True))
    ]
    for parts in zip_longest(*cells, fillvalue=""):
        yield _padded(parts, widths, line)


def _padded(parts: Sequence[str], widths: Sequence[int], line: Line) -> Row:
    row = []
    for index, (part, room) in enumerate(zip(parts, widths, strict=True)):
        fill = " " * max(room - columns(part), 0) if index < len(widths) - 1 else ""
        row += [(part, _style(line, index)), (fill + _GAP, Style.PLAIN)]
    return tuple(row)


def _stacked(line: Line, width: int | None) -> Iterator[Row]:
    """A date over several lines: its place with what is written, then what that means."""
    place, text, edtf, days, kind = line.cells
    if columns(place) + len(_GAP) + columns(text) <= (width or 0):
        yield (place, _style(line, 0)), (_GAP, Style.PLAIN), (text, _style(line, 1))
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
    return _STYLES[index]


def _total(documents: Sequence[DatedDocument]) -> str:
    found = sum(len(one.timexes) for one in documents)
    faults = sum(len(one.impossible) for one in documents)
    return f"{summary(found, faults)} in {count(len(documents), 'document')}"
