"""Lengths beside their dates: sums that the text gives to the reader, ready to be checked.

No event is needed for them. A length is taken with dates only where nothing but a few small words
parts them, so that it can hardly be told of anything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bede.catalog import lexicon
from bede.chronology.length import Length, Manner
from bede.claims.lasting import is_summed
from bede.claims.values import Stretch, Sum
from bede.text import Sense, Sentence, Timex, TimexType, ToldLength


def find_sums(sentences: Sequence[Sentence], text: str) -> tuple[Sum, ...]:
    """The lengths of a document that stand beside dates.

    Args:
        sentences: the sentences in order.
        text: the document's text, to which their offsets belong.
    """
    found: list[Sum] = []
    before: list[Sentence] = []
    for sentence in sentences:
        for told in sentence.lengths:
            if told.length is None or any(a <= told.start < b for a, b in sentence.quoted):
                continue
            if told.sense is Sense.SPAN:
                found += _lasting(sentence, told, told.length, text)
            else:
                found += _distant(sentence, before, told, told.length, text)
        # In a chain each distance may count from where it began: "two years later", "after five".
        chained = any(told.sense is not Sense.SPAN for told in sentence.lengths)
        before = [*(before if chained else ()), sentence]
    return tuple(found)


def _lasting(sentence: Sentence, told: ToldLength, length: Length, text: str) -> Iterator[Sum]:
    """A length right before or behind a range of dates ("for six years from 1820 to 1826").

    Between two years there may be a shorter time than all of them ("for two years between 1820 and
    1826"), and behind a range a part of it ("from 1840 to 1850, for two years in chains"); of these
    only the least can be checked.
    """
    for timex in () if is_summed(sentence) else sentence.timexes:
        if timex.ends is None or not _is_date(timex):
            continue
        between = _between(told, timex, text)
        if between is None or not set(between) <= lexicon("sums", "beside_range"):
            continue
        whole = "from" in _words(text[timex.full_start : timex.start]) or "from" in between
        before = told.end <= timex.start
        whole = whole and (before or bool(set(between) & lexicon("sums", "of_it_all")))
        if not whole and length.manner not in (Manner.EXACT, Manner.AT_LEAST):
            continue
        told_as = length if whole else replace(length, manner=Manner.AT_LEAST)
        words = Stretch(told.text, told.start, told.end)
        yield Sum(words, told_as, (timex.ends,), lasts=True, sure=whole)


def _distant(
    sentence: Sentence, before: Sequence[Sentence], told: ToldLength, length: Length, text: str
) -> Iterator[Sum]:
    """A distance with the date it leads to ("sixteen years later, in 1956").

    It may be counted from any date told before it in its own sentence or the one before; if there
    is a distance in that one, too, from those of the sentence before it, and so on.
    """
    own = [timex for timex in sentence.timexes if _is_date(timex) and timex.ends is None]
    goals = []
    for timex in own:
        between = _between(told, timex, text)
        if between is not None and set(between) <= lexicon("sums", "beside_date"):
            goals.append(timex)
    if len(goals) != 1:
        return
    goal = goals[0]
    first = min(told.start, goal.start)
    near = [one for one in before if one.block == sentence.block]
    told_before = [timex for one in near for timex in one.timexes if _is_date(timex)]
    told_before += [timex for timex in own if timex.end <= first]
    anchors = [end for timex in told_before for end in reversed(timex.ends or (timex,))]
    later = told.sense is Sense.LATER
    pairs = tuple((one, goal) if later else (goal, one) for one in reversed(anchors))
    if pairs:
        yield Sum(Stretch(told.text, told.start, told.end), length, pairs, lasts=False, sure=False)


def _is_date(timex: Timex) -> bool:
    return timex.type is TimexType.DATE and bool(timex.readings) and timex.relation is None


def _between(told: ToldLength, timex: Timex, text: str) -> list[str] | None:
    """The words between a length and a date; None if they overlap or a full stop parts them."""
    if told.end <= timex.full_start:
        gap = text[told.end : timex.start]
    elif timex.end <= told.start:
        gap = text[timex.end : told.start]
    else:
        return None
    if len(gap) > _LONGEST_GAP or any(mark in gap for mark in ".;:?!"):
        return None
    return _words(gap)


_LONGEST_GAP = 24
"""Characters between a length and its dates; more is a clause of its own."""


def _words(text: str) -> list[str]:
    return "".join(c if c.isalpha() else " " for c in text.lower()).split()
