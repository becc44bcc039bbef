"""What names tell of the gender of their bearers, so that "she" is not followed back to a man."""

from __future__ import annotations

from collections.abc import Iterable

from bede.catalog import lexicon


def is_feminine(surname: str, names: Iterable[str]) -> bool:
    """Whether a surname, or a fuller name of a document that ends in it, is a woman's.

    Args:
        surname: the last word of a name.
        names: all names of persons in the document.

    Returns:
        False also where nothing tells.
    """
    given = {
        words[0].lower()
        for words in (name.split() for name in names)
        if len(words) > 1 and words[-1] == surname
    }
    if not given:
        return surname.lower().endswith(tuple(lexicon("gender", "feminine_surnames")))
    return any(_is_feminine_given(name) for name in given)


def _is_feminine_given(name: str) -> bool:
    if name in lexicon("gender", "feminine"):
        return True
    return name.endswith("a") and name not in lexicon("gender", "masculine_in_a")
