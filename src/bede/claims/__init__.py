"""Third stage: from sentences to claims, each one happening or state that the text asserts.

`extract` matches the triggers of `data/events/*.toml` on the dependency trees, finds whom
pronouns mean, which date belongs to which happening, how the text orders them and how far it puts
them apart, how long it says that they lasted and how old somebody was. Lengths date nothing here:
what follows from them is for the network. What it leaves out it keeps, with the reason.
"""

from bede.claims.extraction import extract
from bede.claims.values import (
    Anchor,
    Claim,
    Count,
    Dated,
    Extraction,
    Filler,
    Measure,
    MeasureKind,
    Order,
    Relation,
    Skipped,
    Stretch,
    Sum,
)

__all__ = [
    "Anchor",
    "Claim",
    "Count",
    "Dated",
    "Extraction",
    "Filler",
    "Measure",
    "MeasureKind",
    "Order",
    "Relation",
    "Skipped",
    "Stretch",
    "Sum",
    "extract",
]
