"""Readers of stretches of time: "two years", "a few weeks", "a 46-day siege", ages and sets."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bede.text.timex.grammar import numbers
from bede.text.timex.grammar.templates import load_phrasebook
from bede.text.timex.normal.notation import SEASON_LETTERS
from bede.text.timex.point import Context, Expression

_MOST_ADJECTIVES = 2
_OPENS_NUMBER = frozenset("$£€.,/-–—")
_CLOCK_UNITS = frozenset(("H", "MIN"))
_MOST_AGE = 120
_SMALLER = {"CE": ("Y", 100), "DE": ("Y", 10)}
"""Units that are told by half of themselves and mean so many years."""
_FORTNIGHTS = frozenset(("fortnight", "fortnights"))
_MIDNIGHT, _SIXTY = 2400, 60


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of time as told.

    Attributes:
        unit: the unit by its letters in TIMEX3.
        count: how many as TIMEX3 writes it: "3", "22.8", "X" if vague.
        number: how many, if that is a whole number.
        end: one past its last token.
        bare: a plural with no number at all ("weeks later").
    """

    unit: str
    count: str
    number: int | None
    end: int
    bare: bool = False

    @property
    def period(self) -> str:
        """The TIMEX3 value: "P3D", "PT1H"."""
        if self.unit in _CLOCK_UNITS:
            return f"PT{self.count}{self.unit[0]}"
        return f"P{self.count}{self.unit}"


def read_length(context: Context, index: int) -> Length | None:
    """A number with a unit of time, and with the words that go before and between.

    Halves come in the next smaller unit and fortnights in days, so that they can be counted:
    "half a century" is 50 years.

    Args:
        context: tokens and words.
        index: where it begins.
    """
    told = _length(context, index)
    if told is None:
        return None
    if context.tokens.low(told.end - 1) in _FORTNIGHTS and told.number is not None:
        days = 7 * told.number
        return replace(told, unit="D", count=str(days), number=days)
    whole, point, part = told.count.partition(".")
    if point and part == "5" and told.unit in _SMALLER:
        unit, many = _SMALLER[told.unit]
        number = int(whole) * many + many // 2
        return replace(told, unit=unit, count=str(number), number=number)
    return told


def _length(context: Context, index: int) -> Length | None:
    """A length in the unit that the words name."""
    tokens, book = context.tokens, load_phrasebook()
    if index and tokens.glued(index - 1) and tokens.low(index - 1) in _OPENS_NUMBER:
        return None
    before = book.span_before.match(tokens, index)
    at = before[1] if before else index
    return (
        _counted(context, at)
        or _article(context, at)
        or _vague(context, at)
        or _bare(context, at, free=before is not None)
    )


def _unit(context: Context, index: int) -> tuple[str, int] | None:
    """The unit, over a hyphen and a few adjectives; and the token behind it."""
    tokens, book = context.tokens, load_phrasebook()
    at = index + 1 if tokens.low(index) == "-" else index
    for _ in range(_MOST_ADJECTIVES):
        if tokens.low(at) not in book.span_inside:
            break
        at += 1
    unit = context.words.units.get(tokens.low(at))
    if unit is None:
        return ("W", at + 1) if tokens.low(at) in _FORTNIGHTS else None
    return (unit, at + 1) if tokens.raw(at).islower() else None


def _finished(context: Context, unit: tuple[str, int], count: str, number: int | None) -> Length:
    tokens, book = context.tokens, load_phrasebook()
    end = unit[1]
    joined = end + 1 if tokens.low(end) == "-" and tokens.glued(end) else end
    if tokens.low(joined) in book.span_suffixes:
        end = joined + 1
    if number is not None and tokens.low(unit[1] - 1) in _FORTNIGHTS:
        count, number = str(2 * number), 2 * number
    return Length(unit[0], count, number, end)


def _counted(context: Context, index: int) -> Length | None:
    tokens = context.tokens
    read = numbers.cardinal(context, index)
    if read is None:
        return None
    number, at = read
    count, whole = str(number), True
    if (
        tokens.low(at) == "."
        and tokens.glued(at - 1)
        and tokens.glued(at)
        and tokens.digits(at + 1)
    ):
        count, whole, at = f"{number}.{tokens.low(at + 1)}", False, at + 2
    if tokens.low(at) in ("to", "or", "-", "–"):
        second = numbers.cardinal(context, at + 1)
        if second and second[0] > number and _unit(context, second[1]):
            at, whole = second[1], False
    if tokens.low(at) == "and" and tokens.low(at + 1) == "a" and tokens.low(at + 2) == "half":
        count, whole, at = f"{number}.5", False, at + 3
    unit = _unit(context, at)
    if unit is None or (unit[0] == "H" and _is_clock(context, index)):
        return None
    return _finished(context, unit, count, number if whole else None)


def _is_clock(context: Context, index: int) -> bool:
    """Whether hours are told as soldiers tell the time: "at 1600 hours", "0530 hours"."""
    tokens = context.tokens
    if tokens.digits(index) != len("0000"):
        return False
    hours = int(tokens.low(index))
    told = tokens.low(index - 1) in ("at", "by", "from", "until", "till", "to", "the", "before")
    return hours < _MIDNIGHT and hours % 100 < _SIXTY and (told or tokens.low(index)[0] == "0")


def _article(context: Context, index: int) -> Length | None:
    """A single unit: "a year", "half a century", "a half-century"."""
    tokens = context.tokens
    at, half = index, False
    if tokens.low(at) == "half":
        half, at = True, at + 1
    if tokens.low(at) in ("a", "an"):
        at += 1
        if tokens.low(at) == "half":
            half, at = True, at + 1
    elif not half:
        return None
    unit = _unit(context, at)
    if unit is None or tokens.low(unit[1] - 1).endswith("s"):
        return None
    if not half and tokens.lowers[unit[1] : unit[1] + 3] == ("and", "a", "half"):
        return Length(unit[0], "1.5", None, unit[1] + 3)
    return _finished(context, unit, "0.5" if half else "1", None if half else 1)


def _vague(context: Context, index: int) -> Length | None:
    match = load_phrasebook().span_vague.match(context.tokens, index)
    unit = match and _unit(context, match[1])
    if not unit or not context.tokens.low(unit[1] - 1).endswith("s"):
        return None
    return _finished(context, unit, "X", None)


def _bare(context: Context, index: int, *, free: bool) -> Length | None:
    tokens, book = context.tokens, load_phrasebook()
    word = tokens.low(index)
    unit = context.words.units.get(word)
    if unit is None or not word.endswith("s") or not tokens.raw(index).islower():
        return None
    if tokens.digits(index - 1):
        return None  # "at 0530 hours on 6 June": a time of day
    behind = book.behind.match(tokens, index + 1)
    if not (free or behind or tokens.low(index - 1) in book.plural_after):
        return None
    return Length(unit, "X", None, index + 1, bare=True)


def read_duration(context: Context, index: int) -> Expression | None:
    """A stretch of time that is none of the times counted from another."""
    length = _length(context, index)
    if length is None:
        return None
    tokens, book = context.tokens, load_phrasebook()
    end = length.end
    aged = book.age_after.match(tokens, numbers_end(context, index))
    if length.unit == "Y" and aged and length.number is not None:
        return Expression(
            start=index, end=aged[1], full_start=index, period=length.period, kind="age"
        )
    if tokens.low(end) in book.period_words:
        end += 1
    rate = tokens.low(index) in ("a", "an") and _is_rate(context, index)
    return Expression(
        start=index,
        end=end,
        full_start=index,
        period=length.period,
        repeated=rate,
        kind="set" if rate else "duration",
    )


def numbers_end(context: Context, index: int) -> int:
    """One past the number that begins at a token, or the token itself."""
    read = numbers.cardinal(context, index)
    return read[1] if read else index


def _is_rate(context: Context, index: int) -> bool:
    """Whether "a day" says how often: "three times a day", "12 tons a year"."""
    tokens = context.tokens
    before = tokens.low(index - 1)
    return before in ("times", "once", "twice") or (
        before.endswith("s") and bool(tokens.digits(index - 2))
    )


def read_stretch(context: Context, index: int) -> Expression | None:
    """A duration with an article: "the next ten days", "the early years"."""
    tokens = context.tokens
    found = load_phrasebook().match(tokens, index)
    if found is None or found.span_at is None:
        return None
    at = found.span_at
    length = _length(context, at)
    if length is None:
        unit = context.words.units.get(tokens.low(at))
        if unit is None or not tokens.raw(at).islower():
            return None
        plural = tokens.low(at).endswith("s")
        length = Length(unit, "X" if plural else "1", None, at + 1)
    return Expression(
        start=index, end=length.end, full_start=index, period=length.period, kind="duration"
    )


def read_age(context: Context, index: int) -> Expression | None:
    """An age behind its word: "aged 60", "at the age of twelve"."""
    book, tokens = load_phrasebook(), context.tokens
    match = book.age_before.match(tokens, index)
    number = match and numbers.cardinal(context, match[1])
    if not match or not number or number[0] > _MOST_AGE:
        return None
    unit = context.words.units.get(tokens.low(number[1]))
    if tokens.low(number[1]) in ("-", "–", "of") or unit not in (None, "Y"):
        return None
    return Expression(
        start=index, end=number[1], full_start=index, period=f"P{number[0]}Y", kind="age"
    )


def read_set(context: Context, index: int) -> Expression | None:
    """What happens again and again: "every year", "every May", "per day", "annually"."""
    tokens, words = context.tokens, context.words
    match = words.sets.match(tokens, index)
    if match is not None:
        written = tokens.between(index, match[1])
        if match[1] == index + 1 and not (written.islower() or _opens_sentence(context, index)):
            return None
        return _set(index, match[1], match[0])
    word, at = tokens.low(index), index + 1
    if word in words.rate_words:
        unit = words.units.get(tokens.low(at))
        return None if unit is None else _set(index, at + 1, Length(unit, "1", 1, at).period)
    if word[:-1] in words.weekdays and word.endswith("s") and tokens.capital(index):
        return _set(index, at, f"XXXX-WXX-{words.weekday_names.index(word[:-1]) + 1}")
    if word not in words.set_words:
        return None
    if tokens.low(at) in words.months and tokens.capital(at):
        return _set(index, at + 1, f"XXXX-{words.months[tokens.low(at)]:02d}")
    if tokens.low(at) in words.weekdays:
        return _set(index, at + 1, f"XXXX-WXX-{words.weekday_names.index(tokens.low(at)) + 1}")
    if tokens.low(at) in words.seasons:
        return _set(index, at + 1, f"XXXX-{SEASON_LETTERS[words.seasons[tokens.low(at)]]}")
    if tokens.low(at) in words.set_steps or tokens.digits(at):
        length = _counted(context, at)
        unit = words.units.get(tokens.low(at + 1))
        if length:
            return _set(index, length.end, length.period)
        if unit:
            count = (
                2 if tokens.low(at) in ("other", "second") else words.ordinals.get(tokens.low(at))
            )
            return _set(index, at + 2, Length(unit, str(count or "X"), count, at).period)
    return None


def _opens_sentence(context: Context, index: int) -> bool:
    before = context.tokens.low(index - 1)
    return index == 0 or before in (".", "\n\n", "!", "?", ":", ";", "”")


def _set(start: int, end: int, period: str) -> Expression:
    return Expression(
        start=start, end=end, full_start=start, period=period, repeated=True, kind="set"
    )
