"""The dates of a text that somebody has in hand, without a file."""

from __future__ import annotations

from bede.documents import Document
from bede.documents.formats import format_for
from bede.text.times import place_told, read_times_at
from bede.text.timex import Timex


def dates(text: str, *, place: str | None = None, calendar: str | None = None) -> tuple[Timex, ...]:
    """Find and normalise every temporal expression of a plain text.

    The text is cut into paragraphs, headings and lists as a file of plain text is; a date that
    lacks its year takes it from what was told before.

    Args:
        text: the text, of any length; an empty one has no dates.
        place: the country whose calendar decides which reading of an unmarked day comes first.
        calendar: "julian" or "gregorian", if the text tells its unmarked days in one of them; it
            comes first, whatever the place. Days before 15 October 1582 are Julian and those
            after 28 February 1923 Gregorian all the same.

    Returns:
        The expressions in order, none overlapping, with offsets in code points into `text`. A
        range is one expression and has its `ends`; a time that is told by an event ("after the
        war") has a `relation` and no days.

    Raises:
        UsageError: no country or calendar of that name is known; the message lists those that are.
    """
    where = place_told(place, calendar)
    plain = format_for(".txt")
    document = Document("text", text, plain.name, plain.parse(text))
    return read_times_at(document, where).timexes
