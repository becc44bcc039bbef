"""Lengths of time as they are told, in days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bede.chronology import Calendar, Duration, Unit, shift
from bede.chronology.length import Length, Manner, days_of

units = st.sampled_from([Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR, Unit.DECADE])


@given(
    st.integers(-1_000_000, 4_000_000), st.integers(0, 300), units, st.sampled_from(list(Calendar))
)
def test_no_duration_takes_fewer_or_more_days_than_it_can(
    day: int, count: int, unit: Unit, calendar: Calendar
) -> None:
    """Wherever in time it begins, in either calendar."""
    duration = Duration(count, unit)
    (end, _) = shift(day, duration, to_the_day=True, calendar=calendar)
    least, most = days_of(duration)
    assert least <= end - day <= most


TOLD = {
    ("for ten days", 10, Unit.DAY, Manner.EXACT): (9, 11),
    ("about ten days", 10, Unit.DAY, Manner.ABOUT): (7, 13),
    ("at least ten days", 10, Unit.DAY, Manner.AT_LEAST): (9, None),
    ("at most ten days", 10, Unit.DAY, Manner.AT_MOST): (0, 11),
    ("about a day", 1, Unit.DAY, Manner.ABOUT): (0, 3),
}


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told[0])
def test_a_length_has_the_room_that_its_manner_gives(
    told: tuple[str, int, Unit, Manner],
) -> None:
    """One unit by the way of counting, and a fifth for "about"."""
    _, count, unit, manner = told
    assert Length(Duration(count, unit), manner).days(rounding=1, about=20) == TOLD[told]


@pytest.mark.parametrize(
    ("unit", "period"),
    [
        (Unit.DAY, "P3D"),
        (Unit.WEEK, "P3W"),
        (Unit.MONTH, "P3M"),
        (Unit.QUARTER, "P9M"),
        (Unit.YEAR, "P3Y"),
        (Unit.CENTURY, "P300Y"),
    ],
)
def test_a_length_is_written_as_iso_8601_has_it(unit: Unit, period: str) -> None:
    """Centuries are a hundred years, quarters three months."""
    assert Length(Duration(3, unit)).period == period
