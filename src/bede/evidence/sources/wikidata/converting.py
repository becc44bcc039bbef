"""Pieces of a dump to records: the work that several processes share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from bede.evidence.sources.contract import Record, Skipped
from bede.evidence.sources.wikidata import truthy
from bede.evidence.sources.wikidata.citing import Sources
from bede.evidence.sources.wikidata.items import (
    Settings,
    class_of,
    decided,
    is_item,
    kin_of,
    records_of,
    shape_fault,
    slim,
)
from bede.evidence.sources.wikidata.mapping import ItemClass
from bede.evidence.sources.wikidata.snaks import Json, objects, table
from bede.evidence.sources.wikidata.tree import ClassTree, edge
from bede.evidence.values import Entity, Fact


@dataclass(frozen=True, slots=True)
class Task:
    """Some lines to be read.

    Attributes:
        data: JSON, one entity (or one answer of the API) on each line, or N-Triples.
        path: the file, for what has to be skipped.
        first_line: the number of the first line.
        settings: what is to be taken.
        triples: whether the lines are N-Triples.
    """

    data: bytes
    path: str
    first_line: int
    settings: Settings
    triples: bool = False


@dataclass(slots=True)
class Result:
    """What some lines gave.

    Attributes:
        records: sources, entities, facts and what was skipped, in the order of the lines.
        undecided: items whose class the rest of the dump must tell, as JSON lines.
        edges: of the tree of classes: class and superclass by turns.
        entities: how many entities of any type the lines held.
        left_out: how many items were of no kind that is wanted, or without a name.
    """

    records: list[Record] = field(default_factory=list)
    undecided: bytes = b""
    edges: list[int] = field(default_factory=list)
    entities: int = 0
    left_out: int = 0


_tree: ClassTree | None = None
"""The tree of classes in a process that settles what was left undecided."""


def learn(tree: ClassTree) -> None:
    """Give this process the tree of classes."""
    global _tree
    _tree = tree


def convert(task: Task) -> Result:
    """Read lines for the first time: what is not sure yet is put by."""
    result = Result()
    sources = Sources()
    waiting: list[bytes] = []
    for item, place in _entities(task, result):
        try:
            found = _first_look(item, result)
            if found is None:
                waiting.append(orjson.dumps(slim(item, task.settings.languages)))
            else:
                _take(item, found, task, sources, result)
        except (AttributeError, KeyError, TypeError, ValueError):
            result.records.append(shape_fault(task.path, place))
    result.undecided = b"".join(line + b"\n" for line in waiting)
    result.records[:0] = _cited(result.records, sources)
    return result


def settle(task: Task) -> Result:
    """Read what was put by, now that the tree of classes is known."""
    if _tree is None:
        raise RuntimeError("the tree of classes was not given to this process")
    result = Result()
    sources = Sources()
    for item, _ in _entities(task, result):
        try:
            found = class_of(kin_of(item), _tree.nearest)
            if found is None:
                result.left_out += 1
            else:
                _take(item, found, task, sources, result)
        except (AttributeError, KeyError, TypeError, ValueError):
            result.records.append(shape_fault(task.path, str(item["id"])))
    result.records[:0] = _cited(result.records, sources)
    return result


def _first_look(item: Json, result: Result) -> ItemClass | None:
    kin = kin_of(item)
    for over in kin.subclass_of:
        result.edges += edge(str(item["id"]), over)
    return decided(kin)


def _take(item: Json, found: ItemClass, task: Task, sources: Sources, result: Result) -> None:
    records = list(records_of(item, found, task.settings, task.path, sources))
    result.records += records
    result.left_out += not records


def _cited(records: Sequence[Record], sources: Sources) -> Iterator[Record]:
    """The sources that the records cite, so that each stands before what cites it."""
    cited: dict[str, None] = {}
    for record in records:
        if isinstance(record, Fact):
            cited.update(dict.fromkeys((*record.sources, *record.coarse_sources)))
            for value in record.values:
                cited.update(dict.fromkeys(value.sources))
        elif isinstance(record, Entity):
            cited.update(dict.fromkeys(record.sources))
            for name in record.names:
                cited.update(dict.fromkeys(name.sources))
    return (sources.made[key] for key in cited)


def _entities(task: Task, result: Result) -> Iterator[tuple[Json, str]]:
    """The items on the lines, each with its place; lines that cannot be read are skipped."""
    if task.triples:
        yield from _from_triples(task, result)
        return
    for number, line in enumerate(task.data.split(b"\n"), task.first_line):
        text = line.strip(b" \t\r,")
        if text in (b"", b"[", b"]"):
            continue
        place = f"line {number}"
        value = _parsed(text)
        if value is None:
            cause = "it is no valid JSON; the line may be cut off"
            result.records.append(Skipped(task.path, place, cause))
            continue
        for entity in _members(value):
            if "redirect" in entity:  # another number of an item that stands elsewhere
                continue
            result.entities += 1
            if is_item(entity):
                yield entity, place
            elif not isinstance(entity.get("id"), str):
                result.records.append(shape_fault(task.path, place))


def _from_triples(task: Task, result: Result) -> Iterator[tuple[Json, str]]:
    for item, place in truthy.items(task.data, task.first_line):
        if item is None:
            result.records.append(Skipped(task.path, place, "it is no N-Triple"))
        else:
            result.entities += 1
            yield item, place


def _parsed(text: bytes) -> Any:
    """The JSON of a line, or None; the brackets of an array that goes on may stand around it."""
    for candidate in (text, text.removeprefix(b"["), text.removesuffix(b"]").rstrip(b" ,")):
        try:
            value = orjson.loads(candidate)
        except orjson.JSONDecodeError:
            continue
        return value if isinstance(value, dict | list) else None
    return None


def _members(value: Any) -> Sequence[Json]:
    """The entities of a line: one, several in an array, or those of an answer of the API."""
    if isinstance(value, list):
        return objects(value)
    answer = value.get("entities")
    if isinstance(answer, dict | list):
        members = list(table(answer).values()) or list(objects(answer))
        return [one for one in members if isinstance(one, dict) and "missing" not in one]
    return [value]
