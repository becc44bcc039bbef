"""The cast of a text as a table, for people: who and what it names, when they were, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bede.evidence.linking import NamedThing
from bede.report.display import Row, Style, one_line, paint, visible, wrapped
from bede.report.grid import Column, fitting_widths, in_columns
from bede.report.lifespan import lifespan
from bede.report.names.values import NamedDocument, summary
from bede.report.wording import count

_UNKNOWN = "–"
_MOST_LINES = 6
_LAYOUT = (
    Column("name", 40, 14, Style.STRONG),
    Column("kind", 14, 0),
    Column("when", 24, 0, Style.NOTE),
    Column("lines", 24, 8, Style.FRAME),
    Column("who or what", 80, 20),
    Column("id", 40, 10, Style.FRAME),
)
_SHRINKING = (4, 0, 5, 3)
HEADER = tuple(column.title for column in _LAYOUT)


@dataclass(frozen=True, slots=True)
class _Line:
    cells: tuple[str, ...]
    styles: tuple[Style, ...]


def render(
    documents: Sequence[NamedDocument], *, width: int | None = None, color: bool = False
) -> str:
    """The cast of each document, with a summary.

    Args:
        documents: what was read.
        width: columns of the terminal; None if the reader has none.
        color: whether to write escape sequences for colour.
    """
    rows: list[Row] = []
    for document in documents:
        lines = [_line(document, one, places) for one, places in document.cast()]
        cells = [HEADER, *(line.cells for line in lines)]
        widths = fitting_widths(_LAYOUT, cells, width, shrinking=_SHRINKING)
        if lines and widths is not None:
            head = (Style.STRONG,) * len(HEADER)
            rows += in_columns(_LAYOUT, HEADER, widths, head, wrap=False)
        for line in lines:
            if widths is None:
                rows += _stacked(line, width or 0)
            else:
                wrap = width is not None
                rows += in_columns(_LAYOUT, line.cells, widths, line.styles, wrap=wrap)
        told = f"{one_line(document.document.path)}: {summary([document])}"
        rows.append(((told, Style.STRONG),))
    if len(documents) > 1:
        total = f"{summary(documents)} in {count(len(documents), 'document')}"
        rows.append(((total, Style.STRONG),))
    return paint(rows, color=color)


def _line(document: NamedDocument, one: NamedThing, places: Sequence[NamedThing]) -> _Line:
    lines = list(dict.fromkeys(str(document.line(place)) for place in places))
    more = f" (+{len(lines) - _MOST_LINES})" if len(lines) > _MOST_LINES else ""
    where = ", ".join(lines[:_MOST_LINES]) + more
    styles = [column.style for column in _LAYOUT]
    if one.entity is None:
        styles[0], styles[4] = Style.PLAIN, Style.WARNING
        cells = (one.text, one.kind or _UNKNOWN, _UNKNOWN, where, one.reason, _UNKNOWN)
    else:
        entity = one.entity
        life = lifespan(document.lives[entity.id], entity.kind)
        told = entity.description or entity.subkind or entity.note or _UNKNOWN
        cells = (entity.label, entity.kind, life or _UNKNOWN, where, told, entity.id)
    return _Line(tuple(one_line(visible(cell)) for cell in cells), tuple(styles))


def _stacked(line: _Line, width: int) -> list[Row]:
    """One name over several lines, for a narrow terminal."""
    name, kind, when, lines, told, name_id = line.cells
    rows: list[Row] = [((name, line.styles[0]),)]
    for words in (f"{kind}  ·  {when}  ·  {lines}", told, name_id):
        for part in wrapped(words, width=width, first="  ", rest="    "):
            rows.append(((part, Style.PLAIN),))
    return rows
