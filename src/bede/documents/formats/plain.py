"""Plain text: paragraphs, and what typography says without markup.

Two ways of setting a paragraph are told apart for each file: wrapped into lines of about equal
width with blank lines between, or one paragraph to a line, as in a web page copied by hand.
"""

from __future__ import annotations

from collections.abc import Sequence

from bede.documents.document import Block, BlockKind
from bede.documents.format import Format
from bede.documents.lines import Layout, Line, Sign, goes_on, layout_of, lines_of
from bede.documents.prose import ProseBuilder
from bede.documents.titles import ends_sentence, is_label, is_numbered, is_title

MAX_TITLES_IN_A_ROW = 3
"""More short lines in a row than this are a list, not titles."""
QUOTATION_INDENT = 4
"""Columns by which a chunk is set in to be a quotation."""
_BODY_CHARACTERS = 80

_KINDS = {
    Sign.NOTE: BlockKind.FOOTNOTE,
    Sign.ITEM: BlockKind.LIST_ITEM,
    Sign.DATED: BlockKind.LIST_ITEM,
    Sign.QUOTE: BlockKind.QUOTATION,
}


def parse(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text; lines of nothing but signs (``***``) are left out."""
    lines = lines_of(text)
    layout = layout_of(lines)
    headings = _headings(lines, layout)
    quoted = _quoted_chunks(lines)
    blocks: list[Block] = []
    group: list[Line] = []
    for index, line in enumerate(lines):
        if group and (index in headings or not _continues(group, line, layout)):
            blocks += _block(text, group, quoted, layout)
            group = []
        if index in headings:
            blocks += _heading(text, line, headings[index])
        elif line.sign is not Sign.RULE:
            group.append(line)
    if group:
        blocks += _block(text, group, quoted, layout)
    return tuple(blocks)


def _continues(group: Sequence[Line], line: Line, layout: Layout) -> bool:
    """Whether the paragraph or item read so far goes on in this line."""
    last, first = group[-1], group[0]
    if line.chunk != last.chunk or line.sign is Sign.RULE:
        return False
    if line.sign is Sign.QUOTE or first.sign is Sign.QUOTE:
        return line.sign is first.sign and line.text.strip("> ") != ""
    if line.sign is not Sign.TEXT:
        # In a wrapped paragraph a line may begin with a dash or a year by chance.
        return (
            layout.wrapped
            and line.sign is not first.sign
            and not ends_sentence(last.text)
            and not layout.broken_early(last, line)
        )
    if goes_on(last, line) or last.text.endswith(","):
        return True
    if first.sign is not Sign.TEXT and line.indent > first.indent:
        return True
    if not layout.wrapped:
        return False
    indented = line.indent >= last.indent + 2 and ends_sentence(last.text)
    return not indented and (not layout.broken_early(last, line) or first.sign is Sign.TEXT)


def _block(text: str, group: Sequence[Line], quoted: frozenset[int], layout: Layout) -> list[Block]:
    first = group[0]
    builder = ProseBuilder(text)
    for index, line in enumerate(group):
        if index and not (layout.wrapped and _split_at_hyphen(group[index - 1], line)):
            builder.space(line.start)
        inside = line.body if index == 0 or line.sign is Sign.QUOTE else line.start
        builder.copy_without_marks(inside, line.end)
    kind = _KINDS.get(first.sign, BlockKind.PARAGRAPH)
    if kind is BlockKind.PARAGRAPH and first.chunk in quoted:
        kind = BlockKind.QUOTATION
    level = 1 if kind is BlockKind.LIST_ITEM else 0
    block = builder.block(kind, level=level, label=first.label)
    return [] if block is None else [block]


def _heading(text: str, line: Line, level: int) -> list[Block]:
    builder = ProseBuilder(text)
    builder.copy_without_marks(line.start, line.end)
    block = builder.block(BlockKind.HEADING, level=level)
    return [] if block is None else [block]


def _split_at_hyphen(line: Line, following: Line) -> bool:
    return line.text.endswith("-") and line.text[-2:-1].isalnum() and following.text[0].isalnum()


def _quoted_chunks(lines: Sequence[Line]) -> frozenset[int]:
    """Chunks that are set in from the margin that the rest of the text keeps."""
    indents: dict[int, int] = {}
    for line in lines:
        indents[line.chunk] = min(line.indent, indents.get(line.chunk, line.indent))
    inner = frozenset(chunk for chunk, indent in indents.items() if indent >= QUOTATION_INDENT)
    return inner if len(inner) < len(indents) else frozenset()


def _headings(lines: Sequence[Line], layout: Layout) -> dict[int, int]:
    """Level of each line that is a title, by its index."""
    found: dict[int, int] = {}
    # Backwards, because a title may be known by what it heads.
    for index in range(len(lines) - 1, -1, -1):
        level = _underline(lines, index)
        if level == 0 and _is_heading(lines, index, layout, found):
            level = 1
        if level:
            found[index] = level
    run: list[int] = []
    for index in range(len(lines) + 1):
        if index in found and not _underline(lines, index):
            run.append(index)
            continue
        if len(run) > MAX_TITLES_IN_A_ROW:
            for extra in run[1:]:
                del found[extra]
        run = []
    return found


def _underline(lines: Sequence[Line], index: int) -> int:
    """1 or 2 for a short line underlined with equals signs or hyphens, otherwise 0."""
    if index + 1 >= len(lines):
        return 0
    line, below = lines[index], lines[index + 1]
    alone = index == 0 or lines[index - 1].chunk != line.chunk
    if not alone or line.sign is Sign.RULE or below.sign is not Sign.RULE:
        return 0
    if line.chunk != below.chunk or len(line.text) > 90 or ends_sentence(line.text):
        return 0
    return {frozenset("="): 1, frozenset("-"): 2}.get(frozenset(below.text), 0) * (
        len(below.text) >= 3
    )


def _is_heading(lines: Sequence[Line], index: int, layout: Layout, found: dict[int, int]) -> bool:
    line = lines[index]
    if line.sign in (Sign.RULE, Sign.QUOTE, Sign.NOTE) or not _stands_alone(lines, index, layout):
        return False
    neighbours = (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
    if line.sign in (Sign.ITEM, Sign.DATED) and any(
        other.sign is line.sign for other in neighbours
    ):
        return False
    if line.sign is Sign.ITEM and not is_numbered(line.text):
        return False
    if is_title(line.text):
        return True
    dated = line.sign is Sign.DATED
    label = line.text.partition(":")[2].strip() if dated else line.text
    if line.sign is Sign.ITEM or not is_label(label) or index + 1 == len(lines):
        return False
    before = lines[index - 1].text if index else ""
    before_ends = not before or ends_sentence(before) or is_title(before) or is_label(before)
    below = lines[index + 1]
    heads_prose = len(below.text) >= _BODY_CHARACTERS or (
        layout.wrapped and below.chunk != line.chunk and len(below.text) > 2 * len(line.text)
    )
    return index + 1 in found or (before_ends and heads_prose)


def _stands_alone(lines: Sequence[Line], index: int, layout: Layout) -> bool:
    line = lines[index]
    if index and lines[index - 1].chunk == line.chunk:
        before = lines[index - 1]
        full = before.sign is not Sign.RULE and not layout.broken_early(before, line)
        if layout.wrapped and full and not ends_sentence(before.text):
            return False
    if index + 1 < len(lines) and lines[index + 1].chunk == line.chunk:
        below = lines[index + 1]
        if below.sign is Sign.TEXT and below.text[0].islower():
            return False
        return not layout.wrapped or layout.broken_early(line, below)
    return True


FORMAT = Format(name="plain", extensions=(".txt", ".text"), parse=parse)
