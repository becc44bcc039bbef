"""Matching the triggers of the event types on dependency trees."""

from __future__ import annotations

from bede.catalog import EventType, Pattern
from bede.claims.arguments import Slots, verb_slots
from bede.claims.filling import Candidate, Match, Miss, fill
from bede.claims.kinds import is_known
from bede.claims.nominals import adjective_slots, bearer_of, noun_slots
from bede.claims.triggers import index, is_gerund_noun, joined, trigger_at
from bede.text import Sentence, Token


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
        for event, pattern, words in entries:
            result = _try(sentence, token, event, pattern, words)
            if isinstance(result, Match):
                found.append(result)
            elif result is not None:
                missed.append(result)
        if found:
            matches.append(max(found, key=_weight))
        else:
            misses += missed[:1]
    return tuple(_without_overlaps(matches)), tuple(misses)


def _weight(match: Match) -> tuple[int, int, bool]:
    """The better reading of one trigger: longer trigger, more roles filled, key role filled."""
    return (
        len(match.pattern.companions) + len(match.pattern.needs) + len(match.trigger),
        len(match.roles),
        match.event.key.name in match.roles,
    )


def _only_names(match: Match) -> tuple[int, str] | None:
    """The word, and the event type if it matters, by which another match has told it already.

    "The Battle of Tarn was fought" tells of one battle, "the mayor fled" of no tenure.
    """
    if match.pattern.kind == "predicate":
        return match.trigger[0], ""
    return (match.hosts[0], match.event.name) if match.pattern.kind == "noun" else None


def _without_overlaps(matches: list[Match]) -> list[Match]:
    """One claim to a trigger word: of two matches on the same words the weightier stays."""
    kept: list[Match] = []
    named = {
        (word, event)
        for match in matches
        if match.pattern.kind != "predicate"
        for heads in match.roles.values()
        for word in heads
        for event in (match.event.name, "")
        if word not in match.trigger
    }
    matches = [match for match in matches if _only_names(match) not in named]
    for match in sorted(matches, key=lambda m: (*(-int(w) for w in _weight(m)), m.trigger)):
        taken = {index for other in kept for index in (*other.trigger, *other.hosts[:1])}
        if not taken & {*match.trigger, *match.hosts[:1]}:
            kept.append(match)
    return sorted(kept, key=lambda match: match.trigger)


def _try(
    sentence: Sentence, token: Token, event: EventType, pattern: Pattern, words: tuple[str, ...]
) -> Match | Miss | None:
    """A match, a miss worth telling, or nothing when the word is used otherwise."""
    trigger = trigger_at(sentence, token, pattern, words)
    if trigger is None:
        return None
    slots = _SLOTS[pattern.kind](sentence, token)
    companions = _companions(sentence, slots, pattern)
    if companions is None or not _is_meant(sentence, slots, pattern):
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
        trigger = joined(trigger, tuple(companions.values()))
    for companion in companions.values():
        for place, found in noun_slots(sentence, sentence.tokens[companion]).items():
            slots.setdefault(place, found)
    return fill(sentence, Candidate(event, pattern, token, trigger, tuple(hosts)), slots, bearer)


_SLOTS = {
    "verb": verb_slots, "noun": noun_slots, "predicate": noun_slots, "adjective": adjective_slots
}  # fmt: skip


def _is_meant(sentence: Sentence, slots: Slots, pattern: Pattern) -> bool:
    """Whether what stands around a trigger gives it the sense of the pattern."""
    for place, lemmas in pattern.unless.items():
        if any(sentence.tokens[i].lemma in lemmas for i in slots.get(place, ())):
            return False
    for place, kinds in pattern.needs.items():
        known = (
            is_known(sentence, sentence.tokens[i], frozenset(kinds)) for i in slots.get(place, ())
        )
        if not any(known):
            return False
    return True


def _companions(sentence: Sentence, slots: Slots, pattern: Pattern) -> dict[str, int] | None:
    found: dict[str, int] = {}
    for place, lemmas in pattern.companions.items():
        word = next((i for i in slots.get(place, ()) if sentence.tokens[i].lemma in lemmas), None)
        if word is None:
            return None
        found[place] = word
    return found


def _copula(sentence: Sentence, word: Token) -> list[int]:
    """The verb "to be" over a predicate, through which a date reaches it."""
    while word.dep == "conj":
        word = sentence.head(word)
    return [word.head] if word.dep in ("attr", "acomp") else []
