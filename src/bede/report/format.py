"""What a report format is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bede.report.values import Report


@dataclass(frozen=True, slots=True)
class Look:
    """How the reader wants it.

    Attributes:
        verbose: also supported, open and skipped claims, with evidence.
        color: whether the output is a terminal that shows colour.
        width: columns of that terminal.
    """

    verbose: bool = False
    color: bool = False
    width: int = 100


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """One way of showing a report.

    Attributes:
        name: what the user calls it.
        summary: what it is, in a line.
        render: a function of the report alone.
        needs_account: whether it shows the texts themselves, so that each document of the report
            must come with its account.
    """

    name: str
    summary: str
    render: Callable[[Report, Look], str]
    needs_account: bool = False
