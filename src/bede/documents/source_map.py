"""Where an offset lies in a file: line and column, as an editor counts them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Position:
    """A place for a reader.

    Attributes:
        line: counted from 1.
        column: code points from the beginning of the line, counted from 1.
    """

    line: int
    column: int


class SourceMap:
    """The lines of one text, found once.

    A line ends at a line feed, a carriage return, or the pair of them; nothing else ends a line.

    Args:
        text: the whole text, with the line breaks it was written with.
    """

    __slots__ = ("_ends", "_length", "_starts")

    def __init__(self, text: str) -> None:
        starts, ends = [0], []
        for found in _LINE_BREAK.finditer(text):
            ends.append(found.start())
            starts.append(found.end())
        ends.append(len(text))
        self._starts = tuple(starts)
        self._ends = tuple(ends)
        self._length = len(text)

    @property
    def count(self) -> int:
        """How many lines there are; a text that ends in a line break has an empty last line."""
        return len(self._starts)

    def span(self, number: int) -> tuple[int, int]:
        """The offsets of line ``number`` (from 1), half-open, without its line break.

        Raises:
            IndexError: there is no such line.
        """
        if not 1 <= number <= len(self._starts):
            raise IndexError(f"no line {number}; the text has {len(self._starts)}")
        return self._starts[number - 1], self._ends[number - 1]

    def position(self, offset: int) -> Position:
        """Line and column of the character at ``offset``; the end of the text is allowed.

        Raises:
            IndexError: the offset lies outside the text.
        """
        if not 0 <= offset <= self._length:
            raise IndexError(f"no offset {offset}; the text has {self._length} characters")
        number = bisect_right(self._starts, offset)
        return Position(number, offset - self._starts[number - 1] + 1)
