"""Classes of expression in families, so that a page can tell them apart by colour and line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bede.report.dates.values import DatedDocument


@dataclass(frozen=True, slots=True)
class Family:
    """Classes of expression that are shown alike.

    Attributes:
        name: as the style sheet calls it.
        title: for people.
        kinds: the classes of expression.
    """

    name: str
    title: str
    kinds: tuple[str, ...]


OTHER = Family("other", "Other times", ())
FAMILIES = (
    Family("day", "Days", ("day", "feast", "calendar", "time-of-day")),
    Family("month", "Months, seasons", ("month", "season")),
    Family("year", "Years", ("year",)),
    Family("age", "Decades and longer", ("decade", "century", "millennium", "turn")),
    Family("range", "Ranges", ("range",)),
    Family("told", "Counted from another time", ("relative", "reference")),
    Family("length", "Lengths and repetitions", ("duration", "set", "age")),
    Family("event", "Hung on an event", ("event",)),
    OTHER,
)
_BY_KIND = {kind: family for family in FAMILIES for kind in family.kinds}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the legend: a family that occurs, with the number of each of its classes."""

    family: Family
    total: int
    kinds: tuple[tuple[str, int], ...]


def family_of(kind: str) -> Family:
    """The family of a class of expression."""
    return _BY_KIND.get(kind, OTHER)


def legend(documents: Sequence[DatedDocument]) -> tuple[Entry, ...]:
    """What occurs in the documents, family by family, the commonest class first in each."""
    numbers = Counter(timex.kind for one in documents for timex in one.timexes)
    entries = []
    for family in FAMILIES:
        kinds = [(kind, number) for kind, number in numbers.items() if family_of(kind) is family]
        if kinds:
            kinds.sort(key=lambda entry: (-entry[1], entry[0]))
            named = tuple((kind.replace("-", " ") or "unnamed", number) for kind, number in kinds)
            entries.append(Entry(family, sum(number for _, number in kinds), named))
    return tuple(entries)
