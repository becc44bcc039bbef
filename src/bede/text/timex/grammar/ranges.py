"""What stands behind a date and belongs to it: a second end, a second calendar, a doubt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bede.text.timex.grammar import numbers
from bede.text.timex.grammar.dated import CHOICE
from bede.text.timex.grammar.dates import read_core
from bede.text.timex.grammar.dual import paired
from bede.text.timex.grammar.eras import read_dual_before
from bede.text.timex.grammar.yearsigns import is_year, stands_free_after
from bede.text.timex.point import Context, Found, Point, Precision
from bede.text.timex.story.memory import with_year, year_number
from bede.text.timex.words.forms import load_forms

_MOST_YEARS_OF_DOUBT = 50
"""Two years further apart are not one or the other (years)."""
_CHOSEN = (
    Precision.DAY,
    Precision.MONTH,
    Precision.SEASON,
    Precision.YEAR,
    Precision.DECADE,
    Precision.CENTURY,
)
_SHARING_ERA = (Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM)
Reader = Callable[[Context, int], tuple[Found, int] | None]


def with_doubt(context: Context, found: Found) -> Found:
    """Add a question mark that doubts the date and does not end a question."""
    tokens = context.tokens
    if tokens.low(found.end) != "?" or not tokens.glued(found.end - 1):
        return found
    behind = tokens.low(found.end + 1)
    inside = behind in context.words.dashes or behind in (")", "]", ",", ";")
    if not inside and not (behind and tokens.raw(found.end + 1).islower()):
        return found
    return replace(found, first=replace(found.first, uncertain=True), end=found.end + 1)


def with_calendar(context: Context, found: Found) -> Found:
    """Add the second date of a dual date, or a mark that names the calendar."""
    if found.last is None and found.first.precision is Precision.DAY and not found.first.twin:
        dual = _dual(context, found)
        if dual is not None:
            return dual
    mark = numbers.calendar_after(context, found.end)
    if mark is None or found.first.calendar:
        return found
    if found.first.year is None and (found.first.day is None or found.first.month is None):
        return found
    last = found.last and replace(found.last, calendar=mark[0])
    first = replace(found.first, calendar=mark[0])
    return replace(found, first=first, end=mark[1], last=last)


def _dual(context: Context, found: Found) -> Found | None:
    tokens = context.tokens
    opening = tokens.low(found.end)
    bracketed = opening in ("(", "[")
    if not bracketed and opening != "/":
        return None
    inner = numbers.calendar_mark(context, found.end + 1)
    second = read_core(context, inner[1] if inner else found.end + 1)
    if second is None or second.last or second.first.precision is not Precision.DAY:
        return None
    end = second.end
    joined = end + 1 if tokens.low(end) == "," else end
    mark = inner or numbers.calendar_mark(context, joined)
    if mark is not None and mark is not inner:
        end = mark[1]
    if bracketed:
        if tokens.low(end) not in (")", "]"):
            return None
        end += 1
    first, twin = found.first, second.first
    if first.year is None and twin.year is None:
        tail = _tail_year(context, end)
        if tail is not None:
            first, end = replace(first, year=tail.first.year, bc=tail.first.bc), tail.end
    outer = first.calendar
    marked = mark[0] if mark else twin.calendar
    pair = paired(first, twin, outer, marked)
    return Found(pair, end) if pair else None


def _tail_year(context: Context, index: int) -> Found | None:
    tokens = context.tokens
    at = index + 1 if tokens.low(index) in (",", "of") else index
    if tokens.digits(at) != 4 or not stands_free_after(context, at + 1):
        return None
    return Found(Point(precision=Precision.YEAR, year=int(tokens.low(at))), at + 1)


def with_range(
    context: Context, found: Found, index: int, read: Reader, *, between: bool = False
) -> Found:
    """Add the other end of a range.

    Args:
        context: tokens and words.
        found: the first end.
        index: the token where the first end begins.
        read: reads the other end, with its own "early" or "circa".
        between: the range began with "between", so that "and" joins it.
    """
    tokens, words = context.tokens, context.words
    sign = tokens.low(found.end)
    dashed = sign in words.dashes
    choice = sign in load_forms().choices and found.first.precision in _CHOSEN
    joined = dashed or choice or sign in (words.between if between else words.range_words)
    slashed = sign == "/" and tokens.glued(found.end) and found.first.precision is Precision.MONTH
    if found.last is not None or not (joined or slashed):
        return found
    if tokens.low(index - 1) in ("(", "[") and _is_whole_day(found.first):
        return found
    short = _short_end(context, found, dashed=dashed)
    read_second = read(context, found.end + 1)
    second = short or (read_second and read_second[0])
    if second is None or second.last is not None:
        return found
    second_start = read_second[1] if read_second else found.end + 1
    first, last = _share_years(found.first, second.first)
    if dashed:
        last = _counted_down(context, first, last, found.end + 1)
    if (choice and not _one_or_other(first, last)) or _told_more_closely(first, last):
        return found
    seam = (found.end, second_start if short is None else found.end + 1)
    end = second.end
    if first.year is None and last.year is None and tokens.low(end) == "in":
        tail = _tail_year(context, end + 1)  # "between May and June in 1981"
        if tail is not None:
            year = tail.first.year
            first, last, end = replace(first, year=year), replace(last, year=year), tail.end
    return Found(first, end, last, seam, CHOICE if choice else "")


def _one_or_other(first: Point, last: Point) -> bool:
    """Whether two dates with "or" between them are two readings of one: "909 or 910"."""
    if first.precision is not last.precision or first.relative or last.relative:
        return False
    if first.short or last.short:
        return False
    if first.year is None or last.year is None:
        return first.year is None and last.year is None
    one, two = _order_of(first), _order_of(last)
    apart = year_number(last) - year_number(first)
    return one < two and apart <= _MOST_YEARS_OF_DOUBT


def _order_of(point: Point) -> tuple[int, int, int]:
    within = point.month or point.season or 0
    return year_number(point), within, point.day or 0


def _told_more_closely(first: Point, last: Point) -> bool:
    """Whether a dash leads from a year to a day of that year: "1453 — 29 May, to be exact"."""
    if first.year is None or (first.year, first.bc) != (last.year, last.bc):
        return False
    if first.precision is Precision.YEAR and first.share is None:
        return last.precision in (Precision.DAY, Precision.MONTH)
    alone = first.precision is Precision.MONTH and first.share is None
    return alone and last.precision is Precision.DAY and first.month == last.month


def _counted_down(context: Context, first: Point, last: Point, at: int) -> Point:
    """The end of a range before Christ by its last digits: 480 for the "80" of "490–80 BC"."""
    size = context.tokens.digits(at)
    one, two = first.year or 0, last.year or 0
    years = first.precision is last.precision is Precision.YEAR
    if not (years and first.bc and last.bc and size == 2 and one >= 100):
        return last
    shortened = one - one % 100 + two
    return replace(last, year=shortened) if shortened < one else last


def _is_whole_day(point: Point) -> bool:
    return point.precision is Precision.DAY and point.year is not None


def _short_end(context: Context, found: Found, *, dashed: bool) -> Found | None:
    """The end of a range that is no year by itself: "1914–18", "1920s–30s", "AD 43 to 84"."""
    tokens = context.tokens
    at = found.end + 1
    size = tokens.digits(at)
    year = found.first.year
    if not size or year is None or found.first.bc or found.first.month is not None:
        return None
    if found.first.era and found.first.precision is Precision.YEAR:
        value = int(tokens.low(at))
        free = stands_free_after(context, at + 1) and not numbers.month(context, at + 1)
        if free and value > year and not numbers.era(context, at + 1):
            return Found(replace(found.first, year=value), at + 1)
    if not dashed or size > 2 or year < 100:
        return None
    # A spaced hyphen is a dash of the sentence; a spaced en dash may still join two years.
    if not tokens.glued(found.end) and (tokens.low(found.end) == "-" or size == 1):
        return None
    value = year - year % 10**size + int(tokens.low(at))
    if value <= year:
        return None
    if found.first.precision is Precision.YEAR:
        if not stands_free_after(context, at + 1) or numbers.month(context, at + 1):
            return None
        return Found(replace(found.first, year=value), at + 1)
    if found.first.precision is Precision.DECADE and tokens.low(at + 1) == "s":
        return Found(replace(found.first, year=value), at + 2)
    return None


def _share_years(first: Point, last: Point) -> tuple[Point, Point]:
    if first.year is None and first.relative is None and last.relative is not None:
        return replace(first, relative=last.relative), last
    if first.relative is not None or last.relative is not None:
        return first, last
    if first.year is None and last.year is not None:
        earlier = last.month is not None and (first.month or 0) > last.month
        return with_year(first, year_number(last) - earlier), last
    if last.year is None and first.year is not None:
        later = first.month is not None and (last.month or 0) < first.month
        return first, with_year(last, year_number(first) + later)
    if last.bc and not first.era and first.precision in _SHARING_ERA:
        return replace(first, bc=True), last
    return first, last


def ranged_year(context: Context, index: int) -> Found | None:
    """A year that only the next one shows to be one: "431–404 BC", "40,000–10,000 BC"."""
    tokens = context.tokens
    dual = read_dual_before(context, index)
    if dual is not None:
        return dual
    size = tokens.digits(index)
    grouped = numbers.thousands(context, index)
    year, end = grouped or (int(tokens.low(index)) if size else 0, index + 1)
    sign = tokens.low(end)
    words = context.words
    if not size or size > 4 or not (sign in words.dashes or sign in words.between or sign == "or"):
        return None
    after = end + 1
    if tokens.low(after) in ("c", "ca", "circa"):
        after += 2 if tokens.low(after + 1) == "." else 1
    last = numbers.thousands(context, after) or numbers.number(context, after)
    if last is None or (index and tokens.glued(index - 1) and tokens.low(index - 1) in ".,/-"):
        return None
    point = Point(precision=Precision.YEAR, year=year)
    era = numbers.era(context, last[1])
    if era:
        return Found(replace(point, bc=era[0]), end) if era[0] or not grouped else None
    alone = size >= 3 and not grouped and is_year(context, index, last[1])
    return Found(point, end) if alone else None
