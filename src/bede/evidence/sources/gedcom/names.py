"""Names of people as GEDCOM writes them: "Ada Mary /Reed/"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bede.evidence.importing import language_tag, plain
from bede.evidence.names import name_key, word_count
from bede.evidence.sources.gedcom.lines import Line
from bede.evidence.values import Name, NameKind

_KINDS: dict[str, NameKind] = {
    "birth": "birth",
    "maiden": "birth",
    "professional": "pen",
}
_UNKNOWN = re.compile(r"[?_.\-\s]*|unknown|unbekannt|inconnue?|n\.?\s?n\.?", re.IGNORECASE)
_BYNAME = re.compile(r"\s(?:[IVXL]+|the|of|de|von|van|le)\b")
_NICKNAME = re.compile(r"[\"“][^\"“”]*[\"”]")
MAX_NAMES = 30
"""The most names that are kept of one person."""


def names_of(person: Line) -> tuple[Name, ...]:
    """The names of a person, the first as the preferred one; none if all are unknown."""
    found: dict[str, Name] = {}
    for name in _all(person):
        key = name_key(name.text)
        if key and key not in found and len(found) < MAX_NAMES:
            found[key] = name
    return tuple(found.values())


def _all(person: Line) -> Iterator[Name]:
    preferred = True
    for line in person.all("NAME"):
        text = _written(line.value) or _pieces(line)
        if not text or (not preferred and word_count(text) < 2):
            continue  # "Margie" is what her friends called her
        stated = line.text("TYPE").strip().lower()
        kind: NameKind = "preferred" if preferred else _KINDS.get(stated, "alias")
        preferred = False
        yield Name(text, kind, None, None, ())
        prefix = plain(line.text("NPFX"))
        if prefix and text.startswith(f"{prefix} "):
            yield Name(text[len(prefix) + 1 :], "alias", None, None, ())
        elif prefix:
            yield Name(f"{prefix} {text}", "alias", None, None, ())
        for other in line.all("ROMN", "FONE", "TRAN"):
            written = _written(other.value) or _pieces(other)
            if written:
                yield Name(
                    written, "transliteration", None, None, (), language_tag(other.text("LANG"))
                )


def is_unknown(words: str) -> bool:
    """Whether words only say that something is not known."""
    return _UNKNOWN.fullmatch(words) is not None


def _written(value: str) -> str:
    """The name without the strokes around the surname and without a nickname in quotation marks.

    Nothing if half of it is unknown.
    """
    before, stroke, rest = _NICKNAME.sub(" ", value[:500]).partition("/")
    surname, _, after = rest.partition("/")
    parts = [plain(part) for part in (before, surname, after)]
    if stroke and is_unknown(parts[1]):
        # "Mary //" could be any Mary; "William I the Conqueror //" had no surname.
        return parts[0] if _BYNAME.search(parts[0]) else ""
    if is_unknown(parts[0]):
        return ""
    return " ".join(part for part in parts if part)


def _pieces(line: Line) -> str:
    given, prefix, surname, suffix = (
        plain(line.text(tag)) for tag in ("GIVN", "SPFX", "SURN", "NSFX")
    )
    if is_unknown(given) or is_unknown(surname):
        return ""
    return " ".join(part for part in (given, prefix, surname, suffix) if part)
