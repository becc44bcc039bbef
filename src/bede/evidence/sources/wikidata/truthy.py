"""Wikidata's "truthy" dump in N-Triples: the best statements alone, without their precision.

A group of triples becomes an item in the shape of the JSON dump, so that one mapping serves both.
What RDF has lost cannot be had back, and is not guessed:

- Ranks, qualifiers and references are gone: an office held has no time, a fact no source but
  Wikidata.
- The precision is gone: a year, a decade and a century are written as a 1 January, a month as its
  first day. A 1 January is kept as the year; as the decade, where the year ends in 0; and as the
  whole century on either side, where centuries are written so (1800, 1801, 1850). A first of
  another month is kept as the month.
- The calendar is gone: Julian days have been converted to Gregorian ones. All are read as
  Gregorian days that are not to be trusted before 1923, see `times`.
- The years follow XSD 1.1: 0000 is 1 BC, -0043 is 44 BC. The JSON dump has no year 0.

Sources: W3C, RDF 1.1 N-Triples, 25 February 2014; Wikibase, RDF Dump Format,
https://www.mediawiki.org/wiki/Wikibase/Indexing/RDF_Dump_Format; W3C, XML Schema Definition
Language 1.1 Part 2, section 3.3.7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from bede.evidence.sources.wikidata.mapping import wanted_properties
from bede.evidence.sources.wikidata.snaks import Json

MAX_TRIPLES = 20_000
"""So many triples of one item are read."""
_TRIPLE = re.compile(r"<([^>]{1,2000})> <([^>]{1,500})> (.+)", re.DOTALL)
_LITERAL = re.compile(
    r'"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]{1,35})|\^\^<([^>]{1,200})>)?', re.DOTALL
)
_ESCAPE = re.compile(r'\\(?:([tbnrf"\'\\])|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))')
_PLAIN = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
_ITEM = re.compile(rb"(?:/entity/|EntityData/)([QPL][1-9][0-9]{0,11})>")
_ENTITY, _DIRECT = "http://www.wikidata.org/entity/", "http://www.wikidata.org/prop/direct/"
_LABELS = frozenset({"http://www.w3.org/2000/01/rdf-schema#label"})
_ALIAS = "http://www.w3.org/2004/02/skos/core#altLabel"
_DESCRIPTION = "http://schema.org/description"
_ABOUT = "http://schema.org/about"
_SITELINKS = "http://wikiba.se/ontology#sitelinks"
_DATE = re.compile(r"([+-]?)([0-9]{4,16})-([0-9]{2})-([0-9]{2})T[0-9:.]{8,}Z?")
_PLACE = re.compile(r"(?i:point)\s?\(([0-9.E+-]{1,30}) ([0-9.E+-]{1,30})\)")
_GREGORIAN = "http://www.wikidata.org/entity/Q1985727"
_DAY, _MONTH, _YEAR, _DECADE = 11, 10, 9, 8


def owner(line: bytes) -> bytes:
    """The entity that a triple is about; the triples of one entity stand together."""
    found = _ITEM.search(line)
    return found[1] if found else b""


def items(data: bytes, first_line: int) -> Iterator[tuple[Json | None, str]]:
    """The items of some triples, each with its place; None for a line that is no triple.

    Args:
        data: whole lines, with all triples of the items they hold.
        first_line: the number of the first line.
    """
    numbered = enumerate(data.split(b"\n"), first_line)
    lines = ((number, line) for number, line in numbered if line.strip() and line[:1] != b"#")
    for entity, group in groupby(lines, key=lambda pair: owner(pair[1])):
        first, made, faulty = 0, _Item(entity.decode()), []
        for count, (number, line) in enumerate(group):
            first = first or number
            if count < MAX_TRIPLES and not made.take(line):
                faulty.append(number)
        for number in faulty:
            yield None, f"line {number}"
        if entity.startswith(b"Q"):
            yield made.item(), f"line {first}"


class _Item:
    """An item that its triples make up."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._labels: dict[str, Any] = {}
        self._descriptions: dict[str, Any] = {}
        self._aliases: dict[str, list[Any]] = {}
        self._claims: dict[str, list[Any]] = {}
        self._links = 0

    def take(self, line: bytes) -> bool:
        """Take one triple; False if it is none."""
        try:
            text = line.decode("utf-8").strip()
        except UnicodeDecodeError:
            return False
        found = _TRIPLE.fullmatch(text[:-1].rstrip()) if text.endswith(".") else None
        if found is None:
            return text.startswith("_:")  # of a blank node nothing is asked
        subject, predicate, value = found.groups()
        if subject == f"{_ENTITY}{self._name}":
            return self._statement(predicate, value)
        if predicate == _ABOUT and "EntityData/" not in subject:
            self._links += 1
        elif predicate == _SITELINKS:
            self._count(value)
        return True

    def item(self) -> Json:
        """The item in the shape of the JSON dump."""
        return {
            "id": self._name,
            "labels": self._labels,
            "descriptions": self._descriptions,
            "aliases": self._aliases,
            "claims": self._claims,
            "sitelinks": [None] * self._links,
        }

    def _statement(self, predicate: str, value: str) -> bool:
        if predicate.startswith(_DIRECT):
            prop = predicate.removeprefix(_DIRECT)
            statement = _statement_of(value) if prop in wanted_properties() else None
            if statement is not None:
                self._claims.setdefault(prop, []).append(statement)
            return True
        if predicate == _SITELINKS:
            self._count(value)
        elif predicate in _LABELS or predicate in (_ALIAS, _DESCRIPTION):
            return self._words(predicate, value)
        return True

    def _words(self, predicate: str, value: str) -> bool:
        literal = _LITERAL.fullmatch(value)
        if literal is None or literal[2] is None:
            return False
        language = literal[2].lower()
        told = {"language": language, "value": _unescaped(literal[1])}
        if predicate == _ALIAS:
            self._aliases.setdefault(language, []).append(told)
        elif predicate == _DESCRIPTION:
            self._descriptions[language] = told
        else:
            self._labels[language] = told
        return True

    def _count(self, value: str) -> None:
        literal = _LITERAL.fullmatch(value)
        if literal is not None and literal[1].isdecimal() and len(literal[1]) < 5:
            self._links = max(self._links, int(literal[1]))


def _statement_of(value: str) -> Json | None:
    """A statement of normal rank with this value, or None if the value is of no use."""
    if value.startswith(f"<{_ENTITY}"):
        number = value[len(_ENTITY) + 1 : -1]
        return _with({"entity-type": "item", "id": number}, "wikibase-entityid")
    literal = _LITERAL.fullmatch(value)
    if literal is None:
        return None
    text, language, kind = literal.groups()
    if kind is not None and kind.endswith("#dateTime"):
        return _dated(text)
    if kind is not None and kind.endswith("#wktLiteral"):
        return _placed(text)
    if language is not None:
        content = {"text": _unescaped(text), "language": language.lower()}
        return _with(content, "monolingualtext")
    return _with(_unescaped(text), "string")


def _with(value: object, kind: str) -> Json:
    snak = {"snaktype": "value", "datavalue": {"type": kind, "value": value}}
    return {"rank": "normal", "mainsnak": snak}


def _placed(text: str) -> Json | None:
    """A place on Earth; before one on another globe stands the address of that."""
    found = _PLACE.fullmatch(text)
    if found is None:
        return None
    return _with({"longitude": found[1], "latitude": found[2]}, "globecoordinate")


def _dated(text: str) -> Json:
    """A date as exactly as it can be known; what is no date is left to be found faulty."""
    found = _DATE.fullmatch(text)
    if found is None:
        return _with({"time": text[:40], "precision": _DAY}, "time")
    year, month, day = int(found[1] + found[2]), int(found[3]), int(found[4])
    if day != 1:
        return _with(_time(year, month, day, _DAY), "time")
    if month != 1:
        return _with(_time(year, month, 0, _MONTH), "time")
    if year % 100 in (0, 1, 50):
        before, behind = (year - 1) // 100 * 100 + 1, -(-(year + 1) // 100) * 100
        unknown = {"rank": "normal", "mainsnak": {"snaktype": "somevalue"}}
        bounds = {"P1319": before, "P1326": behind}
        return {
            **unknown,
            "qualifiers": {
                prop: [_with(_time(bound, 0, 0, _YEAR), "time")["mainsnak"]]
                for prop, bound in bounds.items()
            },
        }
    return _with(_time(year, 0, 0, _DECADE if year % 10 == 0 else _YEAR), "time")


def _time(year: int, month: int, day: int, precision: int) -> Json:
    """A time as the JSON dump writes it; `year` is astronomical, as in XSD 1.1."""
    sign, shown = ("+", year) if year > 0 else ("-", 1 - year)
    return {
        "time": f"{sign}{shown:04}-{month:02}-{day:02}T00:00:00Z",
        "precision": precision,
        "calendarmodel": _GREGORIAN,
    }


def _unescaped(text: str) -> str:
    def character(found: re.Match[str]) -> str:
        if found[1]:
            return _PLAIN[found[1]]
        code = int(found[2] or found[3], 16)
        return chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else "�"

    return _ESCAPE.sub(character, text) if "\\" in text else text
