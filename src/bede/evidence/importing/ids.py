"""Ids for records that have none of their own."""

from __future__ import annotations

import hashlib
import re

from bede.evidence.names import name_key

MAX_ID = 80
"""The longest id that is made (characters)."""
_NOT_ID = re.compile(r"[^a-z0-9]+")
_DIGEST = 10


def slug(text: str) -> str:
    """Make an id of words: small letters and digits with single hyphens.

    What has letters that no id can keep (Cyrillic, Chinese), or too many, gets a digest of all of
    it at the end, so that two names do not become one id.

    Args:
        text: a name, a number, an address.

    Returns:
        An id of at most `MAX_ID` characters; a digest alone if no letter can be kept.
    """
    key = name_key(text)
    made = _NOT_ID.sub("-", key).strip("-")
    whole = not re.search(r"[^a-z0-9 ]", key)
    if made and whole and len(made) <= MAX_ID:
        return made
    mark = hashlib.sha256((key or text).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
    kept = made[: MAX_ID - _DIGEST - 1].strip("-")
    return f"{kept}-{mark}" if kept else f"x{mark}"


class Ids:
    """Ids that are unique in one data set."""

    def __init__(self) -> None:
        self._used: dict[str, int] = {}

    def fresh(self, stem: str) -> str:
        """The stem itself if it is free, else with the first free number behind it.

        Args:
            stem: an id, as `slug` makes it.
        """
        number = self._used.get(stem, 0) + 1
        self._used[stem] = number
        if number == 1:
            return stem
        return self.fresh(f"{stem}-{number}")
