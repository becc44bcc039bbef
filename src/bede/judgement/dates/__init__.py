"""Dates judged for themselves: weekdays, calendars, left out days, ranges, and what is to come.

`passages` finds every date that a document writes, claim or no claim. `weekdays` asks whether the
weekday beside a day fits it in some calendar, `places` whether the place named with it left the
day out, `ranges` whether a stretch of time ends before it begins, `tense` whether the text tells
a claim as past. `styles` and `precision` compare the date of a claim with that of a fact: does it
differ as calendars differ, and is it more exact than any source?
"""

from bede.judgement.dates.passages import Passage, Written, passages
from bede.judgement.dates.places import left_out, may_be_converted, place_of, told_at_a_place
from bede.judgement.dates.precision import is_finer_than_known
from bede.judgement.dates.ranges import (
    Backwards,
    backwards_in_claim,
    backwards_lives,
    backwards_of,
    runs_backwards,
)
from bede.judgement.dates.styles import StyleMix, mixed_styles
from bede.judgement.dates.tense import is_told_as_past
from bede.judgement.dates.weekdays import (
    WeekdayFault,
    days_in_words,
    weekday_beside,
    weekday_fault,
    weekday_name,
)

__all__ = [
    "Backwards",
    "Passage",
    "StyleMix",
    "WeekdayFault",
    "Written",
    "backwards_in_claim",
    "backwards_lives",
    "backwards_of",
    "days_in_words",
    "is_finer_than_known",
    "is_told_as_past",
    "left_out",
    "may_be_converted",
    "mixed_styles",
    "passages",
    "place_of",
    "runs_backwards",
    "told_at_a_place",
    "weekday_beside",
    "weekday_fault",
    "weekday_name",
]
