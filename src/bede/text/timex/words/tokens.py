"""Prose as the tagger sees it: words, numbers and single signs, with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NOTE = r"[.,;](?<=(?<![\d.,])[12]\d\d\d.)[0-9]{1,2}(?=\s+[^\W\d_])"
"""The figure of a note that touches a year: the ".3" of "in 1848.3 In May"."""
_TOKEN = re.compile(rf"\n[^\S\n]*\n|{_NOTE}|[0-9]+|[^\W\d_]+|[^\w\s]|_|\d")
_HYPHENS = {"\u2010": "-", "\u2011": "-"}
"""Hyphens that some typesetting uses for the common one."""
APOSTROPHES = frozenset("'’‘")
"""The signs that stand for the century of a year in two digits."""
MAX_DIGITS = 6
"""A longer run of digits is no year, and no number that the tagger reads (characters)."""
MARGIN = 16
"""No reader looks further than this many tokens over the end of a text, or before its start."""


@dataclass(frozen=True, slots=True)
class Tokens:
    r"""Tokens as parallel tuples, so that a long text stays cheap.

    The tuples end in a margin of empty tokens, so that a reader may look past the end, and, as
    Python counts from the end, before the beginning.

    Attributes:
        source: the prose.
        count: how many tokens there are.
        starts: first character of each token (code points).
        ends: one past the last character of each token (code points).
        lowers: each token in lower case; an empty line is the token "\n\n", and the figure of a
            note is part of the sign before it.
        sizes: how many digits each token has; 0 if it is no number that the tagger reads.
    """

    source: str
    count: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lowers: tuple[str, ...]
    sizes: tuple[int, ...]

    def low(self, index: int) -> str:
        """The token in lower case, or "" outside the text."""
        return self.lowers[index]

    def raw(self, index: int) -> str:
        """The token as written, or "" outside the text."""
        return self.source[self.starts[index] : self.ends[index]] if self.lowers[index] else ""

    def glued(self, index: int) -> bool:
        """Whether the token touches the one that follows it."""
        return self.ends[index] == self.starts[index + 1]

    def digits(self, index: int) -> int:
        """How many digits the token has; 0 if it is no number that the tagger reads."""
        return self.sizes[index]

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.raw(index)[:1].isupper()

    def between(self, first: int, end: int) -> str:
        """The text from the token `first` until before the token `end`."""
        return self.source[self.starts[first] : self.ends[end - 1]]


def _sign(token: str) -> str:
    """A token that is no word and no number, in its common form."""
    if token[0] == "\n":
        return "\n\n"
    if len(token) > 1 and token[0] in ".,;":
        return token[0]
    return _HYPHENS.get(token, token)


def tokenise(prose: str) -> Tokens:
    """Split prose into words, runs of digits and single signs.

    Args:
        prose: the text of one block.

    Returns:
        The tokens, with offsets in code points into `prose`.
    """
    spans = [match.span() for match in _TOKEN.finditer(prose)]
    plain = [prose[start:end].lower() for start, end in spans]
    lowers = [token if token.isalnum() else _sign(token) for token in plain]
    sizes = [
        len(token) if len(token) <= MAX_DIGITS and token.isascii() and token.isdigit() else 0
        for token in lowers
    ]
    return Tokens(
        source=prose,
        count=len(spans),
        starts=(*(start for start, _ in spans), *(-1,) * MARGIN),
        ends=(*(end for _, end in spans), *(-2,) * MARGIN),
        lowers=(*lowers, *("",) * MARGIN),
        sizes=(*sizes, *(0,) * MARGIN),
    )
