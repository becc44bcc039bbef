"""What the grammar reads, before it is given days: points of time and expressions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bede.chronology import Calendar
from bede.text.timex.words.lexicon import Lexicon, Modifier, Share
from bede.text.timex.words.tokens import Tokens

LATEST_YEAR = 999_999
"""No later year is counted to, and none further before Christ: numbers have six digits."""


class Precision(StrEnum):
    """How finely a point is told."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    HUNDRED = "hundred"  # "the 1800s": 1800 to 1899
    TURN = "turn"  # "the turn of the century"
    FEAST = "feast"  # moves with Easter: "Easter Monday 1916"
    STRETCH = "stretch"  # days counted by another calendar: "5708 AM"


class Unit(StrEnum):
    """Units of time, by their letters in TIMEX3 and what else "the following ..." can count."""

    DAY = "D"
    WEEK = "W"
    MONTH = "M"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"
    SEASON = "SEASON"
    NAMED_MONTH = "MONTH"
    WEEKDAY = "WEEKDAY"
    SAME = "SAME"  # "this period", "the same time": whatever was told last


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """A time counted from one told before: "two years later", "the following spring".

    Attributes:
        unit: what is counted.
        count: how many, negative for earlier, 0 for "that year"; None if vague.
        vague: 1 or -1 for "a few weeks later" or "earlier"; else 0.
        target: the season, month or weekday that is meant, for those units.
        outlook: it may be what somebody in the story looks forward to.
        loose: it may be about so much later ("a decade earlier"), not to the unit.
    """

    unit: Unit
    count: int | None = 0
    vague: int = 0
    target: int | None = None
    loose: bool = False
    outlook: bool = False


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
        short: the year is told by its last two digits ("'89").
        relative: how it is counted from a time told before; with a month or a season of its
            own, only the year is.
        label: the TIMEX3 value of a stretch, if it has one ("1940-W20").
        from_easter: days after Easter Sunday (negative before it), for a feast.
        fault: why there is no such date, if another calendar has none.
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
    short: bool = False
    relative: Relative | None = None
    label: str | None = None
    from_easter: int | None = None
    days: tuple[int, int] | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A point, or a range of two, with the index of the token behind it.

    Attributes:
        first: the point, or the first end of the range.
        end: the token behind it all.
        last: the other end of the range.
        seam: one past the last token of the first end, and the first token of the other.
        kind: the class of expression, where its precision does not tell it.
    """

    first: Point
    end: int
    last: Point | None = None
    seam: tuple[int, int] | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hung:
    """The event on which a time hangs, in tokens (half-open)."""

    kind: str
    start: int
    end: int
    period: str | None = None


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
        seam: for a range, one past the last token of its first end, and the first of the other.
        reference: "PRESENT_REF", "PAST_REF" or "FUTURE_REF".
        clock: time of day, as TIMEX3 adds it to a day ("TMO", "T05:34").
        kind: the class of expression.
        hung: the event on which it hangs.
        aside: it stands in brackets or a note, beside the story.
        lean: its clause looks back (-1, "had") or ahead (1, "would"); else 0.
        beside: it is the time of a book or a monument, told beside the story.
    """

    start: int
    end: int
    full_start: int
    first: Point | None = None
    last: Point | None = None
    modifier: Modifier | None = None
    period: str | None = None
    repeated: bool = False
    seam: tuple[int, int] | None = None
    reference: str | None = None
    clock: str | None = None
    kind: str = ""
    hung: Hung | None = None
    aside: bool = False
    lean: int = 0
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What every reader needs: the tokens and the words.

    Attributes:
        tokens: the text.
        words: the word lists of its language.
        elsewhere: the tokens at which a date of another calendar may begin.
    """

    tokens: Tokens
    words: Lexicon
    elsewhere: frozenset[int] = frozenset()
