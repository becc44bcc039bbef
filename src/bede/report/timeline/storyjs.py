"""The timeline as JSON for TimelineJS.

The format is that of TimelineJS3 (Knight Lab, https://timeline.knightlab.com/docs/json-format.html):
dates are years, months and days as far as they are known, years before Christ are negative, and
texts may hold HTML, so that all that comes from a document is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import orjson
from markupsafe import escape

from bede.chronology import Span, date_of
from bede.judgement.telling import time_in_words
from bede.report.timeline.values import Lane, Mark, Timeline, known_days

_DAYS_OF_MONTH = 31


def render(timelines: Sequence[Timeline]) -> str:
    """One JSON object with an event for each statement, in the order of time.

    Args:
        timelines: those of the documents; their statements are put together.
    """
    events = [(mark.begin, mark.key, lane, mark) for t in timelines for lane, mark in _all(t)]
    events.sort(key=lambda one: one[:2])
    title = "; ".join(timeline.title for timeline in timelines)
    told = {
        "scale": "human",
        "title": {"text": {"headline": str(escape(title)), "text": ""}},
        "events": [_event(lane, mark) for _, _, lane, mark in events],
    }
    return orjson.dumps(told, option=orjson.OPT_INDENT_2).decode() + "\n"


def _all(timeline: Timeline) -> Iterator[tuple[Lane, Mark]]:
    for lane in timeline.lanes:
        for mark in lane.marks:
            yield lane, mark


def _event(lane: Lane, mark: Mark) -> dict[str, Any]:
    bar = mark.main
    start, end = _dates(bar.span)
    told = [bar.title]
    if mark.said is not None and mark.known is not None:
        told.append(mark.known.title)
    told += [ghost.title for ghost in mark.ghosts] + ([mark.apart] if mark.apart else [])
    event: dict[str, Any] = {
        "start_date": start,
        "display_date": str(escape(time_in_words(bar.span))),
        "text": {
            "headline": str(escape(f"{lane.label}: {mark.name}")),
            "text": "".join(f"<p>{escape(words)}</p>" for words in told),
        },
        "group": str(escape(lane.label)),
        "unique_id": f"c{mark.key}",
    }
    if end is not None:
        event["end_date"] = end
    return event


def _dates(span: Span) -> tuple[dict[str, int], dict[str, int] | None]:
    """Begin and end, each only as exact as it is known; no end for what lies in one unit."""
    known = known_days(span)
    first = known[0] if span.earliest_begin is None else span.earliest_begin
    last = known[1] if span.latest_end is None else span.latest_end
    width = last - first + 1
    if span.is_interval:
        begin = (span.latest_begin or first) - first + 1
        end = last - (span.earliest_end or last) + 1
        return _date(first, begin), _date(last, end)
    start = _date(first, width)
    finish = _date(last, width)
    return start, (finish if finish != start else None)


def _date(day: int, doubt: int) -> dict[str, int]:
    """A date as exact as so many days of doubt allow; 1 BC is the year -1."""
    date = date_of(day)
    found = {"year": date.year if date.year > 0 else date.year - 1}
    if doubt <= _DAYS_OF_MONTH:
        found["month"] = date.month
    if doubt == 1:
        found["day"] = date.day
    return found
