"""A pack: one maintained, licensed, versioned set of facts, read and checked.

`check_pack` collects everything that is wrong, so that an editor can mend a pack in one go.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bede.chronology import Span
from bede.errors import PackError
from bede.evidence.names import name_key
from bede.evidence.pack_dates import PackCalendar, read_date, shown_date
from bede.evidence.pack_files import COLLECTIONS, Entry, PackFiles, read_files, records
from bede.evidence.pack_links import KINDS, Links, RolesByType
from bede.evidence.pack_records import record_errors, use_of_name
from bede.evidence.pack_schema import (
    CompletenessRecord,
    EntityRecord,
    FactRecord,
    ImportedSourceRecord,
    NamedInTimeRecord,
    PackHeader,
    Precision,
    SourceRecord,
    ValueRecord,
)
from bede.evidence.pack_yaml import LinedValue, read_yaml
from bede.evidence.values import Completeness, Entity, Fact, Name, NameKind, Roles, Source, Value

_INLINE = PackHeader(
    name="inline", title="Inline", version="0", licence="CC0-1.0", editors=[], scope="Inline"
)


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack, checked; all records sorted by id.

    Attributes:
        name: the id of the pack.
        title: for readers.
        version: of the content.
        licence: SPDX identifier of the licence of the records.
        editors: who answers for the content.
        scope: what the pack covers.
        calendar: of its dates: gregorian, julian or historical; Old Style stands beside them.
        sources: bibliographic records.
        entities: people, organisations, places, offices, happenings, works, ideas.
        facts: what happened or held.
        completeness: what is known to be complete or incomplete.
        precisions: ids of sources that give dates less exactly than to the day -> how exactly.
        assumed: ids of sources whose kind or quality a bibliography does not say.
        replaced: pairs of a body, place or office and what it replaces.
    """

    name: str
    title: str
    version: str
    licence: str
    editors: tuple[str, ...]
    scope: str
    calendar: str
    sources: tuple[Source, ...]
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    completeness: tuple[Completeness, ...]
    precisions: Mapping[str, Precision] = field(default_factory=dict)
    assumed: tuple[str, ...] = ()
    replaced: tuple[tuple[str, str], ...] = ()


class FaultyPackError(PackError):
    """Everything that is wrong in one or more packs; reads as the first of it.

    Args:
        errors: at least one error, sorted by file and line.
    """

    def __init__(self, errors: Sequence[PackError]) -> None:
        self.errors = tuple(errors)
        first = self.errors[0]
        more = len(self.errors) - 1
        cause = f"{first.cause} (and {more} more)" if more else first.cause
        super().__init__(cause, path=first.path, line=first.line, remedy=first.remedy)


def check_pack(
    folder: Path, roles_by_type: RolesByType
) -> tuple[Pack | None, tuple[PackError, ...]]:
    """Read and check one pack; see `check_packs`."""
    packs, errors = check_packs([folder], roles_by_type)
    return (packs[0] if packs else None), errors


def check_packs(
    folders: Sequence[Path], roles_by_type: RolesByType
) -> tuple[tuple[Pack, ...], tuple[PackError, ...]]:
    """Read packs that belong together and check all that can be checked without a text.

    Args:
        folders: one folder for each pack. Records may refer to those of another pack.
        roles_by_type: for each event type, its roles and the entity kinds that may fill each;
            no kinds means that the filler is text.

    Returns:
        the packs in the order given and no errors, or no packs and all errors, sorted by file
        and line.
    """
    return _assembled([read_files(folder) for folder in folders], roles_by_type)


def pack_from_yaml(text: str, roles_by_type: RolesByType) -> Pack:
    """Read a small pack from one YAML document, as tests and rule examples hold it.

    Args:
        text: a mapping with any of the keys people, organisations, places, offices,
            happenings, works, ideas, sources, facts, completeness.
        roles_by_type: as in `check_packs`.

    Raises:
        FaultyPackError: if anything is wrong with it.
    """
    path = "inline reference"
    lined, faults = read_yaml(text.encode("utf-8", "surrogatepass"), path)
    errors = list(faults)
    entries: tuple[Entry, ...] = ()
    if lined is not None:
        collections = COLLECTIONS
        errors.extend(_unknown_keys(lined, collections, path))
        entries = tuple(records(lined, path, collections, errors))
    packs, found = _assembled([PackFiles(_INLINE, entries, tuple(errors))], roles_by_type)
    if found:
        raise FaultyPackError(found)
    return packs[0]


def _unknown_keys(lined: LinedValue, known: Sequence[str], path: str) -> Iterator[PackError]:
    if lined.value is not None and not isinstance(lined.value, dict):
        yield PackError("not a mapping", path=path, line=1, remedy="begin with 'people:' or so")
        return
    for key in lined.value or ():
        if key not in known:
            remedy = f"known are {', '.join(known)}"
            yield PackError(
                f"unknown key '{key}'", path=path, line=lined.line((key,)), remedy=remedy
            )


def _assembled(
    read: Sequence[PackFiles], roles_by_type: RolesByType
) -> tuple[tuple[Pack, ...], tuple[PackError, ...]]:
    errors = [error for files in read for error in files.errors]
    for files in read:
        calendar = files.header.calendar if files.header else "gregorian"
        for entry in files.entries:
            errors.extend(record_errors(entry, calendar))
    every = [entry for files in read for entry in files.entries]
    whole = all(files.whole for files in read)
    errors.extend(Links(every, roles_by_type, whole=whole).errors())
    if errors:
        return (), tuple(sorted(errors, key=lambda e: (e.path or "", e.line or 0, e.cause)))
    return tuple(_pack(files.header, files.entries) for files in read if files.header), ()


def _pack(header: PackHeader, entries: Sequence[Entry]) -> Pack:
    calendar = header.calendar
    sources = [e.record for e in entries if isinstance(e.record, SourceRecord)]
    ordered = [(e.collection, e.record) for e in sorted(entries, key=lambda e: e.id) if e.record]
    return Pack(
        name=header.name,
        title=header.title,
        version=header.version,
        licence=header.licence,
        editors=tuple(header.editors),
        scope=header.scope,
        calendar=calendar,
        sources=tuple(_source(r) for _, r in ordered if isinstance(r, SourceRecord)),
        entities=tuple(
            _entity(collection, r, calendar)
            for collection, r in ordered
            if collection in KINDS and isinstance(r, EntityRecord)
        ),
        facts=tuple(_fact(r, calendar) for _, r in ordered if isinstance(r, FactRecord)),
        completeness=tuple(
            _completeness(r) for _, r in ordered if isinstance(r, CompletenessRecord)
        ),
        precisions={r.id: r.precision for r in sources if r.precision != "day"},
        assumed=tuple(r.id for r in sources if isinstance(r, ImportedSourceRecord) and r.assumed),
        replaced=tuple((r.id, former) for _, r in ordered for former in getattr(r, "replaces", ())),
    )


def _source(record: SourceRecord) -> Source:
    return Source(**record.model_dump(exclude={"precision", "assumed"}))


def _entity(collection: str, record: EntityRecord, calendar: PackCalendar) -> Entity:
    names = tuple(_names(record, calendar))
    label = getattr(record, "name", None) or getattr(record, "title", None) or names[0].text
    return Entity(
        id=record.id,
        kind=KINDS[collection],
        subkind=getattr(record, "kind", None),
        label=label,
        names=names,
        part_of=tuple(getattr(record, "part_of", ())),
        body=getattr(record, "body", None),
        holders=getattr(record, "holders", None),
        authors=tuple(getattr(record, "author", ())),
        subtitle=getattr(record, "subtitle", None),
        first_edition=getattr(record, "first_edition", None),
        note=record.note,
        sources=tuple(record.sources),
        confidence=record.confidence,
        description=record.description,
        prominence=record.prominence,
        same_as=tuple(record.same_as),
        coordinates=getattr(record, "coordinates", None),
    )


def _names(record: EntityRecord, calendar: PackCalendar) -> Iterator[Name]:
    # The usual name may be one of the names told more fully; its limits and language then hold.
    told = {name_key(name.name) for name in record.names}
    usual = getattr(record, "name", None) or getattr(record, "title", None)
    if usual is not None and name_key(usual) not in told:
        yield Name(usual, "preferred", None, None, ())
    label = name_key(usual or record.names[0].name)
    for name in record.names:
        span = use_of_name(name, calendar)
        kind: NameKind = "preferred" if name_key(name.name) == label else "alias"
        if span is not None and isinstance(record, NamedInTimeRecord):
            kind = "period"
        edtf = None if span is None else f"{name.from_ or '..'}/{name.to or '..'}"
        # A time of use rests on sources of its own or, where none are named, on the record's.
        sources = name.sources or (record.sources if span is not None else ())
        yield Name(name.name, name.kind or kind, span, edtf, tuple(sources), name.language)
    others: tuple[tuple[str, NameKind], ...] = (
        ("birth_name", "birth"),
        ("original_title", "original"),
    )
    for key, kind in others:
        if text := getattr(record, key, None):
            yield Name(text, kind, None, None, ())
    for alias in record.aliases:
        yield Name(alias, "alias", None, None, ())


def _roles(stated: dict[str, list[str]]) -> Roles:
    return {role: tuple(fillers) for role, fillers in stated.items()}


def _fact(record: FactRecord, calendar: PackCalendar) -> Fact:
    own = record.calendar or calendar
    values = tuple(_value(value, value.calendar or own) for value in record.disputed)
    edtf, span, old_style = _time(record, own)
    return Fact(
        id=record.id,
        type=record.type,
        roles=_roles(record.roles),
        edtf=edtf,
        span=span,
        old_style=old_style,
        rank=record.rank,
        confidence=record.confidence,
        sources=tuple(record.sources),
        coarse_sources=tuple(record.coarse_sources),
        values=values,
        grade=record.grade,
        note=record.note,
        part_of=tuple(record.part_of),
    )


def _value(record: ValueRecord, calendar: PackCalendar) -> Value:
    edtf, span, old_style = _time(record, calendar)
    return Value(
        edtf=edtf,
        span=span,
        old_style=old_style,
        roles=None if record.roles is None else _roles(record.roles),
        rank=record.rank,
        sources=tuple(record.sources),
        note=record.note,
    )


def _time(
    record: FactRecord | ValueRecord, calendar: PackCalendar
) -> tuple[str | None, Span | None, str | None]:
    """EDTF, span and Old Style date of a record."""
    if record.when is None:
        return None, None, record.old_style
    span = read_date(record.when, calendar)
    shown = shown_date(record.when, span, calendar)
    old_style = record.old_style or (record.when if shown != record.when else None)
    return shown, span, old_style


def _completeness(record: CompletenessRecord) -> Completeness:
    where = dict(record.where)
    time = where.pop("time", None)
    return Completeness(
        id=record.id,
        entity=record.entity,
        type=record.type,
        where=_roles(where),
        where_time=None if time is None else time[0],
        records=tuple(record.records),
        basis=record.basis,
        complete=record.complete,
        sources=tuple(record.sources),
        confidence=record.confidence,
    )
