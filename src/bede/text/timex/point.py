"""What the grammar reads, before it is given days: points of time and expressions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bede.chronology import Calendar
from bede.text.timex.lexicon import Lexicon, Modifier, Share
from bede.text.timex.tokens import Tokens


class Precision(StrEnum):
    """How finely a point is told."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    HUNDRED = "hundred"  # "the 1800s": 1800 to 1899
    FEAST = "feast"  # moves with Easter: "Easter Monday 1916"
    STRETCH = "stretch"  # days counted by another calendar: "5708 AM"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One date as the words give it.

    Attributes:
        precision: what the words name.
        year: the year as people count it, the first year of a decade or of a
            hundred, or the number of a century; None while it must come from elsewhere.
        bc: counted before Christ.
        era: whether the text names the era.
        month: 1 to 12, if told.
        day: day of the month as told, which may be impossible.
        season: season number of EDTF (21 spring to 24 winter), if told.
        crosses: a winter told with both its years.
        share: the part of the unit that is meant ("early").
        approximate: told with circa.
        uncertain: told with a question mark.
        calendar: the calendar that the text names.
        twin: the same day in the other calendar, if the text gives both.
        from_easter: days after Easter Sunday (negative before it), for a feast.
        days: first and last day number, for a stretch; `year` is then that of the first day.
    """

    precision: Precision
    year: int | None = None
    bc: bool = False
    era: bool = False
    month: int | None = None
    day: int | None = None
    season: int | None = None
    crosses: bool = False
    share: Share | None = None
    approximate: bool = False
    uncertain: bool = False
    calendar: Calendar | None = None
    twin: Point | None = None
    from_easter: int | None = None
    days: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A point, or a range of two, with the index of the token behind it."""

    first: Point
    end: int
    last: Point | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A whole temporal expression, in tokens (half-open).

    Attributes:
        start: first token of the expression itself.
        end: one past its last token.
        full_start: first token with the word before it ("by").
        first: the point, or the beginning of the range.
        last: the end of the range.
        modifier: the word before it.
        period: TIMEX3 value of a duration or set.
        repeated: the period is a set ("every year").
    """

    start: int
    end: int
    full_start: int
    first: Point | None = None
    last: Point | None = None
    modifier: Modifier | None = None
    period: str | None = None
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What every reader needs: the tokens, the words, and the year last told.

    `anchor` is an astronomical year (1 BC is 0) or None.
    """

    tokens: Tokens
    words: Lexicon
    anchor: int | None
