"""Records to choose from, as a table for people."""

from __future__ import annotations

from collections.abc import Sequence

from bede.report.display import Row, Style, one_line, paint, visible, wrapped
from bede.report.grid import Column, fitting_widths, in_columns
from bede.report.reference.values import ListLine

_UNKNOWN = "–"
_LAYOUT = (
    Column("id", 40, 10, Style.FRAME),
    Column("name", 44, 14, Style.STRONG),
    Column("kind", 14, 0),
    Column("when", 24, 0, Style.NOTE),
    Column("who or what", 80, 20),
)
_SHRINKING = (4, 1, 0)
HEADER = tuple(column.title for column in _LAYOUT)


def render(lines: Sequence[ListLine], *, width: int | None = None, color: bool = False) -> str:
    """The records with their ids, in the order given.

    Args:
        lines: the records.
        width: columns of the terminal; None if the reader has none.
        color: whether to write escape sequences for colour.
    """
    cells = [tuple(one_line(visible(cell)) for cell in _cells(line)) for line in lines]
    widths = fitting_widths(_LAYOUT, [HEADER, *cells], width, shrinking=_SHRINKING)
    rows: list[Row] = []
    styles = [column.style for column in _LAYOUT]
    if widths is not None:
        rows += in_columns(_LAYOUT, HEADER, widths, [Style.STRONG] * len(HEADER), wrap=False)
    for row in cells:
        if widths is not None:
            rows += in_columns(_LAYOUT, row, widths, styles, wrap=width is not None)
        else:
            told = "  ·  ".join(row)
            rows += [
                ((part, Style.PLAIN),) for part in wrapped(told, width=width or 0, rest="    ")
            ]
    return paint(rows, color=color)


def _cells(line: ListLine) -> tuple[str, ...]:
    entity = line.found.entity
    name = entity.label
    if line.found.name not in (entity.label, entity.id):
        name = f"{entity.label} ({line.found.name})"
    told = entity.description or entity.subkind or entity.note or _UNKNOWN
    return (entity.id, name, entity.kind, line.life or _UNKNOWN, told)
