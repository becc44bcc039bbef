"""The values that the temporal tagger gives to the next stage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bede.chronology import Span


class TimexType(StrEnum):
    """Kinds of temporal expression (TimeML 1.2.1, TIMEX3)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Basis(StrEnum):
    """Where the year of an expression comes from."""

    TOLD = "told"
    DISCOURSE = "discourse"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class EventRelation:
    """How a time hangs on an event that the text names: "three days before his death".

    Attributes:
        kind: "before", "after", "during", or "in-year" for a year of it, counted from one.
        period: TIMEX3 value of the distance ("P3D"), or of the count ("P12Y" for the twelfth year);
            None if the text tells none.
        text: the words for the event ("his death").
        start: first character of these words (code points into the prose).
        end: one past their last character.
    """

    kind: str
    period: str | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Timex:
    """One temporal expression, found and normalised.

    Attributes:
        start: first character, without the preposition (code points into the prose).
        end: one past the last character.
        full_start: first character with the word that bounds the time ("by the mid-1920s");
            equal to `start` if there is none.
        text: the characters from `start` to `end`, with single spaces where a document has more.
        type: the kind.
        value: TIMEX3 value: "1926", "1927-11-14", "192X", "18" (19th century), "BC0044",
            "1921-SP", "P9Y"; a range is "1914/1918". The word before it does not change it.
        edtf: the closest EDTF (ISO 8601-2:2019), with that word: "../1926"; None for durations.
        span: what the expression says, in day numbers; None for durations.
        readings: the span in each calendar that may be meant, the likelier first; one if the text
            names the calendar or nothing finer than a month is told.
        bare: the span without the word before it, as "not until 1926" needs it.
        modifier: that word, by its name in the lexicon ("by", "before", "circa"), or None.
        calendar: "julian" or "gregorian" where the text says so, else None.
        kind: the class of expression, by its name in the docs: "day", "range", "season".
        basis: where the year comes from.
        ends: the two ends of a range, each with its own place and values; else None.
        relation: the event on which it hangs, if the text names one.
    """

    start: int
    end: int
    full_start: int
    text: str
    type: TimexType
    value: str
    edtf: str | None
    span: Span | None
    readings: tuple[Span, ...]
    bare: Span | None
    modifier: str | None
    calendar: str | None
    kind: str = ""
    basis: Basis = Basis.TOLD
    ends: tuple[Timex, Timex] | None = None
    relation: EventRelation | None = None


@dataclass(frozen=True, slots=True)
class ImpossibleDate:
    """A date that the text gives and no calendar has: "31 June 1926".

    Attributes:
        start: first character (code points into the prose).
        end: one past the last character.
        text: the characters from `start` to `end`.
        cause: why there is no such date, in a few words.
    """

    start: int
    end: int
    text: str
    cause: str
