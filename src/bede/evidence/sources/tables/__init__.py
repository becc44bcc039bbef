"""Tables of any columns, with a mapping that says what each column means.

A folder of tables is one data set; the mapping stands in it as ``mapping.toml``, or is given beside
it. Rows are read one by one. What cannot be used of a row is skipped with its line, and the rest of
the row is kept.
"""

from __future__ import annotations

from bede.evidence.sources.tables.mapping import (
    MAPPING_FILE,
    Mapping,
    mapping_called,
    read_mapping,
    shipped_mappings,
)
from bede.evidence.sources.tables.reading import Tables

__all__ = [
    "MAPPING_FILE",
    "SOURCE",
    "Mapping",
    "Tables",
    "mapping_called",
    "read_mapping",
    "shipped_mappings",
]

SOURCE = Tables()
