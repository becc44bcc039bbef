"""The timeline as a calendar file (RFC 5545), for what a calendar can hold.

A calendar knows days, not years or about; and no year before 1. What it cannot hold is left out,
and counted by reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from bede.chronology import Span, date_of
from bede.report.timeline.values import Bar, Timeline
from bede.version import VERSION

_STAMP = datetime(1970, 1, 1, tzinfo=UTC)
"""RFC 5545 wants to know when an entry was made; Bede has no clock: one text gives one file."""

VAGUE = "a day is not known"
EARLY = "before the year 1"
OPEN = "begin or end not known"


def render(timelines: Sequence[Timeline]) -> tuple[bytes, dict[str, int]]:
    """The calendar, and how many statements it cannot hold, by reason.

    What both the text and the reference date has an entry for each, so that a wrong date is seen.

    Args:
        timelines: those of the documents.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//Bede//{VERSION}//EN")
    calendar.add("version", "2.0")
    left: Counter[str] = Counter()
    for timeline in timelines:
        for lane in timeline.lanes:
            for mark in lane.marks:
                entries = [(mark.said, "text"), (mark.known, "reference")]
                for bar, who in entries:
                    if bar is None:
                        continue
                    days = _days(bar.span)
                    if isinstance(days, str):
                        left[days] += 1
                        continue
                    uid = f"{mark.key}-{who}@bede"
                    calendar.add_component(_event(bar, days, f"{lane.label}: {mark.name}", uid))
    return calendar.to_ical(), dict(sorted(left.items()))


def _event(bar: Bar, days: tuple[date, date], summary: str, uid: str) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", _STAMP)
    event.add("dtstart", days[0])
    event.add("dtend", days[1] + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", bar.title)
    return event


def _days(span: Span) -> tuple[date, date] | str:
    """First and last day, or why a calendar cannot hold it."""
    if span.earliest_begin is None or span.latest_end is None:
        return OPEN
    exact = span.earliest_begin == span.latest_begin and span.earliest_end == span.latest_end
    single = span.earliest_begin == span.latest_end
    if not (exact or single) or span.approximate or span.uncertain:
        return VAGUE
    ends = (date_of(span.earliest_begin), date_of(span.latest_end))
    if ends[0].year < 1 or ends[1].year > date.max.year - 1:
        return EARLY
    first, last = (date(one.year, one.month, one.day) for one in ends)
    return first, last
