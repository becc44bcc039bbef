"""Stage 1: from files to documents.

``discover`` turns what the user named into files, ``read`` turns one file into a ``Document``:
the decoded text, cut into blocks. A block knows what it is (a heading is a title and not a
sentence, code is never checked) and holds its prose without markup, so that a parser sees plain
sentences. Every character of that prose knows where in the file it came from. Offsets are
half-open and count code points of the decoded text.
"""

from __future__ import annotations

from bede.documents.document import Block, BlockKind, Document, prose_blocks
from bede.documents.format import Format
from bede.documents.formats import formats
from bede.documents.reading import MAX_BYTES, MAX_LINE, discover, read
from bede.documents.source_map import Position, SourceMap

__all__ = [
    "MAX_BYTES",
    "MAX_LINE",
    "Block",
    "BlockKind",
    "Document",
    "Format",
    "Position",
    "SourceMap",
    "discover",
    "formats",
    "prose_blocks",
    "read",
]
