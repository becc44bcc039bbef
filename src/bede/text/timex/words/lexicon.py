"""The words of time of one language, read from `data/LANGUAGE/lexicons/timex.toml`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from bede.catalog.files import read_toml
from bede.errors import CatalogError
from bede.text.timex.words.tokens import Tokens, tokenise

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Phrases of one or more tokens; the longest that fits is found.

    Attributes:
        singles: the phrases of one token.
        longer: the others by their first two tokens, the longest first.
    """

    singles: Mapping[str, T]
    longer: Mapping[tuple[str, str], tuple[tuple[tuple[str, ...], T], ...]]

    @classmethod
    def of(cls, entries: Iterable[tuple[str, T]]) -> Phrases[T]:
        """Index phrases.

        Args:
            entries: pairs of a phrase and what it stands for.
        """
        singles: dict[str, T] = {}
        longer: dict[tuple[str, str], list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in entries:
            tokens = tokenise(phrase)
            words = tokens.lowers[: tokens.count]
            if len(words) == 1:
                singles[words[0]] = value
            else:
                longer.setdefault((words[0], words[1]), []).append((words, value))
        ordered = {
            key: tuple(sorted(found, key=lambda entry: -len(entry[0])))
            for key, found in longer.items()
        }
        return cls(singles, ordered)

    def first_words(self) -> frozenset[str]:
        """The tokens with which a phrase begins."""
        return frozenset(self.singles) | {first for first, _ in self.longer}

    def match(self, tokens: Tokens, index: int) -> tuple[T, int] | None:
        """The longest phrase that begins at a token, with the index behind it."""
        lowers = tokens.lowers
        first = lowers[index]
        for words, value in self.longer.get((first, lowers[index + 1]), ()):
            if lowers[index : index + len(words)] == words:
                return value, index + len(words)
        if first in self.singles:
            return self.singles[first], index + 1
        return None


@dataclass(frozen=True, slots=True)
class Share:
    """Parts `first` until `last` of `whole` equal parts: "early" is 0 until 1 of 3."""

    name: str
    first: int
    last: int
    whole: int


@dataclass(frozen=True, slots=True)
class Modifier:
    """A word before a time, and how it bounds that time."""

    name: str
    bounds: str


@dataclass(frozen=True, slots=True)
class YearSigns:
    """What tells a bare number to be a year, or a quantity, or a label."""

    strong: frozenset[str]
    short: frozenset[str]
    times: frozenset[str]
    weak: frozenset[str]
    labels: frozenset[str]
    quantifiers: frozenset[str]
    collectives: frozenset[str]
    measures: frozenset[str]
    people: frozenset[str]
    not_plurals: frozenset[str]
    follows_quantity: frozenset[str]
    hyphen_prefixes: frozenset[str]
    articles: frozenset[str]


@dataclass(frozen=True, slots=True)
class SeasonSigns:
    """What tells a bare season to be a time."""

    before: frozenset[str]
    after: frozenset[str]
    inside: frozenset[str]
    fall: frozenset[str]
    things: frozenset[str]
    raids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every word list of the tagger, indexed for reading."""

    months: Mapping[str, int]
    short_months: Mapping[str, int]
    month_words: frozenset[str]
    month_events: frozenset[str]
    weekday_names: tuple[str, ...]
    weekdays: frozenset[str]
    short_weekdays: frozenset[str]
    seasons: Mapping[str, int]
    cardinals: Mapping[str, int]
    tens: Mapping[str, int]
    hundred: str
    ordinals: Mapping[str, int]
    suffixes: frozenset[str]
    units: Mapping[str, str]
    centuries: frozenset[str]
    parts: Phrases[Share]
    circa: Phrases[bool]
    modifiers: Phrases[Modifier]
    after_words: Phrases[str]
    range_words: frozenset[str]
    dashes: frozenset[str]
    between: frozenset[str]
    eras: Phrases[bool]
    small_eras: frozenset[str]
    calendars: Phrases[str]
    calendar_joiners: Phrases[bool]
    sets: Phrases[str]
    set_words: frozenset[str]
    rate_words: frozenset[str]
    set_steps: frozenset[str]
    shares: Mapping[str, Share]
    part_values: Mapping[str, str]
    millennia: frozenset[str]
    turn: Phrases[bool]
    decade_names: Mapping[str, int]
    decade_digits: frozenset[str]
    decade_between: frozenset[str]
    years: YearSigns
    season_signs: SeasonSigns


def _numbered(words: Iterable[str], first: int = 1) -> dict[str, int]:
    return {word.lower(): number for number, word in enumerate(words, first)}


def phrases_of(table: Mapping[Any, Iterable[str]]) -> Phrases[Any]:
    """Index phrases that are listed by what they stand for."""
    return Phrases.of((word, key) for key, words in table.items() for word in words)


def plain_phrases(words: Iterable[str]) -> Phrases[bool]:
    """Index phrases that stand for nothing but themselves; their value is True."""
    return phrases_of({True: words})


def _ordinals(words: list[str]) -> dict[str, int]:
    table = _numbered(words[:-1])
    table[words[-1]] = 30
    return table


def _build(data: dict[str, Any]) -> Lexicon:
    numbers, months, eras = data["numbers"], data["months"], data["eras"]
    circa, calendars = data["circa"], data["calendars"]
    parts: Phrases[Share] = Phrases.of(
        (word, Share(name, *entry["share"]))
        for name, entry in data["parts"].items()
        for word in entry["words"]
    )
    modifiers: Phrases[Modifier] = Phrases.of(
        (word, Modifier(name, entry["bounds"]))
        for name, entry in data["modifiers"].items()
        for word in entry["words"]
    )
    lexicon: dict[str, Any] = {
        "months": _numbered(months["full"]),
        "short_months": months["short"],
        "month_words": frozenset(months["also_words"]),
        "month_events": frozenset(months["events"]),
        "weekday_names": tuple(word.lower() for word in data["weekdays"]["full"]),
        "weekdays": frozenset(word.lower() for word in data["weekdays"]["full"]),
        "short_weekdays": frozenset(data["weekdays"]["short"]),
        "seasons": data["seasons"],
        "cardinals": _numbered(numbers["ones"]),
        "tens": {word: 10 * number for word, number in _numbered(numbers["tens"], 2).items()},
        "hundred": numbers["hundred"],
        "ordinals": _ordinals(numbers["ordinals"]),
        "suffixes": frozenset(numbers["suffixes"]),
        "units": {word: unit for unit, words in data["units"].items() for word in words},
        "centuries": frozenset(data["centuries"]["words"]),
        "parts": parts,
        "circa": phrases_of({True: circa["abbreviations"], False: circa["words"]}),
        "modifiers": modifiers,
        "after_words": phrases_of(data["after_words"]),
        "range_words": frozenset(data["ranges"]["words"]),
        "dashes": frozenset(data["ranges"]["dashes"]),
        "between": frozenset(data["ranges"]["between"]),
        "eras": phrases_of({True: eras["before"], False: eras["after"]}),
        "small_eras": frozenset(eras["small"]),
        "calendars": phrases_of({name: calendars[name] for name in ("julian", "gregorian")}),
        "calendar_joiners": plain_phrases(calendars["joiners"]),
        "sets": phrases_of(data["sets"]["words"]),
        "set_words": frozenset(data["sets"]["every"]),
        "rate_words": frozenset(data["sets"]["per"]),
        "set_steps": frozenset(data["sets"]["other"]),
        "shares": {name: Share(name, *entry["share"]) for name, entry in data["parts"].items()},
        "part_values": data["part_values"],
        "millennia": frozenset(data["centuries"]["millennia"]),
        "turn": plain_phrases(data["centuries"]["turn"]),
        "decade_names": data["decades"]["names"],
        "decade_digits": frozenset(data["decades"]["digits"]),
        "decade_between": frozenset(data["decades"]["between"]),
        "season_signs": SeasonSigns(
            **{key: frozenset(words) for key, words in data["season_signs"].items()}
        ),
        "years": YearSigns(**{key: frozenset(words) for key, words in data["year_signs"].items()}),
    }
    return Lexicon(**lexicon)


@cache
def load_lexicon(language: str = "en") -> Lexicon:
    """Read the word lists of one language.

    Args:
        language: the folder under `data/`.

    Raises:
        CatalogError: the file is missing or faulty.
    """
    return built(f"{language}/lexicons/timex.toml", _build, "the lexicon of times")


def built(path: str, build: Callable[[dict[str, Any]], T], what: str) -> T:
    """Make a value of a file of words.

    Args:
        path: the file, below the folder of data.
        build: makes the value of the tables of the file.
        what: the file for people.

    Raises:
        CatalogError: the file is missing or faulty.
    """
    try:
        return build(read_toml(path))
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError) as fault:
        raise CatalogError(
            f"{what} cannot be read ({type(fault).__name__}: {fault})",
            path=f"data/{path}",
            remedy="reinstall Bede, or restore the file",
        ) from fault
