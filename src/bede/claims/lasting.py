"""How long something lasted: "lived there for ten years", "his exile lasted three years".

Only what lasts can be measured: a state told by a word for the state itself, not for its begin, or
a happening that is a name for the time that follows it as well. A length said of a step into a
state ("was exiled for ten years", "was elected for four years") may be what was meant to come.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bede.catalog import lexicon
from bede.chronology.length import Length, Manner
from bede.claims.climbing import head_of, owners, words_of
from bede.claims.filling import Match
from bede.claims.phrases import phrase_at
from bede.text import Sense, Sentence, Token, ToldLength


@dataclass(frozen=True, slots=True)
class Lasted:
    """A length with the match that it measures.

    Attributes:
        place: of the match, in the matches of the sentence.
        length: how long.
        start: first character of the words that say so (in the document).
        end: one past their last character.
    """

    place: int
    length: Length
    start: int
    end: int


def is_lasting(sentence: Sentence, match: Match) -> bool:
    """Whether a match tells of a state while it lasts."""
    word = sentence.tokens[match.trigger[0]]
    if match.event.nature != "state":
        return False
    if match.pattern.kind == "verb":
        verb = sentence.tokens[match.hosts[0]]
        return verb.lemma in lexicon("lengths", "lasting.verbs")
    return match.pattern.kind == "predicate" or word.lemma in lexicon("lengths", "lasting.nouns")


def is_summed(sentence: Sentence) -> bool:
    """Whether a length in a sentence may be the sum of several, or leave something out.

    "With interruptions for four years", and "from 1901 to 1905 and again from 1911 to 1914".

    Args:
        sentence: the sentence.
    """
    words = lexicon("lengths", "lasting.summed")
    ranges = [timex for timex in sentence.timexes if timex.ends is not None]
    return len(ranges) > 1 or any(
        phrase_at(sentence, index, words) for index in range(len(sentence.tokens))
    )


def find_lasted(sentence: Sentence, matches: Sequence[Match]) -> tuple[Lasted, ...]:
    """The lengths that a sentence states of its happenings and states, in order.

    Args:
        sentence: the sentence.
        matches: the triggers found in it.
    """
    found = []
    for told in sentence.lengths if matches and not is_summed(sentence) else ():
        end = _end(sentence, told)
        head = head_of(sentence, told.start, end or told.end)
        if end is None or told.length is None or head is None:
            continue
        place = _measured(sentence, head, matches)
        if place is None or _is_broken(sentence, matches[place], head):
            continue
        length = _meant(sentence, matches[place], told.length)
        if length is not None:
            found.append(Lasted(place, length, told.start, end))
    places = [one.place for one in found]
    return tuple(one for one in found if places.count(one.place) == 1)


def _end(sentence: Sentence, told: ToldLength) -> int | None:
    """Where a bare length ends; None for one that counts from what was told before.

    The "before" of "for two years before he was expelled" belongs to the clause behind it.
    """
    if told.sense is Sense.SPAN:
        return told.end
    words = words_of(sentence, told.start, told.end)
    head = head_of(sentence, told.start, told.end)
    counted = head is None or head.dep != "pobj"
    return None if counted or words[-1].dep not in ("mark", "prep") else words[-2].end


def _measured(sentence: Sentence, head: Token, matches: Sequence[Match]) -> int | None:
    """The match that a length measures, by the word on which it hangs."""
    above = sentence.head(head)
    preposition = above.text.lower() if head.dep == "pobj" else ""
    if preposition == "of":  # "a reign of 23 years"
        return _noun(sentence.head(above), matches)
    if head.dep in ("compound", "amod", "nummod", "nmod"):  # "his 23-year reign"
        return _noun(above, matches)
    said = preposition == "for"
    bare = head.dep in ("npadvmod", "dobj", "attr", "advmod")
    if not said and not bare:
        return None
    word = sentence.head(above) if said else above
    place = owners(matches).get(word.index)
    if place is None and word.lemma in lexicon("lengths", "lasting.measuring"):
        subject = sentence.subject(word.index)
        return None if subject is None else _noun(subject, matches)
    if place is None or not is_lasting(sentence, matches[place]):
        return None
    lived = head.dep in ("npadvmod", "dobj") and matches[place].pattern.kind == "verb"
    whole = word.lemma in lexicon("lengths", "lasting.spending") or not sentence.child(
        head.index, "prep"
    )
    if not said and not (lived and whole):
        return None  # "she lived ten years in Velin", not "ten years before the war"
    return place


def _noun(noun: Token, matches: Sequence[Match]) -> int | None:
    """The match whose trigger is this noun, if it is a name for something that lasts."""
    if noun.lemma not in lexicon("lengths", "lasting.nouns"):
        return None
    return next((p for p, match in enumerate(matches) if match.trigger[0] == noun.index), None)


def _is_broken(sentence: Sentence, match: Match, head: Token) -> bool:
    """Whether the state came and went: "lived there on and off for ten years"."""
    first, last = sorted((match.hosts[0], head.index))
    broken = lexicon("lengths", "lasting.broken")
    return any(phrase_at(sentence, index, broken) for index in range(first, last)) or any(
        child.text.lower() in broken
        for host in match.hosts
        for child in sentence.children(host, "advmod")
    )


def _meant(sentence: Sentence, match: Match, length: Length) -> Length | None:
    """What is told of a state that may go on: "had lived there for ten years when ..." at least."""
    perfect = any(
        child.lemma == "have" for host in match.hosts for child in sentence.children(host, "aux")
    )
    if not perfect:
        return length
    return replace(length, manner=Manner.AT_LEAST) if length.manner is Manner.EXACT else None
