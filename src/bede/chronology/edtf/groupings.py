"""Parts of a year that EDTF numbers like months: seasons, quarters and longer ones, 21 to 41.

The standard names the seasons and gives them no days. Bede takes the whole months of
meteorologists; a season that crosses the new year belongs to the year in which it begins.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# Code: first month, number of months.
GROUPINGS: Mapping[int, tuple[int, int]] = MappingProxyType(
    {
        21: (3, 3),  # spring, summer, autumn, winter where no half of the earth is named
        22: (6, 3),
        23: (9, 3),
        24: (12, 3),
        25: (3, 3),  # the same, northern
        26: (6, 3),
        27: (9, 3),
        28: (12, 3),
        29: (9, 3),  # the same, southern
        30: (12, 3),
        31: (3, 3),
        32: (6, 3),
        33: (1, 3),  # quarters
        34: (4, 3),
        35: (7, 3),
        36: (10, 3),
        37: (1, 4),  # quadrimesters
        38: (5, 4),
        39: (9, 4),
        40: (1, 6),  # semestrals
        41: (7, 6),
    }
)
"""The months that each code of ISO 8601-2:2019, section 4.8, stands for."""


def code_of(first_month: int, months: int) -> int | None:
    """The lowest code of a run of months, or None if it has none.

    Args:
        first_month: 1 to 12.
        months: how many there are.
    """
    wanted = (first_month, months)
    return next((code for code, run in GROUPINGS.items() if run == wanted), None)
