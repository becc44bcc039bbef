"""Tightest spans as a table: when each begins and ends, in words and in EDTF.

A star marks a bound that no single statement gives, so that it had to be inferred.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bede.chronology import describe
from bede.chronology.span import Span
from bede.judgement.tightening import Terminus, Tightened
from bede.judgement.values import Step
from bede.report.display import columns, one_line, visible, wrapped
from bede.report.tightening.values import NO_FORM, TightDocument, edtf_of, in_words, whole_edtf
from bede.report.wording import count

HEADER = ("is or begins", "ends", "EDTF", "where", "what")
_GAP = "  "
_INDENT = "    "


def render(
    documents: Sequence[TightDocument], *, because: bool = False, width: int | None = None
) -> str:
    """All documents, each with a summary.

    Args:
        documents: what follows of each.
        because: whether to tell what gives each bound.
        width: columns of the terminal; None if the reader has none. Where the table is too wide
            for it, each span has lines of its own.
    """
    lines: list[str] = []
    for document in documents:
        lines += _document(document, because=because, width=width)
    return "".join(f"{visible(line.rstrip())}\n" for line in lines)


def _document(document: TightDocument, *, because: bool, width: int | None) -> Iterator[str]:
    spans = document.tightening.spans
    rows = [_cells(one) for one in spans]
    widths = [max(map(columns, cells)) for cells in zip(HEADER, *rows, strict=True)]
    stacked = width is not None and sum(widths) + len(_GAP) * (len(widths) - 1) > width
    if rows and not stacked:
        yield _line(HEADER, widths)
    for one, cells in zip(spans, rows, strict=True):
        yield from _stacked(cells, width) if stacked else [_line(cells, widths)]
        for reason in _reasons(one) if because else ():
            yield from _folded(reason, width, first=_INDENT, rest=_INDENT + _GAP)
    for steps in document.tightening.given_up:
        yield from _folded(f"left out, since it clashes with the rest: {_chain(steps)}", width)
    starred = sum(any(t.inferred for t in (*one.begin, *one.end)) for one in spans)
    told = count(len(spans), "span")
    yield f"{one_line(document.path)}: {told}, {starred} with a bound that is inferred (*)"


def _stacked(cells: Sequence[str], width: int | None) -> Iterator[str]:
    """A span over several lines: what it is and where, then when it begins and ends, its EDTF."""
    begins, ends, edtf, where, what = cells
    yield from _folded(f"{what} ({where})" if where else what, width)
    told = f"{begins}  ·  {ends}" if ends != NO_FORM else begins
    yield from _folded(f"{told}  ·  {edtf}", width, first=_GAP, rest=_GAP)


def _folded(text: str, width: int | None, *, first: str = "", rest: str = "") -> Sequence[str]:
    return [first + text] if width is None else wrapped(text, width=width, first=first, rest=rest)


def _cells(one: Tightened) -> tuple[str, ...]:
    edtf = whole_edtf(one)
    if edtf is None and one.lasts:
        ends = [edtf_of(end) for end in (one.begin, one.end)]
        edtf = f"{ends[0] or NO_FORM} to {ends[1] or NO_FORM}"
    end = _starred(one.end) if one.lasts else NO_FORM
    return (_starred(one.begin), end, edtf or NO_FORM, one_line(one.place), one_line(one.name))


def _starred(ends: tuple[Terminus, Terminus]) -> str:
    return in_words(ends) + (" *" if any(end.inferred for end in ends) else "")


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (c + " " * (w - columns(c)) for c, w in zip(cells, widths, strict=True))
    return _GAP.join(padded)


def _reasons(one: Tightened) -> Iterator[str]:
    ends = [("begins", one.begin), ("ends", one.end)] if one.lasts else [("is", one.begin)]
    for verb, (earliest, latest) in ends:
        for word, bound in (("not before", earliest), ("not after", latest)):
            if bound.day is not None:
                day = describe(Span.day(bound.day))
                yield f"{verb} {word} {day}: {_chain(bound.because)}"


def _chain(steps: Sequence[Step]) -> str:
    return "; ".join(one_line(f"{step.says} ({step.origin})") for step in steps)
