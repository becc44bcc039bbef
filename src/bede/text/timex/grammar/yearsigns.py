"""Whether a bare number is a year.

Historians write quantities, pages and years with the same digits. The signs are the word
before, the noun behind, what touches the number, and the number with which it makes a range; the
lists are in the lexicon. What numbers a thing is told by `labels`, what dates a book by
`citations`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from bede.catalog.files import read_toml
from bede.text.timex.grammar import numbers
from bede.text.timex.grammar.citations import is_cited
from bede.text.timex.grammar.labels import is_label
from bede.text.timex.point import Context
from bede.text.timex.words.tokens import Tokens

_EARLIEST, _LATEST = 1000, 2100
_JOINS = frozenset("/\\_=@#&")
_DECIMAL = frozenset(".,:")
_NEAR_YEARS = 100
"""Two years of a range typed backwards are within a life of each other (years)."""


@dataclass(frozen=True, slots=True)
class _Counts:
    plural_verbs: frozenset[str]
    measured: frozenset[str]
    dated: frozenset[str]
    changes: frozenset[str]
    hundreds: frozenset[str]
    uncounted: frozenset[str]
    after_verbs: frozenset[str]


@cache
def _counts(language: str = "en") -> _Counts:
    lists = read_toml(f"{language}/lexicons/labels.toml")["counts"]
    return _Counts(**{name: frozenset(words) for name, words in lists.items()})


def is_year(context: Context, index: int, end: int) -> bool:
    """Whether a number of three or four digits stands for a year.

    Args:
        context: tokens and words.
        index: the number.
        end: the token behind the number, or behind the range that it begins.
    """
    if not _could_be_year(context, index, end):
        return False
    first = _first_of_range(context, index)
    if first is not None and not _could_be_year(context, first, index + 1):
        return False
    return not is_label(context, index) and not is_cited(context, index)


def _could_be_year(context: Context, index: int, end: int) -> bool:
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
    last = _last_of_range(context, index)
    if last is not None:
        if int(tokens.low(last)) < value and not _told_backwards(context, index, last):
            return False
        end = max(end, last + 1)
    if _is_counted(context, index, before, end):
        return False
    if size == 3:
        return value >= 100 and _short_year_sign(context, index, before, end)
    return _long_year_sign(context, index, before, end)


def _last_of_range(context: Context, index: int) -> int | None:
    """The other number of a range that begins with a number."""
    tokens, words = context.tokens, context.words
    sign, last = tokens.low(index + 1), index + 2
    joined = sign in words.dashes or sign in words.range_words
    if sign == "and":
        joined = tokens.low(index - 1) == "between"
    if not joined or tokens.digits(last) not in (3, 4) or numbers.era(context, last + 1):
        return None
    spaced = sign in words.dashes and not (tokens.glued(index) and tokens.glued(index + 1))
    return None if spaced else last


def _first_of_range(context: Context, index: int) -> int | None:
    """The other number of a range that ends with a number."""
    tokens = context.tokens
    if index < 2 or tokens.digits(index - 2) not in (3, 4):
        return None
    return index - 2 if _last_of_range(context, index - 2) == index else None


def _told_backwards(context: Context, index: int, last: int) -> bool:
    """Whether two numbers, the lower one last, are years all the same, as a slip of the pen.

    Counts fall, years do not; so something must mark them as years.
    """
    tokens, signs = context.tokens, context.words.years
    before, sign = tokens.low(index - 1), tokens.low(index + 1)
    if before in signs.times or before in ("(", "[", "years", ""):
        return True
    if sign in context.words.dashes and before in (",", "\n\n"):
        return True
    named = before in ("from", "between") and tokens.low(index - 2) != "of"
    if not named or not _are_near(context, last, index):
        return False
    near = tokens.lowers[max(0, index - 5) : index - 1]
    return _counts().changes.isdisjoint(near) and not _plural_behind(context, last + 1)


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


def _are_near(context: Context, first: int, last: int) -> bool:
    """Whether two numbers of a range are too exact, and too close, for counts."""
    tokens = context.tokens
    if _last_of_range(context, min(first, last)) is None:
        return False
    one, two = int(tokens.low(first)), int(tokens.low(last))
    return one >= _EARLIEST and 0 < two - one <= _NEAR_YEARS and bool(one % 10 and two % 10)


def _is_counted(context: Context, index: int, before: str, end: int) -> bool:
    """Whether the words about a number show that it counts something."""
    tokens, signs = context.tokens, context.words.years
    value = int(tokens.low(index))
    behind = tokens.low(end)
    if behind == "-" and tokens.glued(end):
        behind = tokens.low(end + 1)
    timed = value >= _EARLIEST and before in signs.times and value % 100 != 0
    if behind in signs.measures:
        return not (timed and behind.isalpha() and behind.endswith("s"))
    if behind in signs.people:
        return not (timed or _opens_clause(context, index, end))
    if behind in _counts().plural_verbs:
        listed = tokens.low(index - 1) in ("and", "or", ",") and tokens.digits(index - 2)
        named = before in signs.strong or before == "of" or tokens.capital(index - 1)
        return not (listed or named or tokens.low(index - 1) == "(")
    return before == "whom" and tokens.low(index - 2) == "of"


def _opens_clause(context: Context, index: int, end: int) -> bool:
    """Whether a preposition before a number opens a sentence: "By 1800 men knew better"."""
    tokens, value = context.tokens, int(context.tokens.low(index))
    before = tokens.low(index - 1)
    if value < _EARLIEST or before not in context.words.years.strong:
        return False
    if before in ("from", "between"):
        last = tokens.low(end - 1)
        return tokens.capital(index - 1) and last.isdigit() and int(last) % 10 != 0
    if tokens.capital(index - 1):
        return True
    joined = tokens.low(index - 2) in (",", ";", ":", "—", "and", "but", "that")
    return joined and value % 100 != 0


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
    """Whether a word in -s behind a number is a noun, so that the number counts."""
    tokens = context.tokens
    behind = tokens.raw(end)
    return (
        len(behind) > 3
        and behind.islower()
        and behind.endswith("s")
        and not behind.endswith("ss")
        and behind not in context.words.years.not_plurals
        and tokens.low(end + 1) not in _counts().after_verbs
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
    earlier = tokens.low(index - 2)
    if before == "between" and earlier == "of":
        return False  # "an army of between 1200 and 1500"
    if before in signs.strong:
        return True
    if before in signs.articles:
        return tokens.low(end) != "of"  # "the 1984 of Orwell"
    if before == "at":  # the time of day of soldiers; but "at 1913 prices"
        return _plural_behind(context, end)
    if before == "as":
        return earlier not in _counts().measured
    if before == "least":
        return earlier == "at" and tokens.low(index - 3) in _counts().dated
    if before in signs.quantifiers:
        later = before == "than" and earlier in ("later", "earlier")
        return later or _are_near(context, index, index + 2)
    of = index - 2 if before in signs.weak and earlier == "of" else index - 1
    if tokens.low(of) == "of" and tokens.low(of - 1) in signs.collectives:
        return False
    round_number = int(tokens.low(index)) % 100 == 0
    if round_number and not _hundred_sign(context, index, before, end):
        return False
    return not _plural_behind(context, end)


def _hundred_sign(context: Context, index: int, before: str, end: int) -> bool:
    """Whether a number of hundreds is a year, though most such numbers count."""
    tokens, signs = context.tokens, context.words.years
    behind = tokens.low(end)
    if behind in signs.follows_quantity:
        return False
    if before in signs.weak:
        return before == "of" or not behind.isalpha() or behind in _counts().uncounted
    common = before.isalpha() and not tokens.capital(index - 1)
    return not common or before in _counts().hundreds or before in signs.short
