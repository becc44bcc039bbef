"""`bede timeline`: what texts say beside what the reference says, drawn."""

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
    from bede.report.timeline import Timeline

FORMATS = ("html", "svg", "png", "json", "ics")
SINGLE = ("svg", "png")
"""The formats that hold one picture."""


@click.command(epilog=EPILOG)
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Where to write; the ending chooses the format: .html (a page to zoom and filter), .svg, "
    ".png, .json (for TimelineJS) or .ics (for a calendar).",
)
@format_option(FORMATS)
@click.option("--from", "first", metavar="DATE", help="Leave out what ended before (1926, -0044).")
@click.option("--to", "last", metavar="DATE", help="Leave out what began after (1940-08-21).")
@theme_option
@click.option(
    "--width",
    type=click.IntRange(min=600, max=20_000),
    metavar="PIXELS",
    default=1280,
    show_default=True,
    help="Of an svg; a png has twice as many.",
)
@jobs_option("What is drawn")
@reference_options
def timeline(
    paths: tuple[str, ...],
    output: str | None,
    format_name: str | None,
    first: str | None,
    last: str | None,
    theme: str,
    width: int,
    jobs: int | None,
    reference: tuple[str, ...],
    trust: tuple[str, ...],
) -> None:
    """Draw what texts say beside what the reference says, on a line of time.

    PATHS are files, folders (searched for texts), or - for standard input. A wrong date is seen
    as a gap, and what is uncertain is drawn as uncertain.
    """
    form = format_name or format_of(output, FORMATS, or_else=", or --format")
    bounds = (_day(first, "--from", last=False), _day(last, "--to", last=True))
    if None not in bounds and bounds[0] > bounds[1]:  # type: ignore[operator]  # no None
        raise UsageError(f"--from {first} is after --to {last}", remedy="exchange the two")
    report = accounts_of(paths, reference, trust, jobs)
    if form in SINGLE and len(report.documents) > 1:
        raise UsageError(
            f"{len(report.documents)} texts do not go into one .{form}",
            remedy="draw one at a time, or write .html",
        )
    _write(report, bounds, form, output, theme, width)
    sys.exit(BAD_INPUT if report.problems else 0)


def _write(
    report: Report,
    bounds: tuple[int | None, int | None],
    form: str,
    output: str | None,
    theme: str,
    width: int,
) -> None:
    from bede.report.checked.page import title_of
    from bede.report.timeline import build_timeline, page
    from bede.report.timeline.alone import png, svg
    from bede.report.timeline.ics import render as calendar
    from bede.report.timeline.storyjs import render as story

    drawn = [
        page.Drawn(title_of(one.account.document), build_timeline(one, number, bounds=bounds))
        for number, one in enumerate(report.documents, 1)
        if one.account is not None
    ]
    known = [one.timeline for one in drawn if one.timeline is not None]
    if form == "html":
        put(page.render(report, drawn), output)
    elif form == "json":
        put(story(known), output)
    elif form == "ics":
        entries, left = calendar(known)
        put_bytes(entries, output)
        for reason, number in left.items():
            click.echo(f"bede: {number} left out of the calendar: {reason}", err=True)
    else:
        one = _only(known, paths=[document.path for document in report.documents])
        if form == "svg":
            put(svg(one, theme=theme, width=width), output)
        else:
            put_bytes(png(one, theme=theme, width=width), output)


def _only(known: list[Timeline], paths: list[str]) -> Timeline:
    if not known:
        raise UsageError(
            "no statement has a date that can be drawn",
            path=paths[0] if paths else None,
            remedy="write .html for a page that says so",
        )
    return known[0]


def _day(text: str | None, option: str, *, last: bool) -> int | None:
    """The first or last day of a date in EDTF."""
    if text is None:
        return None
    from bede.chronology import parse_edtf
    from bede.errors import ChronologyError

    try:
        hull = parse_edtf(text).hull
    except ChronologyError as error:
        raise UsageError(
            f"{option} {text!r} is no date", remedy="write a year, a month or a day: 1926-10-23"
        ) from error
    day = hull[1] if last else hull[0]
    if day is None:
        raise UsageError(f"{option} {text!r} is open on that side", remedy="write a year")
    return day
