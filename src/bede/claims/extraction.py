"""The third stage: from sentences to claims, relations and titles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bede.catalog import event_types
from bede.claims.ages import find_ages
from bede.claims.anchors import find_named_events
from bede.claims.bare_ages import bare_ages
from bede.claims.composing import Dating, sure
from bede.claims.dating import date_triggers, is_date_line
from bede.claims.fillers import build_filler, naming_stretch
from bede.claims.filling import Match, Miss, place_of_self
from bede.claims.inheriting import Discourse
from bede.claims.lasting import find_lasted
from bede.claims.lives import Life, find_lives
from bede.claims.patterns import find_matches
from bede.claims.reference import References
from bede.claims.reigns import Reign, find_reigns
from bede.claims.relations import find_links, is_repeated
from bede.claims.remembering import Remembered
from bede.claims.steps import Step, Told, anchors, find_steps, told_noun
from bede.claims.sums import find_sums
from bede.claims.titles import find_titles
from bede.claims.topics import Topics
from bede.claims.values import (
    Anchor,
    Claim,
    Dated,
    Extraction,
    Filler,
    Measure,
    MeasureKind,
    Relation,
    Skipped,
    Stretch,
    Sum,
)
from bede.documents import BlockKind
from bede.text import (
    Analysis,
    Modality,
    Resolver,
    Scope,
    Sentence,
    Timex,
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
        (*reader.skipped, *_unread(analysis)),
        tuple(people),
        tuple(reader.measures),
        (*find_sums(analysis.sentences, analysis.document.text), *reader.bare_ages(analysis)),
        tuple(reader.anchors),
    )


_SHOWN = 60  # characters of a passage that is not read


def _unread(analysis: Analysis) -> Iterator[Skipped]:
    """The passages that have no sentences, each by its first words."""
    for passage in analysis.unread:
        end = min(passage.end, passage.start + _SHOWN)
        text = analysis.document.text[passage.start : end]
        yield Skipped("any", Stretch(text, passage.start, end), passage.reason)


def _is_read(match: Match, lives: Sequence[Life]) -> bool:
    """Whether a match says what the bracket in which it stands was already read to say."""
    return match.event.name in ("birth", "death") and any(
        life.note.first < match.trigger[0] < life.note.last for life in lives
    )


class _Reader:
    """Collects the claims of one document, sentence by sentence."""

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.document.text
        self._resolver = Resolver(analysis.sentences)
        self._references = References(analysis.sentences, self._resolver)
        self._header: Timex | None = None
        self._header_block = -1
        self.people = self._resolver.people
        self._topics = Topics(analysis.document, analysis.sentences)
        self._in_names: dict[int, set[int]] = {}
        for one in self.people:
            self._in_names.setdefault(one.sentence, set()).update(range(one.first, one.last + 1))
        self.claims: list[Claim] = []
        self._remembered = Remembered()
        self.relations: list[Relation] = []
        self.measures: list[Measure] = []
        self.anchors: list[Anchor] = []
        self._before: Told | None = None
        self.skipped: list[Skipped] = []
        self._discourse = Discourse()
        self._headings = analysis.headings

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
        matches = tuple(match for match in matches if self._is_told(sentence, match, lives))
        self.skipped += [self._skipped(sentence, miss) for miss in misses]
        header = self._header_of(sentence)
        heading = self._headings.get(sentence.section)
        dates = date_triggers(sentence, matches, header, heading)
        notes: list[Life | Reign] = [*lives, *find_reigns(sentence)]
        notes.sort(key=lambda note: note.start)
        claims = []
        for place, match in enumerate(matches):
            begin = sentence.tokens[match.trigger[0]].start
            while notes and notes[0].start < begin:
                self._noted(number, sentence, notes.pop(0))
            dating = dates.get(place)
            claims.append(self._told(number, sentence, match, dating))
            for timex in dating.more if dating is not None else ():
                self._told(number, sentence, match, Dating(timex, sure(timex)))
        for note in notes:
            self._noted(number, sentence, note)
        told = Told(sentence, matches, tuple(claims))
        self._link(told)
        self._anchor(number, told)
        self._measure(number, told)
        self._before = told

    def _told(self, number: int, sentence: Sentence, match: Match, dating: Dating | None) -> Claim:
        """The claim of a match: a new one, or the one that it only refers to."""
        own = place_of_self(match.pattern)
        role_of_self = match.event.role(own) if own is not None else None
        free = role_of_self is not None and role_of_self.kinds == ("text",)
        roles = {
            role: tuple(
                self._filler(number, sentence, index, plain=free and role == own) for index in heads
            )
            for role, heads in match.roles.items()
        }
        topic = self._topics.of(sentence) if match.implied is not None else None
        if match.implied is not None and topic is not None:
            roles[match.implied] = (topic,)
        earlier = self._remembered.told(sentence, match, roles, dating)
        if earlier is not None:
            words = self._stretch(sentence, match.trigger)
            reason = f"told before as {earlier.id}"
            self.skipped.append(Skipped(match.event.name, words, reason))
            return earlier
        trigger = self._stretch(sentence, match.trigger)
        scope = scope_of(sentence, match.hosts[0])
        if match.pattern.hedged and scope.modality is Modality.ASSERTED:
            scope = Scope(Modality.HEDGED, f'hedged by "{trigger.text}"')
        dating = dating or self._discourse.time_of(sentence, match, roles)
        time = None if dating is None else dating.time
        dated = Dated.TOLD if dating is None else dating.dated
        return self._add(
            sentence, match.event.name, trigger, roles, time, scope, match, dated=dated
        )

    def _filler(
        self, number: int, sentence: Sentence, index: int, *, plain: bool = False
    ) -> Filler:
        """The filler headed by a word, with whom it seems to mean."""
        filler = build_filler(sentence, number, index, self._resolver, plain=plain)
        if plain or filler.resolved is not None:
            return filler
        meant = self._references.meant(number, index)
        return replace(filler, meant=meant) if meant else filler

    def _header_of(self, sentence: Sentence) -> Timex | None:
        """The date that stands alone before a sentence, or in a cell before its cell of a table."""
        header, block = self._header, self._header_block
        if header is not None and block != sentence.block:
            in_row = sentence.kind is BlockKind.TABLE and (
                "\n" not in self._text[header.end : sentence.start]
            )
            if in_row and is_date_line(sentence) is None:
                return header
            header = None
        self._header, self._header_block = is_date_line(sentence), sentence.block
        return header

    def _is_told(self, sentence: Sentence, match: Match, lives: Sequence[Life]) -> bool:
        """Whether a match says something of somebody, and no bracket was read to say it already."""
        if not match.roles and self._topics.of(sentence) is None:
            return False
        return not _is_read(match, lives)

    def _noted(self, number: int, sentence: Sentence, note: Life | Reign) -> None:
        """Add the birth, death or reign that a bracket tells."""
        name = "tenure" if isinstance(note, Reign) else "birth" if note.end.is_birth else "death"
        person = self._filler(number, sentence, note.person)
        roles: dict[str, tuple[Filler, ...]] = {event_types()[name].key.name: (person,)}
        if isinstance(note, Life) and note.end.place is not None:
            head = sentence.tokens[note.end.place[1] - 1]
            words = self._stretch(sentence, range(*note.end.place))
            roles["place"] = (Filler(words.text, words.start, words.end, head.text, "name"),)
        trigger = self._words(note.start, note.stop)
        self._add(sentence, name, trigger, roles, note.time, scope_of(sentence, note.bracket))

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
            event = self._filler(number, told.sentence, named.event)
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
            person = self._filler(number, sentence, age.person)
            words = self._stretch(sentence, range(age.first, age.end))
            for length in age.lengths if claim.modality is not Modality.NEGATED else ():
                self.measures.append(
                    Measure(claim.id, MeasureKind.AGE, length, words, person, age.to_the_day)
                )

    def bare_ages(self, analysis: Analysis) -> Iterator[Sum]:
        """The ages with a date that are those of no claim."""
        taken = {one.words.start for one in self.measures}
        yield from bare_ages(analysis.sentences, self.claims, taken, self._resolver, self._text)

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
        *,
        dated: Dated = Dated.TOLD,
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
            speaker=self._speaker(sentence, scope),
            degree=match is not None and match.pattern.degree,
            repeated=match is not None and is_repeated(sentence, match.hosts),
            dated=dated,
        )
        self.claims.append(claim)
        self._remembered.add(claim)
        self._discourse.remember(sentence, claim)
        return claim

    def _speaker(self, sentence: Sentence, scope: Scope) -> Stretch | None:
        """The words that name who says it."""
        if scope.speaker is None:
            return None
        first, last = naming_stretch(sentence, sentence.tokens[scope.speaker])
        return self._stretch(sentence, (first, last))

    def _skipped(self, sentence: Sentence, miss: Miss) -> Skipped:
        return Skipped(miss.event.name, self._stretch(sentence, miss.trigger), miss.reason)

    def _stretch(self, sentence: Sentence, indices: Sequence[int]) -> Stretch:
        start = sentence.tokens[indices[0]].start
        end = sentence.tokens[indices[-1]].end
        return Stretch(self._text[start:end], start, end)
