"""Reigns and terms in brackets behind a name: "Nicholas II (r. 1894–1917)"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bede.catalog import lexicon
from bede.claims.brackets import Item, bracketed_parts
from bede.claims.lives import head_of_name, name_before
from bede.text import Sentence, Timex, TimexType


@dataclass(frozen=True, slots=True)
class Reign:
    """The time for which somebody ruled or held an office, told in a bracket.

    Attributes:
        bracket: index of the opening bracket.
        person: index of the head word of the name.
        start: first character of the word that says so (in the document).
        stop: one past its last.
        time: the time.
    """

    bracket: int
    person: int
    start: int
    stop: int
    time: Timex


def find_reigns(sentence: Sentence) -> Iterator[Reign]:
    """The reigns and terms that a sentence tells in brackets, in order.

    Args:
        sentence: the sentence.
    """
    if not sentence.is_readable:
        return
    for bracket, parts in bracketed_parts(sentence):
        name = name_before(sentence, bracket)
        for part in parts if name is not None else ():
            time = _time(sentence, part)
            if time is not None and name is not None:
                sign = part[0]
                person = head_of_name(sentence, name)
                yield Reign(bracket, person, sign.start, sign.end, time)


def _time(sentence: Sentence, part: list[Item]) -> Timex | None:
    """The time of a part that says "reigned" and then nothing but one time."""
    words = [item.text.lower() for item in part if item.time is None]
    signs, small = lexicon("lives", "reign.signs"), lexicon("lives", "reign.small")
    if part[0].time is not None or words[0] not in signs:
        return None
    dashes = lexicon("lives", "signs.dash")
    if any(word not in small and word not in dashes for word in words[1:]):
        return None
    inside = [
        timex
        for timex in sentence.timexes
        if part[0].end <= timex.full_start and timex.end <= part[-1].end
    ]
    one = len(inside) == 1 and inside[0].type is TimexType.DATE and inside[0].span is not None
    return inside[0] if one else None
