"""Columns of text that share the width of a terminal.

Long cells are wrapped. Without a width (a pipe, a file) nothing is wrapped or cut, and at least
two spaces stand between the columns and never inside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from bede.report.display import Row, Style, columns, wrapped

GAP = "  "


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        title: what stands above it.
        widest: columns of a terminal beyond which one long cell does not push the others aside.
        narrowest: columns below which it is not shrunk; 0 for a column that is never wrapped.
        style: of its cells.
    """

    title: str
    widest: int
    narrowest: int
    style: Style = Style.PLAIN


def fitting_widths(
    layout: Sequence[Column],
    cells: Sequence[Sequence[str]],
    width: int | None,
    *,
    shrinking: Sequence[int],
) -> list[int] | None:
    """The width of each column; None if the terminal is too narrow for columns.

    Args:
        layout: the columns.
        cells: all rows with that of the titles, made visible and free of line breaks.
        width: columns of the terminal; None if the reader has none.
        shrinking: indices of the columns that may be shrunk, the first to be shrunk first.
    """
    longest = [max(columns(row[index]) for row in cells) for index in range(len(layout))]
    widths = [min(column.widest, long) for column, long in zip(layout, longest, strict=True)]
    if width is None:
        return widths
    fixed = [index for index, column in enumerate(layout) if not column.narrowest]
    for index in fixed:
        widths[index] = longest[index]
    spare = width - sum(widths) - len(GAP) * (len(widths) - 1)
    for index in shrinking:
        if spare < 0:
            shrunk = min(widths[index], max(layout[index].narrowest, widths[index] + spare))
            spare += widths[index] - shrunk
            widths[index] = shrunk
    return widths if spare >= 0 else None


def in_columns(
    layout: Sequence[Column],
    cells: Sequence[str],
    widths: Sequence[int],
    styles: Sequence[Style],
    *,
    wrap: bool,
) -> Iterator[Row]:
    """One row of cells, over as many lines as the longest of them takes.

    Args:
        layout: the columns.
        cells: their text.
        widths: as `fitting_widths` gives them.
        styles: of the cells.
        wrap: whether long cells are wrapped.
    """
    if not wrap:
        yield _padded(cells, widths, styles)
        return
    parts = [
        wrapped(cell, width=max(room, column.narrowest)) if column.narrowest else [cell]
        for column, cell, room in zip(layout, cells, widths, strict=True)
    ]
    for line in zip_longest(*parts, fillvalue=""):
        yield _padded(line, widths, styles)


def _padded(parts: Sequence[str], widths: Sequence[int], styles: Sequence[Style]) -> Row:
    row = []
    for index, (part, room) in enumerate(zip(parts, widths, strict=True)):
        fill = " " * max(room - columns(part), 0) if index < len(widths) - 1 else ""
        row += [(part, styles[index]), (fill + GAP, Style.PLAIN)]
    return tuple(row)
