"""What a writer owns himself: that a name belongs to another time, that somebody was dead."""

from __future__ import annotations

import re

from bede.catalog import lexicon
from bede.claims import Claim

_WORD = re.compile(r"\w[\w'’-]*")
_BREAK = re.compile(r"[,;:.!?)\]]")
_OPENS = re.compile(r"\s*[,(\[]\s*")


def is_posthumous(claim: Claim) -> bool:
    """Whether the sentence of a claim says that something was done after a death."""
    words = {word.group().lower() for word in _WORD.finditer(claim.sentence.text)}
    return bool(words & lexicon("retrospective", "posthumous"))


def is_retrospective(sentence: str, start: int, end: int) -> bool:
    """Whether the words around a name own that it was not in use at the time told of.

    Such words stand right before it ("now", "today's", "later", "the future", "the former") or
    open what is set off behind it ("Leningrad (then Petrograd)"). A "then" before the name is
    none of them: it says that the name was in use.

    Args:
        sentence: the sentence, or as much of it as concerns the name.
        start: the first character of the name in it.
        end: the character after the last.
    """
    return _announced(sentence[:start]) or _corrected(sentence[end:])


def _announced(before: str) -> bool:
    reached = len(before)
    for word in reversed(list(_WORD.finditer(before))):
        if _BREAK.search(before, word.end(), reached):
            return False
        plain = word.group().lower().replace("’", "'")
        if plain in lexicon("retrospective", "before"):
            return True
        if plain not in lexicon("retrospective", "between"):
            return False
        reached = word.start()
    return False


def _corrected(behind: str) -> bool:
    opening = _OPENS.match(behind)
    word = _WORD.match(behind, opening.end()) if opening else None
    return word is not None and word.group().lower() in lexicon("retrospective", "behind")
