"""The rows of a table, and texts with their columns put in."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bede.errors import ReferenceSourceError
from bede.evidence.importing import bounded_lines, plain
from bede.evidence.sources.contract import Skipped
from bede.evidence.sources.tables.mapping import (
    Cells,
    Choice,
    EntitySpec,
    FactSpec,
    TableSpec,
    Value,
)

_COLUMN = re.compile(r"\{([^{}]*)\}")
_DELIMITERS = ",;\t|"
_MOST = 2000  # characters of one cell that are kept


@lru_cache(maxsize=1024)
def _parts(text: str) -> tuple[str, ...]:
    """The words of a text and the columns between them, in turn."""
    return tuple(_COLUMN.split(text))


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Attributes:
        path: the file.
        line: its line, counted from 1.
        cells: column -> cell, without what means "empty".
    """

    path: str
    line: int
    cells: Mapping[str, str]

    def filled(self, text: str) -> str:
        """A text with the cells in place of their columns; empty if one of them is empty."""
        parts = list(_parts(text))
        if len(parts) == 3 and not parts[0] and not parts[2]:
            return self.cells.get(parts[1], "")
        for at in range(1, len(parts), 2):
            cell = self.cells.get(parts[at], "")
            if not cell:
                return ""
            parts[at] = cell
        return " ".join("".join(parts).split())

    def chosen(self, value: Value | None) -> str:
        """A text, or the value that a cell decides."""
        if value is None:
            return ""
        if isinstance(value, Choice):
            return value.values.get(self.cells.get(value.column, ""), value.otherwise)
        return self.filled(value)

    def several(self, cells: Cells) -> list[str]:
        """The values of one cell."""
        parts = self.cells.get(cells.column, "").split(cells.separator)
        return [part.strip() for part in parts if part.strip()]

    def meets(self, spec: EntitySpec | FactSpec) -> bool:
        """Whether a row is one of those that make an entity or a fact."""
        return (
            all(self._is(column, values) for column, values in spec.where.items())
            and not any(self._is(column, values) for column, values in spec.unless.items())
            and (not spec.needs or any(self.cells.get(column) for column in spec.needs))
        )

    def _is(self, column: str, values: Sequence[str]) -> bool:
        cell = self.cells.get(column, "")
        return any(_fits(cell, value) for value in values)

    def skipped(self, cause: str) -> Skipped:
        """What could not be used of the row."""
        return Skipped(self.path, f"line {self.line}", cause)


def _fits(cell: str, value: str) -> bool:
    """Whether a cell is a value; a star at an end of it stands for anything."""
    inner = value.strip("*")
    match value.startswith("*"), value.endswith("*"):
        case True, True:
            return inner in cell
        case True, False:
            return cell.endswith(inner)
        case False, True:
            return cell.startswith(inner)
    return cell == value


def rows_of(path: Path, table: TableSpec, columns: Sequence[str]) -> Iterator[Row | Skipped]:
    """The rows of a file, one by one.

    Args:
        path: the file.
        table: how it is written.
        columns: those that the mapping asks for.

    Raises:
        ReferenceSourceError: it cannot be read, or lacks a column.
    """
    empty = {value.strip() for value in table.empty}
    try:
        with path.open(encoding=table.encoding, newline="") as file:
            for _ in range(table.skip_lines):
                file.readline()
            head = file.readline(_MOST * 100)
            delimiter = table.delimiter or max(_DELIMITERS, key=head.count)
            names = next(iter(csv.reader([head], delimiter=delimiter)), [])
            names = [name.strip() for name in names]
            _require(columns, names, path)
            reader = csv.reader(bounded_lines(file), delimiter=delimiter)
            yield from _read(reader, names, path, table.skip_lines + 1, empty)
    except UnicodeError as error:
        raise ReferenceSourceError(
            f"the table is not {table.encoding}",
            path=str(path),
            remedy='state its encoding in the mapping, as encoding = "cp1252"',
        ) from error
    except LookupError as error:
        cause = f"there is no encoding '{table.encoding}'"
        raise ReferenceSourceError(cause, path=str(path), remedy="correct the mapping") from error
    except OSError as error:
        cause = f"the table cannot be read ({error.strerror or error})"
        raise ReferenceSourceError(cause, path=str(path), remedy="check the file") from error


def _read(
    reader: Iterator[list[str]], names: Sequence[str], path: Path, before: int, empty: set[str]
) -> Iterator[Row | Skipped]:
    line = before
    while True:
        first = line + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Skipped(str(path), f"line {first}", f"no row of a table ({error})")
            line = first
            continue
        line = before + getattr(reader, "line_num", first - before)
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
            cause = f"{len(cells)} cells, but the first row has {len(names)}"
            yield Skipped(str(path), f"line {first}", cause)
            continue
        kept = {name: plain(cell, _MOST) for name, cell in zip(names, cells, strict=False)}
        yield Row(str(path), first, {n: c for n, c in kept.items() if c not in empty})


def _require(columns: Sequence[str], names: Sequence[str], path: Path) -> None:
    for column in columns:
        if column not in names:
            raise ReferenceSourceError(
                f"the table has no column '{column}'",
                path=str(path),
                line=1,
                remedy=f"its columns are {plain(', '.join(names))}",
            )
        if names.count(column) > 1:
            cause, remedy = f"two columns are called '{column}'", "rename one"
            raise ReferenceSourceError(cause, path=str(path), line=1, remedy=remedy)


def columns_in(text: str) -> list[str]:
    """The columns that a text names."""
    return _COLUMN.findall(text)
