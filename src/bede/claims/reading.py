"""The claims of a text that somebody has in hand, or of one file."""

from __future__ import annotations

from pathlib import Path

from bede.claims.extraction import extract
from bede.claims.values import Claim
from bede.documents import Document, read
from bede.documents.formats import format_for
from bede.text import analyse


def read_claims(text: str | Path) -> tuple[Claim, ...]:
    """Read what a text says happened, without judging it.

    Args:
        text: a plain text, of any length; or the path of a file, read by its extension.

    Returns:
        The claims in the order of their triggers, with offsets in code points into the text. A
        text without claims has none.

    Raises:
        InputError: the file cannot be read.
        UsageError: the language model is missing or damaged.
    """
    if isinstance(text, Path):
        return extract(analyse(read(str(text)))).claims
    plain = format_for(".txt")
    return extract(analyse(Document("text", text, plain.name, plain.parse(text)))).claims
