"""A temporal expression in the words of historians: when, of what kind, by which calendar.

Days before 15 October 1582 are written in the Julian calendar and later ones in the Gregorian, as
historians do; a day that the text marks as Old Style is given in both.
"""

from __future__ import annotations

import re

from bede.chronology import (
    Calendar,
    Span,
    date_of,
    describe,
    format_date,
    year_name,
)
from bede.chronology.policy import REFORM_DAY, calendar_of_history
from bede.text.timex import Basis, EventRelation, Timex, TimexType

UNKNOWN = "–"
"""What stands where there is nothing to say."""

_NO_DATE = "XXXX-XX-XX"
_PERIOD = re.compile(r"PT?(\d{1,9}(?:\.\d{1,9})?|X+)([A-Z]{1,7})")
_UNITS = {
    "D": "day",
    "W": "week",
    "M": "month",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
    "ML": "millennium",
    "WE": "weekend",
    "Q": "quarter",
    "SP": "spring",
    "SU": "summer",
    "FA": "autumn",
    "WI": "winter",
}
_CLOCK_UNITS = {"H": "hour", "M": "minute", "S": "second"}
_PLURALS = {"century": "centuries", "millennium": "millennia"}
_REFERENCES = {
    "PRESENT_REF": "the present of the text",
    "PAST_REF": "some time before",
    "FUTURE_REF": "some time to come",
}


def when(timex: Timex) -> str:
    """When an expression is, with its first and last day: "1 January – 30 April 1918"."""
    if timex.span is not None:
        old = _old_style(timex)
        return stretch_in_words(timex.span) + (f" ({old} Old Style)" if old else "")
    if timex.relation is not None:
        return _hung(timex.relation)
    if timex.type is TimexType.DURATION:
        return f"lasting {period_in_words(timex.value)}"
    if timex.type is TimexType.SET:
        each = period_in_words(timex.value)
        return f"every {each.removeprefix('1 ')}" if each != timex.value else "repeated"
    if timex.value in _REFERENCES:
        return _REFERENCES[timex.value]
    return "year not known"


def notation(timex: Timex) -> str:
    """The EDTF of an expression, else its TIMEX3 value, else a dash."""
    return timex.edtf or (UNKNOWN if timex.value in ("", _NO_DATE) else timex.value)


def kind_in_words(timex: Timex) -> str:
    """The class of an expression, and whether its year is that of the text around it."""
    kind = (timex.kind or timex.type.value.lower()).replace("-", " ")
    return f"{kind}, from context" if timex.basis is Basis.DISCOURSE else kind


def year_in_words(timex: Timex) -> str:
    """Where the year of an expression comes from."""
    if timex.basis is Basis.DISCOURSE:
        return "from the text around it"
    return "in the words" if timex.span is not None else "not known"


def calendar_in_words(timex: Timex) -> str:
    """By which calendar an expression was read."""
    if timex.calendar is not None:
        return f"{timex.calendar.capitalize()}, as the text says"
    if timex.span is None:
        return UNKNOWN
    last = timex.span.latest_end
    if last is not None and last < REFORM_DAY:
        return "Julian, as always before 15 October 1582"
    return "not told" if len(timex.readings) > 1 else "Gregorian"


def other_readings(timex: Timex) -> tuple[str, ...]:
    """What else an expression may mean, by another calendar or in another year."""
    others = (reading for reading in timex.readings if reading != timex.span)
    return tuple(stretch_in_words(reading) for reading in others)


def stretch_in_words(span: Span) -> str:
    """The first and the last day that a span can touch.

    Args:
        span: the span; an open end is said as "from" or "until", and one that is circa or
            doubted by the year or month that it names.
    """
    first, last = span.hull
    if span.approximate or span.uncertain:
        if first is None and last is not None:
            return f"until about {_roughly(last)}"
        if last is None and first is not None:
            return f"from about {_roughly(first)}"
        known = first if last is None else last
        return describe(span, calendar_of_history(REFORM_DAY if known is None else known))
    if first is None:
        return "at an unknown time" if last is None else f"until {_day(last)}"
    if last is None:
        return f"from {_day(first)}"
    return _days(first, last)


def _roughly(day: int) -> str:
    """A day, or its year if it is the first or the last of it."""
    date = date_of(day, calendar_of_history(day))
    whole = (date.month, date.day) in ((1, 1), (12, 31))
    return year_name(date.year) if whole else _day(day)


def period_in_words(value: str) -> str:
    """A length of time as TIMEX3 writes it in words: "P3D" is "3 days", "PXY" "some years"."""
    found = _PERIOD.fullmatch(value)
    if found is None:
        return value
    number, letters = found.groups()
    unit = (_CLOCK_UNITS if value.startswith("PT") else _UNITS).get(letters)
    if unit is None:
        return value
    if number == "1":
        return f"1 {unit}"
    return f"{'some' if number.startswith('X') else number} {_PLURALS.get(unit, f'{unit}s')}"


def _hung(relation: EventRelation) -> str:
    distance = f"{period_in_words(relation.period)} " if relation.period else ""
    if relation.kind == "in-year" and relation.period:
        return f"year {relation.period.strip('PY')} of “{relation.text}”"
    return f"{distance}{relation.kind} “{relation.text}”"


def _old_style(timex: Timex) -> str | None:
    """The Julian date of a day that the text gives in that calendar after the reform."""
    if timex.calendar != Calendar.JULIAN.value or timex.span is None:
        return None
    first, last = timex.span.hull
    if first is None or first != last or first < REFORM_DAY:
        return None
    return format_date(first, Calendar.JULIAN)


def _day(day: int) -> str:
    return format_date(day, calendar_of_history(day))


def _days(first: int, last: int) -> str:
    """Two days without saying a month or a year twice."""
    if first == last:
        return _day(first)
    begin, end = (
        date_of(first, calendar_of_history(first)),
        date_of(last, calendar_of_history(last)),
    )
    if begin.year != end.year:
        return f"{_day(first)} – {_day(last)}"
    if begin.month == end.month:
        return f"{begin.day}–{_day(last)}"
    return f"{_day(first).removesuffix(f' {year_name(begin.year)}')} – {_day(last)}"
