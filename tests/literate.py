"""Literate cases: a passage whose expectations stand beneath its lines.

Carets stand under the exact words; behind them a name (a rule, say) and words that must be told:

    Harold won at York in 1071.
                          ^^^^ acts-after-death died 14 October 1066
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CARETS = re.compile(r" *(\^+)(?: +(\S+)(?: +(.*\S))?)? *")


@dataclass(frozen=True, slots=True)
class Expectation:
    """What is expected of some words.

    Attributes:
        start: first character of the words in the passage.
        end: the character after the last.
        name: what is expected there, such as the name of a rule.
        says: words that the message must contain, "" for any.
    """

    start: int
    end: int
    name: str
    says: str


def parse_case(block: str) -> tuple[str, tuple[Expectation, ...]]:
    """Part the text of a block into the passage and what is expected of it.

    Args:
        block: lines of prose; lines of carets belong to the line of prose above them.

    Returns:
        The passage without its lines of carets, and the expectations in the order of the text.

    Raises:
        ValueError: carets without a name, or beyond the line above them.
    """
    passage, line = "", ""
    found: list[Expectation] = []
    for written in block.splitlines():
        carets = _CARETS.fullmatch(written)
        if carets is None:
            passage, line = f"{passage}{written}\n", written
            continue
        first, last = carets.span(1)
        if carets[2] is None or last > len(line):
            raise ValueError(f"carets without a name or without words above them: {written!r}")
        origin = len(passage) - len(line) - 1
        found.append(Expectation(origin + first, origin + last, carets[2], carets[3] or ""))
    return passage, tuple(sorted(found, key=lambda e: (e.start, e.end, e.name)))
