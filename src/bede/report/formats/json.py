"""JSON for programs: one object, described by `bede/data/schema/report.schema.json`."""

from __future__ import annotations

from bede.report.format import Look, ReportFormat
from bede.report.objects import report_object, to_json
from bede.report.values import Report


def _render(report: Report, look: Look) -> str:
    """The whole report; the reader's wishes are for people and change nothing here."""
    del look
    return to_json(report_object(report), indent=2) + "\n"


FORMAT = ReportFormat("json", "for programs: one object, as its published schema says", _render)
