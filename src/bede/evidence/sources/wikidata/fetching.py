"""From a list of names to a slice of Wikidata: the items meant, and what they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import orjson

from bede.evidence.importing import plain
from bede.evidence.names import name_key
from bede.evidence.sources.contract import Record
from bede.evidence.sources.wikidata.citing import Sources
from bede.evidence.sources.wikidata.items import (
    KINDS,
    Settings,
    class_of,
    is_item,
    kin_of,
    records_of,
)
from bede.evidence.sources.wikidata.live import Hit, Wikidata
from bede.evidence.sources.wikidata.mapping import classes
from bede.evidence.sources.wikidata.snaks import Json
from bede.evidence.sources.wikidata.tree import ClassTree, edge
from bede.evidence.values import Entity, Fact

MAX_NEIGHBOURS = 5000
"""So many items are asked for because others name them."""
MAX_CLASSES = 2000
_STEPS = 8
_NUMBER = re.compile(r"[Qq][1-9][0-9]{0,11}")
_KEY = re.compile(r"q[1-9][0-9]{0,11}")


@dataclass(frozen=True, slots=True)
class Unclear:
    """A name that does not lead to one item.

    Attributes:
        name: the name that was asked.
        hits: the items that bear it; empty if there is none.
    """

    name: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was fetched.

    Attributes:
        named: the numbers of the items that were asked for, in the order of the names.
        items: all items, by number: those, what they name, and the classes over them.
        unclear: the names that lead to none or to several.
    """

    named: tuple[str, ...]
    items: dict[str, Json]
    unclear: tuple[Unclear, ...]


def fetch(names: Sequence[str], wikidata: Wikidata, settings: Settings) -> Fetched:
    """Fetch the items that some names mean, and what their facts name.

    A name means the one item that bears it just so; of several none is taken. A number ("Q42")
    means its item.

    Args:
        names: names and numbers.
        wikidata: is asked.
        settings: languages and kinds that are wanted.

    Raises:
        ReferenceSourceError: Wikidata cannot be asked.
    """
    numbers: dict[str, None] = {}
    unclear: list[Unclear] = []
    known = _Known(wikidata)
    for name in dict.fromkeys(" ".join(name.split()) for name in names if name.strip()):
        hits = known.meant(name, settings)
        if len(hits) == 1:
            numbers[hits[0].id] = None
        else:
            unclear.append(Unclear(name, hits))
    at_last = known.get(numbers)  # a number may lead on to another
    unclear += [Unclear(number, ()) for number in numbers if number not in at_last]
    named = tuple(dict.fromkeys(at_last[number] for number in numbers if number in at_last))
    known.get(known.named_by(named, settings)[:MAX_NEIGHBOURS])
    known.climb()
    return Fetched(named, known.items, tuple(unclear))


def names_in(text: str) -> Iterator[str]:
    """The names in a file: one on each line; what stands behind "#" is a remark."""
    for line in text.splitlines():
        name = line.partition("#")[0].strip()
        if name:
            yield name


def write_slice(items: Mapping[str, Json], path: Path) -> None:
    """Write items as JSON lines, as a slice of a dump, in the order of their numbers.

    Raises:
        OSError: the file cannot be written.
    """
    with path.open("wb") as file:
        for number in sorted(items, key=lambda one: int(one[1:])):
            file.write(orjson.dumps(items[number]) + b"\n")


class _Known:
    """The items that have been fetched."""

    def __init__(self, wikidata: Wikidata) -> None:
        self._wikidata = wikidata
        self.items: dict[str, Json] = {}

    def get(self, numbers: Iterable[str]) -> dict[str, str]:
        """Fetch items; for each number that exists the number of the item itself."""
        found = self._wikidata.items(numbers)
        real = {number: str(one["id"]) for number, one in found.items() if is_item(one)}
        self.items.update({name: found[number] for number, name in real.items()})
        return real

    def meant(self, name: str, settings: Settings) -> tuple[Hit, ...]:
        """The items of a kind that is wanted which bear the very name."""
        if _NUMBER.fullmatch(name):
            return (Hit(name.upper(), "", "", name),)
        hits = self._wikidata.search(name, settings.languages[0])
        same = [hit for hit in hits if name_key(name) in map(name_key, (hit.label, hit.matched))]
        looked_at = self._wikidata.items(hit.id for hit in same)
        tree = self._tree(looked_at.values())
        return tuple(
            replace(hit, label=hit.label or plain(name))
            for hit in same
            if hit.id in looked_at and self._is_wanted(looked_at[hit.id], tree, settings)
        )

    def named_by(self, numbers: Sequence[str], settings: Settings) -> list[str]:
        """The numbers of the items that the records of some items name, sorted."""
        items = [self.items[number] for number in numbers]
        tree = self._tree(items)
        wide = replace(settings, kinds=KINDS)
        found: set[str] = set()
        for item in items:
            known = class_of(kin_of(item), tree.nearest)
            if known is not None:
                for record in records_of(item, known, wide, "", Sources()):
                    found |= _named_in(record)
        return sorted({one.upper() for one in found if _KEY.fullmatch(one)})

    def climb(self) -> None:
        """Fetch the classes over all items, step by step, until those that Bede knows."""
        self._tree(list(self.items.values()), self.items)

    def _tree(self, items: Iterable[Json], into: dict[str, Json] | None = None) -> ClassTree:
        """The tree over some items; its classes are fetched, and kept in `into` if it is given."""
        edges: list[int] = []
        asked: set[str] = set()
        level = list(items)
        for _ in range(_STEPS):
            over: set[str] = set()
            for item in level:
                kin = kin_of(item)
                over |= {*kin.instance_of, *kin.subclass_of}
                for one in kin.subclass_of:
                    edges += edge(str(item["id"]), one)
            wanted = sorted(over - asked - set(classes()))[: MAX_CLASSES - len(asked)]
            asked |= set(wanted)
            if not wanted:
                break
            found = self._wikidata.items(wanted)
            level = [one for one in found.values() if is_item(one)]
            if into is not None:
                into.update({str(one["id"]): one for one in level})
        return ClassTree(edges, classes())

    @staticmethod
    def _is_wanted(item: Json, tree: ClassTree, settings: Settings) -> bool:
        found = class_of(kin_of(item), tree.nearest)
        return found is not None and found.kind in settings.kinds


def _named_in(record: Record) -> set[str]:
    if isinstance(record, Fact):
        return {one for fillers in record.roles.values() for one in fillers}
    if isinstance(record, Entity):
        return {*record.part_of, *record.authors, *filter(None, (record.body,))}
    return set()
