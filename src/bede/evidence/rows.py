"""Values of the reference to cells of `schema.sql`, and back.

One function each way, side by side, so that the two cannot drift apart unseen. What most records
have in common is not written: a confidence of medium, a rank of preferred, empty lists.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bede.chronology import Span
from bede.evidence.coordinates import coordinates
from bede.evidence.values import (
    Completeness,
    Confidence,
    Entity,
    Fact,
    Name,
    Rank,
    Roles,
    Source,
    Value,
)

Row = tuple[str | int | None, ...]
Cells = Sequence[Any]
Shape = tuple[str, tuple[str, ...]]
"""An event type and the roles that a fact fills, in the order of the fact."""

SOURCE_COLUMNS = "id, author, title, work, publisher, year, pages, url, kind, family, quality"
COMPLETENESS_COLUMNS = (
    "c.id, e.id, c.type, c.where_roles, c.where_time, c.records, c.basis, c.complete, c.sources,"
    " c.confidence"
)
MOST_ROLES = 32
"""A slot is the number of a shape times this, and the place of a role in it."""

_MEDIUM: Confidence = "medium"
_PREFERRED: Rank = "preferred"
_APPROXIMATE, _UNCERTAIN, ABSOLUTE = 1, 2, 4


def source_row(source: Source, pack: int) -> Row:
    """Return the cells of a source: its id, its pack, then as in `SOURCE_COLUMNS`."""
    return (
        source.id,
        pack,
        source.author,
        source.title,
        source.work,
        source.publisher,
        source.year,
        source.pages,
        source.url,
        source.kind,
        source.family,
        source.quality,
    )


def source_of(cells: Cells) -> Source:
    """Return the source of cells in the order of `SOURCE_COLUMNS`."""
    return Source(*cells)


def lines(texts: Iterable[str]) -> str | None:
    """Return texts one a line, None if there are none."""
    return "\n".join(texts) or None


def texts(cell: str | None) -> tuple[str, ...]:
    """Return the lines of a cell."""
    return tuple(cell.split("\n")) if cell else ()


def one_line(text: str) -> str:
    """Return a text without line ends, tabs and other white space that would divide a cell."""
    return " ".join(text.split())


def dress_of(names: Iterable[Name]) -> str:
    """Return kinds and languages of names, one name a line."""
    return "\n".join(
        name.kind if name.language is None else f"{name.kind} {name.language}" for name in names
    )


def entity_more(entity: Entity) -> str | None:
    """Return what few entities have, as JSON; None if it has nothing of it."""
    dated = {
        str(position): [name.edtf, span_cells(name.span), name.sources]
        for position, name in enumerate(entity.names)
        if name.edtf is not None or name.span is not None or name.sources
    }
    return _more(
        body=entity.body,
        holders=entity.holders,
        authors=entity.authors,
        subtitle=entity.subtitle,
        first_edition=entity.first_edition,
        note=entity.note,
        dated=dated,
        coordinates=entity.coordinates,
    )


def entity_of(cells: Cells, prefixes: Mapping[int, str]) -> Entity:
    """Return the entity of a row.

    Args:
        cells: id, kind, subkind, label, names, dress, description, prominence, sources,
            confidence, part_of, same_as, more.
        prefixes: the authorities by number.
    """
    (id_, kind, subkind, label, name_texts, dress, description, prominence) = cells[:8]
    cited, confidence, part_of, same_as, more_text = cells[8:]
    more: dict[str, Any] = json.loads(more_text) if more_text else {}
    names = _names(texts(name_texts), texts(dress), more.get("dated", {}))
    return Entity(
        id=id_,
        kind=kind,
        subkind=subkind,
        label=names[0].text if label is None else label,
        names=names,
        part_of=texts(part_of),
        body=more.get("body"),
        holders=more.get("holders"),
        authors=tuple(more.get("authors", ())),
        subtitle=more.get("subtitle"),
        first_edition=more.get("first_edition"),
        note=more.get("note"),
        sources=texts(cited),
        confidence=confidence or _MEDIUM,
        description=description,
        prominence=max(prominence, 0),
        same_as=tuple(_address(line, prefixes) for line in texts(same_as)),
        coordinates=coordinates(*more.get("coordinates", (None, None))),
    )


def divided(address: str) -> tuple[str, str]:
    """Return an address elsewhere as its authority and the rest: "wikidata:", "Q1"."""
    at = max(address.rfind(":"), address.rfind("/")) + 1
    return address[:at], address[at:]


def _address(line: str, prefixes: Mapping[int, str]) -> str:
    number, _, rest = line.partition(":")
    return prefixes[int(number)] + rest


def _names(
    written: Sequence[str], dress: Sequence[str], dated: Mapping[str, Cells]
) -> tuple[Name, ...]:
    names = []
    for position, (text, worn) in enumerate(zip(written, dress, strict=True)):
        kind, _, language = worn.partition(" ")
        edtf, span, sources = dated.get(str(position), (None, (None,) * 5, ()))
        names.append(
            Name(
                text=text,
                kind=kind,  # type: ignore[arg-type]  # written from a Name
                span=span_of(span),
                edtf=edtf,
                sources=tuple(sources),
                language=language or None,
            )
        )
    return tuple(names)


def filler_cell(shape: Shape, roles: Roles, key: str, owner: str | None) -> str | None:
    """Return the fillers of a fact: roles one a line, fillers between tabs.

    The owner is left out where it fills the key role first, since it is known anyway. A role of
    the shape that nothing fills any more has a tab alone.
    """
    cells = []
    for role in shape[1]:
        fillers = roles.get(role, ())
        if role == key and owner is not None:
            fillers = ("", *fillers[1:])
        cells.append("\t".join(fillers) if fillers else "\t")
    return "\n".join(cells) or None


def roles_of(shape: Shape, fillers: str | None, owner: str | None) -> Roles:
    """Return the fillers by role from the cell that `filler_cell` made."""
    written = (fillers or "").split("\n")
    return {
        role: tuple(filler or owner or "" for filler in line.split("\t"))
        for role, line in zip(shape[1], written, strict=True)
        if line != "\t"
    }


def fact_name(fact_id: str, event_type: str, owner: str | None) -> str | None:
    """Return what is written of the id of a fact: nothing, if it follows from its owner."""
    stem = f"{owner}-{event_type}"
    if owner is None or not fact_id.startswith(stem):
        return f"={fact_id}"
    return fact_id[len(stem) :] or None


def fact_id(name: str | None, event_type: str, owner: str | None) -> str:
    """Return the id that `fact_name` shortened."""
    if name is not None and name.startswith("="):
        return name[1:]
    return f"{owner}-{event_type}{name or ''}"


def fact_more(fact: Fact) -> str | None:
    """Return what few facts have, as JSON; None if it has nothing of it."""
    return _more(
        old_style=fact.old_style,
        rank=None if fact.rank == _PREFERRED else fact.rank,
        confidence=None if fact.confidence == _MEDIUM else fact.confidence,
        coarse_sources=fact.coarse_sources,
        values=[_value_data(value) for value in fact.values],
        grade=fact.grade,
        note=fact.note,
        part_of=fact.part_of,
    )


def fact_of(cells: Cells, shape: Shape) -> Fact:
    """Return the fact of a row.

    Args:
        cells: id of the owner, shape, name, fillers, edtf, the five cells of the span, sources,
            more.
        shape: the shape of that number.
    """
    owner, _, name, fillers, edtf = cells[:5]
    more: dict[str, Any] = json.loads(cells[11]) if cells[11] else {}
    return Fact(
        id=fact_id(name, shape[0], owner),
        type=shape[0],
        roles=roles_of(shape, fillers, owner),
        edtf=edtf,
        span=span_of(cells[5:10]),
        old_style=more.get("old_style"),
        rank=more.get("rank", _PREFERRED),
        confidence=more.get("confidence", _MEDIUM),
        sources=texts(cells[10]),
        coarse_sources=tuple(more.get("coarse_sources", ())),
        values=tuple(_value(data) for data in more.get("values", ())),
        grade=more.get("grade"),
        note=more.get("note"),
        part_of=tuple(more.get("part_of", ())),
    )


def completeness_row(stated: Completeness) -> Row:
    """Return the cells of a completeness statement, in the order of `COMPLETENESS_COLUMNS`."""
    return (
        stated.id,
        stated.entity,
        stated.type,
        to_json(stated.where),
        stated.where_time,
        to_json(stated.records),
        stated.basis,
        int(stated.complete),
        to_json(stated.sources),
        stated.confidence,
    )


def completeness_of(cells: Cells) -> Completeness:
    """Return the completeness statement of a row."""
    return Completeness(
        id=cells[0],
        entity=cells[1],
        type=cells[2],
        where=_roles(json.loads(cells[3])),
        where_time=cells[4],
        records=tuple(json.loads(cells[5])),
        basis=cells[6],
        complete=bool(cells[7]),
        sources=tuple(json.loads(cells[8])),
        confidence=cells[9],
    )


def span_cells(span: Span | None) -> Row:
    """Return first day, extent, gap of the begin, gap of the end, and flags.

    Where all four bounds are known the extent is the number of days to the last one, the first gap
    that from the latest begin to the last day, and the second that from the first day to the
    earliest end: of a day, a month or a year all but one are zero or small. Else the four stand as
    they are, which a flag tells.
    """
    if span is None:
        return (None,) * 5
    flags = _APPROXIMATE * span.approximate + _UNCERTAIN * span.uncertain
    first, inner, outer, last = (
        span.earliest_begin,
        span.latest_begin,
        span.earliest_end,
        span.latest_end,
    )
    if first is None or inner is None or outer is None or last is None:
        return first, last, inner, outer, flags + ABSOLUTE
    return first, last - first, last - inner, outer - first, flags


def span_of(cells: Cells) -> Span | None:
    """Return the span of the five cells that `span_cells` made."""
    first, last, inner, outer, flags = cells
    if flags is None:
        return None
    if not flags & ABSOLUTE:
        last = first + last
        inner, outer = last - inner, first + outer
    return Span(first, inner, outer, last, bool(flags & _APPROXIMATE), bool(flags & _UNCERTAIN))


def to_json(value: object) -> str:
    """Return JSON without white space; keys keep their order, the key role first."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _more(**cells: object) -> str | None:
    kept = {key: value for key, value in cells.items() if value}
    return to_json(kept) if kept else None


def _roles(data: Mapping[str, Sequence[str]]) -> Roles:
    return {role: tuple(fillers) for role, fillers in data.items()}


def _value_data(value: Value) -> dict[str, object]:
    return {
        "edtf": value.edtf,
        "span": span_cells(value.span),
        "old_style": value.old_style,
        "roles": value.roles,
        "rank": value.rank,
        "sources": value.sources,
        "note": value.note,
    }


def _value(data: Mapping[str, Any]) -> Value:
    return Value(
        edtf=data["edtf"],
        span=span_of(data["span"]),
        old_style=data["old_style"],
        roles=None if data["roles"] is None else _roles(data["roles"]),
        rank=data["rank"],
        sources=tuple(data["sources"]),
        note=data["note"],
    )
