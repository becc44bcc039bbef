"""From the places around a trigger to the roles that they fill."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import takewhile

from bede.catalog import EventType, Pattern, Role, lexicon
from bede.claims.arguments import Slots
from bede.claims.fillers import title_pair
from bede.claims.kinds import fits, is_known, is_name, kinds_of_noun
from bede.claims.triggers import name_around
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
        implied: the role of an understood subject, as in a line of a chronology ("1927: expelled
            from the party"), which nothing in the sentence fills; None without any.
    """

    event: EventType
    pattern: Pattern
    trigger: tuple[int, ...]
    hosts: tuple[int, ...]
    roles: Mapping[str, tuple[int, ...]]
    implied: str | None = None


@dataclass(frozen=True, slots=True)
class Miss:
    """A trigger whose arguments do not fit, and why."""

    event: EventType
    trigger: tuple[int, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pattern whose trigger stands in a sentence, before its roles are filled."""

    event: EventType
    pattern: Pattern
    token: Token
    trigger: tuple[int, ...]
    hosts: tuple[int, ...]
    implied: str | None = None


def fill(
    sentence: Sentence, candidate: Candidate, slots: Slots, bearer: Token | None
) -> Match | Miss | None:
    """Give what stands around a trigger to the roles of its pattern.

    Args:
        sentence: the sentence.
        candidate: the trigger.
        slots: what stands in which place around it.
        bearer: for a predicate noun, of whom it is said.

    The place of an understood subject, if there is one, is `candidate.implied`.

    Returns:
        The match, or why it is none; None if nothing at all stands there.
    """
    event, pattern = candidate.event, candidate.pattern
    if pattern.kind == "noun" and _is_idea(sentence, candidate.token):
        return Miss(event, candidate.trigger, "the words name an idea or a work")
    heads = _heads(sentence, candidate, slots, bearer)
    roles: dict[str, list[int]] = {}
    unfit: dict[str, str] = {}
    for role, place, at in heads:
        wanted = event.role(role)
        if wanted is None or (role in roles and not wanted.gathers):
            continue
        for word in _coordinated(sentence, at):
            if _in_clause_of(sentence, candidate.token, word, at):
                continue
            filler = _meant_by(sentence, candidate, word, wanted)
            if filler is None or not _is_sure(sentence, place, filler, wanted):
                continue
            if fits(sentence, filler, wanted):
                roles.setdefault(role, []).append(filler.index)
            else:
                unfit[role] = f'"{word.text}" is no {" or ".join(wanted.kinds)}'
    implied = _implied(candidate, roles)
    missing = [role for role in pattern.requires if role not in roles and role != implied]
    missing += [] if not pattern.any or roles.keys() & set(pattern.any) else [pattern.any[0]]
    # "Dismissed as a phrase-monger", "purged from the histories": the words mean something else.
    otherwise = [
        r.name for r in event.roles if r.identifies and r.name in unfit.keys() - roles.keys()
    ]
    if not (roles or implied) or missing or otherwise:
        if not heads and not missing:
            return None
        absent = f"no {' and no '.join(missing or ['argument'])} is given"
        return Miss(event, candidate.trigger, "; ".join(unfit.values()) or absent)
    found = {role: tuple(sorted(set(indices))) for role, indices in roles.items()}
    hosts = tuple(dict.fromkeys(candidate.hosts))
    return Match(event, pattern, candidate.trigger, hosts, found, implied)


def _is_idea(sentence: Sentence, noun: Token) -> bool:
    """Whether an event noun only says what an idea or a work is of: "a theory of revolution"."""
    preposition = sentence.head(noun)
    if noun.dep != "pobj" or preposition.lemma != "of":
        return False
    whole = sentence.head(preposition)
    return whole.lemma in lexicon("nouns", "thought")


def _implied(candidate: Candidate, roles: Mapping[str, list[int]]) -> str | None:
    """The role of the understood subject, if a person can fill it and nobody else does."""
    names = candidate.pattern.slots.get(candidate.implied or "", "").split("|")
    role = candidate.event.role(names[0])
    free = role is not None and "person" in role.kinds and role.name not in roles
    return role.name if role is not None and free else None


def _heads(
    sentence: Sentence, candidate: Candidate, slots: Slots, bearer: Token | None
) -> list[tuple[str, str, int]]:
    """Role, place and head word of all that may fill a role, the likelier first."""
    pattern, token = candidate.pattern, candidate.token
    heads = []
    if bearer is not None and pattern.bearer is not None:
        heads.append((pattern.bearer, "bearer", bearer.index))
    for place, names in pattern.slots.items():
        places = slots.get(place, [])
        if place == "itself":
            places = [token.index]
        elif place == "self":
            own = pattern.kind == "predicate" or name_around(sentence, token) is not None
            places = [token.index] if own else []
        for at in places:
            for roles in names.split("+"):
                heads.append((_role_of(sentence.tokens[at], roles, candidate.event), place, at))
    return heads


def _in_clause_of(sentence: Sentence, trigger: Token, word: Token, first: int) -> bool:
    """Whether a coordinated word stands outside the clause that tells of the first.

    "Karl, who died in 1880, and Otto": the clause is Karl's alone.
    """
    if word.index in (first, trigger.index) or word.index <= trigger.index:
        return False
    return any(above.index == first for above in sentence.ancestors(trigger.index))


def _meant_by(sentence: Sentence, candidate: Candidate, word: Token, role: Role) -> Token | None:
    """The word that fills the role if another one stands in its place, or None for no filler."""
    own = place_of_self(candidate.pattern) == role.name
    filler = _owner_if_standing_for(sentence, _specified(sentence, word), role)
    filler = filler if own else _named_behind(sentence, filler)
    # "The Siege of Tarn": what stands inside a name that itself fills no role may fill one.
    inside = candidate.pattern.kind == "noun" and place_of_self(candidate.pattern) is None
    if (
        filler.index in candidate.trigger
        and not own
        and not (inside and filler.index != candidate.token.index)
    ):
        return None
    if (sentence.dates(filler) or filler.lemma in lexicon("nouns", "calendar")) and not own:
        return None
    return None if filler.lemma in lexicon("nouns", "empty") else filler


def _is_sure(sentence: Sentence, place: str, filler: Token, role: Role) -> bool:
    return place not in _SURE_PLACES or is_known(sentence, filler, frozenset(role.kinds))


_SURE_PLACES = frozenset({"compound", "adjective", "actor"})
"""Places where words stand that often say something else ("a night raid")."""


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
    if alone:
        return [token]
    together = sentence.conjuncts(index)
    return together if _is_office(token) else list(takewhile(_no_title(sentence), together))


def _no_title(sentence: Sentence) -> Callable[[Token], bool]:
    """Whether a word is no bare title, which goes back beyond what it seems to stand beside.

    "The founder of the army and commissar for war" founded no commissar.
    """
    return lambda one: not _is_office(one) or sentence.child(one.index, "det") is not None


def _is_office(token: Token) -> bool:
    return "office" in kinds_of_noun(token.lemma.lower())


def _named_behind(sentence: Sentence, word: Token) -> Token:
    """The name behind a description: "the treasurer, Jon Marsh", "the town of Tarn"."""
    if word.tag != "NN" or is_name(word):
        return word
    names = [c for c in sentence.children(word.index, "appos") if c.pos == "PROPN"]
    if names and names[0].index > word.index + 1 and sentence.children(word.index, "appos")[1:]:
        return word
    if names:
        return word if sentence.child(names[0].index, "conj") is not None else names[0]
    if word.lemma in lexicon("nouns", "named_by_of"):
        for preposition in sentence.children(word.index, "prep"):
            name = sentence.child(preposition.index, "pobj")
            if preposition.lemma == "of" and name is not None and name.pos == "PROPN":
                return name
    return word


def place_of_self(pattern: Pattern) -> str | None:
    """The role that the trigger noun itself fills, as an office does ("was chairman")."""
    return pattern.slots.get("self", pattern.slots.get("itself"))


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
