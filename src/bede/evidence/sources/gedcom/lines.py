"""The lines of a GEDCOM file, and the records they make.

A line is a level, perhaps an identifier, a tag and perhaps a value; what belongs to a line stands
below it with a higher level. Each record of level 0 is read by itself, so that a file of any size
takes little memory, and a line that is none is left out with what stands below it.

Sources: The GEDCOM Standard, Release 5.5.1 (1999), chapter 1; FamilySearch GEDCOM 7.0,
section 1. ANSEL is ANSI/NISO Z39.47, by the codec of the library `ansel`.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

from bede.evidence.importing import unreadable

MAX_LINE = 32_768
"""The longest line that is kept (characters); the standard allows 255, and a note in 7.0 more."""
VOID = "@VOID@"
"""In GEDCOM 7, the pointer to a record that is not there."""
MAX_RECORD = 20_000
"""The most lines that are kept of one record."""
_LINE = re.compile(
    r"\s*(?P<level>[0-9]{1,2})\s+(?:(?P<xref>@[^@\s][^@]{0,80}@)\s+)?"
    r"(?P<tag>[A-Za-z0-9_]{1,31})(?: (?P<value>.*))?"
)
_CHAR = re.compile(rb"[\r\n]\s*1 +CHAR +([A-Za-z0-9_-]+)")
_FIRST_BYTES = 65_536
_ENCODINGS = {
    "ansel": "gedcom",
    "ansi": "cp1252",
    "windows": "cp1252",
    "cp1252": "cp1252",
    "iso8859-1": "latin-1",
    "iso-8859-1": "latin-1",
    "latin1": "latin-1",
    "ibmpc": "cp437",
    "ibm": "cp437",
    "msdos": "cp437",
    "macintosh": "mac_roman",
    "ascii": "utf-8",  # a part of UTF-8, and some write that and call it ASCII
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "unicode": "utf-8",  # UTF-16 shows itself by its bytes
}


@dataclass(slots=True)
class Line:
    """A line with the lines below it.

    Attributes:
        tag: in capitals.
        value: what stands behind the tag, with its continuations; "@@" stands for one "@".
        xref: the identifier of a record, without its "@", or None.
        number: of the line in the file, from 1.
        below: the lines of the next level.
    """

    tag: str
    value: str
    xref: str | None
    number: int
    below: list[Line] = field(default_factory=list)

    def all(self, *tags: str) -> Iterator[Line]:
        """The lines directly below with one of these tags, in order."""
        return (line for line in self.below if line.tag in tags)

    def first(self, *tags: str) -> Line | None:
        """The first line directly below with one of these tags."""
        return next(self.all(*tags), None)

    def text(self, *tags: str) -> str:
        """The value of the first line directly below with one of these tags, or nothing."""
        found = self.first(*tags)
        return "" if found is None else found.value

    @property
    def pointer(self) -> str | None:
        """The identifier that the value names, or None if it names none."""
        value = self.value.strip()
        if len(value) > 2 and value[0] == value[-1] == "@" and value != VOID:
            return value[1:-1].strip()
        return None


@dataclass(frozen=True, slots=True)
class Broken:
    """A line that is none, or is left out.

    Attributes:
        number: of the line in the file, from 1.
        cause: why.
    """

    number: int
    cause: str


def encoding_of(start: bytes) -> str:
    """The Python codec for a GEDCOM file.

    Args:
        start: its first bytes.
    """
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if start.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if start[:2] == b"0\0":
        return "utf-16-le"
    if start[:2] == b"\x000":
        return "utf-16-be"
    stated = _CHAR.search(start)
    named = "utf-8" if stated is None else stated[1].decode("ascii").lower()
    return _ENCODINGS.get(named, "utf-8")


def is_gedcom(path: Path) -> bool:
    """Whether a file begins as GEDCOM does: with the line "0 HEAD"."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            start = file.read(64)
    except (OSError, ValueError):
        return False
    encoding = encoding_of(start)
    text = start.decode(encoding if encoding.startswith("utf") else "latin-1", "replace")
    return text.lstrip("\ufeff \t\r\n").upper().startswith("0 HEAD")


def records(path: Path) -> Iterator[Line | Broken]:
    """The records of level 0 in their order, and between them what was left out.

    Raises:
        OSError: the file cannot be read.
        ReferenceSourceError: it is no GEDCOM file.
    """
    if not is_gedcom(path):
        raise unreadable(path, "this is no GEDCOM file: it does not begin with 0 HEAD")
    stack: list[Line] = []
    kept = 0
    skipping = 99  # the level of a broken line: what stands deeper belonged to it
    for number, text in _texts(path):
        found = None if text is None else _LINE.fullmatch(text)
        if found is None:
            if text is None or text.strip():
                yield Broken(number, _cause(text))
            continue
        level = int(found["level"])
        if level > skipping:
            continue
        skipping = 99
        if level == 0:
            if stack:
                yield stack[0]
            stack, kept = [_line(found, number)], 0
            continue
        kept += 1
        if level > len(stack) or kept > MAX_RECORD:
            skipping = level
            if level > len(stack):
                yield Broken(number, f"level {level} does not follow on the line above")
            elif kept == MAX_RECORD + 1:
                yield Broken(number, f"the record has more than {MAX_RECORD} lines")
            continue
        del stack[level:]
        _put(stack, _line(found, number))
    if stack:
        yield stack[0]
        if stack[0].tag != "TRLR":
            yield Broken(stack[0].number, "the file ends in this record, without 0 TRLR")


def _put(stack: list[Line], line: Line) -> None:
    above = stack[-1]
    if line.tag in ("CONC", "CONT"):
        if len(above.value) < MAX_LINE:
            above.value += ("\n" if line.tag == "CONT" else "") + line.value
    else:
        above.below.append(line)
    stack.append(line)


def _line(found: re.Match[str], number: int) -> Line:
    xref = found["xref"]
    value = found["value"] or ""
    if value.startswith("@@"):
        value = value[1:]
    return Line(found["tag"].upper(), value, xref[1:-1].strip() if xref else None, number)


def _cause(text: str | None) -> str:
    if text is None:
        return f"a line of more than {MAX_LINE} characters"
    if "\0" in text:
        return "binary data"
    return "this is no line of GEDCOM: a level, a tag and a value"


def _texts(path: Path) -> Iterator[tuple[int, str | None]]:
    """The lines with their numbers; None for one that is too long."""
    with path.open("rb") as file:
        encoding = encoding_of(file.read(_FIRST_BYTES))
        file.seek(0)
        if encoding == "gedcom":
            import_module("ansel").register()
        number = 0
        with TextIOWrapper(file, encoding=encoding, errors="replace", newline=None) as stream:
            while piece := stream.readline(MAX_LINE):
                number += 1
                if number == 1:
                    piece = piece.lstrip("\ufeff")
                if piece.endswith("\n") or len(piece) < MAX_LINE:
                    yield number, piece.rstrip("\n")
                    continue
                while (rest := stream.readline(MAX_LINE)) and not rest.endswith("\n"):
                    pass
                yield number, None
