"""`bede map`: the places of texts, for programs that draw maps."""

from __future__ import annotations

import sys

import click

from bede.cli.accounts import EPILOG, accounts_of
from bede.cli.choosing import reference_options
from bede.cli.faults import BAD_INPUT
from bede.cli.options import jobs_option
from bede.cli.output import format_of, put
from bede.errors import UsageError

FORMATS = ("geojson", "json")


@click.command("map", epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "-o", "--output", metavar="FILE.geojson", help="Where to write; without it, standard output."
)
@jobs_option("What is written")
@reference_options
def map_(
    paths: tuple[str, ...],
    output: str | None,
    jobs: int | None,
    reference: tuple[str, ...],
    trust: tuple[str, ...],
) -> None:
    """Write the places of texts for a map, with what is told of them and its verdict.

    PATHS are files, folders (searched for texts), or - for standard input. The result is GeoJSON,
    which geojson.io, QGIS, Leaflet and many others draw. The coordinates are those of the
    reference; a place without any is written without a point.
    """
    format_of(output, FORMATS)
    report = accounts_of(paths, reference, trust, jobs)
    from bede.report.places import places_of, render, unlocated

    places = places_of(report.documents)
    if not places:
        names = [document.path for document in report.documents]
        raise UsageError(
            "no place is named that the reference knows",
            path=names[0] if len(names) == 1 else None,
            remedy="see which names are linked with bede names, or give another --reference",
        )
    put(render(places), output)
    missing = unlocated(places)
    if missing:
        click.echo(f"bede: {missing}", err=True)
    sys.exit(BAD_INPUT if report.problems else 0)
