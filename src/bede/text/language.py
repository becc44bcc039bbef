"""In which language a passage is, where that is plain: by its script and its function words.

Only languages that are surely not the one that Bede reads are told. A title or a name is too short
to tell anything, and names count for nothing: only words in small letters do.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bede.catalog.files import read_toml
from bede.errors import CatalogError

_FILE = "languages.toml"
_WORD = re.compile(r"[^\W\d_]+")
_BEYOND_LATIN = re.compile(r"[\u0370-\U000E0000]")
FEWEST_WORDS = 6
"""A passage with fewer words tells no language."""
_FEWEST_HITS = 3
_LEAST_SHARE = 0.15
_TIMES_ENGLISH = 3
_NEAR = 0.85  # of two lists so near to each other neither is sure
_KANA = 0.1


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a passage, counted.

    Attributes:
        total: how many words it has.
        read: how many are function words of the language that Bede reads.
        others: for each other language how many are function words of it.
    """

    total: int
    read: int
    others: Mapping[str, int]


def count_words(text: str) -> Words:
    """Count the function words of a passage, in a time that grows with its length and no faster.

    Args:
        text: any text.
    """
    words = _WORD.findall(text)
    small = Counter(word for word in words if word.islower())
    table, read = _table()
    # A word that begins a sentence has a capital, but is no name.
    known = sum(word.lower() in read for word in words)
    others: Counter[str] = Counter()
    different: Counter[str] = Counter()
    for word, count in small.items():
        for language in table.get(word, ()):
            others[language] += count
            different[language] += 1
    # One word over and over is no language: "a", in a list, is Czech as well as French.
    spoken = {name: n for name, n in others.items() if different[name] >= _FEWEST_HITS}
    return Words(len(words), known, spoken)


def foreign_language(text: str, words: Words) -> str | None:
    """The language of a passage, if that is another than Bede reads and plain to see.

    Args:
        text: the passage.
        words: its words, as `count_words` gives them.

    Returns:
        its name, in the form in which "a passage in" can stand before it; None for English, for
        what is too short, and for what is not sure.
    """
    script = _script(text)
    if words.total < FEWEST_WORDS:
        return script if script and sum(map(len, _WORD.findall(text))) >= FEWEST_WORDS else None
    ranked = sorted(words.others.items(), key=lambda item: (-item[1], item[0]))
    if not ranked:
        return script
    best, hits = ranked[0]
    least = max(_FEWEST_HITS, _LEAST_SHARE * words.total, _TIMES_ENGLISH * words.read)
    if hits < least:
        return script
    names = [best, *(name for name, count in ranked[1:2] if count > _NEAR * hits)]
    return " or ".join(sorted(names))


def _script(text: str) -> str | None:
    """What the letters tell, if most of them belong to one script other than the Latin."""
    if text.isascii():
        return None
    starts, ends, names = _ranges()
    found: Counter[str] = Counter()
    for letter in _BEYOND_LATIN.findall(text):
        at = bisect_right(starts, ord(letter)) - 1
        if at >= 0 and ord(letter) <= ends[at]:
            found[names[at]] += 1
    if not found:
        return None
    name, most = min(found.items(), key=lambda item: (-item[1], item[0]))
    if 2 * found.total() <= sum(map(str.isalpha, text)):
        return None
    # Japanese is written with Chinese letters and its own between them.
    mixed = name == "Chinese" and found["Japanese"] > _KANA * most
    return "Japanese" if mixed else name


@cache
def _table() -> tuple[Mapping[str, tuple[str, ...]], frozenset[str]]:
    """Function word -> the languages that have it; and those of the language that Bede reads."""
    lists = read_toml(_FILE).get("words")
    own = read_toml(_FILE).get("read")
    if not isinstance(lists, dict) or own not in lists:
        raise CatalogError("no table of words", path=_FILE, remedy="add [words] with that language")
    table: dict[str, tuple[str, ...]] = {}
    for name, words in lists.items():
        for word in dict.fromkeys(str(words).split()) if name != own else ():
            table[word] = (*table.get(word, ()), name)
    return table, frozenset(str(lists[own]).split())


@cache
def _ranges() -> tuple[list[int], list[int], list[str]]:
    """Where each stretch of code points begins, where it ends, and its name; sorted."""
    found = sorted(
        (int(first, 16), int(last, 16), str(script["name"]))
        for script in read_toml(_FILE).get("scripts", ())
        for first, last in script["ranges"]
    )
    return [f for f, _, _ in found], [e for _, e, _ in found], [n for _, _, n in found]
