"""Names with a date right behind them: "the Battle of Tarn (1839)", "the Peace of Esk of 1830".

Such a date is the date of what is named, whatever the sentence goes on to say. Whose name it is,
and so what the date means (of a battle when it was fought, of a book when it came out, of a person
a life or a reign), only the reference can tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bede.catalog import lexicon
from bede.claims.brackets import behind_name, find_notes
from bede.claims.clausetime import clause_time
from bede.claims.sites import find_sites
from bede.text import Modality, Sentence, Timex, Token, scope_of

Setting = Literal["bracket", "of", "in", "beside", "definition", "deed"]

LONGEST = 10
"""Words of a name that are looked at before a date."""

_WITHIN = frozenset({"in", "on"})


@dataclass(frozen=True, slots=True)
class DatedName:
    """A date and the words before it, among which a name ends.

    Attributes:
        sentence: the sentence.
        first: index of the first word that may belong to the name.
        last: index of the last word of the name.
        ends: the date; two for the begin and the end of a range.
        setting: how the date is joined to the name: in a bracket, behind "of", behind "in" or
            "on", or beside it without any word; in words that define it ("was a failed 1839 coup",
            "is a novel published in 1839"), or of what it did ("In 1839 the Diet of Tarn decreed").
    """

    sentence: Sentence
    first: int
    last: int
    ends: tuple[Timex, ...]
    setting: Setting


def dated_names(sentence: Sentence) -> Iterator[DatedName]:
    """The names of a sentence that have a date right behind them, in order.

    Args:
        sentence: the sentence.
    """
    if not sentence.is_readable:
        return
    for note in find_notes(sentence):
        times = tuple(end.time for end in note.ends if end.time is not None and not end.signed)
        parted = len(times) == 2 and times[0].ends is None and times[0].end < times[1].start
        apart = parted and not any(t.ends and t.start <= times[0].start for t in sentence.timexes)
        if apart and behind_name(sentence, note.first) > 0:
            last = behind_name(sentence, note.first) - 1
            yield DatedName(sentence, max(0, last - LONGEST + 1), last, times, "bracket")
    for timex in sentence.timexes:
        if not timex.readings or timex.modifier is not None or timex.relation is not None:
            continue
        found = _before(sentence, timex)
        if found is None:
            continue
        last, setting = found
        if not sentence.tokens[last].text[:1].isalnum() or sentence.dates(sentence.tokens[last]):
            continue
        first = max(0, last - LONGEST + 1)
        yield DatedName(sentence, first, last, timex.ends or (timex,), setting)
    yield from _defined(sentence)
    yield from _deeds(sentence)


def _defined(sentence: Sentence) -> Iterator[DatedName]:
    """A subject that the sentence defines by a date: "The Tarn Coup was a failed 1839 coup"."""
    for subject in sentence.tokens:
        verb = sentence.head(subject)
        if subject.dep != "nsubj" or verb.lemma != "be" or verb.dep != "ROOT":
            continue
        last = _end_of_name(sentence, subject)
        for noun in sentence.children(verb.index, "attr"):
            dates = _dates_of(sentence, noun)
            if last is not None and len(dates) == 1:
                first = max(0, last - LONGEST + 1)
                yield DatedName(sentence, first, last, dates[0].ends or dates, "definition")


def _dates_of(sentence: Sentence, noun: Token) -> tuple[Timex, ...]:
    """The dates right before a noun, and those of the verbs that tell when it came to be."""
    phrase = sentence.subtree(noun.index)
    inside = [
        t for t in sentence.timexes if sentence.tokens[phrase[0]].start <= t.start < noun.start
    ]
    verbs = {
        clause.index
        for clause in sentence.children(noun.index, "acl", "relcl")
        if clause.lemma in lexicon("dated_names", "defining")
    }
    told = [s.timex for s in find_sites(sentence) if s.word.index in verbs]
    found = [*inside, *(one for one in told if one not in inside)]
    plain = all(t.readings and t.modifier is None and t.relation is None for t in found)
    return tuple(found) if plain else ()


def _deeds(sentence: Sentence) -> Iterator[DatedName]:
    """A subject that did at a time what only a council, a treaty or a war does while it lasts."""
    for subject in sentence.tokens:
        verb = sentence.head(subject)
        if subject.dep != "nsubj" or verb.tag != "VBD":
            continue
        if verb.lemma not in lexicon("dated_names", "deeds"):
            continue
        if scope_of(sentence, verb.index).modality is not Modality.ASSERTED:
            continue
        last, time = _end_of_name(sentence, subject), clause_time(sentence, verb, strict=True)
        if last is not None and time is not None:
            first = max(0, last - LONGEST + 1)
            yield DatedName(sentence, first, last, time.ends or (time,), "deed")


def _end_of_name(sentence: Sentence, subject: Token) -> int | None:
    """Index of the last word of the name that a subject begins with; None if it is no name."""
    words = sentence.subtree(subject.index)
    last = None
    for index in range(words[0], words[-1] + 1):
        token = sentence.tokens[index]
        if token.pos == "PUNCT" and index > subject.index:
            break
        if token.dep in ("acl", "relcl"):
            return None
        last = index
    named = last is not None and sentence.tokens[last].text[:1].isupper()
    return last if named else None


def _before(sentence: Sentence, timex: Timex) -> tuple[int, Setting] | None:
    """Index of the last word of the name before a date, and how the date is joined to it."""
    tokens = sentence.tokens
    inside = [t.index for t in tokens if timex.full_start <= t.start < timex.end]
    if not inside or inside[0] == 0:
        return None
    at, behind = inside[0] - 1, inside[-1] + 1
    word = tokens[at].text.lower()
    if word == "(":
        closed = behind < len(tokens) and tokens[behind].text == ")"
        return (at - 1, "bracket") if closed and at > 0 else None
    if word == "of" and at > 0:
        return at - 1, "of"
    if word in _WITHIN and at > 0:
        return (at - 1, "in") if _belongs(sentence, tokens[at]) else None
    if tokens[at].pos == "PROPN":
        return at, "beside"
    return None


def _belongs(sentence: Sentence, preposition: Token) -> bool:
    """Whether a date behind "in" is that of the name before it rather than of the verb alone.

    It is if it hangs on the name, if the name says by what something is placed ("since the Peace
    of Esk in 1830"), or if the verb tells that the thing itself took place or ended.
    """
    name = sentence.tokens[preposition.index - 1]
    above = sentence.head(preposition)
    if above.pos == "PROPN" and above.index <= name.index:
        return True
    chain = [name, *sentence.ancestors(name.index)]
    if any(t.dep == "nsubj" and sentence.head(t).index == above.index for t in chain):
        return above.index > preposition.index  # "the War of Tarn in 1839 led to"
    if any(t.dep == "dobj" and sentence.head(t).index == above.index for t in chain):
        return above.lemma in lexicon("dated_names", "taking_part")
    links = [t for t in chain if t.pos == "ADP" and t.index < name.index]
    if not links:
        return False
    if links[-1].lemma in lexicon("dated_names", "ordering"):
        return True
    outer = next((t for t in links if t.lemma != "of"), links[0])  # "at the Battle of Esk"
    if outer.lemma in lexicon("dated_names", "inside"):
        return above.lemma not in lexicon("dated_names", "remembering")
    placed = links[-1].lemma in lexicon("dated_names", "placing")
    return placed and above.lemma in lexicon("dated_names", "verbs")
