"""Into which class a temporal expression falls, judged by its words and its value.

The words decide what the writer told, the value what it comes to: "the 15th" with the value of a
day is a day without month and year, "99" with the value of a year is a year.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

CLASSES = (
    "full date",
    "day without year",
    "month and year",
    "month without year",
    "year",
    "decade",
    "century or millennium",
    "season",
    "part of a year",
    "relative",
    "now, past, future",
    "range in one",
    "duration",
    "set",
    "time of day",
    "other",
)
"""In the order in which they are printed."""

_MONTHS = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_MONTH = re.compile(rf"\b(?:{_MONTHS})\b", re.IGNORECASE)
_YEAR = re.compile(
    r"\b\d{3,4}\b(?!\s+(?:year|month|week|day))|['’]\d\d\b"
    r"|\b\d{1,4}\s*(?:B\.?C|A\.?D|C\.?E)|\bA\.?D\.?\s*\d",
    re.IGNORECASE,
)
_SEASON = re.compile(r"\b(?:spring|summer|autumn|fall|winter)(?:time)?\b", re.IGNORECASE)
_DECADE = re.compile(r"\d0['’]?s\b|\b(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b", re.I)
_CENTURY = re.compile(r"centur|millenni", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?:th(?:at|is|ese|ose)|same|next|following|previous|preceding|last|past|later|earlier|ago"
    r"|after|before|prior|coming|subsequent|yesterday|tomorrow|today|tonight|day|week|month|year|decade)",
    re.IGNORECASE,
)
_DAY_VALUE = re.compile(r"-\d\d-[\dX]{2}$")
_PART_VALUE = re.compile(r"-[QH]\d$")
_YEAR_VALUE = re.compile(r"(?:BC)?\d{4}$")
_REFERENCES = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
_BY_TYPE = {"DURATION": "duration", "SET": "set", "TIME": "time of day"}


def class_of(timex: Mapping[str, str]) -> str:
    """The class of an expression.

    Args:
        timex: its `type` and `value` (TIMEX3) and its `text`.
    """
    words, value = timex["text"], timex["value"] or ""
    if timex["type"] in _BY_TYPE:
        return _BY_TYPE[timex["type"]]
    if value in _REFERENCES:
        return "now, past, future"
    if "/" in value:
        return "range in one"
    if _CENTURY.search(words) and not _RELATIVE.search(words):
        return "century or millennium"
    if _DECADE.search(words):
        return "decade"
    return _calendar_class(words, value)


def _calendar_class(words: str, value: str) -> str:
    year, month = _YEAR.search(words), _MONTH.search(words)
    if _SEASON.search(words):
        return "season"
    if _DAY_VALUE.search(value) and (month or any(map(str.isdigit, words))):
        return "full date" if year else "day without year"
    if month:
        return "month and year" if year else "month without year"
    if _PART_VALUE.search(value):
        return "part of a year"
    if year or (words.isdigit() and _YEAR_VALUE.match(value)):
        return "year"
    return "relative" if _RELATIVE.search(words) else "other"
