"""Several references read as one, with precedence, trust, and disputes between them."""

from bede.evidence.several.opening import DEFAULT, open_references, read_trust
from bede.evidence.several.references import References
from bede.evidence.several.trust import LEVELS, Trust

__all__ = ["DEFAULT", "LEVELS", "References", "Trust", "open_references", "read_trust"]
