"""Small values that recur, each written once and known by a number."""

from __future__ import annotations

import sqlite3

from bede.evidence import rows

_REMEMBERED = 100_000


class Interned:
    """The values of one table of the staging.

    Args:
        connection: where the staging is.
        table: its table there.
    """

    def __init__(self, connection: sqlite3.Connection, table: str) -> None:
        self._connection = connection
        self._table = table
        self._numbers: dict[rows.Row, int] = {}
        self._next = count(connection, table)

    def number(self, *value: str | None) -> int:
        """Return the number of a value. One that was long not seen may get another number."""
        found = self._numbers.get(value)
        if found is None:
            if len(self._numbers) >= _REMEMBERED:
                self._numbers.clear()
            found = self._next
            places = ", ".join("?" * (len(value) + 1))
            self._connection.execute(
                f"INSERT INTO staging.{self._table} VALUES ({places})",  # noqa: S608
                (found, *value),
            )
            self._numbers[value] = found
            self._next += 1
        return found


def count(connection: sqlite3.Connection, table: str) -> int:
    """Return how many rows a table of the staging has whose numbers are 0, 1, 2 ..."""
    query = f"SELECT max(rowid) FROM staging.{table}"  # noqa: S608
    highest = connection.execute(query).fetchone()[0]
    return 0 if highest is None else int(highest) + 1
