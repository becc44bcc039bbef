"""Reading and writing EDTF, the Extended Date/Time Format.

Levels 0 and 1 for dates and intervals; of level 2 unspecified digits anywhere ("1XXX-12"),
one-of sets with ranges ("[1924..1926]"), and qualification of parts, which marks the whole span.
Times of day are not read. A season is northern: 21 spring is March to May, 24 winter is December
of its year to February of the next.

Source: ISO 8601-2:2019, Annex A; Library of Congress, Extended Date/Time Format (EDTF)
Specification, 2019.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from bede.chronology.calendar import (
    Calendar,
    date_of,
    day_number,
    days_in_month,
    last_day_of_month,
    last_day_of_year,
)
from bede.chronology.span import Span
from bede.chronology.stretch import stated_ends, whole_months, whole_years
from bede.errors import ChronologyError

MAX_LENGTH = 200
"""The most characters that are read: EDTF in use has far fewer than a hundred."""

MAX_YEAR_DIGITS = 12
"""So that every day number fits into the 64 bits of a database field."""

_REMEDY = "write it like 1927, 1927-11, 1927-11-14, 192X, 1926/1927, 1922/.. or [1924..1926]"

_DATE = re.compile(
    r"(?P<q1>[?~%])?(?P<year>-?[0-9X]{4}|Y-?[0-9]{5,})(?P<q2>[?~%])?"
    r"(?:-(?P<q3>[?~%])?(?P<month>[0-9X]{2})(?P<q4>[?~%])?"
    r"(?:-(?P<q5>[?~%])?(?P<day>[0-9X]{2})(?P<q6>[?~%])?)?)?"
)
_QUALIFIERS = ("q1", "q2", "q3", "q4", "q5", "q6")

# Season code: its first month, and the years between that and its last month.
_SEASONS = MappingProxyType({21: (3, 0), 22: (6, 0), 23: (9, 0), 24: (12, 1)})


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
    """The span that an EDTF expression stands for.

    A set of dates becomes the stretch from its earliest to its latest. An end of an interval
    that is open ("..") or unknown (nothing) becomes None. "~" and "?" set flags and move no
    bound.

    Args:
        text: the expression, without white space.
        calendar: the calendar in which it is written (EDTF itself knows only the Gregorian).

    Raises:
        ChronologyError: if it is not such an expression, or names a day that does not exist.
    """
    if len(text) > MAX_LENGTH:
        raise ChronologyError(
            f"{text[:20]!r}... has {len(text)} characters, and no date is longer than {MAX_LENGTH}",
            remedy=_REMEDY,
        )
    if text.startswith("["):
        return _parse_set(text, calendar)
    if "/" in text:
        return _parse_interval(text, calendar)
    return _parse_date(text, calendar).span


def format_edtf(span: Span, *, calendar: Calendar = Calendar.GREGORIAN) -> str | None:
    """The shortest EDTF that is read back as exactly this span, or None if there is none.

    Args:
        span: the span.
        calendar: the calendar in which to write; read the text with the same.
    """
    mark = _mark(span)

    def name(first: int, last: int) -> str | None:
        plain = _name(first, last, calendar)
        return None if plain is None else plain + mark

    first, last = span.hull
    if span.is_interval or (first is None and last is None):
        if mark and first is None and last is None:
            return None
        ends = stated_ends(span, name, calendar)
        return None if ends is None else "/".join(end or ".." for end in ends)
    if first is not None and last is not None and (whole := name(first, last)) is not None:
        return whole
    return _format_range(first, last, mark, calendar)


def _parse_date(text: str, calendar: Calendar) -> _Stretch:
    found = _DATE.fullmatch(text)
    if found is None:
        raise ChronologyError(f"{text!r} is no date that Bede can read", remedy=_REMEDY)
    year, month, day = found["year"], found["month"], found["day"]
    years = _years_of(year, text)
    if year.startswith("Y") and month is not None:
        raise ChronologyError(
            f"{text!r} has a month, and EDTF gives years of five and more digits alone",
            remedy=f"write {year}",
        )
    if month is not None and month.isdigit() and int(month) in _SEASONS and day is None:
        first, last = _season_of(years, int(month), calendar)
    else:
        first = _extreme_day(years, month, day, calendar)
        last = _extreme_day(years, month, day, calendar, latest=True)
    marks = "".join(found[group] or "" for group in _QUALIFIERS)
    approximate = "~" in marks or "%" in marks
    return _Stretch(first, last, approximate, "?" in marks or "%" in marks)


def _years_of(text: str, whole: str) -> Sequence[int]:
    digits = text.removeprefix("Y")
    negative = digits.startswith("-")
    digits = digits.removeprefix("-")
    if len(digits) > MAX_YEAR_DIGITS:
        raise ChronologyError(
            f"{whole!r} has a year of {len(digits)} digits",
            remedy=f"give a year of at most {MAX_YEAR_DIGITS} digits",
        )
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    if negative and high == 0:
        raise ChronologyError(f"{whole!r} is no year", remedy="write 0000 for 1 BC")
    years: Sequence[int] = range(max(low, 1) if negative else low, high + 1)
    if "X" in digits.rstrip("X"):
        years = _matching(digits, years)
    return [-year for year in reversed(years)] if negative else years


def _season_of(years: Sequence[int], code: int, calendar: Calendar) -> tuple[int, int]:
    month, later = _SEASONS[code]
    first = day_number(years[0], month, 1, calendar)
    return first, last_day_of_month(years[-1] + later, (month + 1) % 12 + 1, calendar)


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
    months = _matching(month, range(1, 13))
    days = _matching(day, range(1, 32))
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


def _matching(pattern: str | None, numbers: Sequence[int]) -> Sequence[int]:
    if pattern is None:
        return numbers
    if "X" not in pattern:
        return [number for number in (int(pattern),) if number in numbers]
    low, high = pattern.replace("X", "0"), pattern.replace("X", "9")
    return [
        number
        for number in numbers
        if all(a <= c <= b for a, c, b in zip(low, str(number).zfill(len(low)), high, strict=True))
    ]


def _parse_interval(text: str, calendar: Calendar) -> Span:
    ends = text.split("/")
    if len(ends) != 2:
        raise ChronologyError(
            f"{text!r} has {len(ends) - 1} slashes, and an interval has one", remedy=_REMEDY
        )
    begin, end = (None if part in ("", "..") else _parse_date(part, calendar) for part in ends)
    if begin is not None and end is not None and begin.first > end.last:
        raise ChronologyError(
            f"{text!r} ends before it begins", remedy="exchange the two dates, or correct one"
        )
    return Span.interval(begin.span if begin else None, end.span if end else None)


def _parse_set(text: str, calendar: Calendar) -> Span:
    if not text.endswith("]") or text == "[..]":
        raise ChronologyError(f"{text!r} is no set of dates that Bede can read", remedy=_REMEDY)
    items = text[1:-1].split(",")
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
        raise ChronologyError(
            f"{text!r} ends before it begins", remedy="exchange the two dates, or correct one"
        )
    return first, last


def _mark(span: Span) -> str:
    if span.approximate:
        return "%" if span.uncertain else "~"
    return "?" if span.uncertain else ""


def _name(first: int, last: int, calendar: Calendar) -> str | None:
    years = whole_years(first, last, calendar)
    if years is not None:
        return _name_years(*years)
    begin, end = date_of(first, calendar), date_of(last, calendar)
    year = _year_text(begin.year)
    if year is None or year.startswith("Y"):
        return None
    if first == last:
        return f"{year}-{begin.month:02}-{begin.day:02}"
    if (begin.year, begin.month) == (end.year, end.month) and whole_months(first, last, calendar):
        return f"{year}-{begin.month:02}"
    return None


def _name_years(first: int, last: int) -> str | None:
    if first == last:
        return _year_text(first)
    length = last - first + 1
    near, far = (first, last) if first >= 0 else (-last, -first)
    if length not in (10, 100, 1000, 10000) or near % length or near < 0 or far > 9999:
        return None
    if first < 0 and near == 0:
        return None
    unspecified = len(str(length)) - 1
    return ("-" if first < 0 else "") + f"{near:04}"[:-unspecified] + "X" * unspecified


def _year_text(year: int) -> str | None:
    sign = "-" if year < 0 else ""
    digits = f"{abs(year):04}"
    if len(digits) > MAX_YEAR_DIGITS:
        return None
    return f"{sign}{digits}" if len(digits) == 4 else f"Y{sign}{digits}"


def _format_range(first: int | None, last: int | None, mark: str, calendar: Calendar) -> str | None:
    """A one-of set from the first to the last day, by the coarsest unit that fits both."""
    for unit in ("year", "month", "day"):
        texts = []
        for day, ending in ((first, False), (last, True)):
            stretch = None if day is None else _unit_at(day, unit, calendar, ending=ending)
            name = None if stretch is None else _name(*stretch, calendar)
            texts.append("" if day is None else name and name + mark)
        if None not in texts:
            return f"[{texts[0]}..{texts[1]}]"
    return None


def _unit_at(
    day: int, unit: str, calendar: Calendar, *, ending: bool = False
) -> tuple[int, int] | None:
    """The unit that begins (or ends) on the day, None if it is in the middle of one."""
    date = date_of(day, calendar)
    match unit:
        case "year":
            stretch = (day_number(date.year, 1, 1, calendar), last_day_of_year(date.year, calendar))
        case "month":
            stretch = (
                day_number(date.year, date.month, 1, calendar),
                last_day_of_month(date.year, date.month, calendar),
            )
        case _:
            stretch = (day, day)
    return stretch if stretch[ending] == day else None
