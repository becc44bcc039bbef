"""Dates in words, as the tagger reads them: "25 October 1917 (O.S.)", "18 Brumaire Year VIII"."""

from __future__ import annotations

from bede.chronology import Calendar, Span
from bede.chronology.policy import REFORM_DAY, Reckoning, reckoned_date
from bede.documents import Document
from bede.documents.formats import format_for
from bede.errors import ChronologyError, UsageError
from bede.report.conversion.values import Conversion, Reading
from bede.text.times import DocumentTimes, place_told, read_times_at
from bede.text.timex import ImpossibleDate, Timex, TimexType

_DAYS = frozenset(("day", "feast"))
_OTHER_CALENDAR = "calendar"
_KINDS_OF_DAY = (Reckoning.GREGORIAN, Reckoning.JULIAN, Reckoning.SWEDISH)


def read_words(told: str, source: str | None, place: str | None) -> Conversion:
    """Read the one date of some words.

    Args:
        told: the words; what stands about the date is left aside.
        source: the calendar of a day that the words do not mark, None if it is not known.
        place: the place whose calendar ranks the readings of an unmarked date.

    Raises:
        UsageError: there is no such place; the words have no date, several, or one without a
            year or an end; they cannot be read in that calendar.
        ChronologyError: the words give a date that does not exist.
    """
    if source is not None and source not in set(Calendar):
        raise UsageError(
            f"a date of the {source} calendar is read from numbers, and “{told}” is none",
            remedy="give year-month-day, or leave --from out and let the words name the calendar",
        )
    plain = format_for(".txt")
    document = Document("the date", told, plain.name, plain.parse(told))
    where = place_told(place, source, always=True)
    timex = _only(told, read_times_at(document, where))
    spans = timex.readings
    if source is not None:
        _require_readable(timex, source)
        spans = spans if timex.calendar else spans[:1]
        calendars: tuple[str | None, ...] = (source,) * len(spans)
    else:
        calendars = _calendars(timex)
    return Conversion(
        timex.text, tuple(_reading(*one, timex) for one in zip(spans, calendars, strict=True))
    )


def _only(told: str, times: DocumentTimes) -> Timex:
    dates = [one for one in times.timexes if one.type in (TimexType.DATE, TimexType.TIME)]
    faults = times.impossible
    found: list[Timex | ImpossibleDate] = [*dates, *faults]
    texts = [f"“{one.text}”" for one in sorted(found, key=lambda one: one.start)]
    if not texts:
        raise UsageError(
            f"there is no date in “{told}”",
            remedy='give one as "25 October 1917 (O.S.)" or as 1917-10-25',
        )
    if len(texts) > 1:
        raise UsageError(
            f"there are {len(texts)} dates in “{told}”: {', '.join(texts)}",
            remedy="give one at a time",
        )
    if faults:
        raise ChronologyError(f"there is no date {texts[0]}: {faults[0].cause}")
    if not dates[0].readings:
        raise UsageError(f"{texts[0]} does not tell its year", remedy="give the year too")
    return dates[0]


def _require_readable(timex: Timex, source: str) -> None:
    """Refuse to read words in a calendar that they do not follow."""
    if timex.kind == _OTHER_CALENDAR or timex.calendar not in (None, source):
        raise UsageError(f"“{timex.text}” names its own calendar", remedy="leave --from out")
    proleptic = source == Calendar.GREGORIAN and (timex.readings[0].hull[0] or 0) < REFORM_DAY
    if timex.kind not in _DAYS or (timex.kind == "feast" and proleptic):
        raise UsageError(
            f"“{timex.text}” cannot be read in a calendar of your choice, only a day can",
            remedy="give it as numbers, such as 1917-10",
        )


def _reading(span: Span, calendar: str | None, timex: Timex) -> Reading:
    first, last = span.hull
    if first is None or last is None:
        raise UsageError(
            f"“{timex.text}” is open at one end",
            remedy="give a day, a month, a year or a range with both ends",
        )
    approximate, uncertain = span.approximate, span.uncertain
    return Reading(first, last, calendar, approximate=approximate, uncertain=uncertain)


def _calendars(timex: Timex) -> tuple[str | None, ...]:
    """The calendars in which the readings have the same date, if there are such."""
    if timex.kind == _OTHER_CALENDAR:
        return (None,) * len(timex.readings)
    if timex.calendar is not None or len(timex.readings) == 1:
        return (timex.calendar,) * len(timex.readings)
    known = [_dates(span.hull[0]) for span in timex.readings]
    for date in known[0].values():
        named = [next((name for name in one if one[name] == date), None) for one in known]
        if None not in named:
            return tuple(named)
    return (None,) * len(timex.readings)


def _dates(day: int | None) -> dict[str, tuple[int, int, int]]:
    """A day as it can be told, by calendar."""
    found = {}
    for reckoning in _KINDS_OF_DAY if day is not None else ():
        try:
            date = reckoned_date(reckoning, day or 0)
        except ChronologyError:
            continue
        found[reckoning.value] = (date.year, date.month, date.day)
    return found
