"""Kinds of judgement: each looks at a judged document in its own way and yields findings.

To add a kind, add a module here with one constant `KIND`, a `Kind` with a name and a function
that takes a `Case` and yields findings; then write its rules under `data/rules`, each naming the
kind. Nothing else needs to change.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from bede.judgement.case import Kind


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds of judgement, sorted by name, those that come last behind the others."""
    modules = (module.name for module in pkgutil.iter_modules(__path__))
    found: list[Kind] = [import_module(f"{__name__}.{name}").KIND for name in modules]
    return tuple(sorted(found, key=lambda kind: (kind.last, kind.name)))
