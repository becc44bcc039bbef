"""An invented little world in the JSON of Wikidata, and the pieces to build others with.

Its people, places and offices are nobody's; only the classes and properties are those of Wikidata.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

Json = dict[str, Any]
GREGORIAN, JULIAN = "Q1985727", "Q1985786"
DAY, MONTH, YEAR, DECADE, CENTURY, MILLENNIUM = 11, 10, 9, 8, 7, 6
HUMAN, CITY, OFFICE, BATTLE, PARTY = "Q5", "Q515", "Q4164871", "Q178561", "Q7278"
COUNTRY, OLD_STATE, NOVEL, IDEOLOGY, WAR = "Q6256", "Q3024240", "Q8261", "Q7257", "Q198"


def to(item: str) -> Json:
    """A value that is an item."""
    number = int(item[1:])
    value = {"entity-type": "item", "numeric-id": number, "id": item}
    return {"snaktype": "value", "datavalue": {"type": "wikibase-entityid", "value": value}}


def at(time: str, precision: int = DAY, model: str = GREGORIAN) -> Json:
    """A value that is a time: "1812-05-05", "-0044-03-15", "1812"."""
    sign = "-" if time.startswith("-") else "+"
    year, *rest = time.lstrip("+-").split("-")
    month, day = [*rest, "00", "00"][:2]
    value = {
        "time": f"{sign}{year}-{month}-{day}T00:00:00Z",
        "precision": precision,
        "calendarmodel": f"http://www.wikidata.org/entity/{model}",
    }
    return {"snaktype": "value", "datavalue": {"type": "time", "value": value}}


def words(text: str, language: str | None = None) -> Json:
    """A value that is text, in a language or not."""
    value = {"text": text, "language": language} if language else text
    kind = "monolingualtext" if language else "string"
    return {"snaktype": "value", "datavalue": {"type": kind, "value": value}}


UNKNOWN: Json = {"snaktype": "somevalue"}
NONE: Json = {"snaktype": "novalue"}


def said(
    value: Json,
    rank: str = "normal",
    *,
    cites: Sequence[Mapping[str, Json]] = (),
    **qualifiers: Json,
) -> Json:
    """A statement: its value, its rank, its references and its qualifiers (P580=at("1832"))."""
    statement: Json = {"mainsnak": value, "type": "statement", "rank": rank}
    if qualifiers:
        statement["qualifiers"] = {prop: [snak] for prop, snak in qualifiers.items()}
    if cites:
        statement["references"] = [
            {"snaks": {prop: [snak] for prop, snak in one.items()}} for one in cites
        ]
    return statement


def item(
    name: str, label: str = "", kind: str | Sequence[str] = (), **claims: Json | Sequence[Json]
) -> Json:
    """An item: its number, its label, its classes (P31) and its statements (P569=said(...))."""
    kinds = [kind] if isinstance(kind, str) else kind
    told: dict[str, Json | Sequence[Json]] = {"P31": [said(to(one)) for one in kinds], **claims}
    return {
        "type": "item",
        "id": name,
        "labels": {"en": {"language": "en", "value": label}} if label else {},
        "descriptions": {},
        "aliases": {},
        "sitelinks": {},
        "claims": {
            prop: [one] if isinstance(one, dict) else list(one) for prop, one in told.items() if one
        },
    }


def dump(*items: Json) -> str:
    """A dump: an array with one item on each line."""
    lines = [json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in items]
    return "[\n" + ",\n".join(lines) + "\n]\n"


REGISTER = {"P248": to("Q999999090"), "P813": at("2020-01-02")}
WIKIPEDIA = {"P143": to("Q328")}
ADDRESS = {"P854": words("https://example.org/reed")}

TARN = item("Q999999001", "Tarn", CITY, P17=said(to("Q999999002")))
ORLAND = item("Q999999002", "Orland", COUNTRY)
REED = item(
    "Q999999003",
    "Ada Reed",
    HUMAN,
    P569=said(at("1932-05-05"), cites=[REGISTER, WIKIPEDIA]),
    P570=said(at("1999-00-00", YEAR)),
    P19=said(to("Q999999001")),
    P26=said(to("Q999999004"), P580=at("1955-06-07"), cites=[ADDRESS]),
    P39=said(to("Q999999005"), P580=at("1960-01-02"), P582=at("1964-03-04")),
    P102=said(to("Q999999006"), P580=at("1950-00-00", YEAR)),
)
VELL = item("Q999999004", "Orlo Vell", HUMAN, P569=said(at("1930-00-00", DECADE)))
SPEAKER = item("Q999999005", "Speaker of the Tarn Moot", OFFICE)
REEDS = item("Q999999006", "Reed Party", PARTY, P571=said(at("1949-02-00", MONTH)))
FORD = item(
    "Q999999007",
    "Battle of Velin Ford",
    BATTLE,
    P585=said(at("1941-08-09")),
    P276=said(to("Q999999001")),
    P710=said(to("Q999999006")),
)
WORLD = dump(TARN, ORLAND, REED, VELL, SPEAKER, REEDS, FORD)
