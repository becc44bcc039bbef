"""Comparing names: one key for all spellings that differ only in dress.

`name_key` is used when the reference is built and when a text is linked, so that both sides
fold alike. It never guesses: transliterations ("Trotskii") are names of their own in the packs.
"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʹʺ`´′"))  # incl. the primes of transliterated Russian
_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)


def name_key(text: str) -> str:
    """Return the key under which a name is stored and looked up.

    Letter case, diacritics, apostrophes, hyphens, dots, other punctuation and the amount of
    white space make no difference. Initials written apart are joined: "L. B. Kamenev",
    "L.B. Kamenev" and "LB Kamenev" have one key. The decomposition is NFKD of Unicode Standard
    Annex 15, case folding that of the Unicode Standard, section 3.13.

    Args:
        text: a name as it stands in a text or a pack.

    Returns:
        words of folded letters and digits, separated by one space; empty if there are none.
    """
    if text.isascii():  # the same by a shorter way, for half of all that is looked up
        plain = text.replace("'", "").replace("`", "").lower()
        return _join_initials(_WORD.findall(plain.replace("_", " ")))
    folded = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold()
    folded = unicodedata.normalize("NFKD", folded).translate(_UNDECOMPOSED)
    letters = "".join(char for char in folded if not unicodedata.combining(char))
    return _join_initials(_WORD.findall(letters.replace("_", " ")))


def word_count(text: str) -> int:
    """Return the number of words of a name, counted at white space and punctuation."""
    return len(_WORD.findall(text))


def _join_initials(words: list[str]) -> str:
    joined: list[str] = []
    previous_is_initial = False
    for word in words:
        is_initial = len(word) == 1 and word.isalpha()
        if is_initial and previous_is_initial:
            joined[-1] += word
        else:
            joined.append(word)
        previous_is_initial = is_initial
    return " ".join(joined)
