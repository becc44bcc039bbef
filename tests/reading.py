"""Reading claims from a line of text, for tests: as the checker does, without a file."""

from __future__ import annotations

from typing import Any

from bede.claims import Claim, Extraction, extract
from bede.documents import Block, BlockKind, Document
from bede.text import Analysis, analyse


def document_of(text: str, path: str = "passage.txt") -> Document:
    """A document of one paragraph for each line."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            block = Block(BlockKind.PARAGRAPH, at, at + len(line), line, ((0, at),))
            blocks.append(block)
        at += len(line) + 1
    return Document(path, text, "plain", tuple(blocks))


def analysis_of(text: str) -> Analysis:
    """The sentences of a text."""
    return analyse(document_of(text))


def extraction_of(text: str) -> Extraction:
    """All that is read from a text."""
    return extract(analysis_of(text))


def told(claim: Claim, default_type: str = "") -> dict[str, Any]:
    """A claim in the short form of the examples in `data/events/*.toml`."""
    short: dict[str, Any] = {} if claim.type == default_type else {"type": claim.type}
    short["trigger"] = claim.trigger.text
    short |= {role: [filler.text for filler in fillers] for role, fillers in claim.roles.items()}
    if claim.time is not None:
        short["time"] = claim.time.text
    if claim.modality != "asserted":
        short["modality"] = claim.modality.value
    return short
