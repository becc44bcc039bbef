"""What `bede convert` shows: one date in every calendar that Bede knows.

A date comes as numbers of one calendar or in words; `numbers` and `words` read it into the days
that it can mean (`values`). `naming` gives each day its name in each calendar, and `text` and
`json` show them.
"""

from bede.report.conversion import json, text
from bede.report.conversion.naming import CALENDARS, SOURCES, calendar_named
from bede.report.conversion.numbers import read_numbers
from bede.report.conversion.values import Conversion, Reading
from bede.report.conversion.words import read_words

__all__ = [
    "CALENDARS",
    "SOURCES",
    "Conversion",
    "Reading",
    "calendar_named",
    "json",
    "read_date",
    "text",
]


def read_date(told: str, *, source: str | None = None, place: str | None = None) -> Conversion:
    """Read a date that a user gives.

    Args:
        told: year, month and day as numbers ("1917-10-25"; the day, or month and day, may lack),
            or a date in words.
        source: one of `SOURCES`, the calendar that it is told in; None if it is not known, or if
            the words name it.
        place: the place whose calendar says which reading comes first.

    Raises:
        UsageError: an unknown place, words without a date or with several.
        ChronologyError: there is no such date.
    """
    return read_numbers(told, source, place) or read_words(told, source, place)
