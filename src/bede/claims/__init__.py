"""Third stage: from sentences to claims, each one happening or state that the text asserts.

`extract` matches the triggers of `data/events/*.toml` on the dependency trees, finds whom
pronouns mean, which date belongs to which happening and how the text orders them. What it leaves
out it keeps, with the reason.
"""

from bede.claims.extraction import extract
from bede.claims.values import (
    Claim,
    Count,
    Extraction,
    Filler,
    Measure,
    MeasureKind,
    Order,
    Relation,
    Skipped,
    Stretch,
)

__all__ = [
    "Claim",
    "Count",
    "Extraction",
    "Filler",
    "Measure",
    "MeasureKind",
    "Order",
    "Relation",
    "Skipped",
    "Stretch",
    "extract",
]
