"""Is a record right in itself? Its dates can be read, its names can be found in a text."""

from __future__ import annotations

from collections.abc import Iterator

from bede.chronology import Span
from bede.errors import ChronologyError, PackError
from bede.evidence.names import name_key
from bede.evidence.pack_dates import PackCalendar, read_date
from bede.evidence.pack_files import Entry
from bede.evidence.pack_schema import (
    CompletenessRecord,
    EntityRecord,
    FactRecord,
    NameRecord,
    Record,
)

Key = tuple[str | int, ...]


def record_errors(entry: Entry, calendar: PackCalendar) -> Iterator[PackError]:
    """Yield what is wrong with the dates and names of one record.

    Args:
        entry: the record with its place.
        calendar: the calendar of the dates of its pack.
    """
    if entry.record is not None:
        yield from _names(entry, entry.record)
        for key, problem in _dates(entry.record, calendar):
            yield entry.place.error(problem.cause, *key, remedy=problem.remedy)


def use_of_name(name: NameRecord, calendar: PackCalendar) -> Span | None:
    """Return when a name was in use; None if there are no limits.

    Raises:
        ChronologyError: if a date cannot be read, or the end lies before the beginning.
    """
    if name.from_ is None and name.to is None:
        return None
    calendar = name.calendar or calendar
    return Span.interval(
        None if name.from_ is None else read_date(name.from_, calendar),
        None if name.to is None else read_date(name.to, calendar),
    )


def _dates(record: Record, calendar: PackCalendar) -> Iterator[tuple[Key, ChronologyError]]:
    """Yield what is wrong with the dates of a record, with their keys."""
    if isinstance(record, FactRecord):
        calendar = record.calendar or calendar
        yield from _when(record.when, record.old_style, (), calendar)
        for position, value in enumerate(record.disputed):
            own = value.calendar or calendar
            yield from _when(value.when, value.old_style, ("disputed", position), own)
    elif isinstance(record, CompletenessRecord):
        for time in record.where.get("time", ()):
            yield from _date(time, ("where", "time"), calendar)
    elif isinstance(record, EntityRecord):
        for position, name in enumerate(record.names):
            key = ("names", position)
            own = name.calendar or calendar
            faults = [*_date(name.from_, (*key, "from"), own)]
            faults += _date(name.to, (*key, "to"), own)
            yield from faults
            if not faults:
                try:
                    use_of_name(name, calendar)
                except ChronologyError as error:
                    yield (*key, "to"), error


def _date(
    text: str | None, key: Key, calendar: PackCalendar
) -> Iterator[tuple[Key, ChronologyError]]:
    if text is not None:
        try:
            read_date(text, calendar)
        except ChronologyError as error:
            yield key, error


def _when(
    when: str | None, old_style: str | None, key: Key, calendar: PackCalendar
) -> Iterator[tuple[Key, ChronologyError]]:
    faults = [*_date(when, (*key, "when"), calendar)]
    faults += _date(old_style, (*key, "old_style"), "julian")
    yield from faults
    if faults or when is None or old_style is None:
        return
    exact = all(len(day) == len("1917-10-25") for day in old_style.split("/"))
    if exact and read_date(old_style, "julian") != read_date(when, calendar):
        cause = f"Old Style {old_style} is not the date that 'when' gives, {when}"
        yield (*key, "old_style"), ChronologyError(cause, remedy="correct one of the two")


def _names(entry: Entry, record: Record) -> Iterator[PackError]:
    """Names must be findable, and an alias must not lift the limits of a dated name."""
    if not isinstance(record, EntityRecord):
        return
    stated: list[tuple[Key, str]] = []
    for field in ("name", "title", "birth_name", "original_title"):
        if text := getattr(record, field, None):
            stated.append(((field,), text))
    dated: list[tuple[Key, str]] = [
        (("names", position, "name"), name.name) for position, name in enumerate(record.names)
    ]
    if not stated and not dated:
        yield entry.place.error("the record has no name", remedy="add 'name' or 'names'")
    for place, text in (*stated, *dated):
        if not name_key(text):
            yield entry.place.error(
                f"the name '{text}' has no letters", *place, remedy="correct it"
            )
    seen = {name_key(text) for _, text in (*stated, *dated)}
    for position, alias in enumerate(record.aliases):
        key: Key = ("aliases", position)
        if not name_key(alias):
            yield entry.place.error(
                f"the alias '{alias}' has no letters", *key, remedy="correct it"
            )
        elif name_key(alias) in seen:
            cause = f"the alias '{alias}' repeats another name of the record"
            yield entry.place.error(
                cause, *key, remedy="remove it; case, accents and hyphens make no difference"
            )
        seen.add(name_key(alias))
