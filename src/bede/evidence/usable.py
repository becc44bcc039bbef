"""What a record must be like to be kept; data sets hold the absurd too."""

from __future__ import annotations

from typing import get_args

from bede.evidence import rows
from bede.evidence.values import EntityKind, Name

KINDS = frozenset(get_args(EntityKind))
LONGEST_ID = 200
LONGEST_TEXT = 2000
"""Characters of a name or a description."""

MOST_NAMES = 1000
"""Names of one entity; what comes behind is left out."""

_LAST_DAY = 1 << 40  # far behind any year that can be meant


class UnusableError(Exception):
    """A record that cannot be kept; the text says why."""


def usable_name(name: Name) -> bool:
    """Whether a name is neither empty nor absurdly long."""
    return len(name.text) <= LONGEST_TEXT and bool(rows.one_line(name.text))


def shortened(text: str | None) -> str | None:
    """Return a text on one line, cut at `LONGEST_TEXT`; None if nothing is left."""
    return rows.one_line(text)[:LONGEST_TEXT] or None if text else None


def require_id(record_id: str) -> None:
    """Require an id that can be told from its neighbours in a list.

    Raises:
        UnusableError: it is empty, too long or has white space in it.
    """
    if not 0 < len(record_id) <= LONGEST_ID or record_id != "".join(record_id.split()):
        raise UnusableError("an id is empty, too long or has a space in it")


def require_days(cells: rows.Row) -> None:
    """Require day numbers that a calendar can mean.

    Raises:
        UnusableError: one is beyond all calendars.
    """
    if any(isinstance(day, int) and abs(day) > _LAST_DAY for day in cells):
        raise UnusableError("a date beyond all calendars")


def require_text(row: rows.Row) -> None:
    """Require texts that SQLite keeps whole: its functions stop at a null character.

    Raises:
        UnusableError: a text holds half a character or a null character.
    """
    text = "".join(cell for cell in row if isinstance(cell, str))
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnusableError("a text with half a character") from error
    if "\0" in text:
        raise UnusableError("a text with a null character")
