"""What the commands that draw have in common: texts are checked, and their accounts kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bede.cli.choosing import choose
from bede.cli.faults import BAD_INPUT

if TYPE_CHECKING:
    from bede.report import Report

EPILOG = "Exit code: 2 if an input or the usage was bad, else 0. What is wrong is for bede check."


def accounts_of(
    paths: tuple[str, ...], reference: tuple[str, ...], trust: tuple[str, ...], jobs: int | None
) -> Report:
    """Check texts and keep all that it takes to show them; say what could not be read.

    Args:
        paths: files, folders, or - for standard input.
        reference: as on the command line.
        trust: as on the command line.
        jobs: how many processes read.

    Raises:
        Exit: no text could be read, so that there is nothing to show.
    """
    from bede.checker import check
    from bede.config import Config
    from bede.report.display import visible

    chosen = choose(reference, trust)
    config = Config(reference=chosen.paths, trust=chosen.trust)
    report = check(paths, config, jobs=jobs, accounts=True)
    for problem in report.problems:
        click.echo(f"bede: {visible(str(problem))}", err=True)
    if not report.documents:
        raise click.exceptions.Exit(BAD_INPUT)  # what is there stays as it is
    return report
