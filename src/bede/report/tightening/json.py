"""Tightest spans as one JSON object, for programs."""

from __future__ import annotations

from collections.abc import Sequence

from bede.judgement.tightening import Terminus, Tightened
from bede.judgement.values import Step
from bede.report.objects import Object, to_json
from bede.report.tightening.values import TightDocument, edtf_of, whole_edtf


def render(documents: Sequence[TightDocument]) -> str:
    """All documents in the order given; days are Julian Day Numbers, null where open."""
    found = [
        {
            "path": document.path,
            "spans": [_span(one) for one in document.tightening.spans],
            "left_out": [_steps(steps) for steps in document.tightening.given_up],
        }
        for document in documents
    ]
    return to_json({"documents": found}, indent=2) + "\n"


def _span(one: Tightened) -> Object:
    return {
        "what": one.name,
        "where": one.place or None,
        "lasts": one.lasts,
        "edtf": whole_edtf(one),
        "begin": _point(one.begin),
        "end": _point(one.end),
    }


def _point(ends: tuple[Terminus, Terminus]) -> Object:
    earliest, latest = ends
    return {"edtf": edtf_of(ends), "earliest": _bound(earliest), "latest": _bound(latest)}


def _bound(bound: Terminus) -> Object:
    return {"day": bound.day, "inferred": bound.inferred, "because": _steps(bound.because)}


def _steps(steps: Sequence[Step]) -> list[Object]:
    return [{"origin": step.origin, "says": step.says} for step in steps]
