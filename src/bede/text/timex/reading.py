"""One pass over a text: where an expression may begin, it is read and normalised."""

from __future__ import annotations

from bede.errors import ChronologyError
from bede.text.timex.grammar import normalise
from bede.text.timex.lexicon import load_lexicon
from bede.text.timex.phrases import read_expression
from bede.text.timex.point import Context
from bede.text.timex.tokens import tokenise
from bede.text.timex.values import ImpossibleDate, Timex


def find_timexes(prose: str, *, anchor_year: int | None = None) -> tuple[Timex, ...]:
    """Every temporal expression of a text, in order, none overlapping.

    Args:
        prose: the text of one block, with what must not be read masked by the caller.
        anchor_year: the astronomical year (1 BC is 0) that completes "on 3 May" and "that year";
            without it such expressions are left out.

    Returns:
        The expressions, with offsets in code points into `prose`.
    """
    return read_times(prose, anchor_year=anchor_year)[0]


def find_impossible_dates(
    prose: str, *, anchor_year: int | None = None
) -> tuple[ImpossibleDate, ...]:
    """Every date of a text that no calendar has: "31 June 1926", "the year 0", "1925–1914 BC".

    Args:
        prose: the text of one block.
        anchor_year: as for `find_timexes`.

    Returns:
        The impossible dates in order; none of them is among the temporal expressions.
    """
    return read_times(prose, anchor_year=anchor_year)[1]


def read_times(
    prose: str, *, anchor_year: int | None = None
) -> tuple[tuple[Timex, ...], tuple[ImpossibleDate, ...]]:
    """Both of the above in one pass.

    Args:
        prose: the text of one block.
        anchor_year: as for `find_timexes`.
    """
    words = load_lexicon()
    tokens = tokenise(prose)
    context = Context(tokens, words, anchor_year)
    triggers, lowers = words.triggers, tokens.lowers
    timexes: list[Timex] = []
    impossible: list[ImpossibleDate] = []
    index, count, sizes = 0, tokens.count, tokens.sizes
    while index < count:
        if not sizes[index] and lowers[index] not in triggers:
            index += 1
            continue
        expression = read_expression(context, index)
        if expression is None:
            index += 1
            continue
        start, end = tokens.starts[expression.start], tokens.ends[expression.end - 1]
        try:
            timex = normalise(expression, prose, (start, end, tokens.starts[expression.full_start]))
        except ChronologyError as fault:
            impossible.append(ImpossibleDate(start, end, prose[start:end], fault.message))
        else:
            if timex is not None:
                timexes.append(timex)
        index = expression.end
    return tuple(timexes), tuple(impossible)
