"""The years of EDTF: digits, unspecified digits, exponents and significant digits."""

from __future__ import annotations

from collections.abc import Sequence

from bede.chronology.edtf.patterns import matching
from bede.errors import ChronologyError

MAX_YEAR_DIGITS = 12
"""So that every day number fits into the 64 bits of a database field."""

YEAR = r"-?[0-9X]{4}|Y-?[0-9]{5,}|Y-?[0-9]+E[0-9]+"
"""A year in one of its three notations, as a regular expression; "S" and digits may follow."""

_LONGEST_RUN = MAX_YEAR_DIGITS - 1
_TRAILING_ZEROS = 6


def years_of(year: str, significant: str | None, whole: str) -> Sequence[int]:
    """The astronomical years that a year of EDTF can be, in order.

    Args:
        year: the year, which has the form of `YEAR`.
        significant: the digits after "S", if there are any.
        whole: the whole expression, for messages.

    Raises:
        ChronologyError: if there is no such year, or it is too far away.
    """
    digits = year.removeprefix("Y")
    negative = digits.startswith("-")
    digits = _expanded(digits.removeprefix("-"), whole)
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    if significant is not None:
        low, high = _left_open(digits, significant, whole)
    if negative and high == 0:
        raise ChronologyError(f"{whole!r} is no year", remedy="write 0000 for 1 BC")
    low = max(low, 1) if negative else low
    if "X" in digits.rstrip("X"):
        years = matching(digits, range(low, high + 1))
        return [-year for year in reversed(years)] if negative else years
    return range(-high, -low + 1) if negative else range(low, high + 1)


def name_of_years(first: int, last: int) -> str | None:
    """The EDTF of a run of astronomical years that has a name of its own, else None.

    Named are single years, and those that share all but their last digits: "192X", "-01XX",
    "Y171000000S3".
    """
    if first == last:
        return _name_of_year(first)
    if first < 0 <= last:
        return None
    near, far = (first, last) if first >= 0 else (-last, -first)
    sign = "-" if first < 0 else ""
    # -000X has nine years, since 0 has no sign.
    start = 0 if sign and near == 1 else near
    length = far - start + 1
    unspecified = len(str(length)) - 1
    if length != 10**unspecified or not 0 < unspecified <= _LONGEST_RUN or start % length:
        return None
    if far <= 9999:
        return f"{sign}{start:04}"[:-unspecified] + "X" * unspecified
    significant = len(str(start)) - unspecified
    if start == 0 or significant < 1 or len(str(start)) > MAX_YEAR_DIGITS:
        return None
    return f"Y{sign}{start}S{significant}"


def _name_of_year(year: int) -> str | None:
    sign = "-" if year < 0 else ""
    digits = f"{abs(year):04}"
    if len(digits) > MAX_YEAR_DIGITS:
        return None
    if len(digits) == 4:
        return sign + digits
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros >= _TRAILING_ZEROS:
        return f"Y{sign}{digits[:-zeros]}E{zeros}"
    return f"Y{sign}{digits}"


def _expanded(digits: str, whole: str) -> str:
    """The year without an exponent, refused before it can grow."""
    mantissa, _, exponent = digits.partition("E")
    length = len(mantissa) + int(exponent or 0)
    if length > MAX_YEAR_DIGITS:
        shown = whole if len(whole) <= 40 else f"{whole[:40]}..."
        raise ChronologyError(
            f"{shown!r} has a year of {length if length < 1000 else 'over a thousand'} digits",
            remedy=f"give a year of at most {MAX_YEAR_DIGITS} digits",
        )
    return mantissa + "0" * int(exponent or 0)


def _left_open(digits: str, significant: str, whole: str) -> tuple[int, int]:
    """The least and greatest year with the same significant digits.

    Zeros in front are not significant: 0600S1 is 600 to 699.
    """
    if "X" in digits or int(significant) == 0:
        raise ChronologyError(
            f"{whole!r} has no digits that are significant",
            remedy="write all digits of the year, and a number from 1 after the S",
        )
    year = int(digits)
    run = 10 ** max(0, len(str(year)) - int(significant))
    return year - year % run, year - year % run + run - 1
