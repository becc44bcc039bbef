"""The table form of Linked Places (LP-TSV 0.5): each row becomes a feature.

Source: LinkedPasts/linked-places-format, tsv_0.5.md.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bede.evidence.importing import Member, bounded_lines

_NEEDED = frozenset({"id", "title", "title_source"})
_ANY = frozenset({"fclasses", "aat_types", "start", "attestation_year", "ccodes"})


def delimiter_of(header: str) -> str:
    """Tab or comma, whichever parts the header."""
    return "\t" if "\t" in header else ","


def is_table(start: bytes) -> bool:
    """Whether the first line of a file has the columns of LP-TSV."""
    header = start.split(b"\n", 1)[0].decode("utf-8", "replace").strip("\r\n\ufeff")
    columns = {name.strip().strip('"').lower() for name in header.split(delimiter_of(header))}
    return columns >= _NEEDED and bool(columns & _ANY)


def rows(path: Path) -> Iterator[Member]:
    """The rows as features of the JSON form.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        header = file.readline(65_536)
        names = next(csv.reader([header], delimiter=delimiter_of(header)), [])
        reader = csv.reader(bounded_lines(file), delimiter=delimiter_of(header))
        while True:
            place = f"line {reader.line_num + 2}"
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield Member(place, None, f"no row of a table ({error})")
                continue
            if cells:
                columns = (name.strip().lower() for name in names)
                yield Member(place, _feature(dict(zip(columns, cells, strict=False))))


def _feature(row: Mapping[str, str]) -> dict[str, Any]:
    names = [{"toponym": row.get("title"), "citations": [{
        "label": row.get("title_source"), "@id": row.get("title_uri"),
    }]}]  # fmt: skip
    names += [
        {"toponym": text, "lang": tag} for text, tag in map(_variant, _several(row, "variants"))
    ]
    ends = {side: {"in": row.get(side)} for side in ("start", "end") if row.get(side)}
    relations = [{
        "relationType": "gvp:broaderPartitive",
        "relationTo": row.get("parent_id", "").lstrip("#"),
        "label": row.get("parent_name"),
    }] if row.get("parent_id") else []  # fmt: skip
    return {
        "@id": row.get("id"),
        "properties": {"title": row.get("title"), "fclasses": _several(row, "fclasses")},
        "names": names,
        "types": [{"label": label} for label in _several(row, "types")],
        "links": [{"type": "closeMatch", "identifier": one} for one in _several(row, "matches")],
        "relations": relations,
        "when": {"timespans": [ends]} if ends else {},
        "geometry": {"type": "Point", "coordinates": [row.get("lon"), row.get("lat")]},
        "descriptions": [{"value": row.get("description")}],
    }


def _several(row: Mapping[str, str], column: str) -> list[str]:
    return [
        part.strip().strip('[]"') for part in (row.get(column) or "").split(";") if part.strip()
    ]


def _variant(text: str) -> tuple[str, str | None]:
    name, at, tag = text.rpartition("@")
    return (name, tag) if at else (text, None)
