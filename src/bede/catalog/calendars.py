"""Places with the calendars that they kept, as sourced data under `data/calendars`.

`adoption.toml` says when each place changed its calendar and by which words a text shows the
place, `year_beginnings.toml` on which day it began the year, `sources.toml` who says so. Each
entry is checked when it is loaded: the day after a change must be the next day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from bede.catalog.files import data_root, line_of, parse_toml
from bede.chronology.policy import (
    Adoption,
    CalendarRegion,
    Reckoning,
    Stage,
    Told,
    YearStyle,
    reckoned_date,
    reckoned_day,
)
from bede.errors import CatalogError, ChronologyError, UsageError

_FOLDER = "calendars"
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH_DAY = re.compile(r"(\d\d)-(\d\d)")
_REGION_KEYS = frozenset({"name", "words", "note", "adoption"})
_ADOPTION_KEYS = frozenset({"before", "changes", "sources"})
_CHANGE_KEYS = frozenset({"last", "first", "new", "date_line"})
_STYLE_KEYS = frozenset({"name", "begins", "early", "sources", "places"})
_PLACE_KEYS = frozenset({"region", "since", "until"})
_SOURCE_KEYS = frozenset({"author", "title", "year", "pages", "via"})


class _File:
    """One TOML file, able to say at which line an entry stands."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.raw = parse_toml(text, path)

    def fault(self, cause: str, near: str, remedy: str = "mend the entry") -> CatalogError:
        return CatalogError(cause, path=self.path, line=line_of(self.text, near), remedy=remedy)

    def check_keys(self, entry: object, known: frozenset[str], near: str) -> Mapping[str, Any]:
        if not isinstance(entry, dict):
            raise self.fault("a table was expected", near)
        for key in sorted(entry.keys() - known):
            raise self.fault(f"unknown key {key!r}", near, f"known are {', '.join(sorted(known))}")
        return entry


def parse_regions(
    adoptions: str, year_beginnings: str, sources: str, *, folder: str = _FOLDER
) -> dict[str, CalendarRegion]:
    """Read the places with their calendars.

    Args:
        adoptions: TOML text of the changes of calendar.
        year_beginnings: TOML text of the beginnings of the year.
        sources: TOML text of the sources that both name.
        folder: where the texts come from, for messages.

    Returns:
        The places by name, in the order of the names.

    Raises:
        CatalogError: an entry is faulty; the message names file and line.
    """
    known = _sources(_File(sources, f"{folder}/sources.toml"))
    styles = _styles(_File(year_beginnings, f"{folder}/year_beginnings.toml"), known)
    file = _File(adoptions, f"{folder}/adoption.toml")
    found: dict[str, CalendarRegion] = {}
    owners: dict[str, str] = {}
    for raw in file.raw.get("region", ()):
        region = _region(file, raw, styles, known)
        if region.name in found:
            raise file.fault(f"region {region.name!r} stands twice", f'"{region.name}"')
        for word in region.words:
            if word in owners:
                raise file.fault(
                    f"{word!r} is a word of {owners[word]} and of {region.name}", f'"{word}"'
                )
            owners[word] = region.name
        found[region.name] = region
    for style_region in sorted(styles.keys() - found.keys()):
        raise CatalogError(
            f"unknown region {style_region!r}",
            path=f"{folder}/year_beginnings.toml",
            line=line_of(year_beginnings, f'"{style_region}"'),
            remedy="add it to adoption.toml",
        )
    return dict(sorted(found.items()))


@cache
def regions() -> Mapping[str, CalendarRegion]:
    """All places whose calendars are known, by name, sorted."""
    texts = (
        (data_root() / _FOLDER / f"{name}.toml").read_text(encoding="utf-8")
        for name in ("adoption", "year_beginnings", "sources")
    )
    return parse_regions(*texts)


def region_named(name: str) -> CalendarRegion:
    """The place that a user means.

    Args:
        name: the name of a region, or one of its words ("Russia", "moscow"), in any case.

    Raises:
        UsageError: no region has this name or word; the message lists the names.
    """
    wanted = " ".join(name.lower().split())
    for region in regions().values():
        if region.name.lower() == wanted:
            return region
    found = region_words().get(tuple(wanted.split()))
    if found is None:
        raise UsageError(
            f"unknown place {' '.join(name.split())[:80]!r}",
            remedy=f"its calendar is known for {', '.join(regions())}",
        )
    return found


@cache
def region_words() -> Mapping[tuple[str, ...], CalendarRegion]:
    """The words by which a text shows a place: lower-case words in their order -> region."""
    return {tuple(word.split()): region for region in regions().values() for word in region.words}


def _sources(file: _File) -> dict[str, str]:
    """Each source as one line, by its key."""
    found = {}
    for key, raw in file.raw.items():
        entry = file.check_keys(raw, _SOURCE_KEYS, f"[{key}]")
        for needed in ("author", "title"):
            if not entry.get(needed):
                raise file.fault(f"source {key!r} has no {needed}", f"[{key}]")
        parts = [entry["author"], entry["title"], entry.get("year"), entry.get("pages")]
        line = ", ".join(str(part) for part in parts if part)
        found[key] = f"{line} (as given in {entry['via']})" if "via" in entry else line
    return found


def _cited(
    file: _File, entry: Mapping[str, Any], known: Mapping[str, str], near: str
) -> tuple[str, ...]:
    keys = entry.get("sources", ())
    if not keys:
        raise file.fault("an entry without a source", near, "name one of sources.toml")
    for key in keys:
        if key not in known:
            raise file.fault(f"unknown source {key!r}", f'"{key}"', "add it to sources.toml")
    return tuple(known[key] for key in keys)


def _date(file: _File, text: object) -> Told:
    match = _DATE.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise file.fault(f"{text!r} is no date", str(text), 'write it as "1752-09-14"')
    return int(match[1]), int(match[2]), int(match[3])


def _reckoning(file: _File, name: str) -> Reckoning:
    if name not in set(Reckoning):
        raise file.fault(f"unknown calendar {name!r}", f'"{name}"', f"use {', '.join(Reckoning)}")
    return Reckoning(name)


def _region(
    file: _File,
    raw: object,
    styles: Mapping[str, tuple[YearStyle, ...]],
    known: Mapping[str, str],
) -> CalendarRegion:
    entry = file.check_keys(raw, _REGION_KEYS, "[[region]]")
    name = entry.get("name")
    if not isinstance(name, str) or not name:
        raise file.fault("a region without a name", "[[region]]")
    near = f'name = "{name}"'
    words = tuple(entry.get("words", ()))
    if not words or any(word != " ".join(word.lower().split()) for word in words):
        raise file.fault(f"the words of {name} are missing or not in lower case", near)
    adoptions = tuple(
        _adoption(file, file.check_keys(adoption, _ADOPTION_KEYS, near), known, near)
        for adoption in entry.get("adoption", ())
    )
    if not adoptions:
        raise file.fault(f"{name} has no adoption", near, "add [[region.adoption]]")
    return CalendarRegion(name, words, adoptions, styles.get(name, ()), entry.get("note", ""))


def _adoption(
    file: _File, entry: Mapping[str, Any], known: Mapping[str, str], near: str
) -> Adoption:
    stages = tuple(_stages(file, entry, near))
    changes = entry["changes"]
    for (before, after), change in zip(pairwise(stages), changes, strict=True):
        if before.reckoning is not Reckoning.OTHER:
            _require_next_day(file, (before, after), near, bool(change.get("date_line", False)))
    return Adoption(stages, _cited(file, entry, known, near))


def _stages(file: _File, entry: Mapping[str, Any], near: str) -> Iterator[Stage]:
    """The calendars of a place, cut at its changes."""
    reckoning = _reckoning(file, entry.get("before", Reckoning.JULIAN.value))
    first = None
    changes = entry.get("changes", ())
    if not changes:
        raise file.fault("an adoption without changes", near)
    for raw in changes:
        change = file.check_keys(raw, _CHANGE_KEYS, near)
        new = _reckoning(file, change.get("new", Reckoning.GREGORIAN.value))
        begin = _date(file, change.get("first"))
        told = "last" in change
        if told == (reckoning is Reckoning.OTHER):
            raise file.fault("a change needs `last`, but not from another calendar", near)
        last = _date(file, change["last"]) if told else _day_before(file, new, begin, near)
        yield Stage(reckoning, first, last)
        reckoning, first = new, begin
    yield Stage(reckoning, first, None)


def _day_before(file: _File, reckoning: Reckoning, told: Told, near: str) -> Told:
    try:
        date = reckoned_date(reckoning, reckoned_day(reckoning, *told) - 1)
    except ChronologyError as error:
        raise file.fault(error.cause, near) from error
    return date.year, date.month, date.day


def _require_next_day(file: _File, change: tuple[Stage, Stage], near: str, date_line: bool) -> None:
    before, after = change
    if before.last is None or after.first is None:
        raise ValueError("a change of calendar without its days: a fault in the loader")
    try:
        days = reckoned_day(after.reckoning, *after.first) - reckoned_day(
            before.reckoning, *before.last
        )
    except ChronologyError as error:
        raise file.fault(error.cause, near) from error
    wanted = 0 if date_line else 1
    if days != wanted:
        last, first = ("-".join(map(str, told)) for told in (before.last, after.first))
        raise file.fault(f"{first} comes {days} days after {last}, not {wanted}", near)


def _styles(file: _File, known: Mapping[str, str]) -> dict[str, tuple[YearStyle, ...]]:
    """The styles of each region, in the order of the file."""
    found: dict[str, tuple[YearStyle, ...]] = {}
    for raw in file.raw.get("style", ()):
        entry = file.check_keys(raw, _STYLE_KEYS, "[[style]]")
        name = str(entry.get("name", ""))
        near = f'name = "{name}"'
        sources = _cited(file, entry, known, near)
        begins = _begins(file, entry.get("begins"), near)
        for place in entry.get("places", ()):
            where = file.check_keys(place, _PLACE_KEYS, near)
            since = _date(file, where["since"]) if "since" in where else None
            style = YearStyle(
                name,
                begins,
                bool(entry.get("early", False)),
                since,
                _date(file, where.get("until")),
                sources,
            )
            region = str(where.get("region"))
            found[region] = (*found.get(region, ()), style)
    return found


def _begins(file: _File, text: object, near: str) -> tuple[int, int] | None:
    if text == "easter":
        return None
    match = _MONTH_DAY.fullmatch(text) if isinstance(text, str) else None
    if match is None or not 1 <= int(match[1]) <= 12:
        raise file.fault(f"the year cannot begin on {text!r}", near, 'write "03-25", or "easter"')
    return int(match[1]), int(match[2])
