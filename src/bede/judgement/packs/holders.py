"""Offices of one holder that two people hold at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from bede.catalog import Severity
from bede.evidence import Fact, Reference
from bede.evidence.pack import Pack
from bede.judgement.lifetimes import spans_of
from bede.judgement.offices import surely_together
from bede.judgement.packs.values import Concern
from bede.judgement.telling import fillers_in_words, when


def held_twice(packs: Sequence[Pack], reference: Reference, *, handover: int) -> Iterator[Concern]:
    """Terms of two people that overlap by more than a handover, by every value on record.

    Args:
        packs: the packs.
        reference: the same packs, compiled.
        handover: days by which dates of entering and leaving may be taken for one another.
    """
    offices = sorted(
        (e for pack in packs for e in pack.entities if e.holders == "single"), key=lambda e: e.id
    )
    for office in offices:
        terms = reference.facts(office.id, types=("tenure",), role="office")
        for one, other in combinations(sorted(terms, key=_by_time), 2):
            if one.span is None or other.span is None or _same_people(one, other):
                continue
            pairs = [(a, b) for a in spans_of(one) for b in spans_of(other)]
            if all(surely_together(a, b, handover) for a, b in pairs):
                weak = "weak" in (one.confidence, other.confidence)
                yield Concern(
                    "office-held-twice",
                    Severity.WARNING if weak else Severity.ERROR,
                    other.id,
                    (one.id,),
                    f"{office.label} has one holder, and two at once: {_people(one, reference)} "
                    f"{when(one.span)} and {_people(other, reference)} {when(other.span)}",
                    "correct a term, or write 'holders: many'",
                )


def _by_time(fact: Fact) -> tuple[int, str]:
    begin = fact.span.earliest_begin if fact.span is not None else None
    return begin or 0, fact.id


def _same_people(one: Fact, other: Fact) -> bool:
    return bool(set(one.roles.get("person", ())) & set(other.roles.get("person", ())))


def _people(fact: Fact, reference: Reference) -> str:
    return fillers_in_words(fact, "person", reference) or fact.id
