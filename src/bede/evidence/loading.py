"""One reference out of packs and data sets of any kind, gone on with where it was interrupted."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bede.catalog import roles_by_type
from bede.errors import ReferenceSourceError
from bede.evidence.build import add_packs
from bede.evidence.pack import FaultyPackError, check_packs
from bede.evidence.sources.contract import Record, ReferenceSource, ResumableSource
from bede.evidence.values import Entity, PackHead
from bede.evidence.writing import ReferenceWriter, Written
from bede.version import VERSION

BATCHES_OF_A_MARK = 8
"""So many batches are kept for good together; so much at most is read again."""
_WHAT = "what is built"
_WHOLE = "whole"
_PACK = "pack.toml"

Progress = Callable[[Path, int], None]
"""Is told of which file how much has been read (bytes)."""


class Writer(Protocol):
    """What `load` asks of a `ReferenceWriter`."""

    def begin(self, head: PackHead) -> None:
        """Begin a pack."""
        ...

    def add(self, record: Record) -> None:
        """Take one record."""
        ...

    def mark(self, key: str, value: str) -> None:
        """Keep all records so far for good, with how far the input was read."""
        ...

    def marked(self, key: str) -> str | None:
        """Return how far the input was read when it was last marked."""
        ...


@dataclass(frozen=True, slots=True)
class Input:
    """Something to build a reference from.

    Attributes:
        path: a folder or a file.
        source: what reads it; None for a pack.
    """

    path: Path
    source: ReferenceSource | None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read of one data set.

    Attributes:
        entries: how many entries it has, if they were counted, else 0.
        left_out: how many of them were of no kind that is wanted, or without a name.
        used: whether anything of it could be used.
    """

    entries: int = 0
    left_out: int = 0
    used: bool = True


@dataclass(frozen=True, slots=True)
class Built:
    """A new reference.

    Attributes:
        written: what became of the records.
        entries: how many entries the data sets have that count them.
        left_out: how many of them were of no kind that is wanted, or without a name.
    """

    written: Written
    entries: int
    left_out: int


def recognised(paths: Iterable[Path], known: Sequence[ReferenceSource]) -> tuple[Input, ...]:
    """Find out what can read each path: it is a pack, or the first source that it fits.

    Args:
        paths: folders and files.
        known: the sources, the first that fits counts.

    Raises:
        ReferenceSourceError: nothing can read one of them.
    """
    return tuple(_input(path, known) for path in paths)


def _input(path: Path, known: Sequence[ReferenceSource]) -> Input:
    if (path / _PACK).is_file():
        return Input(path, None)
    if not path.exists():
        raise ReferenceSourceError("no such file or folder", path=str(path), remedy="check it")
    source = next((source for source in known if source.fits(path)), None)
    if source is not None:
        return Input(path, source)
    if path.is_dir():
        cause = f"this folder is no pack (it has no {_PACK}) and no data set that Bede knows"
        remedy = "name a pack or a file; say what the columns of tables mean with --mapping"
    else:
        titles = ", ".join(source.title for source in known)
        cause = f"this is no data set that Bede knows ({titles})"
        remedy = "for a table say what its columns mean with --mapping"
    raise ReferenceSourceError(cause, path=str(path), remedy=remedy)


def build(inputs: Sequence[Input], output: Path, progress: Progress | None = None) -> Built:
    """Write one reference from packs and data sets; the order is their precedence.

    Where a big data set is among them, a run that was interrupted is gone on with by the next one
    that is asked for the same.

    Args:
        inputs: what to read.
        output: the file to write; the old one stays until the new one is whole.
        progress: is told how much has been read.

    Raises:
        FaultyPackError: anything is wrong in the packs.
        ReferenceSourceError: nothing in a data set can be read, or nothing in any is of use.
        ReferenceFileError: the reference cannot be written.
        ProcessError: a process that was to help was ended from outside.
    """
    packs, errors = check_packs([one.path for one in inputs if one.source is None], roles_by_type())
    if errors:
        raise FaultyPackError(errors)
    by_path = dict(zip((one.path for one in inputs if one.source is None), packs, strict=True))
    big = any(isinstance(one.source, ResumableSource) for one in inputs)
    scratch = output.resolve().with_name(f".{output.name}.reading")
    done: list[Loaded] = []
    with _writer(inputs, output, scratch, resume=big) as writer:
        for number, one in enumerate(inputs):
            if one.source is None:
                add_packs(writer, (by_path[one.path],))
            else:
                told = _telling(progress, one.path)
                done.append(load(one.source, one.path, writer, scratch / str(number), told))
        useful = bool(packs) or any(one.used for one in done)
        written = writer.finish() if useful else None
    shutil.rmtree(scratch, ignore_errors=True)
    if written is None:
        ReferenceWriter(output).close()  # there is nothing to go on with
        raise _useless(inputs, done)
    return Built(written, sum(one.entries for one in done), sum(one.left_out for one in done))


def load(
    source: ReferenceSource,
    path: Path,
    writer: Writer,
    scratch: Path,
    progress: Callable[[int], None] | None = None,
) -> Loaded:
    """Write all records of one data set.

    A big one is read in batches, with marks by which an interrupted run goes on; any other is
    read at once.

    Args:
        source: what can read it.
        path: the file or folder.
        writer: takes the records; if it was opened to resume, the reading goes on at its mark.
        scratch: a folder for what has to wait, the same in a run that resumes. The caller removes
            it when the reference is finished.
        progress: is told how much of the file has been read (bytes).

    Raises:
        ReferenceSourceError: nothing in the file can be read.
        ReferenceFileError: the records cannot be written.
        ProcessError: a process that was to help was ended from outside.
    """
    writer.begin(source.head(path))
    key = f"{source.name} {path.resolve()}"
    mark = writer.marked(key)
    if not isinstance(source, ResumableSource):
        used = mark == _WHOLE
        for record in () if used else source.read(path):
            writer.add(record)
            used = used or isinstance(record, Entity)
        writer.mark(key, _WHOLE)
        return Loaded(used=used)
    used = mark is not None  # what came before the mark was looked at then
    loaded = Loaded(used=used)
    last = None
    for count, batch in enumerate(source.batches(path, scratch, mark), 1):
        for record in batch.records:
            writer.add(record)
            used = used or isinstance(record, Entity)
        if count % BATCHES_OF_A_MARK == 0:
            writer.mark(key, batch.mark)
        last = batch.mark
        loaded = Loaded(batch.entities, batch.left_out, used)
        if progress is not None:
            progress(batch.done)
    if last is not None:
        writer.mark(key, last)
    return loaded


def _writer(
    inputs: Sequence[Input], output: Path, scratch: Path, *, resume: bool
) -> ReferenceWriter:
    """A writer that goes on with an interrupted run if it was for just the same."""
    what = _signature(inputs)
    if resume:
        writer = ReferenceWriter(output, resume=True)
        if writer.marked(_WHAT) == what:
            return writer
        writer.close()
    shutil.rmtree(scratch, ignore_errors=True)
    ReferenceWriter(output).close()  # takes away what another run left
    writer = ReferenceWriter(output, resume=resume)
    writer.mark(_WHAT, what)
    return writer


def _useless(inputs: Sequence[Input], done: Sequence[Loaded]) -> ReferenceSourceError:
    entries = sum(one.entries for one in done)
    cause = "nothing in it is of use"
    if entries:
        cause += f": none of {entries:,} entries is of a kind that was asked for and has a name"
    remedy = "name another data set; the old reference is unchanged"
    return ReferenceSourceError(cause, path=", ".join(str(i.path) for i in inputs), remedy=remedy)


def _signature(inputs: Sequence[Input]) -> str:
    """What a run is asked for: which files in which state, read by whom and how."""
    told = []
    for one in inputs:
        state = one.path.stat()
        size = 0 if one.path.is_dir() else state.st_size
        told.append([str(one.path.resolve()), size, state.st_mtime_ns, repr(one.source)])
    return json.dumps([VERSION, told])


def _telling(progress: Progress | None, path: Path) -> Callable[[int], None] | None:
    if progress is None:
        return None
    return lambda done: progress(path, done)
