"""PeriodO: periods as authors define them, in the JSON-LD of its data set.

A period is a named stretch of time in the words of one publication. It becomes a happening of the
sort "period" with one fact, an `occurrence` from its start to its stop. The fact is of weak
confidence: how one author dates the Iron Age of Spain binds no other author, so that it never
accuses. Years are those of ISO 8601 in XML Schema 1.1: year 0 is 1 BC (the label "800 B.C."
stands beside the year -0799).

Sources: PeriodO technical overview, https://perio.do/technical-overview/; A. Rabinowitz, R. Shaw,
S. Buchanan, P. Golden and E. Kansa, "Making Sense of the Ways We Make Sense of the Past: The
PeriodO Project", Bulletin of the Institute of Classical Studies 59 (2016), 42-55.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bede.chronology import Span
from bede.errors import ChronologyError
from bede.evidence.importing import (
    When,
    head_of,
    id_of,
    json_members,
    known_as,
    language_tag,
    listed,
    mapping,
    plain,
    simple_entity,
    simple_fact,
    simple_source,
    slug,
    starts_with,
    told_year,
    unreadable,
    when,
)
from bede.evidence.names import name_key
from bede.evidence.sources.contract import Record, Skipped
from bede.evidence.values import Name, PackHead, Source

_OWN = re.compile(r"p0[0-9a-z]+")
_YEAR = re.compile(r"-?[0-9]{1,8}")
_CIRCA = re.compile(r"(?:ca?\.|circa|c\s|about|around|approx|roughly|um\s|vers\s|env\.|[~≈])", re.I)
_NOW = frozenset({"present", "now", "today", "aujourd'hui", "heute", "hoy"})
_Object = Mapping[str, Any]


class PeriodO:
    """The data set of PeriodO, or a part of it in the same form."""

    name = "periodo"
    title = "PeriodO (JSON-LD)"

    def fits(self, path: Path) -> bool:
        """Whether it is JSON with authorities and speaks of PeriodO in its first bytes."""
        start = starts_with(path, (".json", ".jsonld"))
        return (
            start.startswith(b"{")
            and b'"authorities"' in start
            and (b"periodo" in start.lower() or b"99152/p0" in start or b"perio.do" in start)
        )

    def head(self, path: Path) -> PackHead:
        """What PeriodO says of itself: its data are in the public domain."""
        return head_of(
            path, title="PeriodO", licence="CC0-1.0", editors=("PeriodO",),
            scope="periods as publications define them",
        )  # fmt: skip

    def read(self, path: Path) -> Iterator[Record]:
        """Yield each authority as a source, then its places and periods.

        Raises:
            ReferenceSourceError: there is nothing in it that is PeriodO.
        """
        seen: set[str] = set()
        try:
            for member in json_members(path, "authorities"):
                if member.fault is not None:
                    yield Skipped(str(path), member.place, member.fault)
                    continue
                seen.add("")
                yield from _authority(path, member.place, member.value, seen)
        except OSError as error:
            raise unreadable(path, error) from error
        if not seen:
            raise unreadable(path, "there is no authority of PeriodO in it")


def _authority(path: Path, place: str, raw: _Object, seen: set[str]) -> Iterator[Record]:
    key = id_of(_address(raw), slug(path.stem))
    periods = raw.get("periods")
    if key is None or not isinstance(periods, dict):
        yield Skipped(str(path), place, "an authority without an id or periods")
        return
    source = _source(key, mapping(raw.get("source")))
    yield source
    for member in periods.values():
        if isinstance(member, dict):
            yield from _period(path, member, source, seen)
        else:
            yield Skipped(str(path), place, "a period that is no object")


def _source(key: str, raw: _Object) -> Source:
    whole = mapping(raw.get("partOf"))
    title = plain(raw.get("title") or raw.get("citation") or whole.get("title"))
    makers = [
        plain(one.get("name"))
        for about in (raw, whole)
        for role in ("creators", "contributors")
        for one in listed(about.get(role))
        if isinstance(one, dict)
    ]
    return simple_source(
        key,
        title or "an authority of PeriodO",
        work=plain(whole.get("title")) or title or "PeriodO",
        author="; ".join(filter(None, makers[:3])),
        year=plain(raw.get("yearPublished") or whole.get("yearPublished"), 10),
        pages=plain(raw.get("locator"), 100),
        url=plain(raw.get("url") or raw.get("id") or whole.get("@id") or whole.get("id")),
        kind="scholarly",
        quality="decent",
    )


def _period(path: Path, raw: _Object, source: Source, seen: set[str]) -> Iterator[Record]:
    key = id_of(_address(raw), slug(path.stem))
    label = plain(raw.get("label"))
    place = key or source.id
    if key is None or not name_key(label):
        yield Skipped(str(path), place, "a period without an id or a label")
        return
    places: list[str] = []
    lands: list[str] = []
    for one in listed(raw.get("spatialCoverage")):
        about = mapping(one)
        address, land = about.get("id") or about.get("@id"), plain(about.get("label"))
        where = id_of(address, slug(path.stem))
        if where is None or not land:
            continue
        lands.append(land)
        places.append(where)
        if where not in seen:
            seen.add(where)
            yield simple_entity(
                where, "place", [Name(land, "preferred", None, None, ())], [source.id],
                same_as=filter(None, [known_as(address)]),
            )  # fmt: skip
    broader = id_of(_whole_address(raw.get("broader")), slug(path.stem))
    yield simple_entity(
        key,
        "happening",
        list(_names(raw, label)),
        [source.id],
        subkind="period",
        part_of=[broader] if broader and broader != key else [],
        description=_description(raw, lands),
        same_as=filter(None, [known_as(_address(raw)), known_as(raw.get("sameAs"))]),
    )
    try:
        time = _time(mapping(raw.get("start")), mapping(raw.get("stop")))
    except ChronologyError as error:
        yield Skipped(str(path), place, f"its time: {error.cause}")
        return
    if time is not None:
        roles = {"name": (key,), "place": tuple(places)} if places else {"name": (key,)}
        yield simple_fact(
            f"{key}-occurrence", "occurrence", roles, time, [source.id], confidence="weak",
            note="a period as one publication defines it",
        )  # fmt: skip


def _address(raw: _Object) -> str:
    return _whole_address(raw.get("id") or raw.get("@id"))


def _whole_address(value: object) -> str:
    """The address of a record of PeriodO; the data set writes the part behind its base alone."""
    text = plain(value)
    return f"periodo:{text}" if _OWN.fullmatch(text) else text


def _names(raw: _Object, label: str) -> Iterator[Name]:
    tag = language_tag(raw.get("languageTag") or raw.get("language"))
    yield Name(label, "preferred", None, None, (), tag)
    told = {label}
    for language, labels in mapping(raw.get("localizedLabels")).items():
        for one in listed(labels):
            text = plain(one)
            if text and text not in told:
                told.add(text)
                yield Name(text, "alias", None, None, (), language_tag(language))


def _description(raw: _Object, lands: list[str]) -> str:
    where = plain(raw.get("spatialCoverageDescription"), 80) or ", ".join(lands[:3])
    ends = [plain(mapping(raw.get(end)).get("label"), 40) for end in ("start", "stop")]
    times = " to ".join(end or "?" for end in ends) if any(ends) else ""
    words = f"period in {where}" if where else "period"
    return f"{words}, {times}" if times else words


def _time(start: _Object, stop: _Object) -> When | None:
    begin, end = _end(start), _end(stop)
    if begin is None and end is None:
        return None
    return when(Span.interval(begin, end))


def _end(raw: _Object) -> Span | None:
    """One end: a year, or the years between which it lies; None where it is open or not told."""
    label = plain(raw.get("label"))
    if label.lower() in _NOW:
        return None
    told = mapping(raw.get("in"))
    first = _year(told.get("year", told.get("earliestYear")))
    last = _year(told.get("year", told.get("latestYear")))
    if first is None or last is None:
        return None
    one, other = told_year(first).hull[0], told_year(last).hull[1]
    return Span.within(one, other, approximate=_CIRCA.match(label) is not None)


def _year(value: object) -> int | None:
    text = plain(value, 20)
    if not text:
        return None
    if _YEAR.fullmatch(text) is None:
        raise ChronologyError(f"{text!r} is no year of ISO 8601")
    return int(text)


SOURCE = PeriodO()
