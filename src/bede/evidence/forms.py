"""The forms in which a name may stand in a text, each with the key under which it is looked up.

A name is found whole; in another spelling of the same letters (`data/spelling.toml`); short,
without titles, middle names and initials ("John Kennedy"); and, for persons, by the family name.
`forms_of` is used when the reference is built and `asked_forms` when a text is read, so that both
sides fold alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from bede.catalog import lexicon
from bede.catalog.files import read_toml
from bede.evidence.names import name_key

Form = Literal["whole", "tolerant", "short", "surname", "surname-tolerant"]

FORMS: tuple[Form, ...] = ("whole", "tolerant", "short", "surname", "surname-tolerant")
"""The best first. In the file a form is its index here."""

WHOLE, TOLERANT, SHORT, SURNAME, SURNAME_TOLERANT = range(len(FORMS))

_NUMERAL = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")
_SPLIT = re.compile(r"[\s.]+")
_MOST_WORDS = 12  # of a name that is shortened; what is longer is no name of a person


def tolerant_key(text: str) -> str:
    """Return one key for the spellings of a name after several systems of transliteration.

    The rules and their sources stand in `data/spelling.toml`.

    Args:
        text: a name as it stands in a text or a pack, in Latin or Cyrillic letters.
    """
    if not text.isascii():
        text = text.casefold().translate(_letters())
    return " ".join(map(_spelled, name_key(text).split()))


def forms_of(texts: Sequence[str], *, person: bool) -> Iterator[tuple[str, int, int]]:
    """The forms under which the names of one entity are looked up.

    Args:
        texts: its names.
        person: whether it is a person, who has a family name.

    Yields:
        key, form (index in `FORMS`) and position of the name; no key and form twice.
    """
    wholes: dict[str, int] = {}
    for position, text in enumerate(texts):
        if key := name_key(text):
            wholes.setdefault(key, position)
    yield from ((key, WHOLE, position) for key, position in wholes.items())
    found: dict[tuple[str, int], int] = {}
    surnames: dict[str, int] = {}
    for position in wholes.values():
        text = texts[position]
        if (key := tolerant_key(text)) not in wholes:
            found.setdefault((key, TOLERANT), position)
        if person:
            parts = parts_of(text)
            for short in parts.shorts:
                if short not in wholes:
                    found.setdefault((short, SHORT), position)
            for surname in parts.surnames:
                surnames.setdefault(surname, position)
    for surname, position in surnames.items():
        found.setdefault((surname, SURNAME), position)
        if (key := tolerant_key(surname)) not in surnames:
            found.setdefault((key, SURNAME_TOLERANT), position)
    yield from ((key, form, position) for (key, form), position in found.items())


@dataclass(frozen=True, slots=True)
class Parts:
    """What the name of a person can be shortened to, as keys.

    Attributes:
        shorts: without titles, and first and last name alone; the longest first.
        surnames: the family name, with and without the small words before it.
    """

    shorts: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def parts_of(text: str) -> Parts:
    """Return what the name of a person can be shortened to.

    A name with "of" or "the" in it and the name of a ruler with a number have no family name.
    Of a number behind a family name ("John D. Rockefeller III") it is known by the initial.

    Args:
        text: a name.
    """
    words = [word for word in _SPLIT.split(text.replace(",", " ")) if word]
    if not 1 < len(words) <= _MOST_WORDS:
        return Parts()
    keys = [name_key(word) for word in words]
    first = next((i for i, key in enumerate(keys) if key not in _list("titles")), len(keys) - 1)
    last = len(keys)
    while last > first + 2 and keys[last - 1] in _list("suffixes"):
        last -= 1
    initials = [key for key in keys[first : last - 1] if len(key) == 1]
    if initials and last > first + 2 and _NUMERAL.fullmatch(keys[last - 1]):
        last -= 1
    shorts = [] if (first, last) == (0, len(keys)) else [_joined(words[first:last])]
    end = next((i for i in range(first, last) if keys[i] in _list("breaks")), None)
    if end is not None or _NUMERAL.fullmatch(keys[last - 1]):
        if end is not None and end > first + 1 and _NUMERAL.fullmatch(keys[end - 1]):
            shorts.append(_joined(words[first:end]))
        return Parts(shorts=tuple(shorts))
    if len(keys[last - 1]) < 2 or not keys[last - 1].replace(" ", "").isalpha():
        return Parts(shorts=tuple(shorts))
    return _person(words[first:last], keys[first:last], shorts)


def _person(words: list[str], keys: list[str], shorts: list[str]) -> Parts:
    particle = len(keys) - 1
    while particle > 1 and keys[particle - 1] in _list("particles"):
        particle -= 1
    if particle == 1 and len(keys) > 2 and keys[0] in _list("particles"):
        particle = 0
    surnames = dict.fromkeys((_joined(words[particle:]), _joined(words[-1:])))
    given = next((i for i in range(particle) if len(keys[i]) > 1), None)
    if given is not None:
        shorts.append(_joined([words[given], *words[particle:]]))
        shorts.append(_joined([words[given], words[-1]]))
    return Parts(tuple(dict.fromkeys(shorts)), tuple(surnames) if len(keys) > 1 else ())


@dataclass(frozen=True, slots=True)
class Asked:
    """The keys by which one name of a text is looked up.

    Attributes:
        whole: the key of `name_key`.
        tolerant: the key of `tolerant_key`.
        short: the name without titles, middle names and initials; None if it has none.
    """

    whole: str
    tolerant: str
    short: str | None


@lru_cache(maxsize=4096)
def asked_forms(text: str) -> Asked:
    """Return the keys by which a name of a text is looked up."""
    whole = name_key(text)
    shorts = [short for short in parts_of(text).shorts if short != whole]
    short = shorts[-1] if shorts else None
    return Asked(whole, tolerant_key(text), short)


def _joined(words: Sequence[str]) -> str:
    return name_key(" ".join(words))


@cache
def _list(name: str) -> frozenset[str]:
    return lexicon("naming", "titles") if name == "titles" else lexicon("surnames", name)


@cache
def _letters() -> dict[int, str]:
    table: dict[str, str] = read_toml("spelling.toml")["letters"]
    return {ord(letter): put for letter, put in table.items()}


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    rules = read_toml("spelling.toml")["rules"]
    return tuple((re.compile(rule["find"]), rule["put"]) for rule in rules)


@cache
def _same_words() -> dict[str, str]:
    words: dict[str, list[str]] = read_toml("spelling.toml")["words"]
    return {other: first for first, others in words.items() for other in others}


@lru_cache(maxsize=1 << 17)
def _spelled(word: str) -> str:
    """One word after the rules; words recur so often that most are remembered."""
    if _NUMERAL.fullmatch(word):
        return word  # Charles II is not Charles I
    word = _same_words().get(word, word)
    for pattern, put in _rules():
        word = pattern.sub(put, word)
    return word
