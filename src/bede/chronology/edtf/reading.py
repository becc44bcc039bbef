"""Reading EDTF: a date, an interval or a set becomes a span."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from bede.chronology.calendar import Calendar, day_number, days_in_month, last_day_of_month
from bede.chronology.edtf.groupings import GROUPINGS
from bede.chronology.edtf.patterns import matching
from bede.chronology.edtf.years import YEAR, years_of
from bede.chronology.span import Span
from bede.errors import ChronologyError

MAX_LENGTH = 200
"""The most characters that are read: EDTF in use has far fewer than a hundred."""

_REMEDY = "write it like 1927, 1927-11, 1927-11-14, 192X, 1926/1927, 1922/.. or [1924..1926]"

_DATE = re.compile(
    rf"(?P<q1>[?~%])?(?P<year>{YEAR})(?:S(?P<significant>[0-9]+))?(?P<q2>[?~%])?"
    r"(?:-(?P<q3>[?~%])?(?P<month>[0-9X]{2})(?P<q4>[?~%])?"
    r"(?:-(?P<q5>[?~%])?(?P<day>[0-9X]{2})(?P<q6>[?~%])?"
    r"(?:T(?P<time>[0-9:]{8})(?P<zone>Z|[+-][0-9]{2}(?::[0-9]{2})?)?)?)?)?"
)
_QUALIFIERS = ("q1", "q2", "q3", "q4", "q5", "q6")
# 24:00:00 is the end of a day, and :60 a leap second.
_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)|24:00:00")
_ZONE = re.compile(r"Z|[+-](?:[01][0-9]|2[0-3])(?::[0-5][0-9])?")
_CLOSING = MappingProxyType({"[": "]", "{": "}"})


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What one date of the notation stands for, with its qualifiers."""

    first: int
    last: int
    approximate: bool
    uncertain: bool

    @property
    def span(self) -> Span:
        return Span.within(
            self.first, self.last, approximate=self.approximate, uncertain=self.uncertain
        )


def parse_edtf(text: str, calendar: Calendar = Calendar.GREGORIAN) -> Span:
    """The span that an EDTF expression of level 0, 1 or 2 stands for.

    `bede.chronology.edtf` says what a span keeps of it.

    Args:
        text: the expression, without white space, at most `MAX_LENGTH` characters.
        calendar: the calendar in which it is written (EDTF itself knows only the Gregorian).

    Raises:
        ChronologyError: if it is not such an expression, names a day that does not exist, ends
            before it begins, or has a year of more than `MAX_YEAR_DIGITS` digits.
    """
    if len(text) > MAX_LENGTH:
        raise ChronologyError(
            f"{text[:20]!r}... has {len(text)} characters, and no date is longer than {MAX_LENGTH}",
            remedy=_REMEDY,
        )
    if text[:1] in _CLOSING:
        return _parse_set(text, calendar)
    if "/" in text:
        return _parse_interval(text, calendar)
    return _parse_date(text, calendar).span


def _parse_date(text: str, calendar: Calendar) -> _Stretch:
    found = _DATE.fullmatch(text)
    if found is None:
        raise ChronologyError(f"{text!r} is no date that Bede can read", remedy=_REMEDY)
    year, month, day = found["year"], found["month"], found["day"]
    if month is not None and (year.startswith("Y") or found["significant"]):
        raise ChronologyError(
            f"{text!r} has a month, and EDTF gives years with Y or S alone",
            remedy="leave the month out",
        )
    if found["time"]:
        _require_time(found["time"], found["zone"], month + day, text)
    years = years_of(year, found["significant"], text)
    if day is None and month is not None and month.isdigit() and int(month) in GROUPINGS:
        first, last = _grouping(years, int(month), calendar)
    else:
        first = _extreme_day(years, month, day, calendar)
        last = _extreme_day(years, month, day, calendar, latest=True)
    marks = "".join(found[group] or "" for group in _QUALIFIERS)
    approximate = "~" in marks or "%" in marks
    return _Stretch(first, last, approximate, "?" in marks or "%" in marks)


def _require_time(time: str, zone: str | None, day: str, whole: str) -> None:
    """Refuse a time of day that no clock shows, or one of an unspecified day."""
    if "X" not in day and _TIME.fullmatch(time) and (zone is None or _ZONE.fullmatch(zone)):
        return
    raise ChronologyError(
        f"{whole!r} has a time of day that does not exist",
        remedy="write it like 1927-11-14T23:20:30Z, or leave it out",
    )


def _grouping(years: Sequence[int], code: int, calendar: Calendar) -> tuple[int, int]:
    month, length = GROUPINGS[code]
    later, last = divmod(month + length - 2, 12)
    return (
        day_number(years[0], month, 1, calendar),
        last_day_of_month(years[-1] + later, last + 1, calendar),
    )


def _extreme_day(
    years: Sequence[int],
    month: str | None,
    day: str | None,
    calendar: Calendar,
    *,
    latest: bool = False,
) -> int:
    """The earliest or latest day that fits a pattern with unspecified digits.

    At most ten thousand years are tried ("XXXX-02-30" fits none of them).
    """
    months = matching(month, range(1, 13))
    days = matching(day, range(1, 32))
    turn = -1 if latest else 1
    for y in years[::turn]:
        for m in months[::turn]:
            length = days_in_month(y, m, calendar)
            for d in days[::turn]:
                if d <= length:
                    return day_number(y, m, d, calendar)
    return _refuse(years, month, day, calendar)


def _refuse(years: Sequence[int], month: str | None, day: str | None, calendar: Calendar) -> int:
    """Explain why no day fits: by the calendar itself where the pattern names a single day."""
    if month is not None and month.isdigit() and not 1 <= int(month) <= 12:
        return days_in_month(years[0], int(month), calendar)
    if month is not None and day is not None and (month + day).isdigit():
        return day_number(years[0], int(month), int(day), calendar)
    raise ChronologyError(
        f"no day fits month {month} and day {day}", remedy="check the digits around each X"
    )


def _parse_interval(text: str, calendar: Calendar) -> Span:
    ends = text.split("/")
    if len(ends) != 2:
        raise ChronologyError(
            f"{text!r} has {len(ends) - 1} slashes, and an interval has one", remedy=_REMEDY
        )
    begin, end = (None if part in ("", "..") else _parse_date(part, calendar) for part in ends)
    if begin is not None and end is not None and begin.first > end.last:
        raise _backwards(text)
    return Span.interval(begin.span if begin else None, end.span if end else None)


def _parse_set(text: str, calendar: Calendar) -> Span:
    inner = text[1:-1]
    if text[-1] != _CLOSING[text[0]] or inner in ("", ".."):
        raise ChronologyError(f"{text!r} is no set of dates that Bede can read", remedy=_REMEDY)
    items = inner.split(",")
    open_first, open_last = items[0].startswith(".."), items[-1].endswith("..")
    if open_first:
        items[0] = items[0][2:]
    if open_last:
        items[-1] = items[-1][:-2]
    ranges = [_parse_range(item, calendar) for item in items]
    dates = [date for pair in ranges for date in pair]
    return Span.within(
        None if open_first else min(date.first for date in dates),
        None if open_last else max(date.last for date in dates),
        approximate=any(date.approximate for date in dates),
        uncertain=any(date.uncertain for date in dates),
    )


def _parse_range(text: str, calendar: Calendar) -> tuple[_Stretch, _Stretch]:
    low, dots, high = text.partition("..")
    first = _parse_date(low, calendar)
    last = _parse_date(high, calendar) if dots else first
    if first.first > last.last:
        raise _backwards(text)
    return first, last


def _backwards(text: str) -> ChronologyError:
    return ChronologyError(
        f"{text!r} ends before it begins", remedy="exchange the two dates, or correct one"
    )
