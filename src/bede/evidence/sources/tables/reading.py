"""From the rows of tables to the records of a reference."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path, PurePath

from bede.catalog import event_types
from bede.chronology import Span
from bede.errors import ChronologyError, ReferenceSourceError
from bede.evidence.coordinates import coordinates
from bede.evidence.importing import Ids, simple_source, slug
from bede.evidence.importing.times import When
from bede.evidence.names import name_key
from bede.evidence.sources.contract import Record, Skipped
from bede.evidence.sources.tables.cells import Row, columns_in, rows_of
from bede.evidence.sources.tables.completing import Wholes
from bede.evidence.sources.tables.dates import read_time
from bede.evidence.sources.tables.mapping import (
    MAPPING_FILE,
    Cells,
    Choice,
    Dates,
    EntitySpec,
    FactSpec,
    Mapping,
    NameSpec,
    SourceSpec,
    TableSpec,
    read_mapping,
)
from bede.evidence.values import Confidence, Entity, Fact, Name, PackHead, Source

_MOST_AUTHORS = 1_000_000
_slug = lru_cache(maxsize=4096)(slug)  # a row names its own id several times


class Tables:
    """Folders of CSV or TSV files, or one such file.

    Args:
        mapping: what the columns mean; None for the mapping that stands in the folder.
    """

    name = "tables"
    title = "CSV and TSV tables with a mapping"

    def __init__(self, mapping: Mapping | None = None) -> None:
        self._mapping = mapping

    def fits(self, path: Path) -> bool:
        """Whether it is a folder with a mapping, or has tables of the mapping that was given."""
        try:
            if self._mapping is None:
                return (path / MAPPING_FILE).is_file()
            return any(_files(path, table) for table in self._mapping.table)
        except (OSError, ValueError):
            return False

    def head(self, path: Path) -> PackHead:
        """What the mapping says of the data set; the version is the digest of the tables.

        Raises:
            ReferenceSourceError: the mapping or a table cannot be read.
        """
        mapping = self._mapping_of(path)
        return PackHead(
            name=mapping.name,
            version=mapping.version or _digest(path, mapping),
            title=mapping.title,
            licence=mapping.licence,
            editors=tuple(mapping.editors),
            scope=mapping.scope,
        )

    def read(self, path: Path) -> Iterator[Record]:
        """Yield the records of all tables, in the order of the mapping.

        Raises:
            ReferenceSourceError: the mapping is faulty, or a table is missing or lacks a column.
        """
        mapping = self._mapping_of(path)
        reader = _Reader(mapping)
        for table in mapping.table:
            files = _files(path, table)
            if not files and path.is_dir():
                raise ReferenceSourceError(
                    f"no file here is called {table.files}",
                    path=str(path),
                    remedy="check the folder and 'files' in the mapping",
                )
            for file in files:
                yield from reader.table(file, table)
        yield from reader.wholes.statements(mapping.confidence)

    def _mapping_of(self, path: Path) -> Mapping:
        return self._mapping or read_mapping(path / MAPPING_FILE)


def _files(path: Path, table: TableSpec) -> list[Path]:
    """The files of a table in a folder, or the one file itself if it is called so."""
    patterns = [table.files] if isinstance(table.files, str) else table.files
    if path.is_file():
        named = any(fnmatchcase(path.name, PurePath(pattern).name) for pattern in patterns)
        return [path] if named else []
    found = {file for pattern in patterns for file in path.glob(pattern) if file.is_file()}
    return sorted(found)


def _digest(folder: Path, mapping: Mapping) -> str:
    total = hashlib.sha256()
    for file in sorted({file for table in mapping.table for file in _files(folder, table)}):
        try:
            with file.open("rb") as stream:
                total.update(hashlib.file_digest(stream, "sha256").digest())
        except OSError as error:
            cause = f"the table cannot be read ({error.strerror or error})"
            raise ReferenceSourceError(cause, path=str(file), remedy="check the file") from error
    return total.hexdigest()[:12]


class _Reader:
    """Reads the tables of one data set, and remembers what several rows share."""

    def __init__(self, mapping: Mapping) -> None:
        self.wholes = Wholes()
        self._mapping = mapping
        self._sources: dict[str, str] = {}
        self._source_ids = Ids()
        self._fact_ids = Ids()
        self._shared: set[str] = set()
        self._times: dict[str, When | None] = {}
        self._compared = any(fact.within for table in mapping.table for fact in table.fact)
        self._people: dict[str, str | None] = {}

    def table(self, path: Path, table: TableSpec) -> Iterator[Record]:
        """The records of one table."""
        for row in rows_of(path, table, _columns(table, self._mapping)):
            if isinstance(row, Skipped):
                yield row
                continue
            sources, cited = self._cited(row, table.source or self._mapping.source)
            yield from sources
            rules = table.dates or self._mapping.dates
            for spec in table.entity:
                yield from self._entity(row, spec, cited, rules)
            for fact in table.fact:
                yield from self._fact(row, fact, cited, rules)

    def _cited(self, row: Row, spec: SourceSpec) -> tuple[list[Source], tuple[str, ...]]:
        """The sources of a row, those that are new, and the ids of all."""
        title = spec.title or self._mapping.title
        named = [title]
        if spec.column is not None:
            named = row.several(Cells(column=spec.column, separator=spec.separator)) or [title]
        new = []
        for one in named:
            if one in self._sources:
                continue
            key = self._sources[one] = self._source_ids.fresh(slug(one))
            work = spec.work or (title if spec.column is None else one)
            new.append(
                simple_source(
                    key,
                    one,
                    work=work,
                    author=spec.author,
                    publisher=spec.publisher,
                    year=spec.year,
                    url=spec.url,
                    kind=spec.kind,
                    quality=spec.quality,
                )
            )
        return new, tuple(dict.fromkeys(self._sources[one] for one in named))

    def _entity(
        self, row: Row, spec: EntitySpec, cited: Sequence[str], rules: Dates
    ) -> Iterator[Entity | Skipped]:
        if not row.meets(spec):
            return
        key, label = _id(row, spec.id), row.chosen(spec.name)
        if not key or not label:
            yield row.skipped(f"no {'id' if not key else 'name'} for the {spec.kind}")
            return
        if spec.shared and key in self._shared:
            return
        if spec.shared:
            self._shared.add(key)
        names, faults = _names(row, spec, label, rules)
        yield from faults
        if spec.kind == "person" and len(self._people) < _MOST_AUTHORS:
            for name in names:
                known = name_key(name.text)
                self._people[known] = None if known in self._people else key
        yield Entity(
            id=key,
            kind=spec.kind,
            subkind=row.chosen(spec.subkind) or None,
            label=label,
            names=names,
            part_of=tuple(filter(None, (_id(row, whole) for whole in spec.part_of))),
            body=None,
            holders=row.chosen(spec.holders) or ("many" if spec.kind == "office" else None),
            authors=tuple(self._authors(row, spec)),
            subtitle=None,
            first_edition=None,
            note=row.filled(spec.note) or None if spec.note else None,
            sources=tuple(cited),
            confidence=self._mapping.confidence,
            description=row.filled(spec.description) or None if spec.description else None,
            prominence=_prominence(row, spec),
            same_as=tuple(filter(None, map(row.filled, spec.same_as))),
            coordinates=coordinates(
                row.filled(spec.latitude or ""), row.filled(spec.longitude or "")
            ),
        )

    def _authors(self, row: Row, spec: EntitySpec) -> Iterator[str]:
        """The people of the data set whom the cells name; a name of two is nobody's."""
        for text in spec.authors:
            for name in row.filled(text).split("|"):
                known = self._people.get(name_key(name))
                if known is not None:
                    yield known

    def _fact(
        self, row: Row, spec: FactSpec, cited: Sequence[str], rules: Dates
    ) -> Iterator[Fact | Skipped]:
        kind = row.chosen(spec.type)
        if not kind or not row.meets(spec):
            return
        roles = {role: _fillers(row, kind, role, value) for role, value in spec.roles.items()}
        roles = {role: fillers for role, fillers in roles.items() if fillers}
        key = next(iter(spec.roles))
        about = roles.get(spec.complete.role, ()) if spec.complete else ()
        if key not in roles:
            self.wholes.skip(kind, about)
            return
        try:
            time = _time(row, spec, rules)
        except ChronologyError as error:
            self.wholes.skip(kind, about)
            yield row.skipped(f"{kind}: {error.cause}")
            return
        if time is None and not spec.undated:
            self.wholes.skip(kind, about)
            return
        stem = _id(row, spec.id) if spec.id else f"{roles[key][0]}-{kind}"
        if spec.shared and stem in self._times:
            if self._times[stem] != time:
                self.wholes.skip(kind, about)
                yield row.skipped(f"{kind}: another row of the same has another time")
            return
        if spec.shared or self._compared:
            self._times[stem] = time
        fact_id = self._fact_ids.fresh(stem)
        self.wholes.take(spec, kind, about, fact_id, cited)
        yield Fact(
            id=fact_id,
            type=kind,
            roles=roles,
            edtf=time.edtf if time else None,
            span=time.span if time else None,
            old_style=None,
            rank="preferred",
            confidence=self._confidence(row, spec, time),
            sources=tuple(cited),
            coarse_sources=(),
            values=(),
            grade=None,
            note=row.filled(spec.note) or None if spec.note else None,
            part_of=tuple(filter(None, (_id(row, whole) for whole in spec.part_of))),
        )

    def _confidence(self, row: Row, spec: FactSpec, time: When | None) -> Confidence:
        told = spec.confidence or self._mapping.confidence
        around = self._times.get(_id(row, spec.within)) if spec.within else None
        if time is None or around is None or _may_lie_in(time.span, around.span):
            return told
        return "weak"


def _may_lie_in(span: Span, around: Span) -> bool:
    """Whether a time can lie wholly inside another."""
    (first, last), (begin, end) = span.hull, around.hull
    too_early = first is not None and begin is not None and first < begin
    too_late = last is not None and end is not None and last > end
    return not too_early and not too_late


def _time(row: Row, spec: FactSpec, rules: Dates) -> When | None:
    if spec.time is not None:
        return read_time(row.filled(spec.time), None, rules, spec.precision)
    begin, end = row.filled(spec.begin or ""), row.filled(spec.end or "")
    return read_time(begin, end, rules, spec.precision)


def _names(
    row: Row, spec: EntitySpec, label: str, rules: Dates
) -> tuple[tuple[Name, ...], list[Skipped]]:
    """The label, which may have a time of use, then the other names, each once."""
    faults: list[Skipped] = []
    named = [NameSpec(text="-", kind="preferred", begin=spec.begin, end=spec.end), *spec.names]
    found: dict[str, Name] = {}
    for one in named:
        text = label if one is named[0] else row.filled(one.text)
        if not text or name_key(text) in found:
            continue
        try:
            use = read_time(row.filled(one.begin or ""), row.filled(one.end or ""), rules)
        except ChronologyError as error:
            faults.append(row.skipped(f"the use of the name: {error.cause}"))
            use = None
        kind = one.kind if use is None else "period"
        span, edtf = (None, None) if use is None else (use.span, use.edtf)
        found[name_key(text)] = Name(text, kind, span, edtf, (), one.language)
    for alias in spec.aliases:
        texts = row.several(alias) if isinstance(alias, Cells) else [row.filled(alias)]
        for text in filter(None, texts):
            found.setdefault(name_key(text), Name(text, "alias", None, None, ()))
    return tuple(found.values()), faults


def _prominence(row: Row, spec: EntitySpec) -> int:
    if spec.prominence_count is not None:
        return len(row.several(spec.prominence_count))
    told = row.filled(spec.prominence) if spec.prominence else ""
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 10 else 0


def _fillers(row: Row, kind: str, role: str, value: str | Cells) -> tuple[str, ...]:
    """Ids of entities, or the words themselves where a role has words."""
    told = row.several(value) if isinstance(value, Cells) else [row.filled(value)]
    words = all(one.kinds == ("text",) for one in event_types()[kind].roles if one.name == role)
    return tuple(one if words else _slug(one) for one in told if one)


def _id(row: Row, text: str) -> str:
    """An id: that of the table where a column has it, else one made of the words."""
    told = row.filled(text)
    return _slug(told) if told else ""


def _columns(table: TableSpec, mapping: Mapping) -> list[str]:
    """All columns that the mapping asks of a table."""
    found: dict[str, None] = {}

    def take(value: object) -> None:
        if isinstance(value, str):
            found.update(dict.fromkeys(columns_in(value)))
        elif isinstance(value, Cells | Choice):
            found[value.column] = None
        elif isinstance(value, list | tuple):
            for one in value:
                take(one)
        elif isinstance(value, dict):
            for one in value.values():
                take(one)

    for spec in (*table.entity, *table.fact):
        for field in type(spec).model_fields:
            value = getattr(spec, field)
            if field in ("where", "unless", "needs"):
                found.update(dict.fromkeys(value))
            elif field == "names":
                for one in value:
                    take([one.text, one.begin, one.end])
            else:
                take(value)
    column = (table.source or mapping.source).column
    if column is not None:
        found[column] = None
    return list(found)
