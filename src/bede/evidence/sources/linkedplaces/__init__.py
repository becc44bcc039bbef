"""Linked Places: gazetteers as GeoJSON, as JSON lines and as tables (LP-TSV).

Places get their names, those with a timespan limited to it; what a gazetteer knows of the time of
the place itself becomes a founding and an end of weak confidence, since it is often that of the
first record. Links of the sort closeMatch or exactMatch tell the same place elsewhere, relations
of the sort gvp:broaderPartitive what it is part of. Of its geometry the middle is kept.

Sources: Linked Places format v1.2 and LP-TSV 0.5, LinkedPasts/linked-places-format; K. Grossner
and R. Mostern, "Linked Places in World Historical Gazetteer", GeoHumanities '21 (2021), 40-43.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import orjson

from bede.evidence.importing import (
    Member,
    head_of,
    json_members,
    plain,
    simple_entity,
    simple_source,
    slug,
    starts_with,
    unreadable,
)
from bede.evidence.sources.contract import Record, Skipped
from bede.evidence.sources.linkedplaces.features import feature_id, records_of, wholes_of
from bede.evidence.sources.linkedplaces.table import is_table, rows
from bede.evidence.values import Name, PackHead

_JSON = (".geojson", ".json", ".jsonld", ".lpf", ".jsonl", ".ndjson")
_TABLES = (".tsv", ".csv")
_SIGNS = (b'"toponym"', b'"timespan', b"linked-places", b"linkedplaces", b"linkedpasts")
MAX_LINE = 16 * 1024 * 1024
"""The longest line of JSON lines that is read (bytes)."""


class LinkedPlaces:
    """Gazetteers in the Linked Places format."""

    name = "linkedplaces"
    title = "Linked Places (GeoJSON, JSON lines, LP-TSV)"

    def fits(self, path: Path) -> bool:
        """Whether it has features with toponyms or timespans, or the columns of LP-TSV."""
        start = starts_with(path, _JSON)
        if start.startswith(b"{"):
            return b'"Feature' in start and any(sign in start.lower() for sign in _SIGNS)
        return is_table(starts_with(path, _TABLES))

    def head(self, path: Path) -> PackHead:
        """What is to be said of it; the format has no place for a licence."""
        return head_of(path, scope="a gazetteer")

    def read(self, path: Path) -> Iterator[Record]:
        """Yield the places of a file.

        Raises:
            ReferenceSourceError: there is no feature in it.
        """
        try:
            yield from _records(path)
        except OSError as error:
            raise unreadable(path, error) from error


def _records(path: Path) -> Iterator[Record]:
    data_set, title = slug(path.stem), plain(path.stem)
    file = simple_source(f"{data_set}-file", title, work=title, kind="reference-work")
    yield file
    wholes: dict[str, str] = {}
    for member in _features(path):
        if member.fault is None:
            wholes.update((key, label) for key, label in wholes_of(member.value, data_set) if label)
    count = 0
    for member in _features(path):
        count += 1
        if member.fault is not None:
            yield Skipped(str(path), member.place, member.fault)
            continue
        wholes.pop(feature_id(member.value, data_set) or "", None)
        yield from records_of(member.value, data_set, file.id, str(path), member.place)
    if not count:
        raise unreadable(path, "there is no place in it")
    for key in sorted(wholes):  # named as wholes, without a record of their own
        name = Name(wholes[key], "preferred", None, None, ())
        yield simple_entity(key, "place", [name], [file.id])


def _features(path: Path) -> Iterator[Member]:
    if path.suffix.lower() in _TABLES:
        return rows(path)
    start = starts_with(path, _JSON)
    if b'"features"' in start or b'"FeatureCollection"' in start:
        return json_members(path, "features")
    alone = _alone(path)
    return _lines(path) if alone is None else iter((Member("the file", alone),))


def _alone(path: Path) -> dict[str, object] | None:
    """The feature of a file that has one, set over several lines; else None."""
    if path.stat().st_size > MAX_LINE:
        return None
    try:
        value = orjson.loads(path.read_bytes())
    except orjson.JSONDecodeError:
        return None
    return value if isinstance(value, dict) else None


def _lines(path: Path) -> Iterator[Member]:
    with path.open("rb") as file:
        number = 0
        while line := file.readline(MAX_LINE):
            number += 1
            place = f"line {number}"
            if len(line) == MAX_LINE and not line.endswith(b"\n"):
                while (rest := file.readline(MAX_LINE)) and not rest.endswith(b"\n"):
                    pass
                yield Member(place, None, f"it is longer than {MAX_LINE // (1024 * 1024)} MB")
                continue
            if not line.strip():
                continue
            try:
                value = orjson.loads(line)
            except orjson.JSONDecodeError as error:
                yield Member(place, None, f"it is no valid JSON ({error.msg})")
                continue
            if isinstance(value, dict):
                yield Member(place, value)
            else:
                yield Member(place, None, "it is no JSON object")


SOURCE = LinkedPlaces()
