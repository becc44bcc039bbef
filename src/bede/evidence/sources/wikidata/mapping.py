"""What the classes and properties of Wikidata are in Bede: the tables under `data/wikidata`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from bede.catalog import event_types
from bede.catalog.calendars import regions
from bede.catalog.files import data_root, line_of, parse_toml, read_toml
from bede.chronology.policy import CalendarRegion
from bede.errors import CatalogError
from bede.evidence.values import Confidence, EntityKind, NameKind

COORDINATES = "P625"
"""The property that says where something lies."""

_FOLDER = "wikidata"
_TIMES = frozenset({"value", "point", "begin", "state"})


@dataclass(frozen=True, slots=True)
class ItemClass:
    """A class of items that Bede knows.

    Attributes:
        id: its item ("Q178561").
        place: where it stands in the list; of several classes the first one counts.
        kind: the kind of its members, or None if they are of no use.
        subkind: their finer kind, or None.
        event: how happenings of the class are told, or None.
        holders: "single" for an office with one holder at a time, else None.
        ended: kind and finer kind of members that came to an end, or None if it makes no odds.
    """

    id: str
    place: int
    kind: EntityKind | None
    subkind: str | None
    event: str | None
    holders: str | None
    ended: tuple[EntityKind, str] | None


@dataclass(frozen=True, slots=True)
class FactRule:
    """How the statements of one property are told; see `data/wikidata/properties.toml`.

    Attributes:
        property: the property.
        of: the kinds of item that it is read of.
        type: the type of event.
        item: the role that the item fills.
        value: the role that the value fills, or None if the value is a time.
        single: whether all statements answer one question.
        time: where the time is: "value", "point", "begin", "state", a property of the item, or "".
        only: the items that the value must be one of, without filling a role; empty for any.
        unless: properties of the item that make it superfluous.
        roles: other roles with the properties of the item that fill them.
        texts: other roles with words.
        confidence: of the facts.
    """

    property: str
    of: tuple[str, ...]
    type: str
    item: str
    value: str | None
    single: bool
    time: str
    only: tuple[str, ...]
    unless: tuple[str, ...]
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    texts: tuple[tuple[str, str], ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class EventRule:
    """One fact that a happening of some class tells; see `data/wikidata/events.toml`.

    Attributes:
        type: the type of event.
        item: the role that the happening itself fills, or None.
        roles: other roles with the properties of the item that fill them.
        needs: roles without which nothing is told.
    """

    type: str
    item: str | None
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables by which an item is read.

    Attributes:
        facts: by kind of item, how its statements are told.
        wholes: by kind of item, the properties that name what it is part of.
        body: by kind of item, those that name the body of an office.
        authors: by kind of item, those that name the authors.
        country: by kind of item, those that name a country, for its calendar.
        names: properties whose values are names, with the kind of the name.
        circumstances: items that say how sure a date is: "circa" or "doubted".
        weakening: qualifiers that leave a statement in doubt.
    """

    facts: Mapping[str, tuple[FactRule, ...]]
    wholes: Mapping[str, tuple[str, ...]]
    body: Mapping[str, tuple[str, ...]]
    authors: Mapping[str, tuple[str, ...]]
    country: Mapping[str, tuple[str, ...]]
    names: Mapping[str, NameKind]
    circumstances: Mapping[str, str]
    weakening: tuple[str, ...]


@cache
def classes() -> Mapping[str, ItemClass]:
    """The classes that Bede knows, by item, in their order of precedence."""
    found: dict[str, ItemClass] = {}
    for place, raw in enumerate(read_toml(f"{_FOLDER}/classes.toml")["class"]):
        kind = raw["kind"]
        ended = raw.get("ended")
        found[raw["id"]] = ItemClass(
            id=raw["id"],
            place=place,
            kind=None if kind == "none" else kind,
            subkind=raw.get("subkind"),
            event=raw.get("event"),
            holders=raw.get("holders"),
            ended=cast(tuple[EntityKind, str], tuple(ended.split("/"))) if ended else None,
        )
    return found


@cache
def tables() -> Tables:
    """The tables by which an item is read.

    Raises:
        CatalogError: a rule names a type, a role or a time that there is not.
    """
    path = f"{_FOLDER}/properties.toml"
    text = (data_root() / path).read_text(encoding="utf-8")
    raw = parse_toml(text, path)
    rules = tuple(_fact_rule(entry, text, path) for entry in raw["fact"])
    kinds = sorted({kind for rule in rules for kind in rule.of})
    return Tables(
        facts={kind: tuple(rule for rule in rules if kind in rule.of) for kind in kinds},
        wholes=_lists(raw["wholes"]),
        body=_lists(raw["body"]),
        authors=_lists(raw["authors"]),
        country=_lists(raw["country"]),
        names=raw["names"],
        circumstances=raw["circumstances"],
        weakening=tuple(raw["weakening"]),
    )


@cache
def event_rules() -> Mapping[str, tuple[EventRule, ...]]:
    """How happenings are told, by the event of their class.

    Raises:
        CatalogError: a rule names a type or a role that there is not.
    """
    path = f"{_FOLDER}/events.toml"
    text = (data_root() / path).read_text(encoding="utf-8")
    found: dict[str, tuple[EventRule, ...]] = {}
    for event, entries in parse_toml(text, path).items():
        for entry in entries:
            named = [*entry.get("roles", {}), *entry.get("needs", ())]
            named += [entry["item"]] if "item" in entry else []
            _require_roles(entry["type"], named, text, path, f"[[{event}]]")
        found[event] = tuple(
            EventRule(
                type=entry["type"],
                item=entry.get("item"),
                roles=_pairs(entry.get("roles", {})),
                needs=tuple(entry.get("needs", ())),
            )
            for entry in entries
        )
    return found


@cache
def calendar_places() -> Mapping[str, tuple[CalendarRegion, ...]]:
    """Countries by item, with the places whose calendars they kept."""
    known = regions()
    raw = read_toml(f"{_FOLDER}/countries.toml")["countries"]
    return {country: tuple(known[name] for name in names) for country, names in raw.items()}


@cache
def cited_works() -> Mapping[str, Mapping[str, str]]:
    """Works that are cited most, by item: title, publisher, kind and quality."""
    found: Mapping[str, Mapping[str, str]] = read_toml(f"{_FOLDER}/sources.toml")["works"]
    return found


@cache
def collections() -> Mapping[str, str]:
    """Names of the open collections that statements were taken over from, by item."""
    found: Mapping[str, str] = read_toml(f"{_FOLDER}/sources.toml")["collections"]
    return found


@cache
def wanted_properties() -> frozenset[str]:
    """All properties that are read; a statement of any other is passed over."""
    known = tables()
    found = {"P31", "P279", "P580", "P582", "P585", "P576", COORDINATES, *known.names}
    for rules in known.facts.values():
        for rule in rules:
            found |= {rule.property, *rule.unless, *(p for _, ps in rule.roles for p in ps)}
            found |= {rule.time} if rule.time.startswith("P") else set()
    for told in event_rules().values():
        found |= {p for rule in told for _, ps in rule.roles for p in ps}
    for lists in (known.wholes, known.body, known.authors, known.country):
        found |= {p for properties in lists.values() for p in properties}
    return frozenset(found)


def _fact_rule(entry: Mapping[str, Any], text: str, path: str) -> FactRule:
    near = f'property = "{entry["property"]}"'
    named = [entry["item"], *entry.get("roles", {}), *entry.get("texts", {})]
    named += [entry["value"]] if "value" in entry else []
    _require_roles(entry["type"], named, text, path, near)
    time = entry.get("time", "")
    if time and time not in _TIMES and not time.startswith("P"):
        raise CatalogError(f"unknown time {time!r}", path=path, line=line_of(text, near))
    return FactRule(
        property=entry["property"],
        of=tuple(entry["of"]),
        type=entry["type"],
        item=entry["item"],
        value=entry.get("value"),
        single=bool(entry.get("single", False)),
        time=time,
        only=tuple(entry.get("only", ())),
        unless=tuple(entry.get("unless", ())),
        roles=_pairs(entry.get("roles", {})),
        texts=tuple(entry.get("texts", {}).items()),
        confidence=entry.get("confidence", "medium"),
    )


def _require_roles(event: str, roles: list[str], text: str, path: str, near: str) -> None:
    known = event_types().get(event)
    if known is None:
        cause = f"unknown event type {event!r}"
        raise CatalogError(cause, path=path, line=line_of(text, near))
    for role in roles:
        if known.role(role) is None:
            cause = f"the type {event!r} has no role {role!r}"
            raise CatalogError(cause, path=path, line=line_of(text, near))


def _lists(raw: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(values) for key, values in raw.items()}


def _pairs(raw: Mapping[str, Any]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((role, tuple(properties)) for role, properties in raw.items())
