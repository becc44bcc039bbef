"""Reading sources from BibTeX and biblatex, with the library bibtexparser."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares import (
    LatexDecodingMiddleware,
    NameParts,
    SeparateCoAuthors,
    SplitNameParts,
)
from bibtexparser.model import Block, DuplicateBlockKeyBlock, DuplicateFieldKeyBlock

from bede.errors import PackError
from bede.evidence.pack_bibliography import explain_words, source_of
from bede.evidence.pack_text import read_text
from bede.evidence.pack_yaml import KeyPath, LinedValue

_NO_SOURCE = frozenset({"set", "xdata"})


def read_bibtex(data: bytes, path: str) -> tuple[LinedValue | None, tuple[PackError, ...]]:
    """Read one bibliography.

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
    library = _parsed(text)
    for block in library.failed_blocks:
        cause, remedy = _explain(block)
        errors.append(PackError(cause, path=path, line=_line(block), remedy=remedy))
    value: list[object] = []
    lines: dict[KeyPath, int] = {(): 1}
    for entry in library.entries:
        if entry.entry_type.lower() in _NO_SOURCE:
            continue
        for field in entry.fields:
            if '"' in str(field.value) and " # " in str(field.value):
                cause = f"the field '{field.key}' joins texts with '#', which is not read"
                errors.append(PackError(cause, path=path, line=_line(entry), remedy="write it out"))
        fields = {field.key.lower(): _text(field.value) for field in entry.fields}
        record, unknown = source_of(entry.key, entry.entry_type, fields, "bibtex")
        for word in unknown:
            cause, remedy = explain_words(word)
            errors.append(PackError(cause, path=path, line=_line(entry), remedy=remedy))
        lines[(len(value),)] = _line(entry)
        value.append(record)
    return LinedValue(value, lines), tuple(errors)


def _parsed(text: str) -> Library:
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # faults are told by us
    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)
    # Braces stay until names are divided, since they show what is one name.
    decoding = LatexDecodingMiddleware(keep_braced_groups=True)
    return parse_string(text, append_middleware=[decoding, SeparateCoAuthors(), SplitNameParts()])


def _line(block: Block) -> int:
    return (block.start_line or 0) + 1


def _explain(block: Block) -> tuple[str, str]:
    if isinstance(block, DuplicateBlockKeyBlock):
        return f"the key '{block.key}' stands twice", "give one of the two another key"
    if isinstance(block, DuplicateFieldKeyBlock):
        return "a field stands twice in this entry", "keep one of them"
    return "this BibTeX entry cannot be read", "check its braces and commas"


def _text(value: object) -> str:
    if isinstance(value, NameParts):
        name = " ".join([*value.first, *value.von, *value.last])
        return _text(", ".join([name, *value.jr]))
    if isinstance(value, str):
        return " ".join(value.replace("{", "").replace("}", "").split())
    if isinstance(value, Iterable):
        return " and ".join(_text(one) for one in value)
    return str(value)
