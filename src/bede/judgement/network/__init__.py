"""The chronological network: everything said about when, and whether it can all be true.

Points are begins and ends; a constraint bounds the days between two of them and names its origin.
Contradiction is a negative cycle, support is entailment, and the explanation is an irreducible
cycle read aloud. The package knows days and origins only, neither claims nor facts.

Sources: R. Dechter, I. Meiri, J. Pearl, "Temporal constraint networks", Artificial Intelligence
49 (1991), pp. 61-95; E. Levy, G. Geeraerts, F. Pluquet, E. Piasetzky, A. Fantalkin,
"Chronological networks in archaeology", Journal of Archaeological Science 127 (2021), 105225.
"""

from bede.judgement.network.bounds import Bound, Bounds
from bede.judgement.network.conflict import Conflict
from bede.judgement.network.difference import (
    BEGIN_BEFORE_END,
    ORIGIN_POINT,
    Constraint,
    Origin,
    Point,
    at_least,
    no_earlier,
    no_later,
    span_constraints,
)
from bede.judgement.network.network import Network
from bede.judgement.network.relaxation import Relaxation, would_hold
from bede.judgement.network.repairs import Refusal, Repair, Statement, smallest_repair

__all__ = [
    "BEGIN_BEFORE_END",
    "ORIGIN_POINT",
    "Bound",
    "Bounds",
    "Conflict",
    "Constraint",
    "Network",
    "Origin",
    "Point",
    "Refusal",
    "Relaxation",
    "Repair",
    "Statement",
    "at_least",
    "no_earlier",
    "no_later",
    "smallest_repair",
    "span_constraints",
    "would_hold",
]
