"""Years with the mark of an era: "583 AH", "AUC 710", "the twelfth year of the Revolution"."""

from __future__ import annotations

from functools import partial

from bede.chronology.othercalendars import stretch
from bede.text.timex.grammar import numbers
from bede.text.timex.grammar.othercalendars.draft import (
    DASHES,
    RANGE_WORDS,
    Draft,
    Spans,
    after_article,
    ends_free,
    order,
    starts_free,
    year_number,
)
from bede.text.timex.grammar.othercalendars.words import WORLD, CalendarWords, EraMark
from bede.text.timex.point import Context

_WINDOW = 12


def form_at(context: Context, words: CalendarWords, index: int) -> tuple[EraMark, int] | None:
    """A mark of an era in capitals, or one of those that are written small."""
    match = words.forms.match(context.tokens, index)
    if match is None:
        return None
    written = context.tokens.between(index, match[1])
    return match if written.isupper() or written in words.small else None


def mark_behind(context: Context, words: CalendarWords, index: int) -> tuple[EraMark, int] | None:
    """A mark of an era behind a year."""
    if context.tokens.low(index) == "," and not context.tokens.glued(index):
        index += 1
    found = form_at(context, words, index) or words.behind.match(context.tokens, index)
    return found if found and ends_free(context, found[1]) else None


def calendar_of(
    context: Context, words: CalendarWords, place: int, told: EraMark, year: int
) -> str:
    """The calendar of a year with this mark, or "" if it cannot be one or is ambiguous.

    Args:
        context: the tokens, in which words near a world year tell its era.
        words: the words.
        place: the token of the year.
        told: the mark.
        year: the year as told.
    """
    if told.calendar != WORLD:
        return told.calendar if told.years[0] <= year <= told.years[1] else ""
    near = context.tokens.lowers
    around = {near[at] for at in range(place - _WINDOW, min(place + _WINDOW, len(near)))}
    signed = [era for era in words.worlds if around & era.signs]
    for era in signed:
        if era.years[0] <= year <= era.years[1]:
            return era.calendar
    for era in words.worlds:
        if era.alone and not signed and era.alone[0] <= year <= era.alone[1]:
            return era.calendar
    return ""


def read_marked_year(context: Context, words: CalendarWords, index: int) -> Draft | None:
    """A year, or two, with a mark before or behind: "AH 583", "583–589 AH"."""
    tokens = context.tokens
    at = after_article(context, index)
    if tokens.low(at) == "year" and tokens.digits(at + 1):
        at += 1
    lead = words.leading.match(tokens, at) or form_at(context, words, at)
    if lead:
        mark, at = lead
        if not mark.before or tokens.glued(at - 1):
            return None
        first = year_number(context, at)
        if first is None or first[0] < mark.least_before:
            return None
        years = _second_year(context, first)
        return _marked(context, words, at, mark, years, years[2])
    first = year_number(context, at)
    if first is None:
        return None
    years = _second_year(context, first)
    behind = mark_behind(context, words, years[2])
    if behind is None:
        return None
    return _marked(context, words, at, behind[0], years, behind[1])


def _second_year(context: Context, first: tuple[int, int]) -> tuple[int, int | None, int]:
    """The other year of a range, in full or by its last digits ("583–89"), and what is behind."""
    tokens = context.tokens
    year, end = first
    if tokens.low(end) not in DASHES | RANGE_WORDS:
        return year, None, end
    if tokens.low(end) == "and" and not _between(context, end):
        return year, None, end
    size = tokens.digits(end + 1)
    if not 2 <= size <= 4 or not ends_free(context, end + 2):
        return year, None, end
    last = int(tokens.low(end + 1))
    if last <= year:
        last += year - year % 10**size
    return (year, last, end + 2) if last > year else (year, None, end)


def _between(context: Context, joint: int) -> bool:
    """Whether "and" joins the ends of a range: "between 583 and 589 AH"."""
    return "between" in (context.tokens.low(joint - 2), context.tokens.low(joint - 4))


def _marked(
    context: Context,
    words: CalendarWords,
    place: int,
    mark: EraMark,
    years: tuple[int, int | None, int],
    end: int,
) -> Draft | None:
    first, last, seam = years
    if mark.dated or _something_counted(context, words, mark, end):
        return None
    calendar = calendar_of(context, words, place, mark, first)
    if not calendar or (last is not None and last > mark.years[1]):
        return None
    parted = None if last is None else (seam - 2, seam - 1)
    return Draft(end, partial(_years, calendar, first, last), seam=parted)


def _something_counted(context: Context, words: CalendarWords, mark: EraMark, end: int) -> bool:
    tokens = context.tokens
    behind = tokens.low(end)
    if behind in mark.not_before or (behind == "-" and tokens.low(end + 1) in mark.not_before):
        return True
    if not mark.strict:
        return False
    return behind.isalpha() and behind not in words.function_words


def _years(calendar: str, first: int, last: int | None) -> Spans:
    return stretch(calendar, first), None if last is None else stretch(calendar, last)


def year_in_order(context: Context, index: int) -> tuple[int, int] | None:
    """The number of a year in words of order: "second year", "year 61", "year XIII"."""
    tokens = context.tokens
    at = after_article(context, index)
    named = tokens.low(at) == "year"
    if named or tokens.low(at - 1) == "year":
        at = at + 1 if named else at
        if not starts_free(context, at):
            return None
        return numbers.roman(context, at) or year_number(context, at) or _spelled(context, at)
    place = order(context, at)
    if place is None or not starts_free(context, at):
        return None
    return (place[0], place[1] + 1) if tokens.low(place[1]) == "year" else None


def _french_year(context: Context, words: CalendarWords, index: int) -> tuple[int, int] | None:
    """The number behind "an" or "l'an", which needs "de la République" to be one."""
    word = words.year_words.match(context.tokens, index)
    if word is None or context.tokens.low(word[1] - 1) != "an":
        return None
    return numbers.roman(context, word[1])


def _spelled(context: Context, index: int) -> tuple[int, int] | None:
    return None if context.tokens.digits(index) else numbers.cardinal(context, index)


def read_year_of_era(context: Context, words: CalendarWords, index: int) -> Draft | None:
    """A year of an era in words: "the second year of the Hegira", "Year II of the Republic"."""
    counted = year_in_order(context, index) or _french_year(context, words, index)
    if counted is None:
        return None
    year, at = counted
    republic = words.republic.match(context.tokens, at)
    if republic:
        return _republican(context, index, year, republic[1])
    behind = words.ordered_behind.match(context.tokens, at) or form_at(context, words, at)
    if behind is None or behind[0].dated:
        return None
    if behind[0].calendar == WORLD and year < 1000:
        return None
    calendar = calendar_of(context, words, at, behind[0], year)
    return Draft(behind[1], partial(_years, calendar, year, None)) if calendar else None


def _republican(context: Context, index: int, year: int, end: int) -> Draft | None:
    """A year of the French Republic; other republics count no years in Roman numerals."""
    tokens = context.tokens
    told = tokens.between(index, end)
    french = any(word in told.lower() for word in ("french", "calendar", "république", "era"))
    numeral = any(numbers.roman(context, at) for at in range(index, min(index + 4, end)))
    if not (french or numeral):
        return None
    return Draft(end, partial(_years, "french-republican", year, None))
