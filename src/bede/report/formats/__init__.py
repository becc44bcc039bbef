"""Report formats: each shows the same report in its own way.

To add a format, add a module here with one constant `FORMAT`, a `ReportFormat` with a name, a
line on what it is, and a function from a report and the reader's wishes to text. Nothing else
needs to change.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from bede.report.format import ReportFormat


@cache
def formats() -> Mapping[str, ReportFormat]:
    """All report formats by name, sorted."""
    modules = sorted(module.name for module in pkgutil.iter_modules(__path__))
    found = (import_module(f"{__name__}.{name}").FORMAT for name in modules)
    return {entry.name: entry for entry in sorted(found, key=lambda entry: entry.name)}
