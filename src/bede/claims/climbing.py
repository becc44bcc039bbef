"""From an expression of time up the tree to the trigger that it is said of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bede.catalog import lexicon
from bede.claims.filling import Match
from bede.claims.phrases import order_phrase_at
from bede.text import SUBJECTS, Sentence, Token

_MODIFIERS = ("nummod", "nmod", "compound")
"""How a parser hangs a date on a name that only follows it."""


def owners(matches: Sequence[Match]) -> Mapping[int, int]:
    """Index of each word that belongs to a match -> the place of the match in `matches`."""
    owner = {index: place for place, match in enumerate(matches) for index in match.hosts}
    return owner | {index: place for place, match in enumerate(matches) for index in match.trigger}


def words_of(sentence: Sentence, start: int, end: int) -> list[Token]:
    """The words that share a character with a stretch of the document."""
    return [token for token in sentence.tokens if start < token.end and token.start < end]


def head_of(sentence: Sentence, start: int, end: int) -> Token | None:
    """The first word of a stretch that is governed from outside it, or None without any."""
    inside = words_of(sentence, start, end)
    places = {token.index for token in inside}
    outward = [token for token in inside if token.head not in places or token.head == token.index]
    return outward[0] if outward else None


def reached(
    sentence: Sentence, head: Token, owner: Mapping[int, int], matches: Sequence[Match]
) -> int | None:
    """Climb from the date to the first trigger; other verbs and names stop the climb."""
    if head.index in owner:
        return owner[head.index]
    head = _stranded(sentence, head)
    below = head
    for token in sentence.ancestors(head.index):
        if token.index in owner:
            place = owner[token.index]
            if _within_filler(below, token, matches[place]):
                return None
            return place
        if token.dep in ("aux", "auxpass"):
            continue
        if token.pos in ("VERB", "AUX"):
            return _complement_trigger(sentence, token, owner)
        if token.pos == "NOUN" and token.dep == "pobj" and order_phrase_at(sentence, token.head):
            return _anchor(sentence, token, owner)
        if token.pos in ("NOUN", "PROPN"):
            aside = below.dep != "prep" or below.lemma == "of" or token.dep in SUBJECTS
            if aside:  # the date is the noun's own: "the Congress in December confirmed ..."
                return None
        below = token
    return None


def is_echo(sentence: Sentence, match: Match) -> bool:
    """Whether the date behind a noun may be that of a later time.

    So it is in "the anniversary of the founding in 1880" and "five years after the founding in
    1880".
    """
    word = sentence.tokens[match.hosts[0]]
    preposition = sentence.head(word)
    if word.dep != "pobj":
        return False
    distances = sentence.children(preposition.index, "npadvmod")
    later = any(distance.index < preposition.index for distance in distances)
    later = later or preposition.lemma == "about"  # "wrote about the execution in 1937"
    return later or sentence.head(preposition).lemma in lexicon("nouns", "echoes")


def _anchor(sentence: Sentence, noun: Token, owner: Mapping[int, int]) -> int | None:
    """The match in a phrase of order, whose date it is: "by the time of his death in 1840"."""
    for preposition in sentence.children(noun.index, "prep"):
        for child in sentence.children(preposition.index, "pobj"):
            if child.index in owner:
                return owner[child.index]
    return None


def _stranded(sentence: Sentence, head: Token) -> Token:
    """Where a date really hangs that the parser gave to a name: "On 17 August Trotsky was ..."."""
    name = sentence.head(head)
    if head.dep not in _MODIFIERS or name.pos != "PROPN" or name.dep not in SUBJECTS:
        return head
    first = head
    while first.index and sentence.dates(sentence.tokens[first.index - 1]):
        first = sentence.tokens[first.index - 1]
    before = sentence.tokens[first.index - 1] if first.index else head
    alone = before.dep == "prep" and not sentence.children(before.index, "pobj", "pcomp")
    return before if alone else name


def _within_filler(below: Token, trigger: Token, match: Match) -> bool:
    """A year inside a name that fills a role ("the Revolution of 1917") dates the name."""
    fillers = {index for heads in match.roles.values() for index in heads}
    return below.index in fillers and trigger.index not in fillers


def _complement_trigger(sentence: Sentence, verb: Token, owner: Mapping[int, int]) -> int | None:
    """The trigger that completes a verb which is none ("in 1927 he was forced to resign").

    With a verb that has no content of its own it is the object ("launched an attack"), with one
    that only says that something happened the subject ("his exile began").
    """
    places = ["xcomp", "attr", "oprd", "acomp"]
    if verb.lemma in lexicon("verbs", "light"):
        places += ["dobj"]
    objects = {child.lemma for child in sentence.children(verb.index, "dobj")}
    idle = bool(objects) and not objects & lexicon("claimtimes", "taken")  # "took priority"
    if verb.lemma in lexicon("verbs", "carriers") and not idle:
        places += ["nsubj", "nsubjpass"]
    for child in sentence.children(verb.index, *places):
        if child.index in owner:
            return owner[child.index]
    return None
