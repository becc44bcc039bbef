"""The times of statements: of the value itself, of its qualifiers, with what they say of doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bede.chronology.policy import CalendarRegion
from bede.evidence.importing import When
from bede.evidence.sources.wikidata.mapping import calendar_places, tables
from bede.evidence.sources.wikidata.snaks import (
    Json,
    is_unknown,
    item_of,
    items_of,
    main,
    qualifiers,
    time_of,
)
from bede.evidence.sources.wikidata.times import Told, between, interval, read_time, single

_BEGIN, _END, _POINT = "P580", "P582", "P585"
_EARLIEST, _LATEST = "P1319", "P1326"
_DOUBTS = ("P1480", "P5102")


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the times of one item.

    Attributes:
        places: the places whose calendar its days may be told in; empty if nobody knows.
    """

    places: tuple[CalendarRegion, ...]

    @classmethod
    def of(cls, item: Json, kind: str | None) -> Reader:
        """The reader for an item: its days are told in the calendar of its countries."""
        countries = items_of(item, tables().country.get(kind or "", ()))
        known = [calendar_places().get(country) for country in countries]
        if not known or None in known:
            return cls(())
        return cls(tuple(place for places in known if places for place in places))

    def value(self, statement: Json) -> Told | None:
        """The time that a statement gives as its value; None if it is not known at all.

        Raises:
            ChronologyError: there is no such date.
        """
        snak = main(statement)
        value = time_of(snak)
        if value is None and not is_unknown(snak):
            return None
        told = None if value is None else read_time(value, self.places)
        told = between(told, self._first(statement, _EARLIEST), self._first(statement, _LATEST))
        return None if told is None else _marked(told, statement)

    def point(self, statement: Json, order: Sequence[str] = (_POINT, _BEGIN)) -> When | None:
        """The point in time that the qualifiers of a statement give.

        Raises:
            ChronologyError: there is no such date.
        """
        for prop in order:
            told = self._first(statement, prop)
            if told is not None:
                return single(_marked(told, statement))
        return None

    def begin(self, statement: Json) -> When | None:
        """The beginning of a state, for the happening that began it.

        Raises:
            ChronologyError: there is no such date.
        """
        return self.point(statement, (_BEGIN, _POINT))

    def state(self, statement: Json) -> When | None:
        """The time from beginning to end that the qualifiers of a statement give.

        A state with a point in time alone held at that time, and nobody knows how long: it has no
        time here.

        Raises:
            ChronologyError: there is no such date, or it ends before it begins.
        """
        begin, end = self._first(statement, _BEGIN), self._first(statement, _END)
        if begin is not None:
            begin = _marked(begin, statement)
        return interval(begin, end)

    def doubts(self, statement: Json) -> bool:
        """Whether the editors leave it in doubt that a statement holds at all."""
        return "doubted" in _said(statement) or any(
            qualifiers(statement, prop) for prop in tables().weakening
        )

    def _first(self, statement: Json, prop: str) -> Told | None:
        for snak in qualifiers(statement, prop):
            value = time_of(snak)
            if value is not None:
                return read_time(value, self.places)
        return None


def _marked(told: Told, statement: Json) -> Told:
    """What the editors say of the date: circa, or in doubt."""
    said = _said(statement)
    return told.marked(circa="circa" in said, doubted="doubted" in said)


def _said(statement: Json) -> set[str | None]:
    known = tables().circumstances
    return {
        known.get(item)
        for prop in _DOUBTS
        for item in map(item_of, qualifiers(statement, prop))
        if item is not None
    }
