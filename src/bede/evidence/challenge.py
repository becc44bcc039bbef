"""A finding that a historian holds to be wrong, with the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Challenge:
    """A finding that a historian holds to be wrong.

    Attributes:
        words: the words of the text, with single spaces.
        rule: the rule.
        reason: why the finding is wrong.
        by: who says so, or None.
        date: when, as EDTF, or None.
        path: the file.
        line: where in it, from 1.
    """

    words: str
    rule: str
    reason: str
    by: str | None
    date: str | None
    path: str
    line: int

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds the words, however their lines are broken."""
        return re.compile(r"\s+".join(map(re.escape, self.words.split())))
