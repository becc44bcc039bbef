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
        (2, Unit.YEAR, False, "1 January 1929", "31 December 1929"),
        (1, Unit.DECADE, True, "1 January 1910", "31 December 1919"),
        (1, Unit.CENTURY, True, "1 January 1801", "31 December 1900"),
    ],
)
def test_a_shift_has_the_precision_of_its_unit(count, unit, back, first, last):
    """Two years after a day in 1927 is some day of 1929."""
    days = shift(DAY, Duration(count, unit), back=back)
    assert tuple(format_date(day) for day in days) == (first, last)


def test_no_duration_is_negative():
    """The past is reached by counting back."""
    with pytest.raises(ChronologyError, match="negative"):
        Duration(-1, Unit.YEAR)
    assert date_of(shift(day_number(1), Duration(2, Unit.YEAR), back=True)[0]).year == -1
