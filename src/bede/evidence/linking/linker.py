"""Linking the names of one document together: one bearer for one name unless the text says else."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from bede.chronology import Span
from bede.claims.kinds import kinds_of_noun
from bede.evidence.linking.context import Context, ToldTimes, context_of, together
from bede.evidence.linking.lookup import MOST_BEARERS, bearers_of, choose, found_by_words
from bede.evidence.linking.occurrences import occurrences
from bede.evidence.linking.scoring import LABELS, score, unknown
from bede.evidence.linking.values import Link, NamedThing, Occurrence, Rated
from bede.evidence.lives import Life, holds, is_same, life_of, vagueness
from bede.evidence.names import name_key
from bede.evidence.reading import Reference
from bede.evidence.values import Entity, Name
from bede.text import Sentence

SURE = 0.8
"""The share of belief from which a bearer is taken for the one who is meant; a convention, tuned
on the development half of the homonym passages."""

POSSIBLE = 0.95
"""The share of belief that those who are still tried have together, the likeliest first."""

_OTHER_FORM = -1.6
"""Odds of somebody unknown where a name was found in another form: so that one who fits the time is
just taken, and one who does not is not."""

_MORE_NAMES = 2.0
"""Odds of somebody unknown where the text has given names before a known name: only the day of the
birth or the death makes up for it."""

_FULLER = 4.0
"""Odds for whom the text names in full elsewhere, where it has but the surname."""

_Pair = tuple[Entity, Name]


class Linker:
    """Links the names of one document.

    Args:
        sentences: those of the document, in order.
        reference: where to look.

    Attributes:
        occurrences: every place where the document names something, in order.
    """

    def __init__(self, sentences: Sequence[Sentence], reference: Reference) -> None:
        self.sentences = sentences
        self.reference = reference
        self.occurrences = tuple(occurrences(sentences, reference))
        self._groups: dict[str, list[Occurrence]] = {}
        for one in self.occurrences:
            self._groups.setdefault(name_key(one.text), []).append(one)
        self._told = ToldTimes(sentences)
        self._contexts: dict[int, Context] = {}
        self._shared: dict[str, Context] = {}
        self._rated: dict[tuple[int, tuple[str, ...], float | None], tuple[Rated, ...]] = {}
        self._looked_up: dict[tuple[str, str, frozenset[str]], tuple[str, list[_Pair]]] = {}
        self._records: dict[str, list[str]] = {}
        self._lives: dict[str, Life] = {}
        self._fuller: dict[str, list[str]] = {}
        for key in self._groups:
            if " " in key:
                self._fuller.setdefault(key.split()[-1], []).append(key)

    def names(self) -> tuple[NamedThing, ...]:
        """Every name of the document, in order, with who or what it stands for."""
        return tuple(map(self._named, self.occurrences))

    def records(self, entity: Entity) -> tuple[str, ...]:
        """The ids of all records that are taken for one entity, its own first."""
        return (entity.id, *self._records.get(entity.id, ()))

    def link(self, text: str, head: str, kinds: Collection[str], when: Span | None = None) -> Link:
        """Find the entities that the filler of a role may name.

        Args:
            text: the filler, with its article.
            head: its head word.
            kinds: the kinds of entity that fit the role.
            when: the time of the statement.

        Returns:
            The candidates that remain when all that the document says of the name is weighed, or
            the reason for abstaining.
        """
        phrase, found = self._found(text, head, kinds)
        if not found:
            return self._by_other_form(text, kinds)
        group = self._groups.get(name_key(phrase), [])
        several = len({entity.id for entity, _ in found}) > 1
        short = " " not in phrase and all(_is_short(entity, name) for entity, name in found)
        if group and (several or short):
            rated = self._rate(found, group[0])
            if short and sum(one.score for one in rated) < 1 / 2:
                # "Congress" in a text of 1971 is none of 1816, though that is called so too
                return Link(reason=f'"{text}" rather means another of that name')
            if rated[0].score >= SURE:
                return Link((rated[0].entity,), (rated[0].name,))
            kept = {one.entity.id for one in _likeliest(rated)} if several else {rated[0].entity.id}
            found = [pair for pair in found if pair[0].id in kept]
        return choose(found, phrase, when)

    def _found(self, text: str, head: str, kinds: Collection[str]) -> tuple[str, list[_Pair]]:
        """What the words find, looked up once: a name recurs, and a common one has many bearers."""
        asked = (text, head, frozenset(kinds))
        if asked not in self._looked_up:
            self._looked_up[asked] = found_by_words(text, head, kinds, self.reference)
        return self._looked_up[asked]

    def _by_other_form(self, text: str, kinds: Collection[str]) -> Link:
        """Who is known by another spelling or a longer form, if the text makes it sure."""
        group = self._groups.get(name_key(text), [])
        rated = self._rate_loosely(group[0], kinds) if group else self._by_last_names(text, kinds)
        if rated and rated[0].score >= SURE:
            return Link((rated[0].entity,), (rated[0].name,))
        return Link(reason=f'"{text}" names nothing that the reference knows')

    def _rate_loosely(self, one: Occurrence, kinds: Collection[str] | None) -> tuple[Rated, ...]:
        """Bearers of a full name in another transliteration, or with more given names."""
        if one.known or " " not in one.text or one.label not in ("PERSON", ""):
            return ()
        found = bearers_of(one.text, self.reference, kinds=kinds, forms=("tolerant", "short"))
        return self._rate(found, one, doubt=_OTHER_FORM)

    def _by_last_names(self, text: str, kinds: Collection[str]) -> tuple[Rated, ...]:
        """Bearers of a known name before which the text has more given names."""
        words = text.replace("-", " ").split()
        if "person" not in kinds:
            return ()
        for first in range(1, len(words) - 1):
            known = " ".join(words[first:])
            for one in self._groups.get(name_key(known), ())[:1]:
                found = bearers_of(known, self.reference, kinds=("person",))
                return self._rate(found, one, doubt=_MORE_NAMES)
        return ()

    def _named(self, one: Occurrence) -> NamedThing:
        found = bearers_of(one.text, self.reference) if one.known else []
        rated = () if found else self._rate_loosely(one, None)
        if not found and not rated and (whole := self._whole(one)) is not None:
            return replace(self._named(whole), start=one.start, end=one.end, text=one.text)
        rated = rated or self._rate(found, one)
        best = rated[0] if rated else None
        if best is None:
            reason = "the reference has nothing of this name"
        elif best.score >= SURE:
            reason = ""
        elif len(rated) == 1:
            reason = "the reference has one of this name, but another may be meant"
        else:
            reason = f"{len(rated)} bear this name, and the text does not tell which is meant"
        sure = best is not None and best.score >= SURE
        kind = best.entity.kind if best is not None and sure else _kind_of_label(one.label)
        entity = best.entity if best is not None and sure else None
        return NamedThing(one.start, one.end, one.text, kind, entity, rated, reason)

    def _whole(self, one: Occurrence) -> Occurrence | None:
        """The one fuller name of the document of which a bare surname is the end."""
        key = name_key(one.text)
        fuller = self._fuller.get(key, []) if " " not in key else []
        if len(fuller) != 1 or one.label not in ("PERSON", ""):
            return None
        whole = self._groups[fuller[0]][0]
        return whole if whole.label in ("PERSON", "") else None

    def _rate(
        self, found: Iterable[_Pair], one: Occurrence, *, doubt: float | None = None
    ) -> tuple[Rated, ...]:
        """Candidates with their shares of belief, the likeliest first.

        Args:
            found: the candidates.
            one: where the name stands.
            doubt: the odds of somebody unknown; None for those by the form of the name.
        """
        unique: dict[str, _Pair] = {}
        for entity, name in found:
            unique.setdefault(entity.id, (entity, name))
        pairs = sorted(unique.values(), key=lambda p: (-p[0].prominence, p[0].id))[:MOST_BEARERS]
        asked = (one.start, tuple(entity.id for entity, _ in pairs), doubt)
        if asked not in self._rated:
            self._rated[asked] = self._weighed(pairs, one, doubt)
        return self._rated[asked]

    def _weighed(
        self, pairs: Sequence[_Pair], one: Occurrence, doubt: float | None
    ) -> tuple[Rated, ...]:
        context = self._context(one)
        odds = [score(e, self._life(e), one.label, context) for e, _ in pairs]
        whole = self._whole(one)
        if whole is not None and whole is not one:
            meant = {r.entity.id for r in self._named(whole).candidates if r.score >= SURE}
            odds = [
                odd + _FULLER * (e.id in meant) for odd, (e, _) in zip(odds, pairs, strict=True)
            ]
        if not odds:
            return ()
        top = max(odds)
        weights = [math.exp(value - top) for value in odds]
        nobody = max(unknown(name) for _, name in pairs) if doubt is None else doubt
        total = sum(weights) + math.exp(nobody - top)
        shares = {
            entity.id: weight / total for (entity, _), weight in zip(pairs, weights, strict=True)
        }
        for face, person in self._faces([entity for entity, _ in pairs]):
            shares[person] += shares.pop(face)
            known = self._records.setdefault(person, [])
            known += [face] if face not in known else []
        rated = [
            Rated(entity, name, round(shares[entity.id], 3))
            for entity, name in pairs
            if entity.id in shares
        ]
        return tuple(sorted(rated, key=lambda r: (-r.score, r.entity.id)))

    def _faces(self, entities: Sequence[Entity]) -> Iterator[tuple[str, str]]:
        """Bearers without a life who may well be another record of one who has it.

        Lists of office-holders give terms but no lives. A term inside the life of exactly one
        bearer of the name is taken for his. Two lives that begin and end together are one.
        """
        lives = {entity.id: self._life(entity) for entity in entities if entity.kind == "person"}
        dated = {name: life for name, life in lives.items() if life.begin or life.end}
        for name, life in lives.items():
            if name in dated or life.seen is None:
                continue
            fitting = [other for other, known in dated.items() if holds(known, life.seen)]
            if len(fitting) == 1:
                yield name, fitting[0]
        kept: list[str] = []
        for name, life in sorted(dated.items(), key=lambda item: (vagueness(item[1]), item[0])):
            twin = next((other for other in kept if is_same(dated[other], life)), None)
            if twin is None:
                kept.append(name)
            else:
                yield name, twin

    def _context(self, one: Occurrence) -> Context:
        """What the document says of the name; of this occurrence alone where it stands apart."""
        own = self._alone(one)
        if own.own or own.life is not None:
            return own
        key = name_key(one.text)
        if key not in self._shared:
            self._shared[key] = self._of_group(one, own)
        return self._shared[key]

    def _of_group(self, one: Occurrence, own: Context) -> Context:
        """What the document says at all places of a name that do not stand apart."""
        group = [self._alone(o) for o in self._groups.get(name_key(one.text), [one])]
        shared = [c for c in group if not c.own and c.life is None] or [own]
        lives = [c.life for c in group if c.life is not None and not c.own]
        return replace(
            own,
            moments=together(m for c in shared for m in c.moments),
            life=lives[0] if lives else None,
            beside=frozenset().union(*(c.beside for c in shared)),
            around=frozenset().union(*(c.around for c in shared)),
        )

    def _alone(self, one: Occurrence) -> Context:
        if one.start not in self._contexts:
            self._contexts[one.start] = context_of(self.sentences, self._told, one)
        return self._contexts[one.start]

    def _life(self, entity: Entity) -> Life:
        if entity.id not in self._lives:
            self._lives[entity.id] = life_of(entity, self.reference)
        return self._lives[entity.id]


def _is_short(entity: Entity, name: Name) -> bool:
    """Whether one word is but a part of a name, or a word that names many things."""
    if entity.kind == "person":
        return name.kind == "short"
    return name.text != entity.label or bool(kinds_of_noun(name.text.lower()))


def _likeliest(rated: Sequence[Rated]) -> Iterator[Rated]:
    total = 0.0
    for one in rated:
        if total >= POSSIBLE:
            return
        total += one.score
        yield one


def _kind_of_label(label: str) -> str:
    kinds = LABELS.get(label, set())
    return next(iter(kinds)) if len(kinds) == 1 else ("organisation" if label == "ORG" else "")
