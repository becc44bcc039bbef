"""Several accounts of one happening, made one fact; and how far a single date can be trusted."""

from __future__ import annotations

from dataclasses import replace

from bede.catalog import event_types
from bede.chronology import Answer, inside
from bede.evidence.importing.times import When
from bede.evidence.values import Confidence, Fact, Rank, Value

MOST_SOURCES = 20
"""The most sources that are kept of one value."""


def joined(known: Fact, other: Fact) -> Fact:
    """Add another account of the same happening to the one that is preferred.

    The same time adds its sources, a coarser one that agrees adds them as coarse ones; a finer
    one stands beside as finer, any other as a variant. Roles that only the other fills are taken.

    Args:
        known: the preferred account.
        other: another one, of the same type and key role.
    """
    fact = replace(known, roles=dict(known.roles) | _missing(known, other))
    if other.span is None or other.edtf == fact.edtf:
        return replace(fact, sources=_together(fact.sources, other.sources))
    if fact.span is None:
        return replace(
            fact,
            edtf=other.edtf,
            span=other.span,
            old_style=other.old_style,
            sources=other.sources,
            coarse_sources=_together(fact.coarse_sources, fact.sources),
        )
    if inside(fact.span, other.span) is Answer.YES:
        return replace(fact, coarse_sources=_together(fact.coarse_sources, other.sources))
    rank: Rank = "finer" if inside(other.span, fact.span) is Answer.YES else "variant"
    values = list(fact.values)
    for at, value in enumerate(values):
        if value.edtf == other.edtf:
            values[at] = replace(value, sources=_together(value.sources, other.sources))
            return replace(fact, values=tuple(values))
    told = Value(other.edtf, other.span, other.old_style, None, rank, other.sources, None)
    return replace(fact, values=(*values, told))


def confidence_in(event: str, time: When | None, confidence: Confidence) -> Confidence:
    """Weak for a state on record for one date alone: it held then, and before and after it.

    Args:
        event: the event type.
        time: the time that is told.
        confidence: what it would be otherwise.
    """
    state = event_types()[event].nature == "state"
    return "weak" if state and time is not None and not time.span.is_interval else confidence


def _missing(known: Fact, other: Fact) -> dict[str, tuple[str, ...]]:
    return {role: names for role, names in other.roles.items() if role not in known.roles}


def _together(some: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*some, *more)))[:MOST_SOURCES]
