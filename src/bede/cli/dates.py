"""`bede dates`: every date that a text gives, as Bede reads it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from bede.cli.faults import BAD_INPUT
from bede.cli.output import put, terminal_width, wants_color

if TYPE_CHECKING:
    from bede.report.dates import DatedDocument

FORMATS = ("table", "text", "jsonl", "html")


@click.command(
    epilog="Exit code: 2 if an input or the usage was bad, else 0. An impossible date is shown "
    "as such; the command that judges it is bede check."
)
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    default="table",
    help="A table for people (the default; text means the same), a line of JSON for each "
    "expression, or a page with the dates marked.",
)
@click.option(
    "--place",
    metavar="NAME",
    help="The country whose calendar decides which reading of a day comes first.",
)
@click.option(
    "--calendar",
    metavar="NAME",
    help="The calendar, julian or gregorian, in which days without a mark are told from 1582 to "
    "1923, whatever the place.",
)
@click.option("--relations", is_flag=True, help='Also times told by an event: "after the war".')
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of the terminal.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
def dates(
    paths: tuple[str, ...],
    format_name: str,
    place: str | None,
    calendar: str | None,
    relations: bool,
    output: str | None,
    color: str,
) -> None:
    """Show every date in texts: PATHS are files, folders, or - for standard input."""
    from bede.checker import read_all
    from bede.report.dates import dated
    from bede.report.display import visible
    from bede.text.times import place_told, read_times_at

    where = place_told(place, calendar)  # before anything is read
    documents, problems = read_all(paths)
    found = [
        dated(document, read_times_at(document, where), relations=relations)
        for document in documents
    ]
    for problem in problems:
        click.echo(f"bede: {visible(str(problem))}", err=True)
    put(_shown(found, format_name, to_terminal=output is None, color=color), output)
    if format_name == "jsonl":
        _tell_impossible(found)
    sys.exit(BAD_INPUT if problems else 0)


def _shown(
    found: Sequence[DatedDocument], format_name: str, *, to_terminal: bool, color: str
) -> str:
    if format_name == "jsonl":
        from bede.report.dates import jsonl

        return jsonl.render(found)
    if format_name == "html":
        from bede.report.dates import html

        return html.render(found)
    from bede.report.dates import table

    return table.render(
        found,
        width=terminal_width() if to_terminal else None,
        color=to_terminal and wants_color(color),
    )


def _tell_impossible(found: Sequence[DatedDocument]) -> None:
    """On standard error: the lines of the output are expressions, and these are none."""
    from bede.report.display import one_line, visible

    for one in found:
        for fault in one.impossible:
            told = f"{one.place(fault)}: impossible date “{fault.text}”: {fault.cause}"
            click.echo(one_line(visible(told)), err=True)
