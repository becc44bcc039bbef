"""Whether a bare number is a year.

Historians write quantities, pages and years with the same digits. The signs are the word
before, the noun behind and what touches the number; the lists are in the lexicon.
"""

from __future__ import annotations

from bede.text.timex.point import Context
from bede.text.timex.tokens import Tokens

_EARLIEST, _LATEST = 1000, 2100
_JOINS = frozenset("/\\_=@#&")
_DECIMAL = frozenset(".,:")


def is_year(context: Context, index: int, end: int) -> bool:
    """Whether a number of three or four digits stands for a year.

    Args:
        context: tokens and words.
        index: the number.
        end: the token behind the number, or behind the range that it begins.
    """
    tokens = context.tokens
    size = tokens.digits(index)
    if size not in (3, 4) or not _stands_free_before(context, index):
        return False
    value = int(tokens.low(index))
    if size == 4 and not _EARLIEST <= value <= _LATEST:
        return False
    if not stands_free_after(context, end):
        return False
    before = word_before(tokens, index)
    if before in context.words.years.labels or _is_counted(context, value, before, end):
        return False
    if size == 3:
        return value >= 100 and _short_year_sign(context, index, before, end)
    return _long_year_sign(context, index, before, end)


def word_before(tokens: Tokens, index: int) -> str:
    """The word before a token, over the full stop of an abbreviation."""
    if tokens.low(index - 1) == "." and tokens.glued(index - 2):
        return tokens.low(index - 2)
    return tokens.low(index - 1)


def _stands_free_before(context: Context, index: int) -> bool:
    tokens = context.tokens
    if index == 0 or not tokens.glued(index - 1):
        return True
    before, earlier = tokens.low(index - 1), tokens.low(index - 2)
    tight = tokens.glued(index - 2)
    if before in _JOINS:
        return False
    if before in _DECIMAL:
        return not (tight and earlier.isdigit())
    if before in context.words.dashes:
        return not tight or earlier in context.words.years.hyphen_prefixes
    return not before.isalpha() or before in context.words.years.hyphen_prefixes


def stands_free_after(context: Context, end: int) -> bool:
    """Whether what touches the end of a number leaves it a number of its own."""
    tokens = context.tokens
    if not tokens.glued(end - 1):
        return True
    behind, later = tokens.low(end), tokens.low(end + 1)
    if behind.isalpha() or behind in _JOINS or behind == "%":
        return False
    tight = tokens.glued(end)
    if behind in _DECIMAL or behind in context.words.dashes:
        return not (tight and later.isdigit())
    return True


def _is_counted(context: Context, value: int, before: str, end: int) -> bool:
    tokens, signs = context.tokens, context.words.years
    behind = tokens.low(end)
    if behind == "-" and tokens.glued(end):
        behind = tokens.low(end + 1)
    if behind in signs.measures:
        return True
    if behind in signs.people:
        return not (before in signs.times and value % 100)
    return False


def counted(context: Context, value: int, end: int) -> bool:
    """Whether the noun behind a number that follows a month shows a quantity.

    "On 14 November 1500 men": a quantity; "on 14 November 1917 soldiers": a year.
    """
    signs = context.words.years
    behind = context.tokens.low(end)
    if behind in signs.measures:
        return True
    return behind in signs.people and (value < _EARLIEST or value % 100 == 0)


def _plural_behind(context: Context, end: int) -> bool:
    tokens = context.tokens
    behind = tokens.raw(end)
    return (
        len(behind) > 3
        and behind.islower()
        and behind.endswith("s")
        and not behind.endswith("ss")
        and behind not in context.words.years.not_plurals
    )


def _short_year_sign(context: Context, index: int, before: str, end: int) -> bool:
    tokens, signs = context.tokens, context.words.years
    if _plural_behind(context, end):
        return False
    if before in signs.short:
        return True
    ranged = end > index + 1
    return ranged and (before in signs.strong or tokens.low(index - 1) in ("(", "["))


def _long_year_sign(context: Context, index: int, before: str, end: int) -> bool:
    tokens, signs = context.tokens, context.words.years
    if before in signs.strong or before in signs.articles:
        return True
    if before in signs.quantifiers:
        return before == "than" and tokens.low(index - 2) in ("later", "earlier")
    if before == "of" and tokens.low(index - 2) in signs.collectives:
        return False
    round_number = int(tokens.low(index)) % 100 == 0
    if round_number and (
        tokens.low(end) in signs.follows_quantity
        or (before in signs.weak and before != "of" and tokens.low(end).isalpha())
    ):
        return False
    return not _plural_behind(context, end)
