"""Finding records by words that a person types: an id, a name, a part of one, or a slip of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bede.evidence.forms import Form
from bede.evidence.names import name_key
from bede.evidence.reading import Reference
from bede.evidence.values import Entity

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WHOLE: tuple[Form, ...] = ("whole",)
_LONGEST = 40  # letters of a name whose slips are tried
_LEAST = 4  # letters of a word that may have one


@dataclass(frozen=True, slots=True)
class Found:
    """A record that words may mean.

    Attributes:
        entity: the record.
        name: the name by which it was found, or its id.
        sure: whether the words are that name or id as a whole.
    """

    entity: Entity
    name: str
    sure: bool


def find(words: str, reference: Reference, *, limit: int) -> tuple[Found, ...]:
    """The records that words may mean, the likeliest first.

    An id comes first, then those who bear the very name, the best known first; then those whose
    name differs only in spelling, in titles or first names; then those who have all the words in
    one of their names.

    Args:
        words: an id, a name or a part of one.
        reference: where to look; nothing is scanned.
        limit: how many to return at most.
    """
    found: dict[str, Found] = {}
    try:
        entity = reference.entity(words.strip())
    except KeyError:
        pass
    else:
        found[entity.id] = Found(entity, words.strip(), sure=True)
    for one in reference.candidates(words, limit=limit):
        sure = one.form == "whole"
        found.setdefault(one.entity, Found(reference.entity(one.entity), one.name, sure=sure))
    if len(found) < limit:
        for entity, name in reference.search(words, limit=limit):
            found.setdefault(entity.id, Found(entity, name.text, sure=False))
    return tuple(found.values())[:limit]


def meant(words: str, reference: Reference, *, limit: int) -> tuple[Found, ...]:
    """The records that words mean: one if they tell it from all others, else those to choose from.

    Args:
        words: an id or a name.
        reference: where to look.
        limit: how many to return at most.
    """
    found = find(words, reference, limit=limit)
    if found and found[0].name == words.strip() and found[0].entity.id == words.strip():
        return found[:1]
    sure = tuple(one for one in found if one.sure)
    return sure or found


def nearest(words: str, reference: Reference, *, limit: int) -> tuple[Found, ...]:
    """Records with a name that is one slip away from words that name nothing, the best known first.

    A slip is a letter too many, too few, wrong, or changed with its neighbour (Damerau, "A
    Technique for Computer Detection and Correction of Spelling Errors", 1964), or a word too many.
    Each name that a slip may have been made of is looked up, so that nothing is scanned.

    Args:
        words: what names nothing.
        reference: where to look.
        limit: how many to return at most.
    """
    found: dict[str, Found] = {}
    key = name_key(words)
    slips = dict.fromkeys(_unslipped(key))
    for name in slips:
        for one in reference.candidates(name, forms=_WHOLE, limit=limit):
            found.setdefault(one.entity, Found(reference.entity(one.entity), one.name, sure=False))
    for parts in (slips, _shortened(key)):
        if found:
            break
        for name in parts:
            for entity, known in reference.search(name, limit=limit):
                found.setdefault(entity.id, Found(entity, known.text, sure=False))
    ranked = sorted(found.values(), key=lambda one: (-one.entity.prominence, one.entity.id))
    return tuple(ranked[:limit])


def _unslipped(key: str) -> Iterator[str]:
    """The names of which a key may be a slip; it differs from each in one place."""
    if len(key) > _LONGEST:
        return
    for at in range(len(key) + 1):
        word = key[key.rfind(" ", 0, at) + 1 :].split(" ")[0]
        if len(word) < _LEAST:
            continue
        before, behind = key[:at], key[at:]
        yield before + behind[1:]
        if len(behind) > 1:
            yield before + behind[1] + behind[0] + behind[2:]
        for letter in _LETTERS:
            yield before + letter + behind
            yield before + letter + behind[1:]


def _shortened(key: str) -> Iterator[str]:
    """A key without one of its words, the first words left out first."""
    words = key.split()
    for at in range(len(words) if len(words) > 1 else 0):
        yield " ".join(words[:at] + words[at + 1 :])
