"""One pass over a text: where an expression may begin, it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from bede.catalog.files import read_toml
from bede.errors import ChronologyError
from bede.text.timex.grammar.openings import openings
from bede.text.timex.grammar.othercalendars import other_calendar_places
from bede.text.timex.grammar.phrases import read_expression
from bede.text.timex.normal.bounds import NOWHERE, Place
from bede.text.timex.normal.normalising import normalise
from bede.text.timex.point import Context, Expression, Precision, Unit
from bede.text.timex.story.memory import with_year, year_number
from bede.text.timex.story.path import Resolved
from bede.text.timex.values import Basis, ImpossibleDate, Timex, TimexType
from bede.text.timex.words.lexicon import load_lexicon
from bede.text.timex.words.tokens import Tokens, tokenise

_CLAUSE, _NEAR = 12, 4
"""How far a word in the clause of a time may stand from it (tokens)."""
_STOPS = frozenset((".", ";", "!", "?", "\n\n", ":"))
_BRACKETS = {"(": 1, "[": 1, ")": -1, "]": -1}
_LISTING = frozenset(("and", "or", ",", "&", "/", "on", "in"))


@dataclass(frozen=True, slots=True)
class Read:
    """The expressions of one block, before the story gives them their years.

    Attributes:
        tokens: the block.
        expressions: in order, none overlapping.
    """

    tokens: Tokens
    expressions: tuple[Expression, ...]


def read_block(prose: str) -> Read:
    """Find every temporal expression of a block.

    Args:
        prose: its text, with what must not be read masked by the caller.
    """
    tokens = tokenise(prose)
    context = Context(tokens, load_lexicon(), other_calendar_places(tokens))
    expressions = list(_expressions(context))
    return Read(tokens, tuple(_sharing_years(tokens, expressions)))


def _sharing_years(tokens: Tokens, found: list[Expression]) -> list[Expression]:
    """Give a date the year of the one it is listed with: "in April and June 1955"."""
    for index in range(len(found) - 2, -1, -1):
        one, two = found[index], found[index + 1]
        first, second = one.first, two.first
        if first is None or second is None or one.last is not None:
            continue
        if first.relative is not None:
            _told_again(tokens, found, index)
            continue
        if first.year is not None or second.year is None:
            continue
        between = tokens.lowers[one.end : two.start]
        if len(between) <= 2 and between and set(between) <= _LISTING:
            months = {Precision.DAY, Precision.MONTH}
            ordered = {first.precision, second.precision} <= months
            later = ordered and (first.month or 0) > (second.month or 0)
            if ordered or first.precision is second.precision is Precision.SEASON:
                found[index] = replace(one, first=with_year(first, year_number(second) - later))
    return found


def _told_again(tokens: Tokens, found: list[Expression], index: int) -> None:
    """A year counted from another and told again behind it, or in what follows.

    "Two years later, in 1896" is 1896; in "twelve years before, in January" January has its year.
    """
    one, two = found[index], found[index + 1]
    first, second = one.first, two.first
    relative = first.relative if first is not None else None
    between = tokens.lowers[one.end : two.start]
    if first is None or second is None or relative is None or relative.unit is not Unit.YEAR:
        return
    if first.month or first.season or not between or not set(between) <= _LISTING - {"and", "or"}:
        return
    if second.year is not None and second.precision is Precision.YEAR:
        found[index] = replace(one, first=replace(second, share=first.share))
    elif second.month is not None and second.year is None and second.relative is None:
        found[index + 1] = replace(two, first=replace(second, relative=relative))


def _expressions(context: Context) -> Iterator[Expression]:
    tokens, begins = context.tokens, openings()
    lowers, sizes = tokens.lowers, tokens.sizes
    index, depth = 0, 0
    while index < tokens.count:
        low = lowers[index]
        if low in _BRACKETS:
            depth = max(depth + _BRACKETS[low], 0)
        elif sizes[index] or begins.may_open(tokens, index):
            expression = read_expression(context, index)
            if expression is not None:
                lean = _lean(tokens, expression.start)
                beside = _clause(tokens, expression.start, _signs("beside"), _NEAR)
                yield replace(expression, aside=depth > 0, lean=lean, beside=beside)
                index = expression.hung.end if expression.hung else expression.end
                continue
        index += 1


def _clause(tokens: Tokens, index: int, words: frozenset[str], reach: int) -> bool:
    """Whether the clause about a time has one of some words, a few words before or behind it."""
    for step in (-1, 1):
        at = index
        for _ in range(reach):
            at += step
            if not 0 <= at < tokens.count or tokens.lowers[at] in _STOPS:
                break
            if tokens.lowers[at] in words:
                return True
    return False


def _lean(tokens: Tokens, index: int) -> int:
    if _clause(tokens, index, _signs("back"), _CLAUSE):
        return -1
    return 1 if _clause(tokens, index, _signs("ahead"), _CLAUSE) else 0


@cache
def _signs(name: str, language: str = "en") -> frozenset[str]:
    return frozenset(read_toml(f"{language}/lexicons/discourse.toml")[name])


def normalised(
    found: Iterable[tuple[Tokens, Resolved]], place: Place = NOWHERE
) -> Iterator[tuple[Tokens, Timex | ImpossibleDate]]:
    """Give expressions their values; a date that does not exist comes back as such."""
    for tokens, resolved in found:
        try:
            yield tokens, normalise(resolved, tokens, place)
        except ChronologyError as fault:
            expression = resolved.expression
            start, end = tokens.starts[expression.start], tokens.ends[expression.end - 1]
            yield tokens, ImpossibleDate(start, end, tokens.source[start:end], fault.message)


def find_timexes(prose: str) -> tuple[Timex, ...]:
    """Every temporal expression that a text tells by itself, in order, none overlapping.

    What needs the text around it ("that year", "in May") is left to `read_times_of`.

    Args:
        prose: the text of one block, with what must not be read masked by the caller.

    Returns:
        The expressions, with offsets in code points into `prose`.
    """
    return read_times(prose)[0]


def find_impossible_dates(prose: str) -> tuple[ImpossibleDate, ...]:
    """Every date of a text that no calendar has: "31 June 1926", "the year 0", "1925–1914 BC".

    Args:
        prose: the text of one block.

    Returns:
        The impossible dates in order; none of them is among the temporal expressions.
    """
    return read_times(prose)[1]


def read_times(prose: str) -> tuple[tuple[Timex, ...], tuple[ImpossibleDate, ...]]:
    """Both of the above in one pass.

    Args:
        prose: the text of one block.
    """
    read = read_block(prose)
    alone = ((read.tokens, Resolved(expression)) for expression in read.expressions)
    found = [value for _, value in normalised(alone)]
    return (
        tuple(value for value in found if isinstance(value, Timex) and stands_alone(value)),
        tuple(value for value in found if isinstance(value, ImpossibleDate)),
    )


def stands_alone(timex: Timex) -> bool:
    """Whether a text tells a time by itself, without what stands before it."""
    dated = timex.type is TimexType.DATE and timex.basis is Basis.TOLD
    return dated or (timex.type in (TimexType.DURATION, TimexType.SET) and timex.kind != "age")
