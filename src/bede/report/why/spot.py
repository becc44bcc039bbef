"""A place that a user asks about: `FILE:LINE` or `FILE:LINE:COLUMN`."""

from __future__ import annotations

from dataclasses import dataclass

from bede.documents import Document
from bede.errors import UsageError

_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Spot:
    """A line of a document, or one place in it.

    Attributes:
        path: the file as the user named it; "-" is standard input.
        line: from 1.
        column: in code points, from 1; None for the whole line.
    """

    path: str
    line: int
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part)


def read_spot(text: str) -> Spot:
    """Read a place as compilers and `bede check` write it.

    Two numbers at the end are line and column; what stands before them is the file, with any
    colons of its own (`C:/texts/essay.md:12`).

    Args:
        text: `FILE:LINE` or `FILE:LINE:COLUMN`.

    Raises:
        UsageError: the file or the line is missing, or a number is none.
    """
    rest, colon, last = text.rpartition(":")
    path, _, before = rest.rpartition(":")
    if not colon or not rest or not last or "/" in last or "\\" in last:
        raise UsageError(f"{text!r} names no line", remedy=f"write it like {_example(text)}")
    if path and before.isdecimal():
        return Spot(path, _number(before, "line", text), _number(last, "column", text))
    return Spot(rest, _number(last, "line", text))


def _example(text: str) -> str:
    file = text.rstrip(":")
    return f"{file}:12" if file and not file.isdecimal() else "essay.md:12"


def _number(digits: str, what: str, text: str) -> int:
    sound = digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS
    if not sound or int(digits) < 1:
        raise UsageError(
            f"{digits!r} in {text!r} is no {what}", remedy=f"give the number of a {what}, from 1"
        )
    return int(digits)


def stretch_of(spot: Spot, document: Document) -> tuple[int, int]:
    """The offsets of the line, or of the character, that a spot means; half-open.

    Args:
        spot: the place.
        document: the text that it is in.

    Raises:
        UsageError: the document has no such line, or the line no such column.
    """
    source = document.source_map
    lines = source.count - (document.text[-1:] in ("\n", "\r") and source.count > 1)
    if spot.line > lines:
        having = "1 line" if lines == 1 else f"{lines:,} lines"
        raise UsageError(
            f"there is no line {spot.line:,} in a text of {having}",
            path=spot.path,
            remedy=f"name one from 1 to {lines:,}" if lines > 1 else "name line 1",
        )
    start, end = source.span(spot.line)
    if spot.column is None:
        return start, end
    if spot.column > max(end - start, 1):
        raise UsageError(
            f"there is no column {spot.column:,}; this line has {end - start:,} characters",
            path=spot.path,
            line=spot.line,
            remedy="leave the column out for the whole line",
        )
    return start + spot.column - 1, min(start + spot.column, end)
