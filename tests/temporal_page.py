"""The reference page of temporal expressions, made from the data and by running the tagger."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any

from bede.catalog.files import data_files, parse_toml, read_toml
from bede.chronology import Calendar, Span, day_number
from bede.chronology.calendar import MONTH_NAMES
from bede.chronology.policy import REFORM
from bede.documents import Document
from bede.documents.formats import format_for
from bede.report.dates.wording import stretch_in_words, when
from bede.text.times import read_times_of
from bede.text.timex import Timex

NOT_OF_TIME = (
    *("ages", "dating", "gender", "kin", "lengths", "naming", "nouns", "offices", "order"),
    *("quantities", "retrospective", "scope", "sums", "title_case", "verbs"),
)
"""Lexicons that other readers use."""

_BOLD = re.compile(r"\*\*(.+?)\*\*")


def temporal_expressions() -> str:
    """The page, without the line that says that it is made."""
    return "\n".join([*_classes(), *_calendars(), *_feasts(), *_named_days(), *_word_lists(), ""])


def _table(*rows: Sequence[str]) -> Iterator[str]:
    head, *body = rows
    yield f"| {' | '.join(head)} |"
    yield "|---" * len(head) + "|"
    yield from (f"| {' | '.join(cell or '–' for cell in row)} |" for row in body)
    yield ""


def _timex(example: Mapping[str, str]) -> Timex:
    """What the tagger reads of the words in bold."""
    text = _BOLD.sub(r"\1", example["text"])
    plain = format_for(".txt")
    found = read_times_of(Document("example", text, plain.name, plain.parse(text))).timexes
    words = example.get("bold") or _BOLD.findall(example["text"])[0]
    return next(timex for timex in found if timex.text == words)


def _classes() -> Iterator[str]:
    yield "# Temporal expressions"
    yield ""
    yield (
        "Every class of temporal expression that Bede reads in English, with examples; the words\n"
        "read are in bold, what stands before them is their story. The values are those that the\n"
        "tagger gives: TIMEX3 (TimeML 1.2.1), EDTF (ISO 8601-2:2019), and the first and the last\n"
        "day. Days before 15 October 1582 are Julian, later ones Gregorian. How Bede reckons is\n"
        "told in [How Bede reckons time](../explanation/time.md), how to add to this page in\n"
        "[Add a temporal expression](../how-to/add-a-temporal-expression.md)."
    )
    yield ""
    for entry in read_toml("en/times.toml")["class"]:
        yield from (f"## {entry['title']}", "", f"{entry['what']} Class `{entry['name']}`.", "")
        rows = []
        for example in entry["examples"]:
            timex = _timex(example)
            rows.append((example["text"], f"`{timex.value}`", _code(timex.edtf), when(timex)))
        yield from _table(("example", "TIMEX3", "EDTF", "first – last day"), *rows)


def _code(value: str | None) -> str:
    return f"`{value}`" if value else ""


def _days(told: str) -> str:
    """Days as the data files write them ("1799-11-09", "first/last") in words."""
    numbers = []
    for end in told.split("/"):
        year, month, day = end.rsplit("-", 2)
        date = (int(year), int(month), int(day))
        old = date < REFORM
        numbers.append(day_number(*date, Calendar.JULIAN if old else Calendar.GREGORIAN))
    return stretch_in_words(Span.within(numbers[0], numbers[-1]))


def _calendars() -> Iterator[str]:
    yield from ("## Dates of other calendars", "")
    yield (
        "From `src/bede/data/en/lexicons/calendars.toml`, which names the spellings of the months\n"
        "and the marks of the eras. A date with a day is one day, or the few days in which it can\n"
        "have fallen; a year is the days from its first to its last."
    )
    yield ""
    for kind in read_toml("en/lexicons/calendars.toml")["kinds"].values():
        yield from (f"### {kind['title']}", "")
        yield from _table(
            ("example", "first – last day"),
            *((words, _days(days)) for words, days in kind["examples"]),
        )
        yield from (f"Source: {kind['source']}.", "")


def _feasts() -> Iterator[str]:
    data = read_toml("en/lexicons/feasts.toml")
    groups: dict[str, list[Mapping[str, Any]]] = {"fixed": [], "moving": [], "advent": []}
    for feast in data["feast"]:
        moves = "moving" if "from_easter" in feast else "advent"
        groups["fixed" if "day" in feast else moves].append(feast)
    numbers = {name: len(feasts) for name, feasts in groups.items()}
    yield from ("## Feasts", "")
    yield (
        f"From `src/bede/data/en/lexicons/feasts.toml`: {numbers['fixed']} that keep their day,\n"
        f"{numbers['moving']} that move with Easter, {numbers['advent']} of Advent. Easter is\n"
        "reckoned by the Julian rule before 1583 and by the Gregorian from then on. Eves, vigils\n"
        'and morrows are read ("the eve of St Agnes"), and weekdays beside a feast ("the Monday\n'
        'after Michaelmas 1305"). A feast without its year takes it from the story.'
    )
    yield ""
    by_day = sorted(groups["fixed"], key=lambda feast: tuple(feast["day"]))
    fixed = ((_names(feast), _day_and_month(feast), _example(feast)) for feast in by_day)
    yield from _table(("feast", "day", "example"), *fixed)
    moving = ((_names(feast), _from_easter(feast), _example(feast)) for feast in groups["moving"])
    yield from _table(("moving feast", "days from Easter Sunday", "example"), *moving)
    advent = ((_names(feast), _example(feast)) for feast in groups["advent"])
    yield from _table(("Advent", "example"), *advent)
    yield from ("Sources:", "")
    yield from (f"- {source}." for source in data["sources"].values())
    yield ""


def _named_days() -> Iterator[str]:
    days = read_toml("en/lexicons/named_days.toml")["day"]
    yield from ("## Named days of history", "")
    yield f"From `src/bede/data/en/lexicons/named_days.toml`: {len(days)} names."
    yield ""
    rows = []
    for day in days:
        told = "; ".join(_days("/".join(ends)) for ends in day["days"])
        rows.append((day["names"][0], told, day["source"]))
    yield from _table(("name", "first – last day", "source"), *rows)


def _names(feast: Mapping[str, Any]) -> str:
    """The names of a feast, without those that differ from one before only at their end."""
    found: list[str] = []
    for key in ("strong", "weak", "saint", "titles"):
        entry = feast.get(key, [])
        for name in [entry] if isinstance(entry, str) else entry:
            shown = f"St {name}" if key == "saint" and not name.startswith("St ") else name
            if not any(shown.startswith(other) or shown == f"the {other}" for other in found):
                found.append(shown)
    return ", ".join(found[:3])


def _day_and_month(feast: Mapping[str, Any]) -> str:
    month, day = feast["day"]
    return f"{day} {MONTH_NAMES[month - 1]}"


def _from_easter(feast: Mapping[str, Any]) -> str:
    shift = feast["from_easter"]
    ends = [shift] if isinstance(shift, int) else shift
    return " to ".join(f"{end:+d}".replace("-", "−").replace("+0", "0") for end in ends)


def _example(feast: Mapping[str, Any]) -> str:
    text, days = feast["examples"][0]
    return f"{_BOLD.findall(text)[0]}: {_days(days)}"


def _word_lists() -> Iterator[str]:
    yield from ("## The word lists", "")
    yield (
        "All words are data, in `src/bede/data/en/lexicons/`. What they mean is told beside them\n"
        "in the files."
    )
    yield ""
    rows = []
    for file in data_files("en/lexicons", ".toml"):
        name = file.name.removesuffix(".toml")
        if name not in NOT_OF_TIME:
            text = file.read_text(encoding="utf-8")
            words = list(_strings(parse_toml(text, file.name)))
            rows.append((f"`{file.name}`", _first_sentence(text), f"{len(words):,}"))
    yield from _table(("file", "what", "entries"), *rows)


def _first_sentence(text: str) -> str:
    """What a file says of itself."""
    lines = takewhile(lambda line: line.startswith("# "), text.splitlines())
    return " ".join(line[2:] for line in lines).split(". ")[0].removesuffix(".")


def _strings(value: object, key: str = "") -> Iterator[str]:
    """Every word or phrase in a file: strings in lists, keys that stand for a value."""
    if isinstance(value, list):
        for item in value:
            yield from [item] if isinstance(item, str) else _strings(item)
    elif isinstance(value, Mapping):
        for name, item in value.items():
            if name not in ("examples", "source", "sources"):
                yield from _strings(item, name)
    elif isinstance(value, int) and key:
        yield key
