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
    given = _given(surname, names)
    if not given:
        return surname.lower().endswith(tuple(lexicon("gender", "feminine_surnames")))
    return any(_is_feminine_given(name) for name in given)


def is_surely(gender: str, surname: str, names: Iterable[str]) -> bool:
    """Whether all fuller names of a document that end in a surname are surely of one gender.

    Args:
        gender: "masculine" or "feminine".
        surname: the last word of a name.
        names: all names of persons in the document.

    Returns:
        False also where nothing tells, or only the ending of a name.
    """
    given = _given(surname, names)
    return bool(given) and given <= lexicon("gender", gender)


def _given(surname: str, names: Iterable[str]) -> set[str]:
    """The given names, in lower case, of those who bear a surname."""
    titles = lexicon("nouns", "person") | lexicon("nouns", "office") | lexicon("naming", "titles")
    given = set()
    for words in (name.split() for name in names):
        places = [place for place, word in enumerate(words[:-1]) if word.lower() in titles]
        bare = words[places[-1] + 1 :] if places else words  # "Estonia General Orlo" names no given
        if len(bare) > 1 and bare[-1] == surname:
            given.add(bare[0].lower())
    return given


def _is_feminine_given(name: str) -> bool:
    if name in lexicon("gender", "feminine"):
        return True
    return name.endswith("a") and name not in lexicon("gender", "masculine_in_a")
