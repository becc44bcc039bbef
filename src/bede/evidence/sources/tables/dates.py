"""The dates of a table: EDTF, or what its mapping says of them."""

from __future__ import annotations

import re
from datetime import datetime

from bede.chronology import Calendar, Span, parse_edtf
from bede.chronology.policy import REFORM
from bede.errors import ChronologyError
from bede.evidence.importing import When, told_day, told_year, when
from bede.evidence.sources.tables.mapping import Dates, Precision

_DATE = re.compile(r"(-?\d{1,7})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_COUNTED = re.compile(r"(?:(AD|CE) ?)?(\d{1,4})(?: ?(AD|CE|BCE?))?", re.IGNORECASE)
_DOUBT = re.compile(r"[?~%]$")
_OPEN = ("", "..")


def read_time(
    begin: str, end: str | None, rules: Dates, precision: Precision = "day"
) -> When | None:
    """The time that one cell tells, or two.

    Args:
        begin: the time, or its begin.
        end: its end; None if there is one cell only, "" if it is not known.
        rules: how the table writes dates.
        precision: the finest that the cells may be taken for.

    Returns:
        None if nothing is known.

    Raises:
        ChronologyError: it is no date that can be.
    """
    first = _span(begin, rules, precision)
    if end is None:
        return None if first is None else when(first)
    last = _span(end, rules, precision)
    if first is None and last is None:
        return None
    return when(first if first == last and first is not None else Span.interval(first, last))


def _span(text: str, rules: Dates, precision: Precision) -> Span | None:
    told = text.strip()
    if told in rules.unknown or told in _OPEN:
        return None
    told = _counted(_rewritten(told, rules), rules)
    doubt = _DOUBT.search(told)
    mark = doubt[0] if doubt else ""
    known = _known_part(told.removesuffix(mark), rules)
    if known is None:
        return None
    found = _DATE.fullmatch(known)
    if found is None:
        return _edtf(known + mark, rules)
    if len(found[1]) < (4 if found[2] else 3) and not found[1].startswith("-"):
        raise ChronologyError(f"'{text}' has a year of two digits, which may be of any century")
    year = _astronomical(int(found[1]), rules)
    month = int(found[2]) if found[2] and precision != "year" else None
    day = int(found[3]) if found[3] and precision == "day" else None
    if day is not None and month is not None:
        return _day(year, month, day, mark, rules)
    if month is None and not mark and rules.calendar in ("historical", "unstated"):
        return told_year(year)
    return _edtf(_written(year, month) + mark, rules)


def _rewritten(told: str, rules: Dates) -> str:
    """A date in a form of the table as year, month and day, so far as the form has them."""
    for form in rules.formats:
        try:
            day = datetime.strptime(told, form)
        except ValueError:
            continue
        if "%d" in form:
            return f"{day:%Y-%m-%d}".rjust(10, "0")
        month = any(sign in form for sign in ("%m", "%B", "%b"))
        return f"{day.year:04}-{day.month:02}" if month else f"{day.year:04}"
    return told


def _counted(told: str, rules: Dates) -> str:
    """A year before or after Christ, as 44 BC or AD 43, as the number the table would have."""
    found = _COUNTED.fullmatch(told)
    if found is None or not (found[1] or found[3]):
        return told
    year = int(found[2])
    if year == 0:
        raise ChronologyError("there is no year 0 in the count of years BC and AD")
    if (found[3] or "").upper().startswith("B"):
        year = -year if rules.years == "historical" else 1 - year
    return _written(year)


def _known_part(told: str, rules: Dates) -> str | None:
    """A date without what only fills the cell; None if it all does."""
    for ending, means in rules.placeholders.items():
        if told.endswith(ending):
            if means == "open":
                return None
            found = _DATE.fullmatch(told)
            if found is not None and found[3]:
                return told.rsplit("-", 2 if means == "year" else 1)[0]
    return told


def _astronomical(year: int, rules: Dates) -> int:
    if rules.years == "astronomical" or year > 0:
        return year
    if year == 0:
        raise ChronologyError("there is no year 0 in the count of years BC and AD")
    return year + 1


def _day(year: int, month: int, day: int, mark: str, rules: Dates) -> Span:
    if rules.calendar == "unstated" and not mark:
        return told_day(year, month, day, iso=True)
    julian = rules.calendar == "julian" or (
        rules.calendar != "gregorian" and (year, month, day) < REFORM
    )
    text = f"{_written(year, month)}-{day:02}{mark}"
    return parse_edtf(text, Calendar.JULIAN if julian else Calendar.GREGORIAN)


def _written(year: int, month: int | None = None) -> str:
    """A year, or a month, in EDTF."""
    if not -9999 <= year <= 9999:
        raise ChronologyError(f"{year} is no year of history")
    text = f"{year:05}" if year < 0 else f"{year:04}"
    return text if month is None else f"{text}-{month:02}"


def _edtf(text: str, rules: Dates) -> Span:
    """EDTF of any form; what ends before the reform is of the Julian calendar."""
    if rules.calendar in ("julian", "gregorian"):
        return parse_edtf(text, Calendar(rules.calendar))
    span = parse_edtf(text, Calendar.JULIAN)
    last = span.hull[1] if span.hull[1] is not None else span.hull[0]
    reform = parse_edtf("1582-10-15").earliest_begin
    early = last is not None and reform is not None and last < reform
    return span if early else parse_edtf(text)
