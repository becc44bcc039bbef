"""Text for a terminal: nothing that could command it, and how many columns each character takes.

A document may hold anything, so whatever is shown goes through `visible`: control characters, and
format characters that reorder or hide text, are replaced by signs that can be seen. Columns are
counted after Unicode Standard Annex #11 (East Asian Width); combining marks take none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

ELLIPSIS = "…"
_TAB = "    "
_JOINERS = "\u200c\u200d"  # change the shape of letters in some scripts; they order nothing
_UNKNOWN = "\ufffd"
_HANGUL_TAIL = range(0x1160, 0x1200)
_CONTROL_PICTURES = 0x2400


class Style(StrEnum):
    """What a stretch of output is; the value is its colour as an SGR parameter (ECMA-48)."""

    PLAIN = ""
    STRONG = "1"
    ERROR = "1;31"
    WARNING = "1;33"
    NOTE = "1;36"
    FRAME = "1;34"


Row = tuple[tuple[str, Style], ...]
"""One line of output: stretches of text with their style, without a line break."""


def paint(rows: Iterable[Row], *, color: bool) -> str:
    """The rows as text; what was not made visible before is made so here.

    Args:
        rows: the lines.
        color: whether to put the styles into escape sequences; without, there are none.
    """
    lines = []
    for row in rows:
        parts = []
        for text, style in row:
            shown = visible(text)
            parts.append(f"\x1b[{style}m{shown}\x1b[0m" if color and style and shown else shown)
        lines.append("".join(parts).rstrip(" "))
    return "".join(f"{line}\n" for line in lines)


def visible(text: str) -> str:
    """The text with a sign for each character that would steer a terminal or hide something."""
    if text.isprintable():
        return text
    return "".join(_sign(char) for char in text)


def _sign(char: str) -> str:
    if char.isprintable() or char in _JOINERS or unicodedata.category(char) == "Zs":
        return char
    if char == "\t":
        return _TAB
    if char == "\N{SOFT HYPHEN}":
        return "-"
    if char == "\x7f":
        return "\N{SYMBOL FOR DELETE}"
    return chr(_CONTROL_PICTURES + ord(char)) if char < " " else _UNKNOWN


def one_line(text: str) -> str:
    """The text with each run of white space as one space."""
    return " ".join(text.split())


def columns(text: str) -> int:
    """How many columns of a terminal visible text takes."""
    if text.isascii():
        return len(text)
    return sum(_columns_of(char) for char in text)


def _columns_of(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me") or char in _JOINERS or ord(char) in _HANGUL_TAIL:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


@dataclass(frozen=True, slots=True)
class Cell:
    """What a reader takes for one character: a letter with its combining marks.

    Attributes:
        start: offset of its first code point.
        end: offset after its last.
        text: how it is shown.
        width: columns that it takes.
    """

    start: int
    end: int
    text: str
    width: int


def cells(text: str, start: int = 0, end: int | None = None) -> list[Cell]:
    """The cells of a stretch of text, in order.

    Args:
        text: the text.
        start: first code point of the stretch.
        end: code point after its last; None for the end of the text.
    """
    found: list[Cell] = []
    for offset in range(start, len(text) if end is None else min(end, len(text))):
        shown = visible(text[offset])
        width = columns(shown)
        if width == 0 and found:
            last = found.pop()
            found.append(Cell(last.start, offset + 1, last.text + shown, last.width))
        elif width == 0:
            found.append(Cell(offset, offset + 1, f"\N{DOTTED CIRCLE}{shown}", 1))
        else:
            found.append(Cell(offset, offset + 1, shown, width))
    return found


def wrapped(text: str, *, width: int, first: str = "", rest: str = "") -> Sequence[str]:
    """Break a paragraph into lines of at most `width` columns.

    Args:
        text: the paragraph; white space in it is collapsed.
        width: columns, counting the indents; at least 16 are left for text.
        first: what the first line begins with.
        rest: what every further line begins with.
    """
    room = max(width - max(columns(first), columns(rest)), 16)
    lines: list[str] = []
    line, used = "", 0
    for word in visible(one_line(text)).split(" "):
        for piece in _pieces(word, room):
            size = columns(piece)
            if line and used + 1 + size > room:
                lines.append(line)
                line, used = piece, size
            else:
                line, used = (f"{line} {piece}", used + 1 + size) if line else (piece, size)
    lines.append(line)
    return [(rest if number else first) + line for number, line in enumerate(lines)]


def _pieces(word: str, room: int) -> Sequence[str]:
    """A word, cut only where it is longer than a line."""
    if columns(word) <= room:
        return [word]
    if word.isascii():
        return [word[start : start + room] for start in range(0, len(word), room)]
    pieces: list[list[str]] = [[]]
    used = 0
    for cell in cells(word):
        if used + cell.width > room:
            pieces.append([])
            used = 0
        pieces[-1].append(cell.text)
        used += cell.width
    return ["".join(piece) for piece in pieces]
