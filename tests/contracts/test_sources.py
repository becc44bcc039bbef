"""What every source of a reference promises, tried on every source there is."""

from __future__ import annotations

import re
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.data_sets import FILES, FOLDERS, written

from bede.catalog import roles_by_type
from bede.chronology import Calendar, Span, parse_edtf
from bede.errors import BedeError
from bede.evidence.names import name_key
from bede.evidence.sources import Record, ReferenceSource, Skipped, sources
from bede.evidence.values import Completeness, Entity, Fact, Source
from bede.evidence.writing import ReferenceWriter

SOURCES = {source.name: source for source in sources()}
SAMPLES = [*FILES, *FOLDERS]
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONG = 100 * 1024 * 1024
each_source = pytest.mark.parametrize("name", SAMPLES)
each_file = pytest.mark.parametrize("name", list(FILES))


def read(name: str, path: Path) -> list[Record]:
    return list(SOURCES[name].read(path))


def kept(name: str, folder: Path) -> list[Record]:
    return read(name, written(name, folder))


def test_every_source_has_a_sample() -> None:
    """A source that is not tried here promises nothing."""
    assert sorted(SOURCES) == sorted(SAMPLES)


@each_source
def test_it_says_what_it_is(name: str, tmp_path: Path) -> None:
    """It has an id and a title, and can tell what its data set says of itself."""
    source: ReferenceSource = SOURCES[name]
    head = source.head(written(name, tmp_path))
    assert ID.fullmatch(source.name)
    assert source.title
    assert ID.fullmatch(head.name)
    assert head.version
    assert head.title
    assert head.licence
    assert head.scope


@each_source
def test_it_knows_its_own(name: str, tmp_path: Path) -> None:
    """Its own sample fits, and that of no other."""
    fitting = [other for other in SAMPLES if SOURCES[name].fits(written(other, tmp_path))]
    assert fitting == [name]


@each_source
def test_a_missing_file_fits_nothing(name: str, tmp_path: Path) -> None:
    """Asking is no error."""
    assert not SOURCES[name].fits(tmp_path / "none.json")
    assert not SOURCES[name].fits(tmp_path)


@each_source
def test_sources_come_before_what_cites_them(name: str, tmp_path: Path) -> None:
    """So that a stream can be written as it comes."""
    known: set[str] = set()
    for record in kept(name, tmp_path):
        if isinstance(record, Source):
            known.add(record.id)
        else:
            assert cited(record) <= known, record


def cited(record: Record) -> set[str]:
    if isinstance(record, Entity):
        return {*record.sources, *(source for one in record.names for source in one.sources)}
    if isinstance(record, Fact):
        others = (source for value in record.values for source in value.sources)
        return {*record.sources, *record.coarse_sources, *others}
    return set(record.sources) if isinstance(record, Completeness) else set()


@each_source
def test_ids_are_ids_and_stand_once(name: str, tmp_path: Path) -> None:
    """Small letters, digits and hyphens; one record for each."""
    records = [one for one in kept(name, tmp_path) if not isinstance(one, Skipped)]
    assert [one.id for one in records if not ID.fullmatch(one.id)] == []
    named = [one.id for one in records if not isinstance(one, Source)]
    assert len(named) == len(set(named)) > 0


@each_source
def test_facts_are_of_known_types_with_fitting_fillers(name: str, tmp_path: Path) -> None:
    """Types and roles are those of the catalog, fillers are of the kinds that it asks for."""
    records = kept(name, tmp_path)
    kinds = {one.id: one.kind for one in records if isinstance(one, Entity)}
    facts = [one for one in records if isinstance(one, Fact)]
    assert facts
    for fact in facts:
        roles = roles_by_type()[fact.type]
        assert set(fact.roles) <= set(roles)
        for role, fillers in fact.roles.items():
            allowed = roles[role]
            assert all(not allowed or kinds[filler] in allowed for filler in fillers), fact


@each_source
def test_times_are_told_twice_and_alike(name: str, tmp_path: Path) -> None:
    """The EDTF of a fact or name is read back as its span, in the calendar of history."""
    for record in kept(name, tmp_path):
        for edtf, span in times(record):
            assert (edtf is None) == (span is None)
            if edtf is not None:
                assert span in [parse_edtf(edtf, calendar) for calendar in Calendar], record


def times(record: Record) -> Iterator[tuple[str | None, Span | None]]:
    if isinstance(record, Fact):
        yield record.edtf, record.span
        yield from ((value.edtf, value.span) for value in record.values)
    if isinstance(record, Entity):
        yield from ((one.edtf, one.span) for one in record.names)


@each_source
def test_names_can_be_found(name: str, tmp_path: Path) -> None:
    """Every entity has a name with letters, and its label is one line."""
    for record in kept(name, tmp_path):
        if isinstance(record, Entity):
            assert record.names
            assert all(name_key(one.text) for one in record.names)
            assert record.label.isprintable()
            assert record.label == record.label.strip()


@each_source
def test_the_same_file_gives_the_same_records(name: str, tmp_path: Path) -> None:
    """No clock, no chance, no order of a set."""
    assert kept(name, tmp_path) == kept(name, tmp_path)


@each_source
def test_a_reference_is_written_of_it(name: str, tmp_path: Path) -> None:
    """The writer takes what the source gives."""
    path = written(name, tmp_path)
    writer = ReferenceWriter(tmp_path / "out.sqlite")
    writer.begin(SOURCES[name].head(path))
    writer.add_all(SOURCES[name].read(path))
    done = writer.finish()
    assert done.entities
    assert done.facts
    assert not done.skipped


def outcome(name: str, path: Path) -> int:
    """How much is read of a bad file: records, or one clear error."""
    try:
        head = SOURCES[name].head(path)
        assert ID.fullmatch(head.name)
        return sum(not isinstance(record, Skipped) for record in SOURCES[name].read(path))
    except BedeError as raised:
        error = str(raised)
    assert error.startswith(str(path))
    assert "\n" not in error
    return 0


@each_file
def test_a_file_cut_off_anywhere_is_read_so_far(name: str, tmp_path: Path) -> None:
    """What came before the cut is kept, or there is one clear error; never a traceback."""
    path = written(name, tmp_path)
    data = path.read_bytes()
    whole = outcome(name, path)
    for cut in range(0, len(data), max(1, len(data) // 25)):
        path.write_bytes(data[:cut])
        assert outcome(name, path) <= whole


@each_file
def test_bad_bytes_are_no_data_set(name: str, tmp_path: Path) -> None:
    """Nothing, zeros and noise give one clear error, or skipped places."""
    path = tmp_path / FILES[name][0]
    for data in (b"", b"\0" * 5000, bytes(range(256)) * 40, b"\xff\xfe\0\xd8" * 99, b"{" * 9999):
        path.write_bytes(data)
        assert outcome(name, path) <= 1  # the source that stands for the file


@each_file
def test_bad_bytes_in_the_middle_harm_nothing_else(name: str, tmp_path: Path) -> None:
    """Each line in turn is turned to noise."""
    path = written(name, tmp_path)
    lines = path.read_bytes().split(b"\n")
    for at in range(0, len(lines), max(1, len(lines) // 15)):
        path.write_bytes(b"\n".join([*lines[:at], b"\x00\x1b[31m\xff @#D", *lines[at + 1 :]]))
        outcome(name, path)


@each_file
def test_terminal_control_never_comes_through(name: str, tmp_path: Path) -> None:
    """What a file hides in its names is gone before it can be shown."""
    path = tmp_path / FILES[name][0]
    mark = "\\u001b[31m" if path.suffix != ".ged" else "\x1b[31m"
    text = FILES[name][1]
    for word in ("Reed", "Tarn", "Pot", "Battle"):
        text = text.replace(word, f"{word}{mark}")
    path.write_text(text, encoding="utf-8")
    assert "\x1b" not in "".join(map(repr, read(name, path))).replace("\\x1b", "\x1b")


@each_file
def test_deep_nesting_and_one_endless_line_are_bounded(name: str, tmp_path: Path) -> None:
    """A million brackets and a line of 100 MB: no stack is exhausted, memory stays small."""
    path = written(name, tmp_path)
    data = path.read_bytes()
    half = len(data) // 2
    for bomb in (b"[" * 1_000_000, b'{"a":' * 200_000, b"1 NOTE x\n2 CONT y\n" * 100_000):
        path.write_bytes(data[:half] + bomb + data[half:])
        outcome(name, path)
    with path.open("wb") as file:
        file.write(data[:half])
        for _ in range(LONG // (1024 * 1024)):
            file.write(b"x" * (1024 * 1024))
        file.write(b"\n" + data[half:])
    tracemalloc.start()
    try:
        outcome(name, path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        path.unlink()
    assert peak < LONG / 2
