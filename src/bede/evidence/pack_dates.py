"""The dates of a pack: EDTF in the calendar that the pack or the record names.

"historical" is the calendar that historians write: Julian before 15 October 1582, Gregorian from
that day on, each end of an interval for itself. "gregorian" is EDTF as its standard has it, also
before there was such a calendar.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from bede.chronology import Calendar, Span, day_number, format_edtf, parse_edtf
from bede.chronology.policy import REFORM, calendar_of_history
from bede.errors import ChronologyError

PackCalendar = Literal["gregorian", "julian", "historical"]

_REFORM = day_number(*REFORM, Calendar.JULIAN)
"""The Julian day of the name of the first Gregorian day: names before it are Julian."""
_SHORT_YEAR = re.compile(r"(?:^|[/\[,.])(?P<sign>-?)(?P<year>\d{1,3})(?=[-~?%/,.\]]|$)")


@lru_cache(maxsize=4096)
def read_date(text: str, calendar: PackCalendar) -> Span:
    """The span that a date of a pack stands for.

    Args:
        text: EDTF.
        calendar: the calendar in which it is written.

    Raises:
        ChronologyError: it is no date that can be read, or names a day that does not exist.
    """
    try:
        return _read(text, calendar)
    except ChronologyError as error:
        if (short := _SHORT_YEAR.search(text)) is None:
            raise
        year = f"{short['sign']}{short['year']:0>4}"
        raise ChronologyError(
            error.cause, remedy=f"write the year with four digits, as in {year}"
        ) from error


def _read(text: str, calendar: PackCalendar) -> Span:
    if calendar != "historical":
        return parse_edtf(text, Calendar(calendar))
    ends = text.split("/")
    if len(ends) == 2:
        begin, end = (None if part in ("", "..") else _historical(part) for part in ends)
        return Span.interval(begin, end)
    return _historical(text)


def shown_date(text: str, span: Span, calendar: PackCalendar) -> str:
    """The text that stands for the date in a reference, whose days of our time are Gregorian.

    Days that a record gives in the Julian calendar after 1582 are written in the Gregorian; the
    rest stays as it is.
    """
    first, _ = span.hull
    modern = first is None or calendar_of_history(first) is Calendar.GREGORIAN
    if calendar != "julian" or not modern or not _of_days(span):
        return text
    return format_edtf(span) or text


def _historical(text: str) -> Span:
    julian = parse_edtf(text, Calendar.JULIAN)  # which has every day that the Gregorian has
    first, last = julian.hull
    known = first if first is not None else last
    if known is not None and known < _REFORM:
        return julian
    return parse_edtf(text)


def _of_days(span: Span) -> bool:
    begin = span.earliest_begin == span.latest_begin
    end = span.earliest_end == span.latest_end
    return begin and end
