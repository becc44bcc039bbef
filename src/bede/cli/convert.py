"""`bede convert`: one date in every calendar that Bede knows."""

from __future__ import annotations

import click

from bede.cli.output import put, terminal_width, wants_color

_LONGEST = 200


@click.command(
    context_settings={"ignore_unknown_options": True},  # a year before Christ is no option
    epilog="Exit code: 2 if there is no such date or the usage was bad, else 0.",
)
@click.argument("date", nargs=-1, required=True)
@click.option(
    "--from",
    "source",
    metavar="CALENDAR",
    help="The calendar in which DATE is told; without it an unmarked day of 1582 to 1923 is read "
    "in both.",
)
@click.option(
    "--to",
    "targets",
    multiple=True,
    metavar="CALENDAR",
    help="Show this calendar only; can be given several times.",
)
@click.option(
    "--place",
    metavar="NAME",
    help="The country whose calendar decides which reading of a day comes first.",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    help="A table for people (the default) or an object for programs.",
)
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
def convert(
    date: tuple[str, ...],
    source: str | None,
    targets: tuple[str, ...],
    place: str | None,
    format_name: str,
    color: str,
) -> None:
    """Show DATE in other calendars, with its day of the week and its Julian Day Number.

    DATE is year-month-day, year-month or a year as numbers, or a date in words.
    """
    from bede.report.conversion import SOURCES, calendar_named, json, read_date, text

    told = _date(date)
    calendar = None if source is None else calendar_named(source, SOURCES)
    names = (name for value in targets for name in value.split(","))
    wanted = tuple(dict.fromkeys(calendar_named(name) for name in names))
    found = read_date(told, source=calendar, place=place)
    if format_name == "json":
        put(json.render(found, wanted=wanted), None)
        return
    shown = text.render(found, wanted=wanted, width=terminal_width(), color=wants_color(color))
    put(shown, None)


def _date(words: tuple[str, ...]) -> str:
    """The words as one line.

    Raises:
        NoSuchOption: a word that was meant as an option.
        UsageError: more words than a date can have.
    """
    from bede.errors import UsageError

    for word in words:
        if word.startswith("-") and not word[1:2].isdigit():
            raise click.NoSuchOption(word)
    told = " ".join(" ".join(words).split())
    if len(told) > _LONGEST:
        raise UsageError(
            f"a date of {len(told)} characters is too long",
            remedy=f"give one date in at most {_LONGEST} characters; whole texts are read by "
            "bede dates",
        )
    return told
