"""From the folder of a pack to raw records that know their place.

A pack is a folder with ``pack.toml`` and, for each kind of record, a YAML list or a CSV table:
``people.yaml``, ``people.csv`` or, split by theme, any ``people/*.yaml`` and ``people/*.csv``.
Sources may also stand in BibTeX (``.bib``) and CSL JSON (``.json``). Statements of completeness
stand in ``pack.toml`` or in a file of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from bede.errors import PackError
from bede.evidence.pack_challenges import CHALLENGES_FILE, challenges_in
from bede.evidence.pack_csv import read_csv
from bede.evidence.pack_schema import (
    RECORD_MODELS,
    ImportedSourceRecord,
    PackHeader,
    Record,
    explain,
)
from bede.evidence.pack_text import read_bytes
from bede.evidence.pack_toml import read_toml
from bede.evidence.pack_yaml import KeyPath, LinedValue, read_yaml

PACK_FILE = "pack.toml"
COLLECTIONS = tuple(RECORD_MODELS)
SOURCES = "sources"
_TABLES = (".yaml", ".csv")
_BIBLIOGRAPHIES = (".bib", ".json")
_TOLD = frozenset({*_TABLES, *_BIBLIOGRAPHIES, ".yml", ".tsv", ".xlsx", ".ods"})
"""Files of other endings are no records, and left alone."""

_Model = TypeVar("_Model", bound=BaseModel)
Read = tuple[LinedValue | None, tuple[PackError, ...]]
Reader = Callable[[bytes, str], Read]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: a file, and the path to the record in it."""

    path: str
    lined: LinedValue
    prefix: KeyPath

    def line(self, *key: str | int) -> int:
        """Return the line of a part of the record, counted from 1."""
        return self.lined.line((*self.prefix, *key))

    def value(self) -> object:
        """The record as it stands, before it was checked; None if it is not there."""
        value = self.lined.value
        for key in self.prefix:
            if isinstance(value, dict):
                value = value.get(key)
            elif isinstance(value, list) and isinstance(key, int) and key < len(value):
                value = value[key]
            else:
                return None
        return value

    def error(self, cause: str, *key: str | int, remedy: str | None = None) -> PackError:
        """Return an error at a part of the record."""
        return PackError(cause, path=self.path, line=self.line(*key), remedy=remedy)


@dataclass(frozen=True, slots=True)
class Entry:
    """One record: its collection, its place, and its content unless that is faulty."""

    collection: str
    place: Place
    id: str
    record: Record | None


@dataclass(frozen=True, slots=True)
class PackFiles:
    """All that was read of one pack.

    Attributes:
        header: its head, None if that is faulty.
        entries: its records.
        errors: what is wrong in single records and files.
        whole: whether every file could be read, so that what is not there is missing.
    """

    header: PackHeader | None
    entries: tuple[Entry, ...]
    errors: tuple[PackError, ...]
    whole: bool = True


def read_files(folder: Path) -> PackFiles:
    """Read all files of a pack.

    Args:
        folder: the folder of the pack.

    Returns:
        head and records, with everything that is wrong in single records.
    """
    errors: list[PackError] = []
    entries: list[Entry] = []
    header = None
    whole = True
    if (data := read_bytes(folder / PACK_FILE, errors)) is not None:
        lined = read_toml(data, str(folder / PACK_FILE), errors)
        if lined is not None:
            header = _header(Place(str(folder / PACK_FILE), lined, ()), errors)
            entries.extend(records(lined, str(folder / PACK_FILE), ("completeness",), errors))
    for path, collection in _record_files(folder, errors):
        if (data := read_bytes(path, errors)) is None:
            whole = False
            continue
        value, faults = _readers()[path.suffix](data, str(path))
        errors.extend(faults)
        if value is not None:
            entries.extend(_list_of(collection, str(path), value, (), errors))
        whole &= not faults
    return PackFiles(header, tuple(entries), tuple(errors), whole)


def _readers() -> Mapping[str, Reader]:
    """The readers by the ending of the file; those of bibliographies are loaded when needed."""

    def read_bibtex(data: bytes, path: str) -> Read:
        from bede.evidence.pack_bibtex import read_bibtex

        return read_bibtex(data, path)

    def read_csl(data: bytes, path: str) -> Read:
        from bede.evidence.pack_csl import read_csl

        return read_csl(data, path)

    return {".yaml": read_yaml, ".csv": read_csv, ".bib": read_bibtex, ".json": read_csl}


def records(
    lined: LinedValue, path: str, collections: tuple[str, ...], errors: list[PackError]
) -> Iterator[Entry]:
    """Yield the records of a mapping from collections to lists; other keys are left alone."""
    if isinstance(lined.value, dict):
        for collection in collections:
            if collection in lined.value:
                yield from _list_of(collection, path, lined, (collection,), errors)


def _list_of(
    collection: str, path: str, lined: LinedValue, prefix: KeyPath, errors: list[PackError]
) -> Iterator[Entry]:
    value = lined.value
    for key in prefix:
        value = value[key] if isinstance(value, dict) else None
    if value is None:
        return
    if not isinstance(value, list):
        cause, remedy = "this is no list of records", "begin each record with '- id: ...'"
        errors.append(Place(path, lined, prefix).error(cause, remedy=remedy))
        return
    imported = collection == SOURCES and path.endswith(_BIBLIOGRAPHIES)
    model = ImportedSourceRecord if imported else RECORD_MODELS[collection]
    for position, item in enumerate(value):
        place = Place(path, lined, (*prefix, position))
        record = _validated(model, item, place, errors)
        identifier = item.get("id") if isinstance(item, dict) else None
        if isinstance(identifier, str):
            yield Entry(collection, place, identifier, record)


def _validated(
    model: type[_Model], value: object, place: Place, errors: list[PackError]
) -> _Model | None:
    if not isinstance(value, dict):
        errors.append(place.error("this record is no mapping", remedy="write 'key: value' lines"))
        return None
    try:
        return model.model_validate(value)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            cause, remedy = explain(detail, model)
            errors.append(place.error(cause, *detail["loc"], remedy=remedy))
        return None


def _header(place: Place, errors: list[PackError]) -> PackHeader | None:
    value = place.lined.value
    head = (
        {k: v for k, v in value.items() if k != "completeness"} if isinstance(value, dict) else {}
    )
    return _validated(PackHeader, head, place, errors)


def _record_files(folder: Path, errors: list[PackError]) -> Iterator[tuple[Path, str]]:
    known = ", ".join(f"{name}.yaml" for name in COLLECTIONS)
    found = [p for depth in ("*", "*/*") for p in folder.glob(depth) if p.suffix in _TOLD]
    for path in sorted(found):
        collection = path.stem if path.parent == folder else path.parent.name
        endings = (*_TABLES, *_BIBLIOGRAPHIES) if collection == SOURCES else _TABLES
        if path == folder / CHALLENGES_FILE:
            errors.extend(challenges_in(path)[1])
            continue
        if path.suffix in endings and collection in COLLECTIONS:
            yield path, collection
        else:
            cause, remedy = "a pack has no file of this name", f"known are {known}"
            errors.append(PackError(cause, path=str(path), remedy=remedy))
