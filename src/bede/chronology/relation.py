"""Comparing spans: every answer is yes, no or unknown, and there is no `<`.

A yes or no holds for every begin and end that the bounds allow. A span marked approximate is
widened first by its `allowance`, so that "about 1904" is not refuted by 1906. Days are
inclusive: one thing meets another when the second begins on the day after the first ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from bede.chronology.answer import Answer, all_of
from bede.chronology.span import Span

CIRCA_FACTOR = 5
"""How many units of its own precision an approximate date may be off: five years, five days.

A convention of Bede: no standard fixes it (EDTF says "approximately" and no more), and a wide
tolerance only costs missed errors. `Span.widened` applies another."""

CIRCA_LONGEST_UNIT = 366
"""The coarsest precision, in days, that counts as one unit for `CIRCA_FACTOR`."""

_Range = tuple[int | None, int | None]


class Allen(StrEnum):
    """The thirteen relations of two intervals.

    Source: J. F. Allen, "Maintaining Knowledge about Temporal Intervals", Communications of
    the ACM 26 (1983), pp. 832-843.
    """

    BEFORE = "before"
    MEETS = "meets"
    OVERLAPS = "overlaps"
    FINISHED_BY = "finished-by"
    CONTAINS = "contains"
    STARTS = "starts"
    EQUALS = "equals"
    STARTED_BY = "started-by"
    DURING = "during"
    FINISHES = "finishes"
    OVERLAPPED_BY = "overlapped-by"
    MET_BY = "met-by"
    AFTER = "after"

    @property
    def converse(self) -> Allen:
        """The relation of b to a where this is the relation of a to b."""
        order = tuple(Allen)
        return order[len(order) - 1 - order.index(self)]


# Each relation as the order of four points: a and b are where the two begin, A and B the days
# after their last ones; points of one group are the same day.
_ORDERS: Mapping[Allen, tuple[str, ...]] = MappingProxyType(
    {
        Allen.BEFORE: ("a", "A", "b", "B"),
        Allen.MEETS: ("a", "Ab", "B"),
        Allen.OVERLAPS: ("a", "b", "A", "B"),
        Allen.FINISHED_BY: ("a", "b", "AB"),
        Allen.CONTAINS: ("a", "b", "B", "A"),
        Allen.STARTS: ("ab", "A", "B"),
        Allen.EQUALS: ("ab", "AB"),
        Allen.STARTED_BY: ("ab", "B", "A"),
        Allen.DURING: ("b", "a", "A", "B"),
        Allen.FINISHES: ("b", "a", "AB"),
        Allen.OVERLAPPED_BY: ("b", "a", "B", "A"),
        Allen.MET_BY: ("b", "aB", "A"),
        Allen.AFTER: ("b", "B", "a", "A"),
    }
)


def holds(relation: Allen, a: Span, b: Span) -> Answer:
    """Whether a stands in an Allen relation to b.

    Exact: yes if it is the only relation that the bounds allow, no if they do not allow it.
    """
    possible = possible_relations(a, b)
    if relation not in possible:
        return Answer.NO
    return Answer.YES if len(possible) == 1 else Answer.UNKNOWN


def possible_relations(a: Span, b: Span) -> tuple[Allen, ...]:
    """The Allen relations in which a can stand to b, in the order of `Allen`; at least one."""
    a, b = _eased(a), _eased(b)
    points: dict[str, _Range] = {
        "a": (a.earliest_begin, a.latest_begin),
        "A": (_next(a.earliest_end), _next(a.latest_end)),
        "b": (b.earliest_begin, b.latest_begin),
        "B": (_next(b.earliest_end), _next(b.latest_end)),
    }
    return tuple(relation for relation in Allen if _fits(_ORDERS[relation], points))


def _fits(order: tuple[str, ...], points: Mapping[str, _Range]) -> bool:
    """Whether days can be chosen for all points in this order, each as early as it can be."""
    reached: int | None = None
    for group in order:
        for low in (points[point][0] for point in group):
            if low is not None and (reached is None or low > reached):
                reached = low
        highs = [high for high in (points[point][1] for point in group) if high is not None]
        if reached is not None:
            if highs and reached > min(highs):
                return False
            reached += 1
    return True


def before(a: Span, b: Span) -> Answer:
    """Whether a ended on a day before b began."""
    a, b = _eased(a), _eased(b)
    return _less((a.earliest_end, a.latest_end), (b.earliest_begin, b.latest_begin))


def after(a: Span, b: Span) -> Answer:
    """Whether a began on a day after b ended."""
    return before(b, a)


def inside(inner: Span, outer: Span) -> Answer:
    """Whether a happening fits into the stretch that a statement gives for it.

    Yes if the hull of `inner` lies in the hull of `outer`, no if the two share no day, else
    unknown. An open side of a stretch ("after 1922") reaches without limit; an end of an
    interval that is not recorded ("from 1922 on") may lie anywhere, so beyond what is known of
    that interval the answer is unknown. A span without any bound says nothing.
    """
    inner, outer = _eased(inner), _eased(outer)
    if _apart(inner, outer):
        return Answer.NO
    if _is_silent(outer):
        return Answer.UNKNOWN
    first, last = outer.hull
    if outer.is_interval:
        first = outer.latest_begin if first is None else first
        last = outer.earliest_end if last is None else last
    unlimited = not outer.is_interval
    begins = unlimited if first is None else _ordered(first, inner.earliest_begin)
    ends = unlimited if last is None else _ordered(inner.latest_end, last)
    return Answer.YES if begins and ends else Answer.UNKNOWN


def covers(state: Span, moment: Span) -> Answer:
    """Whether a state held at the time that a statement gives.

    Args:
        state: when the state began and ended.
        moment: the time stated. An interval ("from 1918 to 1925") asks whether the state held
            on each of its days; a stretch ("in 1918", "after 1918") asks for some day of it.
            A span without any bound asks nothing, and the answer is unknown.
    """
    state, moment = _eased(state), _eased(moment)
    if _is_silent(moment):
        return Answer.UNKNOWN
    begin = (state.earliest_begin, state.latest_begin)
    end = (state.earliest_end, state.latest_end)
    first, last = moment.hull
    if moment.is_interval:
        begins_late = _less((first, moment.latest_begin), begin)
        ends_early = _less(end, (moment.earliest_end, last))
    else:
        begins_late = Answer.NO if last is None else _less((last, last), begin)
        ends_early = Answer.NO if first is None else _less(end, (first, first))
    return all_of((begins_late.negate(), ends_early.negate()))


def gap_days(a: Span, b: Span) -> int:
    """The least distance in days between two hulls as written, 0 when they share a day.

    For ranking what is nearest; an open side reaches everything beyond it.
    """
    gap = 0
    for earlier, later in ((a, b), (b, a)):
        last, first = earlier.latest_end, later.earliest_begin
        if last is not None and first is not None:
            gap = max(gap, first - last)
    return gap


def allowance(span: Span) -> int:
    """The days by which an approximate span may be off on each side; 0 for any other.

    `CIRCA_FACTOR` times the coarsest precision among its stated ends, since the flag does not
    tell which end is circa: five days for a day, five months for a month, five years for a year
    or anything coarser.
    """
    if not span.approximate:
        return 0
    ends = ((span.earliest_begin, span.latest_begin), (span.earliest_end, span.latest_end))
    widths = [last - first + 1 for first, last in ends if first is not None and last is not None]
    return CIRCA_FACTOR * min(CIRCA_LONGEST_UNIT, max(widths, default=CIRCA_LONGEST_UNIT))


def _eased(span: Span) -> Span:
    return span.widened(allowance(span)) if span.approximate else span


def _is_silent(span: Span) -> bool:
    bounds = (span.earliest_begin, span.latest_begin, span.earliest_end, span.latest_end)
    return all(bound is None for bound in bounds)


def _apart(a: Span, b: Span) -> bool:
    return Answer.YES in (_less(a.hull, b.hull), _less(b.hull, a.hull))


def _ordered(first: int | None, last: int | None) -> bool:
    return first is not None and last is not None and first <= last


def _next(day: int | None) -> int | None:
    return None if day is None else day + 1


def _less(x: _Range, y: _Range) -> Answer:
    if x[1] is not None and y[0] is not None and x[1] < y[0]:
        return Answer.YES
    return Answer.NO if _ordered(y[1], x[0]) else Answer.UNKNOWN
