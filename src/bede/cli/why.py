"""`bede why`: the whole chain for the statements of a line."""

from __future__ import annotations

import click

from bede.cli.choosing import choose
from bede.cli.output import put, report_width, wants_color
from bede.cli.settings import judging_options, settings_of


@click.command(
    context_settings={"ignore_unknown_options": True},  # "-:3" is a place, not an option
    epilog="Exit code: 2 if the text cannot be read, has no such line, or the usage was bad, else "
    "0. Findings are shown, not counted.",
)
@click.argument("place", metavar="FILE:LINE[:COLUMN]")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    help="For people (the default) or an object for programs.",
)
@judging_options
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
def why(
    place: str,
    format_name: str,
    reference: tuple[str, ...],
    trust: tuple[str, ...],
    assume_complete: bool,
    parameters: tuple[str, ...],
    today: str | None,
    color: str,
) -> None:
    """Say why a line was judged as it was, step by step.

    Shows for each statement of the line what was read, which facts were tried, how far the
    reference knows all there is to know, the verdict, and the findings; and what was passed over.

    FILE is a text, or - for standard input. A column, as bede check writes it, asks for the
    statement there alone.
    """
    if place.startswith("-") and not place.startswith("-:"):
        raise click.NoSuchOption(place)
    from bede.checker import explain_line
    from bede.config import Config
    from bede.report.format import Look
    from bede.report.why import json, read_spot, text

    spot = read_spot(place)
    judging = settings_of(assume_complete, parameters, today)
    chosen = choose(reference, trust)
    config = Config(reference=chosen.paths, trust=chosen.trust, judging=judging)
    found = explain_line(spot, config)
    if format_name == "json":
        put(json.render(found), None)
        return
    put(text.render(found, Look(color=wants_color(color), width=report_width())), None)
