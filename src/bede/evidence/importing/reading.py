"""Facts that Bede reads itself, in texts that the user trusts.

Only what a text asserts for itself is taken, and only by name: a claim whose key role is filled by
a description ("the young painter") is about nobody on record. A claim keeps the time that it tells
itself. Every fact rests on its passage. What happens once to its key role is one fact, with the
times that differ beside it; the same fact told twice is one, with both passages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bede.catalog import Role, event_types, lexicon
from bede.chronology import Span
from bede.errors import ChronologyError
from bede.evidence.importing.ids import Ids, slug
from bede.evidence.importing.joining import confidence_in, joined
from bede.evidence.importing.records import plain, simple_entity, simple_fact
from bede.evidence.importing.times import LAST_GREAT_CHANGE, When, when
from bede.evidence.names import name_key
from bede.evidence.values import Confidence, Entity, EntityKind, Fact, Name, Source

if TYPE_CHECKING:
    from bede.claims import Claim, Filler
    from bede.documents import Document

MAX_QUOTED = 200
"""The most characters of a passage that are quoted."""
_ARTICLES = ("the ", "The ", "a ", "A ", "an ", "An ")
_KINDS: Mapping[str, EntityKind] = {
    "person": "person", "organisation": "organisation", "place": "place", "office": "office",
    "happening": "happening", "work": "work", "idea": "idea",
}  # fmt: skip
_OF_LABEL: Mapping[str, tuple[EntityKind, ...]] = {
    "PERSON": ("person",),
    "ORG": ("organisation",),
    "GPE": ("place", "organisation"),
    "LOC": ("place",),
    "FAC": ("place",),
    "EVENT": ("happening",),
    "WORK_OF_ART": ("work",),
}
"""What a label of the entity recogniser (OntoNotes 5 guidelines) means first of all."""

PassageSource = Callable[["Claim"], Source]


@dataclass(slots=True)
class _Document:
    """What is known of the names of one document."""

    people: tuple[str, ...]
    labels: dict[int, str]


@dataclass(slots=True)
class TextFacts:
    """The facts of several texts that belong together.

    Args:
        data_set: the id of the data set, with which the ids begin.
        confidence: of the facts.
    """

    data_set: str
    confidence: Confidence
    _entities: dict[tuple[EntityKind, str], Entity] = field(default_factory=dict)
    _facts: dict[tuple[object, ...], Fact] = field(default_factory=dict)
    _ids: Ids = field(default_factory=Ids)
    _document: _Document = field(default_factory=lambda: _Document((), {}))

    def read(
        self,
        document: Document,
        source: Source | PassageSource,
        *,
        otherwise: When | None = None,
    ) -> Iterator[Source]:
        """Read a text, and keep its facts.

        Args:
            document: the text.
            source: what the facts rest on, or what makes the source of a claim: its passage.
            otherwise: the time of a claim that tells none.

        Yields:
            The sources of the facts that were kept.
        """
        from bede.claims import extract
        from bede.text import analyse

        analysis = analyse(document)
        extraction = extract(analysis)
        labels = {token.start: token.label for one in analysis.sentences for token in one.tokens}
        self._document = _Document(extraction.people, labels)
        for claim in extraction.claims:
            passage = source if isinstance(source, Source) else source(claim)
            if self._keep(claim, passage, otherwise):
                yield passage

    def name(
        self, kind: EntityKind, name: str, source: Source, *, subkind: str | None = None
    ) -> str:
        """The id of the entity of that name and kind, which is made if need be."""
        key = (kind, name_key(name))
        if key not in self._entities:
            entity = simple_entity(
                self._ids.fresh(slug(f"{self.data_set} {name}")),
                kind,
                [Name(name, "preferred", None, None, ())],
                [source.id],
                subkind=subkind,
                confidence=self.confidence,
            )
            self._entities[key] = entity
        return self._entities[key].id

    def put(self, fact: Fact, *, once: bool) -> None:
        """Keep a fact, joined with the one of the same happening if there is one.

        Args:
            fact: its id is given later.
            once: whether it happens once to its key role.
        """
        key: tuple[object, ...] = (fact.type, *sorted(fact.roles.items()))
        key = (fact.type, next(iter(fact.roles.items()))) if once else (*key, fact.edtf)
        known = self._facts.get(key)
        self._facts[key] = fact if known is None else joined(known, fact)

    def records(self) -> Iterator[Entity | Fact]:
        """The entities and facts of all texts, in the order in which they were met."""
        authors = self._authors()
        for entity in self._entities.values():
            yield replace(entity, authors=tuple(authors.get(entity.id, ())))
        for fact in self._facts.values():
            subject = next(iter(fact.roles.values()))[0]
            yield replace(fact, id=self._ids.fresh(f"{subject}-{fact.type}"))

    def _authors(self) -> dict[str, dict[str, None]]:
        """The authors of each work, by the facts of its writing and publication."""
        found: dict[str, dict[str, None]] = {}
        for fact in self._facts.values():
            for work in fact.roles.get("work", ()):
                for author in fact.roles.get("author", ()):
                    found.setdefault(work, {})[author] = None
        return found

    def _keep(self, claim: Claim, source: Source, otherwise: When | None) -> bool:
        if claim.modality.value != "asserted" or claim.speaker or claim.degree or claim.repeated:
            return False
        event = event_types()[claim.type]
        wanted = sorted(event.roles, key=lambda role: not role.key)
        found = {role: self._named(claim, role) for role in wanted}
        roles = {role.name: names for role, names in found.items() if names}
        time = _time(claim) if claim.time is not None else otherwise
        if event.key.name not in roles or (time is None and len(roles) < 2):
            return False
        if claim.time is not None and time is None:
            return False  # a time that is not sure enough to keep may be what the claim is about
        fillers = {
            role.name: tuple(self._filler(kind, name, source) for kind, name in found[role])
            for role in wanted
            if role.name in roles
        }
        note = f"read by Bede in {source.title}, {(source.pages or '').partition(':')[0]}"
        fact = simple_fact(
            "", claim.type, fillers, time, [source.id],
            confidence=confidence_in(claim.type, time, self.confidence), note=plain(note),
        )  # fmt: skip
        self.put(fact, once=event.cardinality == "once")
        return True

    def _filler(self, kind: EntityKind | None, name: str, source: Source) -> str:
        return name if kind is None else self.name(kind, name, source)

    def _named(self, claim: Claim, role: Role) -> list[tuple[EntityKind | None, str]]:
        """The fillers of a role that have a name, with their kinds; None for free text."""
        named: list[tuple[EntityKind | None, str]] = []
        for filler in claim.roles.get(role.name, ()):
            if role.kinds == ("text",):
                named.append((None, plain(filler.text)))
                continue
            name = plain(filler.name or "")
            if filler.nature == "description" or filler.count or not name_key(name):
                continue
            kind = self._kind(filler, role)
            if kind is not None:
                named.append((kind, self._whole(kind, name)))
        return list(dict.fromkeys(named))

    def _kind(self, filler: Filler, role: Role) -> EntityKind | None:
        """The kind of a filler, or None if it may be of several."""
        possible = [_KINDS[kind] for kind in role.kinds if kind in _KINDS]
        if len(possible) == 1:
            return possible[0]
        if "person" in possible and filler.name in self._document.people:
            return "person"
        head = filler.head.lower()
        told = [kind for kind in possible if head in lexicon("nouns", kind)]
        if len(told) == 1:
            return told[0]
        at = filler.start + max(filler.text.rfind(filler.head), 0)
        for kind in _OF_LABEL.get(self._document.labels.get(at, ""), ()):
            if kind in possible:
                return kind
        return None

    def _whole(self, kind: EntityKind, name: str) -> str:
        """The name as its entity bears it.

        Only titles keep an article, and a bare surname is made whole where one person has it.
        """
        if kind != "work":
            for article in _ARTICLES:
                name = name.removeprefix(article)
        if kind != "person" or " " in name:
            return name
        bearers = {one for one in self._document.people if one.split()[-1:] == [name]} - {name}
        return plain(bearers.pop()) if len(bearers) == 1 else name


def _time(claim: Claim) -> When | None:
    """The time that the claim tells itself, with both calendars for an old day."""
    told = claim.told_time
    if told is None or not told.readings or told.relation is not None:
        return None
    first = told.readings[0]
    try:
        return when(first) if len(told.readings) == 1 else when(_either(told.readings))
    except ChronologyError:
        return None


def _either(readings: Sequence[Span]) -> Span:
    """The likelier reading; a day before the last great change of calendar is all of them."""
    first, last = readings[0].hull
    if first is None or first != last or first >= LAST_GREAT_CHANGE:
        return readings[0]
    days = [day for reading in readings for day in reading.hull if day is not None]
    return Span.within(min(days), max(days), approximate=readings[0].approximate)
