"""Which words of a sentence are the trigger of a pattern."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from bede.catalog import EventType, Pattern, event_types
from bede.claims.fillers import naming_stretch
from bede.claims.kinds import is_name
from bede.text import Sentence, Token

Entry = tuple[EventType, Pattern, tuple[str, ...]]

_PARTICLES = ("prt", "advmod", "prep", "agent", "npadvmod")


@cache
def index() -> Mapping[str, tuple[Entry, ...]]:
    """First word of each trigger -> the patterns it opens, with the words of the trigger."""
    found: dict[str, list[Entry]] = {}
    for event in event_types().values():
        for pattern in event.patterns:
            for words in pattern.words:
                parts = tuple(words.split())
                found.setdefault(parts[0], []).append((event, pattern, parts))
    return {word: tuple(entries) for word, entries in found.items()}


def trigger_at(
    sentence: Sentence, token: Token, pattern: Pattern, words: tuple[str, ...]
) -> tuple[int, ...] | None:
    """Indices of the trigger words that begin at a word, or None if it is used otherwise.

    Args:
        sentence: the sentence.
        token: the first word; its lemma is `words[0]`.
        pattern: the pattern.
        words: the words of the trigger.
    """
    if is_gerund_noun(token) and pattern.kind == "noun":
        return _run(sentence, token, words) if token.text.lower() == words[0] else None
    if token.pos in ("VERB", "AUX"):
        return _verb(sentence, token, words) if pattern.kind == "verb" else None
    if pattern.kind == "verb":
        participle = token.pos == "ADJ" and token.tag in ("VBN", "VBG", "VBD")
        return _verb(sentence, token, words) if participle else None
    if pattern.kind == "adjective":
        return _run(sentence, token, words) if token.pos == "ADJ" else None
    if token.pos not in ("NOUN", "PROPN"):
        return None
    name = name_around(sentence, token)
    if pattern.kind == "noun" and pattern.named is not None and pattern.named == (name is None):
        return None
    if token.pos == "PROPN" and token.dep == "compound":
        return None
    trigger = _run(sentence, token, words)
    return name if trigger is not None and pattern.kind == "noun" and name is not None else trigger


def is_gerund_noun(token: Token) -> bool:
    """A form in -ing that stands where a noun does: "fighting spread to the south"."""
    return token.tag == "VBG" and token.dep in ("nsubj", "nsubjpass", "dobj", "pobj")


def _run(sentence: Sentence, token: Token, words: tuple[str, ...]) -> tuple[int, ...] | None:
    """The words one behind the other."""
    end = token.index + len(words)
    behind = sentence.tokens[token.index + 1 : end]
    same = tuple(t.lemma for t in behind) == words[1:] or (
        tuple(t.text.lower() for t in behind) == words[1:]
    )
    return tuple(range(token.index, end)) if same else None


def _verb(sentence: Sentence, token: Token, words: tuple[str, ...]) -> tuple[int, ...] | None:
    particle = sentence.child(token.index, "prt")
    if len(words) == 1:
        return (token.index,) if particle is None else None
    if len(words) > 2:
        return _run(sentence, token, words)
    if particle is not None:
        return joined((token.index,), (particle.index,)) if particle.lemma == words[1] else None
    following = sentence.tokens[token.index + 1 : token.index + 2]
    for behind in following:
        if behind.text.lower() == words[1] and behind.dep in _PARTICLES:
            return (token.index, behind.index)
    return None


def joined(trigger: tuple[int, ...], more: Sequence[int]) -> tuple[int, ...]:
    """Trigger words belong together only while they stand together."""
    for place in sorted(more):
        if place == trigger[-1] + 1:
            trigger = (*trigger, place)
    return trigger


def name_around(sentence: Sentence, noun: Token) -> tuple[int, ...] | None:
    """The whole name of which a noun is the head ("Battle of Tarn"), or None if it is none.

    Article and owner stay outside.
    """
    if not (noun.text[:1].isupper() and (noun.pos == "PROPN" or is_name(noun))):
        return None
    first, last = naming_stretch(sentence, noun)
    while first < noun.index and not sentence.tokens[first].text[:1].isupper():
        first += 1
    while first < noun.index and _is_outside(sentence, sentence.tokens[first]):
        first += 1
    return tuple(range(first, last + 1)) if last > first else None


def _is_outside(sentence: Sentence, token: Token) -> bool:
    """An article in capitals, an owner with its mark."""
    head = sentence.head(token)
    owner = token.dep == "poss" or (token.dep == "case" and head.dep == "poss")
    return token.dep in ("det", "poss", "case") or owner or token.tag == "POS"
