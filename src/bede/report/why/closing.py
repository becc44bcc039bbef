"""How far the reference is closed for a question, with the sources of what it declares."""

from __future__ import annotations

from bede.evidence import Reference, cite
from bede.judgement import ClaimJudgement
from bede.report.why.values import Closing, Statement


def closing_of(judged: ClaimJudgement, reference: Reference) -> Closing | None:
    """How far the reference knows all for the question of a statement, and why.

    Args:
        judged: the judged statement.
        reference: where the sources of its declarations are.

    Returns:
        None if no fact was tried, and so nothing had to be known in full.
    """
    if not judged.candidates:
        return None
    closed = judged.closed
    statements = tuple(
        Statement(
            one.id,
            one.basis,
            one.complete,
            "; ".join(cite(reference.source(name)) for name in one.sources),
        )
        for one in closed.statements
    )
    return Closing(closed.closure.value, closed.because, statements)
