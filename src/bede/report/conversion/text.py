"""A converted date for people: for each thing that it can mean, a table of its names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bede.errors import ChronologyError
from bede.report.conversion.naming import CALENDARS, name_in, require_reached
from bede.report.conversion.values import Conversion, Reading
from bede.report.display import Row, Style, columns, one_line, paint, visible, wrapped

_DAY_OF_WEEK = "day of the week"
_NUMBER = "Julian Day Number"
_NOT_COUNTED = "–"
_GAP = "  "


def render(
    conversion: Conversion,
    *,
    wanted: Sequence[str] = (),
    width: int | None = None,
    color: bool = False,
) -> str:
    """The names of a date.

    Args:
        conversion: the date.
        wanted: calendars of `CALENDARS`, in the order in which they are shown; without them all
            that reach the date.
        width: columns of the terminal; None if the reader has none.
        color: whether to write escape sequences for colour.

    Raises:
        ChronologyError: a calendar that is wanted reaches no reading of the date.
    """
    require_reached(conversion, wanted)
    tables = [_table(reading, wanted) for reading in conversion.readings]
    room = max(columns(label) for table in tables for label, _ in table)
    rows: list[Row] = []
    for place, (reading, table) in enumerate(zip(conversion.readings, tables, strict=True)):
        if place:
            rows.append(())
        title = one_line(visible(conversion.text)) + _condition(conversion, place, reading)
        parts = [title] if width is None else wrapped(title, width=width)
        rows += [((part, Style.STRONG),) for part in parts]
        for label, value in table:
            rows += _lines(label, value, room, width)
    return paint(rows, color=color)


def _condition(conversion: Conversion, place: int, reading: Reading) -> str:
    """Under what condition the date has a meaning, if it has several."""
    if len(conversion.readings) == 1:
        return ""
    likelier = " (the likelier)" if not place else ""
    named = [one.calendar for one in conversion.readings]
    if reading.calendar is None or named.count(reading.calendar) > 1:
        return f", reading {place + 1}{likelier}"
    return f", if {reading.calendar.capitalize()}{likelier}"


def _table(reading: Reading, wanted: Sequence[str]) -> list[tuple[str, str]]:
    days = dict.fromkeys((reading.first, reading.last))
    table = [(_NUMBER, " – ".join(str(day) for day in days))]
    if reading.weekdays:
        table.insert(0, (_DAY_OF_WEEK, " – ".join(reading.weekdays)))
    return [*table, *_names(reading, wanted)]


def _names(reading: Reading, wanted: Sequence[str]) -> Iterator[tuple[str, str]]:
    for calendar in wanted or CALENDARS:
        try:
            yield calendar, name_in(calendar, reading).text
        except ChronologyError:
            if wanted:
                yield calendar, _NOT_COUNTED


def _lines(label: str, value: str, room: int, width: int | None) -> Iterator[Row]:
    parts = [value] if width is None else wrapped(value, width=width - room - len(_GAP))
    for number, part in enumerate(parts):
        name = "" if number else label
        yield (name + " " * (room - columns(name)) + _GAP, Style.NOTE), (part, Style.PLAIN)
