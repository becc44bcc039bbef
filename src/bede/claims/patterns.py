"""Matching the triggers of the event types on dependency trees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bede.catalog import EventType, Pattern, Role, event_types, lexicon
from bede.claims.arguments import Slots, bearer_of, noun_slots, verb_slots
from bede.claims.fillers import fits, is_name, kinds_of_noun, title_pair
from bede.text import Sentence, Token


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found in a sentence, before its fillers are built.

    Attributes:
        event: the event type.
        pattern: which of its patterns.
        trigger: indices of the trigger words, in order.
        hosts: indices of words through which a date or an order word may reach the trigger.
        roles: role -> indices of head words.
    """

    event: EventType
    pattern: Pattern
    trigger: tuple[int, ...]
    hosts: tuple[int, ...]
    roles: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Miss:
    """A trigger whose arguments do not fit, and why."""

    event: EventType
    trigger: tuple[int, ...]
    reason: str


@cache
def _index() -> Mapping[str, tuple[tuple[EventType, Pattern, str], ...]]:
    """First word of each trigger -> the patterns it opens, with the whole trigger."""
    found: dict[str, list[tuple[EventType, Pattern, str]]] = {}
    for event in event_types().values():
        for pattern in event.patterns:
            for word in pattern.words:
                found.setdefault(word.split()[0], []).append((event, pattern, word))
    return {word: tuple(entries) for word, entries in found.items()}


def find_matches(sentence: Sentence) -> tuple[tuple[Match, ...], tuple[Miss, ...]]:
    """All triggers of a sentence whose arguments fit, one event type to each, and the misses."""
    matches: list[Match] = []
    misses: list[Miss] = []
    for token in sentence.tokens if sentence.is_readable else ():
        found: list[Match] = []
        missed: list[Miss] = []
        for event, pattern, words in _index().get(token.lemma, ()):
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
        len(match.pattern.companions) + len(match.trigger),
        len(match.roles),
        match.event.key.name in match.roles,
    )


def _without_overlaps(matches: list[Match]) -> list[Match]:
    """One claim to a trigger word: of two matches on the same words the weightier stays."""
    kept: list[Match] = []
    named = {
        index
        for match in matches
        if match.pattern.kind != "predicate"
        for heads in match.roles.values()
        for index in heads
    }
    matches = [m for m in matches if m.pattern.kind != "predicate" or m.trigger[0] not in named]
    for match in sorted(matches, key=lambda m: (*(-int(w) for w in _weight(m)), m.trigger)):
        taken = {index for other in kept for index in (*other.trigger, *other.hosts[:1])}
        if not taken & {*match.trigger, *match.hosts[:1]}:
            kept.append(match)
    return sorted(kept, key=lambda match: match.trigger)


def _try(
    sentence: Sentence, token: Token, event: EventType, pattern: Pattern, words: str
) -> Match | Miss | None:
    """A match, a miss worth telling, or nothing when the word is used otherwise."""
    trigger = _trigger_words(sentence, token, pattern, words)
    if trigger is None:
        return None
    slots = verb_slots(sentence, token) if pattern.kind == "verb" else noun_slots(sentence, token)
    companions = _companions(sentence, slots, pattern)
    if companions is None:
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
        trigger = _joined(trigger, tuple(companions.values()))
    for index in companions.values():
        for place, found in noun_slots(sentence, sentence.tokens[index]).items():
            slots.setdefault(place, found)
    return _fill(sentence, token, event, pattern, slots, bearer, trigger, hosts)


def _trigger_words(
    sentence: Sentence, token: Token, pattern: Pattern, words: str
) -> tuple[int, ...] | None:
    parts = words.split()
    if pattern.kind == "verb":
        particle = sentence.child(token.index, "prt")
        if token.pos not in ("VERB", "AUX") or (len(parts) == 2) != (particle is not None):
            return None
        if particle is None:
            return (token.index,)
        if particle.lemma != parts[1]:
            return None
        return _joined((token.index,), (particle.index,))
    if token.pos not in ("NOUN", "PROPN") or (token.pos == "PROPN" and token.dep == "compound"):
        return None
    if len(parts) == 2:
        following = token.index + 1
        same = following < len(sentence.tokens) and sentence.tokens[following].lemma == parts[1]
        return (token.index, following) if same else None
    return (token.index,)


def _joined(trigger: tuple[int, ...], more: tuple[int, ...]) -> tuple[int, ...]:
    """Trigger words belong together only while they stand together."""
    for index in sorted(more):
        if index == trigger[-1] + 1:
            trigger = (*trigger, index)
    return trigger


def _companions(sentence: Sentence, slots: Slots, pattern: Pattern) -> dict[str, int] | None:
    found: dict[str, int] = {}
    for place, lemmas in pattern.companions.items():
        index = next((i for i in slots.get(place, ()) if sentence.tokens[i].lemma in lemmas), None)
        if index is None:
            return None
        found[place] = index
    return found


def _copula(sentence: Sentence, word: Token) -> list[int]:
    """The verb "to be" over a predicate, through which a date reaches it."""
    while word.dep == "conj":
        word = sentence.head(word)
    return [word.head] if word.dep in ("attr", "acomp") else []


def _fill(
    sentence: Sentence,
    token: Token,
    event: EventType,
    pattern: Pattern,
    slots: Slots,
    bearer: Token | None,
    trigger: tuple[int, ...],
    hosts: list[int],
) -> Match | Miss | None:
    heads: list[tuple[str, int]] = []
    if bearer is not None and pattern.bearer is not None:
        heads.append((pattern.bearer, bearer.index))
    for place, names in pattern.slots.items():
        places = [token.index] if place == "self" else slots.get(place, [])
        heads += [(_role_of(sentence.tokens[i], names, event), i) for i in places]
    roles: dict[str, list[int]] = {}
    unfit: dict[str, str] = {}
    for role, index in heads:
        wanted = event.role(role)
        for word in _coordinated(sentence, index) if role not in roles else ():
            if word.index > token.index and any(
                above.index == index for above in sentence.ancestors(token.index)
            ):
                continue  # "Karl, who died in 1880, and Otto": the clause is Karl's alone
            filler = _owner_if_standing_for(sentence, _specified(sentence, word), wanted)
            filler = filler if place_of_self(pattern) == role else _named_behind(sentence, filler)
            if filler.index in trigger and place_of_self(pattern) != role:
                continue
            if sentence.dates(filler) or filler.lemma in lexicon("nouns", "empty"):
                continue
            if wanted is not None and fits(filler, wanted):
                roles.setdefault(role, []).append(filler.index)
            else:
                unfit[role] = f'"{word.text}" is no {_kinds(wanted)}'
    missing = [role for role in pattern.requires if role not in roles]
    # "Dismissed as a phrase-monger", "purged from the histories": the words mean something else.
    otherwise = [
        r.name for r in event.roles if r.identifies and r.name in unfit.keys() - roles.keys()
    ]
    if not roles or missing or otherwise:
        if not heads and not missing:
            return None
        absent = f"no {' and no '.join(missing or ['argument'])} is given"
        return Miss(event, trigger, "; ".join(unfit.values()) or absent)
    found = {role: tuple(dict.fromkeys(indices)) for role, indices in roles.items()}
    return Match(event, pattern, trigger, tuple(dict.fromkeys(hosts)), found)


def _role_of(word: Token, names: str, event: EventType) -> str:
    """Of several roles that share a place, the first that the word is known to fit, else the first.

    "Removed from the Politburo" loses a body, "removed from his post" an office.
    """
    roles = names.split("|")
    known = kinds_of_noun(word.lemma)
    for name in roles if len(roles) > 1 else ():
        role = event.role(name)
        if role is not None and known & set(role.kinds):
            return name
    return roles[0]


def _coordinated(sentence: Sentence, index: int) -> list[Token]:
    """The fillers that stand together in one place; a title with "and" in it is one."""
    token = sentence.tokens[index]
    alone = title_pair(sentence, token) is not None
    alone = alone or any(c.lemma == "but" for c in sentence.children(index, "cc"))  # "all but him"
    return [token] if alone else sentence.conjuncts(index)


def _named_behind(sentence: Sentence, word: Token) -> Token:
    """The name set behind a description: "the treasurer of the League, Jon Marsh, resigned"."""
    names = sentence.children(word.index, "appos")
    if word.tag != "NN" or is_name(word) or len(names) != 1 or names[0].pos != "PROPN":
        return word
    return word if sentence.child(names[0].index, "conj") is not None else names[0]


def place_of_self(pattern: Pattern) -> str | None:
    """The role that the trigger noun itself fills, as an office does ("was chairman")."""
    return pattern.slots.get("self")


def _specified(sentence: Sentence, word: Token) -> Token:
    """The office behind a general word: "his post as War Commissar", "the office of consul"."""
    if word.lemma not in lexicon("nouns", "general_office"):
        return word
    for preposition in sentence.children(word.index, "prep"):
        office = sentence.child(preposition.index, "pobj")
        if office is None or preposition.lemma not in ("as", "of"):
            continue
        if "office" in kinds_of_noun(office.lemma):
            return office
    return word


def _owner_if_standing_for(sentence: Sentence, word: Token, role: Role | None) -> Token:
    """The owner of a noun that acts for him: "Stalin's policy favoured ..."."""
    if role is None or not role.owner_acts:
        return word
    if word.lemma in lexicon("nouns", "standing_for_owner"):
        owner = sentence.child(word.index, "poss")
        return owner if owner is not None else word
    return word


def _kinds(role: Role | None) -> str:
    return " or ".join(role.kinds) if role is not None else "role"
