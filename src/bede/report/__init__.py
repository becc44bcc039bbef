"""Sixth stage: a report that people and programs can read.

`build_document_report` turns a judged document into plain values; each module of `formats`
renders them.
"""

from bede.report.building import build_document_report
from bede.report.cited import Evidence
from bede.report.filters import select
from bede.report.format import Look, ReportFormat
from bede.report.formats import formats
from bede.report.values import ClaimLine, DocumentReport, FindingLine, Place, Problem, Report

__all__ = [
    "ClaimLine",
    "DocumentReport",
    "Evidence",
    "FindingLine",
    "Look",
    "Place",
    "Problem",
    "Report",
    "ReportFormat",
    "build_document_report",
    "formats",
    "select",
]
