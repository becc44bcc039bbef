"""The report as plain objects, for JSON: the contract of `bede/data/schema/report.schema.json`.

Keys stand in the order of the contract.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from bede.catalog import Severity
from bede.judgement import Verdict
from bede.report.cited import Evidence, SourceLine
from bede.report.values import (
    ClaimLine,
    ClaimTime,
    DocumentReport,
    FindingLine,
    LengthLine,
    Place,
    Problem,
    Report,
    WorkLine,
)

Object = dict[str, object]

_UNSAFE = re.compile("[\x7f-\x9f\ud800-\udfff]")


def to_json(value: Object, *, indent: int | None = None) -> str:
    """One object as JSON text.

    Characters are not escaped, except those that a terminal might obey or UTF-8 cannot hold.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def report_object(report: Report) -> Object:
    """The whole report."""
    name, version = report.parser
    return {
        "bede": report.version,
        "parser": {"name": name, "version": version},
        "reference": {
            "packs": [{"name": name, "version": version} for name, version in report.packs],
            "hash": report.reference_hash,
        },
        "documents": [_document(document) for document in report.documents],
        "problems": [_problem(problem) for problem in report.problems],
        "summary": _summary(report),
    }


def _problem(problem: Problem) -> Object:
    place = f"line {problem.line}: " if problem.line is not None else ""
    return {"path": problem.path, "message": f"{place}{problem.message}"}


def _summary(report: Report) -> Object:
    documents = report.documents

    def verdicts(verdict: Verdict) -> int:
        return sum(document.count(verdict) for document in documents)

    return {
        "documents": len(documents),
        "claims": sum(len(document.claims) for document in documents),
        "checked": sum(document.checked for document in documents),
        "supported": verdicts(Verdict.SUPPORTED),
        "contradicted": verdicts(Verdict.CONTRADICTED),
        "disputed": verdicts(Verdict.DISPUTED),
        "open": verdicts(Verdict.OPEN),
        "skipped": verdicts(Verdict.SKIPPED),
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "notes": report.count(Severity.NOTE),
        "problems": len(report.problems),
    }


def _document(document: DocumentReport) -> Object:
    return {
        "path": document.path,
        "claims": [claim_object(claim) for claim in document.claims],
        "relations": [
            {
                "from": relation.source,
                "to": relation.target,
                "kind": relation.kind,
                "text": relation.text,
                "verdict": relation.verdict,
                "reason": relation.reason or None,
                "distance": _length(relation.distance),
            }
            for relation in document.relations
        ],
        "measures": [
            {
                "claim": measure.claim,
                "kind": measure.kind,
                "text": measure.place.text,
                **_place(measure.place),
                "length": _length(measure.length),
            }
            for measure in document.measures
        ],
        "mentions": [_mention(work) for work in document.works],
        "findings": [_finding(finding) for finding in document.findings],
        "coverage": {"claims": len(document.claims), "checked": document.checked},
    }


def _length(length: LengthLine | None) -> Object | None:
    return {"period": length.period, "manner": length.manner} if length is not None else None


def _place(place: Place) -> Object:
    return {
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
    }


def claim_object(claim: ClaimLine) -> Object:
    """A claim as the contract has it."""
    trigger = claim.trigger
    return {
        "id": claim.id,
        "type": claim.type,
        "text": claim.place.text,
        **_place(claim.place),
        "trigger": {"text": trigger.text, "start": trigger.start, "end": trigger.end},
        "roles": {
            role: [
                {
                    "text": filler.text,
                    "start": filler.start,
                    "end": filler.end,
                    "head": filler.head,
                    "entity": filler.entity,
                    "resolved": _resolved(filler.resolved),
                }
                for filler in fillers
            ]
            for role, fillers in claim.roles.items()
        },
        "time": _time(claim.time) if claim.time is not None else None,
        "modality": claim.modality,
        "speaker": claim.speaker,
        "verdict": claim.verdict,
        "reason": claim.reason or None,
        "parts": dict(claim.parts),
        "evidence": [evidence_object(evidence) for evidence in claim.evidence],
    }


def _resolved(names: tuple[str, ...]) -> str | list[str] | None:
    """One name as it is, several as a list."""
    return list(names) if len(names) > 1 else next(iter(names), None)


def _time(time: ClaimTime) -> Object:
    return {
        "text": time.text,
        "start": time.start,
        "end": time.end,
        "edtf": time.edtf,
        "from": list(time.begin),
        "to": list(time.finish),
        "inherited": time.inherited,
    }


def _mention(work: WorkLine) -> Object:
    return {
        "text": work.place.text,
        **_place(work.place),
        "kind": "work",
        "entity": work.entity,
        "title": work.title,
        "authors": list(work.authors),
        "first_published": work.first_published,
        "evidence": [evidence_object(evidence) for evidence in work.evidence],
    }


def _finding(finding: FindingLine) -> Object:
    suggestion = finding.suggestion
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        **_place(finding.place),
        "claims": list(finding.claims),
        "evidence": [evidence_object(evidence) for evidence in finding.evidence],
        "conflict": [{"origin": step.origin, "says": step.says} for step in finding.conflict],
        "suggestion": {
            "start": suggestion.start,
            "end": suggestion.end,
            "replacement": suggestion.replacement,
        }
        if suggestion is not None
        else None,
    }


def evidence_object(evidence: Evidence) -> Object:
    """A fact as evidence, with its sources and the other values on record."""
    return {
        "fact": evidence.fact,
        "type": evidence.type,
        "roles": {role: list(values) for role, values in evidence.roles.items()},
        "time": evidence.time,
        "rank": evidence.rank,
        "sources": source_objects(evidence.sources),
        "disputed": [
            {"time": value.time, "rank": value.rank, "sources": source_objects(value.sources)}
            for value in evidence.disputed
        ],
    }


def source_objects(sources: Sequence[SourceLine]) -> list[Object]:
    """Sources, the weightiest first."""
    return [
        {"id": s.id, "title": s.title, "kind": s.kind, "url": s.url, "pack": s.pack}
        for s in sources
    ]
