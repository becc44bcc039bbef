"""Readers of longer units: seasons, decades, centuries, millennia."""

from __future__ import annotations

from dataclasses import replace

from bede.text.timex.grammar import numbers
from bede.text.timex.grammar.years import read_dual_year, year_behind
from bede.text.timex.grammar.yearsigns import stands_free_after
from bede.text.timex.point import Context, Found, Point, Precision
from bede.text.timex.words.forms import load_forms
from bede.text.timex.words.tokens import APOSTROPHES

NAMED = "season"
"""The kind of a season that names an event, whose article it has."""
WINTER = 24
"""The season number of EDTF that two years share."""
_FALL = "fall"
_FIRST_WORDED = 10
_MOST_LISTED = 4
"""Centuries that may share one word."""


def read_season(context: Context, index: int) -> Found | None:
    """A season with its year, or without one where the words before show that it is a time."""
    tokens = context.tokens
    number = context.words.seasons[tokens.low(index)]
    named = _event_behind(context, index)
    if named is not None:
        year = year_behind(context, named) if tokens.low(named) == "of" else None
        dated = Point(precision=Precision.SEASON) if year is None else year.first
        season = replace(dated, precision=Precision.SEASON, season=number)
        return Found(season, index + 1, kind=NAMED)
    at = index + 1
    if tokens.low(at) in (",", "of"):
        at += 1
    if tokens.low(at) == "the" and tokens.low(at + 1) == "year":
        at += 2
    winter = None
    if number == WINTER:
        winter = read_dual_year(context, at) or _winter_range(context, at)
    year = winter or year_behind(context, index + 1)
    if year is None:
        told = _season_alone(context, index)
        return Found(Point(precision=Precision.SEASON, season=number), index + 1) if told else None
    if year.first.year is None:
        return Found(replace(year.first, precision=Precision.SEASON, season=number), year.end)
    crosses = winter is not None
    first = year.first.year - 1 if crosses else year.first.year
    point = Point(
        precision=Precision.SEASON,
        year=first,
        bc=year.first.bc,
        season=number,
        crosses=crosses,
        short=year.first.short,
    )
    return Found(point, year.end)


def _season_alone(context: Context, index: int) -> bool:
    """Whether a bare season is a time, and no well, leap or downfall."""
    tokens, signs = context.tokens, context.words.season_signs
    word, behind = tokens.low(index), tokens.low(index + 1)
    opens = index == 0 or tokens.low(index - 1) in (".", "\n\n", ";")
    if behind in ("of", "s") or behind in signs.things or not behind.isascii():
        return False
    if opens:
        return word != _FALL and tokens.capital(index) and (behind == "," or behind in signs.after)
    if tokens.capital(index) and tokens.capital(index + 1):
        return False
    at = index - 1
    for _ in range(2):
        named = tokens.capital(at) and tokens.low(at - 1) in {"the", *signs.inside}
        if tokens.low(at) in signs.inside or named:
            at -= 1
    if at < 0:  # "Harsh winter and final battles", a heading
        return at < index - 1
    article = tokens.low(at) == "the"
    before = tokens.low(at - 1) if article else tokens.low(at)
    if word == _FALL:
        return before in signs.fall and (article or before in ("in", "by", "last", "that"))
    return before in signs.before


def _event_behind(context: Context, index: int) -> int | None:
    """Behind the event that a season names: "the Spring Offensive of 1918" was in spring."""
    tokens, signs = context.tokens, context.words.season_signs
    for at in (index + 1, index + 2):
        if tokens.low(at) in signs.raids and tokens.low(index + 1) not in signs.things:
            return at + 1
        if not tokens.low(at).isalpha() or tokens.capital(at) != tokens.capital(index):
            return None
    return None


def _winter_range(context: Context, index: int) -> Found | None:
    tokens = context.tokens
    if tokens.digits(index) != 4 or tokens.low(index + 1) not in context.words.dashes:
        return None
    size = tokens.digits(index + 2)
    following = int(tokens.low(index)) + 1
    if not size or following % 10**size != int(tokens.low(index + 2)):
        return None
    return Found(Point(precision=Precision.YEAR, year=following), index + 3)


def read_decade(context: Context, index: int) -> Found | None:
    """A decade in digits: "the 1920s", "the 480s BC"."""
    tokens = context.tokens
    if tokens.digits(index) not in (3, 4) or int(tokens.low(index)) % 10:
        return None
    behind = index + 1
    if tokens.glued(index) and tokens.low(behind) in ("'", "’"):
        behind += 1
    if tokens.low(behind) != "s" or not tokens.glued(behind - 1):
        return None
    era = numbers.era(context, behind + 1)
    first = int(tokens.low(index))
    end = era[1] if era else behind + 1
    bc = bool(era and era[0])
    if first % 100 == 0 and not bc:
        # "The 1800s" is a century to most writers and a decade to some: the wider is kept.
        return Found(Point(precision=Precision.HUNDRED, year=first), end)
    point = Point(precision=Precision.DECADE, year=first, bc=bc, era=era is not None)
    return Found(point, end)


def read_named_decade(context: Context, index: int) -> Found | None:
    """A decade without its century: "the twenties", "the mid-'30s". The story tells which.

    An era ("the 20s BC") or a decade that it is listed with ("the 1630s and 40s") tells it at once.
    """
    tokens, words = context.tokens, context.words
    at = index + 1 if tokens.low(index) in APOSTROPHES else index
    if tokens.low(at) in words.decade_names:
        first, end = words.decade_names[tokens.low(at)], at + 1
    elif tokens.low(at) in words.decade_digits and tokens.low(at + 1) == "s" and tokens.glued(at):
        first, end = int(tokens.low(at)), at + 2
    else:
        return None
    era = numbers.era(context, end)
    if era:
        point = Point(precision=Precision.DECADE, year=first, bc=era[0], era=True)
        return Found(point, era[1])
    before = index - 1
    for _ in range(2):  # "the early", "mid-"
        if tokens.low(before) == "-" or tokens.low(before) in words.decade_between:
            before -= 1
    listed = _decade_before(context, before)
    if listed is not None and first > listed % 100:
        year = listed - listed % 100 + first
        return Found(Point(precision=Precision.DECADE, year=year), end)
    # "The fifties and sixties": the second has the article of the first.
    joined = tokens.low(index - 1) in ("and", "or", "to")
    paired = joined and tokens.low(index - 2) in words.decade_names
    if (tokens.low(before) != "the" and not paired) or tokens.low(end).isdigit():
        return None
    return Found(Point(precision=Precision.DECADE, year=first, short=True), end)


def _decade_before(context: Context, index: int) -> int | None:
    """The decade in full digits of a list that goes on here: the 1630 of "1630s and 40s"."""
    tokens, forms = context.tokens, load_forms()
    at = index - 1 if tokens.low(index) == "the" else index
    if tokens.low(at) not in forms.joiners | forms.choices | context.words.range_words:
        return None
    year = at - 3 if tokens.low(at - 2) in APOSTROPHES else at - 2
    if year < 0 or tokens.low(at - 1) != "s" or tokens.digits(year) != 4:
        return None
    return int(tokens.low(year)) if tokens.glued(year) else None


def read_worded_decade(context: Context, index: int) -> Found | None:
    """A decade with its century in words: "the nineteen-sixties"."""
    tokens, words = context.tokens, context.words
    hundreds = words.cardinals.get(tokens.low(index), 0)
    at = index + 2 if tokens.low(index + 1) == "-" else index + 1
    first = words.decade_names.get(tokens.low(at))
    if hundreds < _FIRST_WORDED or first is None:
        return None
    return Found(Point(precision=Precision.DECADE, year=100 * hundreds + first), at + 1)


def read_quarter(context: Context, index: int) -> Found | None:
    """A quarter of a year: "Q3 1973"."""
    tokens, forms = context.tokens, load_forms()
    if tokens.low(index) != forms.quarter or not tokens.glued(index):
        return None
    size = tokens.digits(index + 1)
    number = int(tokens.low(index + 1)) if size == 1 else 0
    at = index + 3 if tokens.low(index + 2) == "of" else index + 2
    if not 1 <= number <= len(forms.quarters) or tokens.digits(at) != 4:
        return None
    if not stands_free_after(context, at + 1):
        return None
    share = context.words.shares[forms.quarters[number - 1]]
    point = Point(precision=Precision.YEAR, year=int(tokens.low(at)), share=share)
    return Found(point, at + 1)


def read_turn(context: Context, index: int) -> Found | None:
    """Read "the turn of the 20th century": some years around 1900."""
    tokens, words = context.tokens, context.words
    match = words.turn.match(tokens, index)
    if match is None:
        return None
    order = _order(context, match[1])
    at = order[1] if order else match[1]
    end = _century_word(context, at) if order else at + 1
    if end is None or tokens.low(end - 1) not in words.centuries | words.millennia:
        return None
    if order is None:
        # Which century turns is for the story to tell: the nearest year that ends in 00.
        return Found(Point(precision=Precision.TURN), end)
    era = numbers.era(context, end)
    bc = bool(era and era[0])
    year = 100 * (order[0] if bc else order[0] - 1)
    told = era is not None
    point = Point(precision=Precision.TURN, year=max(year, 1), bc=bc, era=told, approximate=True)
    return Found(point, era[1] if era else end)


def _order(context: Context, index: int) -> tuple[int, int] | None:
    """The number of a century, in words, digits or Roman numerals."""
    return numbers.ordinal(context, index) or numbers.roman(context, index)


def read_century(context: Context, index: int) -> Found | None:
    """A century or a millennium: "the 19th century", "XIX c.", "the second millennium BC"."""
    tokens = context.tokens
    order = _order(context, index)
    if order is None or order[0] == 0:
        return None
    end = _century_word(context, order[1])
    if end is None:
        second = _second_century(context, order[1])
        if second is None:
            return None
        return Found(replace(second.first, year=order[0]), order[1])
    if tokens.capital(end - 1) and tokens.capital(end):
        return None  # "20th Century Fox"
    return _numbered(context, order[0], end)


def _numbered(context: Context, number: int, end: int) -> Found:
    """A century or a millennium by its number, with the era behind its word."""
    era = numbers.era(context, end)
    thousand = context.tokens.low(end - 1) in context.words.millennia
    precision = Precision.MILLENNIUM if thousand else Precision.CENTURY
    bc, told = bool(era and era[0]), era is not None
    point = Point(precision=precision, year=number, bc=bc, era=told)
    return Found(point, era[1] if era else end)


def _century_word(context: Context, index: int) -> int | None:
    tokens, words = context.tokens, context.words
    at = index + 1 if tokens.low(index) == "-" else index
    word = tokens.low(at)
    if word in words.centuries or word in words.millennia:
        return at + 1
    dotted = tokens.low(at + 1) == "." and tokens.glued(at)
    if not dotted or word not in load_forms().short_centuries or tokens.digits(at + 2):
        return None  # "12 Geo. II c. 1740": circa, or a chapter
    return at + 2


def _second_century(context: Context, index: int) -> Found | None:
    """The century or millennium that lends its word: "late 13th to early 15th century"."""
    at = index
    for _ in range(_MOST_LISTED):
        joined = _over_joiner(context, at)
        order = _order(context, joined) if joined else None
        if order is None:
            return None
        end = _century_word(context, order[1])
        if end is not None:
            return _numbered(context, order[0], end)
        at = order[1]
    return None


def _over_joiner(context: Context, index: int) -> int | None:
    """The token behind what joins two centuries, with the article and the part of the second."""
    tokens, words, forms = context.tokens, context.words, load_forms()
    joiners = forms.joiners | forms.choices | words.range_words | words.dashes
    at = index
    while at < index + 3 and tokens.low(at) in joiners | forms.separators:
        at += 1
    if at == index:
        return None
    # A comma alone joins only what a later "and" closes.
    if tokens.low(at - 1) in forms.separators:
        order = _order(context, at)
        if order is None or tokens.low(order[1]) not in joiners | forms.separators:
            return None
    for _ in range(2):
        part = words.parts.match(tokens, at)
        at = part[1] if part else at
        at = at + 1 if tokens.low(at) in ("the", "-") else at
    return at
