"""From the entries of a bibliography, in whatever format, to sources of a pack.

A bibliography does not say what Bede asks of a source: its kind, its quality, what it copies, how
exact its dates are. The historian says so in the keywords (or, in CSL JSON, the note) of the
entry: ``bede:primary``, ``bede:decent``, ``bede:family=kell``, ``bede:precision=year``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args

from bede.catalog.files import read_toml
from bede.evidence.importing.ids import slug
from bede.evidence.pack_schema import Precision
from bede.evidence.values import Quality, SourceKind

_WORD = re.compile(r"\bbede:([\w-]+)(?:=([^\s,;]+))?")
_WORDS = {
    **dict.fromkeys(get_args(SourceKind), "kind"),
    **dict.fromkeys(get_args(Quality), "quality"),
}
_SETTINGS = ("family", "precision")
_YEAR = re.compile(r"-?\d{1,4}")


def source_of(
    key: str, entry_type: str, fields: Mapping[str, str], dialect: str
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Make the record of a source from an entry.

    Args:
        key: of the entry; the id is made from it.
        entry_type: in the words of the format ("article").
        fields: the filled fields of the entry, as text.
        dialect: which format, as `data/bibliography.toml` names it.

    Returns:
        the record, and the words after `bede:` that mean nothing. `assumed` of the record lists
        what the entry does not say.
    """
    mapping = read_toml("bibliography.toml")
    found = {
        part: next((fields[name] for name in names if fields.get(name)), None)
        for part, names in mapping[dialect]["fields"].items()
    }
    identifier = slug(key)
    stated, unknown = _stated(
        " ".join(fields.get(n, "") for n in mapping[dialect]["fields"]["words"])
    )
    kind = mapping[dialect]["kinds"].get(entry_type.lower(), mapping["default_kind"])
    record = {
        "id": identifier,
        "author": found["author"],
        "title": found["title"],
        "work": found["work"],
        "publisher": found["publisher"],
        "year": _year(found["year"]),
        "pages": _pages(found),
        "url": found["url"] or (f"https://doi.org/{found['doi']}" if found["doi"] else None),
        "kind": kind,
        "quality": mapping["default_quality"],
        "family": identifier,
        **stated,
        "assumed": [name for name in ("kind", "quality") if name not in stated],
    }
    return {name: value for name, value in record.items() if value is not None}, unknown


def _stated(words: str) -> tuple[dict[str, str], tuple[str, ...]]:
    stated: dict[str, str] = {}
    unknown = []
    for match in _WORD.finditer(words):
        word, value = match.groups()
        if word in _WORDS and value is None:
            stated[_WORDS[word]] = word
        elif word in _SETTINGS and value and (word != "precision" or value in get_args(Precision)):
            stated[word] = value
        else:
            unknown.append(match.group())
    return stated, tuple(unknown)


def _year(text: str | None) -> str | None:
    found = _YEAR.match(text or "")
    return found.group() if found else text


def _pages(found: Mapping[str, str | None]) -> str | None:
    pages = (found["pages"] or "").replace("--", "–")
    if pages[:1].isdigit():
        pages = f"{'pp.' if set(pages) & set('–-,') else 'p.'} {pages}"
    parts = (
        f"vol. {found['volume']}" if found["volume"] else "",
        f"no. {found['number']}" if found["number"] else "",
        f"ch. {found['chapter']}" if found["chapter"] else "",
        pages,
    )
    return ", ".join(filter(None, parts)) or None


def explain_words(unknown: str) -> tuple[str, str]:
    """Cause and remedy for a word after `bede:` that means nothing."""
    settings = ", ".join(f"bede:{name}=..." for name in _SETTINGS)
    known = ", ".join(f"bede:{word}" for word in _WORDS)
    return f"the keyword '{unknown}' means nothing", f"known are {known}, {settings}"
