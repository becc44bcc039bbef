"""Bare names of people who lived in quite another age: another of that name is meant.

"Jerome" is the name of many. Where a text has him marry in 1888, it does not mean the one who died
in 420, neither there nor elsewhere in it.
"""

from __future__ import annotations

from collections.abc import Iterable

from bede.catalog import event_types
from bede.chronology import Span, gap_days
from bede.claims import Claim
from bede.evidence import Entity, Reference
from bede.evidence.linking import link
from bede.judgement.lifetimes import lifetime

_DAYS_OF_YEAR = 365.2425  # the mean year of the Gregorian calendar


def strangers(claims: Iterable[Claim], reference: Reference, years: int) -> frozenset[str]:
    """The bare names in a text that the reference gives to people of quite another age.

    Args:
        claims: those of the text.
        reference: where to look.
        years: how far from a life a claim must lie.
    """
    return frozenset(
        filler.name
        for claim in claims
        if claim.told_time is not None
        for role in event_types()[claim.type].roles
        if role.must_exist and "person" in role.kinds
        for filler in claim.roles.get(role.name, ())
        if filler.nature == "name" and filler.name is not None
        if _is_stranger(filler.name, claim, reference, years)
    )


def _is_stranger(name: str, claim: Claim, reference: Reference, years: int) -> bool:
    time = claim.told_time
    if len(name.split()) > 1 or time is None or not time.readings:
        return False
    found = link(name, name, ("person",), reference).entities
    known = [ends for entity in found if (ends := _ends(entity, reference))]
    far = years * _DAYS_OF_YEAR
    return bool(known) and all(
        gap_days(reading, span) > far
        for ends in known
        for span in ends
        for reading in time.readings
    )


def _ends(entity: Entity, reference: Reference) -> list[Span]:
    """The birth and the death of a person, as far as they are on record."""
    life = lifetime(entity, reference)
    facts = () if life is None else (*life.begins[:1], *life.ends[-1:])
    return [fact.span for fact in facts if fact.span is not None]
