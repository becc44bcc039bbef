"""Laws of the calendar policy, over all places and over days drawn at random."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bede.catalog.calendars import region_words, regions
from bede.chronology import Calendar, day_number
from bede.chronology.policy import (
    LAST_JULIAN_STATE,
    REFORM,
    Reckoning,
    calendars_at,
    civil_years,
    day_readings,
    reckoned_date,
    reckoned_day,
    unit_calendars,
)
from bede.errors import ChronologyError

quick = settings(max_examples=200, deadline=None, derandomize=True)

PLACES = tuple(regions().values())
places = st.sampled_from(PLACES)
# From a century before the reform to a few years after Greece, in every calendar.
days = st.integers(day_number(1480, 1, 1), day_number(1930, 1, 1))
told = st.tuples(st.integers(1480, 1930), st.integers(1, 12), st.integers(1, 31))


@pytest.mark.parametrize("region", PLACES, ids=lambda region: region.name)
def test_the_day_after_a_change_is_the_next_day(region):
    """No reform ever stopped the count of days; only Alaska lived one day twice."""
    for adoption in region.adoptions:
        for before, after in pairwise(adoption.stages):
            if before.reckoning is Reckoning.OTHER:
                continue
            last = reckoned_day(before.reckoning, *before.last)
            first = reckoned_day(after.reckoning, *after.first)
            assert first - last == (0 if region.name == "Alaska" else 1)


@pytest.mark.parametrize("region", PLACES, ids=lambda region: region.name)
def test_a_day_is_missing_only_where_every_account_left_it_out(region):
    """Around each change: the days between the last and the first are refused, no others."""
    for adoption in region.adoptions:
        for before, after in pairwise(adoption.stages):
            if before.reckoning is Reckoning.OTHER or before.last > after.first:
                continue
            day = reckoned_day(Reckoning.JULIAN, *after.first) - 40
            for step in range(80):
                date = reckoned_date(Reckoning.JULIAN, day + step)
                there = (date.year, date.month, date.day)
                if calendars_at(region, *there):
                    assert day_readings(*there, region=region)
                elif before.last < there < after.first:
                    with pytest.raises(ChronologyError, match=f"does not exist in {region.name}"):
                        day_readings(*there, region=region)


@quick
@given(days, places, st.sampled_from([Reckoning.GREGORIAN, Reckoning.JULIAN]))
def test_every_day_is_found_again(day, region, reckoning):
    """A day told in either calendar is among the readings, unless the place left it out."""
    date = reckoned_date(reckoning, day)
    there = (date.year, date.month, date.day)
    if REFORM <= there <= LAST_JULIAN_STATE and calendars_at(region, *there):
        readings = day_readings(*there, region=region)
        assert day in [one.day for one in readings]
        assert all(one.day == reckoned_day(one.reckoning, *there) for one in readings)


@quick
@given(told, places)
def test_readings_differ_and_begin_with_the_calendar_of_the_place(there, region):
    """No reading stands twice; the place decides which comes first."""
    try:
        readings = day_readings(*there, region=region)
    except ChronologyError:
        return
    local = [r for r in calendars_at(region, *there) if r is not Reckoning.OTHER]
    found = [one.reckoning for one in readings]
    assert len(set(found)) == len(found)
    assert found[: len(local)] == local


@quick
@given(told, places)
def test_a_converted_day_is_never_refused_after_the_reform(there, region):
    """Who may have converted is refused only what the Gregorian calendar itself lacks."""
    year, month, day = there
    try:
        expected = day_number(year, month, day)
    except ChronologyError:
        return
    if there >= REFORM:
        readings = day_readings(*there, region=region, converted=True)
        assert expected in [one.day for one in readings]


@quick
@given(st.integers(day_number(1700, 3, 11), day_number(1712, 3, 11)))
def test_the_swedish_calendar_is_one_day_ahead(day):
    """Round trip over all its twelve years; the Julian day before has the same date."""
    date = reckoned_date(Reckoning.SWEDISH, day)
    assert reckoned_day(Reckoning.SWEDISH, date.year, date.month, date.day) == day
    if (date.month, date.day) not in ((2, 30), (2, 29)):
        julian = reckoned_day(Reckoning.JULIAN, date.year, date.month, date.day)
        assert julian == day + 1


@pytest.mark.parametrize("day", [day_number(1700, 3, 10), day_number(1712, 3, 12)])
def test_the_swedish_calendar_ends_where_it_ended(day):
    """The days before 1 March 1700 and after 30 February 1712 have no Swedish name."""
    with pytest.raises(ChronologyError, match="outside the Swedish calendar"):
        reckoned_date(Reckoning.SWEDISH, day)


@quick
@given(told, places)
def test_the_year_as_written_comes_first(there, region):
    """A style can only add one year beside it, and only to days marked as old style."""
    assert civil_years(region, *there) == (there[0],)
    years = civil_years(region, *there, old_style=True)
    assert years[0] == there[0]
    assert all(abs(year - there[0]) == 1 for year in years[1:])


@quick
@given(st.integers(-100, 2100), st.none() | st.integers(1, 12), st.none() | places)
def test_months_and_years_keep_the_calendars_of_their_days(year, month, region):
    """Julian alone before the reform, Gregorian alone after Greece, no calendar twice."""
    calendars = unit_calendars(year, month, region=region)
    assert len(set(calendars)) == len(calendars)
    if year < 1582:
        assert calendars == (Calendar.JULIAN,)
    if year > 1923:
        assert calendars == (Calendar.GREGORIAN,)


def test_a_month_is_ranked_by_its_place():
    """The October Revolution was in a Julian October; Britain changed within September 1752."""
    words = region_words()
    russia, england, japan = (words[(name,)] for name in ("petrograd", "london", "tokyo"))
    gregorian, julian = Calendar.GREGORIAN, Calendar.JULIAN
    assert unit_calendars(1917, 10) == (gregorian, julian)
    assert unit_calendars(1917, 10, region=russia) == (julian, gregorian)
    assert unit_calendars(1752, 9, region=england) == (julian, gregorian)
    assert unit_calendars(1752, 10, region=england) == (gregorian, julian)
    assert unit_calendars(1868, region=japan) == (gregorian, julian)
