"""Wikidata: dumps in JSON, slices of them, answers of its API, and "truthy" N-Triples.

An item becomes an entity with its names, and its statements become facts. What the classes and
properties of Wikidata are in Bede stands in tables under `data/wikidata`.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bede.errors import ReferenceSourceError
from bede.evidence.importing import digest, slug
from bede.evidence.sources.contract import Batch, Record
from bede.evidence.sources.wikidata.dump import beginning
from bede.evidence.sources.wikidata.items import KINDS, Settings
from bede.evidence.sources.wikidata.passes import batches, default_jobs, holds_triples
from bede.evidence.values import PackHead

__all__ = ["KINDS", "SOURCE", "Settings", "WikidataSource"]

_ENTITY = re.compile(rb'"id"\s*:\s*"[QPL][1-9][0-9]*"')
_TRIPLE = re.compile(rb"^<[^>]*> <[^>]*> <http://www.wikidata.org/entity/[QPL]", re.MULTILINE)
_START = re.compile(rb'\s*\[?\s*\{"type":"(?:item|property|lexeme)"')
_SHAPE = re.compile(rb'"(?:labels|claims|descriptions|sitelinks|datatype)"\s*:\s*[\[{"]')
_ENDINGS = (".json", ".jsonl", ".ndjson")
_PACKED = (".bz2", ".gz", ".zst")


@dataclass(frozen=True, slots=True)
class WikidataSource:
    """Wikidata as a source of facts.

    Attributes:
        settings: what is to be taken.
        jobs: how many processes share the work; None for as many as the machine has.
        name: its id.
        title: its name for readers.
    """

    settings: Settings = field(default_factory=Settings)
    jobs: int | None = None
    name: str = "wikidata"
    title: str = "Wikidata (dump in JSON or N-Triples, whole or in part)"

    def fits(self, path: Path) -> bool:
        """Whether a file is a dump of Wikidata, by its name and its first bytes."""
        if holds_triples(path) and path.is_file():
            return bool(_TRIPLE.search(beginning(path)))
        name = path.name.lower()
        for ending in _PACKED:
            name = name.removesuffix(ending)
        if not name.endswith(_ENDINGS) or not path.is_file():
            return False
        start = beginning(path)
        named = _ENTITY.search(start) or _START.match(start)
        return bool(named and _SHAPE.search(start))

    def head(self, path: Path) -> PackHead:
        """What the dump says of itself: its name and its size, since a digest would take hours."""
        try:
            size = path.stat().st_size
        except OSError as error:
            raise ReferenceSourceError(
                f"this cannot be read ({error.strerror})", path=str(path), remedy="check the file"
            ) from error
        small = size <= _DIGESTED
        return PackHead(
            name=slug(path.name.split(".")[0]),
            version=digest(path) if small else f"{size} bytes",
            title=f"Wikidata ({path.name})",
            licence="CC0-1.0",
            editors=("Wikidata contributors",),
            scope="people, organisations, places, offices, happenings, works and ideas",
        )

    def read(self, path: Path) -> Iterator[Record]:
        """Yield the records of a dump.

        Raises:
            ReferenceSourceError: nothing in it can be read.
            ProcessError: one of the processes was ended from outside.
        """
        with tempfile.TemporaryDirectory(prefix="bede-wikidata-") as scratch:
            for batch in self.batches(path, Path(scratch)):
                yield from batch.records

    def batches(self, path: Path, scratch: Path, mark: str | None = None) -> Iterator[Batch]:
        """Yield the records in batches, after each of which the reading can be resumed.

        Args:
            path: the dump.
            scratch: a folder for what has to wait, the same when the reading is resumed.
            mark: the mark of the last batch that is safe, or None to begin.

        Raises:
            ReferenceSourceError: nothing in it can be read.
            ProcessError: one of the processes was ended from outside.
        """
        jobs = self.jobs or default_jobs()
        return batches(path, scratch, self.settings, mark=mark, jobs=jobs)


_DIGESTED = 64 * 1024 * 1024
"""A file up to this size gets a digest as its version."""

SOURCE = WikidataSource()
