"""The page of one person or thing, for people to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bede.evidence import Name
from bede.evidence.coordinates import in_degrees
from bede.judgement.telling import time_in_words
from bede.report.display import Row, Style, one_line, paint, visible, wrapped
from bede.report.grid import Column, fitting_widths, in_columns
from bede.report.reference.values import CompleteLine, FactLine, Kin, Page
from bede.report.wording import citations, count, support

_INDENT = "    "
_FACTS = (
    Column("when", 28, 18, Style.NOTE),
    Column("what", 90, 30),
    Column("sure", 6, 0, Style.FRAME),
)
_NAMES = (
    Column("name", 60, 20),
    Column("kind", 16, 0, Style.FRAME),
    Column("language", 10, 0, Style.FRAME),
    Column("in use", 40, 12, Style.NOTE),
)


def render(page: Page, *, width: int, color: bool = False, brief: bool = False) -> str:
    """The page as lines of text.

    Args:
        page: what is known.
        width: columns of the terminal.
        color: whether to write escape sequences for colour.
        brief: leave the sources out.
    """
    return paint(_rows(page, width, brief=brief), color=color)


def _rows(page: Page, width: int, *, brief: bool) -> Iterator[Row]:
    entity = page.entity
    kind = entity.kind if entity.subkind is None else f"{entity.kind}, {entity.subkind}"
    head = [(entity.label, Style.STRONG), (f"  {kind}", Style.PLAIN)]
    if page.life:
        head.append((f"  {page.life}", Style.NOTE))
    yield tuple(head)
    if entity.subtitle:
        yield from _paragraph(entity.subtitle, width)
    if entity.description:
        yield from _paragraph(entity.description, width)
    yield from _labelled("id", entity.id, width)
    yield from _about(page, width)
    if not brief and page.sources:
        yield from _labelled("sources", citations(page.sources, most=4), width)
    yield from _names(page, width)
    yield from _facts(page, width, brief=brief)
    yield from _complete(page.complete, width)


def _about(page: Page, width: int) -> Iterator[Row]:
    entity = page.entity
    told = [
        ("part of", _kin(page.wholes)),
        ("of", "" if page.body is None else _kin((page.body,))),
        ("by", _kin(page.authors)),
        ("holders", {"single": "one at a time", "many": "many"}.get(entity.holders or "", "")),
        ("first edition", entity.first_edition or ""),
        ("at", in_degrees(entity.coordinates) if entity.coordinates else ""),
        ("elsewhere", ", ".join(entity.same_as)),
        ("known to", count(entity.prominence, "work") if entity.prominence else ""),
        ("confidence", entity.confidence),
        ("remark", entity.note or ""),
    ]
    for label, words in told:
        if words:
            yield from _labelled(label, words, width)


def _names(page: Page, width: int) -> Iterator[Row]:
    names = [name for name in page.entity.names if name.text != page.entity.label or name.edtf]
    if not names:
        return
    yield ()
    yield (("Names", Style.STRONG),)
    told = [name for name in names if any(_name_cells(name)[1:])]
    yield from _grid(_NAMES, [_name_cells(name) for name in told], width, shrinking=(3, 0))
    bare = [name.text for name in names if name not in told]
    if bare:
        yield from _paragraph(", ".join(bare), width)


def _name_cells(name: Name) -> tuple[str, ...]:
    """A name, and what is known of it; kinds that say nothing more are left out."""
    used = time_in_words(name.span) if name.span is not None else ""
    kind = "" if name.kind in ("alias", "preferred", "period") else name.kind
    return (name.text, kind, name.language or "", used)


def _facts(page: Page, width: int, *, brief: bool) -> Iterator[Row]:
    yield ()
    if not page.facts:
        yield (("No facts", Style.STRONG),)
        return
    told = count(len(page.facts), "fact")
    more = "; there are more in which it takes part" if page.cut else ""
    yield ((told, Style.STRONG), (more, Style.PLAIN))
    cells = [(one.when or "undated", one.clause, one.evidence.confidence) for one in page.facts]
    rows = _grid_rows(_FACTS, cells, width, shrinking=(1, 0))
    for one, lines in zip(page.facts, rows, strict=True):
        yield from lines
        yield from _support(one, width, brief=brief)


def _support(one: FactLine, width: int, *, brief: bool) -> Iterator[Row]:
    """Sources and other values of a fact; of a brief page only disputes."""
    for paragraph in support(one.evidence, verbose=True):
        disputed = paragraph.startswith("Other sources")
        if brief and not disputed:
            continue
        style = Style.WARNING if disputed else Style.FRAME
        for line in wrapped(paragraph, width=width, first=_INDENT, rest=_INDENT + "  "):
            yield ((line, style),)


def _complete(lines: Sequence[CompleteLine], width: int) -> Iterator[Row]:
    if not lines:
        return
    yield ()
    yield (("How complete this is", Style.STRONG),)
    for one in lines:
        where = f" ({one.where})" if one.where else ""
        records = count(len(one.records), "record")
        state = f"all there are, {records}" if one.complete else f"{records}, and more exist"
        words = f"{one.type}{where}: {state}. {one.basis}"
        for line in wrapped(words, width=width, first="  ", rest=_INDENT):
            yield ((line, Style.PLAIN),)


def _kin(others: Sequence[Kin]) -> str:
    return "; ".join(f"{one.label} ({one.id})" for one in others)


def _labelled(label: str, words: str, width: int) -> Iterator[Row]:
    lines = wrapped(words, width=width, first=f"  {label}: ", rest=_INDENT)
    head = f"  {label}: "
    yield ((head, Style.FRAME), (lines[0].removeprefix(head), Style.PLAIN))
    for line in lines[1:]:
        yield ((line, Style.PLAIN),)


def _paragraph(words: str, width: int) -> Iterator[Row]:
    for line in wrapped(words, width=width, first="  ", rest="  "):
        yield ((line, Style.PLAIN),)


def _grid(
    layout: Sequence[Column],
    cells: Sequence[tuple[str, ...]],
    width: int,
    *,
    shrinking: Sequence[int],
) -> Iterator[Row]:
    for lines in _grid_rows(layout, cells, width, shrinking=shrinking):
        yield from lines


def _grid_rows(
    layout: Sequence[Column],
    cells: Sequence[tuple[str, ...]],
    width: int,
    *,
    shrinking: Sequence[int],
) -> Iterator[list[Row]]:
    """The rows of a table without its titles, indented; stacked where there is no room."""
    indent: Row = (("  ", Style.PLAIN),)
    shown = [tuple(one_line(visible(cell)) for cell in row) for row in cells]
    widths = fitting_widths(layout, shown or [("",) * len(layout)], width - 2, shrinking=shrinking)
    styles = [column.style for column in layout]
    for row in shown:
        if widths is not None:
            lines = in_columns(layout, row, widths, styles, wrap=True)
            yield [(*indent, *line) for line in lines]
        else:
            words = "  ·  ".join(filter(None, row))
            yield [
                ((line, Style.PLAIN),)
                for line in wrapped(words, width=width, first="  ", rest=_INDENT)
            ]
