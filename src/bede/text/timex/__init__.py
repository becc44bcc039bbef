"""The temporal tagger: every date that a text gives, found and normalised.

The text is split into tokens (`tokens`). At each token that can begin a time (`openings`) the
grammar reads an expression (`phrases`, with `dates`, `ranges`, `units`, `years`, `feasts`,
`othercalendars`, `durations`, `relatives`, `clock`, `events`). What a text leaves out, the year of
a bare "July" or the day of "two days later", comes from the story (`discourse`, `steps`, `story`,
`memory`). Then the expression is given a TIMEX3 value, an EDTF and day numbers (`grammar`,
`notation`, `bounds`). The words are data (`lexicon`, `templates`). Each reader looks at a bounded
number of tokens, so that the time taken grows with the length of the text and no faster.
"""

from bede.text.timex.reading import find_impossible_dates, find_timexes, read_times
from bede.text.timex.values import Basis, EventRelation, ImpossibleDate, Timex, TimexType

__all__ = [
    "Basis",
    "EventRelation",
    "ImpossibleDate",
    "Timex",
    "TimexType",
    "find_impossible_dates",
    "find_timexes",
    "read_times",
]
