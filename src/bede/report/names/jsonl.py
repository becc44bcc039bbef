"""Names as JSON lines: one object for each place where a text names something."""

from __future__ import annotations

from collections.abc import Sequence

from bede.report.names.values import NamedDocument
from bede.report.objects import to_json


def render(documents: Sequence[NamedDocument]) -> str:
    """The names of all documents, a line for each."""
    return "".join(
        f"{to_json(_object(document.document.path, document, index))}\n"
        for document in documents
        for index in range(len(document.names))
    )


def _object(path: str, document: NamedDocument, index: int) -> dict[str, object]:
    one = document.names[index]
    return {
        "path": path,
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "kind": one.kind,
        "entity": one.entity.id if one.entity is not None else None,
        "candidates": [{"entity": r.entity.id, "score": r.score} for r in one.candidates],
        "reason": one.reason,
    }
