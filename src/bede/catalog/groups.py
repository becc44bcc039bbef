"""Groups of event types, so that a reader can tell them apart: life, power, conflict ...

They are those of Bede's claim annotation guidelines, and decide nothing: what a claim is and how
it is judged does not depend on its group.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bede.catalog.files import read_toml
from bede.errors import CatalogError

_FILE = "event_groups.toml"


@dataclass(frozen=True, slots=True)
class EventGroup:
    """Event types that are shown alike.

    Attributes:
        name: as a style sheet calls it.
        title: for people.
        types: names of event types.
    """

    name: str
    title: str
    types: tuple[str, ...]


@cache
def event_groups() -> tuple[EventGroup, ...]:
    """All groups in the order in which they are shown.

    Raises:
        CatalogError: the file lacks a title or the types of a group, or names a type twice.
    """
    groups = tuple(_group(name, table) for name, table in read_toml(_FILE).items())
    named = [name for group in groups for name in group.types]
    twice = sorted({name for name in named if named.count(name) > 1})
    if twice:
        raise CatalogError(f"{', '.join(twice)} in more than one group", path=_FILE)
    return groups


def _group(name: str, table: object) -> EventGroup:
    if isinstance(table, dict) and table.keys() == {"title", "types"}:
        title, types = table["title"], table["types"]
        if isinstance(title, str) and isinstance(types, list):
            return EventGroup(name, title, tuple(str(one) for one in types))
    raise CatalogError(f"the group {name!r} must have title and types, no more", path=_FILE)


@cache
def _by_type() -> Mapping[str, EventGroup]:
    return {name: group for group in event_groups() for name in group.types}


def group_of(event_type: str) -> EventGroup:
    """The group of an event type; the last one, for all others, if none has it.

    Args:
        event_type: its name.
    """
    return _by_type().get(event_type, event_groups()[-1])
