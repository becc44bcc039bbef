"""Readers of longer units: seasons, decades, centuries, millennia."""

from __future__ import annotations

from dataclasses import replace

from bede.text.timex import numbers
from bede.text.timex.point import Context, Found, Point, Precision
from bede.text.timex.years import read_dual_year, year_behind

WINTER = 24
"""The season number of EDTF that two years share."""
_FALL = "fall"
_APOSTROPHES = frozenset("'’‘")


def read_season(context: Context, index: int) -> Found | None:
    """A season with its year, or without one where the words before show that it is a time."""
    tokens = context.tokens
    number = context.words.seasons[tokens.low(index)]
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
    if behind in signs.raids:
        return opens or not tokens.capital(index)
    if behind in ("of", "s") or behind in signs.things or not behind.isascii():
        return False
    if opens:
        return word != _FALL and tokens.capital(index) and (behind == "," or behind in signs.after)
    if tokens.capital(index) and tokens.capital(index + 1):
        return False
    at = index - 1
    for _ in range(2):
        if tokens.low(at) in signs.inside or (tokens.capital(at) and tokens.low(at - 1) == "the"):
            at -= 1
    if at < 0:  # "Harsh winter and final battles", a heading
        return at < index - 1
    article = tokens.low(at) == "the"
    before = tokens.low(at - 1) if article else tokens.low(at)
    if word == _FALL:
        return before in signs.fall and (article or before in ("in", "by", "last", "that"))
    return before in signs.before


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
    return Found(Point(precision=Precision.DECADE, year=first, bc=bc), end)


def read_named_decade(context: Context, index: int) -> Found | None:
    """A decade without its century: "the twenties", "the mid-'30s". The story tells which."""
    tokens, words = context.tokens, context.words
    at = index + 1 if tokens.low(index) in _APOSTROPHES else index
    if tokens.low(at) in words.decade_names:
        first, end = words.decade_names[tokens.low(at)], at + 1
    elif tokens.low(at) in words.decade_digits and tokens.low(at + 1) == "s" and tokens.glued(at):
        first, end = int(tokens.low(at)), at + 2
    else:
        return None
    before = index - 1
    for _ in range(2):  # "the early", "mid-"
        if tokens.low(before) in ("-", "early", "late", "mid", "middle", "roaring", "hungry"):
            before -= 1
    if tokens.low(before) != "the" or tokens.low(end).isdigit():
        return None
    return Found(Point(precision=Precision.DECADE, year=first, short=True), end)


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
    point = Point(precision=Precision.TURN, year=max(year, 1), bc=bc, approximate=True)
    return Found(point, era[1] if era else end)


def _order(context: Context, index: int) -> tuple[int, int] | None:
    """The number of a century, in words, digits or Roman numerals."""
    return numbers.ordinal(context, index) or numbers.roman(context, index)


def read_century(context: Context, index: int) -> Found | None:
    """A century or a millennium: "the 19th century", "XIX c.", "the second millennium BC"."""
    tokens, words = context.tokens, context.words
    order = _order(context, index)
    if order is None or order[0] == 0:
        return None
    end = _century_word(context, order[1])
    if end is None:
        second = _second_century(context, order[1])
        if second is None:
            return None
        return Found(replace(second.first, year=order[0]), order[1])
    era = numbers.era(context, end)
    thousand = tokens.low(end - 1) in words.millennia
    precision = Precision.MILLENNIUM if thousand else Precision.CENTURY
    point = Point(precision=precision, year=order[0], bc=bool(era and era[0]))
    return Found(point, era[1] if era else end)


def _century_word(context: Context, index: int) -> int | None:
    at = index + 1 if context.tokens.low(index) == "-" else index
    word = context.tokens.low(at)
    return at + 1 if word in context.words.centuries or word in context.words.millennia else None


def _second_century(context: Context, index: int) -> Found | None:
    """The century that lends its word to one before it: "18th- and 19th-century"."""
    tokens = context.tokens
    at = index
    while at < index + 4 and tokens.low(at) in ("-", "–", "—", ",", "and", "or", "to", "the"):
        at += 1
    order = _order(context, at) if at > index else None
    end = order and _century_word(context, order[1])
    if not order or end is None:
        return None
    era = numbers.era(context, end)
    bc = bool(era and era[0])
    return Found(Point(precision=Precision.CENTURY, year=order[0], bc=bc), end)
