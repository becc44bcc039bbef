"""From the folder of a pack to raw records that know their place.

A pack is a folder with ``pack.toml`` and, for each kind of record, a YAML list: ``people.yaml``
or, split by theme, any ``people/*.yaml``. Statements of completeness stand in ``pack.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from bede.errors import PackError
from bede.evidence.pack_schema import RECORD_MODELS, PackHeader, Record, explain
from bede.evidence.pack_yaml import MAX_BYTES, KeyPath, LinedValue, read_yaml

PACK_FILE = "pack.toml"
YAML_COLLECTIONS = tuple(name for name in RECORD_MODELS if name != "completeness")

_Model = TypeVar("_Model", bound=BaseModel)

_TOML_LINE = re.compile(r"at line (\d+)")
_TOML_ITEM = re.compile(r"\s*\[\[\s*completeness\s*\]\]")
_TOML_TABLE = re.compile(r"\s*\[\s*completeness\s*\.\s*([\w-]+)\s*\]")
_TOML_KEY = re.compile(r"\s*([\w-]+)\s*=")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: a file, and the path to the record in it."""

    path: str
    lined: LinedValue
    prefix: KeyPath

    def line(self, *key: str | int) -> int:
        """Return the line of a part of the record, counted from 1."""
        return self.lined.line((*self.prefix, *key))

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
    """All that was read of one pack; `header` is None if the head is faulty."""

    header: PackHeader | None
    entries: tuple[Entry, ...]
    errors: tuple[PackError, ...]


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
    if (data := _read_bytes(folder / PACK_FILE, errors)) is not None:
        lined = _read_toml(data, str(folder / PACK_FILE), errors)
        if lined is not None:
            header = _header(Place(str(folder / PACK_FILE), lined, ()), errors)
            entries.extend(records(lined, str(folder / PACK_FILE), ("completeness",), errors))
    for path, collection in _yaml_files(folder, errors):
        if (data := _read_bytes(path, errors)) is None:
            continue
        yaml_value, faults = read_yaml(data, str(path))
        errors.extend(faults)
        if yaml_value is not None:
            entries.extend(_list_of(collection, str(path), yaml_value, (), errors))
    return PackFiles(header, tuple(entries), tuple(errors))


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
    for position, item in enumerate(value):
        place = Place(path, lined, (*prefix, position))
        record = _validated(RECORD_MODELS[collection], item, place, errors)
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


def _yaml_files(folder: Path, errors: list[PackError]) -> Iterator[tuple[Path, str]]:
    known = ", ".join(f"{name}.yaml" for name in YAML_COLLECTIONS)
    found = [p for p in folder.glob("*") if p.suffix in {".yaml", ".yml"}]
    found += [p for p in folder.glob("*/*") if p.suffix in {".yaml", ".yml"}]
    for path in sorted(found):
        collection = path.stem if path.parent == folder else path.parent.name
        if path.suffix == ".yaml" and collection in YAML_COLLECTIONS:
            yield path, collection
        else:
            cause, remedy = "a pack has no file of this name", f"known are {known}"
            errors.append(PackError(cause, path=str(path), remedy=remedy))


def _read_bytes(path: Path, errors: list[PackError]) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        errors.append(PackError("no such file", path=str(path), remedy="every pack needs it"))
    except OSError as error:
        cause = f"cannot be read ({error.strerror})"
        errors.append(PackError(cause, path=str(path), remedy="check the path and its permissions"))
    return None


def _read_toml(data: bytes, path: str, errors: list[PackError]) -> LinedValue | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        errors.append(PackError("not UTF-8", path=path, line=line, remedy="save it as UTF-8"))
        return None
    try:
        value = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _TOML_LINE.search(str(error))
        place = int(found.group(1)) if found else text.count("\n") + 1
        errors.append(PackError(f"not TOML: {error}", path=path, line=place, remedy="correct it"))
        return None
    return LinedValue(value, _toml_lines(text))


def _toml_lines(text: str) -> dict[KeyPath, int]:
    """Find the lines of the keys, which tomllib does not tell."""
    lines: dict[KeyPath, int] = {(): 1}
    prefix: KeyPath = ()
    item = -1
    quoted = False
    for number, line in enumerate(text.split("\n"), start=1):
        if not quoted and _TOML_ITEM.match(line):
            item += 1
            prefix = ("completeness", item)
            lines[prefix] = number
        elif not quoted and (table := _TOML_TABLE.match(line)):
            prefix = ("completeness", item, table.group(1))
            lines[prefix] = number
        elif not quoted and (key := _TOML_KEY.match(line)):
            lines[(*prefix, key.group(1))] = number
        quoted ^= (line.count('"""') + line.count("'''")) % 2 == 1
    return lines
