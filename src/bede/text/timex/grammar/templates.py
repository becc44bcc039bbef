"""Phrases with slots ("the following {unit}"), from `data/LANGUAGE/lexicons/time_phrases.toml`.

A template is matched token by token from a literal first word, so the cost of a match is bounded
by the length of the template.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from bede.text.timex.point import Unit
from bede.text.timex.words.lexicon import (
    Lexicon,
    Phrases,
    built,
    load_lexicon,
    phrases_of,
    plain_phrases,
)
from bede.text.timex.words.tokens import Tokens, tokenise

SPAN = "{span}"
Slots = Mapping[str, Mapping[str, tuple[Unit | None, int | None, str | None]]]
"""For each slot the words that fill it, with the unit, the number and the time of day they tell."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a template says.

    Attributes:
        count: units from the time told last, negative for earlier.
        share: name of the part of the unit that is meant, or None.
        closed: nothing may follow on which the phrase could hang.
        parted: it counts only behind a part ("the end of the year").
        same: it repeats whatever was told last.
        stretch: it is a duration with an article ("the next ten days").
        outlook: it may be what somebody looks forward to ("next summer").
    """

    count: int = 0
    share: str | None = None
    closed: bool = False
    parted: bool = False
    same: bool = False
    stretch: bool = False
    outlook: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """A template found in a text.

    Attributes:
        rule: what it says.
        unit: the unit in its slot, or None.
        target: the number of the season, month or weekday in its slot.
        daypart: the time of day in its slot, as TIMEX3 writes it.
        span_at: the token at which its span of time begins, for a stretch.
        end: one past its last token.
    """

    rule: Rule
    unit: Unit | None
    target: int | None
    daypart: str | None
    span_at: int | None
    end: int


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """The templates and word lists of one language, indexed for reading."""

    templates: Mapping[tuple[str, str], tuple[tuple[tuple[str, ...], Rule], ...]]
    first_of_templates: frozenset[str]
    slots: Slots
    behind: Phrases[str]
    span_before: Phrases[bool]
    span_vague: Phrases[bool]
    span_inside: frozenset[str]
    plural_after: frozenset[str]
    period_words: frozenset[str]
    span_suffixes: frozenset[str]
    age_before: Phrases[bool]
    age_after: Phrases[bool]
    references: Phrases[str]
    not_references: Mapping[str, frozenset[str]]
    dayparts: Mapping[str, str]
    daypart_phrases: Phrases[str]
    alone: frozenset[str]
    daypart_before: Phrases[bool]
    hours: frozenset[str]
    halves: Phrases[int]
    zones: Phrases[bool]
    event_words: Phrases[str]
    event_nouns: frozenset[str]
    reigns: frozenset[str]
    same_days: frozenset[str]
    determiners: frozenset[str]
    linkers: frozenset[str]
    closers: frozenset[str]

    def match(self, tokens: Tokens, index: int, *, parted: bool = False) -> Filled | None:
        """The longest template that begins at a token, or None.

        Args:
            tokens: the text.
            index: the token.
            parted: a part of a unit stands before it.
        """
        lowers = tokens.lowers
        first = lowers[index]
        if first not in self.first_of_templates:
            return None
        for parts, rule in self.templates.get((first, lowers[index + 1]), ()):
            if rule.parted and not parted:
                continue
            found = self._fill(tokens, index, parts, rule)
            if found is not None and not (rule.closed and not self.closes(tokens, found.end)):
                return found
        return None

    def _fill(
        self, tokens: Tokens, index: int, parts: tuple[str, ...], rule: Rule
    ) -> Filled | None:
        unit: Unit | None = None
        target: int | None = None
        daypart: str | None = None
        at = index
        for part in parts:
            if part == SPAN:
                return Filled(rule, None, None, None, at, at)
            word = tokens.low(at)
            slot = self.slots.get(part)
            if slot is None:
                if word != part:
                    return None
            elif word not in slot or (part in ("{month}", "{weekday}") and not tokens.capital(at)):
                return None
            else:
                unit, target, daypart = slot[word]
            at += 1
        return Filled(rule, unit, target, daypart, None, at)

    def closes(self, tokens: Tokens, index: int) -> bool:
        """Whether a phrase that ends before this token has nothing left to hang on."""
        word = tokens.low(index)
        return not word[:1].isalpha() or word in self.closers


def _templates(
    data: Mapping[str, Any], slots: Slots
) -> Mapping[tuple[str, str], tuple[tuple[tuple[str, ...], Rule], ...]]:
    """The templates by the first two words that they can have, the longest first."""
    book: dict[tuple[str, str], list[tuple[tuple[str, ...], Rule]]] = {}
    entries = [(entry, False) for entry in data["relative"]]
    entries += [(entry, True) for entry in data["stretch"]]
    for entry, stretch in entries:
        options = {key: value for key, value in entry.items() if key != "patterns"}
        rule = Rule(**options, stretch=stretch)
        for pattern in entry["patterns"]:
            parts = tuple(pattern.split())
            for second in slots.get(parts[1], {parts[1]: None}):
                book.setdefault((parts[0], second), []).append((parts, rule))
    return {
        words: tuple(sorted(found, key=lambda item: -len(item[0]))) for words, found in book.items()
    }


def _slots(data: Mapping[str, Any], words: Lexicon) -> Slots:
    counted = {"D", "W", "M", "Y", "DE", "CE"}
    days = {word: number for number, word in enumerate(words.weekday_names)}
    return {
        "{unit}": {
            word: (Unit(unit), None, None)
            for word, unit in words.units.items()
            if unit in counted and not word.endswith(("s", "ies"))
        },
        "{season}": {word: (Unit.SEASON, number, None) for word, number in words.seasons.items()},
        "{month}": {word: (Unit.NAMED_MONTH, n, None) for word, n in words.months.items()},
        "{weekday}": {word: (Unit.WEEKDAY, number, None) for word, number in days.items()},
        "{daypart}": {word: (Unit.DAY, None, value) for word, value in _dayparts(data)},
    }


def _dayparts(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [
        (word, value)
        for value, words in data["dayparts"].items()
        if value.startswith("T") and isinstance(words, list)
        for word in words
    ]


@cache
def load_phrasebook(language: str = "en") -> Phrasebook:
    """Read the phrases of one language.

    Args:
        language: the folder under `data/`.

    Raises:
        CatalogError: the file is missing or faulty.
    """
    path = f"{language}/lexicons/time_phrases.toml"
    return built(path, partial(_build, load_lexicon(language)), "the list of time phrases")


def _build(words: Lexicon, data: Mapping[str, Any]) -> Phrasebook:
    spans, ages, parts, events = data["span_words"], data["ages"], data["dayparts"], data["events"]
    dayparts = _dayparts(data)
    slots = _slots(data, words)
    templates = _templates(data, slots)
    set_of: Callable[[Iterable[str]], frozenset[str]] = frozenset
    return Phrasebook(
        templates=templates,
        first_of_templates=frozenset(first for first, _ in templates),
        slots=slots,
        behind=phrases_of(data["behind_span"]),
        span_before=plain_phrases(spans["before"]),
        span_vague=plain_phrases(spans["vague"]),
        span_inside=set_of(spans["inside"]),
        plural_after=set_of(spans["plural_after"]),
        period_words=set_of(spans["period"]),
        span_suffixes=set_of(spans["suffix"]),
        age_before=plain_phrases(ages["before"]),
        age_after=plain_phrases(ages["after"]),
        references=phrases_of(data["references"]),
        not_references={key: set_of(words) for key, words in data["not_references"].items()},
        dayparts={word: value for word, value in dayparts if tokenise(word).count == 1},
        daypart_phrases=Phrases.of(pair for pair in dayparts if tokenise(pair[0]).count > 1),
        alone=set_of(parts["alone"]),
        daypart_before=plain_phrases(parts["before"]),
        hours=set_of(parts["hours"]),
        halves=phrases_of({0: parts["am"], 12: parts["pm"]}),
        zones=plain_phrases(parts["zones"]),
        event_words=phrases_of({key: events[key] for key in ("before", "after", "during")}),
        event_nouns=set_of([*events["nouns"], *events["reigns"]]),
        reigns=set_of(events["reigns"]),
        same_days=set_of(events["same_days"]),
        determiners=set_of(events["determiners"]),
        linkers=set_of(events["linkers"]),
        closers=set_of(data["closers"]["words"]),
    )
