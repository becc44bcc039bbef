"""Dates as JSON lines: an object for each temporal expression, for programs.

The keys `path` to `to` are those that other programs rely on; the rest may grow. All keys stand
in every object, in the same order. A range is told by its two ends, each in an object of its own
that names the whole range: TIMEX3 (TimeML 1.2.1) has values for points, not for ranges.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bede.chronology import Span
from bede.report.dates.values import DatedDocument
from bede.report.objects import Object, to_json
from bede.text.timex import EventRelation, Timex

Bounds = list[int | None]


def render(documents: Sequence[DatedDocument]) -> str:
    """All expressions of all documents, a line for each object."""
    return "".join(f"{to_json(line)}\n" for one in documents for line in date_objects(one))


def date_objects(dated: DatedDocument) -> Iterator[Object]:
    """The temporal expressions of one document, in the order of the text."""
    for timex in dated.timexes:
        whole = _range(timex) if timex.ends is not None else None
        for part in timex.ends or (timex,):
            yield _object(part, dated, whole)


def _object(timex: Timex, dated: DatedDocument, whole: Object | None) -> Object:
    position = dated.document.position(timex.start)
    begin, end = _bounds(timex.span)
    return {
        "path": dated.document.path,
        "start": timex.start,
        "end": timex.end,
        "text": timex.text,
        "type": timex.type.value,
        "value": timex.value,
        "edtf": timex.edtf,
        "from": begin,
        "to": end,
        "line": position.line,
        "column": position.column,
        "kind": timex.kind,
        "basis": timex.basis.value,
        "modifier": timex.modifier,
        "calendar": timex.calendar,
        "readings": [list(_bounds(reading)) for reading in timex.readings],
        "range": whole,
        "event": _event(timex.relation),
    }


def _range(timex: Timex) -> Object:
    begin, end = _bounds(timex.span)
    return {
        "start": timex.start,
        "end": timex.end,
        "text": timex.text,
        "edtf": timex.edtf,
        "from": begin,
        "to": end,
    }


def _event(relation: EventRelation | None) -> Object | None:
    if relation is None:
        return None
    return {
        "kind": relation.kind,
        "period": relation.period,
        "text": relation.text,
        "start": relation.start,
        "end": relation.end,
    }


def _bounds(span: Span | None) -> tuple[Bounds, Bounds]:
    """Day numbers of the beginning and of the end: earliest and latest each."""
    if span is None:
        return [None, None], [None, None]
    return [span.earliest_begin, span.latest_begin], [span.earliest_end, span.latest_end]
