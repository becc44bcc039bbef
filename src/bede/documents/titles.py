"""Titles in plain text, known by their typography alone.

Nothing here reads the language of a line beyond the word lists of
``data/en/lexicons/title_case.toml``: a title is short, ends without a full stop and is set in
Title Case, in capitals, as a bare year, or with a number in front.
"""

from __future__ import annotations

import re

from bede.catalog import lexicon
from bede.documents.prose import NOTE_MARK

MAX_TITLE_WORDS = 12
MAX_TITLE_CHARACTERS = 90
MAX_LABEL_WORDS = 7

_YEARS = re.compile(
    r"(?:c\.|ca\.)?\s?\d{1,4}s?(?:\s?[-–—/]\s?\d{1,4}s?)?(?:\s[A-Z]{2,3})?", re.IGNORECASE
)
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,3}\.?|[IVXLC]{1,7}\.)\s+(?=\S)")
# "(1876-1910)", "(active 1910-1919)", ", 1955-1963" and "1864-1865" at the end of a title.
_TRAILING_YEARS = re.compile(
    r",?\s(?:\([^()]{0,30}\d{1,4}[^()]{0,30}\)|\d{1,4}\s?[-–—]\s?\d{1,4})$"
)
_VALUE_AFTER_COLON = re.compile(r"^(?:\S+\s+){0,2}\S+:\s.*\d")
_CLOSERS = "\"'”’»)]*_"
_EDGES = _CLOSERS + "“‘«([¿¡:,.;"


def ends_sentence(line: str) -> bool:
    """Whether the line ends as a sentence does, quotation marks and brackets set aside."""
    head = line[-200:].rstrip()
    while (
        head.endswith("]") and (opening := head.rfind("[")) >= 0 and NOTE_MARK.match(head, opening)
    ):
        head = head[:opening].rstrip()
    return head.rstrip(_CLOSERS).endswith((".", "!", "?", "…", ":", ";"))


def is_title(line: str) -> bool:
    """Whether a line that stands alone looks like a title.

    Args:
        line: without white space at its ends.
    """
    words = line.split()
    if not words or len(words) > MAX_TITLE_WORDS or len(line) > MAX_TITLE_CHARACTERS:
        return False
    if line.rstrip(_CLOSERS).endswith((".", "!", "?", "…", ";", ",")):
        return False
    if _YEARS.fullmatch(line):
        return True
    # "Born: 26 October 1879" is an entry of a fact sheet, "The Trial: A Turning Point" a title.
    if _VALUE_AFTER_COLON.match(line):
        return False
    if _is_fragment(words):
        return False
    numbered = _NUMBER.match(line)
    return _in_title_case((line[numbered.end() :] if numbered else line).split())


def is_numbered(line: str) -> bool:
    """Whether the line starts with a number such as ``2.1`` or ``IV.``."""
    return _NUMBER.match(line) is not None


def is_label(line: str) -> bool:
    """Whether a line could be a title in sentence case, such as "Course of the war".

    Weak by itself: its surroundings have to say that it heads something.

    Args:
        line: without white space at its ends.
    """
    if len(line) > MAX_TITLE_CHARACTERS:
        return False
    name = _TRAILING_YEARS.sub("", line)
    return (
        0 < len(name.split()) <= MAX_LABEL_WORDS
        and name[0].isupper()
        and not ends_sentence(line)
        and not _is_fragment(line.split())
        and not any(character.isdigit() or character == "," for character in name)
    )


def _is_fragment(words: list[str]) -> bool:
    """A sentence without its subject ("Died in Mexico in 1940"), or one that names it briefly."""
    first, second = words[0].lower(), words[1] if len(words) > 1 else ""
    if first in lexicon("title_case", "pronouns"):
        return True
    verb = first.endswith("ed") or first in lexicon("title_case", "past_forms")
    return verb and second in lexicon("title_case", "small_words")


def _in_title_case(words: list[str]) -> bool:
    capitals = 0
    for index, word in enumerate(words):
        for part in re.split(r"[–—/]", word):
            bare = part.strip(_EDGES)
            if not bare or not bare[0].isalpha():
                continue
            if not bare[0].islower():
                capitals += 1
            elif not _may_be_small(bare, first=index == 0):
                return False
    return capitals > 0


def _may_be_small(word: str, *, first: bool) -> bool:
    if word.partition("-")[0] in lexicon("title_case", "small_words"):
        return not first
    # "d'Orsay", "l'Humanité", "iPhone": the capital comes a little later.
    return any(character.isupper() for character in word[1:3])
