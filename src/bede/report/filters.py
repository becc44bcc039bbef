"""Choosing which findings are told, in separate steps."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from bede.catalog import rules
from bede.errors import UsageError
from bede.report.values import DocumentReport


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
