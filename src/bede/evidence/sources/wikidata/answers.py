"""One question, several statements: which answer is the fact, and what becomes of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bede.chronology import Answer, Span, inside
from bede.evidence.importing import When, when
from bede.evidence.sources.wikidata.times import Told, single
from bede.evidence.values import Rank, Value

Standing = Literal["preferred", "normal", "deprecated"]
_ORDER = {"preferred": 0, "normal": 1, "deprecated": 2}


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement about the time of something.

    Attributes:
        standing: its rank in Wikidata.
        told: the time.
        sources: ids of its sources.
        witnesses: how many of them are more than Wikidata and what it was imported from.
    """

    standing: Standing
    told: Told
    sources: tuple[str, ...]
    witnesses: int


@dataclass(frozen=True, slots=True)
class Settled:
    """The answer to a question.

    Attributes:
        time: the time of the fact.
        sources: of those who state it.
        coarse: of those who agree more coarsely.
        values: the other values on record.
    """

    time: When
    sources: tuple[str, ...]
    coarse: tuple[str, ...]
    values: tuple[Value, ...]


def settle(statements: Sequence[Statement]) -> Settled | None:
    """Choose the best answer and keep the others with their ranks.

    The better rank comes first; then what more witnesses agree with, coarser ones included; then
    the more exact; then the order in Wikidata. Another statement that agrees more coarsely adds
    its sources; a finer one is kept as such; what differs is a variant, and what Wikidata has
    deprecated is rejected.

    Args:
        statements: in the order of Wikidata.

    Returns:
        None if none is left standing or can be written down.
    """
    known = _corroborated(statements)
    standing = [one for one in known if one.standing != "deprecated"]
    ordered = sorted(standing, key=lambda one: _preference(one, standing))
    chosen = next((one for one in ordered if single(one.told) is not None), None)
    time = None if chosen is None else single(chosen.told)
    if chosen is None or time is None:
        return None
    sources, coarse = dict.fromkeys(chosen.sources), dict[str, None]()
    values: list[Value] = []
    if chosen.told.exact is not None:
        values += _value(when(chosen.told.exact), "finer", chosen.sources)
    for other in known:
        if other is chosen:
            continue
        if other.standing == "deprecated":
            if other.told.span != chosen.told.span:
                values += _value(single(other.told), "rejected", other.sources)
        elif other.told.span == chosen.told.span:
            sources.update(dict.fromkeys(other.sources))
        elif inside(chosen.told.span, other.told.span) is Answer.YES:
            coarse.update(dict.fromkeys(other.sources))
        elif inside(other.told.span, chosen.told.span) is Answer.YES:
            values += _value(single(other.told), "finer", other.sources)
        else:
            values += _value(single(other.told), "variant", other.sources)
    left = tuple(key for key in coarse if key not in sources)
    return Settled(time, tuple(sources), left, tuple(dict.fromkeys(values)))


def _corroborated(statements: Sequence[Statement]) -> list[Statement]:
    """One day told in both calendars is right in both: whoever wrote them knew the calendars."""
    days = {(one.told.stated, one.told.julian) for one in statements}
    return [
        replace(one, told=one.told.trusted())
        if one.told.stated is not None and (one.told.stated, not one.told.julian) in days
        else one
        for one in statements
    ]


def _preference(one: Statement, others: Sequence[Statement]) -> tuple[int, int, int]:
    agreeing = sum(
        other.witnesses for other in others if inside(one.told.span, other.told.span) is Answer.YES
    )
    return _ORDER[one.standing], -agreeing, _width(one.told.span)


def _width(span: Span) -> int:
    first, last = span.hull
    return 10**9 if first is None or last is None else last - first


def _value(time: When | None, rank: Rank, sources: tuple[str, ...]) -> list[Value]:
    if time is None:
        return []
    return [Value(time.edtf, time.span, time.old_style, None, rank, sources, None)]
