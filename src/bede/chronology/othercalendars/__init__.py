"""Calendars and eras other than Julian and Gregorian, turned into day numbers and back.

A calendar is a rule: the first and last day of each year and the lengths of its months (`rules`).
The rules of the living and the revolutionary calendars come from the library convertdate
(`counted`), those of the eras that count Julian years are our own (`eras`). `stretch` gives the
days of a year, month or day of any of them, and `date_in` the date of a day (`registry`). The
Romans named their days in another way (`roman`); indictions, Olympiads, lunar years and years of
reign are counted by functions of their own (`eras`).
"""

from bede.chronology.othercalendars.eras import (
    first_year_name,
    indiction_of,
    indiction_years,
    lunar_year,
    olympiad,
    regnal_year,
)
from bede.chronology.othercalendars.registry import (
    OtherCalendar,
    OtherDate,
    date_in,
    months_of,
    stretch,
)
from bede.chronology.othercalendars.roman import RomanMark, roman_day

__all__ = [
    "OtherCalendar",
    "OtherDate",
    "RomanMark",
    "date_in",
    "first_year_name",
    "indiction_of",
    "indiction_years",
    "lunar_year",
    "months_of",
    "olympiad",
    "regnal_year",
    "roman_day",
    "stretch",
]
