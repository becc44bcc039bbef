"""Laws of other calendars, on days drawn at random from all the years they count."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bede.chronology import Calendar, Span, day_number, days_in_month
from bede.chronology.othercalendars import (
    OtherCalendar,
    RomanMark,
    date_in,
    indiction_of,
    indiction_years,
    months_of,
    regnal_year,
    roman_day,
    stretch,
)

quick = settings(max_examples=100, deadline=None, derandomize=True)
WITH_MONTHS = [
    calendar
    for calendar in OtherCalendar
    if calendar not in ("olympic-years", "seleucid", "soviet-revolutionary")
]
LAST_YEARS = {"french-republican": 14, "persian": 2300, "indian": 9000}


@st.composite
def years(draw: st.DrawFn) -> tuple[str, int]:
    """A calendar and one of its years, up to a hundred thousand."""
    calendar = draw(st.sampled_from(WITH_MONTHS))
    return calendar, draw(st.integers(1, LAST_YEARS.get(calendar, 99_999)))


@st.composite
def dates(draw: st.DrawFn) -> tuple[str, int, int, int]:
    """A date that its calendar has."""
    calendar, year = draw(years())
    month, length = draw(st.sampled_from(months_of(calendar, year)))
    return calendar, year, month, draw(st.integers(1, length))


@quick
@given(dates())
def test_a_date_and_its_day_are_the_same(date):
    """Round trip; an Islamic day is the middle one of its three."""
    first, last = stretch(*date).hull
    found = date_in(date[0], (first + last) // 2)
    assert (date[0], found.year, found.month, found.day) == date


@quick
@given(years())
def test_the_months_fill_the_year(year):
    """One begins where the other ends, and together they are the year."""
    doubt = 1 if year[0] == "islamic" else 0
    begins, ends = stretch(*year).hull
    begins += doubt
    for month, length in months_of(*year):
        first, last = stretch(*year, month).hull
        assert (first + doubt, last - doubt) == (begins, begins + length - 1)
        begins += length
    assert begins == ends - doubt + 1


@quick
@given(st.integers(-44, 1582), st.integers(1, 12))
def test_every_day_of_a_month_has_one_roman_name(year, month):
    """Kalends, Nones and Ides between them name each day, the doubled sixth excepted."""
    named = []
    for mark, number, most in (
        (RomanMark.KALENDS, month, 1),
        (RomanMark.NONES, month, 6),
        (RomanMark.IDES, month, 8),
        (RomanMark.KALENDS, month % 12 + 1, 19),
    ):
        first = 2 if number != month else 1
        for before in range(first, most + 1):
            try:
                span = roman_day(mark, number, year, before=before)
            except ValueError:
                continue
            named.extend(range(span.hull[0], span.hull[1] + 1))
    begins = day_number(year, month, 1, Calendar.JULIAN)
    length = days_in_month(year, month, Calendar.JULIAN)
    assert sorted(named) == list(range(begins, begins + length))


@quick
@given(st.integers(-40_000_000, 40_000_000))
def test_a_day_lies_in_its_indiction(day):
    """The one year of its indiction around a day is the year that holds it."""
    (year,) = indiction_years(indiction_of(day), Span.day(day))
    assert year.hull[0] <= day <= year.hull[1]


@quick
@given(st.integers(1_000_000, 2_500_000), st.integers(1, 80))
def test_regnal_years_follow_each_other(accession, number):
    """The next begins on the day after the last."""
    this, following = regnal_year(accession, number), regnal_year(accession, number + 1)
    assert this.hull[1] + 1 == following.hull[0]
