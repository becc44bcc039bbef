"""Reading sources from CSL JSON, as Zotero and other reference managers export it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from bede.errors import PackError
from bede.evidence.pack_bibliography import explain_words, source_of
from bede.evidence.pack_text import read_text
from bede.evidence.pack_yaml import KeyPath, LinedValue

_GAP = re.compile(r"[\s,]*")
_MARKUP = re.compile(r"</?(?:i|b|sup|sub|span)\b[^<>]{0,100}>")  # CSL's own marks inside titles


def read_csl(data: bytes, path: str) -> tuple[LinedValue | None, tuple[PackError, ...]]:
    """Read one bibliography: a JSON list of items.

    Args:
        data: the bytes of the file.
        path: the file, as errors should name it.

    Returns:
        a list of sources, or None if nothing can be read, and what is wrong.
    """
    errors: list[PackError] = []
    text = read_text(data, path, errors)
    if text is None:
        return None, tuple(errors)
    value: list[object] = []
    lines: dict[KeyPath, int] = {(): 1}
    for line, item in _items(text, path, errors):
        if not isinstance(item, dict) or not isinstance(item.get("id"), str | int):
            remedy = "export the library as CSL JSON"
            errors.append(PackError("no CSL item with an id", path=path, line=line, remedy=remedy))
            continue
        fields = {key: _text(part) for key, part in item.items() if part}
        record, unknown = source_of(str(item["id"]), fields.get("type", ""), fields, "csl")
        for word in unknown:
            cause, remedy = explain_words(word)
            errors.append(PackError(cause, path=path, line=line, remedy=remedy))
        lines[(len(value),)] = line
        value.append(record)
    return LinedValue(value, lines), tuple(errors)


def _items(text: str, path: str, errors: list[PackError]) -> Iterator[tuple[int, object]]:
    """The members of the list one by one, each with its first line."""
    decoder = json.JSONDecoder()
    at = len(text) - len(text.lstrip())
    line = 1 + text.count("\n", 0, at)
    if text[at : at + 1] != "[":
        errors.append(PackError("no JSON list", path=path, line=line, remedy="export CSL JSON"))
        return
    here = 0
    at += 1
    while True:
        gap = _GAP.match(text, at)
        at = gap.end() if gap else at
        line += text.count("\n", here, at) if here else text.count("\n", 0, at) + 1 - line
        here = at
        if text[at : at + 1] == "]":
            return
        try:
            item, at = decoder.raw_decode(text, at)
        except (json.JSONDecodeError, RecursionError, ValueError) as error:
            place = error.lineno if isinstance(error, json.JSONDecodeError) else line
            remedy = "export the file again"
            errors.append(PackError("not JSON", path=path, line=place, remedy=remedy))
            return
        yield line, item


def _text(value: object) -> str:
    if isinstance(value, list):
        return " and ".join(_text(one) for one in value)
    if isinstance(value, dict):
        if "date-parts" in value:
            parts = value["date-parts"]
            first = parts[0] if isinstance(parts, list) and parts else ""
            return str(first[0]) if isinstance(first, list) and first else str(first)
        keys = ("given", "non-dropping-particle", "dropping-particle", "family", "literal", "raw")
        return " ".join(str(value[key]) for key in keys if value.get(key))
    return " ".join(_MARKUP.sub("", str(value)).split())
