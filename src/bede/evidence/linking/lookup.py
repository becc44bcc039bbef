"""From the words of a text to entities of the reference, or to an honest abstention.

A name is linked when its words are a name in the reference. Words around the name must be
harmless: lower-case words, titles, or words that the names of the entity or of the wholes it
belongs to contain ("the Russian Politburo" belongs to the Russian Communist Party; "the French
Politburo" does not).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bede.catalog import lexicon
from bede.catalog.files import read_toml
from bede.catalog.lexicons import LANGUAGE
from bede.chronology import Answer, Span, inside
from bede.evidence.forms import Form
from bede.evidence.linking.values import Link
from bede.evidence.names import name_key
from bede.evidence.reading import Reference
from bede.evidence.values import Entity, Name

MOST_CANDIDATES = 4
"""More bearers of one name than this are not tried one by one; Bede abstains."""

_WHOLE: tuple[Form, ...] = ("whole",)

MOST_BEARERS = 32
"""More bearers of one name than this are not weighed; the best known are."""

_LONGEST_NAME = 12  # words; longer runs are not looked up
_WORD = re.compile(r"[^\s,;:()\[\]\"“”«»]+")


def link(
    text: str, head: str, kinds: Collection[str], reference: Reference, when: Span | None = None
) -> Link:
    """Find the entities that words may name.

    Args:
        text: the filler of a role, with its article.
        head: its head word.
        kinds: the kinds of entity that fit the role.
        reference: where to look.
        when: the time of the statement; of several bearers of a name it keeps those whose name
            was in use then.

    Returns:
        The candidates, at most `MOST_CANDIDATES`, or the reason for abstaining.
    """
    phrase, found = found_by_words(text, head, kinds, reference)
    if found:
        return choose(found, phrase, when)
    return Link(reason=f'"{text}" names nothing that the reference knows')


def found_by_words(
    text: str, head: str, kinds: Collection[str], reference: Reference
) -> tuple[str, list[tuple[Entity, Name]]]:
    """The longest words of a filler that are a name, and all who bear it.

    Args:
        text: the filler of a role, with its article.
        head: its head word.
        kinds: the kinds of entity that fit the role.
        reference: where to look.
    """
    words = _bare(_WORD.findall(text))
    for phrase, around in [(text, []), *_phrases(words, head)]:
        found = [
            (entity, name)
            for entity, name in bearers_of(phrase, reference, kinds=kinds)
            if entity.kind in kinds and _harmless(around, entity, reference)
            if entity.kind != "person" or phrase.lower() not in lexicon("naming", "titles")
        ]
        if found:
            return phrase, found
    return text, []


def bearers_of(
    text: str,
    reference: Reference,
    *,
    kinds: Collection[str] | None = None,
    forms: Collection[Form] = _WHOLE,
) -> list[tuple[Entity, Name]]:
    """The best known bearers of a name, each with the names by which it was found.

    Args:
        text: the name.
        reference: where to look.
        kinds: the kinds of entity wanted; None for all.
        forms: the forms in which it may be found.

    Returns:
        At most `MOST_BEARERS` entities; one that has the name for two periods stands twice.
    """
    found = []
    for one in reference.candidates(text, forms=forms, kinds=kinds, limit=MOST_BEARERS):
        entity, key = reference.entity(one.entity), name_key(one.name)
        found += [
            (entity, name)
            for name in entity.names
            if name.text == one.name or name_key(name.text) == key
        ]
    return sorted(found, key=lambda pair: pair[0].id)


def describes(noun: str, entity: Entity) -> bool:
    """Whether a common noun is the right word for an entity ("the party")."""
    return noun in _subkinds().get(entity.subkind or "", ())


def _subkinds() -> dict[str, list[str]]:
    table: dict[str, list[str]] = read_toml(f"{LANGUAGE}/lexicons/naming.toml")["subkinds"]
    return table


def _bare(words: Sequence[str]) -> list[str]:
    while words and words[0].lower() in lexicon("naming", "articles"):
        words = words[1:]
    bare = [word.removesuffix("'s").removesuffix("’s") for word in words[-1:]]
    return [*words[:-1], *bare]


def _phrases(words: list[str], head: str) -> list[tuple[str, list[str]]]:
    """The runs of words to look up, longest first, with the words they leave out.

    A run holds the head word; behind a classifying noun ("the city of") it is what follows.
    """
    words = words[:_LONGEST_NAME]
    found = []
    for length in range(len(words), 0, -1):
        for first in range(len(words) - length + 1):
            run = words[first : first + length]
            if head in run or f"{head}'s" in run or length == len(words):
                found.append((" ".join(run), words[:first] + words[first + length :]))
    if len(words) > 2 and words[1] == "of" and words[0].lower() in lexicon("naming", "classifiers"):
        behind = _bare(words[2:])
        found.append((" ".join(behind), []))
    return found


def _harmless(around: Sequence[str], entity: Entity, reference: Reference) -> bool:
    telling = [
        word
        for word in around
        if word[:1].isupper() and word.lower() not in lexicon("naming", "titles")
    ]
    if any(word[:1].isdigit() for word in around):
        return False
    if not telling:
        return True
    kin = [entity, *(reference.entity(whole) for whole in reference.ancestors(entity.id))]
    known = {part for one in kin for name in one.names for part in name_key(name.text).split()}
    initials = {part[0] for part in known}
    keys = [name_key(word) for word in telling]
    return all(key in initials if len(key) == 1 else set(key.split()) <= known for key in keys)


def choose(found: Sequence[tuple[Entity, Name]], phrase: str, when: Span | None) -> Link:
    """Of the bearers of a name keep those whose name was in use at a time; abstain from a crowd."""
    unique: dict[str, tuple[Entity, Name]] = {}
    for entity, name in found:
        held = unique.get(entity.id)
        if held is None or _fit(name, when) > _fit(held[1], when):
            unique[entity.id] = (entity, name)
    best = max(_fit(name, when) for _, name in unique.values())
    kept = [pair for pair in unique.values() if _fit(pair[1], when) == best]
    if len(kept) > MOST_CANDIDATES:
        return Link(reason=f'"{phrase}" is the name of {len(kept)} entities')
    kept.sort(key=lambda pair: pair[0].id)
    return Link(tuple(e for e, _ in kept), tuple(n for _, n in kept))


def _fit(name: Name, when: Span | None) -> int:
    """How well a name fits the time: in use then, without a time, or out of use."""
    if name.span is None or when is None:
        return 1
    return {Answer.YES: 2, Answer.UNKNOWN: 1, Answer.NO: 0}[inside(when, name.span)]
