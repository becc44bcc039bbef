"""GEDCOM, the format of family trees: versions 5.5, 5.5.1 and 7.

People become persons, their births, deaths, burials, homes, journeys, schools and titles facts;
families become marriages and kinship; "Tarn, Velin, Orland" becomes three places, each part of the
next. A file is read twice: first for its sources, which stand at its end, then for the rest.

Left out: notes and pictures; baptisms (no birth); divorces, ordinances and whatever Bede has no
event type for; people and families that the file marks as private; people without a surname.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bede.evidence.importing import digest, plain, slug, unreadable
from bede.evidence.sources.contract import Record, Skipped
from bede.evidence.sources.gedcom.citing import Citations, file_source
from bede.evidence.sources.gedcom.lines import Line, is_gedcom, records
from bede.evidence.sources.gedcom.names import names_of
from bede.evidence.sources.gedcom.people import People, is_private
from bede.evidence.sources.gedcom.places import Places
from bede.evidence.values import PackHead, Source

_YEAR = re.compile(r"[0-9]{4}")
_BORN = frozenset({"", "birth"})


class Gedcom:
    """Family trees in GEDCOM."""

    name = "gedcom"
    title = "GEDCOM 5.5.1 and 7"

    def fits(self, path: Path) -> bool:
        """Whether it begins as GEDCOM does, whatever its name."""
        return is_gedcom(path)

    def head(self, path: Path) -> PackHead:
        """What its header says: the name of the file and who submitted it."""
        source, _ = _head(path, _header(path))
        return PackHead(
            name=slug(path.stem),
            version=digest(path),
            title=source.title,
            licence=_licence(_header(path)),
            editors=(source.author,) if source.author else (),
            scope="a family tree",
        )

    def read(self, path: Path) -> Iterator[Record]:
        """Yield the records of a file; each source stands before what cites it.

        Raises:
            ReferenceSourceError: it is no GEDCOM file, or cannot be read.
        """
        try:
            yield from _records(path)
        except OSError as error:
            raise unreadable(path, error) from error


def _records(path: Path) -> Iterator[Record]:
    header = _header(path)
    file, modern = _head(path, header)
    yield file
    data_set = slug(path.stem)
    citations = Citations(data_set, file)
    not_born: set[tuple[str, str]] = set()
    left_out: set[str] = set()
    for record in records(path):
        if isinstance(record, Line) and record.tag == "SOUR":
            citations.enter(record)
        elif isinstance(record, Line) and record.tag == "INDI" and record.xref:
            if is_private(record) or not names_of(record):
                left_out.add(record.xref)
            not_born.update((record.xref, family) for family in _adopted_by(record))
    people = People(
        path,
        data_set,
        citations,
        Places(data_set, file.id),
        file.id,
        left_out=frozenset(left_out),
        not_born_to=frozenset(not_born),
        modern=modern,
    )
    for record in records(path):
        if not isinstance(record, Line):
            yield Skipped(str(path), f"line {record.number}", record.cause)
        elif record.tag == "INDI":
            yield from people.person(record)
        elif record.tag == "FAM":
            yield from people.family(record)


def _adopted_by(person: Line) -> Iterator[str]:
    """The families to which somebody belongs, but not by birth, or does not belong."""
    for family in person.all("FAMC"):
        disproven = family.text("STAT").strip().lower() == "disproven"
        if family.pointer and (disproven or family.text("PEDI").strip().lower() not in _BORN):
            yield family.pointer
    for adoption in person.all("ADOP"):
        for family in adoption.all("FAMC"):
            if family.pointer:
                yield family.pointer


def _header(path: Path) -> Line:
    for record in records(path):
        if isinstance(record, Line):
            return record
    raise unreadable(path, "there is no record in it")


def _head(path: Path, header: Line) -> tuple[Source, bool]:
    """The source that stands for the file, and whether it is of version 7."""
    form = header.first("GEDC")
    version = form.text("VERS").strip() if form else ""
    year = _YEAR.search(header.text("DATE"))
    title = plain(header.text("FILE")) or plain(path.name)
    made_by = header.first("SOUR")
    corporation = made_by.first("CORP") if made_by else None
    author = plain(corporation.value) if corporation else None
    source = file_source(slug(path.stem), title, author, year[0] if year else None)
    return source, version.startswith("7")


def _licence(header: Line) -> str:
    return plain(header.text("COPR")) or "not stated"


SOURCE = Gedcom()
