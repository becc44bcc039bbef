"""The statements of an item as facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bede.catalog import event_types
from bede.errors import ChronologyError
from bede.evidence.importing import When
from bede.evidence.sources.contract import Skipped
from bede.evidence.sources.wikidata.answers import Settled, Standing, Statement, settle
from bede.evidence.sources.wikidata.citing import Sources
from bede.evidence.sources.wikidata.mapping import EventRule, FactRule, event_rules, tables
from bede.evidence.sources.wikidata.snaks import (
    Json,
    item_of,
    items_of,
    kept,
    main,
    statements,
    table,
)
from bede.evidence.sources.wikidata.stating import Reader
from bede.evidence.sources.wikidata.times import Told, interval, single
from bede.evidence.values import Confidence, Fact, Roles

MAX_FILLERS = 32
"""A role keeps so many fillers; a world war has more than a reader can use."""
MAX_STATEMENTS = 200
"""So many statements of one property are read; more are found on items that are lists."""
_WITNESSES_OF_NEW_YEAR = 2
"""A birth on 1 January is mostly a year that a program filled up; two works outweigh that."""
_BEGIN, _END, _POINT = "P580", "P582", "P585"
_STANDINGS: Mapping[object, Standing] = {"preferred": "preferred", "deprecated": "deprecated"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands, for what has to be skipped.

    Attributes:
        path: the file.
        item: the item ("Q42").
    """

    path: str
    item: str

    def skipped(self, prop: str, error: ChronologyError) -> Skipped:
        """A statement that cannot be used, and why."""
        return Skipped(self.path, f"{self.item}, {prop}", error.cause)


class Facts:
    """Tells the facts of one item.

    Args:
        item: the item.
        reader: reads its times.
        sources: makes its sources.
        place: where it stands.
    """

    def __init__(self, item: Json, reader: Reader, sources: Sources, place: Place) -> None:
        self._item = item
        self._key = place.item.lower()
        self._reader = reader
        self._sources = sources
        self._place = place
        self._ids: Counter[str] = Counter()

    def of_kind(self, kind: str) -> Iterator[Fact | Skipped]:
        """The facts that the statements of an item of this kind tell."""
        told = table(self._item.get("claims"))
        for rule in tables().facts.get(kind, ()):
            spared = any(kept(statements(self._item, prop)) for prop in rule.unless)
            if rule.property in told and not spared:
                yield from self._single(rule) if rule.single else self._many(rule)

    def of_event(self, event: str) -> Iterator[Fact | Skipped]:
        """The facts that a happening tells of itself."""
        rules = event_rules().get(event, ())
        if not rules:
            return
        settled, faults = self._own_time()
        yield from faults
        for rule in rules:
            roles = self._event_roles(rule)
            if roles is not None and (settled is not None or len(roles) > 1):
                yield self._fact(rule.type, roles, settled, (), "medium")

    def _single(self, rule: FactRule) -> Iterator[Fact | Skipped]:
        settled, faults = self._settled(rule.property)
        yield from faults
        roles = {rule.item: (self._key,), **self._roles(rule.roles), **_texts(rule)}
        if settled is not None or (len(roles) > 1 and not faults and self._asked(rule.property)):
            yield self._fact(rule.type, roles, settled, (), rule.confidence)

    def _asked(self, prop: str) -> bool:
        """Whether the item says that there is a value at all, though it may not be known."""
        return any(main(one).get("snaktype") != "novalue" for one in self._kept(prop))

    def _many(self, rule: FactRule) -> Iterator[Fact | Skipped]:
        for statement in self._kept(rule.property):
            filler = item_of(main(statement))
            if filler is None or (rule.only and filler not in rule.only):
                continue
            try:
                settled, time = self._time(rule, statement)
            except ChronologyError as error:
                yield self._place.skipped(rule.property, error)
                continue
            roles = {
                rule.item: (self._key,),
                **({rule.value: (filler.lower(),)} if rule.value else {}),
                **self._roles(rule.roles),
                **_texts(rule),
            }
            cited = self._sources.cited(statement)
            confidence = "weak" if self._reader.doubts(statement) else rule.confidence
            yield self._fact(rule.type, roles, settled or time, cited, confidence)

    def _time(self, rule: FactRule, statement: Json) -> tuple[Settled | None, When | None]:
        match rule.time:
            case "point":
                return None, self._reader.point(statement)
            case "begin":
                return None, self._reader.begin(statement)
            case "state":
                return None, self._reader.state(statement)
            case "":
                return None, None
            case prop:
                return self._settled(prop)[0], None

    def _settled(self, prop: str) -> tuple[Settled | None, list[Skipped]]:
        """The answer that the statements of one property give, and those of no use."""
        told: list[Statement] = []
        faults: list[Skipped] = []
        for statement in statements(self._item, prop)[:MAX_STATEMENTS]:
            try:
                time = self._reader.value(statement)
            except ChronologyError as error:
                faults.append(self._place.skipped(prop, error))
                continue
            if time is not None:
                told.append(self._statement(statement, time))
        return settle(told), faults

    def _statement(self, statement: Json, time: Told) -> Statement:
        cited = self._sources.cited(statement)
        witnesses = 0 if self._sources.is_weak(cited) else len(cited)
        if witnesses < _WITNESSES_OF_NEW_YEAR:
            time = time.without_placeholder()
        standing = _STANDINGS.get(statement.get("rank"), "normal")
        return Statement(standing, time, cited, witnesses)

    def _own_time(self) -> tuple[Settled | None, list[Skipped]]:
        """When a happening was: its point in time, else from its begin to its end."""
        point, faults = self._settled(_POINT)
        if point is not None:
            return point, faults
        begin, end = (self._best_told(prop, faults) for prop in (_BEGIN, _END))
        try:
            told = [one.told for one in (begin, end) if one is not None]
            # A happening whose end is not told is that of its begin, not one that goes on.
            time = (
                interval(told[0], told[1])
                if len(told) == 2
                else single(told[0])
                if begin is not None
                else None
            )
        except ChronologyError as error:
            faults.append(self._place.skipped(_END, error))
            return None, faults
        if time is None:
            return None, faults
        cited = dict.fromkeys(key for one in (begin, end) if one for key in one.sources)
        return Settled(time, tuple(cited), (), ()), faults

    def _best_told(self, prop: str, faults: list[Skipped]) -> Statement | None:
        for statement in self._kept(prop):
            try:
                told = self._reader.value(statement)
            except ChronologyError as error:
                faults.append(self._place.skipped(prop, error))
                continue
            if told is not None:
                return self._statement(statement, told)
        return None

    def _kept(self, prop: str) -> Sequence[Json]:
        found = kept(statements(self._item, prop))[:MAX_STATEMENTS]
        return sorted(found, key=lambda one: one.get("rank") != "preferred")

    def _roles(self, told: Sequence[tuple[str, Sequence[str]]]) -> dict[str, tuple[str, ...]]:
        found = {}
        for role, properties in told:
            for prop in properties:  # the first that is stated
                fillers = items_of(self._item, (prop,))[:MAX_FILLERS]
                if fillers:
                    found[role] = tuple(filler.lower() for filler in fillers)
                    break
        return found

    def _event_roles(self, rule: EventRule) -> dict[str, tuple[str, ...]] | None:
        roles = self._roles(rule.roles)
        if any(role not in roles for role in rule.needs):
            return None
        return {rule.item: (self._key,), **roles} if rule.item else roles

    def _fact(
        self,
        event: str,
        roles: Roles,
        time: Settled | When | None,
        cited: tuple[str, ...],
        confidence: Confidence,
    ) -> Fact:
        key = event_types()[event].key.name
        bearer = roles[key][0]
        stem = f"{bearer}-{event}" if bearer == self._key else f"{bearer}-{event}-{self._key}"
        self._ids[stem] += 1
        number = self._ids[stem]
        settled = time if isinstance(time, Settled) else None
        moment = settled.time if settled is not None else time
        when = moment if isinstance(moment, When) else None
        return Fact(
            id=stem if number == 1 else f"{stem}-{number}",
            type=event,
            roles={key: roles[key], **roles},
            edtf=when.edtf if when else None,
            span=when.span if when else None,
            old_style=when.old_style if when else None,
            rank="preferred",
            confidence=confidence,
            sources=(settled.sources if settled else cited) or ("wikidata",),
            coarse_sources=settled.coarse if settled else (),
            values=settled.values if settled else (),
            grade=None,
            note=None,
            part_of=(),
        )


def _texts(rule: FactRule) -> dict[str, tuple[str, ...]]:
    return {role: (words,) for role, words in rule.texts}
