"""Historical time: the ground on which everything else stands.

A date in a text or a reference becomes day numbers (`calendar`). What is known of when
something was is a `Span` of four of them: earliest and latest begin, earliest and latest end
(`span`), read from and written to EDTF (`edtf`), said in words (`wording`), counted on from
(`duration`). Two spans are compared only by asking a question (`relation`), and the answer is
yes, no or unknown (`answer`).
"""

from bede.chronology.answer import Answer, all_of, any_of
from bede.chronology.calendar import (
    Calendar,
    Date,
    astronomical_year,
    date_of,
    day_number,
    days_in_month,
    format_date,
    historical_year,
    is_leap_year,
    last_day_of_month,
    last_day_of_year,
    weekday,
    year_name,
)
from bede.chronology.duration import Duration, Unit, shift
from bede.chronology.edtf import format_edtf, parse_edtf
from bede.chronology.relation import (
    Allen,
    after,
    allowance,
    before,
    covers,
    gap_days,
    holds,
    inside,
    possible_relations,
)
from bede.chronology.span import Span
from bede.chronology.wording import describe

__all__ = [
    "Allen",
    "Answer",
    "Calendar",
    "Date",
    "Duration",
    "Span",
    "Unit",
    "after",
    "all_of",
    "allowance",
    "any_of",
    "astronomical_year",
    "before",
    "covers",
    "date_of",
    "day_number",
    "days_in_month",
    "describe",
    "format_date",
    "format_edtf",
    "gap_days",
    "historical_year",
    "holds",
    "inside",
    "is_leap_year",
    "last_day_of_month",
    "last_day_of_year",
    "parse_edtf",
    "possible_relations",
    "shift",
    "weekday",
    "year_name",
]
