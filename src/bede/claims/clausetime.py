"""The time that a clause tells for all that takes part in it, whatever its verb."""

from __future__ import annotations

from bede.catalog import lexicon
from bede.claims.sites import NOUNS, Site, find_sites, verb_of_noun
from bede.text import Sentence, Timex, TimexType, Token

_POINTS = (TimexType.DATE, TimexType.TIME)


def head_of_stretch(sentence: Sentence, first: int, last: int) -> Token:
    """The word by which a stretch hangs in the tree."""
    token = sentence.tokens[last]
    while first <= token.head <= last and token.head != token.index:
        token = sentence.head(token)
    return token


def clause_time(sentence: Sentence, verb: Token, *, strict: bool = False) -> Timex | None:
    """The time that the clause of a verb tells; else the only time of a plain sentence.

    Args:
        sentence: the sentence.
        verb: the verb of the clause.
        strict: whether the time of the sentence holds for its main clauses alone.
    """
    own = [site.timex for site in find_sites(sentence) if site.word.index == verb.index]
    own = [timex for timex in own if timex in sentence.timexes]
    if own:
        return own[0] if len(own) == 1 and _is_plain(own[0]) else None
    if strict and not (_is_main(sentence, verb) and _is_of_all(sentence, verb)):
        return None
    told = sentence.timexes[0] if len(sentence.timexes) == 1 else None
    if told is None or not _is_plain(told):
        return None
    if any(timex.span not in (None, told.span) for timex in sentence.times):
        return None
    chain = [verb, *sentence.ancestors(verb.index)]
    openers = [
        child.text.lower()
        for one in chain
        for child in sentence.children(one.index, "mark", "advmod", "prep")
    ]
    apart = lexicon("claimtimes", "ordering") | lexicon("claimtimes", "apart")
    return None if set(openers) & apart else told


def _is_main(sentence: Sentence, verb: Token) -> bool:
    while verb.dep == "conj":
        verb = sentence.head(verb)
    return verb.dep == "ROOT"


def _is_of_all(sentence: Sentence, verb: Token) -> bool:
    """Whether no time is said of some part alone: "read the report of 1750"."""
    main = {verb.index, *(one.index for one in sentence.ancestors(verb.index))}
    for site in find_sites(sentence):
        over: Token | None = site.word
        if site.word.pos in NOUNS:
            over = verb_of_noun(sentence, site, {}) or _verb_of_occasion(sentence, site)
        while over is not None and _is_purpose(sentence, over):
            over = sentence.head(over)  # "travelled to Tarn to meet her in 1839"
        if over is None or over.index not in main:
            return False
    return True


def _is_purpose(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is an infinitive by which the verb above says what for."""
    particles = sentence.children(verb.index, "aux")
    purpose = verb.dep in ("advcl", "xcomp") and verb.tag == "VB"
    return purpose and any(one.text.lower() == "to" for one in particles)


def _verb_of_occasion(sentence: Sentence, site: Site) -> Token | None:
    """The verb of what happens on an occasion with its year before it: "in the 1816 election"."""
    above = sentence.head(site.word)
    occasion = site.fronted and site.word.lemma in lexicon("presence", "occasions")
    inside = above.dep == "prep" and above.lemma in lexicon("claimtimes", "inside")
    return sentence.head(above) if occasion and inside else None


def _is_plain(timex: Timex) -> bool:
    told = timex.type in _POINTS and bool(timex.readings)
    return told and timex.modifier is None and timex.relation is None
