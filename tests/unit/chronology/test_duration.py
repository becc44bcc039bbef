"""What "two years later" can mean."""

import pytest

from bede.chronology import Duration, Unit, date_of, day_number, format_date, shift
from bede.errors import ChronologyError

DAY = day_number(1927, 11, 30)


@pytest.mark.parametrize(
    ("count", "unit", "back", "first", "last"),
    [
        (10, Unit.DAY, True, "20 November 1927", "20 November 1927"),
        (1, Unit.WEEK, False, "5 December 1927", "11 December 1927"),
        (3, Unit.MONTH, False, "1 February 1928", "29 February 1928"),
        (11, Unit.MONTH, True, "1 December 1926", "31 December 1926"),
        (1, Unit.QUARTER, True, "1 July 1927", "30 September 1927"),
        (2, Unit.YEAR, False, "1 January 1929", "31 December 1929"),
        (1, Unit.DECADE, True, "1 January 1910", "31 December 1919"),
        (1, Unit.CENTURY, True, "1 January 1801", "31 December 1900"),
        (1, Unit.MILLENNIUM, True, "1 January AD 1", "31 December 1000"),
    ],
)
def test_a_shift_has_the_precision_of_its_unit(count, unit, back, first, last):
    """Two years after a day in 1927 is some day of 1929."""
    days = shift(DAY, Duration(count, unit), back=back)
    assert tuple(format_date(day) for day in days) == (first, last)


@pytest.mark.parametrize(
    ("start", "count", "unit", "back", "reached"),
    [
        ((1927, 11, 30), 2, Unit.YEAR, False, "30 November 1929"),
        ((1927, 11, 30), 3, Unit.MONTH, False, "29 February 1928"),
        ((1927, 11, 30), 2, Unit.WEEK, True, "16 November 1927"),
        ((1927, 11, 30), 1, Unit.CENTURY, True, "30 November 1827"),
        ((1904, 2, 29), 1, Unit.YEAR, False, "28 February 1905"),
        ((1904, 2, 29), 1, Unit.DECADE, True, "28 February 1894"),
    ],
)
def test_to_the_day_is_the_same_day_of_the_month(start, count, unit, back, reached):
    """Two years to the day; where the month is too short, its last day."""
    days = shift(day_number(*start), Duration(count, unit), back=back, to_the_day=True)
    assert tuple(format_date(day) for day in days) == (reached, reached)


def test_no_duration_is_negative():
    """The past is reached by counting back."""
    with pytest.raises(ChronologyError, match="negative"):
        Duration(-1, Unit.YEAR)
    with pytest.raises(ChronologyError, match="-2 centuries is negative"):
        Duration(-2, Unit.CENTURY)
    assert date_of(shift(day_number(1), Duration(2, Unit.YEAR), back=True)[0]).year == -1
