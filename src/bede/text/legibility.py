"""What Bede had better not read, and why: other languages, capitals, damaged or running-less text.

The parser gives a tree for anything. Where the tree would be guesswork, no reading is the right
one, and the reader is told so.
"""

from __future__ import annotations

import re

from bede.text.language import FEWEST_WORDS, count_words, foreign_language

_CAPITALS = 0.8  # of the letters; abbreviations and names in capitals stay below it
_RUNNING = 40  # words; a list that is shorter is read item by item
_LEAST_FUNCTION_WORDS = 0.05  # a quarter of what the barest English prose has
# "expe11ed", "Po1itburo": signs in the middle of a word. "1920s", "19th" and "B52" have none.
_BROKEN = re.compile(r"[^\W\d_][\d|\\{}~^]+[^\W\d_]")
_FEWEST_BROKEN = 3
_BROKEN_SHARE = 0.1


def unreadable(text: str) -> str | None:
    """Why a passage is not read.

    Args:
        text: a block of prose, or a sentence.

    Returns:
        the reason, as it is told to the reader; None if the passage can be read.
    """
    words = count_words(text)
    if words.total < FEWEST_WORDS and text.isascii():
        return None
    language = foreign_language(text, words)
    if language is not None:
        return f"a passage in {language}, which Bede does not read"
    if words.total < FEWEST_WORDS:
        return None
    upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    if upper > _CAPITALS * (upper + lower):
        return "a passage in capitals, where names cannot be told from words"
    broken = len(_BROKEN.findall(text))
    if broken >= _FEWEST_BROKEN and broken > _BROKEN_SHARE * words.total:
        return "a passage with damaged words, as after bad text recognition"
    if words.total >= _RUNNING and words.read < _LEAST_FUNCTION_WORDS * words.total:
        return "a passage without running text that Bede can read"
    return None
