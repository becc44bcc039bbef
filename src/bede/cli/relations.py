"""`bede relations`: who stands how to whom in texts, drawn."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from bede.cli.accounts import EPILOG, accounts_of
from bede.cli.choosing import reference_options
from bede.cli.faults import BAD_INPUT
from bede.cli.options import format_option, jobs_option, theme_option
from bede.cli.output import format_of, put, put_bytes
from bede.errors import UsageError

if TYPE_CHECKING:
    from bede.report import Report
    from bede.report.relations import Graph

FORMATS = ("html", "svg", "png", "json", "graphml")


@click.command(epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Where to write; the ending chooses the format: .html (a page to look around in), .svg, "
    ".png, .json (nodes and links) or .graphml (for Gephi, yEd, Cytoscape).",
)
@format_option(FORMATS)
@theme_option
@click.option(
    "--most",
    type=click.IntRange(min=2, max=500),
    metavar="N",
    default=150,
    show_default=True,
    help="How many names to draw at most: the best connected.",
)
@click.option(
    "--text-only", is_flag=True, help="Only what the texts tell, not what the reference knows."
)
@jobs_option("What is drawn")
@reference_options
def relations(
    paths: tuple[str, ...],
    output: str | None,
    format_name: str | None,
    theme: str,
    most: int,
    text_only: bool,
    jobs: int | None,
    reference: tuple[str, ...],
    trust: tuple[str, ...],
) -> None:
    """Draw who founded, joined, expelled, opposed or wrote whom and what.

    PATHS are files, folders (searched for texts), or - for standard input; several texts make one
    picture. Each line tells whether the reference supports or contradicts it; thin lines are what
    only the reference knows of two whom the texts name.
    """
    form = format_name or format_of(output, FORMATS, or_else=", or --format")
    report = accounts_of(paths, reference, trust, jobs)
    from bede.report.relations import build_relations

    documents = list(enumerate(report.documents, 1))
    graph = build_relations(documents, most=most, known=not text_only)
    _write(report, graph, form, output, theme)
    sys.exit(BAD_INPUT if report.problems else 0)


def _write(report: Report, graph: Graph | None, form: str, output: str | None, theme: str) -> None:
    if form == "html":
        from bede.report.relations.page import render

        put(render(report, graph), output)
        return
    if graph is None:
        paths = [document.path for document in report.documents]
        raise UsageError(
            "no two whom the text names stand in a relation",
            path=paths[0] if len(paths) == 1 else None,
            remedy="write .html for a page that says so",
        )
    if form in ("svg", "png"):
        from bede.report.relations.alone import png, svg

        if form == "svg":
            put(svg(graph, theme=theme), output)
        else:
            put_bytes(png(graph, theme=theme), output)
    else:
        from bede.report.relations.files import render_graphml, render_json

        put(render_json(graph) if form == "json" else render_graphml(graph), output)
