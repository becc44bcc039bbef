"""The temporal tagger: every date that a text gives, found and normalised.

The story in the folders: `words` cuts the text into tokens and holds the word lists, which are
data. At each token that can begin a time the readers of `grammar` read an expression. What a text
leaves out, the year of a bare "July" or the day of "two days later", comes from the `story`. Then
`normal` gives the expression a TIMEX3 value, an EDTF and day numbers. Each reader looks at a few
tokens at most, so that the time taken grows with the length of the text and no faster.
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
