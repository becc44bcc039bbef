"""Dates more exact than their sources, and the first of January that stands for a year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from bede.catalog import Severity
from bede.chronology import Span
from bede.chronology.calendar import date_of
from bede.chronology.policy import calendar_of_history
from bede.evidence import Fact
from bede.evidence.pack import Pack
from bede.evidence.pack_schema import Precision
from bede.judgement.packs.values import Concern

_ORDER: tuple[Precision, ...] = get_args(Precision)  # from century to day
_LONGEST: Mapping[Precision, int] = {"day": 1, "month": 31, "year": 366, "decade": 3653}
"""Days that a date of this precision can span at most."""

_FEWEST = 5
_SHARE = 20
"""One day in 365 is a first of January. Of a source that has five, and one among twenty of its
days, they are more likely years that somebody turned into days."""


def precision_of(span: Span) -> Precision:
    """How exact a time is, by its more exact end.

    Args:
        span: the time.
    """
    ends = ((span.earliest_begin, span.latest_begin), (span.earliest_end, span.latest_end))
    widths = [last - first + 1 for first, last in ends if first is not None and last is not None]
    shortest = min(widths, default=_LONGEST["decade"] + 1)
    return next((name for name, most in _LONGEST.items() if shortest <= most), "century")


def too_precise(packs: Sequence[Pack]) -> Iterator[Concern]:
    """Facts that cite, for their date, a source that does not give dates so exactly."""
    finest = {source: stated for pack in packs for source, stated in pack.precisions.items()}
    for fact in _facts(packs):
        for span, sources in _dated(fact):
            own = precision_of(span)
            coarse = [s for s in sources if _ORDER.index(finest.get(s, "day")) < _ORDER.index(own)]
            if not coarse:
                continue
            stated = finest[coarse[0]]
            if len(coarse) < len(sources):
                remedy = f"move {', '.join(coarse)} from 'sources' to 'coarse_sources'"
            else:
                remedy = f"write the {stated}, or name a source that gives the {own}"
            yield Concern(
                "too-precise",
                Severity.ERROR,
                fact.id,
                (),
                f"{fact.id} has a date to the {own}, and {coarse[0]} gives no more than the "
                f"{stated}",
                remedy,
            )


def new_year_days(packs: Sequence[Pack]) -> Iterator[Concern]:
    """Sources of which so many facts fall on a first of January that they stand for years."""
    days: dict[str, int] = defaultdict(int)
    firsts: dict[str, list[str]] = defaultdict(list)
    for fact in _facts(packs):
        for span, sources in _dated(fact):
            for source in sources:
                days[source] += precision_of(span) == "day"
                if _is_new_year(span):
                    firsts[source].append(fact.id)
    for source in sorted(firsts):
        found = firsts[source]
        if len(found) >= _FEWEST and len(found) * _SHARE >= days[source]:
            yield Concern(
                "first-of-january",
                Severity.WARNING,
                found[0],
                tuple(found[1:]),
                f"{len(found)} of {days[source]} days from {source} are a first of January",
                "write the year alone where the source has no more",
            )


def _facts(packs: Sequence[Pack]) -> list[Fact]:
    return sorted((fact for pack in packs for fact in pack.facts), key=lambda fact: fact.id)


def _dated(fact: Fact) -> Iterator[tuple[Span, tuple[str, ...]]]:
    if fact.span is not None:
        yield fact.span, fact.sources
    for value in fact.values:
        if value.span is not None and value.rank != "rejected":
            yield value.span, value.sources


def _is_new_year(span: Span) -> bool:
    for first, last in (
        (span.earliest_begin, span.latest_begin),
        (span.earliest_end, span.latest_end),
    ):
        if first is not None and first == last:
            date = date_of(first, calendar_of_history(first))
            if (date.month, date.day) == (1, 1):
                return True
    return False
