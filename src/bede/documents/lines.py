"""The lines of a plain text: what each begins with, and whether the text was wrapped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from bede.documents.source_map import SourceMap
from bede.documents.titles import ends_sentence

MAX_WRAPPED_WIDTH = 120
"""No text is wrapped at more characters than this; longer lines are paragraphs."""

# A text counts as wrapped if this share of its lines is as full as it could be, and this share
# goes on in the middle of a sentence, in lower case. Wrapped English has about 1.0 and 0.7.
_FULL_SHARE = 0.5
_BROKEN_SHARE = 0.2

_DATE = (
    r"(?:(?:c\.|ca\.|circa|about)\s?)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s)?(?:[A-Z][A-Za-z]{2,8}\.?\s)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?,?\s)?\d{3,4}(?:s|\s[A-Z]{2,3})?"
)
# "1927 – expelled" and "1927: 7 November", but not the range "1917 – 1921".
_THEN = r"(?::\s(?=\S)|(?:\s?[–—:]\s?|\s-\s)(?=[^\s\d]|\d{1,2}\s))"
_SIGNS = (
    ("rule", re.compile(r"(?P<bar>=+|-+)$|[^\w\s](?:\s?[^\w\s])*$")),
    ("quote", re.compile(r"(?:>\s?)+")),
    ("note", re.compile(r"\[(?P<label>\^[^\]\s]{1,20}|\d{1,3}|[*†‡])\]:?\s+(?=\S)")),
    ("note", re.compile(r"\^(?P<label>[^\W_]{0,10})\s+(?=\S)")),
    ("item", re.compile(r"(?:[-*•‣·–—+])\s+(?=\S)")),
    ("item", re.compile(r"\(?(?P<label>\d{1,2}\.|\d{1,3}\)|[a-zA-Z]\)|[ivx]{1,5}\))\s+(?=\S)")),
    ("dated", re.compile(rf"{_DATE}(?:\s?[-–—]\s?{_DATE})?{_THEN}")),
)


class Sign(StrEnum):
    """How a line begins."""

    TEXT = "text"
    RULE = "rule"
    QUOTE = "quote"
    NOTE = "note"
    ITEM = "item"
    DATED = "dated"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    Attributes:
        start: offset of its first character that is not white space.
        end: offset after its last such character.
        text: the characters between.
        indent: columns of white space before it, a tab reaching to the next multiple of 4.
        chunk: counts the groups of lines between blank lines.
        sign: how it begins.
        body: offset of what follows the sign; the date of a dated line is part of its body.
        label: the number of a list item or the label of a note.
    """

    start: int
    end: int
    text: str
    indent: int
    chunk: int
    sign: Sign
    body: int
    label: str | None

    @property
    def width(self) -> int:
        """Columns from the margin to the end of the line."""
        return self.indent + len(self.text)


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines that are not blank, in order."""
    source = SourceMap(text)
    lines: list[Line] = []
    chunk = 0
    blank = True
    for number in range(1, source.count + 1):
        start, end = source.span(number)
        raw = text[start:end]
        stripped = raw.strip()
        if not stripped:
            blank = True
            continue
        chunk += blank
        blank = False
        before = len(raw) - len(raw.lstrip())
        sign, skip, label = _sign(stripped)
        first = start + before
        indent = len(raw[:before].expandtabs(4))
        lines.append(
            Line(first, first + len(stripped), stripped, indent, chunk, sign, first + skip, label)
        )
    return tuple(lines)


def _sign(text: str) -> tuple[Sign, int, str | None]:
    # No sign is longer than this; a bounded look keeps long lines cheap.
    head = text[:200]
    for name, pattern in _SIGNS:
        found = pattern.match(head)
        if found is None or (name == "rule" and len(text) > len(head)):
            continue
        label = found.groupdict().get("label") or None
        skip = 0 if name in ("dated", "rule") else found.end()
        return Sign(name), skip, label.strip("^.)") if label else None
    return Sign.TEXT, 0, None


@dataclass(frozen=True, slots=True)
class Layout:
    """How the lines of one text were set.

    Attributes:
        wrapped: paragraphs were broken into lines of about the same width.
        width: of the widest line, in columns.
    """

    wrapped: bool
    width: int

    def broken_early(self, line: Line, following: Line) -> bool:
        """Whether the first word of the following line had found room in this one."""
        return line.width + 1 + len(following.text.split(maxsplit=1)[0]) <= self.width


def layout_of(lines: Sequence[Line]) -> Layout:
    """Whether the text was wrapped, judged by all its lines together."""
    layout = Layout(wrapped=False, width=max((line.width for line in lines), default=0))
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if line.chunk == following.chunk and following.sign is Sign.TEXT
    ]
    if layout.width > MAX_WRAPPED_WIDTH or not pairs:
        return layout
    full = sum(not layout.broken_early(*pair) for pair in pairs)
    broken = sum(goes_on(*pair) for pair in pairs)
    wrapped = full >= _FULL_SHARE * len(pairs) and broken >= _BROKEN_SHARE * len(pairs)
    return Layout(wrapped=wrapped, width=layout.width)


def goes_on(line: Line, following: Line) -> bool:
    """Whether the sentence of a line goes on in lower case in the following line."""
    return not ends_sentence(line.text) and following.text[0].islower()
