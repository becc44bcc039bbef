"""The third stage: from sentences to claims, relations and titles."""

from __future__ import annotations

from collections.abc import Sequence

from bede.catalog import event_types
from bede.claims.ages import find_ages
from bede.claims.anchors import find_named_events
from bede.claims.dating import date_triggers, is_date_line
from bede.claims.fillers import build_filler
from bede.claims.filling import Match, Miss, place_of_self
from bede.claims.lasting import find_lasted
from bede.claims.lives import Life, find_lives
from bede.claims.patterns import find_matches
from bede.claims.relations import find_links, is_repeated
from bede.claims.steps import Step, Told, anchors, find_steps, told_noun
from bede.claims.sums import find_sums
from bede.claims.titles import find_titles
from bede.claims.values import (
    Anchor,
    Claim,
    Extraction,
    Filler,
    Measure,
    MeasureKind,
    Relation,
    Skipped,
    Stretch,
)
from bede.text import (
    Analysis,
    Modality,
    Resolver,
    Scope,
    Sentence,
    Timex,
    person_names,
    same_person,
    scope_of,
)


def extract(analysis: Analysis) -> Extraction:
    """Read the claims of an analysed document.

    Args:
        analysis: as the second stage gives it.

    Returns:
        Claims in the order of their triggers, the relations between them, titles of works, and
        the triggers that made no claim, each with the reason; and the lengths and ages that the
        text states of the claims.
    """
    reader = _Reader(analysis)
    for number, sentence in enumerate(analysis.sentences):
        reader.read(number, sentence)
    titles = find_titles(analysis.sentences, analysis.document.text)
    people = dict.fromkeys(mention.text for mention in reader.people)
    return Extraction(
        tuple(reader.claims),
        tuple(reader.relations),
        titles,
        tuple(reader.skipped),
        tuple(people),
        tuple(reader.measures),
        find_sums(analysis.sentences, analysis.document.text),
        tuple(reader.anchors),
    )


def _is_read(match: Match, lives: Sequence[Life]) -> bool:
    """Whether a match says what the bracket in which it stands was already read to say."""
    return match.event.name in ("birth", "death") and any(
        life.note.first < match.trigger[0] < life.note.last for life in lives
    )


_REMEMBERED = 40  # claims of one type; further back an event noun tells of something new


class _Reader:
    """Collects the claims of one document, sentence by sentence."""

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.document.text
        self._resolver = Resolver(analysis.sentences)
        self._header: Timex | None = None
        self._header_block = -1
        self.people = person_names(analysis.sentences)
        self._in_names: dict[int, set[int]] = {}
        for one in self.people:
            self._in_names.setdefault(one.sentence, set()).update(range(one.first, one.last + 1))
        self.claims: list[Claim] = []
        self.relations: list[Relation] = []
        self.measures: list[Measure] = []
        self.anchors: list[Anchor] = []
        self._before: Told | None = None
        self.skipped: list[Skipped] = []

    def read(self, number: int, sentence: Sentence) -> None:
        """Add what one sentence states."""
        if not sentence.is_readable:
            words = self._stretch(sentence, range(8))
            reason = f"a sentence of {len(sentence.tokens)} words is too long to read"
            self.skipped.append(Skipped("any", words, reason))
            self._before = None
            return
        lives = list(find_lives(sentence, self._in_names.get(number, ())))
        matches, misses = find_matches(sentence)
        matches = tuple(match for match in matches if not _is_read(match, lives))
        self.skipped += [self._skipped(sentence, miss) for miss in misses]
        header = self._header if self._header_block == sentence.block else None
        self._header, self._header_block = is_date_line(sentence), sentence.block
        dates = date_triggers(sentence, matches, header)
        claims = []
        for place, match in enumerate(matches):
            begin = sentence.tokens[match.trigger[0]].start
            while lives and lives[0].end.start < begin:
                self._live(number, sentence, lives.pop(0))
            claims.append(self._told(number, sentence, match, dates.get(place)))
        for life in lives:
            self._live(number, sentence, life)
        told = Told(sentence, matches, tuple(claims))
        self._link(told)
        self._anchor(number, told)
        self._measure(number, told)
        self._before = told

    def _told(self, number: int, sentence: Sentence, match: Match, time: Timex | None) -> Claim:
        """The claim of a match: a new one, or the one that it only refers to."""
        own = place_of_self(match.pattern)
        role_of_self = match.event.role(own) if own is not None else None
        free = role_of_self is not None and role_of_self.kinds == ("text",)
        roles = {
            role: tuple(
                build_filler(
                    sentence, number, index, self._text, self._resolver, plain=free and role == own
                )
                for index in heads
            )
            for role, heads in match.roles.items()
        }
        earlier = self._told_before(match, roles, time)
        if earlier is not None:
            words = self._stretch(sentence, match.trigger)
            reason = f"told before as {earlier.id}"
            self.skipped.append(Skipped(match.event.name, words, reason))
            return earlier
        trigger = self._stretch(sentence, match.trigger)
        scope = scope_of(sentence, match.hosts[0])
        return self._add(sentence, match.event.name, trigger, roles, time, scope, match)

    def _live(self, number: int, sentence: Sentence, life: Life) -> None:
        """Add the birth or death that a bracket tells."""
        end, event = life.end, event_types()["birth" if life.end.is_birth else "death"]
        person = build_filler(sentence, number, life.person, self._text, self._resolver)
        roles: dict[str, tuple[Filler, ...]] = {event.key.name: (person,)}
        if end.place is not None:
            head = sentence.tokens[end.place[1] - 1]
            words = self._stretch(sentence, range(*end.place))
            roles["place"] = (Filler(words.text, words.start, words.end, head.text, "name"),)
        trigger = self._words(end.start, end.end)
        scope = scope_of(sentence, life.note.first)
        self._add(sentence, event.name, trigger, roles, end.time, scope)

    def _link(self, told: Told) -> None:
        """Add the orders and distances that a sentence states."""
        found: dict[tuple[str, str, str], Relation] = {}
        for link in find_links(told.sentence, told.matches):
            source, target = told.claims[link.source].id, told.claims[link.target].id
            words = self._words(link.start, link.end)
            one = Relation(source, target, link.order, words, link.distance)
            found.setdefault((source, target, link.order), one)
        before = self._before
        if before is not None and before.sentence.block != told.sentence.block:
            before = None
        for step in find_steps(told.sentence, told.matches):
            if step.noun is not None:
                chosen = self._named(told, step)
            else:
                chosen = anchors(step, told, before)
            if not chosen:
                continue
            source, others = told.claims[step.place].id, tuple(c.id for c in chosen[1:])
            words = self._words(step.start, step.end)
            one = Relation(source, chosen[0].id, step.order, words, step.distance, others)
            same = found.get((source, one.target, step.order))
            if same is None or same.distance is None:
                found[source, one.target, step.order] = one
        self.relations += [one for one in found.values() if one.source != one.target]

    def _anchor(self, number: int, told: Told) -> None:
        """Add the orders between claims and events that are only named."""
        for named in find_named_events(told.sentence, told.matches):
            event = build_filler(told.sentence, number, named.event, self._text, self._resolver)
            words = self._words(named.start, named.end)
            claim = told.claims[named.source].id
            self.anchors.append(Anchor(claim, event, named.order, words, named.distance))

    def _named(self, told: Told, step: Step) -> tuple[Claim, ...]:
        """The claim from which "after ten years in exile" counts."""
        claim = told.claims[step.place]
        key = told.matches[step.place].event.key.name
        names = [filler.name for filler in claim.roles.get(key, ())]
        if step.noun is None or claim.modality is not Modality.ASSERTED:
            return ()
        earlier = [one for one in self.claims if one.sentence.start < claim.sentence.start]
        found = told_noun(step.noun, earlier, names)
        return () if found is None else (found,)

    def _measure(self, number: int, told: Told) -> None:
        """Add the lengths and ages that a sentence states of its claims."""
        sentence = told.sentence
        for lasted in find_lasted(sentence, told.matches):
            claim = told.claims[lasted.place]
            if claim.modality is not Modality.NEGATED:
                words = self._words(lasted.start, lasted.end)
                self.measures.append(Measure(claim.id, MeasureKind.LASTED, lasted.length, words))
        for age in find_ages(sentence, told.matches):
            claim = told.claims[age.place]
            person = build_filler(sentence, number, age.person, self._text, self._resolver)
            words = self._stretch(sentence, range(age.first, age.end))
            for length in age.lengths if claim.modality is not Modality.NEGATED else ():
                self.measures.append(
                    Measure(claim.id, MeasureKind.AGE, length, words, person, age.to_the_day)
                )

    def _words(self, start: int, end: int) -> Stretch:
        return Stretch(self._text[start:end], start, end)

    def _add(
        self,
        sentence: Sentence,
        name: str,
        trigger: Stretch,
        roles: dict[str, tuple[Filler, ...]],
        time: Timex | None,
        scope: Scope,
        match: Match | None = None,
    ) -> Claim:
        """Add a claim to those of the document."""
        claim = Claim(
            id=f"c{len(self.claims) + 1}",
            type=name,
            sentence=self._words(sentence.start, sentence.end),
            trigger=trigger,
            roles=roles,
            time=time,
            modality=scope.modality,
            reason=scope.reason,
            degree=match is not None and match.pattern.degree,
            repeated=match is not None and is_repeated(sentence, match.hosts),
        )
        self.claims.append(claim)
        return claim

    def _told_before(
        self, match: Match, roles: dict[str, tuple[Filler, ...]], time: Timex | None
    ) -> Claim | None:
        """The earlier claim that an event noun without news refers to ("his expulsion").

        News is a date or a role that the earlier claim does not fill.
        """
        if match.pattern.kind != "noun" or time is not None:
            return None
        key = match.event.key.name
        names = [filler.name for filler in roles.get(key, ())]
        alike = [claim for claim in self.claims if claim.type == match.event.name]
        for claim in reversed(alike[-_REMEMBERED:]):
            told = [filler.name for filler in claim.roles.get(key, ())]
            known = all(any(same_person(name, other) for other in told) for name in names)
            if known and not roles.keys() - claim.roles.keys():
                return claim
        return None

    def _skipped(self, sentence: Sentence, miss: Miss) -> Skipped:
        return Skipped(miss.event.name, self._stretch(sentence, miss.trigger), miss.reason)

    def _stretch(self, sentence: Sentence, indices: Sequence[int]) -> Stretch:
        start = sentence.tokens[indices[0]].start
        end = sentence.tokens[indices[-1]].end
        return Stretch(self._text[start:end], start, end)
