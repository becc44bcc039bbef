"""The chain for programs: one object, with claims as the report of `bede check` has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bede.report.cited import Evidence
from bede.report.objects import Object, claim_object, to_json
from bede.report.values import FindingLine, Place
from bede.report.why.values import Chain, Closing, OrderRead, PartRead, RoleRead, TimeRead, Why


def render(why: Why) -> str:
    """All steps as JSON on several lines; every object has all its keys, always in one order."""
    return to_json(why_object(why), indent=2) + "\n"


def why_object(why: Why) -> Object:
    """The whole answer."""
    basis, spot = why.basis, why.spot
    name, version = basis.parser
    return {
        "bede": basis.version,
        "parser": {"name": name, "version": version},
        "reference": {
            "packs": [{"name": pack, "version": number} for pack, number in basis.packs],
            "hash": basis.reference_hash,
        },
        "path": spot.path,
        "line": spot.line,
        "column": spot.column,
        "text": why.text,
        "silence": why.silence or None,
        "statements": [_chain(chain) for chain in why.chains],
        "findings": [_finding(finding) for finding in why.findings],
        "passed_over": [
            {**_place(one.place), "type": one.type, "reason": one.reason} for one in why.passed_over
        ],
    }


def _chain(chain: Chain) -> Object:
    facts = [*(one.evidence for one in chain.tried), *chain.aside]
    evidence = _evidence(chain, facts)
    return {
        "claim": claim_object(chain.claim),
        "gloss": chain.gloss,
        "roles": [_role(role) for role in chain.roles],
        "time": _time(chain.time) if chain.time is not None else None,
        "lengths": [
            {"kind": one.kind, "text": one.text, "person": one.person} for one in chain.lengths
        ],
        "manner": chain.manner,
        "not_told": list(chain.unsaid),
        "searched": list(chain.searched),
        "tried": [
            {
                "evidence": shown,
                "says": one.evidence.says,
                "parts": [_part(part) for part in one.parts],
                "against": list(one.against),
                "decides": one.decides,
            }
            for one, shown in zip(chain.tried, evidence, strict=False)
        ],
        "untried": chain.untried or None,
        "set_aside": evidence[len(chain.tried) :],
        "closure": _closing(chain.closing) if chain.closing is not None else None,
        "verdict": chain.claim.verdict,
        "because": chain.because or None,
        "orders": [_order(order) for order in chain.orders],
        "findings": [_finding(finding) for finding in chain.findings],
    }


def _evidence(chain: Chain, facts: Sequence[Evidence]) -> list[object]:
    """Facts as a report has them, each where it stands in `facts`."""
    listed = claim_object(replace(chain.claim, evidence=tuple(facts)))["evidence"]
    return listed if isinstance(listed, list) else []


def _place(place: Place) -> Object:
    return {
        "text": place.text,
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
    }


def _role(role: RoleRead) -> Object:
    return {
        "role": role.role,
        **_place(role.place),
        "key": role.key,
        "resolved": role.resolved,
        "entities": [{"id": one.id, "label": one.label, "kind": one.kind} for one in role.meant],
        "reason": role.reason or None,
    }


def _time(time: TimeRead) -> Object:
    return {
        **_place(time.place),
        "before": time.before or None,
        "edtf": time.edtf,
        "readings": [
            {"says": one.words, "from": list(one.begin), "to": list(one.finish)}
            for one in time.readings
        ],
        "remark": time.remark or None,
    }


def _part(part: PartRead) -> Object:
    return {
        "part": part.part,
        "stated": part.stated,
        "answer": part.answer,
        "recorded": part.recorded,
        "remark": part.remark or None,
    }


def _closing(closing: Closing) -> Object:
    return {
        "closed": closing.closure,
        "because": closing.because,
        "statements": [
            {
                "id": one.id,
                "complete": one.complete,
                "basis": one.basis,
                "sources": one.citation or None,
            }
            for one in closing.statements
        ],
    }


def _order(order: OrderRead) -> Object:
    return {
        "kind": order.kind,
        **_place(order.words),
        "from": _place(order.source),
        "to": _place(order.target),
        "others": [_place(other) for other in order.others],
        "verdict": order.verdict,
        "reason": order.reason or None,
        "facts": list(order.facts),
    }


def _finding(finding: FindingLine) -> Object:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        **_place(finding.place),
        "claims": list(finding.claims),
        "conflict": [{"origin": step.origin, "says": step.says} for step in finding.conflict],
    }
