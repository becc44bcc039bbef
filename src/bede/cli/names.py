"""`bede names`: who and what a text names, and whom Bede takes each name for."""

from __future__ import annotations

import sys

import click

from bede.cli.choosing import choose, reference_options
from bede.cli.faults import BAD_INPUT
from bede.cli.options import jobs_option
from bede.cli.output import put, terminal_width, wants_color

FORMATS = ("table", "text", "jsonl")


@click.command(epilog="Exit code: 2 if an input or the usage was bad, else 0.")
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    default="table",
    help="The cast of the text as a table (the default; text means the same), or a line of JSON "
    "for each place where it names something.",
)
@jobs_option("What is found")
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of the terminal.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
@reference_options
def names(
    paths: tuple[str, ...],
    format_name: str,
    jobs: int | None,
    output: str | None,
    color: str,
    reference: tuple[str, ...],
    trust: tuple[str, ...],
) -> None:
    """Show whom and what texts name: PATHS are files, folders, or - for standard input."""
    from bede.checker.naming import read_names
    from bede.config import Config
    from bede.report.display import visible
    from bede.report.names import jsonl, table

    chosen = choose(reference, trust)
    config = Config(reference=chosen.paths, trust=chosen.trust)
    documents, problems = read_names(paths, config, jobs=jobs)
    if format_name == "jsonl":
        shown = jsonl.render(documents)
    else:
        width = terminal_width() if output is None else None
        shown = table.render(documents, width=width, color=output is None and wants_color(color))
    for problem in problems:
        click.echo(f"bede: {visible(str(problem))}", err=True)
    put(shown, output)
    sys.exit(BAD_INPUT if problems else 0)
