"""The temporal tagger: every date that a text gives, found and normalised.

The text is split into tokens (`tokens`); at each token that can begin a time, the grammar reads
an expression (`phrases`, with `dates`, `ranges`, `numbers` and `years`), and the expression is
given a TIMEX3 value, an EDTF and day numbers (`grammar`, `bounds`). The words are data
(`lexicon`). Each reader looks at a bounded number of tokens, so that the time taken grows with
the length of the text and no faster.
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
