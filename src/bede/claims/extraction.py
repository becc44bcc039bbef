"""The third stage: from sentences to claims, relations and titles."""

from __future__ import annotations

from collections.abc import Sequence

from bede.claims.dating import date_triggers, is_date_line
from bede.claims.fillers import build_filler
from bede.claims.patterns import Match, Miss, find_matches
from bede.claims.relations import find_links, is_repeated
from bede.claims.titles import find_titles
from bede.claims.values import Claim, Extraction, Filler, Relation, Skipped, Stretch
from bede.text import Analysis, Resolver, Sentence, Timex, person_names, same_person, scope_of


def extract(analysis: Analysis) -> Extraction:
    """Read the claims of an analysed document.

    Args:
        analysis: as the second stage gives it.

    Returns:
        Claims in the order of their triggers, the relations between them, titles of works, and
        the triggers that made no claim, each with the reason.
    """
    reader = _Reader(analysis)
    for number, sentence in enumerate(analysis.sentences):
        reader.read(number, sentence)
    titles = find_titles(analysis.sentences, analysis.document.text)
    people = dict.fromkeys(mention.text for mention in person_names(analysis.sentences))
    return Extraction(
        tuple(reader.claims),
        tuple(reader.relations),
        titles,
        tuple(reader.skipped),
        tuple(people),
    )


_REMEMBERED = 40  # claims of one type; further back an event noun tells of something new


class _Reader:
    """Collects the claims of one document, sentence by sentence."""

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.document.text
        self._resolver = Resolver(analysis.sentences)
        self._header: Timex | None = None
        self._header_block = -1
        self.claims: list[Claim] = []
        self.relations: list[Relation] = []
        self.skipped: list[Skipped] = []

    def read(self, number: int, sentence: Sentence) -> None:
        """Add what one sentence states."""
        if not sentence.is_readable:
            words = self._stretch(sentence, range(8))
            reason = f"a sentence of {len(sentence.tokens)} words is too long to read"
            self.skipped.append(Skipped("any", words, reason))
            return
        matches, misses = find_matches(sentence)
        self.skipped += [self._skipped(sentence, miss) for miss in misses]
        header = self._header if self._header_block == sentence.block else None
        self._header, self._header_block = is_date_line(sentence), sentence.block
        dates = date_triggers(sentence, matches, header)
        ids: list[str | None] = []
        for place, match in enumerate(matches):
            roles = {
                role: tuple(
                    build_filler(sentence, number, index, self._text, self._resolver)
                    for index in heads
                )
                for role, heads in match.roles.items()
            }
            earlier = self._told_before(match, roles, dates.get(place))
            if earlier is not None:
                ids.append(earlier.id)
                words = self._stretch(sentence, match.trigger)
                self.skipped.append(
                    Skipped(match.event.name, words, f"told before as {earlier.id}")
                )
                continue
            claim = self._claim(sentence, match, roles, dates.get(place))
            self.claims.append(claim)
            ids.append(claim.id)
        for link in find_links(sentence, matches):
            source, target = ids[link.source], ids[link.target]
            if source is not None and target is not None and source != target:
                word = sentence.tokens[link.word]
                words = Stretch(word.text, word.start, word.end)
                self.relations.append(Relation(source, target, link.order, words))

    def _claim(
        self,
        sentence: Sentence,
        match: Match,
        roles: dict[str, tuple[Filler, ...]],
        time: Timex | None,
    ) -> Claim:
        scope = scope_of(sentence, match.hosts[0])
        return Claim(
            id=f"c{len(self.claims) + 1}",
            type=match.event.name,
            sentence=Stretch(
                self._text[sentence.start : sentence.end], sentence.start, sentence.end
            ),
            trigger=self._stretch(sentence, match.trigger),
            roles=roles,
            time=time,
            modality=scope.modality,
            reason=scope.reason,
            degree=match.pattern.degree,
            repeated=is_repeated(sentence, match.hosts),
        )

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
