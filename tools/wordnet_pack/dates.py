"""The date of a happening in a gloss: "(1815)", "in May 1942", "1618-1648", "31 BC".

A gloss with several dates is left to the editors, since no rule tells which one is the happening's.
"""

from __future__ import annotations

import re

from wordnet_pack.lives import edtf_year

_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August"]
_MONTHS += ["September", "October", "November", "December"]
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})"
_ERA = r"(?: (?P<era>BC|AD))?"
_FORMS = tuple(
    re.compile(rf"(?<![\d,$]){form}(?![\d,]|-\w)", re.IGNORECASE)
    for form in (
        rf"{_MONTH} (?P<day>\d{{1,2}}), (?P<year>\d{{3,4}})",
        rf"(?P<day>\d{{1,2}}) {_MONTH} (?P<year>\d{{3,4}})",
        rf"(?:from )?(?P<year>\d{{1,4}})(?:-| to | until )(?P<last>\d{{1,4}}){_ERA}",
        rf"{_MONTH} (?:and|to) (?P<month2>{'|'.join(_MONTHS)}) (?P<year>\d{{4}})",
        rf"{_MONTH} (?P<year>\d{{4}})",
        r"AD (?P<year>\d{1,4})",
        r"(?P<year>\d{1,4}) (?P<era>BC|AD)",
        r"(?P<year>\d{4}|[6-9]\d\d)(?! years| feet| miles)",
    )
)


def read_date(definition: str) -> str | None:
    """Return the one date in a definition as EDTF, or None if there is none or more than one.

    Args:
        definition: a gloss without its examples.
    """
    rest = definition
    found = []
    for form in _FORMS:
        found += [_edtf(match) for match in form.finditer(rest)]
        rest = form.sub(" ", rest)
    return found[0] if len(found) == 1 else None


def _edtf(found: re.Match[str]) -> str:
    parts = found.groupdict()
    before = (parts.get("era") or "").upper() == "BC"
    year = edtf_year(int(found["year"]), before)
    if last := parts.get("last"):
        if not before and len(last) < len(found["year"]):  # "1864-65"
            last = found["year"][: -len(last)] + last
        return f"{year}/{edtf_year(int(last), before)}"
    if second := parts.get("month2"):
        return f"{year}-{_number(found['month'])}/{year}-{_number(second)}"
    if parts.get("month"):
        year += f"-{_number(found['month'])}"
        if day := parts.get("day"):
            year += f"-{int(day):02d}"
    return year


def _number(month: str) -> str:
    return f"{[name.lower() for name in _MONTHS].index(month.lower()) + 1:02d}"


def years_of(edtf: str) -> tuple[int, int]:
    """Return the first and the last year of a date of the pack.

    Args:
        edtf: as `read_date` and `read_life` make it: no open ends.
    """
    years = [int(found.group()) for found in re.finditer(r"(?:^|(?<=/))-?\d{4}", edtf)]
    return years[0], years[-1]
