"""Finds the content of Markdown blocks in the source, line by line.

markdown-it-py gives the lines of a block and its content with quotation marks, list markers and
indentation taken off. What is taken off stands at the beginning of a line, and white space at
the end; so each line of the content is found from the end of its source line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bede.documents.inline import Content
from bede.documents.source_map import SourceMap

_PIPE = re.compile(r"(?<!\\)\|")
_BLANK = " \t"


class ContentFinder:
    """Finds contents in one document.

    Args:
        text: the whole text of the document.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = SourceMap(text)

    def paragraph(self, first: int, content: str) -> Content:
        """A content of one or more whole lines, the first being line ``first`` (from 0)."""
        runs: list[tuple[int, int]] = []
        here = 0
        # A first line of nothing but no-break spaces is not part of the content.
        opening = content.split("\n", 1)[0].rstrip().lstrip(_BLANK)
        while not self._ends_with(first, opening):
            first += 1
        for number, line in enumerate(content.split("\n"), start=first):
            bare = line.rstrip().lstrip(_BLANK)
            if bare:
                there = self._trimmed_end(number) - len(bare)
                runs.append((here + len(line) - len(line.lstrip(_BLANK)), there))
            here += len(line) + 1
        return Content(content, tuple(runs))

    def heading(self, number: int, content: str) -> Content:
        """The content of a heading of one line that starts, and may end, with ``#``."""
        start, _ = self._lines.span(number + 1)
        line = self._text[start : self._trimmed_end(number)]
        unclosed = line.rstrip("#")
        if unclosed != line and unclosed.endswith(tuple(_BLANK)):
            line = unclosed.rstrip()
        return Content(content, ((0, start + len(line) - len(content)),))

    def cells(self, number: int, contents: Sequence[str]) -> list[Content | None]:
        """The contents of a row of a table; nothing for cells that the row lacks."""
        start, _ = self._lines.span(number + 1)
        line = self._text[start : self._trimmed_end(number)]
        bounds = [-1, *(pipe.start() for pipe in _PIPE.finditer(line)), len(line)]
        cells = [(a + 1, b) for a, b in pairwise(bounds)]
        # A row may or may not open with a pipe, after the marks of a quotation or a list.
        skip = int(not self._fits(line, cells, contents) or self._fits(line, cells[1:], contents))
        placed = [*cells[skip:], *[(0, 0)] * len(contents)]
        return [
            self._cell(line, start, cell, content) if content else None
            for cell, content in zip(placed, contents, strict=False)
        ]

    def lines(self, first: int, after: int) -> tuple[int, int] | None:
        """Offsets of the lines ``first`` to ``after`` (from 0, half-open), blank ends cut off."""
        after = min(after, self._lines.count)
        start = self._lines.span(first + 1)[0]
        end = self._lines.span(after)[1]
        stretch = self._text[start:end]
        bare = stretch.strip()
        if not bare:
            return None
        start += stretch.index(bare)
        return start, start + len(bare)

    def _ends_with(self, number: int, words: str) -> bool:
        start, _ = self._lines.span(number + 1)
        line = self._text[start : self._trimmed_end(number)]
        return line.endswith(words) or number + 1 >= self._lines.count

    def _trimmed_end(self, number: int) -> int:
        start, end = self._lines.span(number + 1)
        return start + len(self._text[start:end].rstrip())

    def _fits(self, line: str, cells: Sequence[tuple[int, int]], contents: Sequence[str]) -> bool:
        written = max((index for index, content in enumerate(contents, 1) if content), default=0)
        return len(cells) >= written and all(
            line[start:end].replace("\\|", "|").strip().endswith(content)
            for (start, end), content in zip(cells, contents, strict=False)
        )

    def _cell(self, line: str, start: int, cell: tuple[int, int], content: str) -> Content:
        inside = line[cell[0] : cell[1]].rstrip()
        parts = inside.split("\\|")
        end = len(content)
        there = start + cell[0] + len(inside)
        runs: list[tuple[int, int]] = []
        for part in reversed(parts):
            # Each part but the first is preceded by a pipe that belongs to the content.
            length = min(end, len(part) + 1)
            end, there = end - length, there - length
            runs.append((end, there))
            there -= 1
            if not end:
                break
        return Content(content, tuple(reversed(runs)))
