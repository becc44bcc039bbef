"""The dates of a text that somebody has in hand, without a file."""

from __future__ import annotations

from bede.catalog.calendars import region_named
from bede.documents import Document
from bede.documents.formats import format_for
from bede.text.times import read_times_of
from bede.text.timex import Timex


def dates(text: str, *, place: str | None = None) -> tuple[Timex, ...]:
    """Find and normalise every temporal expression of a plain text.

    The text is cut into paragraphs, headings and lists as a file of plain text is; a date that
    lacks its year takes it from what was told before.

    Args:
        text: the text, of any length; an empty one has no dates.
        place: the country whose calendar decides which reading of an unmarked day comes first.

    Returns:
        The expressions in order, none overlapping, with offsets in code points into `text`. A
        range is one expression and has its `ends`; a time that is told by an event ("after the
        war") has a `relation` and no days.

    Raises:
        UsageError: no country of that name is known.
    """
    if place is not None:
        region_named(place)
    plain = format_for(".txt")
    document = Document("text", text, plain.name, plain.parse(text))
    return read_times_of(document, place=place).timexes
