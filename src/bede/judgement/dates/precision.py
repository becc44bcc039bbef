"""Whether a text is more exact than anything on record.

A reference that merely stores a year says nothing of the day; only a date that the sources
themselves give as circa, as doubtful, or as somewhere between two times shows that nobody knows.

Source: Extended Date/Time Format, ISO 8601-2:2019, for "~", "?", "%" and intervals.
"""

from __future__ import annotations

from bede.catalog import event_types
from bede.chronology import Span
from bede.claims import Claim
from bede.evidence import Fact
from bede.judgement.dates.passages import told_day


def is_finer_than_known(claim: Claim, fact: Fact, *, width: int) -> bool:
    """Whether a claim gives a day where every source leaves it open within a wide stretch.

    Args:
        claim: a claim with a date.
        fact: the one fact that it means, with which it does not clash.
        width: how many days a stretch must have to be wide.
    """
    if claim.told_time is None or told_day(claim.told_time) is None or fact.confidence == "weak":
        return False
    values = [fact.span, *(value.span for value in fact.values)]
    spans = [span for span in values if span is not None]
    return bool(spans) and all(_is_vague(span, fact, width) for span in spans)


def _is_vague(span: Span, fact: Fact, width: int) -> bool:
    longest = span.length[1]
    doubted = span.approximate or span.uncertain
    between = span.is_interval and event_types()[fact.type].nature == "happening"
    return longest is not None and longest > width and (doubted or between)
