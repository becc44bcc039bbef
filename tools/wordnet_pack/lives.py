"""Lifespans at the end of a gloss: "(1879-1940)", "(born in 1925)", "(63 BC - AD 14)".

Centuries, years in which somebody flourished and reigns are no lifespans and are left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_GROUP = re.compile(r"\(([^()]*)\)")
_YEAR = r"(?:(?P<{0}ad>AD )?(?P<{0}>\d{{1,4}})(?P<{0}q>\?)?(?: (?P<{0}era>BC|AD))?)"
_SPAN = re.compile(
    r"(?P<circa>(?:circa|ca\.|c) )?" + _YEAR.format("b") + r"(?:\s?-\s?| to )" + _YEAR.format("d")
)
_SINCE = re.compile(r"(?P<circa>(?:circa|ca\.|c) )?" + _YEAR.format("b") + "-")
_UNTIL = re.compile(r"\?-" + _YEAR.format("d"))
_BORN = re.compile(r"born (?:in (?:[A-Z][A-Za-z ]+ in )?)?" + _YEAR.format("b"))
_DIED = re.compile(r"died (?:in |(?P<circa>around ))?" + _YEAR.format("d"))
_FORMS = (_SPAN, _SINCE, _UNTIL, _BORN, _DIED)


@dataclass(frozen=True, slots=True)
class Life:
    """When somebody lived, in EDTF years; None where the gloss is silent."""

    born: str | None
    died: str | None


def read_life(definition: str) -> tuple[Life | None, str]:
    """Find the lifespan in a definition.

    Args:
        definition: a gloss without its examples.

    Returns:
        the lifespan, or None, and the definition without the brackets that hold it.
    """
    for group in reversed(list(_GROUP.finditer(definition))):
        for form in _FORMS:
            if found := form.fullmatch(group[1].strip()):
                rest = f"{definition[: group.start()]} {definition[group.end() :]}"
                return _life(found), " ".join(rest.split()).strip(" ;,")
    return None, definition


def _life(found: re.Match[str]) -> Life:
    parts = found.groupdict()
    about = bool(parts.get("circa"))
    # "(63-12 BC)": one "BC" at the end stands for both years; "(63 BC - AD 14)" says it for each.
    late_bc = parts.get("dera") == "BC"
    early_bc = parts.get("bera") == "BC" or (late_bc and not parts.get("bad"))
    return Life(_year(parts, "b", early_bc, about), _year(parts, "d", late_bc, about))


def _year(parts: dict[str, str | None], end: str, before: bool, about: bool) -> str | None:
    digits = parts.get(end)
    if digits is None:
        return None
    mark = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}
    return edtf_year(int(digits), before) + mark[about, bool(parts.get(f"{end}q"))]


def edtf_year(year: int, before: bool) -> str:
    """Return a year as EDTF writes it: 44 BC is -0043.

    Args:
        year: from 1.
        before: before Christ.
    """
    return f"-{year - 1:04d}" if before and year > 1 else f"{0 if before else year:04d}"
