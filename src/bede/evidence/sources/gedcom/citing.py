"""Sources as GEDCOM cites them: a record SOUR, and in each citation a page and a judgement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from bede.evidence.importing import plain, simple_source, slug
from bede.evidence.sources.gedcom.lines import VOID, Line
from bede.evidence.values import Confidence, Quality, Source, SourceKind

_QUALITY: Mapping[str, tuple[SourceKind, Quality]] = {
    "3": ("primary", "decent"),
    "2": ("reference-work", "fair"),
    "1": ("web", "poor"),
    "0": ("web", "poor"),
}
"""The judgement QUAY: 3 direct and primary, 2 secondary, 1 questionable, 0 unreliable."""
_REMEMBERED = 100_000
MAX_CITATIONS = 20
"""The most citations that are kept of one happening."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What a happening rests on.

    Attributes:
        ids: of its sources, never empty.
        new: the sources among them that were not given before.
        confidence: weak if the file itself calls all of them unreliable, else medium.
    """

    ids: tuple[str, ...]
    new: tuple[Source, ...]
    confidence: Confidence


def file_source(data_set: str, title: str, author: str | None, year: str | None) -> Source:
    """The file itself, on which all rests that cites nothing."""
    return simple_source(
        f"{data_set}-file", title, work="family tree (GEDCOM file)", author=author, year=year,
        quality="poor",
    )  # fmt: skip


class Citations:
    """The sources of one file.

    Args:
        data_set: the id of the data set, with which their ids begin.
        file: the source that stands for the file.
    """

    def __init__(self, data_set: str, file: Source) -> None:
        self._data_set = data_set
        self._file = file
        self._records: dict[str, Source] = {}
        self._given: set[str] = set()

    def enter(self, record: Line) -> None:
        """Take a SOUR record, for the citations that name it."""
        if record.xref is None:
            return
        title = plain(record.text("TITL")) or plain(record.text("ABBR"))
        self._records[record.xref] = simple_source(
            slug(f"{self._data_set} {record.xref}"),
            title or f"source {plain(record.xref, 40)}",
            work=title or "family tree (GEDCOM file)",
            author=plain(record.text("AUTH")),
            publisher=plain(record.text("PUBL")),
        )

    def cited(self, *lines: Line) -> Cited:
        """What the citations of some lines come to."""
        found: dict[str, Source] = {}
        judged: set[str] = set()
        for line in lines:
            for citation in line.all("SOUR"):
                source = self._cited(citation)
                if len(found) < MAX_CITATIONS:
                    found[source.id] = source
                    judged.add(citation.text("QUAY").strip())
        if not found:
            return Cited((self._file.id,), (), "medium")
        new = tuple(self._fresh(found.values()))
        return Cited(tuple(found), new, "weak" if judged <= {"0", "1"} else "medium")

    def _fresh(self, sources: Iterable[Source]) -> Iterator[Source]:
        if len(self._given) > _REMEMBERED:
            self._given.clear()  # the same source may be given again
        for source in sources:
            if source.id not in self._given:
                self._given.add(source.id)
                yield source

    def _cited(self, citation: Line) -> Source:
        kind, quality = _QUALITY.get(citation.text("QUAY").strip(), ("reference-work", "fair"))
        page = plain(citation.text("PAGE"), 150)
        key = citation.pointer
        record = self._records.get(key) if key else None
        if record is None:
            words = "" if citation.value.strip() == VOID else plain(citation.value)
            words = words if key is None else f"source {plain(key, 40)}"
            made = slug(f"{self._data_set} {words} {page} {kind} {quality}")
            return simple_source(
                made, words or "source", work=words or "source", pages=page, kind=kind,
                quality=quality,
            )  # fmt: skip
        own = f"{record.id}-{slug(f'{page} {kind} {quality}')}" if page else f"{record.id}-{kind}"
        return replace(record, id=slug(own), pages=page or None, kind=kind, quality=quality)
