"""Tightest spans as a table: when each begins and ends, in words and in EDTF.

A star marks a bound that no single statement gives, so that it had to be inferred.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bede.chronology import describe
from bede.chronology.span import Span
from bede.judgement.tightening import Terminus, Tightened
from bede.judgement.values import Step
from bede.report.display import columns, one_line, visible
from bede.report.tightening.values import NO_FORM, TightDocument, edtf_of, in_words, whole_edtf
from bede.report.wording import count

HEADER = ("begins", "ends", "EDTF", "where", "what")
_GAP = "  "


def render(documents: Sequence[TightDocument], *, because: bool = False) -> str:
    """All documents, each with a summary.

    Args:
        documents: what follows of each.
        because: whether to tell what gives each bound.
    """
    lines: list[str] = []
    for document in documents:
        lines += _document(document, because=because)
    return "".join(f"{visible(line.rstrip())}\n" for line in lines)


def _document(document: TightDocument, *, because: bool) -> Iterator[str]:
    spans = document.tightening.spans
    rows = [_cells(one) for one in spans]
    widths = [max(map(columns, cells)) for cells in zip(HEADER, *rows, strict=True)]
    if rows:
        yield _line(HEADER, widths)
    for one, cells in zip(spans, rows, strict=True):
        yield _line(cells, widths)
        if because:
            yield from _reasons(one)
    for steps in document.tightening.given_up:
        yield f"left out, since it clashes with the rest: {_chain(steps)}"
    starred = sum(any(t.inferred for t in (*one.begin, *one.end)) for one in spans)
    told = count(len(spans), "span")
    yield f"{one_line(document.path)}: {told}, {starred} with a bound that is inferred (*)"


def _cells(one: Tightened) -> tuple[str, ...]:
    instant = one.begin == one.end
    edtf = whole_edtf(one)
    if edtf is None and not instant:
        ends = [edtf_of(end) for end in (one.begin, one.end)]
        edtf = f"{ends[0] or NO_FORM} to {ends[1] or NO_FORM}"
    end = "the same day" if instant else _starred(one.end)
    return (_starred(one.begin), end, edtf or NO_FORM, one_line(one.place), one_line(one.name))


def _starred(ends: tuple[Terminus, Terminus]) -> str:
    return in_words(ends) + (" *" if any(end.inferred for end in ends) else "")


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (c + " " * (w - columns(c)) for c, w in zip(cells, widths, strict=True))
    return _GAP.join(padded)


def _reasons(one: Tightened) -> Iterator[str]:
    ends = [("begins", one.begin)] + ([("ends", one.end)] if one.begin != one.end else [])
    for verb, (earliest, latest) in ends:
        for word, bound in (("not before", earliest), ("not after", latest)):
            if bound.day is not None:
                day = describe(Span.day(bound.day))
                yield f"    {verb} {word} {day}: {_chain(bound.because)}"


def _chain(steps: Sequence[Step]) -> str:
    return "; ".join(one_line(f"{step.says} ({step.origin})") for step in steps)
