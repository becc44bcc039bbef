"""Looking into the JSON of an item, which is never trusted to have the shape it should have.

Source: Wikibase, JSON data model, https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bede.evidence.coordinates import Coordinates, coordinates

Json = Mapping[str, Any]

_EARTH = "http://www.wikidata.org/entity/Q2"
_ITEM = re.compile(r"Q[1-9][0-9]{0,11}")
_NOTHING: Json = {}


def table(value: object) -> Json:
    """The value if it is a JSON object, else an empty one (empty objects are dumped as `[]`)."""
    return value if isinstance(value, dict) else _NOTHING


def objects(value: object) -> Sequence[Json]:
    """The members of a JSON array that are objects."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else ()


def statements(item: Json, prop: str) -> Sequence[Json]:
    """The statements of an item about one property, those of deprecated rank included."""
    return objects(table(item.get("claims")).get(prop))


def best(item: Json, prop: str) -> Sequence[Json]:
    """The statements of the best rank: the preferred, or the normal where none is preferred.

    These are the "truthy" statements of Wikidata's RDF.
    """
    found = statements(item, prop)
    preferred = [one for one in found if one.get("rank") == "preferred"]
    return preferred or kept(found)


def kept(found: Sequence[Json]) -> Sequence[Json]:
    """The statements that are not deprecated."""
    return [one for one in found if one.get("rank") != "deprecated"]


def main(statement: Json) -> Json:
    """What a statement says."""
    return table(statement.get("mainsnak"))


def qualifiers(statement: Json, prop: str) -> Sequence[Json]:
    """What the qualifiers of one property say."""
    return objects(table(statement.get("qualifiers")).get(prop))


def is_unknown(snak: Json) -> bool:
    """Whether a value exists and is not known ("unknown value")."""
    return snak.get("snaktype") == "somevalue"


def item_of(snak: Json) -> str | None:
    """The item that a snak names ("Q42"), or None. Old dumps give its number alone."""
    value = _value(snak, "wikibase-entityid")
    name = value.get("id")
    if isinstance(name, str):
        return name if _ITEM.fullmatch(name) else None
    number = value.get("numeric-id")
    kind = value.get("entity-type", "item")
    if isinstance(number, int) and not isinstance(number, bool) and kind == "item":
        name = f"Q{number}"
        return name if _ITEM.fullmatch(name) else None
    return None


def time_of(snak: Json) -> Json | None:
    """The time that a snak gives, as Wikibase writes it, or None."""
    value = _value(snak, "time")
    return value if isinstance(value.get("time"), str) else None


def globe_of(snak: Json) -> Coordinates | None:
    """The coordinates on Earth that a snak gives, or None."""
    value = _value(snak, "globecoordinate")
    if value.get("globe", _EARTH) not in (_EARTH, None):
        return None
    return coordinates(value.get("latitude"), value.get("longitude"))


def words_of(snak: Json) -> tuple[str, str | None]:
    """The words that a snak gives and their language, if it is told; no words if it has none."""
    data = table(snak.get("datavalue"))
    value = data.get("value")
    if isinstance(value, str):
        return value, None
    text, language = table(value).get("text"), table(value).get("language")
    if not isinstance(text, str):
        return "", None
    return text, language if isinstance(language, str) else None


def items_of(item: Json, properties: Sequence[str]) -> tuple[str, ...]:
    """The items that the best statements of some properties name, each once, in order."""
    found: dict[str, None] = {}
    for prop in properties:
        for statement in best(item, prop):
            name = item_of(main(statement))
            if name is not None:
                found[name] = None
    return tuple(found)


def references(statement: Json) -> Iterator[Json]:
    """The references of a statement: property -> snaks."""
    for reference in objects(statement.get("references")):
        yield table(reference.get("snaks"))


def _value(snak: Json, kind: str) -> Json:
    data = table(snak.get("datavalue"))
    return table(data.get("value")) if data.get("type") == kind else _NOTHING
