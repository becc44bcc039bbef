"""`bede tighten`: the tightest span of each event and lifetime that follows from what is told."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bede.cli.choosing import choose, reference_options
from bede.cli.output import put, terminal_width


@click.command(epilog="Exit code: 2 if an input or the usage was bad, else 0.")
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["table", "json"]),
    default="table",
    help="A table for people (the default), or one JSON object.",
)
@click.option("--because", is_flag=True, help="Also tell what gives each bound.")
@reference_options
@click.option("--no-reference", is_flag=True, help="What follows from the text alone.")
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of the terminal.")
def tighten(
    paths: tuple[str, ...],
    format_name: str,
    because: bool,
    reference: tuple[str, ...],
    trust: tuple[str, ...],
    no_reference: bool,
    output: str | None,
) -> None:
    """Show the tightest spans that follow from PATHS: texts, folders of them, or packs of facts."""
    from bede.checker.tightening import tighten_packs, tighten_texts
    from bede.config import Config
    from bede.errors import UsageError
    from bede.evidence.pack import FaultyPackError
    from bede.report.display import visible
    from bede.report.tightening import json, table

    if (reference or trust) and no_reference:
        raise UsageError("--reference and --no-reference exclude each other", remedy="give one")
    packs = [Path(path) for path in paths if (Path(path) / "pack.toml").is_file()]
    texts = [path for path in paths if Path(path) not in packs]
    problems: list[Exception] = []
    found = []
    for pack in packs:
        try:
            found.append(tighten_packs([pack]))
        except FaultyPackError as error:
            problems += error.errors
    if texts:
        chosen = None if no_reference else choose(reference, trust)
        config = None if chosen is None else Config(reference=chosen.paths, trust=chosen.trust)
        documents, unread = tighten_texts(texts, config, alone=no_reference)
        found += documents
        problems += unread
    if format_name == "json":
        put(json.render(found), output)
    else:
        width = terminal_width() if output is None else None
        put(table.render(found, because=because, width=width), output)
    for problem in problems:
        click.echo(f"bede: {visible(str(problem))}", err=True)
    sys.exit(2 if problems else 0)
