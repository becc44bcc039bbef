"""Choosing which findings are told, in separate steps."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from bede.catalog import Severity, rules
from bede.errors import UsageError
from bede.evidence.challenge import Challenge
from bede.report.values import DocumentReport, FindingLine


def check_rules(names: Collection[str]) -> None:
    """Refuse names of rules that do not exist.

    Raises:
        UsageError: a name is no rule; the message says which are.
    """
    for name in names:
        if name not in rules():
            raise UsageError(
                f"there is no rule {name!r}", remedy=f"use one of {', '.join(rules())}"
            )


def select(
    report: DocumentReport, *, only: Collection[str] = (), without: Collection[str] = ()
) -> DocumentReport:
    """Keep the findings of some rules.

    Args:
        report: the report of one document.
        only: rules to keep; empty: all.
        without: rules to leave out.
    """
    kept = tuple(
        finding
        for finding in report.findings
        if (not only or finding.rule in only) and finding.rule not in without
    )
    return replace(report, findings=kept)


def challenged(
    report: DocumentReport, text: str, challenges: Sequence[Challenge]
) -> DocumentReport:
    """Turn the findings that a historian holds to be wrong into notes that tell why.

    A challenge holds for findings of its rule inside the words that it quotes.

    Args:
        report: the report of one document.
        text: the text of the document.
        challenges: the challenges; of several for one finding the first counts.
    """
    if not challenges:
        return report
    places = [
        (challenge, [(found.start(), found.end()) for found in challenge.pattern.finditer(text)])
        for challenge in challenges
    ]

    def told(finding: FindingLine) -> FindingLine:
        at = finding.place.start
        for challenge, stretches in places:
            inside = any(start <= at < end for start, end in stretches)
            if inside and challenge.rule == finding.rule:
                by = f" by {challenge.by}" if challenge.by else ""
                return replace(
                    finding,
                    severity=Severity.NOTE,
                    message=f"{finding.message} (challenged{by}: {challenge.reason})",
                    suggestion=None,
                    challenge=challenge,
                )
        return finding

    return replace(report, findings=tuple(map(told, report.findings)))
