"""Pages and lists of the reference as JSON, for programs."""

from __future__ import annotations

from collections.abc import Sequence

from bede.evidence import Entity, Name
from bede.report.objects import Object, evidence_object, source_objects, to_json
from bede.report.reference.values import CompleteLine, FactLine, ListLine, Page


def render(page: Page) -> str:
    """One object: `{"entity": {...}, "facts": [...], "complete": [...]}`."""
    found: Object = {
        "entity": {
            **_entity(page.entity),
            "life": page.life or None,
            "sources": source_objects(page.sources),
        },
        "facts": [_fact(one) for one in page.facts],
        "more_facts": page.cut,
        "complete": [_complete(one) for one in page.complete],
    }
    return to_json(found, indent=2) + "\n"


def render_list(lines: Sequence[ListLine]) -> str:
    """One object: `{"found": [...]}`, the likeliest first."""
    found = [
        {
            "id": line.found.entity.id,
            "label": line.found.entity.label,
            "kind": line.found.entity.kind,
            "life": line.life or None,
            "description": line.found.entity.description,
            "name": line.found.name,
        }
        for line in lines
    ]
    return to_json({"found": found}, indent=2) + "\n"


def _entity(entity: Entity) -> Object:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "subkind": entity.subkind,
        "label": entity.label,
        "description": entity.description,
        "names": [_name(name) for name in entity.names],
        "part_of": list(entity.part_of),
        "body": entity.body,
        "holders": entity.holders,
        "authors": list(entity.authors),
        "subtitle": entity.subtitle,
        "first_edition": entity.first_edition,
        "note": entity.note,
        "confidence": entity.confidence,
        "prominence": entity.prominence,
        "same_as": list(entity.same_as),
        "coordinates": list(entity.coordinates) if entity.coordinates else None,
    }


def _name(name: Name) -> Object:
    return {
        "text": name.text,
        "kind": name.kind,
        "language": name.language,
        "time": name.edtf,
        "sources": list(name.sources),
    }


def _fact(one: FactLine) -> Object:
    return {
        **evidence_object(one.evidence),
        "says": one.evidence.says,
        "confidence": one.evidence.confidence,
        "note": one.evidence.note,
    }


def _complete(one: CompleteLine) -> Object:
    return {
        "id": one.id,
        "type": one.type,
        "where": one.where or None,
        "complete": one.complete,
        "basis": one.basis,
        "records": list(one.records),
        "sources": source_objects(one.sources),
    }
