"""From what is said to constraints: claims, facts and laws as tagged bounds on days.

`document_network` gives all that bears on the times of one document. Claims become statements
that can be given up, each with all its readings (`claims`); the lives of those who take part, as
the reference has them (`facts`), and the laws of time (`laws`) are not in question. `parties`
says who is surely whom, `namesakes` which names several people bear, `points` how a date binds
what happens and what lasts.
"""

from bede.judgement.constraints.document import DocumentNetwork, document_network
from bede.judgement.constraints.laws import DEFINITION
from bede.judgement.constraints.points import Extent, extent_of
from bede.judgement.constraints.stated import Nature, Stated, named

__all__ = [
    "DEFINITION",
    "DocumentNetwork",
    "Extent",
    "Nature",
    "Stated",
    "document_network",
    "extent_of",
    "named",
]
