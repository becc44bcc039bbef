"""Readers of feasts and named days: "Easter Monday 1916", "the eve of St Agnes", "D-Day".

The names are data (`feasts.toml`, `named_days.toml`). What a name begins may be the name of
something else ("Easter Rising", "Christmas Island", "Michaelmas term"), so a name is a date only
with a year behind it, or after a word such as "at" and before one that leaves it alone. "Christmas"
and "Easter" without a day are said of the days around as well: such points are approximate.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bede.text.timex.grammar import numbers
from bede.text.timex.grammar.feast_points import Place, point_of
from bede.text.timex.grammar.feast_words import FeastWords, Name, feast_words
from bede.text.timex.grammar.years import year_behind
from bede.text.timex.grammar.yearsigns import stands_free_after
from bede.text.timex.point import Context, Found, Point, Precision

_HELD = "-/–_."
"""Signs that make one word of a name and what stands before it: "pre-Christmas", "7/9/11"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A name as found.

    Attributes:
        name: what the words stand for.
        end: the token behind them.
        place: where the day lies beside the feast.
        titled: an article may stand before the words ("the feast of").
    """

    name: Name
    end: int
    place: Place
    titled: bool = False


def feast_triggers() -> frozenset[str]:
    """The tokens, in lower case, with which a feast or a named day may begin."""
    return feast_words().triggers


def read_feast(context: Context, index: int, *, loose: bool = False) -> Found | None:
    """Read a feast or a named day.

    A day of the calendar comes back as a DAY, one that moves with Easter as a FEAST, a run of days
    or one that must be counted in its year ("the Monday after Michaelmas 1305") as a STRETCH.

    Args:
        context: tokens and words.
        index: where it begins, behind the preposition and the article.
        loose: it ends a range, so that it needs no word before it.

    Returns:
        The point, without its year where the text tells none, and the token behind it; or None.
    """
    words, tokens = feast_words(), context.tokens
    if tokens.low(index) not in words.triggers and not numbers.ordinal(context, index):
        return None
    if index and tokens.glued(index - 1) and tokens.low(index - 1) in _HELD and not loose:
        return None
    read = (
        _name(context, words, index)
        or _titled(context, words, index)
        or _beside(context, words, index)
    )
    return _dated(context, words, index, read, loose) if read else None


def _name(context: Context, words: FeastWords, index: int) -> _Read | None:
    tokens = context.tokens
    match = words.names.match(tokens, index)
    if match is None or not (tokens.capital(index) or tokens.digits(index)):
        return None
    name = match[0]
    place = Place(days=name.shift, alone=not name.shift)
    return _Read(name=name, end=match[1], place=place, titled=name.article)


def _titled(context: Context, words: FeastWords, index: int) -> _Read | None:
    """A feast behind "the feast of", "the eve of", "the eve of the feast of"."""
    tokens = context.tokens
    opening = words.openings.match(tokens, index)
    if opening is None:
        return None
    shift, at = opening
    inner = words.openings.match(tokens, at + 1) if tokens.low(at) == "the" else None
    if inner and inner[0] == 0:
        at = inner[1]
    return _title(context, words, at, shift)


def _title(context: Context, words: FeastWords, index: int, shift: int = 0) -> _Read | None:
    tokens = context.tokens
    match = words.titles.match(tokens, index)
    if match is None or not tokens.capital(match[1] - 1):
        return None
    end = match[1]
    if tokens.low(end) == "the" and tokens.low(end + 1) in words.epithets:
        end += 2
    place = Place(days=shift + match[0].shift)
    return _Read(name=match[0], end=end, place=place, titled=True)


def _beside(context: Context, words: FeastWords, index: int) -> _Read | None:
    """A weekday by its feast: "Monday next after Michaelmas", "third Sunday in Lent"."""
    tokens, names = context.tokens, context.words.weekday_names
    order = numbers.ordinal(context, index)
    at = order[1] if order else index
    if tokens.low(at) not in names or (order is None and _counted_before(context, index)):
        return None
    day, at = names.index(tokens.low(at)), at + 1
    if tokens.low(at) in words.besides:
        at += 1
    direction = words.beside.get(tokens.low(at))
    if direction is None:
        return None
    at += 1
    opening = words.openings.match(tokens, at + 1) if tokens.low(at) == "the" else None
    at = opening[1] if opening and opening[0] == 0 else at
    read = _title(context, words, at) or _name(context, words, at)
    if read is None or read.name.feast.once:
        return None
    place = Place(
        days=read.place.days, weekday=day, direction=direction, count=order[0] if order else 0
    )
    return replace(read, titled=True, place=place)


def _counted_before(context: Context, index: int) -> bool:
    tokens = context.tokens
    before = tokens.low(index - 1)
    return before in context.words.ordinals or (
        before in context.words.suffixes and tokens.digits(index - 2) > 0
    )


def _dated(
    context: Context, words: FeastWords, index: int, read: _Read, loose: bool
) -> Found | None:
    """The point of a name with its year, or without it where the words around show a date."""
    feast, end = read.name.feast, read.end
    if _is_qualified(context, words, index):
        return None
    told = _year(context, words, end, bracketed=bool(feast.once))
    if told is not None:
        point = point_of(feast, told.first, read.place)
        return Found(point, told.end) if point else None
    beside = _apposed(context, end) or _year_before(context, index)
    sure = loose or _sign(context, words, index, read)
    if not (beside or sure or read.name.plain):
        return None
    if not _stands_alone(context, words, read, sure=sure):
        return None
    point = point_of(feast, beside or Point(precision=Precision.YEAR), read.place)
    return Found(point, end) if point else None


def _is_qualified(context: Context, words: FeastWords, index: int) -> bool:
    """Whether a name in the middle of a sentence holds it: "White Christmas", "Mr Lent"."""
    tokens = context.tokens
    before = tokens.raw(index - 1)
    if not before[:1].isupper() or before.lower() in words.leading:
        return False
    return tokens.low(index - 2).isalpha() or tokens.low(index - 2) in (",", ";")


def _year(context: Context, words: FeastWords, index: int, *, bracketed: bool) -> Found | None:
    """The year behind a name: "1916", ", 1916", "of 1916", "in the year 800"."""
    tokens = context.tokens
    if bracketed and tokens.low(index) == "(" and tokens.low(index + 2) == ")":
        year = year_behind(context, index + 1)
        return Found(year.first, index + 3) if year and year.end == index + 2 else None
    at = index
    if tokens.low(index) == "in" and (
        tokens.digits(index + 1) == 4 or tokens.low(index + 1) in ("the", "that", "ad", "a")
    ):
        at += 1
    year = _short_year(context, at) or year_behind(context, at)
    if year is None:
        return None
    told, behind = year.first.year, tokens.low(year.end)
    # "At Christmas 300 knights": what may be a quantity must end its clause to be a year.
    quantity = told is not None and not year.first.era and (told < 1000 or told % 100 == 0)
    if quantity and behind.isalpha() and behind not in words.followers:
        return None
    return year


def _short_year(context: Context, index: int) -> Found | None:
    """A year of three digits that cannot count anything: "the year 800", ", 800,"."""
    tokens = context.tokens
    at = index + 1 if tokens.low(index) in (",", "of") else index
    named = tokens.low(at) == "the" and tokens.low(at + 1) == "year"
    at += 2 if named else 0
    if tokens.digits(at) != 3 or at == index or numbers.era(context, at + 1):
        return None
    alone = stands_free_after(context, at + 1) and not numbers.thousands(context, at)
    if not alone or (tokens.low(at + 1).isalnum() and not named):
        return None
    return Found(Point(precision=Precision.YEAR, year=int(tokens.low(at))), at + 1)


def _apposed(context: Context, index: int) -> Point | None:
    """The year of the day that explains the feast: "Easter Monday, 24 April 1916".

    A point without a year if that day has none.
    """
    if context.tokens.low(index) not in (",", "("):
        return None
    at = index + 1
    day = numbers.day_of_month(context, at)
    month = numbers.month(context, day[1] if day else at)
    if month is None:
        return None
    last = month if day else numbers.day_of_month(context, month[1])
    if last is None:
        return None
    closed = context.tokens.low(last[1]) == ")"
    year = year_behind(context, last[1] + 1 if closed else last[1])
    return year.first if year else Point(precision=Precision.YEAR)


def _year_before(context: Context, index: int) -> Point | None:
    """The year of a day that the feast explains: "24 April 1916, Easter Monday"."""
    tokens = context.tokens
    at = index - 2
    if tokens.low(index - 1) not in (",", "(") or tokens.digits(at) not in (3, 4):
        return None
    month_at = at - 3 if tokens.low(at - 1) == "," and tokens.digits(at - 2) else at - 1
    if month_at < 0 or numbers.month(context, month_at) is None:
        return None
    return Point(precision=Precision.YEAR, year=int(tokens.low(at)))


def _sign(context: Context, words: FeastWords, index: int, read: _Read) -> bool:
    """Whether the words before a name show that it is a date: "at", "the night of"."""
    tokens = context.tokens
    at = index - 1
    if read.titled and tokens.low(at) == "the":
        at -= 1
    word, earlier = tokens.low(at), tokens.low(at - 1)
    if word in words.signs:
        return earlier not in words.topics
    if word == "of":
        return earlier in words.parts_of_days
    # "He said that Easter was near": only "That Easter" and "before that Easter" point back.
    return word == "that" and (tokens.capital(at) or earlier in words.signs)


def _stands_alone(context: Context, words: FeastWords, read: _Read, *, sure: bool) -> bool:
    """Whether what follows a name without a year leaves it a name of its own."""
    tokens, end = context.tokens, read.end
    behind = tokens.low(end)
    if behind in read.name.feast.never_before:
        return False
    if tokens.glued(end - 1) and (behind in "-/_" or behind.isalnum()):
        return False
    if behind in ("'", "’") and tokens.glued(end - 1) and tokens.glued(end):
        return not tokens.low(end + 1).isalnum()
    if tokens.digits(end):
        return tokens.digits(end) < 4
    if not behind.isalpha() or behind in words.followers:
        return True
    strong = read.name.strong or read.titled
    return strong and sure and behind not in words.heads
