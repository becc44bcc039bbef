"""Whom or what a name may stand for: the best known bearers, found without scanning."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bede.evidence.forms import (
    FORMS,
    SHORT,
    SURNAME,
    SURNAME_TOLERANT,
    TOLERANT,
    WHOLE,
    Asked,
    Form,
    asked_forms,
)
from bede.evidence.names import name_key

_PASSED_OVER = 1024
"""Where only some kinds are wanted, so many bearers of each form are looked at."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a name may stand for, with what it takes to weigh it.

    Attributes:
        entity: its id.
        kind: its kind.
        subkind: a finer kind, or None.
        label: its usual name.
        description: who or what it is, or None.
        name: the name by which it was found.
        form: how the name was found: "whole", as it is spelled; "tolerant", after another system
            of transliteration; "short", without titles, middle names and initials; "surname";
            "surname-tolerant".
        prominence: how widely it is known; where nobody counted, its facts and sources.
        earliest: first day of its life, or of the facts about it; None if not known.
        latest: last day of the same; None if not known.
        lived: whether these are the days of its begin and end, and not only of its facts.
    """

    entity: str
    kind: str
    subkind: str | None
    label: str
    description: str | None
    name: str
    form: Form
    prominence: int
    earliest: int | None
    latest: int | None
    lived: bool


# Which form is found, by which of the keys asked for, among rows of which form. A tolerant key may
# be the very spelling of a name, which then has no row of its own.
_ARMS = (
    (WHOLE, "whole", WHOLE),
    (TOLERANT, "tolerant", TOLERANT),
    (TOLERANT, "tolerant", WHOLE),
    (SHORT, "whole", SHORT),
    (SHORT, "short", WHOLE),
    (SHORT, "short", SHORT),
    (SURNAME, "whole", SURNAME),
    (SURNAME_TOLERANT, "tolerant", SURNAME_TOLERANT),
    (SURNAME_TOLERANT, "tolerant", SURNAME),
)

# Each arm reads the index in the order of prominence and stops at the limit. SQLite works through
# the arms of UNION ALL one after the other, so those behind the last row taken cost nothing.
_QUERY = " UNION ALL ".join(
    f"SELECT {form}, l.position, e.n, e.id, e.kind, e.label, e.names, e.description,"  # noqa: S608
    " e.prominence, e.earliest, e.latest, e.lived FROM (SELECT entity, position FROM lookup"
    f" WHERE key = ?{number} AND form = {stored} ORDER BY entity LIMIT ?{len(_ARMS) + 1}) l"
    " CROSS JOIN entities e ON e.n = l.entity"
    for number, (form, _, stored) in enumerate(_ARMS, 1)
)


def find_candidates(
    connection: sqlite3.Connection,
    kinds: Mapping[int, tuple[str, str | None]],
    text: str,
    forms: Collection[Form],
    wanted: Collection[str] | None,
    limit: int,
) -> tuple[Candidate, ...]:
    """Return whom or what a name may stand for; see `Reference.candidates`.

    Args:
        connection: the reference.
        kinds: kind and subkind by number.
        text: the name.
        forms: the forms to look for.
        wanted: the kinds to look for, None for all.
        limit: how many to return at most.
    """
    # The other keys cost several times as much, and most look-ups ask for the whole name alone.
    asked = asked_forms(text) if {*forms} - {"whole"} else Asked(name_key(text), "", None)
    if not asked.whole or limit < 1:
        return ()
    depth = limit if wanted is None else max(limit, _PASSED_OVER)
    taken: dict[int, tuple[Any, ...]] = {}
    last = -1
    for cells in connection.execute(_QUERY, (*_keys(asked, forms), depth)):
        if len(taken) >= limit and cells[0] != last:
            break  # a form may take two arms, so only its end decides
        last = cells[0]
        if cells[2] not in taken and (wanted is None or kinds[cells[4]][0] in wanted):
            taken[cells[2]] = cells
    found = sorted(taken.values(), key=_by_form_and_number)[:limit]
    return tuple(_candidate(cells, kinds) for cells in found)


def _keys(asked: Asked, forms: Collection[Form]) -> Iterator[str | None]:
    """The key for each arm; None, which nothing equals, where the arm is not wanted."""
    for form, which, stored in _ARMS:
        if FORMS[form] not in forms:
            yield None
        elif which == "whole":
            yield asked.whole
        elif which == "short":
            yield asked.short
        else:
            same = asked.tolerant == asked.whole and stored in (WHOLE, SURNAME)
            yield None if same else asked.tolerant


def _by_form_and_number(cells: tuple[Any, ...]) -> tuple[int, int]:
    return cells[0], cells[2]


def _candidate(cells: tuple[Any, ...], kinds: Mapping[int, tuple[str, str | None]]) -> Candidate:
    form, position, _, id_, kind, label, names, description, prominence, earliest, latest, lived = (
        cells
    )
    name = names.split("\n", position + 1)[position]
    return Candidate(
        id_,
        *kinds[kind],
        label or names.split("\n", 1)[0],
        description,
        name,
        FORMS[form],
        abs(prominence),
        earliest,
        latest,
        lived == 1,
    )
