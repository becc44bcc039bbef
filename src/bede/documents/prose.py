"""Builds the prose of a block out of stretches of the file, and keeps the way back."""

from __future__ import annotations

import re

from bede.documents.document import Block, BlockKind

NOTE_MARK = re.compile(
    r"\[(?:\d{1,3}|\^[^\]\s]{1,100}|(?:note|n\.|nb) ?\d{1,3}|citation needed)\]", re.IGNORECASE
)
"""What points from the prose to a note: ``[12]``, ``[^label]``, ``[note 3]``."""

# Soft hyphen, zero width space, directional marks, word joiner, byte order mark: a reader does
# not see them, a parser would split words at them.
_INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
# Words with single spaces between them are copied in one piece: they need no change.
_WORD = rf"[^\s{_INVISIBLE}]+"
_PIECE = re.compile(rf"(?P<space>\s+)|[{_INVISIBLE}]+|(?P<words>{_WORD}(?: {_WORD})*)")


class ProseBuilder:
    """Collects the prose of one block, in reading order.

    Args:
        text: the whole text of the document; characters are only ever copied from here.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._parts: list[str] = []
        self._runs: list[tuple[int, int]] = []
        self._resolved: list[tuple[int, int]] = []
        self._length = 0
        self._space: int | None = None

    def copy(self, start: int, end: int) -> None:
        """Add ``text[start:end]``, with white space collapsed and invisible characters gone."""
        for piece in _PIECE.finditer(self._text, start, end):
            if piece["words"] is not None:
                self._put(piece["words"], piece.start())
            elif piece["space"] is not None:
                self.space(piece.start())

    def copy_without_marks(self, start: int, end: int) -> None:
        """Like ``copy``, but leave out the marks of notes."""
        for mark in NOTE_MARK.finditer(self._text, start, end):
            self.copy(start, mark.start())
            start = mark.end()
        self.copy(start, end)

    def resolve(self, meaning: str, start: int, end: int) -> None:
        """Add what the stretch ``start:end`` stands for, such as ``&`` for ``&amp;``."""
        for character in meaning:
            if character.isspace():
                self.space(start)
            elif character not in _INVISIBLE:
                self._flush_space()
                self._resolved.append((self._length, end - start))
                self._put(character, start)

    def space(self, offset: int) -> None:
        """Keep apart what comes before and after ``offset``."""
        if self._space is None:
            self._space = offset

    def block(self, kind: BlockKind, *, level: int = 0, label: str | None = None) -> Block | None:
        """The block, or nothing if there was no prose."""
        if not self._length:
            return None
        text = "".join(self._parts)
        block = Block(kind, 0, 0, text, tuple(self._runs), level, label, tuple(self._resolved))
        start, end = block.source_span(0, len(text))
        return Block(kind, start, end, text, block.runs, level, label, block.resolved)

    def _flush_space(self) -> None:
        if self._space is not None and self._length:
            at, self._space = self._space, None
            self._put(" ", at)
        self._space = None

    def _put(self, piece: str, source: int) -> None:
        if self._space is not None:
            self._flush_space()
        if not self._runs or source - self._length != self._runs[-1][1] - self._runs[-1][0]:
            self._runs.append((self._length, source))
        self._parts.append(piece)
        self._length += len(piece)
