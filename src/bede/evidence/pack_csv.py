"""Reading the CSV of a pack: a spreadsheet with one record in a row and one key in a column.

A column is headed by the key as YAML has it. Lists are separated by ``|``, and by ``;`` where the
columns are not. Keys inside other keys have a colon: ``role:person`` is a role of a fact,
``where:organisation`` narrows a statement of completeness, ``names:birth`` and ``names:pen:fr``
are names of that kind and language. An empty cell says nothing.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bede.errors import PackError
from bede.evidence.pack_text import read_text
from bede.evidence.pack_yaml import MAX_VALUES, KeyPath, LinedValue

_DELIMITERS = (",", ";", "\t")
_LISTS = frozenset(
    {
        "aliases", "author", "coarse_sources", "coordinates", "part_of", "records", "replaces",
        "same_as", "sources",
    }
)  # fmt: skip
_GROUPS = {"role": "roles", "where": "where"}
_NAMES = "names"
_ONLY_YAML = frozenset({"names", "disputed", "roles", "where"})


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column holds.

    Attributes:
        key: of the record.
        part: the role, or the kind of name, or None.
        language: of a name, or None.
        many: whether its cells are lists.
    """

    key: str
    part: str | None
    language: str | None
    many: bool


def read_csv(data: bytes, path: str) -> tuple[LinedValue | None, tuple[PackError, ...]]:
    """Read one CSV file of a pack, as a spreadsheet exports it.

    Args:
        data: the bytes of the file: UTF-8, with or without a byte order mark, the columns
            separated by comma, semicolon or tab.
        path: the file, as errors should name it.

    Returns:
        a list of records, or None if it cannot be read, and what is wrong with it.
    """
    errors: list[PackError] = []
    text = read_text(data, path, errors)
    if text is None:
        return None, tuple(errors)
    delimiter = _delimiter(text)
    value: list[object] = []
    lines: dict[KeyPath, int] = {(): 1}
    columns: Sequence[_Column | None] | None = None
    count = 0
    for line, cells in _rows(text, delimiter, path, errors):
        if columns is None:
            columns = _columns(cells, path, line, errors)
            continue
        count += len(cells)
        if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
            cause = f"{len(cells)} cells, but the first row has {len(columns)}"
            remedy = 'put a cell that holds the separator in "quotation marks"'
            errors.append(PackError(cause, path=path, line=line, remedy=remedy))
        elif count > MAX_VALUES:
            errors.append(PackError("too many cells", path=path, line=line, remedy="split it"))
            break
        else:
            lines[(len(value),)] = line
            value.append(_record(columns, cells, delimiter))
    if errors:
        return None, tuple(errors)
    return LinedValue(value, lines), ()


def _delimiter(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=first.count)  # of equally frequent ones the first


def _rows(
    text: str, delimiter: str, path: str, errors: list[PackError]
) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold anything, each with its first line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        remedy = "check the quotation marks there"
        errors.append(PackError(f"not CSV: {error}", path=path, line=line, remedy=remedy))


def _columns(
    cells: Sequence[str], path: str, line: int, errors: list[PackError]
) -> list[_Column | None]:
    found: list[_Column | None] = []
    for cell in cells:
        head = cell.strip()
        key, colon, rest = head.partition(":")
        part, _, language = rest.partition(":")
        column = None
        if colon and key in _GROUPS:
            column = _Column(_GROUPS[key], rest, None, many=True)
        elif colon and key == _NAMES:
            column = _Column(_NAMES, part, language or None, many=True)
        elif head in _ONLY_YAML:
            cause = f"a column '{head}', which is more than a cell can hold"
            remedy = "use a column for each part, such as role:person, or write these in YAML"
            errors.append(PackError(cause, path=path, line=line, remedy=remedy))
        elif head:
            column = _Column(head, None, None, many=head in _LISTS)
        if column is not None and column in found:
            cause = f"the column '{head}' stands twice"
            errors.append(PackError(cause, path=path, line=line, remedy="keep one of them"))
        found.append(column)
    return found


def _record(
    columns: Sequence[_Column | None], cells: Sequence[str], delimiter: str
) -> dict[str, object]:
    plain: dict[str, object] = {}
    groups: dict[str, dict[str, list[str]]] = {}
    names: list[dict[str, str]] = []
    for column, cell in zip(columns, cells, strict=False):
        text = cell.strip()
        if not text:
            continue
        if column is None:
            plain[""] = text  # told as an unknown key: a cell without a heading
        elif column.key == _NAMES:
            names.extend(_name(column, one) for one in _split(text, delimiter))
        elif column.part is not None:
            groups.setdefault(column.key, {})[column.part] = _split(text, delimiter)
        else:
            plain[column.key] = _split(text, delimiter) if column.many else text
    return {**plain, **groups, **({_NAMES: names} if names else {})}


def _name(column: _Column, text: str) -> dict[str, str]:
    name = {"name": text}
    if column.part:
        name["kind"] = column.part
    if column.language:
        name["language"] = column.language
    return name


def _split(text: str, delimiter: str) -> list[str]:
    if delimiter != ";" and "|" not in text:
        text = text.replace(";", "|")
    return [part.strip() for part in text.split("|") if part.strip()]
