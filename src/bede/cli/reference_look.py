"""`bede reference info|search|show|verify|use`: looking into references, and choosing them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from bede.cli.choosing import (
    DEFAULT,
    choose,
    clear_choice,
    reference_options,
    write_choice,
)
from bede.cli.faults import BAD_INPUT
from bede.cli.output import put, report_width, terminal_width, wants_color

if TYPE_CHECKING:
    from bede.evidence import Reference
    from bede.evidence.finding import Found

SEVERAL = 1
_MOST_CHOICES = 20
_MOST_NEAR = 5

_format_option = click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    help="For people (the default) or an object for programs.",
)
_color_option = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto"
)


@click.command("info")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@_format_option
def info(files: tuple[str, ...], format_name: str) -> None:
    """Say what the references FILE are made of; without one, which are in use here, and why."""
    from bede.evidence import open_reference, open_references
    from bede.report.reference import inuse

    chosen = choose(files, ())
    parts = []
    for path in chosen.paths or (DEFAULT,):
        with open_reference(None if path == DEFAULT else path) as opened:
            parts.append(opened.info)
    with open_references(chosen.paths, chosen.trust) as whole:
        told = (whole.info, parts, chosen.because, chosen.trust)
    put(inuse.render_json(*told) if format_name == "json" else inuse.render(*told), None)


@click.command("search", epilog="Exit code: 2 if nothing is found or the usage was bad, else 0.")
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--limit",
    type=click.IntRange(min=1, max=1000),
    default=_MOST_CHOICES,
    help="How many to show at most.",
)
@reference_options
@_format_option
@_color_option
def search(
    words: tuple[str, ...],
    limit: int,
    reference: tuple[str, ...],
    trust: tuple[str, ...],
    format_name: str,
    color: str,
) -> None:
    """Find people and things by WORDS of a name, in any spelling the reference knows."""
    from bede.evidence import open_references
    from bede.evidence.finding import find

    chosen = choose(reference, trust)
    text = " ".join(words)
    with open_references(chosen.paths, chosen.trust) as opened:
        found = find(text, opened, limit=limit)
        _refuse_unknown(text, found, opened)
        _put_list(found, opened, format_name, color)


@click.command(
    "show",
    epilog="Exit code: 2 if nothing of that name is known or the usage was bad, 1 if several bear "
    "the name, else 0.",
)
@click.argument("name", nargs=-1, required=True)
@click.option("--brief", is_flag=True, help="Leave the sources out.")
@reference_options
@_format_option
@_color_option
def show(
    name: tuple[str, ...],
    brief: bool,
    reference: tuple[str, ...],
    trust: tuple[str, ...],
    format_name: str,
    color: str,
) -> None:
    """Show all that is known of one person or thing: NAME is a name or an id.

    Where several bear the name they are listed, and the id tells which is meant.
    """
    from bede.evidence import open_references
    from bede.evidence.finding import meant
    from bede.report.reference import page_of
    from bede.report.reference.json import render as render_json
    from bede.report.reference.page import render

    chosen = choose(reference, trust)
    text = " ".join(name)
    with open_references(chosen.paths, chosen.trust) as opened:
        found = meant(text, opened, limit=_MOST_CHOICES)
        _refuse_unknown(text, found, opened)
        if len(found) > 1:
            _put_list(found, opened, format_name, color)
            number = f"{len(found)} or more" if len(found) == _MOST_CHOICES else f"{len(found)}"
            click.echo(f"bede: {number} fit {text!r}; show one by its id", err=True)
            sys.exit(SEVERAL)
        page = page_of(found[0].entity, opened)
    if format_name == "json":
        put(render_json(page), None)
    else:
        put(render(page, width=report_width(), color=wants_color(color), brief=brief), None)


@click.command("verify", epilog="Exit code: 2 if a file is not sound, else 0.")
@click.argument("files", nargs=-1, metavar="[FILE]...")
def verify(files: tuple[str, ...]) -> None:
    """Go through references FILE (without one: those in use) and say whether they are sound.

    Reads the whole file: its pages, every reference between its tables, and the content hash.
    """
    from bede.errors import BedeError
    from bede.evidence import open_reference
    from bede.report.display import visible

    faulty = False
    for path in choose(files, ()).paths or (DEFAULT,):
        try:
            with open_reference(None if path == DEFAULT else path) as opened:
                faults = [f"{path}: {fault}" for fault in opened.verify()]
                digest = opened.info.hash
        except BedeError as error:
            faults = [str(error)]
        for fault in faults:
            click.echo(f"bede: {visible(fault)}", err=True)
        if not faults:
            click.echo(f"{visible(path)}: sound ({digest[:12]})")
        faulty = faulty or bool(faults)
    sys.exit(BAD_INPUT if faulty else 0)


@click.command("use")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option(
    "--trust",
    multiple=True,
    metavar="NAME=LEVEL",
    help="Trust in a reference or a source: high (the default), medium, or weak, which never "
    "accuses.",
)
@click.option("--clear", is_flag=True, help="Go back to Bede's own reference.")
def use(files: tuple[str, ...], trust: tuple[str, ...], clear: bool) -> None:
    """Use the references FILE from now on, wherever no others are named.

    The first goes before the second, and so on; "default" names Bede's own. A file bede.toml in
    the current folder goes before this choice.
    """
    from bede.errors import UsageError
    from bede.evidence import open_references
    from bede.evidence.several import read_trust
    from bede.report.display import visible

    if clear == bool(files) or (clear and trust):
        raise UsageError("name the references to use, or --clear", remedy="give one of the two")
    if clear:
        click.echo("from now on: default" if clear_choice() else "there was no choice to clear")
        return
    levels = read_trust(trust)
    open_references(files, levels).close()
    write_choice(files, levels)
    click.echo(f"from now on: {visible(', '.join(files))}")


def _put_list(found: Sequence[Found], opened: Reference, format_name: str, color: str) -> None:
    from bede.report.reference import list_of, table
    from bede.report.reference.json import render_list

    lines = list_of(found, opened)
    if format_name == "json":
        put(render_list(lines), None)
    else:
        put(table.render(lines, width=terminal_width(), color=wants_color(color)), None)


def _refuse_unknown(text: str, found: Sequence[Found], opened: Reference) -> None:
    """Stop where nothing was found, naming what is nearest to it."""
    from bede.errors import UsageError
    from bede.evidence.finding import nearest

    if found:
        return
    near = ", ".join(
        f"{one.entity.label} ({one.entity.id})" for one in nearest(text, opened, limit=_MOST_NEAR)
    )
    remedy = f"did you mean {near}?" if near else "try another spelling, or: bede reference search"
    raise UsageError(f"the reference knows nothing by the name {text!r}", remedy=remedy)


LOOKING = (info, search, show, verify, use)
"""The commands of this module, in the order of the help."""
