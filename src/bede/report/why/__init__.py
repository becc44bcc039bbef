"""Why a line was judged as it was: what was read, tried, known and found, step by step.

`read_spot` reads what the user asks about, `build_why` resolves the chain of every statement
there, and `text` and `json` show it.
"""

from bede.report.why.building import build_why
from bede.report.why.spot import Spot, read_spot, stretch_of
from bede.report.why.values import Chain, Why

__all__ = ["Chain", "Spot", "Why", "build_why", "read_spot", "stretch_of"]
