"""Data sets that Bede can take a reference from, each a module here with one `SOURCE`.

To add a source, write `evidence/sources/X.py` (or a package of that name) with a `SOURCE` that has
what `ReferenceSource` asks for. It streams: it yields one record after another and never holds
the whole of its input. What it cannot use it yields as `Skipped`, with its place; it raises only
when nothing at all can be read. Fillers of roles are ids of entities, which may come later in the
stream, or never: the writer looks them up at the end.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from bede.evidence.sources.contract import (
    Batch,
    Record,
    ReferenceSource,
    ResumableSource,
    Skipped,
)

_NO_SOURCES = frozenset({"contract"})


@cache
def sources() -> tuple[ReferenceSource, ...]:
    """Every source, in the order of the names of their modules.

    Those that need to be told more than a path, such as tables with their mapping, have no
    `SOURCE` and are not among them.
    """
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = (importlib.import_module(f"{__name__}.{n}") for n in names if n not in _NO_SOURCES)
    found: tuple[ReferenceSource, ...] = tuple(
        module.SOURCE for module in modules if hasattr(module, "SOURCE")
    )
    return found


__all__ = ["Batch", "Record", "ReferenceSource", "ResumableSource", "Skipped", "sources"]
