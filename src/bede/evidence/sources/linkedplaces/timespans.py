"""Times in Linked Places: `when` with its timespans.

An end is `{"in": "1600"}`, or lies between `earliest` and `latest`; some data sets write the bare
year, and -1 for a year that they do not know. Years before Christ are a year in doubt: the JSON
asks for ISO 8601, where -0319 is 320 BC, and the table form for "-320 for 320 BCE"; data sets
follow the one or the other. There is no year 0 in the second, so that it is not taken.

Source: Linked Places format v1.2 (LinkedPasts/linked-places-format); LP-TSV 0.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bede.chronology import Span, parse_edtf
from bede.errors import ChronologyError
from bede.evidence.importing import listed, mapping, plain, told_day, told_month, told_year

_DATE = re.compile(
    r"(?P<minus>-?)(?P<year>[0-9]{1,6})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?"
    r"(?:T[0-9:.]{5,12}Z?)?"
)
_NOT_KNOWN = -1
MAX_TIMESPANS = 5
"""The most timespans that are kept of one name or place."""


def spans_of(when: Any) -> Iterator[Span]:
    """The timespans of a `when`, those that say nothing left out.

    Raises:
        ChronologyError: a date cannot be read, or a timespan ends before it begins.
    """
    raw = mapping(when)
    stated = listed(raw.get("timespans", raw.get("timespan")))
    for one in stated[:MAX_TIMESPANS]:
        timespan = mapping(one)
        begin, end = _end(timespan.get("start")), _end(timespan.get("end"))
        if begin is not None or end is not None:
            yield Span.interval(begin, end)


def is_attestation(span: Span) -> bool:
    """Whether it only says that something was there: the stretch begins and ends with one year.

    A map of 1727 shows a town that was there before and after it.
    """
    first, last = span.hull
    return not span.is_interval or (first is not None and last is not None and last - first <= 366)


def _end(raw: Any) -> Span | None:
    if isinstance(raw, int) and raw == _NOT_KNOWN:
        return None
    if not isinstance(raw, dict):
        return _date(raw)
    exact = _date(raw.get("in"))
    if exact is not None:
        return exact
    first, last = _date(raw.get("earliest")), _date(raw.get("latest"))
    if first is None and last is None:
        return None
    return Span.within(first.hull[0] if first else None, last.hull[1] if last else None)


def _date(raw: Any) -> Span | None:
    text = plain(raw, 40)
    if not text:
        return None
    found = _DATE.fullmatch(text)
    if found is None:
        return parse_edtf(text)
    year = int(found["year"])
    if year == 0:
        raise ChronologyError("year 0, which is 1 BC for some and no year for others")
    if found["minus"]:
        return Span.within(told_year(-year).hull[0], told_year(1 - year).hull[1])
    if found["month"] is None:
        return told_year(year)
    if found["day"] is None:
        return told_month(year, int(found["month"]))
    return told_day(year, int(found["month"]), int(found["day"]), iso=True)
