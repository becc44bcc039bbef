"""Matching the triggers of the event types on dependency trees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bede.catalog import ANYTHING, SURELY, EventType, Pattern
from bede.claims.arguments import Slots, understood_place, verb_slots
from bede.claims.filling import Candidate, Match, Miss, fill, place_of_self
from bede.claims.kinds import is_known, part_of
from bede.claims.nominals import adjective_slots, bearer_of, noun_slots
from bede.claims.triggers import index, is_gerund_noun, joined, trigger_at
from bede.text import Sentence, Token, noted


@noted
def find_matches(sentence: Sentence) -> tuple[tuple[Match, ...], tuple[Miss, ...]]:
    """All triggers of a sentence whose arguments fit, one event type to each, and the misses."""
    matches: list[Match] = []
    misses: list[Miss] = []
    for token in sentence.tokens if sentence.is_readable else ():
        found: list[Match] = []
        missed: list[Miss] = []
        entries = index().get(token.lemma, ())
        if is_gerund_noun(token):
            entries += index().get(token.text.lower(), ())
        slots: dict[tuple[int, str], Slots] = {}
        for event, pattern, words in entries:
            result = _try(sentence, token, event, pattern, words, slots)
            if isinstance(result, Match):
                found.append(result)
            elif result is not None:
                missed.append(result)
        if found:
            matches.append(max(found, key=_weight))
        else:
            misses += missed[:1]
    return tuple(_without_overlaps(matches)), tuple(misses)


def _weight(match: Match) -> tuple[int, int, int, bool]:
    """The better reading of one trigger.

    Longer trigger, more roles filled, more said of what must stand around it, key role filled.
    """
    return (
        len(match.trigger),
        len(match.roles),
        len(match.pattern.companions) + len(match.pattern.needs),
        match.event.key.name in match.roles,
    )


def _only_names(match: Match) -> tuple[int, str] | None:
    """The word, and the event type if it matters, by which another match has told it already.

    "The Battle of Tarn was fought" tells of one battle, "the mayor fled" of no tenure, "took part
    in the Spring Rising" of no rising.
    """
    if match.pattern.kind == "predicate":
        return match.trigger[0], ""
    if match.pattern.kind != "noun":
        return None
    role = place_of_self(match.pattern)
    alone = role is not None and match.roles.keys() == {role}
    return match.hosts[0], "" if alone else match.event.name


def _without_overlaps(matches: list[Match]) -> list[Match]:
    """One claim to a trigger word: of two matches on the same words the weightier stays."""
    kept: list[Match] = []
    named = {
        kind: {
            (word, event)
            for match in matches
            if kind == "noun" or match.pattern.kind != "predicate"
            for heads in match.roles.values()
            for word in heads
            for event in (match.event.name, "")
            if word not in match.trigger
        }
        for kind in ("noun", "predicate")
    }
    keys = {
        (word, match.event.name)
        for match in matches
        for word in match.roles.get(match.event.key.name, ())
    }
    matches = [
        match
        for match in matches
        if _only_names(match) not in named.get(match.pattern.kind, ())
        and not any((match.hosts[0], event) in keys for event in match.event.told_by)
    ]
    for match in sorted(matches, key=lambda m: (*(-int(w) for w in _weight(m)), m.trigger)):
        taken = {index for other in kept for index in (*other.trigger, *other.hosts[:1])}
        if not taken & {*match.trigger, *match.hosts[:1]}:
            kept.append(match)
    return sorted(kept, key=lambda match: match.trigger)


def _try(
    sentence: Sentence,
    token: Token,
    event: EventType,
    pattern: Pattern,
    words: tuple[str, ...],
    known: dict[tuple[int, str], Slots],
) -> Match | Miss | None:
    """A match, a miss worth telling, or nothing when the word is used otherwise.

    The places around a word are found once for all patterns and kept in `known`.
    """
    trigger = trigger_at(sentence, token, pattern, words)
    if trigger is None or (token.dep == "amod" and not pattern.attributive):
        return None
    if pattern.kind == "verb" and len(words) > 2:  # "came to be known as"
        token = next((t for t in _backwards(sentence, trigger) if t.pos == "VERB"), token)
    if (token.index, pattern.kind) not in known:
        known[token.index, pattern.kind] = _SLOTS[pattern.kind](sentence, token)
    slots = known[token.index, pattern.kind]
    companions = _companions(sentence, slots, pattern)
    implied = understood_place(sentence, token) if pattern.kind == "verb" else None
    if companions is None:
        return None
    slots = dict(slots)
    for companion in companions.values():
        word = sentence.tokens[companion]
        of_word = verb_slots if word.pos == "VERB" else noun_slots
        for place, found in of_word(sentence, word).items():
            slots.setdefault(place, found)
    if not _is_meant(sentence, slots, pattern, implied):
        return None
    hosts = [token.index, *trigger]
    bearer = None
    if pattern.bearer is not None:
        bearer = bearer_of(sentence, token)
        if bearer is None or bearer.lemma in pattern.words:
            return None
    hosts += _copula(sentence, token)
    if pattern.trigger is not None:
        trigger = (companions[pattern.trigger],)
    elif companions and pattern.kind == "verb":
        alone = [word for place, word in companions.items() if place not in pattern.slots]
        trigger = joined(trigger, alone)
    candidate = Candidate(event, pattern, token, trigger, tuple(hosts), implied)
    return fill(sentence, candidate, slots, bearer)


_SLOTS = {
    "verb": verb_slots, "noun": noun_slots, "predicate": noun_slots, "adjective": adjective_slots
}  # fmt: skip


def _backwards(sentence: Sentence, trigger: Sequence[int]) -> Iterator[Token]:
    return (sentence.tokens[place] for place in reversed(trigger))


def _is_meant(sentence: Sentence, slots: Slots, pattern: Pattern, implied: str | None) -> bool:
    """Whether what stands around a trigger gives it the sense of the pattern."""
    for place, lemmas in pattern.unless.items():
        there = slots.get(place, ())
        if (there and ANYTHING in lemmas) or any(sentence.tokens[i].lemma in lemmas for i in there):
            return False
    for place, kinds in pattern.needs.items():
        there = slots.get(place, [])
        if not any(_is_of_kind(sentence, sentence.tokens[i], kinds) for i in there) and not (
            place == implied and "person" in kinds
        ):
            return False
    return True


def _is_of_kind(sentence: Sentence, token: Token, kinds: tuple[str, ...]) -> bool:
    plain = frozenset(kind for kind in kinds if not kind.endswith(SURELY))
    sure = frozenset(kind.removesuffix(SURELY) for kind in kinds if kind.endswith(SURELY))
    return is_known(sentence, token, plain) or is_known(sentence, token, sure, surely=True)


def _companions(sentence: Sentence, slots: Slots, pattern: Pattern) -> dict[str, int] | None:
    found: dict[str, int] = {}
    for place, lemmas in pattern.companions.items():
        wholes = ((i, part_of(sentence, sentence.tokens[i])) for i in slots.get(place, ()))
        word = next((i for i, whole in wholes if whole.lemma in lemmas), None)
        if word is None:
            return None
        found[place] = word
    return found


def _copula(sentence: Sentence, word: Token) -> list[int]:
    """The verb "to be" over a predicate, through which a date reaches it."""
    while word.dep == "conj":
        word = sentence.head(word)
    return [word.head] if word.dep in ("attr", "acomp") else []
