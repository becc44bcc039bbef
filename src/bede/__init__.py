"""Bede, a type checker for history.

`check` reads accounts of the past and says which of their statements cannot be true, which are
supported, by which source, and why:

    import bede

    report = bede.check(["article.txt"])
    for document in report.documents:
        for finding in document.findings:
            print(finding.severity, finding.message)

`dates` finds every date in a text and says which days it means:

    for timex in bede.dates("By the mid-1920s he had left."):
        print(timex.text, timex.edtf, timex.span)

`read_claims` reads what a text says happened, without judging it:

    for claim in bede.read_claims("Orlo was born in Tarn in 1839."):
        print(claim.type, claim.trigger.text, claim.roles)

The stages, from left to right: documents, text, claims, evidence, judgement, report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bede.version import VERSION as __version__  # noqa: N811 - the name that tools look for

if TYPE_CHECKING:
    from bede.checker import check
    from bede.chronology import Span
    from bede.claims import Claim
    from bede.claims.reading import read_claims
    from bede.config import Config
    from bede.errors import BedeError
    from bede.report import Report
    from bede.text.dates import dates
    from bede.text.timex import Timex

__all__ = [
    "BedeError",
    "Claim",
    "Config",
    "Report",
    "Span",
    "Timex",
    "__version__",
    "check",
    "dates",
    "read_claims",
]

_HOMES = {
    "check": "bede.checker",
    "dates": "bede.text.dates",
    "read_claims": "bede.claims.reading",
    "Claim": "bede.claims",
    "Config": "bede.config",
    "BedeError": "bede.errors",
    "Report": "bede.report",
    "Span": "bede.chronology",
    "Timex": "bede.text.timex",
}


def __getattr__(name: str) -> Any:
    """Import the public names when they are first used, so that `import bede` is instant."""
    if name not in _HOMES:
        raise AttributeError(f"module 'bede' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
