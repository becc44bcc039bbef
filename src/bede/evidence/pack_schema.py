"""The shape of the records of a pack, checked with pydantic.

Each model is one kind of record as a historian writes it. Values stay text here; dates, ids and
roles get their meaning in `bede.evidence.pack`. What does not fit is told in plain words, with
the place of the wrong value inside the record.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic_core import ErrorDetails

from bede.evidence.pack_dates import PackCalendar
from bede.evidence.values import Confidence, Quality, Rank, SourceKind

TODO = "TODO"
"""Stands in a prepared record where the historian has still to write; no pack passes with it."""

StatedNameKind = Literal[
    "alias", "official", "short", "birth", "pen", "transliteration", "former", "original"
]
Precision = Literal["century", "decade", "year", "month", "day"]


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _written(value: str) -> str:
    if value == TODO:
        raise ValueError
    return value


Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=2000),
    AfterValidator(_written),
]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
Ids = Annotated[list[Id], BeforeValidator(_listed)]
SomeIds = Annotated[list[Id], BeforeValidator(_listed), Field(min_length=1)]
Fillers = Annotated[list[Text], BeforeValidator(_listed), Field(min_length=1)]
Language = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", max_length=40)
]
Elsewhere = Annotated[
    str,
    StringConstraints(pattern=r"^([A-Za-z][A-Za-z0-9.+_-]*:\S+)$", max_length=500),
]
Latitude = Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)]
Longitude = Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)]
Date = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]


class Record(BaseModel):
    """What all records have: an id, and no keys but the known ones."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    id: Id


class SourceRecord(Record):
    """A bibliographic source; `precision` is the finest to which it gives dates."""

    author: Text | None = None
    title: Text
    work: Text
    publisher: Text | None = None
    year: Text | None = None
    pages: Text | None = None
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$", max_length=2000)] | None = None
    kind: SourceKind
    family: Text
    quality: Quality
    precision: Precision = "day"


class ImportedSourceRecord(SourceRecord):
    """A source from a bibliography; `assumed` names the keys of which the entry says nothing."""

    assumed: list[str] = []


class SourcedRecord(Record):
    """A record that rests on sources."""

    sources: SomeIds
    confidence: Confidence
    note: Text | None = None


class NameRecord(BaseModel):
    """One name: its language, its kind, and the time of its use."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Text
    language: Language | None = None
    kind: StatedNameKind | None = None
    from_: Annotated[Date | None, Field(alias="from")] = None
    to: Date | None = None
    calendar: PackCalendar | None = None
    sources: Ids = []


class EntityRecord(SourcedRecord):
    """A person or thing: its names, and where else it is known."""

    names: list[NameRecord] = []
    aliases: list[Text] = []
    description: Text | None = None
    same_as: Annotated[list[Elsewhere], BeforeValidator(_listed)] = []
    prominence: Annotated[int, Field(ge=0, le=1_000_000)] = 0


class PersonRecord(EntityRecord):
    """A person: the usual name, the name given at birth, other names."""

    name: Text
    birth_name: Text | None = None


class NamedInTimeRecord(EntityRecord):
    """A record whose names changed: `name` is the usual one, `names` those with their dates."""

    kind: Text
    name: Text | None = None
    part_of: Ids = []
    replaces: Ids = []


class OrganisationRecord(NamedInTimeRecord):
    """An organisation, body or state."""


class PlaceRecord(NamedInTimeRecord):
    """A country, region, settlement, building; `coordinates` are latitude and longitude."""

    coordinates: tuple[Latitude, Longitude] | None = None


class OfficeRecord(EntityRecord):
    """A post that people hold, and the body it belongs to."""

    name: Text
    body: Id | None = None
    replaces: Ids = []
    holders: Literal["single", "many"]


class HappeningRecord(EntityRecord):
    """A named event: a revolution, congress, treaty, trial."""

    name: Text
    kind: Text
    part_of: Ids = []


class WorkRecord(EntityRecord):
    """A book, article, decree, letter."""

    title: Text
    subtitle: Text | None = None
    original_title: Text | None = None
    author: Ids = []
    kind: Text
    first_edition: Text | None = None


class IdeaRecord(EntityRecord):
    """A doctrine or programme."""

    name: Text


class ValueRecord(BaseModel):
    """One entry under `disputed`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rank: Rank
    when: Date | None = None
    calendar: PackCalendar | None = None
    old_style: Date | None = None
    roles: dict[str, Fillers] | None = None
    sources: SomeIds
    note: Text | None = None


class FactRecord(SourcedRecord):
    """A fact: event type, roles, time, sources, and what other sources say."""

    type: Text
    roles: Annotated[dict[str, Fillers], Field(min_length=1)]
    when: Date | None = None
    calendar: PackCalendar | None = None
    old_style: Date | None = None
    rank: Rank = "preferred"
    grade: Literal["full", "candidate"] | None = None
    part_of: Ids = []
    coarse_sources: Ids = []
    disputed: list[ValueRecord] = []


class CompletenessRecord(Record):
    """A statement that certain records are all there are, or that more are known to exist."""

    entity: Id
    type: Text
    where: dict[str, Fillers] = {}
    records: SomeIds
    basis: Text
    complete: bool
    sources: SomeIds
    confidence: Confidence


class PackHeader(BaseModel):
    """The head of `pack.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Id
    title: Text
    version: Text
    licence: Text
    editors: list[Text]
    scope: Text
    calendar: PackCalendar = "gregorian"


RECORD_MODELS: Mapping[str, type[Record]] = {
    "people": PersonRecord,
    "organisations": OrganisationRecord,
    "places": PlaceRecord,
    "offices": OfficeRecord,
    "happenings": HappeningRecord,
    "works": WorkRecord,
    "ideas": IdeaRecord,
    "sources": SourceRecord,
    "facts": FactRecord,
    "completeness": CompletenessRecord,
}

_WRONG_TYPE = {
    "string_type": "must be text",
    "list_type": "must be a list",
    "dict_type": "must be a mapping of keys to values",
    "model_type": "must be a mapping of keys to values",
    "bool_parsing": "must be true or false",
    "int_parsing": "must be a whole number",
    "greater_than_equal": "must not be below 0",
    "less_than_equal": "is too large",
    "bool_type": "must be true or false",
    "string_too_short": "has no value",
    "string_too_long": "is too long",
}


def explain(error: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    """Say in plain words what pydantic found.

    Args:
        error: one entry of `pydantic.ValidationError.errors()`.
        model: the model of the whole record.

    Returns:
        cause and remedy, each without a full stop.
    """
    key = next((str(part) for part in reversed(error["loc"]) if isinstance(part, str)), "")
    context: dict[str, Any] = error.get("ctx", {})
    if str(error["input"]).strip() == TODO:
        return f"'{key}' is still {TODO}", "complete the record"
    match error["type"]:
        case "extra_forbidden":
            allowed = ", ".join(_keys(model)) if len(error["loc"]) == 1 else None
            known = f"the keys here are {allowed}" if allowed else "see the pack format"
            return f"unknown key '{key}'", known
        case _ if key == "coordinates":
            cause = f"'{key}' is {_short(error['input'])}"
            return cause, "write latitude and longitude in degrees, such as [55.75, 37.62]"
        case "missing":
            return f"the key '{key}' is missing", "add it"
        case "too_short" if key.endswith("sources"):
            return f"'{key}' is empty", "name at least one source"
        case "too_short":
            return f"'{key}' is empty", "give at least one value"
        case "literal_error":
            return f"'{key}' is {error['input']!r}", f"write {context['expected']}"
        case "string_pattern_mismatch" if key == "url":
            return f"'{key}' is {_short(error['input'])}", "write an address with http or https"
        case "string_pattern_mismatch" if key == "language":
            cause = f"'{key}' is {_short(error['input'])}, which is no tag of a language"
            return cause, "write a tag of BCP 47, such as ru or zh-Latn"
        case "string_pattern_mismatch" if key == "same_as":
            cause = f"'{key}' is {_short(error['input'])}"
            return cause, "write an address, or a prefix with an id, such as wikidata:Q33391"
        case "string_pattern_mismatch":
            cause = f"'{key}' is {_short(error['input'])}, which is no id"
            return cause, "use small letters, digits and single hyphens"
        case kind if error["input"] is None and kind in _WRONG_TYPE:
            return f"'{key}' has no value", "write one or remove the key"
        case kind:
            return f"'{key}' {_WRONG_TYPE.get(kind, error['msg'])}", "see the pack format"


def _keys(model: type[BaseModel]) -> list[str]:
    return sorted(field.alias or name for name, field in model.model_fields.items())


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
