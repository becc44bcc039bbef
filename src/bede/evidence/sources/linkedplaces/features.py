"""One feature of Linked Places: a place with its names, and when it was there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from bede.catalog.files import data_root, parse_toml
from bede.chronology import Span
from bede.errors import ChronologyError
from bede.evidence.coordinates import middle_of
from bede.evidence.importing import (
    id_of,
    known_as,
    language_tag,
    listed,
    mapping,
    plain,
    simple_entity,
    simple_fact,
    simple_source,
    slug,
    when,
)
from bede.evidence.names import name_key
from bede.evidence.sources.contract import Record, Skipped
from bede.evidence.sources.linkedplaces.timespans import is_attestation, spans_of
from bede.evidence.values import Entity, Name, NameKind, Source

_FILE = "importing/place_types.toml"
_SAME = frozenset({"closematch", "exactmatch", "sameas"})
_WHOLE = "broaderpartitive"
_LANDS = frozenset({"water", "mountain", "island"})
_SET_APART = re.compile(r"\s*\([^()]*\)$")  # "Abingdon (UK)"
MAX_NAMES = 100
"""The most names that are kept of one place."""
_NOTE = "the dates of a gazetteer may be those of its first and last record"


def feature_id(feature: Mapping[str, Any], data_set: str) -> str | None:
    """The id of the place, or None if the feature names none."""
    return id_of(feature.get("@id") or feature.get("id"), data_set)


def wholes_of(feature: Mapping[str, Any], data_set: str) -> Iterator[tuple[str, str]]:
    """The ids of the places that it is part of, each with its label or nothing."""
    for one in listed(feature.get("relations")):
        relation = mapping(one)
        kind = plain(relation.get("relationType")).lower()
        key = id_of(relation.get("relationTo"), data_set)
        if kind.endswith(_WHOLE) and key is not None:
            yield key, plain(relation.get("label"))


def records_of(
    feature: Mapping[str, Any], data_set: str, file: str, path: str, place: str
) -> Iterator[Record]:
    """The records of one feature.

    Args:
        feature: as parsed from JSON.
        data_set: the id of the data set.
        file: the id of the source that stands for it.
        path: the file, for what is left out.
        place: where in it the feature stands.
    """
    key = feature_id(feature, data_set)
    properties = mapping(feature.get("properties"))
    sort = _sort(feature, properties)
    names: list[Name] = []
    for made in _names(feature, properties, data_set, file, path, place):
        if isinstance(made, Name):
            names.append(made)
        else:
            yield made
    if key is None or not names:
        yield Skipped(path, place, "a place without an id or a name")
        return
    yield _entity(feature, key, data_set, sort, names, file, plain(properties.get("title")))
    if sort in _LANDS:
        return
    try:
        spans = [span for span in spans_of(feature.get("when")) if not is_attestation(span)]
        yield from _life(key, spans, file)
    except ChronologyError as error:
        yield Skipped(path, f"{place}, when", error.cause)


def _entity(
    feature: Mapping[str, Any],
    key: str,
    data_set: str,
    sort: str | None,
    names: list[Name],
    file: str,
    title: str,
) -> Entity:
    addresses = [feature.get("@id") or feature.get("id")]
    for one in listed(feature.get("links")):
        link = mapping(one)
        if plain(link.get("type")).lower().split(":")[-1] in _SAME:
            addresses.append(link.get("identifier") or link.get("uri") or link.get("@id"))
    same = (known_as(address) for address in addresses[:50])
    described = (mapping(one) for one in listed(feature.get("descriptions")))
    words = [plain(one.get("value"), 150) for one in described if _english(one.get("lang"))]
    labels = [plain(mapping(one).get("label"), 40) for one in listed(feature.get("types"))]
    return simple_entity(
        key,
        "place",
        names,
        [file],
        subkind=sort,
        label=title or None,
        part_of=sorted({whole for whole, _ in wholes_of(feature, data_set)} - {key}),
        description=next(filter(None, [*words, *labels]), None),
        same_as=dict.fromkeys(filter(None, same)),
        coordinates=middle_of(mapping(feature.get("geometry"))),
    )


def _english(tag: object) -> bool:
    return not tag or (language_tag(tag) or "").startswith("en")


def _names(
    feature: Mapping[str, Any],
    properties: Mapping[str, Any],
    data_set: str,
    file: str,
    path: str,
    place: str,
) -> Iterator[Name | Source | Skipped]:
    """The names, the title first unless it is one of the dated names; its limits then hold."""
    title = plain(properties.get("title"))
    rest: list[Name] = []
    for one in listed(feature.get("names"))[:MAX_NAMES]:
        raw = mapping(one)
        text = plain(raw.get("toponym"))
        if not name_key(text):
            continue
        sources = list(_citations(raw, data_set))
        yield from sources
        cited = tuple(source.id for source in sources) or (file,)
        try:
            spans = [span for span in spans_of(raw.get("when")) if not is_attestation(span)]
            rest.extend(_dated(text, spans, language_tag(raw.get("lang")), cited))
        except ChronologyError as error:
            yield Skipped(path, f"{place}, name {text}", error.cause)
            rest.append(Name(text, "alias", None, None, (), language_tag(raw.get("lang"))))
    bare = _SET_APART.sub("", title) or title
    same = {name_key(bare), name_key(title)}
    told = [name for name in rest if name_key(name.text) in same]
    if name_key(title) and not any(name.span for name in told):
        tag = next((name.language for name in told if name.language), None)
        yield Name(bare, "preferred", None, None, (), tag)
        rest = [name for name in rest if name not in told]
        if bare != title:
            rest.append(Name(title, "alias", None, None, (), tag))
    seen: set[tuple[str, Span | None]] = set()
    for name in rest:
        if (name_key(name.text), name.span) not in seen:
            seen.add((name_key(name.text), name.span))
            yield name


def _dated(
    text: str, spans: list[Span], language: str | None, cited: tuple[str, ...]
) -> Iterator[Name]:
    limits = [limit for limit in map(when, spans) if limit is not None]
    if not limits:
        yield Name(text, "alias", None, None, (), language)
    kind: NameKind = "period"
    for limit in limits:
        yield Name(text, kind, limit.span, limit.edtf, cited, language)


def _citations(raw: Mapping[str, Any], data_set: str) -> Iterator[Source]:
    for one in listed(raw.get("citations", raw.get("citation")))[:5]:
        citation = mapping(one)
        label = plain(citation.get("label"))
        if label:
            yield simple_source(
                slug(f"{data_set} {label}"),
                label,
                work=label,
                year=plain(citation.get("year"), 10),
                url=plain(citation.get("@id") or citation.get("id")),
                kind="reference-work",
            )


def _life(key: str, spans: list[Span], file: str) -> Iterator[Record]:
    """Founding and end, by the first begin and the last end of its timespans; never sure."""
    begins = [Span.within(span.earliest_begin, span.latest_begin) for span in spans]
    ends = [Span.within(span.earliest_end, span.latest_end) for span in spans]
    if begins and all(span.earliest_begin is not None for span in spans):
        first = min(begins, key=lambda span: span.hull[0] or 0)
        yield simple_fact(
            f"{key}-founding", "founding", {"thing": (key,)}, when(first), [file],
            confidence="weak", note=_NOTE,
        )  # fmt: skip
    if ends and all(span.latest_end is not None for span in spans):
        last = max(ends, key=lambda span: span.hull[1] or 0)
        yield simple_fact(
            f"{key}-dissolution", "dissolution", {"thing": (key,)}, when(last), [file],
            confidence="weak", note=_NOTE,
        )  # fmt: skip


def _sort(feature: Mapping[str, Any], properties: Mapping[str, Any]) -> str | None:
    table = _table()
    sorts: Mapping[str, list[str]] = table["sorts"]
    for one in listed(feature.get("types")):
        raw = mapping(one)
        for label in (raw.get("label_aat"), raw.get("label"), raw.get("sourceLabel")):
            words = f" {name_key(plain(label, 80))} "
            for sort, known in sorts.items():
                if any(f" {word} " in words for word in known):
                    return sort
    for one in listed(properties.get("fclasses")):
        sort = table["classes"].get(plain(one, 2))
        if isinstance(sort, str):
            return sort
    return None


@cache
def _table() -> Mapping[str, Any]:
    return parse_toml((data_root() / _FILE).read_text(encoding="utf-8"), _FILE)
