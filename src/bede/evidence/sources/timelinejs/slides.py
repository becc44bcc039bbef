"""Slides of a timeline: its headline, its text and its dates, from JSON or the spreadsheet.

Source: TimelineJS3 documentation, "Instantiate a Timeline" and "JSON data format",
https://timeline.knightlab.com/docs/json-format.html; the older form with "startDate": "2011,3,23"
is that of TimelineJS 2.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import orjson

from bede.chronology import Span
from bede.errors import ChronologyError
from bede.evidence.importing import (
    When,
    bounded_lines,
    listed,
    mapping,
    plain,
    told_day,
    told_month,
    told_year,
    unreadable,
    when,
)

MAX_BYTES = 64 * 1024 * 1024
"""The largest timeline (bytes); a page with a thousand slides has one."""
MAX_TEXT = 20_000
"""The most characters that are read of the text of a slide."""
_OLD_DATE = re.compile(r"(-?[0-9]{1,9})(?:,([0-9]{1,2}))?(?:,([0-9]{1,2}))?(?:[, ].{0,20})?")
_BLOCKS = frozenset(
    {"p", "br", "div", "li", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "tr", "td"}
)
_TAG = re.compile(
    r"<(?:(?P<comment>!--)|(?P<closing>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)[^<>]*>|[!?][^<>]*>)"
)
_ENDLESS = re.compile(r"&#[xX]?[0-9a-fA-F]{8,};?")  # no character has such a number
_BREAK = "\x1e"  # the record separator of ASCII, which no page shows
_UNSEEN = frozenset({"script", "style", "template", "iframe", "object", "figure"})
_COLUMNS = frozenset({"year", "headline", "text"})


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide, or one era.

    Attributes:
        place: where in the file: "events 3".
        headline: its headline as words.
        paragraphs: its text as words.
        begin: its start date, or None.
        end: its end date, or None.
        is_era: whether it is an era.
        faults: what was wrong with its dates.
    """

    place: str
    headline: str
    paragraphs: tuple[str, ...]
    begin: Span | None
    end: Span | None
    is_era: bool
    faults: tuple[str, ...]

    @property
    def time(self) -> When | None:
        """When it was; None without a start date or if it ends before it begins."""
        if self.begin is None:
            return None
        try:
            return when(self.begin if self.end is None else Span.interval(self.begin, self.end))
        except ChronologyError:
            return None


def is_spreadsheet(start: bytes) -> bool:
    """Whether a file begins with the columns of the spreadsheet template."""
    header = start.split(b"\n", 1)[0].decode("utf-8", "replace").strip("\r\n\ufeff")
    columns = {name.strip().strip('"').lower() for name in header.split(",")}
    return columns >= _COLUMNS and "display date" in columns


def title_of(path: Path) -> str:
    """The headline of the title slide, or the name of the file."""
    if path.suffix.lower() == ".csv":
        return plain(path.stem)
    try:
        top = _object(path)
    except OSError as error:
        raise unreadable(path, error) from error
    words = mapping(mapping(top.get("title")).get("text")).get("headline")
    older = mapping(top.get("timeline")).get("headline")
    return next(iter(words_of(words or older)), plain(path.stem))


def slides(path: Path) -> Iterator[Slide]:
    """The eras and then the events of a timeline.

    Raises:
        OSError: the file cannot be read.
        ReferenceSourceError: it is no timeline.
    """
    if path.suffix.lower() == ".csv":
        yield from _rows(path)
        return
    top = _object(path)
    older = mapping(top.get("timeline"))
    for key, raws in (("eras", top.get("eras")), ("era", older.get("era"))):
        for number, raw in enumerate(listed(raws), 1):
            yield _slide(f"{key} {number}", mapping(raw), is_era=True)
    for key, raws in (("events", top.get("events")), ("date", older.get("date"))):
        for number, raw in enumerate(listed(raws), 1):
            yield _slide(f"{key} {number}", mapping(raw), is_era=False)


def words_of(html: object) -> tuple[str, ...]:
    """The paragraphs of a piece of HTML as plain words; scripts and the like left out.

    The parser of the standard library takes a minute for some pages of 80,000 characters, and
    stumbles over others; here each character is looked at once.
    """
    text = html[: 4 * MAX_TEXT] if isinstance(html, str) else ""
    parts: list[str] = []
    at = 0
    while found := _TAG.search(text, at):
        parts.append(text[at : found.start()])
        at = found.end()
        name = (found["name"] or "").lower()
        if found["comment"]:
            end = text.find("-->", at)
            at = len(text) if end < 0 else end + 3
        elif name in _UNSEEN and not found["closing"]:
            close = re.compile(rf"</{name}\b", re.IGNORECASE).search(text, at)
            at = len(text) if close is None else close.start()
        elif name in _BLOCKS:
            parts.append(_BREAK)
    parts.append(text[at:])
    words = unescape(_ENDLESS.sub("", "".join(parts)))
    paragraphs = (plain(paragraph, MAX_TEXT) for paragraph in words.split(_BREAK))
    return tuple(paragraph for paragraph in paragraphs if paragraph)


def _object(path: Path) -> Mapping[str, Any]:
    if path.stat().st_size > MAX_BYTES:
        raise unreadable(path, f"a timeline of more than {MAX_BYTES // (1024 * 1024)} MB")
    with path.open("rb") as file:
        data = file.read(MAX_BYTES)
    try:
        top = orjson.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        raise unreadable(path, f"this is no valid JSON ({error.msg})") from error
    found = mapping(top)
    if not isinstance(found.get("events"), list) and "timeline" not in found:
        raise unreadable(path, "this is no timeline: it has no events")
    return found


def _slide(place: str, raw: Mapping[str, Any], *, is_era: bool) -> Slide:
    text = mapping(raw.get("text"))
    headline = text.get("headline") if text else raw.get("headline")
    body = text.get("text") if text else raw.get("text")
    starts = raw.get("start_date", raw.get("startDate"))
    ends = raw.get("end_date", raw.get("endDate"))
    return _made(place, headline, body, starts, ends, is_era=is_era)


def _made(
    place: str, headline: object, body: object, starts: object, ends: object, *, is_era: bool
) -> Slide:
    faults: list[str] = []
    found: list[Span | None] = []
    for name, raw in (("start date", starts), ("end date", ends)):
        try:
            found.append(_date(raw))
        except (ChronologyError, ValueError) as error:
            cause = error.cause if isinstance(error, ChronologyError) else "no date"
            faults.append(f"its {name}: {cause}")
            found.append(None)
    begin, end = found
    if any(fault.startswith("its end") for fault in faults):
        begin = None  # half a time is another time
    if begin is not None and end is not None:
        try:
            Span.interval(begin, end)
        except ChronologyError:
            faults.append("it ends before it begins")
    return Slide(
        place, " ".join(words_of(headline)), words_of(body), begin, end, is_era, tuple(faults)
    )


def _date(raw: object) -> Span | None:
    """A date; 1 January is taken for the year alone, since timelines ask for whole dates.

    Years before Christ are negative and taken as astronomical or historical, whichever it be:
    the format does not say.
    """
    if isinstance(raw, str):
        found = _OLD_DATE.fullmatch(raw.strip())
        if raw.strip() and found is None:
            raise ChronologyError(f"{plain(raw, 40)!r} is no date of a timeline")
        parts = list(found.groups()) if found else []
    else:
        parts = [plain(mapping(raw).get(part), 12) for part in ("year", "month", "day")]
    numbers = [int(part) if part else None for part in parts] or [None]
    year, month, day = (*numbers, None, None)[:3]
    if year is None:
        return None
    if year == 0:
        raise ChronologyError("there is no year 0")
    if year < 0:
        return Span.within(told_year(year).hull[0], told_year(year + 1).hull[1])
    if month is None or (month == 1 and day in (1, None)):
        return told_year(year)
    return told_month(year, month) if day is None else told_day(year, month, day)


def _rows(path: Path) -> Iterator[Slide]:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        reader = csv.reader(bounded_lines(file))
        names = [name.strip().lower() for name in next(reader, [])]
        while True:
            place = f"line {reader.line_num + 1}"
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield Slide(place, "", (), None, None, False, (f"no row of a table ({error})",))
                continue
            row = dict(zip(names, cells, strict=False))
            if row.get("type", "").strip().lower() == "title" or not any(cells):
                continue
            yield _made(
                place, row.get("headline"), row.get("text"), _parts(row, ""), _parts(row, "end "),
                is_era=row.get("type", "").strip().lower() == "era",
            )  # fmt: skip


def _parts(row: Mapping[str, str], side: str) -> dict[str, str]:
    return {part: row.get(side + part, "").strip() for part in ("year", "month", "day")}
