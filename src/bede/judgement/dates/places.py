"""Days that a place never had, because it left them out when it changed its calendar.

Which days those are is data: `bede.catalog.calendars`, with its sources. Here it is decided
whether the text puts the day at such a place: by a role of the claim that it dates, or by the
name of the place right beside it ("in London on 5 September 1752").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bede.catalog import event_types
from bede.catalog.calendars import region_words
from bede.chronology.policy import REFORM, CalendarRegion, Told, calendars_at, day_readings
from bede.claims import Claim
from bede.errors import ChronologyError
from bede.judgement.dates.passages import Written, told_day
from bede.text import Timex, find_timexes

_PLACE = r"(?P<place>[A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){0,3})"
_BEHIND = re.compile(rf",? (?:in|at|near|outside) (?:the )?(?:city of |town of )?{_PLACE}")
_BEFORE = re.compile(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear) (?:the )?{_PLACE},?(?: on)?(?: the)? ?$")
_LETTER = re.compile(rf"^{_PLACE}, ?$")
_NEAR = 60
"""How far from the date its place may stand (characters)."""
_ADJECTIVES = ("ish", "ian", "ese")


def told_at_a_place(written: Written) -> Told | None:
    """The day of a date that may be judged by its place: whole, told with its year, not marked."""
    date = written.date
    if isinstance(date, Timex):
        return told_day(date) if date.calendar is None else None
    alone = find_timexes(date.text)
    return told_day(alone[0]) if len(alone) == 1 and alone[0].text == date.text else None


def place_of(written: Written, claims: Sequence[Claim]) -> CalendarRegion | None:
    """The place at which the text puts a date, if it is sure of which calendar region that is.

    Args:
        written: the date.
        claims: the claims that it dates.
    """
    named = [
        filler.text
        for claim in claims
        for role in event_types()[claim.type].roles
        if "place" in role.kinds
        for filler in claim.roles.get(role.name, ())
        if filler.nature == "name"
    ]
    named += _beside(written)
    found = {region.name: region for words in named if (region := _region(words)) is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def left_out(told: Told, region: CalendarRegion) -> ChronologyError | None:
    """Why a place has no such day, or None if it has one by some account of its calendar.

    Args:
        told: year, month and day of the month.
        region: the place.
    """
    if calendars_at(region, *told):
        return None
    try:
        day_readings(*told, region=region)
    except ChronologyError as fault:
        return fault
    return None


def may_be_converted(told: Told, *, since: int) -> bool:
    """Whether a writer of today may tell a day in the new calendar where the old one was kept.

    Nobody does so for the days before there was a new calendar.

    Args:
        told: year, month and day of the month.
        since: the year from which writers commonly do so.
    """
    return told >= REFORM and told[0] >= since


def _beside(written: Written) -> Iterator[str]:
    behind = _BEHIND.match(written.behind[:_NEAR])
    before = _BEFORE.search(written.before[-_NEAR:])
    letter = _LETTER.match(written.before)
    yield from (match["place"] for match in (behind, before, letter) if match is not None)


def _region(words: str) -> CalendarRegion | None:
    """The region of the name of a place; "in Italian" names a language."""
    low = words.lower().removeprefix("the ").rstrip(".").split()
    is_place = bool(low) and not low[-1].endswith(_ADJECTIVES)
    return region_words().get(tuple(low)) if is_place else None
