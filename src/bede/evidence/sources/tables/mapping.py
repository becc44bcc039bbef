"""The mapping file: which column of a table makes what, in TOML that a historian can write.

Cells are put into text by their column in braces: ``"{office} of {country}"``. A text with a column
that is empty in a row is empty itself. There is no other language in it, and nothing is run.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path, PurePath
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from bede.catalog import event_types
from bede.catalog.files import data_files
from bede.errors import ReferenceSourceError
from bede.evidence.importing import plain, unreadable
from bede.evidence.sources.tables.places import line_of
from bede.evidence.values import Confidence, EntityKind, NameKind, Quality, SourceKind

MAPPING_FILE = "mapping.toml"
_SHIPPED = "mappings"
_MOST_BYTES = 1_000_000
_TOML_LINE = re.compile(r"at line (\d+)")
_KEY = re.compile(r"[a-z_]+")  # what else stands in a place is pydantic's own
_TWO_DIGITS = re.compile(r"%[yDxc]")

Text = Annotated[str, Field(min_length=1, max_length=500)]
Precision = Literal["day", "month", "year"]
Conditions = dict[str, list[str]]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Choice(_Part):
    """A value that depends on a cell: `column` is looked up in `values`, else `otherwise`."""

    column: Text
    values: dict[str, str] = {}
    otherwise: str = ""


class Cells(_Part):
    """Several values in one cell, parted by `separator`."""

    column: Text
    separator: Text = "|"


Value = Text | Choice


class Dates(_Part):
    """How the dates of a table are written.

    `formats` are those of strftime for dates that are no EDTF; `placeholders` are ends of dates
    (year-month-day) that say less than they seem: "-01-01" may mean the year alone, "9999-12-31"
    that nothing is known ("open").
    """

    calendar: Literal["historical", "gregorian", "julian", "unstated"] = "historical"
    years: Literal["astronomical", "historical"] = "astronomical"
    formats: list[Text] = []
    placeholders: dict[str, Literal["year", "month", "open"]] = {}
    unknown: list[str] = []

    @field_validator("formats")
    @classmethod
    def _whole_years(cls, formats: list[str]) -> list[str]:
        for form in formats:
            if _TWO_DIGITS.search(form):
                raise ValueError(f"years of two digits may be of any century ({form})")
        return formats


class SourceSpec(_Part):
    """The bibliographic record of a table, or of what a column names."""

    column: Text | None = None
    separator: Text = ";"
    title: Text | None = None
    work: Text | None = None
    author: Text | None = None
    publisher: Text | None = None
    year: Text | None = None
    url: Text | None = None
    kind: SourceKind = "web"
    quality: Quality = "fair"


class NameSpec(_Part):
    """Another name: its text, kind, language and the time of its use."""

    text: Text
    kind: NameKind = "alias"
    language: Text | None = None
    begin: Text | None = None
    end: Text | None = None


class EntitySpec(_Part):
    """An entity that each row makes, or that several rows share.

    A row makes it if it meets all of `where` and none of `unless` (column -> cells; a star at an
    end of one stands for anything), and has something in one of the columns of `needs`.
    """

    kind: EntityKind
    id: Text
    name: Value
    subkind: Value | None = None
    aliases: list[Text | Cells] = []
    names: list[NameSpec] = []
    description: Text | None = None
    prominence: Text | None = None
    prominence_count: Cells | None = None
    same_as: list[Text] = []
    latitude: Text | None = None
    longitude: Text | None = None
    part_of: list[Text] = []
    authors: list[Text] = []
    holders: Value | None = None
    note: Text | None = None
    begin: Text | None = None
    end: Text | None = None
    where: Conditions = {}
    unless: Conditions = {}
    needs: list[Text] = []
    shared: bool = False

    @field_validator("holders")
    @classmethod
    def _one_or_many(cls, holders: Value | None) -> Value | None:
        told = (
            [*holders.values.values(), holders.otherwise]
            if isinstance(holders, Choice)
            else [holders or ""]
        )
        for one in told:
            if one not in ("", "single", "many"):
                raise ValueError(f"'{one}' is neither single nor many")
        return holders


class Whole(_Part):
    """That the table has all facts of this type about what fills `role`, and why one may say so."""

    role: Text
    basis: Text


class FactSpec(_Part):
    """A fact that each row tells, under the conditions of an entity.

    It is weak if its time lies outside that of the fact `within`, which an earlier row told.
    """

    type: Value
    roles: Annotated[dict[str, Text | Cells], Field(min_length=1)]
    id: Text | None = None
    time: Text | None = None
    begin: Text | None = None
    end: Text | None = None
    part_of: list[Text] = []
    note: Text | None = None
    confidence: Confidence | None = None
    where: Conditions = {}
    unless: Conditions = {}
    needs: list[Text] = []
    precision: Precision = "day"
    within: Text | None = None
    complete: Whole | None = None
    shared: bool = False
    undated: bool = False


class TableSpec(_Part):
    """One table, or several of the same columns."""

    files: Text | list[Text]
    encoding: Text = "utf-8-sig"
    delimiter: Annotated[str, Field(min_length=1, max_length=1)] | None = None
    skip_lines: Annotated[int, Field(ge=0, le=100)] = 0
    empty: list[str] = ["", "NA"]
    dates: Dates | None = None
    source: SourceSpec | None = None
    entity: list[EntitySpec] = []
    fact: list[FactSpec] = []

    @field_validator("files")
    @classmethod
    def _inside(cls, files: str | list[str]) -> str | list[str]:
        for pattern in [files] if isinstance(files, str) else files:
            parts = PurePath(pattern).parts
            plain_parts = all("**" not in part or part == "**" for part in parts)
            if not parts or PurePath(pattern).is_absolute() or ".." in parts or not plain_parts:
                raise ValueError(f"{pattern!r} is no name or pattern of files inside the folder")
        return files


class Mapping(_Part):
    """A whole mapping file."""

    name: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
    title: Text
    version: Text | None = None
    licence: Text = "not stated"
    editors: list[Text] = []
    scope: Text = "the tables of the mapping"
    confidence: Confidence = "medium"
    dates: Dates = Dates()
    source: SourceSpec = SourceSpec()
    table: Annotated[list[TableSpec], Field(min_length=1)]


def read_mapping(path: Path) -> Mapping:
    """Read a mapping file.

    Raises:
        ReferenceSourceError: it is missing, no TOML, or says what no mapping can say.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise unreadable(path, error) from error
    return _parsed(data, str(path))


def shipped_mappings() -> tuple[str, ...]:
    """The names of the mappings for public data sets that come with Bede."""
    return tuple(file.name.removesuffix(".toml") for file in data_files(_SHIPPED, ".toml"))


def mapping_called(word: str) -> Mapping:
    """Read the mapping file of that path, or else the one of that name that comes with Bede.

    Raises:
        ReferenceSourceError: there is none, or it says what no mapping can say.
    """
    if Path(word).is_file():
        return read_mapping(Path(word))
    for file in data_files(_SHIPPED, ".toml"):
        if file.name == f"{word}.toml":
            return _parsed(file.read_bytes(), f"{_SHIPPED}/{file.name}")
    remedy = f"give a file, or one of {', '.join(shipped_mappings())}"
    raise ReferenceSourceError("there is no such mapping", path=word, remedy=remedy)


def _parsed(data: bytes, path: str) -> Mapping:
    if len(data) > _MOST_BYTES:
        raise ReferenceSourceError("the mapping is too long", path=path, remedy="split it")
    try:
        text = data.decode("utf-8-sig")
        raw: dict[str, Any] = tomllib.loads(text)
    except UnicodeDecodeError as error:
        cause, remedy = "the mapping is not UTF-8", "save it as UTF-8"
        raise ReferenceSourceError(cause, path=path, remedy=remedy) from error
    except RecursionError as error:
        raise ReferenceSourceError(
            "the mapping is nested too deeply", path=path, remedy="make it plain"
        ) from error
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        cause = f"not TOML: {str(error).split(' (at')[0]}"
        raise ReferenceSourceError(
            cause, path=path, line=line, remedy="correct the line"
        ) from error
    try:
        mapping = Mapping.model_validate(raw)
    except ValidationError as error:
        raise _explained(error, path, text) from error
    for number, table in enumerate(mapping.table):
        for at, fact in enumerate(table.fact):
            _check_fact(fact, path, line_of(text, ("table", number, "fact", at, "roles")))
    return mapping


def _explained(error: ValidationError, path: str, text: str) -> ReferenceSourceError:
    first = error.errors()[0]
    place = first["loc"]
    keys = [part for part in place if isinstance(part, str) and _KEY.fullmatch(part)]
    key = keys[-1] if keys else "mapping"
    more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
    if first["type"] == "missing":
        cause, remedy = f"the key '{key}' is missing", "add it"
    elif first["type"] == "extra_forbidden":
        cause, remedy = f"unknown key '{key}'", "take it out, or correct it"
    elif first["type"] == "literal_error":
        cause = f"'{key}' is {plain(str(first['input']), 60)!r}"
        remedy = f"write {first['ctx']['expected']}"
    else:
        said = first["msg"].removeprefix("Value error, ")
        cause, remedy = f"'{key}': {said[:1].lower()}{said[1:]}", "correct the value"
    return ReferenceSourceError(
        f"{cause}{more}", path=path, line=line_of(text, place), remedy=remedy
    )


def _check_fact(fact: FactSpec, path: str, line: int) -> None:
    """Refuse event types and roles that do not exist."""
    kinds = (
        [fact.type]
        if isinstance(fact.type, str)
        else [kind for kind in (*fact.type.values.values(), fact.type.otherwise) if kind]
    )
    for kind in kinds:
        if kind not in event_types():
            cause = f"there is no event type '{kind}'"
            remedy = f"use one of {', '.join(event_types())}"
            raise ReferenceSourceError(cause, path=path, line=line, remedy=remedy)
        roles = [role.name for role in event_types()[kind].roles]
        for role in (*fact.roles, *((fact.complete.role,) if fact.complete else ())):
            if role not in roles:
                cause = f"'{kind}' has no role '{role}'"
                remedy = f"its roles are {', '.join(roles)}"
                raise ReferenceSourceError(cause, path=path, line=line, remedy=remedy)
