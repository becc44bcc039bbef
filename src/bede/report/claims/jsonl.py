"""Claims as JSON lines: the objects of the JSON report, each with the path of its document."""

from __future__ import annotations

from bede.report.claims.values import Choice
from bede.report.objects import claim_object, to_json
from bede.report.values import Report


def render(report: Report, choice: Choice) -> str:
    """The wanted claims of all documents, a line for each."""
    return "".join(
        f"{to_json({'path': document.path, **claim_object(claim)})}\n"
        for document in report.documents
        for claim in document.claims
        if choice.wants(claim.type, claim.modality)
    )
