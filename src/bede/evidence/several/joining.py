"""Records of one person or thing from several references, made one record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from bede.evidence.candidates import Candidate
from bede.evidence.forms import FORMS
from bede.evidence.names import name_key
from bede.evidence.values import Entity

Told = TypeVar("Told")


def one_entity(entities: Sequence[Entity]) -> Entity:
    """One entity from its records; of what only one can be, the first reference's counts."""
    first = entities[0]
    names = {(name_key(name.text), name.edtf): name for one in entities[::-1] for name in one.names}
    ordered = dict.fromkeys((name_key(n.text), n.edtf) for one in entities for n in one.names)

    return replace(
        first,
        names=tuple(names[key] for key in ordered),
        subkind=_told(one.subkind for one in entities),
        part_of=tuple(name for name in _all_of(e.part_of for e in entities) if name != first.id),
        body=_told(one.body for one in entities),
        holders=_told(one.holders for one in entities),
        authors=_all_of(one.authors for one in entities),
        subtitle=_told(one.subtitle for one in entities),
        first_edition=_told(one.first_edition for one in entities),
        note=_told(one.note for one in entities),
        sources=_all_of(one.sources for one in entities),
        description=_told(one.description for one in entities),
        prominence=max(one.prominence for one in entities),
        same_as=_all_of(one.same_as for one in entities),
        coordinates=_told(one.coordinates for one in entities),
    )


def one_candidate(faces: Sequence[Candidate], entity: Entity) -> Candidate:
    """One candidate from those that the references have for one entity, each in its best form."""
    order = list(FORMS)
    best = min(faces, key=lambda one: order.index(one.form))
    days = next((one for one in faces if one.lived), best)
    return replace(
        best,
        subkind=entity.subkind,
        label=entity.label,
        description=entity.description,
        prominence=max(one.prominence for one in faces),
        earliest=days.earliest,
        latest=days.latest,
        lived=days.lived,
    )


def _told(values: Iterable[Told | None]) -> Told | None:
    return next((value for value in values if value is not None), None)


def _all_of(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for part in parts for name in part))
