"""HTML put into a text at places that are known as offsets, whatever sets the text.

A marker of private use characters stands in the text for each piece of HTML while the text is set
and cleaned, and is exchanged for it at the end. A text holds no such characters by itself (they
are shown as unknown, like all that a reader cannot see), but it may have them made: by `&#xe000;`,
or by an address with `%EE%80%80`. So each marker bears a seal made of the whole text, which no text
can hold.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup, escape

from bede.report.display import visible

_BEGIN, _END, _ZERO = "\ue000", "\ue001", 0xE010
_SEAL = 24  # digits
_LINE = re.compile(r"[^\t\r\n]+")


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    html: Markup


class Insertions:
    """What is to be put into a text.

    Args:
        text: the text of a document.
    """

    def __init__(self, text: str) -> None:
        self._text = _LINE.sub(lambda line: visible(line[0]), text)
        digest = sha256(text.encode("utf-8", "surrogatepass")).digest()
        self._seal = _digits(str(int.from_bytes(digest))[-_SEAL:])
        self._pieces: list[_Piece] = []
        self._ordered: list[tuple[int, int, int]] | None = None

    def put(self, start: int, end: int, html: Markup) -> None:
        """Put HTML in the place of a stretch of the text, or between two characters.

        Args:
            start: first character that it replaces.
            end: character after the last; `start` if it replaces nothing.
            html: what to put there.
        """
        self._pieces.append(_Piece(start, end, html))
        self._ordered = None

    def marked(self, start: int, end: int) -> str:
        """A stretch of the text with a marker in each place.

        Args:
            start: first character.
            end: character after the last.
        """
        return "".join(
            part if isinstance(part, str) else f"{_BEGIN}{self._seal}{_digits(str(part))}{_END}"
            for part in self._parts(start, end)
        )

    def escaped(self, start: int, end: int) -> Markup:
        """A stretch of the text as HTML, with everything in its place.

        Args:
            start: first character.
            end: character after the last.
        """
        return Markup("").join(
            escape(part) if isinstance(part, str) else self._pieces[part].html
            for part in self._parts(start, end)
        )

    def filled(self, html: str) -> Markup:
        """HTML made of a marked text, with everything in its place.

        Args:
            html: the HTML, which must be safe.
        """

        def exchanged(marker: re.Match[str]) -> str:
            digits = "".join(str(ord(char) - _ZERO) for char in marker[1])
            return str(self._pieces[int(digits)].html)

        marker = re.compile(f"{_BEGIN}{self._seal}([\ue010-\ue019]+){_END}")
        return Markup(marker.sub(exchanged, html))  # noqa: S704 - the caller answers for it

    def _parts(self, start: int, end: int) -> Iterator[str | int]:
        """Stretches of the text, and the numbers of the pieces between them."""
        if self._ordered is None:
            pieces = enumerate(self._pieces)
            self._ordered = sorted((one.start, one.end, number) for number, one in pieces)
        for at in range(bisect_left(self._ordered, (start,)), len(self._ordered)):
            first, last, number = self._ordered[at]
            if last > end:
                break
            yield self._text[start : max(start, first)]
            yield number
            start = max(start, last)
        yield self._text[start:end]


def _digits(number: str) -> str:
    return "".join(chr(_ZERO + int(digit)) for digit in number)
