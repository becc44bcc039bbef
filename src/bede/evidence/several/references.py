"""Several references read as one: the first goes before the second, and so on."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import cached_property
from itertools import zip_longest
from types import TracebackType
from typing import Self

from bede.catalog import event_types
from bede.evidence.candidates import Candidate
from bede.evidence.forms import FORMS, Form
from bede.evidence.names import name_key
from bede.evidence.several.faces import MARK, Faces, Opened
from bede.evidence.several.joining import one_candidate, one_entity
from bede.evidence.several.merging import Told, united
from bede.evidence.several.sameness import share_name
from bede.evidence.several.translating import CommonIds
from bede.evidence.store import ReferenceInfo, in_time
from bede.evidence.values import Completeness, Entity, Fact, Name, Source
from bede.evidence.wholes import wholes_of

_Pair = tuple[Entity, Name]


class References:
    """Compiled references read as one, with the questions that one of them answers.

    Nothing is read before it is asked for: records of one person or thing, and facts of one
    happening, are brought together when they are read.

    Args:
        parts: the references, those that go before first. They are closed with this.
    """

    def __init__(self, parts: Sequence[Opened]) -> None:
        self._parts = tuple(parts)
        self._faces = Faces(self._parts)
        self._common = CommonIds(self._parts, self._faces)
        self._entities: dict[str, Entity] = {}
        self._told: dict[tuple[str, str], tuple[Fact, ...]] = {}
        self._united: dict[str, str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all files; the values that were read stay good."""
        with ExitStack() as stack:
            for part in self._parts:
                stack.callback(part.reference.close)

    @property
    def parts(self) -> tuple[Opened, ...]:
        """The references, those that go before first."""
        return self._parts

    @property
    def info(self) -> ReferenceInfo:
        """All paths and packs, sums of all numbers, and one hash for contents, order and trust.

        The hash is the SHA-256 of a line for each reference, in their order: content hash, trust
        in the whole, and trust in single sources.
        """
        infos = [part.reference.info for part in self._parts]
        lines = (
            " ".join([info.hash, part.trust.whole, *_told_trust(part)])
            for info, part in zip(infos, self._parts, strict=True)
        )
        digest = hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()
        kinds: Counter[str] = Counter()
        for info in infos:
            kinds.update(dict(info.entities))
        return ReferenceInfo(
            path=", ".join(info.path for info in infos),
            packs=tuple(sorted({pack for info in infos for pack in info.packs})),
            hash=digest,
            heads=tuple(dict.fromkeys(head for info in infos for head in info.heads)),
            entities=tuple(sorted(kinds.items())),
            names=sum(info.names for info in infos),
            facts=sum(info.facts for info in infos),
            sources=sum(info.sources for info in infos),
            completeness=sum(info.completeness for info in infos),
        )

    def source(self, source_id: str) -> Source:
        """Return a source.

        Raises:
            KeyError: if there is none of this id.
        """
        number, local = self._faces.source_home(source_id)
        return replace(self._parts[number].reference.source(local), id=source_id)

    def origin(self, record_id: str) -> str:
        """Return the name of the pack that an entity, a fact or a source is from.

        Where two references have a pack of that name, that of the reference stands behind it.

        Raises:
            KeyError: if there is none of this id.
        """
        name, mark, own = record_id.partition(MARK)
        for part in self._parts:
            try:
                pack = part.reference.origin(own if mark and part.name == name else record_id)
            except KeyError:
                continue
            return f"{pack} in {part.name}" if self._pack_names[pack] > 1 else pack
        raise KeyError(record_id)

    @cached_property
    def _pack_names(self) -> Counter[str]:
        """How many of the references have a pack of each name."""
        return Counter(
            name
            for part in self._parts
            for name in dict.fromkeys(name for name, _ in part.reference.info.packs)
        )

    def entity(self, entity_id: str) -> Entity:
        """Return an entity with the names that all references give it.

        Args:
            entity_id: its id, or that of any of its records.

        Raises:
            KeyError: if there is none of this id.
        """
        common = self._faces.common(self._faces.home(entity_id))
        if common not in self._entities:
            entities = [self._common.entity(face) for face in self._faces.faces(common)]
            self._entities[common] = one_entity(entities)
        return self._entities[common]

    def named(self, text: str) -> tuple[_Pair, ...]:
        """Return the entities that have a name, with that name, sorted by id."""
        found: dict[tuple[str, str | None], _Pair] = {}
        for number, part in enumerate(self._parts):
            for entity, name in part.reference.named(text):
                whole = self.entity(self._faces.common((number, entity.id)))
                found.setdefault((whole.id, name.edtf), (whole, self._common.name(number, name)))
        return tuple(sorted(found.values(), key=lambda pair: pair[0].id))

    def search(self, text: str, *, limit: int = 10) -> tuple[_Pair, ...]:
        """Return entities with a name that has all words of `text`.

        The best of each reference come first, then the second best of each, and so on.

        Args:
            text: words, in any order.
            limit: how many to return at most.
        """
        lists = [
            [
                (self._faces.common((number, entity.id)), self._common.name(number, name))
                for entity, name in part.reference.search(text, limit=limit)
            ]
            for number, part in enumerate(self._parts)
        ]
        found: dict[tuple[str, str, str | None], _Pair] = {}
        for ranked in zip_longest(*lists):
            for common, name in filter(None, ranked):
                key = (common, name_key(name.text), name.edtf)
                found.setdefault(key, (self.entity(common), name))
        return tuple(found.values())[:limit]

    def candidates(
        self,
        text: str,
        *,
        forms: Collection[Form] = FORMS,
        kinds: Collection[str] | None = None,
        limit: int = 32,
    ) -> tuple[Candidate, ...]:
        """Return whom or what a name may stand for.

        Args:
            text: the name as it stands in a text, without an article.
            forms: the forms in which it may be found.
            kinds: the kinds of entity wanted, None for all.
            limit: how many to return at most.

        Returns:
            each entity once, in its best form: by form, then the best known first, then by id.
        """
        found: dict[str, list[Candidate]] = {}
        for number, part in enumerate(self._parts):
            for one in part.reference.candidates(text, forms=forms, kinds=kinds, limit=limit):
                common = self._faces.common((number, one.entity))
                found.setdefault(common, []).append(replace(one, entity=common))
        whole = [one_candidate(faces, self.entity(common)) for common, faces in found.items()]
        order = list(FORMS)
        whole.sort(key=lambda one: (order.index(one.form), -one.prominence, one.entity))
        return tuple(whole[:limit])

    def knows(self, text: str) -> bool:
        """Return whether anything has this name, whole, as `named` compares it."""
        return any(part.reference.knows(text) for part in self._parts)

    def same_as(self, address: str) -> tuple[str, ...]:
        """Return the ids of the entities that have an address elsewhere ("wikidata:Q1"), sorted."""
        found = {
            self._faces.common((number, local))
            for number, part in enumerate(self._parts)
            for local in part.reference.same_as(address)
        }
        return tuple(sorted(found))

    def bearers(self, word: str, *, limit: int = 2000) -> int:
        """Return how many persons have a name with this word in it, counted up to a limit.

        Whom several references know counts for each.
        """
        return min(limit, sum(part.reference.bearers(word, limit=limit) for part in self._parts))

    def people(self) -> int:
        """Return how many persons there are, counted in each reference."""
        return sum(part.reference.people() for part in self._parts)

    def verify(self) -> tuple[str, ...]:
        """Return what is wrong, one line for each fault with its file; empty if all is sound."""
        return tuple(
            f"{part.reference.info.path}: {fault}"
            for part in self._parts
            for fault in part.reference.verify()
        )

    def fact(self, fact_id: str) -> Fact:
        """Return a fact.

        Args:
            fact_id: its id, or that of any record of the same happening.

        Raises:
            KeyError: if there is none of this id.
        """
        name, mark, own = fact_id.partition(MARK)
        for number, part in enumerate(self._parts):
            try:
                local = part.reference.fact(own if mark and part.name == name else fact_id)
            except KeyError:
                continue
            return self._whole(number, local)
        raise KeyError(fact_id)

    def facts(
        self,
        entity_id: str,
        *,
        types: Collection[str] | None = None,
        role: str | None = None,
        limit: int | None = None,
    ) -> tuple[Fact, ...]:
        """Return the facts in which an entity fills a role, each happening once.

        Args:
            entity_id: the entity; one that is in no reference has no facts.
            types: event types to look for; None for all.
            role: the role that the entity fills; None for any.
            limit: how many records of each reference to read at most; None for all.

        Returns:
            facts sorted by their earliest beginning, those without one last, then by id.
        """
        try:
            faces = self._faces.faces(entity_id)
        except KeyError:
            return ()
        found: dict[str, Fact] = {}
        for number, local in faces:
            reference = self._parts[number].reference
            for fact in reference.facts(local, types=types, role=role, limit=limit):
                whole = self._whole(number, fact)
                found[whole.id] = whole
        return in_time(found.values())

    def facts_of_type(self, event_type: str) -> tuple[Fact, ...]:
        """Return all facts of an event type, in the order of `facts`."""
        found: dict[str, Fact] = {}
        for number, part in enumerate(self._parts):
            for fact in part.reference.facts_of_type(event_type):
                whole = self._whole(number, fact)
                found[whole.id] = whole
        return in_time(found.values())

    def completeness(self, entity_id: str, event_type: str) -> tuple[Completeness, ...]:
        """Return what the references say of their own completeness, sorted by id.

        What a weakly trusted reference calls complete is left out: it would accuse.
        """
        try:
            faces = self._faces.faces(entity_id)
        except KeyError:
            return ()
        found: list[Completeness] = []
        for number, local in faces:
            part = self._parts[number]
            for statement in part.reference.completeness(local, event_type):
                whole = self._statement(number, statement)
                told = any(replace(one, id=whole.id) == whole for one in found)
                if not told and not (statement.complete and part.trust.whole == "weak"):
                    found.append(whole)
        return tuple(sorted(found, key=lambda statement: statement.id))

    def ancestors(self, entity_id: str) -> tuple[str, ...]:
        """Return the ids of all wholes that an entity belongs to, the nearest first.

        Raises:
            KeyError: if there is no entity of this id.
        """
        return wholes_of(self.entity(entity_id), self.entity)

    def _whole(self, number: int, fact: Fact) -> Fact:
        """The fact of which a record of one reference is a part."""
        key = event_types()[fact.type].key.name
        for local in fact.roles.get(key, ()):
            self._happenings(self._faces.common((number, local)), fact.type)
        own = self._common.fact_id(number, fact.id)
        for local in fact.roles.get(key, ()):
            common = self._faces.common((number, local))
            for whole in self._happenings(common, fact.type):
                if whole.id == self._united.get(own, own):
                    return whole
        return self._common.fact(number, fact)

    def _happenings(self, entity_id: str, event_type: str) -> tuple[Fact, ...]:
        """The happenings of one type with a key entity, each united from its records."""
        if (entity_id, event_type) in self._told:
            return self._told[entity_id, event_type]
        role = event_types()[event_type].key.name
        told = [
            Told(face, fact.id, self._common.fact(number, fact))
            for face, (number, local) in enumerate(self._faces.faces(entity_id))
            for fact in self._parts[number].reference.facts(local, types=(event_type,), role=role)
        ]
        found, joined = united(told, self._may_be_same)
        self._united |= joined
        self._told[entity_id, event_type] = found
        return found

    def _may_be_same(self, one: str, other: str) -> bool:
        """Whether two fillers may be one thing, or a thing and its part."""
        try:
            first, second = self.entity(one), self.entity(other)
        except KeyError:  # words, which may mean anything
            return True
        if first.kind != second.kind or share_name(first, second):
            return True
        return other in self.ancestors(one) or one in self.ancestors(other)

    def _statement(self, number: int, statement: Completeness) -> Completeness:
        """A statement of completeness in the common ids; a record counts for its happening."""
        reference = self._parts[number].reference
        records = []
        for record in statement.records:
            try:
                records.append(self._whole(number, reference.fact(record)).id)
            except KeyError:  # the records of a list are entities
                records.append(self._faces.common((number, record)))
        return replace(
            statement,
            id=statement.id if number == 0 else f"{self._parts[number].name}{MARK}{statement.id}",
            entity=self._faces.common((number, statement.entity)),
            where={
                role: self._common.entities(number, fillers)
                for role, fillers in statement.where.items()
            },
            records=tuple(records),
            sources=self._common.sources(number, statement.sources),
        )


def _told_trust(part: Opened) -> Iterator[str]:
    yield from (f"{name}={level}" for name, level in sorted(part.trust.sources.items()))
