"""Normalisation: from an expression as read to its TIMEX3 value, its EDTF and its days."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from bede.chronology import Calendar, Span, date_of, format_edtf
from bede.chronology.easter import FIRST_GREGORIAN_YEAR
from bede.chronology.policy import LAST_JULIAN_STATE
from bede.errors import ChronologyError
from bede.text.timex.normal.bounds import (
    NOWHERE,
    Days,
    Place,
    iso_point,
    readings_of,
    require_day_somewhere,
    year_of,
)
from bede.text.timex.normal.notation import edtf_of, timex_value
from bede.text.timex.normal.places import place_near
from bede.text.timex.point import Expression, Point, Precision
from bede.text.timex.story.memory import with_year
from bede.text.timex.story.path import Resolved
from bede.text.timex.values import Basis, EventRelation, Timex, TimexType
from bede.text.timex.words.tokens import Tokens

_EVENT_VALUE = "XXXX-XX-XX"


def normalise(resolved: Resolved, tokens: Tokens, place: Place = NOWHERE) -> Timex:
    """Give an expression its values.

    Args:
        resolved: what was read, with the years that the story gives.
        tokens: the text it was read from.
        place: the place whose calendar is meant, as the user says; else one is looked for near
            the date, which ranks the readings and decides nothing.

    Returns:
        The timex; what is not known is "X" in its value and None in its span.

    Raises:
        ChronologyError: it names a date that does not exist, or a range that runs backwards.
    """
    expression = resolved.expression
    first, last = expression.first, expression.last
    plain = _plain(expression, tokens)
    if first is None:
        return plain
    for point in (first, last):
        if point is not None:
            require_day_somewhere(point)
    plain = replace(
        plain,
        type=TimexType.DATE if expression.clock is None else TimexType.TIME,
        value=_value(first, last, expression.clock),
        modifier=_modifier_name(expression),
        calendar=_calendar_name(first),
        basis=Basis.DISCOURSE if resolved.inherited else Basis.TOLD,
        ends=_ends(resolved, tokens, place),
    )
    if not _is_known(first) or (last is not None and not _is_known(last)):
        return replace(plain, basis=Basis.NONE)
    if place.region is None and _may_be_in_both(first, last):
        place = Place(place_near(tokens, expression.start, expression.end))
    return _dated(plain, resolved, place)


def _dated(plain: Timex, resolved: Resolved, place: Place) -> Timex:
    """The timex with its days, as the place ranks them.

    A place that the text names ranks the readings; the one that the user names also decides which
    of them is shown, for writers of today mostly give the new calendar.
    """
    expression, rival = resolved.expression, resolved.rival
    first, last = expression.first, expression.last
    if first is None:
        return plain
    bounds = expression.modifier.bounds if expression.modifier else "within"
    inside = bounds if bounds in ("between", "either") else "within"
    readings = _spans(first, last, bounds, place)
    if not place.guessed or (place.region is not None and len(readings) == 1):
        first, last = _placed(first, place), last and _placed(last, place)
        plain = replace(plain, value=_value(first, last, expression.clock))
    shown, bare = readings[0], _spans(first, last, inside, place)[0]
    if place.guessed and place.region is not None:
        shown, bare = _as_told(first, last, bounds, shown), _as_told(first, last, inside, bare)
    edtf: str | None = edtf_of(first, last, bounds)
    if rival is not None and last is None:
        others = _spans(with_year(first, rival), None, bounds, place)
        readings = tuple(dict.fromkeys((*readings, *others)))
        edtf = _either(first, rival, bounds)
        shown, bare = _hull(shown, others), _hull(bare, others)
        edtf = edtf or format_edtf(shown)
    return replace(plain, edtf=edtf, span=shown, readings=readings, bare=bare)


def _either(point: Point, rival: int, bounds: str) -> str | None:
    """EDTF for one of two: "[1926-05,1927-05]"."""
    years = sorted((year_of(point), rival))
    texts = [edtf_of(with_year(point, year), None, "within") for year in years]
    simple = bounds == "within" and not any(text.startswith("[") for text in texts)
    return f"[{','.join(texts)}]" if simple else None


def _value(first: Point, last: Point | None, clock: str | None) -> str:
    value = timex_value(_written(first))
    if last is not None:
        # An end may be a stretch of its own, as a year of another calendar is.
        value = f"{value.split('/')[0]}/{timex_value(_written(last)).split('/')[-1]}"
    return value + (clock or "")


def _may_be_in_both(first: Point, last: Point | None) -> bool:
    """Whether a day could be told in either calendar, or be left out by one."""
    return any(
        point.precision is Precision.DAY
        and point.calendar is not Calendar.GREGORIAN
        and point.twin is None
        and not point.bc
        and FIRST_GREGORIAN_YEAR - 1 <= (point.year or 0) <= LAST_JULIAN_STATE[0]
        for point in (first, last or first)
    )


def _placed(point: Point, place: Place) -> Point:
    """A day in the calendar that the place makes the likelier."""
    if point.precision is Precision.FEAST and point.calendar is None:
        feast = date_of(readings_of(point, place)[0][0])
        dated = with_year(replace(point, month=feast.month, day=feast.day), feast.year)
        return replace(dated, precision=Precision.DAY, calendar=Calendar.GREGORIAN)
    if point.precision is not Precision.DAY or point.calendar or point.twin:
        return point
    likely = readings_of(point, place)[0][0]
    told = (year_of(point), point.month, point.day)
    here = date_of(likely)
    if told == (here.year, here.month, here.day):
        return point
    old = date_of(likely, Calendar.JULIAN)
    return replace(point, year=old.year, month=old.month, day=old.day, calendar=Calendar.JULIAN)


def _as_told(first: Point, last: Point | None, bounds: str, fallback: Span) -> Span:
    """The span without regard to the place, or the fallback if there is none."""
    try:
        return _spans(first, last, bounds, NOWHERE)[0]
    except ChronologyError:
        return fallback


def _is_known(point: Point) -> bool:
    if point.days is not None:
        return True
    if point.precision is Precision.DAY and point.month is None:
        return False
    return point.year is not None and not point.short and point.relative is None


def _written(point: Point) -> Point:
    return iso_point(point) if _is_known(point) else point


def _hull(span: Span, others: tuple[Span, ...]) -> Span:
    """A span that covers all of several readings."""
    lows = [low for low, _ in (span.hull, *(other.hull for other in others))]
    highs = [high for _, high in (span.hull, *(other.hull for other in others))]
    if not others:
        return span
    first = None if None in lows else min(low for low in lows if low is not None)
    last = None if None in highs else max(high for high in highs if high is not None)
    return Span.within(first, last, approximate=span.approximate, uncertain=span.uncertain)


def _plain(expression: Expression, tokens: Tokens) -> Timex:
    """The timex before its days are known."""
    start, end = tokens.starts[expression.start], tokens.ends[expression.end - 1]
    kind = TimexType.SET if expression.repeated else TimexType.DURATION
    value = expression.period or ""
    if expression.reference is not None:
        kind, value = TimexType.DATE, expression.reference
    elif expression.clock is not None:
        kind, value = TimexType.TIME, f"{_EVENT_VALUE}{expression.clock}"
    elif expression.period is None:
        kind, value = TimexType.DATE, _EVENT_VALUE
    return Timex(
        start=start,
        end=end,
        full_start=tokens.starts[expression.full_start],
        text=tokens.source[start:end],
        type=kind,
        value=value,
        edtf=None,
        span=None,
        readings=(),
        bare=None,
        modifier=None,
        calendar=None,
        kind=expression.kind,
        basis=Basis.NONE,
        relation=_relation(expression, tokens),
    )


def _relation(expression: Expression, tokens: Tokens) -> EventRelation | None:
    hung = expression.hung
    if hung is None:
        return None
    start, end = tokens.starts[hung.start], tokens.ends[hung.end - 1]
    return EventRelation(hung.kind, hung.period, tokens.source[start:end], start, end)


def _ends(resolved: Resolved, tokens: Tokens, place: Place) -> tuple[Timex, Timex] | None:
    """The two ends of a range, each as an expression of its own."""
    expression = resolved.expression
    first, last, seam = expression.first, expression.last, expression.seam
    if first is None or last is None or seam is None:
        return None
    parts = (
        (first, expression.start, seam[0]),
        (last, seam[1], expression.end),
    )
    one, two = (
        normalise(
            Resolved(
                Expression(
                    start=start,
                    end=end,
                    full_start=start,
                    first=point,
                    kind=point.precision.value,
                    clock=expression.clock if point is first else None,
                ),
                inherited=resolved.inherited,
            ),
            tokens,
            place,
        )
        for point, start, end in parts
    )
    return one, two


def _modifier_name(expression: Expression) -> str | None:
    if expression.modifier is not None:
        return expression.modifier.name
    return "circa" if expression.first and expression.first.approximate else None


def _calendar_name(point: Point) -> str | None:
    if point.twin is not None:
        return "gregorian"
    return None if point.calendar is None else point.calendar.value


def _spans(first: Point, last: Point | None, bounds: str, place: Place) -> tuple[Span, ...]:
    begins = readings_of(first, place)
    ends = begins if last is None else readings_of(last, place)
    if ends[0][1] < begins[0][0]:
        raise ChronologyError("the range runs backwards: it ends before it begins")
    spans = (_shaped(pair, first, last, bounds) for pair in _paired(begins, ends))
    return tuple(dict.fromkeys(spans))


def _paired(begins: tuple[Days, ...], ends: tuple[Days, ...]) -> tuple[tuple[Days, Days], ...]:
    """The readings of two ends, each pair in one calendar or over the change of one."""
    if len(begins) == len(ends) == 2:
        later, sooner = begins[1][0] > begins[0][0], ends[1][0] < ends[0][0]
        if later is sooner:  # the likelier calendar changed in between
            return ((begins[0], ends[0]), (begins[1], ends[0]), (begins[0], ends[1]))
    pairs = zip_longest(begins, ends, fillvalue=None)
    return tuple((begin or begins[0], end or ends[0]) for begin, end in pairs)


def _shaped(ends: tuple[Days, Days], first: Point, last: Point | None, bounds: str) -> Span:
    """The span of one reading under the word before it.

    "Before" and "after" exclude the time they name, unless that is itself vague.
    """
    begin, end = ends
    approximate = first.approximate or bool(last and last.approximate)
    uncertain = first.uncertain or bool(last and last.uncertain)

    def within(low: int | None, high: int | None) -> Span:
        return Span.within(low, high, approximate=approximate, uncertain=uncertain)

    vague = approximate or uncertain or first.share is not None
    if bounds == "before":
        return within(None, end[1] if vague else begin[0] - 1)
    if bounds == "after":
        return within(begin[0] if vague else end[1] + 1, None)
    if bounds == "by":
        return within(None, end[1])
    if bounds == "throughout":
        return Span.interval(within(begin[0], begin[0]), within(end[1], end[1]))
    if last is not None and bounds not in ("between", "either"):
        return Span.interval(within(*begin), within(*end))
    if bounds == "since":
        return Span.interval(within(begin[0], end[1]), None)
    if bounds == "until":
        return Span.interval(None, within(begin[0], end[1]))
    return within(begin[0], end[1])
