"""Challenges on the command line: read before a check, and told if they met nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bede.cli.faults import fail

if TYPE_CHECKING:
    from bede.evidence.challenge import Challenge
    from bede.report import Report


def read_challenges(paths: Sequence[str]) -> tuple[Challenge, ...]:
    """The challenges of files or packs; what is faulty ends the program, one line each."""
    from bede.evidence.pack import FaultyPackError
    from bede.evidence.pack_challenges import challenges_in

    read = [challenges_in(Path(path)) for path in paths]
    if errors := [error for _, faults in read for error in faults]:
        fail(FaultyPackError(errors))
    return tuple(challenge for found, _ in read for challenge in found)


def tell_stale(challenges: Sequence[Challenge], report: Report) -> None:
    """Say on standard error which challenges met no finding."""
    from bede.evidence.pack_challenges import stale
    from bede.report.display import visible

    met = [finding.challenge for document in report.documents for finding in document.findings]
    for one in stale(challenges, [challenge for challenge in met if challenge is not None]):
        line = f"bede: {one.path}:{one.line}: this challenge met no finding of {one.rule}"
        click.echo(visible(f"{line}; remove it if the text was mended"), err=True)
