"""The names of an item: its labels and aliases, and the statements that tell names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bede.chronology import format_edtf
from bede.errors import ChronologyError
from bede.evidence.importing import When, plain
from bede.evidence.names import name_key
from bede.evidence.sources.wikidata.citing import Sources
from bede.evidence.sources.wikidata.mapping import tables
from bede.evidence.sources.wikidata.snaks import (
    Json,
    kept,
    main,
    objects,
    statements,
    table,
    words_of,
)
from bede.evidence.sources.wikidata.stating import Reader
from bede.evidence.values import Name, NameKind

MAX_NAMES = 60
"""An item keeps so many names."""
_EVERY = "mul"
"""Wikidata's code for a name that is the same in many languages."""


def label_of(item: Json, languages: Sequence[str]) -> tuple[str, str | None] | None:
    """The label in the first of the languages that has one, with its language.

    A variant of a language ("en-gb") stands in for it, then the name that all languages share.
    """
    labels = table(item.get("labels"))
    for code in _codes(labels, languages):
        text = plain(table(labels.get(code)).get("value"))
        if text:
            return text, _tag(code)
    return None


def description_of(item: Json, languages: Sequence[str]) -> str | None:
    """What the item is in a few words, in the first of the languages that has them."""
    told = table(item.get("descriptions"))
    texts = (plain(table(told.get(code)).get("value")) for code in _codes(told, languages))
    return next((text for text in texts if text), None)


def names_of(
    item: Json, languages: Sequence[str], reader: Reader, sources: Sources
) -> tuple[Name, ...]:
    """All names of an item, the label first, each once.

    Args:
        item: the item.
        languages: the languages of labels and aliases.
        reader: reads the times of its statements.
        sources: makes the sources of dated names.

    Returns:
        none if it has no name in these languages, none for all, and none of its own.
    """
    found: dict[tuple[str, str | None], Name] = {}
    label = label_of(item, languages)
    told = [*_aliases(item, languages)]
    if label is not None:
        told.insert(0, Name(label[0], "preferred", None, None, (), label[1]))
    for name in (*told, *_stated(item, reader, sources)):
        key = name_key(name.text), name.edtf
        if key[0] and key not in found and len(found) < MAX_NAMES:
            found[key] = name
    return tuple(found.values())


def _codes(told: Json, languages: Sequence[str]) -> Iterator[str]:
    for language in languages:
        yield language
        yield from sorted(code for code in told if code.startswith(f"{language}-"))
    yield _EVERY


def _tag(code: str) -> str | None:
    return None if code == _EVERY else code[:35]


def _aliases(item: Json, languages: Sequence[str]) -> Iterator[Name]:
    told = table(item.get("aliases"))
    for code in dict.fromkeys(_codes(told, languages)):
        for alias in objects(told.get(code)):
            text = plain(alias.get("value"))
            if text:
                yield Name(text, "alias", None, None, (), _tag(code))
    labels = table(item.get("labels"))
    for code in languages[1:]:
        text = plain(table(labels.get(code)).get("value"))
        if text:
            yield Name(text, "alias", None, None, (), _tag(code))


def _stated(item: Json, reader: Reader, sources: Sources) -> Iterator[Name]:
    for prop, kind in tables().names.items():
        for statement in kept(statements(item, prop)):
            words, language = words_of(main(statement))
            text = plain(words)
            if text:
                yield _name(text, kind, language, statement, reader, sources)


def _name(
    text: str,
    kind: NameKind,
    language: str | None,
    statement: Json,
    reader: Reader,
    sources: Sources,
) -> Name:
    tag = _tag(language) if language else None
    try:
        time = reader.state(statement)
    except ChronologyError:  # the name is good without its date
        time = None
    dated = _as_interval(time) if kind in ("official", "alias", "short") else None
    if dated is None:
        return Name(text, kind, None, None, (), tag)
    return Name(text, "period", dated.span, dated.edtf, sources.cited(statement), tag)


def _as_interval(time: When | None) -> When | None:
    """The use of a name is told by an interval, and by nothing else."""
    if time is None or "/" not in time.edtf or format_edtf(time.span) is None:
        return None
    return time
