"""`bede check`: the main command."""

from __future__ import annotations

import sys

import click

from bede.cli.challenges import read_challenges, tell_stale
from bede.cli.choosing import choose
from bede.cli.options import jobs_option
from bede.cli.output import put, report_width, wants_color
from bede.cli.settings import judging_options, settings_of

FILE_WIDTH = 100
"""Columns of a report that is written to a file."""


@click.command(
    epilog="Exit code: 2 if an input or the usage was bad, else 1 if there is an error, else 0."
)
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--format",
    "format_name",
    default="text",
    metavar="NAME",
    help="text (the default), html (a page) or json.",
)
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of the terminal.")
@click.option("--select", multiple=True, metavar="RULE", help="Tell findings of these rules only.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave findings of these rules out.")
@click.option(
    "--challenges",
    multiple=True,
    metavar="PATH",
    help="Findings that a historian holds to be wrong: a challenges.yaml, or a pack that has one.",
)
@click.option("-v", "--verbose", is_flag=True, help="Also tell what is supported, open, skipped.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are errors.")
@jobs_option("The report")
@judging_options
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
def check(
    paths: tuple[str, ...],
    format_name: str,
    output: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    challenges: tuple[str, ...],
    verbose: bool,
    exit_zero: bool,
    jobs: int | None,
    reference: tuple[str, ...],
    trust: tuple[str, ...],
    assume_complete: bool,
    parameters: tuple[str, ...],
    today: str | None,
    color: str,
) -> None:
    """Check texts: PATHS are files, folders (searched for texts), or - for standard input."""
    from bede.checker import check as check_paths
    from bede.config import Config
    from bede.errors import UsageError
    from bede.report import Look, formats
    from bede.report.display import visible

    if format_name not in formats():
        known = ", ".join(formats())
        raise UsageError(f"there is no report format {format_name!r}", remedy=f"use one of {known}")
    chosen = choose(reference, trust)
    config = Config(
        reference=chosen.paths,
        trust=chosen.trust,
        only=frozenset(_names(select)),
        without=frozenset(_names(ignore)),
        judging=settings_of(assume_complete, parameters, today),
        challenges=read_challenges(challenges),
    )
    progress = _progress if sys.stderr.isatty() else None
    accounts = formats()[format_name].needs_account
    report = check_paths(paths, config, progress=progress, jobs=jobs, accounts=accounts)
    width = report_width() if output is None else FILE_WIDTH
    look = Look(verbose=verbose, color=wants_color(color) and output is None, width=width)
    for problem in report.problems:
        click.echo(f"bede: {visible(str(problem))}", err=True)
    tell_stale(config.challenges, report)
    put(formats()[format_name].render(report, look), output)
    sys.exit(0 if exit_zero and report.exit_code == 1 else report.exit_code)


def _names(values: tuple[str, ...]) -> list[str]:
    """Rule names, given one by one or with commas."""
    return [name.strip() for value in values for name in value.split(",") if name.strip()]


def _progress(done: int, total: int, path: str) -> None:
    """One line that is written over, for runs over many documents."""
    if total > 1:
        line = f"  {done}/{total} {path}"[:78]
        click.echo(
            f"\r{line:<78}" + ("\r" + " " * 78 + "\r" if done == total else ""), err=True, nl=False
        )
