"""What a format of documents has to declare."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bede.documents.document import Block


@dataclass(frozen=True, slots=True)
class Format:
    """One way of writing a document.

    Attributes:
        name: as reports name it, lower case.
        extensions: of the files that are searched for in folders, lower case, with the dot.
        parse: the blocks of a whole text, sorted, not overlapping, whatever the text is.
    """

    name: str
    extensions: tuple[str, ...]
    parse: Callable[[str], tuple[Block, ...]]
