"""The words of other calendars, read from `data/LANGUAGE/lexicons/calendars.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from bede.chronology import day_number
from bede.chronology.othercalendars import RomanMark
from bede.text.timex.words.lexicon import Phrases, built, plain_phrases
from bede.text.timex.words.tokens import tokenise

_APOSTROPHES = ("'", "’", "‘", "ʿ", "ʾ", "`", "")
WORLD = "world"
"""The mark of a year of the world, whichever world era it is."""

Years = tuple[int, int] | None
Named = tuple[tuple[str, int], ...]
"""What the name of a month can be: calendars and numbers of months."""


@dataclass(frozen=True, slots=True)
class MonthCalendar:
    """A calendar with months of its own.

    Attributes:
        day_years: years that can be meant when a day and no mark is told; None for no year.
        month_years: the same when no day is told.
        lower_case: its months need no capital.
    """

    day_years: Years
    month_years: Years
    lower_case: bool


@dataclass(frozen=True, slots=True)
class EraMark:
    """A mark of an era at a year; see the data file for what the attributes say."""

    calendar: str
    years: tuple[int, int]
    before: bool
    least_before: int
    dated: bool
    strict: bool
    not_before: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reign:
    """A name of years of reign.

    Attributes:
        first: astronomical year with which year 1 begins.
        years: the last year that was counted.
        begins: day number of the first day, where known to the day.
        ends: day number of the last day, likewise.
        lunar_until: the last year that was counted by the moon.
        lunar_ends: day number on which that year was ended by decree, if it was.
        bare: it can stand before a number without the word "year".
    """

    first: int
    years: int
    begins: int | None
    ends: int | None
    lunar_until: int
    lunar_ends: int | None
    bare: bool


@dataclass(frozen=True, slots=True)
class WorldEra:
    """One of the eras that "AM" can mean."""

    calendar: str
    signs: frozenset[str]
    years: tuple[int, int]
    alone: Years


@dataclass(frozen=True, slots=True)
class RomanWords:
    """The words of Roman days."""

    marks: Mapping[str, RomanMark]
    bare: frozenset[str]
    eve: frozenset[str]
    twice: frozenset[str]
    before: Phrases[bool]
    months: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class OlympiadWords:
    """The words of Olympiads, and those that show the modern games."""

    words: frozenset[str]
    short: frozenset[str]
    last: int
    alone: int
    modern: frozenset[str]


@dataclass(frozen=True, slots=True)
class Signals:
    """Tokens of which an expression has one, soon after its first, by what it is."""

    months: frozenset[str]
    eras: frozenset[str]
    roman: frozenset[str]
    olympiad: frozenset[str]
    reigns: frozenset[str]

    def together(self) -> frozenset[str]:
        """The signals of every kind."""
        return self.months | self.eras | self.roman | self.olympiad | self.reigns


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """Every word list of other calendars, indexed for reading.

    Attributes:
        signals: tokens of which an expression of each kind has one.
        all_signals: the same for any kind.
        triggers: tokens with which an expression can begin; a number can too.
    """

    months: Phrases[Named]
    either: frozenset[str]
    calendars: Mapping[str, MonthCalendar]
    forms: Phrases[EraMark]
    small: frozenset[str]
    leading: Phrases[EraMark]
    behind: Phrases[EraMark]
    ordered_behind: Phrases[EraMark]
    worlds: tuple[WorldEra, ...]
    year_words: Phrases[bool]
    republic: Phrases[bool]
    reigns: Phrases[Reign]
    heads: Phrases[bool]
    tails: Phrases[bool]
    roman: RomanWords
    olympiad: OlympiadWords
    function_words: frozenset[str]
    signals: Signals
    all_signals: frozenset[str]
    triggers: frozenset[str]


def _spellings(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if "'" in word:
            yield from (word.replace("'", sign) for sign in _APOSTROPHES)
        else:
            yield word


def _folded(phrase: str) -> tuple[str, ...]:
    tokens = tokenise(phrase)
    return tokens.lowers[: tokens.count]


def _signal(phrase: str) -> str:
    """The most telling token of a phrase: its longest word, and of these the last."""
    return max(filter(str.isalpha, reversed(_folded(phrase))), key=len)


def _months(kinds: Mapping[str, Any]) -> dict[str, Named]:
    named: dict[str, Named] = {}
    for kind in kinds.values():
        for number, names in enumerate(kind.get("months", ()), 1):
            for name in _spellings(names):
                known = named.get(name.lower(), ())
                if (kind["calendar"], number) not in known:
                    named[name.lower()] = (*known, (kind["calendar"], number))
    return named


def _calendar(kind: Mapping[str, Any]) -> MonthCalendar:
    return MonthCalendar(
        _years(kind["day_years"]), _years(kind["month_years"]), kind.get("lower_case", False)
    )


def _years(pair: list[int]) -> Years:
    return (pair[0], pair[1]) if pair else None


def _mark(calendar: str, entry: Mapping[str, Any]) -> EraMark:
    return EraMark(
        calendar,
        (entry["years"][0], entry["years"][1]),
        entry["before"],
        entry.get("least_before", 1),
        entry.get("dated", False),
        entry.get("strict", False),
        frozenset(entry.get("not_before", ())),
    )


def _day(entry: Mapping[str, Any], key: str) -> int | None:
    if key not in entry:
        return None
    told = date.fromisoformat(entry[key])
    return day_number(told.year, told.month, told.day)


def _reigns(tables: Mapping[str, Any]) -> list[tuple[str, Reign]]:
    return [
        (
            name,
            Reign(
                entry["first"],
                entry["years"],
                _day(entry, "begins"),
                _day(entry, "ends"),
                table["lunar_until"],
                _day(table, "lunar_ends"),
                entry.get("bare", True),
            ),
        )
        for table in tables.values()
        for entry in table["eras"]
        for name in _spellings(entry["names"])
    ]


def _roman(kind: Mapping[str, Any]) -> RomanWords:
    return RomanWords(
        {word: mark for mark in RomanMark for word in kind[mark.value]},
        frozenset(kind["bare"]),
        frozenset(kind["eve"]),
        frozenset(kind["twice"]),
        _flags(kind["before_words"]),
        {
            name.lower(): number
            for number, names in enumerate(kind["latin_months"], 1)
            for name in names
        },
    )


def _olympiad(kind: Mapping[str, Any]) -> OlympiadWords:
    return OlympiadWords(
        frozenset(word.lower() for word in kind["words"]),
        frozenset(word.lower() for word in kind["short"]),
        kind["last"],
        kind["alone"],
        frozenset(kind["modern"]),
    )


def _flags(words: Iterable[str]) -> Phrases[bool]:
    return plain_phrases(_spellings(words))


def _build(data: Mapping[str, Any]) -> CalendarWords:
    kinds, marks = data["kinds"], data["marks"]
    french, reign = kinds["french-republican"], kinds["reign"]
    eras = {key: _mark(key, entry) for key, entry in marks.items()}

    def phrases(key: str) -> list[tuple[str, EraMark]]:
        return [(word, eras[era]) for era, entry in marks.items() for word in entry.get(key, ())]

    months, reigns = _months(kinds), _reigns(data["reigns"])
    forms, leading = phrases("forms"), phrases("leading")
    behind = phrases("behind")
    ordered = [*behind, *phrases("ordered_behind")]
    roman, olympiad = _roman(kinds["roman"]), _olympiad(kinds["olympiad"])
    eras_told = [*(word for word, _ in (*forms, *leading, *ordered)), *french["republic"]]
    signals = Signals(
        months=frozenset(map(_signal, (*months, *eras_told))),
        eras=frozenset(map(_signal, eras_told)),
        roman=frozenset(roman.marks),
        olympiad=olympiad.words | olympiad.short,
        reigns=frozenset(_signal(word) for word, _ in reigns),
    )
    leads = [*months, *(word for word, _ in (*reigns, *forms, *leading)), "the", "year"]
    numerals = ("i", "v", "x")
    return CalendarWords(
        months=Phrases.of(months.items()),
        either=frozenset(word.lower() for word in kinds["hebrew"]["either"]),
        calendars={
            kind["calendar"]: _calendar(kind) for kind in kinds.values() if "months" in kind
        },
        forms=Phrases.of(forms),
        small=frozenset(word for entry in marks.values() for word in entry.get("small", ())),
        leading=Phrases.of(leading),
        behind=Phrases.of(behind),
        ordered_behind=Phrases.of(ordered),
        worlds=tuple(
            WorldEra(
                entry["calendar"],
                frozenset(entry["signs"]),
                (entry["years"][0], entry["years"][1]),
                _years(entry["alone"]),
            )
            for entry in data["world"].values()
        ),
        year_words=_flags(french["year_words"]),
        republic=_flags(french["republic"]),
        reigns=Phrases.of(reigns),
        heads=_flags(reign["heads"]),
        tails=_flags(reign["tails"]),
        roman=roman,
        olympiad=olympiad,
        function_words=frozenset(data["grammar"]["function_words"]),
        signals=signals,
        all_signals=signals.together(),
        triggers=frozenset(_folded(word)[0] for word in leads) | set(roman.marks) | roman.eve
        | olympiad.short | {"a", "l"}.union(numerals, _small_romans()),
    )  # fmt: skip


def _small_romans() -> frozenset[str]:
    """The counts of Roman days, I to XIX, as tokens."""
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return frozenset(tens + one for tens in ("", "x") for one in ones) - {""}


@cache
def load_calendar_words(language: str = "en") -> CalendarWords:
    """Read the words of other calendars in one language.

    Args:
        language: the folder under `data/`.

    Raises:
        CatalogError: the file is missing or faulty.
    """
    path = f"{language}/lexicons/calendars.toml"
    return built(path, _build, "the lexicon of other calendars")
