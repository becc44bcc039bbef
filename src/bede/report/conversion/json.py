"""A converted date as one JSON object, for programs.

All keys stand in every object, in the same order. Numbers of a date are year, month and day as
its calendar counts them; Gregorian and Julian years are astronomical (44 BC is -43).
"""

from __future__ import annotations

from collections.abc import Sequence

from bede.chronology import Span, format_edtf
from bede.errors import ChronologyError
from bede.report.conversion.naming import CALENDARS, name_in, require_reached
from bede.report.conversion.values import Conversion, Reading
from bede.report.objects import Object, to_json


def render(conversion: Conversion, *, wanted: Sequence[str] = ()) -> str:
    """The date with its names, on several lines.

    Args:
        conversion: the date.
        wanted: calendars of `CALENDARS`; without them all that reach the date.

    Raises:
        ChronologyError: a calendar that is wanted reaches no reading of the date.
    """
    require_reached(conversion, wanted)
    readings = [_reading(reading, wanted) for reading in conversion.readings]
    return to_json({"text": conversion.text, "readings": readings}, indent=2) + "\n"


def _reading(reading: Reading, wanted: Sequence[str]) -> Object:
    flags = {"approximate": reading.approximate, "uncertain": reading.uncertain}
    return {
        "calendar": reading.calendar,
        "from": reading.first,
        "to": reading.last,
        "weekdays": list(reading.weekdays),
        "edtf": format_edtf(Span.within(reading.first, reading.last, **flags)),
        **flags,
        "names": {
            calendar: name
            for calendar in wanted or CALENDARS
            if (name := _name(calendar, reading)) is not None
        },
    }


def _name(calendar: str, reading: Reading) -> Object | None:
    try:
        name = name_in(calendar, reading)
    except ChronologyError:
        return None
    return {
        "text": name.text,
        "from": name.first and list(name.first),
        "to": name.last and list(name.last),
    }
