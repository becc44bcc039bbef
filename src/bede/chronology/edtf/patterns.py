"""Digits of which some are left unspecified: "1X", "XX"."""

from __future__ import annotations

from collections.abc import Sequence


def matching(pattern: str | None, numbers: Sequence[int]) -> Sequence[int]:
    """Those of some numbers that fit a pattern of digits and X; all of them if it is None.

    Args:
        pattern: digits, with X for each that is not specified.
        numbers: numbers from 0 with at most as many digits, in order.
    """
    if pattern is None:
        return numbers
    if "X" not in pattern:
        return [number for number in (int(pattern),) if number in numbers]
    low, high = pattern.replace("X", "0"), pattern.replace("X", "9")
    return [
        number
        for number in numbers
        if all(a <= c <= b for a, c, b in zip(low, str(number).zfill(len(low)), high, strict=True))
    ]
