"""Orders between a claim and an event that the text only names: "after the October Revolution".

The event makes no claim of its own; whether its name is known, and when it was, the reference
says. Only a name counts: "after the war" may be any war.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bede.catalog import lexicon
from bede.chronology.length import Length
from bede.claims.climbing import owners
from bede.claims.filling import Match
from bede.claims.kinds import is_name
from bede.claims.phrases import order_phrases_in, order_words
from bede.claims.relations import governor, told_distance
from bede.claims.values import Order
from bede.text import Sentence, Token

_ORDERS = frozenset({Order.BEFORE, Order.AFTER, Order.DURING, Order.SINCE, Order.UNTIL})


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """An order word between a match and a name.

    Attributes:
        source: place of the match.
        event: index of the head word of the name.
        order: how the match lies to the event.
        start: first character of the words that say so (in the document).
        end: one past their last character.
        distance: how far apart, if told.
    """

    source: int
    event: int
    order: Order
    start: int
    end: int
    distance: Length | None


def find_named_events(sentence: Sentence, matches: Sequence[Match]) -> Iterator[NamedEvent]:
    """The events by whose names a sentence places its matches.

    Args:
        sentence: the sentence.
        matches: the triggers found in it.
    """
    owner = owners(matches)
    for index in range(len(sentence.tokens)):
        found = order_phrases_in(sentence).get(index)
        order = order_words()[found[0]] if found is not None else None
        if found is None or order not in _ORDERS or order is None:
            continue
        first, last = sentence.tokens[index], sentence.tokens[found[1] - 1]
        if index and sentence.tokens[index - 1].lemma in lexicon("scope", "negators"):
            continue
        named = _named(sentence, last)
        if named is None or named.index in owner or sentence.child(named.index, "conj"):
            continue
        source = governor(sentence, first, None, owner)
        if source is None:
            continue
        start, distance = first.start, None
        if order in (Order.BEFORE, Order.AFTER):
            start, distance = told_distance(sentence, first, last)
        yield NamedEvent(source, named.index, order, start, last.end, distance)


def _named(sentence: Sentence, word: Token) -> Token | None:
    """The name that an order word governs, if it is one and no time, person or place."""
    nouns = sentence.children(word.index, "pobj") if word.dep in ("prep", "pcomp") else []
    if len(nouns) != 1 or not is_name(nouns[0]) or sentence.dates(nouns[0]):
        return None
    return nouns[0] if nouns[0].label not in ("PERSON", "GPE", "NORP", "DATE") else None
