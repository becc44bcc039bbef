"""One item of Wikidata as records of the reference."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from bede.evidence.coordinates import Coordinates
from bede.evidence.sources.contract import Record, Skipped
from bede.evidence.sources.wikidata.citing import WIKIDATA, Sources
from bede.evidence.sources.wikidata.facts import Facts, Place
from bede.evidence.sources.wikidata.mapping import (
    COORDINATES,
    ItemClass,
    classes,
    tables,
    wanted_properties,
)
from bede.evidence.sources.wikidata.naming import description_of, names_of
from bede.evidence.sources.wikidata.snaks import (
    Json,
    best,
    globe_of,
    item_of,
    items_of,
    kept,
    main,
    statements,
    table,
)
from bede.evidence.sources.wikidata.stating import Reader
from bede.evidence.values import Entity, EntityKind

KINDS: tuple[str, ...] = get_args(EntityKind)
_CLASS_ITSELF = frozenset({"office", "idea"})
"""What an item can be that is only a class: "king of France" is a subclass of "king"."""
_INSTANCE, _SUBCLASS, _ENDED = "P31", "P279", "P576"
_MAX_WHOLES = 12


@dataclass(frozen=True, slots=True)
class Settings:
    """What is to be taken from Wikidata.

    Attributes:
        languages: of labels, aliases and descriptions; the first that an item has is its label.
        kinds: the kinds of entity.
    """

    languages: tuple[str, ...] = ("en",)
    kinds: tuple[str, ...] = KINDS


@dataclass(frozen=True, slots=True)
class Kin:
    """The classes that an item names.

    Attributes:
        instance_of: the classes that it is a member of, by its best statements.
        subclass_of: the classes that it is a part of, if it is a class itself.
    """

    instance_of: tuple[str, ...]
    subclass_of: tuple[str, ...]


def kin_of(item: Json) -> Kin:
    """The classes that an item names."""
    over = (item_of(main(one)) for one in kept(statements(item, _SUBCLASS)))
    return Kin(items_of(item, (_INSTANCE,)), tuple(one for one in over if one is not None))


def class_of(
    kin: Kin, look_up: Callable[[str], ItemClass | None], *, whole: bool = True
) -> ItemClass | None:
    """The class that decides what an item is.

    Args:
        kin: the classes that it names.
        look_up: the known class that a class is, or lies nearest under; None if there is none.
        whole: whether `look_up` knows all classes there are; if not, an unknown class leaves the
            question open.

    Returns:
        None if it is of no known class, or, with `whole` false, if that is not yet sure.
    """
    known = _known(kin.instance_of, look_up)
    human = next((one for one in known if one is not None and one.kind == "person"), None)
    if human is not None:
        return human
    if not whole and (None in known or not known):
        return None
    found = _first(known)
    if kin.subclass_of and (found is None or found.kind == "office"):
        itself = _first(_known(kin.subclass_of, look_up))
        if itself is None and not whole:
            return None
        of_use = itself is not None and itself.kind in _CLASS_ITSELF
        if found is None or (of_use and itself is not None and itself.kind == found.kind):
            return itself if of_use else found
    return found


def _known(
    named: Iterable[str], look_up: Callable[[str], ItemClass | None]
) -> list[ItemClass | None]:
    return [look_up(one) for one in named]


def _first(known: Iterable[ItemClass | None]) -> ItemClass | None:
    return min((one for one in known if one is not None), key=lambda one: one.place, default=None)


def records_of(
    item: Json, found: ItemClass, settings: Settings, path: str, sources: Sources
) -> Iterator[Record]:
    """The entity that an item is and the facts that its statements tell; the sources stay aside.

    Args:
        item: the item, as Wikibase writes it.
        found: its class.
        settings: what is to be taken.
        path: the file, for what has to be skipped.
        sources: makes the sources that are cited.

    Yields:
        Nothing if the item is of a kind that is not wanted or has no name in the languages.
    """
    kind, subkind = found.kind, found.subkind
    if found.ended is not None and kept(statements(item, _ENDED)):
        kind, subkind = found.ended
    number = item.get("id")
    if kind is None or kind not in settings.kinds or not isinstance(number, str):
        return
    reader = Reader.of(item, kind)
    names = names_of(item, settings.languages, reader, sources)
    if not names:
        return
    key = number.lower()
    known = tables()
    body = _others(item, known.body.get(kind, ()), key)
    yield Entity(
        id=key,
        kind=kind,
        subkind=subkind,
        label=names[0].text,
        names=names,
        part_of=_others(item, known.wholes.get(kind, ()), key),
        body=body[0] if body else None,
        holders=found.holders if kind == "office" else None,
        authors=_others(item, known.authors.get(kind, ()), key),
        subtitle=None,
        first_edition=None,
        note=None,
        sources=(WIKIDATA.id,),
        confidence="medium",
        description=description_of(item, settings.languages),
        prominence=sitelinks_of(item),
        same_as=(f"wikidata:{number}",),
        coordinates=_where(item) if kind == "place" else None,
    )
    facts = Facts(item, reader, sources, Place(path, number))
    yield from facts.of_kind(kind)
    if kind == "happening" and found.event:
        yield from facts.of_event(found.event)


def _where(item: Json) -> Coordinates | None:
    """The coordinates of the best statement, if it is about the Earth."""
    told = (globe_of(main(statement)) for statement in best(item, COORDINATES))
    return next((one for one in told if one is not None), None)


def _others(item: Json, properties: Sequence[str], key: str) -> tuple[str, ...]:
    """The ids of the items that some properties name, but not of the item itself."""
    found = (one.lower() for one in items_of(item, properties)[:_MAX_WHOLES])
    return tuple(one for one in found if one != key)


def sitelinks_of(item: Json) -> int:
    """How many wikis have a page on it."""
    links = item.get("sitelinks")
    return len(links) if isinstance(links, dict | list) else 0


def slim(item: Json, languages: tuple[str, ...]) -> Json:
    """The parts of an item that are ever read, to be kept until its class is known."""
    codes = {"mul", *languages}

    def spoken(told: object) -> dict[str, object]:
        return {
            code: value
            for code, value in table(told).items()
            if code in codes or code.split("-")[0] in codes
        }

    claims = table(item.get("claims"))
    return {
        "id": item.get("id"),
        "labels": spoken(item.get("labels")),
        "descriptions": spoken(item.get("descriptions")),
        "aliases": spoken(item.get("aliases")),
        "sitelinks": [None] * sitelinks_of(item),
        "claims": {prop: claims[prop] for prop in claims if prop in wanted_properties()},
    }


def decided(kin: Kin) -> ItemClass | None:
    """The class of an item whose classes are all in the table, whatever the dump will add."""
    return class_of(kin, classes().get, whole=False)


def is_item(entity: Json) -> bool:
    """Whether an entity is an item, and no property or word."""
    number = entity.get("id")
    return isinstance(number, str) and number.startswith("Q") and number[1:].isdecimal()


def shape_fault(path: str, place: str) -> Skipped:
    """The record for what is JSON but no entity of Wikidata."""
    return Skipped(path, place, "it has not the shape of an entity of Wikidata")
