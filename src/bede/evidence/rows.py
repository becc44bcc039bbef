"""Values of the reference to rows of `schema.sql`, and back.

One function each way for every table, side by side, so that the two cannot drift apart unseen.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bede.chronology import Span
from bede.evidence.names import name_key
from bede.evidence.values import Completeness, Entity, Fact, Name, Roles, Source, Value

Row = tuple[str | int | None, ...]
Cells = Sequence[Any]

SOURCE_COLUMNS = "id, author, title, work, publisher, year, pages, url, kind, family, quality"
ENTITY_COLUMNS = (
    "id, kind, subkind, label, part_of, body, holders, authors, subtitle, first_edition, note,"
    " sources, confidence"
)
_SPAN_COLUMNS = "earliest_begin, latest_begin, earliest_end, latest_end, approximate, uncertain"
NAME_COLUMNS = f"entity, position, key, text, kind, edtf, {_SPAN_COLUMNS}, sources"
FACT_COLUMNS = (
    f"id, type, roles, edtf, {_SPAN_COLUMNS}, old_style, rank, confidence, sources,"
    " coarse_sources, disputed, grade, note, part_of"
)
COMPLETENESS_COLUMNS = (
    "id, entity, type, where_roles, where_time, records, basis, complete, sources, confidence"
)


def canonical(value: object) -> str:
    """Return the one JSON text of a value: keys sorted, no white space, no escapes."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def source_row(source: Source) -> Row:
    """Return the cells of a source, in the order of `SOURCE_COLUMNS`."""
    return (
        source.id,
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
    """Return the source of a row."""
    return Source(*cells)


def entity_row(entity: Entity) -> Row:
    """Return the cells of an entity without its names, in the order of `ENTITY_COLUMNS`."""
    return (
        entity.id,
        entity.kind,
        entity.subkind,
        entity.label,
        _json(entity.part_of),
        entity.body,
        entity.holders,
        _json(entity.authors),
        entity.subtitle,
        entity.first_edition,
        entity.note,
        _json(entity.sources),
        entity.confidence,
    )


def entity_of(cells: Cells, names: tuple[Name, ...]) -> Entity:
    """Return the entity of a row and its names."""
    return Entity(
        id=cells[0],
        kind=cells[1],
        subkind=cells[2],
        label=cells[3],
        names=names,
        part_of=_texts(cells[4]),
        body=cells[5],
        holders=cells[6],
        authors=_texts(cells[7]),
        subtitle=cells[8],
        first_edition=cells[9],
        note=cells[10],
        sources=_texts(cells[11]),
        confidence=cells[12],
    )


def name_row(entity: Entity, position: int) -> Row:
    """Return the cells of one name of an entity, in the order of `NAME_COLUMNS`."""
    name = entity.names[position]
    return (
        entity.id,
        position,
        name_key(name.text),
        name.text,
        name.kind,
        name.edtf,
        *_span_cells(name.span),
        _json(name.sources),
    )


def name_of(cells: Cells) -> Name:
    """Return the name of a row."""
    return Name(
        text=cells[3],
        kind=cells[4],
        span=_span(cells[6:12]),
        edtf=cells[5],
        sources=_texts(cells[12]),
    )


def fact_row(fact: Fact) -> Row:
    """Return the cells of a fact, in the order of `FACT_COLUMNS`."""
    return (
        fact.id,
        fact.type,
        _json(fact.roles),
        fact.edtf,
        *_span_cells(fact.span),
        fact.old_style,
        fact.rank,
        fact.confidence,
        _json(fact.sources),
        _json(fact.coarse_sources),
        _json([_value_data(value) for value in fact.values]),
        fact.grade,
        fact.note,
        _json(fact.part_of),
    )


def fact_of(cells: Cells) -> Fact:
    """Return the fact of a row."""
    return Fact(
        id=cells[0],
        type=cells[1],
        roles=_roles(json.loads(cells[2])),
        edtf=cells[3],
        span=_span(cells[4:10]),
        old_style=cells[10],
        rank=cells[11],
        confidence=cells[12],
        sources=_texts(cells[13]),
        coarse_sources=_texts(cells[14]),
        values=tuple(_value(data) for data in json.loads(cells[15])),
        grade=cells[16],
        note=cells[17],
        part_of=_texts(cells[18]),
    )


def completeness_row(stated: Completeness) -> Row:
    """Return the cells of a completeness statement, in the order of `COMPLETENESS_COLUMNS`."""
    return (
        stated.id,
        stated.entity,
        stated.type,
        _json(stated.where),
        stated.where_time,
        _json(stated.records),
        stated.basis,
        int(stated.complete),
        _json(stated.sources),
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
        records=_texts(cells[5]),
        basis=cells[6],
        complete=bool(cells[7]),
        sources=_texts(cells[8]),
        confidence=cells[9],
    )


def _json(value: object) -> str:
    """Keep the order of keys: a fact names its key role first, as the pack does."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _span_cells(span: Span | None) -> tuple[int | None, ...]:
    if span is None:
        return (None,) * 6
    return (
        span.earliest_begin,
        span.latest_begin,
        span.earliest_end,
        span.latest_end,
        int(span.approximate),
        int(span.uncertain),
    )


def _span(cells: Cells) -> Span | None:
    if cells[4] is None:
        return None
    return Span(cells[0], cells[1], cells[2], cells[3], bool(cells[4]), bool(cells[5]))


def _texts(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


def _roles(data: Mapping[str, Sequence[str]]) -> Roles:
    return {role: tuple(fillers) for role, fillers in data.items()}


def _value_data(value: Value) -> dict[str, object]:
    return {
        "edtf": value.edtf,
        "span": _span_cells(value.span),
        "old_style": value.old_style,
        "roles": value.roles,
        "rank": value.rank,
        "sources": value.sources,
        "note": value.note,
    }


def _value(data: Mapping[str, Any]) -> Value:
    return Value(
        edtf=data["edtf"],
        span=_span(data["span"]),
        old_style=data["old_style"],
        roles=None if data["roles"] is None else _roles(data["roles"]),
        rank=data["rank"],
        sources=tuple(data["sources"]),
        note=data["note"],
    )
