"""The references of statements as sources.

What a statement is "stated in" (P248) and its address (P854) are kept; what it was "imported
from" (P143), a Wikipedia as a rule, is a weak witness. A statement without any of them rests on
Wikidata itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from bede.evidence.importing import plain, simple_source
from bede.evidence.sources.wikidata.mapping import cited_works, collections
from bede.evidence.sources.wikidata.snaks import Json, item_of, objects, references, words_of
from bede.evidence.values import Quality, Source, SourceKind

WIKIDATA = simple_source(
    "wikidata",
    "Wikidata",
    work="Wikidata",
    author="Wikidata contributors",
    publisher="Wikimedia Foundation",
    url="https://www.wikidata.org/",
)
MAX_SOURCES = 4
"""A statement keeps so many of its sources, the works before the addresses."""
_STATED_IN, _ADDRESS, _IMPORTED = "P248", "P854", "P143"
_MAX_ADDRESS = 500
_PAGE = "https://www.wikidata.org/wiki/"


class Sources:
    """The sources that statements cite, each made once."""

    def __init__(self) -> None:
        self.made: dict[str, Source] = {WIKIDATA.id: WIKIDATA}

    def cited(self, statement: Json) -> tuple[str, ...]:
        """The ids of the sources of a statement, best first; Wikidata itself if it has none."""
        works: dict[str, None] = {}
        addresses: dict[str, None] = {}
        imports: dict[str, None] = {}
        for snaks in references(statement):
            named = [self._work(item) for item in _items(snaks, _STATED_IN)]
            works.update(dict.fromkeys(named))
            if not named:  # the address is where the work was read
                read = (self._address(words_of(snak)[0]) for snak in objects(snaks.get(_ADDRESS)))
                addresses.update(dict.fromkeys(key for key in read if key is not None))
            taken = [self._collection(item) for item in _items(snaks, _IMPORTED)]
            imports.update(dict.fromkeys(taken))
        found = [*works, *addresses, *imports][:MAX_SOURCES]
        return tuple(found) or (WIKIDATA.id,)

    def is_weak(self, keys: Sequence[str]) -> bool:
        """Whether a statement has no witness but Wikidata and what it was imported from."""
        return all(key == WIKIDATA.id or self.made[key].quality == "poor" for key in keys)

    def _work(self, item: str) -> str:
        key = f"wikidata-{item.lower()}"
        if key not in self.made:
            known = cited_works().get(item)
            kind: SourceKind = "reference-work"
            quality: Quality = "fair"
            if known is not None:
                kind = "web" if known["kind"] == "web" else "reference-work"
                quality = _QUALITIES[known["quality"]]
            self.made[key] = simple_source(
                key,
                known["title"] if known else f"the work that is item {item} of Wikidata",
                work=known["title"] if known else "Wikidata",
                publisher=known.get("publisher") if known else None,
                url=f"{_PAGE}{item}",
                kind=kind,
                quality=quality,
            )
        return key

    def _address(self, text: str) -> str | None:
        address = plain(text, _MAX_ADDRESS)
        if not address.startswith(("http://", "https://")) or address.endswith("…"):
            return None
        mark = hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        key = f"wikidata-url-{mark}"
        if key not in self.made:
            site = address.split("/")[2]
            self.made[key] = simple_source(key, site, work=site, url=address, family=site)
        return key

    def _collection(self, item: str) -> str:
        key = f"wikidata-from-{item.lower()}"
        if key not in self.made:
            title = collections().get(item, f"the collection that is item {item} of Wikidata")
            self.made[key] = simple_source(
                key, title, work=title, url=f"{_PAGE}{item}", quality="poor"
            )
        return key


_QUALITIES: dict[str, Quality] = {"decent": "decent", "fair": "fair", "poor": "poor"}


def _items(snaks: Json, prop: str) -> Iterator[str]:
    for snak in objects(snaks.get(prop)):
        item = item_of(snak)
        if item is not None:
            yield item
