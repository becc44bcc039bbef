"""The lines of a document that a finding is about, with marks under the exact words.

A line of prose may be a paragraph of thousands of characters: then as much is shown around the
marks as there is room for, cut between words, with an ellipsis for what is left out. Marks stand
under the words in terminals that show text from left to right in the order of its characters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bede.report.display import ELLIPSIS, Cell, Row, Style, cells
from bede.report.values import LINE_BREAK, Place

MOST_LINES = 8
"""Lines of the document shown for one finding."""

_LONGEST_TRIM = 24  # cells; a longer "word" is cut where the room ends


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of one line, as a half-open range of code points of that line.

    Attributes:
        start: first code point, from 0.
        end: code point after the last.
        primary: whether the finding is about these words.
    """

    start: int
    end: int
    primary: bool = True


def clip(line: str, marks: Sequence[Mark], *, room: int) -> list[Cell | None]:
    """Choose what to show of a line; None stands for something left out.

    Args:
        line: the line, without its line break.
        marks: what must be seen, the beginnings of long marks at least; not empty.
        room: columns to fill, with one for each ellipsis.
    """
    if max(mark.start for mark in marks) >= len(line):
        line += " "  # a place to point at after the last character
    near = _neighbourhood(line, marks, room)
    runs = _runs(near)
    if len(runs) == 1 and _is_all(runs[0], line) and sum(cell.width for cell in near) <= room:
        return list(near)
    budget = room - len(marks) - 1
    chosen: list[int] = []
    for _, index in sorted((rank, index) for index, rank in enumerate(_ranks(near, marks, room))):
        budget -= near[index].width
        if budget < 0:
            break
        chosen.append(index)
    shown: list[Cell | None] = []
    for run in _runs([near[index] for index in sorted(chosen)]):
        trimmed = _trim(run, marks, line)
        if trimmed[0].start > 0 and not shown:
            shown.append(None)
        shown.extend(trimmed)
        if trimmed[-1].end < len(line):
            shown.append(None)
    return shown


def _neighbourhood(line: str, marks: Sequence[Mark], room: int) -> list[Cell]:
    """The cells that can possibly be shown, so that a line of any length costs the same."""
    found: list[Cell] = []
    done = 0
    for mark in sorted(marks, key=lambda mark: mark.start):
        end = min(mark.end, mark.start + room) + room
        found += cells(line, max(done, mark.start - room), end)
        done = max(done, min(end, len(line)))
    return found


def _runs(chosen: Sequence[Cell]) -> list[list[Cell]]:
    """The cells in stretches without a gap."""
    runs: list[list[Cell]] = []
    for cell in chosen:
        if runs and runs[-1][-1].end == cell.start:
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return runs


def _is_all(run: Sequence[Cell], line: str) -> bool:
    return run[0].start == 0 and run[-1].end == len(line)


def _ranks(near: Sequence[Cell], marks: Sequence[Mark], room: int) -> list[int]:
    """What to show first: the primary words, the other marks, then what is nearest to them.

    What stands between the marks comes before what stands around them, if there is room for it.
    """
    ranks = [_rank(cell, marks, len(near) + 2) for cell in near]
    marked = [index for index, rank in enumerate(ranks) if rank < 2]
    between = near[marked[0] : marked[-1] + 1]
    if len(_runs(between)) == 1 and sum(cell.width for cell in between) <= room - len(marks) - 1:
        ranks[marked[0] : marked[-1] + 1] = [min(r, 2) for r in ranks[marked[0] : marked[-1] + 1]]
    upwards = range(1, len(near))
    for index, neighbour in (*((i, i - 1) for i in upwards), *((i - 1, i) for i in upwards[::-1])):
        first, second = near[min(index, neighbour)], near[max(index, neighbour)]
        if first.end == second.start:
            ranks[index] = min(ranks[index], max(ranks[neighbour], 1) + 1)
    return ranks


def _rank(cell: Cell, marks: Sequence[Mark], unmarked: int) -> int:
    """0 in the primary words, 1 in other marks."""
    return min((int(not mark.primary) for mark in marks if _covers(mark, cell)), default=unmarked)


def _covers(mark: Mark, cell: Cell) -> bool:
    return cell.start < mark.end and mark.start < cell.end


def _trim(run: Sequence[Cell], marks: Sequence[Mark], line: str) -> Sequence[Cell]:
    """Leave out a word that is shown in part at an edge, unless it is marked or very long."""
    first, last = 0, len(run)
    marked = [i for i, cell in enumerate(run) if any(_covers(mark, cell) for mark in marks)]
    if run[0].start > 0:
        spaces = (i for i in range(min(marked[0], _LONGEST_TRIM)) if run[i].text.isspace())
        first = next(spaces, 0)
    if run[-1].end < len(line):
        lowest = max(marked[-1], len(run) - 1 - _LONGEST_TRIM)
        spaces = (i for i in range(len(run) - 1, lowest, -1) if run[i].text.isspace())
        last = next(spaces, last - 1) + 1
    return run[first:last]


def shorten(text: str, start: int, end: int, *, room: int) -> tuple[str, str, str]:
    """Some words of a sentence and what stands around them, on one line.

    Args:
        text: the sentence; its line breaks are shown as spaces.
        start: first code point of the words.
        end: code point after their last.
        room: columns to fill.

    Returns:
        What stands before the words, the words, and what stands after them.
    """
    flat = "".join(" " if char.isspace() else char for char in text)
    parts = ["", "", ""]
    reached = 0
    for cell in clip(flat, [Mark(start, max(end, start + 1))], room=room):
        if cell is not None:
            reached = 0 if cell.start < start else 1 if cell.start < end else 2
        elif reached:
            reached = 2
        parts[reached] += ELLIPSIS if cell is None else cell.text
    return parts[0], parts[1], parts[2]


def excerpt(
    lines: Mapping[int, str],
    place: Place,
    others: Sequence[Place],
    *,
    width: int,
    style: Style = Style.PLAIN,
) -> list[Row]:
    """The lines with the words of a finding, carets under them and dashes under further words.

    Args:
        lines: the lines of the document by number.
        place: the words that the finding is about.
        others: further words that take part; those equal to `place` are not marked twice.
        width: columns to fill.
        style: the style of the carets.
    """
    marks: dict[int, list[Mark]] = {}
    for one in dict.fromkeys((place, *others)):
        for number, mark in _marks(one, lines, primary=one == place):
            marks.setdefault(number, []).append(mark)
    numbers = sorted(marks)[:MOST_LINES]
    edge = gutter(lines, numbers)
    blank: Row = ((f"{' ' * edge} |", Style.FRAME),)
    rows = [blank]
    for index, number in enumerate(numbers):
        if index and number > numbers[index - 1] + 1:
            rows.append((("...", Style.FRAME),))
        shown = clip(lines[number], marks[number], room=max(width - edge - 3, 20))
        text = "".join(ELLIPSIS if cell is None else cell.text for cell in shown)
        rows.append(((f"{number:>{edge}} | ", Style.FRAME), (text, Style.PLAIN)))
        rows.append((blank[0], (" ", Style.PLAIN), *_underline(shown, marks[number], style)))
    return [*rows, blank] if numbers else []


def gutter(lines: Mapping[int, str], numbers: Sequence[int]) -> int:
    """Columns for the line number, with one before it."""
    return len(str(max((n for n in numbers if n in lines), default=1))) + 1


def _marks(place: Place, lines: Mapping[int, str], *, primary: bool) -> list[tuple[int, Mark]]:
    """The parts of a place, one on each line that it stands on."""
    found = []
    for index, part in enumerate(LINE_BREAK.split(place.text)):
        line = lines.get(place.line + index)
        if line is None:
            continue
        start = 0 if index else min(place.column - 1, len(line))
        end = start + len(part)
        start += len(part) - len(part.lstrip()) if index else 0
        if start < end or not index:
            found.append((place.line + index, Mark(start, max(end, start + 1), primary)))
    return found


def _underline(shown: Sequence[Cell | None], marks: Sequence[Mark], style: Style) -> Row:
    row: list[tuple[str, Style]] = []
    for cell in shown:
        rank = _rank(cell, marks, 2) if cell is not None else 2
        sign, kind = (("^", style), ("-", Style.FRAME), (" ", Style.PLAIN))[rank]
        width = cell.width if cell is not None else 1
        if row and row[-1][1] is kind and row[-1][0].endswith(sign):
            row[-1] = (row[-1][0] + sign * width, kind)
        else:
            row.append((sign * width, kind))
    return tuple(row)
