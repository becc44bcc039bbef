"""At which words a time may begin, and what must follow them.

Most words that can open a time ("the", "in", "by") open none. Looking at the next words before
reading costs little and keeps the tagger fast.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from bede.text.timex.grammar.feasts import feast_triggers
from bede.text.timex.grammar.numbers import roman_words
from bede.text.timex.grammar.othercalendars import other_calendar_triggers
from bede.text.timex.grammar.templates import load_phrasebook
from bede.text.timex.words.forms import form_triggers
from bede.text.timex.words.lexicon import Phrases, load_lexicon
from bede.text.timex.words.tokens import APOSTROPHES, Tokens

_WORD_LISTS = (
    "months",
    "short_months",
    "weekdays",
    "short_weekdays",
    "seasons",
    "cardinals",
    "tens",
    "ordinals",
    "units",
    "set_words",
    "rate_words",
    "decade_names",
)
_PHRASES = ("parts", "circa", "eras", "calendars", "sets", "turn")
_BOOK_PHRASES = ("span_vague", "age_before", "references", "daypart_before", "daypart_phrases")
_ARTICLES = ("the", "a", "an")

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Openings:
    """How times begin in one language.

    Attributes:
        free: words that may open a time whatever follows.
        bounding: words behind which a time or an event must follow at once ("by").
        behind: the words that may follow those, and articles.
        phrases: the phrases of several words by their first two; empty if any may follow.
    """

    free: frozenset[str]
    bounding: frozenset[str]
    behind: frozenset[str]
    phrases: dict[tuple[str, str], tuple[Phrase, ...]]

    def may_open(self, tokens: Tokens, index: int) -> bool:
        """Whether a time may begin at a token."""
        lowers, sizes = tokens.lowers, tokens.sizes
        low, after = lowers[index], lowers[index + 1]
        if low in self.free:
            return True
        if low in APOSTROPHES:
            return sizes[index + 1] == 2
        if low in self.bounding:
            # A capital may begin a name, and the name an event.
            if sizes[index + 1] or after in self.behind or tokens.capital(index + 1):
                return True
        # A full stop behind it makes it "A.M. 6724", of the world.
        elif low in _ARTICLES and (sizes[index + 1] or after in self.behind or after == "."):
            return True
        found = self.phrases.get((low, after))
        if found is None:
            return False
        return not found or any(lowers[index : index + len(phrase)] == phrase for phrase in found)


@cache
def openings(language: str = "en") -> Openings:
    """The words and phrases with which times begin in one language.

    Args:
        language: the folder under `data/`.
    """
    words, book = load_lexicon(language), load_phrasebook(language)
    free: set[str] = {
        "half",
        "fortnight",
        *form_triggers(),
        *feast_triggers(),
        *other_calendar_triggers(),
        *book.dayparts,
    }
    free |= {numeral + suffix for numeral in roman_words() for suffix in ("", *words.suffixes)}
    free |= {f"{weekday}s" for weekday in words.weekdays}  # "on Mondays"
    for name in _WORD_LISTS:
        free |= set(getattr(words, name))
    lists: list[Phrases[Any]] = [getattr(words, name) for name in _PHRASES]
    lists += [getattr(book, name) for name in _BOOK_PHRASES]
    for phrases in lists:
        free |= set(phrases.singles)
    bounding: list[Phrases[Any]] = [words.modifiers, book.span_before, book.event_words]
    singles = {single for phrases in bounding for single in phrases.singles}
    table: dict[tuple[str, str], tuple[Phrase, ...]] = {}
    for phrases in (*lists, *bounding):
        for pair, entries in phrases.longer.items():
            table[pair] = (*table.get(pair, ()), *(phrase for phrase, _ in entries))
    table.update(dict.fromkeys(book.templates, ()))
    free -= {*_ARTICLES, *singles}
    opening = {first for first, _ in table}
    behind = free | singles | opening | book.determiners | book.span_inside | {words.hundred}
    return Openings(frozenset(free), frozenset(singles), frozenset(behind), table)
