"""The whole way from a dump to records, in steps after each of which it can be resumed.

The first pass reads the dump and gives the records of all items whose classes are in the table.
Items of other classes are put by on disk, with the edges of the tree of classes. When the dump is
at its end the tree is whole, and the second pass settles what was put by. So the order of the dump
makes no difference, and memory stays bounded.

Nothing is done twice and nothing is lost after an interruption: each batch carries a mark that
says where the reading stands and how long the files on disk were then; what they have beyond is
cut off before the reading goes on.
"""

from __future__ import annotations

import os
from array import array
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import orjson
import zstandard

from bede.errors import ReferenceSourceError
from bede.evidence.importing import unreadable
from bede.evidence.sources.contract import Batch, Record, Skipped
from bede.evidence.sources.wikidata import truthy
from bede.evidence.sources.wikidata.converting import Result, Task, convert, learn, settle
from bede.evidence.sources.wikidata.dump import PIECE, Piece, pieces
from bede.evidence.sources.wikidata.items import Settings
from bede.evidence.sources.wikidata.mapping import classes
from bede.evidence.sources.wikidata.tree import ClassTree
from bede.processes import broken, helpers

_AHEAD = 2
"""So many pieces for each process are read ahead."""
_UNDECIDED, _EDGES = "undecided", "edges"
_LENGTH = 4


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where the reading stands."""

    offset: int = 0
    line: int = 1
    done: int = 0
    undecided: int = 0
    edges: int = 0
    settled: int = -1  # how far the second pass is; before it -1
    entities: int = 0
    left_out: int = 0

    def text(self) -> str:
        values = {name: getattr(self, name) for name in self.__slots__}
        return orjson.dumps(values).decode()


def batches(
    path: Path,
    scratch: Path,
    settings: Settings,
    *,
    mark: str | None = None,
    jobs: int = 1,
    size: int = PIECE,
) -> Iterator[Batch]:
    """Read a dump.

    Args:
        path: the dump.
        scratch: a folder for what has to wait; the same when an interrupted reading goes on.
        settings: what is to be taken.
        mark: the mark of the last batch whose records are safe, or None to begin.
        jobs: how many processes share the work.
        size: about how many bytes a process is given at a time.

    Raises:
        ReferenceSourceError: the dump, or the folder, cannot be used.
        ProcessError: one of the processes was ended from outside.
    """
    at = _Mark() if mark is None else _Mark(**orjson.loads(mark))
    try:
        scratch.mkdir(parents=True, exist_ok=True)
        with _Scratch(scratch, at) as waiting:
            if at.settled < 0:
                for now, records in _first_pass(path, at, waiting, settings, jobs, size):
                    yield _batch(now, records)
                    at = now
            for now, records in _second_pass(path, at, waiting, settings, jobs):
                yield _batch(now, records)
    except OSError as error:
        raise unreadable(scratch, error) from error


def holds_triples(path: Path) -> bool:
    """Whether a dump is in N-Triples, by its name."""
    return ".nt" in path.suffixes


def default_jobs() -> int:
    """How many processes share the work if nobody says."""
    return max(1, os.cpu_count() or 1)


class _Scratch:
    """The files of what has to wait, cut back to where the mark says."""

    def __init__(self, folder: Path, at: _Mark) -> None:
        self._stack = ExitStack()
        self._packer = zstandard.ZstdCompressor(level=1)
        self.undecided = self._opened(folder / _UNDECIDED, at.undecided)
        self.edges = self._opened(folder / _EDGES, at.edges)

    def __enter__(self) -> _Scratch:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _opened(self, path: Path, length: int) -> Any:
        file = self._stack.enter_context(path.open("r+b" if path.exists() else "w+b"))
        if file.seek(0, os.SEEK_END) < length:
            self._stack.close()
            raise ReferenceSourceError(
                "what was kept of the interrupted import is not whole",
                path=str(path),
                remedy="begin again without resuming",
            )
        file.truncate(length)
        file.seek(length)
        return file

    def put_by(self, result: Result) -> tuple[int, int]:
        """Keep what is undecided and the edges; return the new lengths of both files."""
        if result.undecided:
            frame = self._packer.compress(result.undecided)
            self.undecided.write(len(frame).to_bytes(_LENGTH, "little") + frame)
        self.edges.write(array("q", result.edges).tobytes())
        for file in (self.undecided, self.edges):
            file.flush()
        return self.undecided.tell(), self.edges.tell()

    def tree(self) -> ClassTree:
        """The tree of classes that all edges make."""
        self.edges.seek(0)
        return ClassTree(array("q", self.edges.read()), classes())

    def frames(self, start: int) -> Iterator[tuple[bytes, int]]:
        """What was put by, each with the place behind it."""
        self.undecided.seek(start)
        while head := self.undecided.read(_LENGTH):
            frame = self.undecided.read(int.from_bytes(head, "little"))
            yield zstandard.ZstdDecompressor().decompress(frame), self.undecided.tell()


def _batch(at: _Mark, records: list[Record]) -> Batch:
    return Batch(tuple(records), at.text(), at.done, at.entities, at.left_out)


def _first_pass(
    path: Path, at: _Mark, waiting: _Scratch, settings: Settings, jobs: int, size: int
) -> Iterator[tuple[_Mark, list[Record]]]:
    triples = holds_triples(path)
    owner = truthy.owner if triples else None

    def tasks() -> Iterator[tuple[Piece, Task]]:
        for piece in pieces(path, offset=at.offset, line=at.line, size=size, owner=owner):
            yield piece, Task(piece.data, str(path), piece.first_line, settings, triples)

    for piece, result in _shared(tasks(), convert, jobs):
        records = result.records
        if piece.fault is not None:
            records.append(Skipped(str(path), f"line {piece.next_line}", piece.fault))
        undecided, edges = waiting.put_by(result)
        at = replace(
            at,
            offset=piece.offset,
            line=piece.next_line,
            done=piece.position,
            undecided=undecided,
            edges=edges,
            entities=at.entities + result.entities,
            left_out=at.left_out + result.left_out,
        )
        yield at, records
    yield replace(at, settled=0), []


def _second_pass(
    path: Path, at: _Mark, waiting: _Scratch, settings: Settings, jobs: int
) -> Iterator[tuple[_Mark, list[Record]]]:
    at = replace(at, settled=max(at.settled, 0))

    def tasks() -> Iterator[tuple[int, Task]]:
        for data, end in waiting.frames(at.settled):
            yield end, Task(data, str(path), 1, settings)

    if at.settled == at.undecided:
        return
    for end, result in _shared(tasks(), settle, jobs, waiting.tree()):
        at = replace(at, settled=end, left_out=at.left_out + result.left_out)
        yield at, result.records


def _shared(
    tasks: Iterator[tuple[Any, Task]],
    work: Callable[[Task], Result],
    jobs: int,
    tree: ClassTree | None = None,
) -> Iterator[tuple[Any, Result]]:
    """Have tasks done by several processes; the results come in the order of the tasks."""
    first = next(tasks, None)
    second = next(tasks, None)
    if first is None:
        return
    if jobs == 1 or second is None:
        if tree is not None:
            learn(tree)
        for key, task in (one for one in (first, second) if one is not None):
            yield key, work(task)
        for key, task in tasks:
            yield key, work(task)
        return
    pool = helpers(jobs, learn, tree) if tree is not None else helpers(jobs)
    coming: deque[tuple[Any, Future[Result]]] = deque()
    try:
        for key, task in (first, second):
            coming.append((key, pool.submit(work, task)))
        yield from _in_order(tasks, work, pool, coming, jobs)
    except BrokenProcessPool as error:
        raise broken("reading the dump", "there may be too little memory: use --jobs 1") from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _in_order(
    tasks: Iterator[tuple[Any, Task]],
    work: Callable[[Task], Result],
    pool: ProcessPoolExecutor,
    coming: deque[tuple[Any, Future[Result]]],
    jobs: int,
) -> Iterator[tuple[Any, Result]]:
    more = True
    while coming:
        while more and len(coming) < _AHEAD * jobs:
            following = next(tasks, None)
            more = following is not None
            if following is not None:
                coming.append((following[0], pool.submit(work, following[1])))
        key, future = coming.popleft()
        yield key, future.result()
