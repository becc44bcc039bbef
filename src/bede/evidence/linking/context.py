"""What a text says around a name: the years it tells near it, a life in brackets, words beside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from bede.catalog import lexicon
from bede.claims.brackets import Note, behind_name, find_notes
from bede.evidence.linking.values import Occurrence
from bede.text import Sentence, Timex, Token

_LONGEST_TIME = 12 * 366
"""Days; what is told less exactly places nobody."""

_NEIGHBOUR, _SAME_SECTION = 0.4, 0.05
"""How much a time counts in the sentence before or behind, and elsewhere in the section."""

_REACH = 12  # words; so far away within its sentence a time counts half
_BESIDE = 5  # words to each side that tell who somebody is
_MOST_MOMENTS = 24  # times that are weighed; lighter ones change nothing
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ"})

Days: TypeAlias = tuple[int, int]
"""The first and the last day of a time."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time told near a name: its first and last day, and how much it counts (0 to 1)."""

    first: int
    last: int
    weight: float


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds one occurrence of a name.

    Attributes:
        moments: times told near it.
        life: begin and end of a stretch of time in brackets behind the name, or of the life that
            the sentence tells ("was born in 1746"), in days; each None where only the other is
            told.
        beside: words right beside it, in small letters.
        around: the words of its sentence.
        own: whether the text itself says that another of that name is meant ("his father").
    """

    moments: tuple[Moment, ...]
    life: tuple[tuple[int, int] | None, tuple[int, int] | None] | None
    beside: frozenset[str]
    around: frozenset[str]
    own: bool


def context_of(sentences: Sequence[Sentence], told: ToldTimes, one: Occurrence) -> Context:
    """What surrounds an occurrence of a name.

    Args:
        sentences: those of the document.
        told: the times that they tell.
        one: the occurrence.
    """
    sentence = sentences[one.sentence]
    tokens = sentence.tokens
    note = next(
        (n for n in find_notes(sentence) if behind_name(sentence, n.first) == one.last + 1), None
    )
    life = _life(note) if note is not None else _told_life(sentence, one)
    first, last = max(0, one.first - _BESIDE), min(len(tokens), one.last + _BESIDE + 1)
    outside = [t for t in tokens if not one.first <= t.index <= one.last]
    beside = [t for t in outside if first <= t.index < last]
    return Context(
        moments=told.near(one),
        life=life,
        beside=_words(beside),
        around=_words(outside),
        own=_is_kin(sentence, one),
    )


class ToldTimes:
    """The times that a document tells, by the sections in which names stand among them.

    A long list has thousands of times in one section. What they weigh for a name is what they weigh
    for all names of the section, but for those in its own sentence and the two beside it.

    Args:
        sentences: those of the document.
    """

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._told: dict[int, dict[Days, list[tuple[int, Timex]]]] = {}
        for number, sentence in enumerate(sentences):
            section = self._told.setdefault(sentence.section, {})
            for days, timex in _closely_told(sentence):
                section.setdefault(days, []).append((number, timex))
        self._ranking = {
            section: [days for days, _ in _ranked(self._far(section))] for section in self._told
        }

    def near(self, one: Occurrence) -> tuple[Moment, ...]:
        """The times that count most for an occurrence of a name, each once, the heaviest first."""
        section = self._sentences[one.sentence].section
        nearby = self._sentences[max(0, one.sentence - 1) : one.sentence + 2]
        close = [s for s in nearby if s.section == section]
        days = {found for sentence in close for found, _ in _closely_told(sentence)}
        # far from the name the others weigh what they weigh for all, so the first of them will do
        days.update(self._ranking[section][: _MOST_MOMENTS + len(days)])
        weights = {each: self._weight(section, each, one) for each in days}
        heaviest = _ranked(weights)[:_MOST_MOMENTS]
        return tuple(Moment(*found, weight) for found, weight in heaviest)

    def _far(self, section: int) -> dict[Days, float]:
        """What each time of a section weighs for a name that stands far from it."""
        return {
            days: sum((_SAME_SECTION for _ in places), 0.0)
            for days, places in self._told[section].items()
        }

    def _weight(self, section: int, days: Days, one: Occurrence) -> float:
        weight = 0.0
        for number, timex in self._told[section][days]:
            beside = abs(number - one.sentence)
            if beside:
                weight += _NEIGHBOUR if beside == 1 else _SAME_SECTION
            else:
                away = _distance(self._sentences[number], one, timex)
                weight += 1 / (1 + away / _REACH)
        return weight


def _closely_told(sentence: Sentence) -> Iterator[tuple[Days, Timex]]:
    for timex in sentence.times:
        for part in timex.ends or (timex,):
            days = _closed(part)
            if days is not None:
                yield days, timex


def _ranked(weights: Mapping[Days, float]) -> list[tuple[Days, float]]:
    """The heaviest first, of equal ones the earliest."""
    return sorted(weights.items(), key=lambda item: (-item[1], item[0]))


def together(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """Times told at several places of a name, each once with all its weight; the heaviest only."""
    weights: dict[Days, float] = {}
    for one in moments:
        days = (one.first, one.last)
        weights[days] = weights.get(days, 0.0) + one.weight
    return tuple(Moment(*days, weight) for days, weight in _ranked(weights)[:_MOST_MOMENTS])


def _words(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(w for t in tokens if t.pos in _CONTENT for w in (t.text.lower(), t.lemma))


def _life(note: Note) -> tuple[tuple[int, int] | None, tuple[int, int] | None] | None:
    ends: dict[bool, tuple[int, int] | None] = {}
    for end in note.ends:
        hull = _closed(end.time) if end.time is not None else None
        ends[end.is_birth] = hull
    known = ends.get(True), ends.get(False)
    return known if any(known) else None


def _told_life(
    sentence: Sentence, one: Occurrence
) -> tuple[tuple[int, int] | None, tuple[int, int] | None] | None:
    """The year in which the sentence has the bearer of the name born, or die."""
    verb = sentence.head(sentence.tokens[one.last])
    subject = sentence.subject(verb.index)
    if subject is None or not one.first <= subject.index <= one.last:
        return None
    inside = sentence.subtree(verb.index)
    first, last = sentence.tokens[inside[0]].start, sentence.tokens[inside[-1]].end
    times = [t for t in sentence.timexes if first <= t.start and t.end <= last and not t.ends]
    hull = _closed(times[0]) if len(times) == 1 else None
    if hull is None or times[0].modifier is not None:
        return None
    if verb.text.lower() == "born":
        return hull, None
    return (None, hull) if verb.lemma == "die" else None


def _closed(timex: Timex) -> tuple[int, int] | None:
    """First and last day of a time that is told closely enough to place somebody."""
    if not timex.readings:
        return None
    first, last = timex.readings[0].hull
    if first is None or last is None or last - first > _LONGEST_TIME:
        return None
    return first, last


def _distance(sentence: Sentence, one: Occurrence, timex: Timex) -> int:
    """Words between a name and a time of its sentence."""
    if timex.start >= one.end:
        return sum(one.end <= t.start < timex.start for t in sentence.tokens)
    return sum(timex.end <= t.start < one.start for t in sentence.tokens)


def _is_kin(sentence: Sentence, one: Occurrence) -> bool:
    """Whether a word of kinship stands before the name: "his father William Jones"."""
    kin = lexicon("kin", "father") | lexicon("kin", "mother") | lexicon("kin", "child")
    before = sentence.tokens[max(0, one.first - 2) : one.first]
    return any(token.lemma in kin for token in before)
