"""The place that a text names near a date: its calendar ranks the readings of that date."""

from __future__ import annotations

from functools import cache

from bede.catalog.calendars import region_words
from bede.chronology.policy import CalendarRegion
from bede.text.timex.words.lexicon import Phrases
from bede.text.timex.words.tokens import Tokens

_NEAR = 60
"""How far a place may stand from a date (tokens)."""
_STOPS = frozenset((".", "!", "?", "\n\n"))


@cache
def _words() -> Phrases[CalendarRegion]:
    return Phrases.of((" ".join(words), region) for words, region in region_words().items())


def place_near(tokens: Tokens, start: int, end: int) -> CalendarRegion | None:
    """The place named in the sentence of a date, or else the last one named before it.

    Args:
        tokens: the block.
        start: first token of the date.
        end: one past its last token.
    """
    before = range(start - 1, max(start - _NEAR, 0) - 1, -1)
    behind = range(end, min(end + _NEAR, tokens.count))
    return (
        _named(tokens, before, within=True)
        or _named(tokens, behind, within=True)
        or _named(tokens, before, within=False)
    )


def _named(tokens: Tokens, places: range, *, within: bool) -> CalendarRegion | None:
    words = _words()
    for index in places:
        if within and tokens.low(index) in _STOPS and not _abbreviates(tokens, index):
            return None
        if tokens.capital(index):
            found = words.match(tokens, index)
            if found is not None:
                return found[0]
    return None


def _abbreviates(tokens: Tokens, index: int) -> bool:
    """Whether a full stop follows a single letter or touches the next word, as in "O.S."."""
    return tokens.glued(index) or len(tokens.low(index - 1)) == 1
