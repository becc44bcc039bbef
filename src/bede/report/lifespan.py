"""The life of somebody, or the time in which something was there, in a few signs: "1879–1940"."""

from __future__ import annotations

from bede.chronology.calendar import Calendar, date_of, year_name
from bede.chronology.policy import calendar_of_history
from bede.evidence.lives import Life

_DASH = "–"


def lifespan(life: Life, kind: str) -> str:
    """A life in years.

    Args:
        life: as far as it is on record.
        kind: the kind of entity; of a happening it tells when it was.

    Returns:
        "1879–1940", "born 1879", "died 1940", "from 1922", "until 1991", "1917"; "" if nothing is
        on record.
    """
    if kind in ("happening", "work") and life.seen is not None:
        first, last = _years(life.seen)
        return first if first == last else f"{first}{_DASH}{last}"
    begin = _told(life.begin)
    end = _told(life.end)
    if begin and end:
        return f"{begin}{_DASH}{end}"
    words = ("born", "died") if kind == "person" else ("from", "until")
    if begin or end:
        return f"{words[0]} {begin}" if begin else f"{words[1]} {end}"
    if life.seen is None:
        return ""
    return f"recorded {_DASH.join(_years(life.seen))}"


def _told(days: tuple[int, int] | None) -> str:
    """One year; the first and last where it is not known to the year."""
    if days is None:
        return ""
    first, last = _years(days)
    return first if first == last else f"{first}/{last}"


def _years(days: tuple[int, int]) -> tuple[str, str]:
    """The years of a first and last day, by the calendar of their time.

    A year before the reform may be told in either; then it is the one that begins and ends so.
    """
    first, last = (_year(day, calendar_of_history(day)) for day in days)
    told = [_year(day, Calendar.GREGORIAN) for day in days]
    return (told[0], told[0]) if first != last and told[0] == told[1] else (first, last)


def _year(day: int, calendar: Calendar) -> str:
    return year_name(date_of(day, calendar).year)
