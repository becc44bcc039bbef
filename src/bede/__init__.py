"""Bede, a type checker for history.

`check` reads accounts of the past and says which of their statements cannot be true, which are
supported, by which source, and why:

    import bede

    report = bede.check(["article.txt"])
    for document in report.documents:
        for finding in document.findings:
            print(finding.severity, finding.message)

The stages, from left to right: documents, text, claims, evidence, judgement, report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bede.version import VERSION as __version__  # noqa: N811 - the name that tools look for

if TYPE_CHECKING:
    from bede.checker import check
    from bede.config import Config
    from bede.errors import BedeError
    from bede.report import Report

__all__ = ["BedeError", "Config", "Report", "__version__", "check"]

_HOMES = {
    "check": "bede.checker",
    "Config": "bede.config",
    "BedeError": "bede.errors",
    "Report": "bede.report",
}


def __getattr__(name: str) -> Any:
    """Import the public names when they are first used, so that `import bede` is instant."""
    if name not in _HOMES:
        raise AttributeError(f"module 'bede' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
