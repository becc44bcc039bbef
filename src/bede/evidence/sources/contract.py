"""What a reference source gives: a stream of records, and of what it had to leave out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from bede.evidence.values import Completeness, Entity, Fact, PackHead, Source


@dataclass(frozen=True, slots=True)
class Skipped:
    """A record, or a part of one, that could not be used.

    Attributes:
        path: the file.
        place: where in it, as its readers count: "line 12", "Q42, P569".
        cause: why, in plain words.
    """

    path: str
    place: str
    cause: str


Record = Source | Entity | Fact | Completeness | Skipped


@dataclass(frozen=True, slots=True)
class Batch:
    """Records of a big data set, and where the reading stands behind them.

    Attributes:
        records: the records.
        mark: from here the reading can go on; what it says is the affair of the source.
        done: how much of the file has been read (bytes), for a progress bar.
        entities: how many entries of the data set have been read in all.
        left_out: how many of them in all were of no kind that is wanted, or without a name.
    """

    records: tuple[Record, ...]
    mark: str
    done: int
    entities: int
    left_out: int


class ReferenceSource(Protocol):
    """One format or data set that facts can be taken from.

    Its name is its id ("gedcom"), its title is for readers ("GEDCOM 5.5.1 and 7").
    """

    @property
    def name(self) -> str:
        """Its id, as users write it."""
        ...

    @property
    def title(self) -> str:
        """Its name for readers."""
        ...

    def fits(self, path: Path) -> bool:
        """Whether a file is of this format, by its name and its first bytes."""
        ...

    def head(self, path: Path) -> PackHead:
        """What the data set says of itself."""
        ...

    def read(self, path: Path) -> Iterator[Record]:
        """Yield the records of a file; each source stands before what cites it.

        Raises:
            ReferenceSourceError: nothing in it can be read.
        """
        ...


@runtime_checkable
class ResumableSource(ReferenceSource, Protocol):
    """A source of big data sets, whose reading can be interrupted and gone on with."""

    def batches(self, path: Path, scratch: Path, mark: str | None = None) -> Iterator[Batch]:
        """Yield the records in batches.

        Args:
            path: the file.
            scratch: a folder for what has to wait, the same when the reading goes on.
            mark: the mark of the last batch whose records are safe, or None to begin.

        Raises:
            ReferenceSourceError: nothing in it can be read.
            ProcessError: a process that was to help was ended from outside.
        """
        ...
