"""Dates of other calendars and eras in prose: "18 Brumaire Year VIII", "583 AH", "Meiji 5".

The words are data (`words`). At one token each reader in turn tries to read its kind of date:
days and months of other calendars (`months`), Roman days (`roman`), Olympiads and era years of
Japan and China (`reigns`), years with the mark of an era (`marks`). What is read is a draft
(`draft`); its days come from `bede.chronology.othercalendars`, and it becomes a point as the rest
of the tagger knows it. A number near no word of another calendar is let go at once.
"""

from bede.text.timex.grammar.othercalendars.reading import (
    impossible_other_date,
    other_calendar_places,
    other_calendar_triggers,
    read_other_calendar,
)

__all__ = [
    "impossible_other_date",
    "other_calendar_places",
    "other_calendar_triggers",
    "read_other_calendar",
]
