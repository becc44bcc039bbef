"""The names of feasts and days, read from `feasts.toml` and `named_days.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from bede.catalog.files import read_toml
from bede.catalog.lexicons import LANGUAGE
from bede.chronology import Calendar
from bede.errors import CatalogError
from bede.text.timex.words.lexicon import Phrases, load_lexicon
from bede.text.timex.words.tokens import Tokens

_Date = tuple[int, int, int]
_SAINT = ("st", "saint")
_FORMS = {"St ": ("St ", "St. ", "Saint "), "Sts ": ("Sts ", "Sts. ", "SS ", "SS. ", "Saints ")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Feast:
    """A day, or a run of days, that has a name; one of the first four attributes tells which.

    Attributes:
        day: month and day of a feast that stays where it is.
        from_easter: first and last day of one that moves, in days after Easter Sunday.
        advent: "sunday" or "season", for the days that are counted from 30 November.
        once: first and last day (year, month, day) of a name given once, or of several such.
        loose: the name alone is said of the days around as well.
        since: the first year in which it was kept under this name.
        calendar: the calendar of the day, if it was never kept in the other.
        never_before: words behind which the name stands for something else.
    """

    day: tuple[int, int] | None = None
    from_easter: tuple[int, int] | None = None
    advent: str | None = None
    once: tuple[tuple[_Date, _Date], ...] = ()
    loose: bool = False
    since: int = 1
    calendar: Calendar | None = None
    never_before: frozenset[str] = frozenset()

    @property
    def is_run(self) -> bool:
        """Whether it covers several days of every year."""
        moving = self.from_easter
        return self.advent is not None or (moving is not None and moving[0] != moving[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name of a feast.

    Attributes:
        feast: what it names.
        strong: it can only be a day, so that any word may follow it.
        plain: it is a date without any word before it.
        article: an article stands before it ("the Day of the Dupes").
        shift: days from the feast ("St Agnes' Eve").
    """

    feast: Feast
    strong: bool
    plain: bool = False
    article: bool = False
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Names:
    """Names of days, those that begin with a saint apart, so that each look-up stays short.

    Attributes:
        common: every other name.
        saints: what stands behind "St", "St." or "Saint".
    """

    common: Phrases[Name]
    saints: Phrases[Name]

    @classmethod
    def of(cls, entries: Iterable[tuple[str, Name]]) -> Names:
        """Index pairs of a name, with "St " where it begins with a saint, and its meaning."""
        pairs = list(entries)
        common = [pair for pair in pairs if not pair[0].startswith("St ")]
        saints = [(text[3:], name) for text, name in pairs if text.startswith("St ")]
        return cls(
            Phrases.of(pair for entry in common for pair in _written(*entry)),
            Phrases.of(pair for entry in saints for pair in _written(*entry)),
        )

    def match(self, tokens: Tokens, index: int) -> tuple[Name, int] | None:
        """The longest name that begins at a token, with the index behind it."""
        if tokens.low(index) not in _SAINT:
            return self.common.match(tokens, index)
        return self.saints.match(tokens, index + 2 if tokens.low(index + 1) == "." else index + 1)

    def first_words(self) -> frozenset[str]:
        """The tokens with which a name begins."""
        return self.common.first_words() | frozenset(_SAINT)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeastWords:
    """Every list of the reader of feasts; what each is for stands in `feasts.toml`."""

    names: Names
    titles: Names
    openings: Phrases[int]
    beside: Mapping[str, int]
    besides: frozenset[str]
    signs: frozenset[str]
    topics: frozenset[str]
    parts_of_days: frozenset[str]
    heads: frozenset[str]
    followers: frozenset[str]
    leading: frozenset[str]
    epithets: frozenset[str]
    triggers: frozenset[str]


@cache
def feast_words() -> FeastWords:
    """Read the names.

    Raises:
        CatalogError: a file is missing or faulty.
    """
    feasts, days = (f"{LANGUAGE}/lexicons/{name}.toml" for name in ("feasts", "named_days"))
    path = feasts
    try:
        table = read_toml(path)
        read = [(entry, _feast(entry)) for entry in table["feast"]]
        path = days
        read += [(entry, _feast(entry)) for entry in read_toml(path)["day"]]
        return _build(table, read)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise CatalogError(
            f"the names of days cannot be read ({type(fault).__name__}: {fault})",
            path=path,
            remedy="reinstall Bede, or restore the file",
        ) from fault


def _feast(entry: Mapping[str, Any]) -> Feast:
    day, moving, calendar = entry.get("day"), entry.get("from_easter"), entry.get("calendar")
    once = [[_date(text) for text in days] for days in entry.get("days", ())]
    if isinstance(moving, int):
        moving = [moving, moving]
    return Feast(
        day=(day[0], day[1]) if day else None,
        from_easter=(moving[0], moving[1]) if moving else None,
        advent=entry.get("advent"),
        once=tuple((days[0], days[-1]) for days in once),
        loose=entry.get("loose", False),
        since=entry.get("since", 1),
        calendar=Calendar.GREGORIAN if once else calendar and Calendar(calendar),
        never_before=frozenset(entry.get("never_before", ())),
    )


def _date(text: str) -> _Date:
    year, month, day = (int(part) for part in text.split("-"))
    return year, month, day


def _build(table: Mapping[str, Any], read: list[tuple[Mapping[str, Any], Feast]]) -> FeastWords:
    lists = {key: frozenset(words) for key, words in table["reading"].items() if key != "beside"}
    names = Names.of(pair for entry in read for pair in _names(*entry))
    titles = Names.of(pair for entry in read for pair in _titles(*entry))
    openings: Phrases[int] = Phrases.of(table["openings"].items())
    counted = load_lexicon().weekdays | frozenset(load_lexicon().ordinals)
    return FeastWords(
        names=names,
        titles=titles,
        openings=openings,
        beside=table["reading"]["beside"],
        leading=lists["signs"] | lists["followers"],
        triggers=names.first_words() | openings.first_words() | counted,
        **lists,
    )


def _names(entry: Mapping[str, Any], feast: Feast) -> Iterator[tuple[str, Name]]:
    """The names that stand alone, and those of the eve of saints and of names of one word."""
    strong = [*entry.get("strong", ()), *entry.get("names", ())]
    weak = entry.get("weak", ())
    eves = [text for text in weak if " " not in text and not feast.is_run]
    if "saint" in entry:
        own = _possessives(entry["saint"])
        strong += [f"St {name} Day" for name in own]
        eves += [f"St {name}" for name in own]
    plain, article = entry.get("plain", False), entry.get("article", False)
    for text in strong:
        yield text, Name(feast=feast, strong=True, plain=plain, article=article)
    for text in weak:
        yield text, Name(feast=feast, strong=False)
    for text in eves:
        yield f"{text} Eve", Name(feast=feast, strong=True, shift=-1)


def _titles(entry: Mapping[str, Any], feast: Feast) -> Iterator[tuple[str, Name]]:
    """What may stand behind "the feast of" and "the eve of": every name, and more."""
    if feast.once:
        return
    saint = [f"St {entry['saint']}"] if "saint" in entry else []
    for text in (*entry.get("titles", ()), *saint):
        yield text, Name(feast=feast, strong=True)
    yield from _names(entry, feast)


def _possessives(name: str) -> tuple[str, ...]:
    return (f"{name}'s", f"{name}'") if name.endswith("s") else (f"{name}'s",)


def _written(text: str, name: Name) -> Iterator[tuple[str, Name]]:
    """A name in all its spellings: St, St. and Saint, straight and curled apostrophes."""
    for short, forms in _FORMS.items():
        if f" {text}".find(f" {short}") >= 0:
            for form in forms:
                yield from _apostrophes(f" {text}".replace(f" {short}", f" {form}")[1:], name)
            return
    yield from _apostrophes(text, name)


def _apostrophes(text: str, name: Name) -> Iterator[tuple[str, Name]]:
    yield text, name
    if "'" in text:
        yield text.replace("'", "’"), name
