"""Two versions of a pack, record by record and key by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bede.evidence.pack import FaultyPackError
from bede.evidence.pack_files import COLLECTIONS, PackFiles, read_files
from bede.evidence.pack_schema import Record

HEAD = "pack"
"""Stands for the collection of the head of the pack, in which there is one record."""


@dataclass(frozen=True, slots=True)
class Change:
    """One key that differs.

    Attributes:
        key: the way to it, as in "roles.person" or "disputed[1].when".
        old: its values before, none if it was not there.
        new: its values now, none if it is not there.
    """

    key: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record that differs.

    Attributes:
        collection: people, facts, ...; `HEAD` for the head.
        id: of the record.
        changes: what differs, sorted by key.
    """

    collection: str
    id: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of a pack.

    Attributes:
        old: name and version before.
        new: name and version now.
        added: collection and id of each new record, in the order of the collections.
        removed: the same of each record that is gone.
        changed: the records that are in both and differ.
    """

    old: tuple[str, str]
    new: tuple[str, str]
    added: tuple[tuple[str, str], ...]
    removed: tuple[tuple[str, str], ...]
    changed: tuple[RecordChange, ...]


def compare_packs(old: Path, new: Path) -> Difference:
    """Compare two versions of a pack by what their records say.

    Comments, the order of records and keys, the division into files and whether a record is YAML
    or CSV make no difference. What records refer to is not looked up.

    Args:
        old: the folder of the one version.
        new: the folder of the other.

    Raises:
        FaultyPackError: a record of one of them cannot be read.
    """
    before, after = _records(read_files(old)), _records(read_files(new))
    changed = []
    for place in after:
        changes = tuple(_changes("", before.get(place), after[place]))
        if place in before and changes:
            changed.append(RecordChange(*place, changes))
    return Difference(
        _head(before),
        _head(after),
        tuple(place for place in after if place not in before),
        tuple(place for place in before if place not in after),
        tuple(changed),
    )


def _records(files: PackFiles) -> dict[tuple[str, str], dict[str, object]]:
    if files.errors or files.header is None:
        raise FaultyPackError(files.errors)
    found = {(HEAD, ""): files.header.model_dump(mode="json")}
    entries = sorted(files.entries, key=lambda e: (COLLECTIONS.index(e.collection), e.id))
    for entry in entries:
        found[entry.collection, entry.id] = _content(entry.record)
    return found


def _content(record: Record | None) -> dict[str, object]:
    if record is None:
        return {}
    content = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {key: value for key, value in content.items() if key not in ("id", "assumed")}


def _head(found: Mapping[tuple[str, str], Mapping[str, object]]) -> tuple[str, str]:
    head = found[HEAD, ""]
    return str(head["name"]), str(head["version"])


def _changes(key: str, old: object, new: object) -> Iterator[Change]:
    if old == new:
        return
    if isinstance(old, dict) or isinstance(new, dict):
        first, second = (one if isinstance(one, dict) else {} for one in (old, new))
        for part in sorted({*first, *second}):
            inner = f"{key}.{part}" if key else str(part)
            yield from _changes(inner, first.get(part), second.get(part))
    elif _is_nested(old) or _is_nested(new):
        first_list, second_list = (one if isinstance(one, list) else [] for one in (old, new))
        for at in range(max(len(first_list), len(second_list))):
            before = first_list[at] if at < len(first_list) else None
            after = second_list[at] if at < len(second_list) else None
            yield from _changes(f"{key}[{at + 1}]", before, after)
    else:
        yield Change(key, _values(old), _values(new))


def _is_nested(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict) for one in value)


def _values(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)
