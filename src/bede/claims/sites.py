"""Where the times of a sentence hang: on which verb, or on which noun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from bede.catalog import lexicon
from bede.catalog.files import read_toml
from bede.catalog.lexicons import LANGUAGE
from bede.claims.climbing import words_of
from bede.text import SUBJECTS, Sentence, Timex, Token

VERBS = ("VERB", "AUX")
NOUNS = ("NOUN", "PROPN")
_NEAR = 3  # words between a verb and the noun that took its date


@dataclass(frozen=True, slots=True)
class Site:
    """A time with the word that it is said of.

    Attributes:
        timex: the time.
        word: the verb or noun.
        fronted: whether it stands before that word.
    """

    timex: Timex
    word: Token
    fronted: bool


@cache
def general_events() -> Mapping[str, frozenset[str]]:
    """Noun for any event of a kind, such as "attack" -> the event types of that kind."""
    table = read_toml(f"{LANGUAGE}/lexicons/claimtimes.toml")["general"]
    return {noun: frozenset(kind["types"]) for kind in table.values() for noun in kind["nouns"]}


def find_sites(sentence: Sentence) -> Iterator[Site]:
    """The times of a sentence, each with the verb or noun that it is said of."""
    for timex in sentence.times:
        word = _governor(sentence, timex)
        if word is not None and not is_occasion(sentence, timex):
            yield Site(timex, word, timex.start < word.start)


def _governor(sentence: Sentence, timex: Timex) -> Token | None:
    """The verb or noun on which a date hangs, by the preposition before it if there is one.

    The preposition is more often right in the tree than the words of the date.
    """
    words = words_of(sentence, timex.full_start, timex.end)
    if not words:
        return None
    first = words[0]
    before = sentence.tokens[first.index - 1] if first.index else None
    inner = next((token for token in words if token.start >= timex.start), first)
    if first.dep == "prep" and inner.index <= first.index + 1:
        word: Token | None = first
    elif before is not None and before.dep == "prep" and before.pos in ("ADP", "SCONJ"):
        word = before
    else:
        places = {token.index for token in words}
        word = next((t for t in words if t.head not in places or t.head == t.index), None)
    if word is None:
        return None
    inside = {token.index for token in words} | {word.index}
    for above in sentence.ancestors(word.index):
        if above.index in inside or above.dep in ("aux", "auxpass"):
            continue
        if above.pos in VERBS or above.pos in NOUNS:
            return above
    return word if word.pos in VERBS else None


def is_occasion(sentence: Sentence, timex: Timex) -> bool:
    """Whether words count an occasion rather than tell a time: "this time they built forts"."""
    if timex.text.lower() not in lexicon("claimtimes", "occasions"):
        return False
    before = [token for token in sentence.tokens if token.end <= timex.start]
    return not before or before[-1].pos not in ("ADP", "SCONJ")


def verb_of_noun(sentence: Sentence, site: Site, owner: Mapping[int, int]) -> Token | None:
    """The verb whose date a noun has: by an event in front, or by a preposition that sets it.

    "In a 1908 interview Diaz stated ..." dates the statement; "crossed into the land of the
    Finns in May" dates the crossing.
    """
    noun = site.word
    path = [noun, *sentence.ancestors(noun.index)]
    verb = next((token for token in path if token.pos in VERBS), None)
    if verb is None:  # "In 1839 the empire annexed Tarn" read as a noun with a participle
        slip = noun.dep == "ROOT" and site.timex.start < noun.start
        return sentence.child(noun.index, "acl") if slip else None
    path = path[: path.index(verb)]
    if noun.index in owner or noun.lemma in general_events():
        top = path[-1]
        fronted = top.index < verb.index and top.dep == "prep"
        direct = len(path) == 2 and top.text.lower() in lexicon("claimtimes", "inside")
        if fronted and direct and top.text.lower() != "by":
            return verb
        if noun.index in owner:
            return None
    if any(token.dep in SUBJECTS for token in path):
        return verb if _between_commas(sentence, site.timex) else None
    before = [t for t in sentence.tokens if t.start < site.timex.start][-1:]
    word = before[0].text.lower() if before else ""
    if word == "," and site.timex.kind == "day" and path[-1].dep == "prep":
        return verb  # "in the fifth session, 6 April 1415"
    setting = word in lexicon("claimtimes", "setting")
    near = len([token for token in path if token.dep != "conj"]) <= _NEAR
    event = any(t.index in owner or t.lemma in general_events() for t in path)
    return verb if setting and near and not event and noun.index > verb.index else None


def _between_commas(sentence: Sentence, timex: Timex) -> bool:
    """A date set between subject and verb: "Orlo, on 3 May 1839, resigned"."""
    words = words_of(sentence, timex.full_start, timex.end)
    first, last = words[0].index, words[-1].index + 1
    tokens = sentence.tokens
    if first and tokens[first - 1].dep == "prep":
        first -= 1
    opened = first > 0 and tokens[first - 1].text == ","
    return opened and last < len(tokens) and tokens[last].text == ","


def is_bracketed(sentence: Sentence, timex: Timex) -> bool:
    """Whether a bracket opens right before a date."""
    before = [t for t in sentence.tokens if t.end <= timex.full_start]
    return bool(before) and before[-1].text in ("(", "[")
