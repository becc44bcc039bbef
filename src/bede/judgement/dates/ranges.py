"""Stretches of time that end before they begin.

Years before Christ count down, shortened ends ("1914-18") are completed, and a pair of numbers
need not be years: those are the business of the tagger, which reads a range or leaves it. Here it
is told how sure it is that a range which runs backwards is a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bede.catalog import event_types, lexicon
from bede.claims import Claim, Stretch
from bede.documents import Document
from bede.judgement.dates.passages import Passage, Written, told_day
from bede.text import ImpossibleDate, Modality
from bede.text.timex.words.lexicon import load_lexicon

_BACKWARDS = "the range runs backwards"
"""How the tagger words the fault."""
_YEAR = re.compile(r"\b\d{4}\b")
_TOLD = re.compile(r"\bfrom\s{1,9}(\d{4})\s{1,9}(until|till|to)\s{1,9}(\d{4})\b(?!\s?B\.?C)")
_LIFE = re.compile(r" ?[-–—] ?")
_FIRST, _LAST = 1000, 2100
"""Numbers between which four digits are taken for years."""
_MOST_SHIFT = 13
"""How far apart the two calendars are at most until 1923 (days)."""


@dataclass(frozen=True, slots=True)
class Backwards:
    """A stretch of time that runs backwards.

    Attributes:
        words: where it stands.
        sure: nothing but a slip explains it; else it may be told from the later end on purpose,
            or be no time at all.
    """

    words: Stretch
    sure: bool


def runs_backwards(date: ImpossibleDate) -> bool:
    """Whether it is no day that is at fault, but the order of two."""
    return date.cause.startswith(_BACKWARDS)


def backwards_of(written: Written) -> Backwards | None:
    """The fault of a range that runs backwards, or None if the text says that it looks back.

    Args:
        written: such a range.
    """
    if _looks_back(written.before) or _looks_back(written.behind):
        return None
    text = written.date.text
    whole = len(_YEAR.findall(text)) == 2 or _has_month(text)
    bare = _YEAR.match(text) is not None and written.before.rstrip().endswith("(")
    named = written.before.rstrip(" (").split()[-1:]
    return Backwards(written.place, whole and (not bare or any(w[:1].isupper() for w in named)))


def backwards_lives(passage: Passage) -> Iterator[Backwards]:
    """Two days in brackets, the later first: "Ana Orlo (5 May 1840 – 3 May 1836)".

    Args:
        passage: a block of prose. One day told in both calendars is no range.
    """
    prose = passage.block.text
    for one, two in pairwise(passage.timexes):
        if _LIFE.fullmatch(prose[one.end : two.start]) is None or not one.readings:
            continue
        closed = prose[one.start - 1 : one.start] == "(" and prose[two.end : two.end + 1] == ")"
        if not closed or told_day(one) is None or told_day(two) is None or not two.readings:
            continue
        first, last = one.readings[0].earliest_begin, two.readings[0].earliest_begin
        if first is not None and last is not None and first - last > _MOST_SHIFT:
            yield Backwards(passage.stretch(one.start, two.end), sure=True)


def backwards_in_claim(claim: Claim, document: Document) -> Backwards | None:
    """Two years that the tagger leaves as numbers, where the claim shows that they are years.

    "Until" is said of times only; "to" counts where nothing but the claim's own words stands
    between its trigger and the range.

    Args:
        claim: a claim.
        document: where it stands.
    """
    if claim.told_time is not None or claim.modality is not Modality.ASSERTED:
        return None
    begin = claim.trigger.end
    told = _TOLD.search(document.text, begin, max(claim.sentence.end, begin))
    if told is None or not _FIRST <= int(told[3]) < int(told[1]) <= _LAST:
        return None
    words = document.text[begin : told.start()]
    if told[2] == "to":
        lasting = event_types()[claim.type].nature == "state"
        fillers = [f.text for stated in claim.roles.values() for f in stated]
        for filler in sorted(fillers, key=len, reverse=True):
            words = words.replace(filler, " ")
        if not lasting or not _are_plain(words):
            return None
    if _looks_back(words):
        return None
    return Backwards(Stretch(told[0], *told.span()), sure=True)


def _are_plain(words: str) -> bool:
    return set(words.lower().replace(",", " ").split()) <= lexicon("dating", "plain")


def _looks_back(words: str) -> bool:
    """Whether the text says that it goes from the later to the earlier."""
    return bool(lexicon("dating", "looking_back") & set(re.findall(r"[a-z]+", words.lower())))


def _has_month(text: str) -> bool:
    words = re.findall(r"[a-z]+", text.lower())
    return any(word in load_lexicon().months for word in words)
