"""The formats that documents are written in.

To add a format, put one module here with one constant ``FORMAT``; nothing else has to know of
it. Its ``parse`` gets the decoded text and returns blocks whose offsets count in that text:
build them with ``bede.documents.prose.ProseBuilder``, which copies from the text and so cannot
lose the way back. The contract tests find the module by themselves and try it on every text
they have.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from bede.documents.format import Format


@cache
def formats() -> tuple[Format, ...]:
    """Every format, in the order of the names of their modules.

    Raises:
        TypeError: a module here has no ``FORMAT``, which is a mistake of ours.
    """
    found: list[Format] = []
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        constant = getattr(importlib.import_module(f"{__name__}.{name}"), "FORMAT", None)
        if not isinstance(constant, Format):
            raise TypeError(f"{__name__}.{name} declares no FORMAT")
        found.append(constant)
    return tuple(found)


def format_for(extension: str) -> Format:
    """The format that declares this extension, in any case; plain text for any other.

    Args:
        extension: with the dot, or empty.
    """
    known = {suffix: each for each in formats() for suffix in each.extensions}
    return known.get(extension.lower()) or known[".txt"]


__all__ = ["Format", "format_for", "formats"]
