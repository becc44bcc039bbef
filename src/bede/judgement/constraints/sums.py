"""Lengths that stand beside their dates, as constraints: no claim is needed for them."""

from __future__ import annotations

from collections.abc import Callable

from bede.chronology import Span
from bede.claims import Stretch, Sum
from bede.judgement.constraints.points import Extent, apart, extent_of, happens_within
from bede.judgement.network import Constraint, Origin
from bede.text import Timex


def readings_of(
    told: Sum, days: tuple[int, int | None], place: Callable[[Stretch], str]
) -> tuple[tuple[Constraint, ...], ...]:
    """All the ways in which a length may fit its dates.

    Args:
        told: the length with the pairs of dates.
        days: the fewest and the most days that it can be.
        place: file and line of some words.
    """
    says = f'the text says "{told.words.text}"'
    origin = Origin("text", says, place(told.words))
    readings = []
    for number, (begin, end) in enumerate(told.pairs):
        extent = extent_of(f"{told.words.text} at {told.words.start}, read {number}")
        dated = [(extent.begin, begin), (extent.end, end)]
        for one in begin.readings:
            for other in end.readings:
                found = apart(extent.begin, extent.end, days, origin)
                for (point, timex), span in zip(dated, (one, other), strict=True):
                    found += _on(point, timex, span, place)
                readings.append(found)
    return tuple(readings)


def _on(
    point: str, timex: Timex, span: Span, place: Callable[[Stretch], str]
) -> tuple[Constraint, ...]:
    words = Stretch(timex.text, timex.start, timex.end)
    origin = Origin("text", f'the text says "{timex.text}"', place(words))
    return happens_within(Extent(point, point), span, origin)
