"""Whether a year is that of a book: the "1929" of "(Namier 1929, 45-6)".

The forms are those of the author-date system and of bibliographies (The Chicago Manual of Style,
17th edition, 2017, chapters 14 and 15), and of the journals that count volumes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bede.catalog.files import read_toml
from bede.text.timex.point import Context
from bede.text.timex.words.tokens import Tokens

_BACK, _AHEAD = 40, 60
"""How far the bracket about a year is looked for (tokens)."""
_MOST_PAGES = 14
_LINE = 600
"""How much of a line is looked at, to tell whether it is one of a bibliography (characters)."""
_IMPRINT = re.compile(r"[A-Z][\w .&]{1,30}: [A-Z][\w .&-]{1,40}, [0-9]{4}[).]")
"""Place, publisher and year: "Oxford: Clarendon, 1954)"."""
_CLOSED = frozenset((")", "]", ";"))
_BRACKETS = frozenset(("(", "[", ")", "]", "\n\n"))
_DASHES = frozenset("-–—")
_STOPPED = frozenset((".", "", "\n\n"))


@dataclass(frozen=True, slots=True)
class _Words:
    openers: frozenset[str]
    pages: frozenset[str]
    verbs: frozenset[str]
    publishers: frozenset[str]
    imprints: frozenset[str]


@cache
def _words(language: str = "en") -> _Words:
    lists = read_toml(f"{language}/lexicons/labels.toml")["citations"]
    return _Words(**{name: frozenset(words) for name, words in lists.items()})


def is_cited(context: Context, index: int) -> bool:
    """Whether a number that could be a year is the year of a publication.

    Args:
        context: tokens and words.
        index: the number.
    """
    return (
        _is_reference(context, index)
        or _is_narrative(context, index)
        or _is_volume(context.tokens, index)
        or _is_imprint(context, index)
        or _shares_bracket(context, index)
        or _in_bibliography(context.tokens, index)
    )


def _is_name(context: Context, index: int) -> bool:
    """Whether a token can be the name of an author."""
    tokens, words = context.tokens, context.words
    raw, low = tokens.raw(index), tokens.low(index)
    timely = low in words.months or low in words.seasons or low in words.weekdays
    return len(raw) > 2 and raw.isalpha() and raw[0].isupper() and not raw.isupper() and not timely


def _is_author(context: Context, index: int) -> bool:
    """Whether a name, or "et al.", ends at a token, perhaps with a comma."""
    tokens = context.tokens
    at = index - 1 if tokens.low(index) == "," else index
    if tokens.low(at) == "." and tokens.low(at - 1) == "al":
        return True
    return _is_name(context, at)


def _has_pages(tokens: Tokens, index: int) -> bool:
    """Whether page numbers and no more follow: ", 45-6)", ": 112–14;"."""
    sign, pages = tokens.low(index), _words().pages
    if sign not in (",", ":"):
        return False
    marked, ranged, numbers = False, False, 0
    at = index + 1
    for at in range(index + 1, index + _MOST_PAGES):
        low, size = tokens.low(at), tokens.digits(at)
        if size and (size < 4 or numbers):
            numbers += 1
        elif low in pages:
            marked = True
        elif low in _DASHES and numbers:
            ranged = True
        elif not (low == "," or (low == "." and tokens.low(at - 1) in pages)):
            break
    if not numbers:
        return False
    sure = marked or ranged or sign == ":"
    return tokens.low(at) in _CLOSED or (sure and tokens.low(at) in _STOPPED)


def _is_reference(context: Context, index: int) -> bool:
    """A name with year and pages; or with the sign of a reference before it."""
    tokens = context.tokens
    if not _is_author(context, index - 1):
        return False
    if _has_pages(tokens, index + 1) or tokens.low(index - 1) == ".":
        return True
    before = tokens.low(index - 3 if tokens.low(index - 1) == "," else index - 2)
    behind = tokens.low(index + 1)
    return behind in _CLOSED and (before == "&" or before in _words().openers)


def _is_narrative(context: Context, index: int) -> bool:
    """A year in brackets behind the author: "Namier (1929) argues", "see Namier (1929)"."""
    tokens = context.tokens
    if tokens.low(index - 1) not in ("(", "[") or not _is_author(context, index - 2):
        return False
    if _has_pages(tokens, index + 1):
        return True
    if tokens.low(index + 1) not in (")", "]"):
        return False
    before = tokens.low(index - 4 if tokens.low(index - 3) == "." else index - 3)
    return tokens.low(index + 2) in _words().verbs or before in _words().openers


def _is_volume(tokens: Tokens, index: int) -> bool:
    """A year in brackets between volume and page: "vol. 5 (1900), 131"."""
    return (
        tokens.low(index - 1) == "("
        and tokens.low(index + 1) == ")"
        and bool(tokens.digits(index - 2))
        and tokens.low(index + 2) in (",", ":")
        and bool(tokens.digits(index + 3) or tokens.low(index + 3) in ("p", "pp"))
    )


def _is_imprint(context: Context, index: int) -> bool:
    """A year behind the publisher: "Clarendon Press, 1956", "(Oxford: Clarendon, 1956)"."""
    tokens = context.tokens
    if tokens.low(index - 1) != "," or not tokens.capital(index - 2):
        return False
    if tokens.low(index - 2) in _words().imprints:
        return True
    at = index - 2
    while at > max(0, index - 8) and (_is_name(context, at) or tokens.low(at) in ("and", "&")):
        at -= 1
    return tokens.low(at) == ":" and tokens.low(index + 1) == ")" and _is_name(context, at - 1)


def _shares_bracket(context: Context, index: int) -> bool:
    """Whether the bracket about a year has a reference with pages: "(A 1970: 112; B 1976)"."""
    tokens = context.tokens
    lowers, at, reach = tokens.lowers, index - 1, max(-1, index - _BACK)
    while at > reach and lowers[at] not in _BRACKETS:
        at -= 1
    if at <= reach or lowers[at] not in ("(", "["):
        return False
    for other in range(at + 1, min(at + _AHEAD, tokens.count)):
        if lowers[other] in _BRACKETS:
            return False
        if tokens.digits(other) == 4 and other != index and _is_reference(context, other):
            return True
    return False


def _in_bibliography(tokens: Tokens, index: int) -> bool:
    """Whether the line about a year is one of a list of books: "Clark, G. N. ... Press, 1956"."""
    source, start = tokens.source, tokens.starts[index]
    begins = source.rfind("\n", max(0, start - _LINE), start) + 1
    if start - begins >= _LINE:
        return False
    ends = source.find("\n", start, begins + _LINE)
    line = source[begins : ends if ends >= 0 else begins + _LINE].lstrip(" -*•\t")
    name, comma, rest = line[:40].partition(", ")
    if not (comma and name[:1].isupper() and " " not in name.strip("'’")):
        return False
    first = rest[:2]
    if not (first[:1].isupper() and first[1:] == "."):
        return False
    words = re.findall(r"\w+", line)
    published = any(word[0].isupper() and word.lower() in _words().publishers for word in words)
    return published or _IMPRINT.search(line) is not None
