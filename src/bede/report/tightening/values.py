"""What is shown of tightened spans."""

from __future__ import annotations

from dataclasses import dataclass

from bede.chronology import Span, describe, format_edtf
from bede.judgement.tightening import Terminus, Tightened, Tightening

NO_FORM = "–"
"""Stands where EDTF has no form for what is known."""


@dataclass(frozen=True, slots=True)
class TightDocument:
    """One document or pack with what follows from it."""

    path: str
    tightening: Tightening


def in_words(ends: tuple[Terminus, Terminus]) -> str:
    """The days between which a point lies: "1812", "between ... and ...", "before 1839"."""
    first, last = ends[0].day, ends[1].day
    return "not known" if first is None and last is None else describe(Span.within(first, last))


def edtf_of(ends: tuple[Terminus, Terminus]) -> str | None:
    """The same in EDTF, level 1 or 2; None where nothing is known."""
    first, last = ends[0].day, ends[1].day
    return None if first is None and last is None else format_edtf(Span.within(first, last))


def whole_edtf(one: Tightened) -> str | None:
    """An event or a lifetime in EDTF; None where EDTF has no form for it."""
    if not one.lasts:
        return edtf_of(one.begin)
    return format_edtf(Span(*one.days)) if None not in one.days else None
