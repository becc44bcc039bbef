"""`bede claims`: what Bede read of a text, claim by claim."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from bede.cli.faults import BAD_INPUT
from bede.cli.options import jobs_option
from bede.cli.output import put, terminal_width, wants_color

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bede.report import Problem
    from bede.report.claims import Choice

FORMATS = ("table", "text", "jsonl", "html")
MODALITIES = ("asserted", "negated", "hedged", "attributed")


@click.command(
    epilog="Exit code: 2 if an input or the usage was bad, else 0. The command that judges what "
    "was read is bede check."
)
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    default="table",
    help="A table for people (the default; text means the same), a line of JSON for each claim, "
    "or a page with the claims marked.",
)
@click.option("--type", "types", multiple=True, metavar="TYPE", help="Claims of these types only.")
@click.option(
    "--modality",
    "modalities",
    multiple=True,
    type=click.Choice(MODALITIES),
    help="Claims that are stated so only.",
)
@click.option(
    "--skipped", is_flag=True, help="Also words that made no claim, and why; not as JSON lines."
)
@jobs_option("What is read")
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of the terminal.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
def claims(
    paths: tuple[str, ...],
    format_name: str,
    types: tuple[str, ...],
    modalities: tuple[str, ...],
    skipped: bool,
    jobs: int | None,
    output: str | None,
    color: str,
) -> None:
    """Show every claim that texts make: PATHS are files, folders, or - for standard input."""
    from bede.errors import UsageError
    from bede.report.claims import Choice
    from bede.report.claims.values import check_types
    from bede.report.display import visible

    wanted = [name.strip() for value in types for name in value.split(",") if name.strip()]
    check_types(wanted)  # before anything is read
    if skipped and format_name == "jsonl":
        raise UsageError(
            "a skipped word is no claim, so --skipped has no JSON line",
            remedy="leave it out, or choose the table or the page",
        )
    choice = Choice(frozenset(wanted), frozenset(modalities), skipped)
    width = terminal_width() if output is None else None
    colored = output is None and wants_color(color)
    shown, problems = _shown(paths, format_name, choice, jobs=jobs, width=width, color=colored)
    for problem in problems:
        click.echo(f"bede: {visible(str(problem))}", err=True)
    put(shown, output)
    sys.exit(BAD_INPUT if problems else 0)


def _shown(
    paths: tuple[str, ...],
    format_name: str,
    choice: Choice,
    *,
    jobs: int | None,
    width: int | None,
    color: bool,
) -> tuple[str, Sequence[Problem]]:
    if format_name == "jsonl":
        from bede.checker import check
        from bede.report.claims import jsonl

        report = check(paths, jobs=jobs)
        return jsonl.render(report, choice), report.problems
    from bede.checker.claiming import read_claimed

    documents, problems = read_claimed(paths, choice, jobs=jobs)
    if format_name == "html":
        from bede.report.claims import html

        return html.render(documents, skipped=choice.skipped), problems
    from bede.report.claims import table

    return table.render(documents, width=width, color=color), problems
