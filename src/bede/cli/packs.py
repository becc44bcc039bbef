"""`bede reference` and `bede pack`: from packs of facts to a compiled reference."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from bede.cli.output import put


@click.group()
def reference() -> None:
    """Build and inspect the compiled reference."""


@reference.command("build")
@click.argument("packs", nargs=-1, required=True)
@click.option("-o", "--output", required=True, metavar="FILE", help="The reference to write.")
def build(packs: tuple[str, ...], output: str) -> None:
    """Compile PACKS (folders) into one reference file, replacing it in one step."""
    from bede.catalog import roles_by_type
    from bede.evidence.build import build_reference
    from bede.evidence.pack import FaultyPackError

    try:
        info = build_reference([Path(pack) for pack in packs], Path(output), roles_by_type())
    except FaultyPackError as error:
        _fail(error)
    click.echo(f"{output}: {_packs(info.packs)} ({info.hash[:12]})")


@reference.command("info")
@click.argument("file", required=False)
def info(file: str | None) -> None:
    """Say which packs FILE (without it: Bede's own reference) was built from."""
    from bede.evidence import open_reference

    with open_reference(file) as opened:
        click.echo(f"packs: {_packs(opened.info.packs)}")
        click.echo(f"content hash: {opened.info.hash}")


@click.group()
def pack() -> None:
    """Work on packs of facts."""


@pack.command(
    "check",
    epilog="Exit code: 2 for a faulty pack, else 1 if facts clash, else 0. Where a fact of weak "
    "confidence takes part, that is a warning and does not count.",
)
@click.argument("folders", nargs=-1, required=True)
def check_command(folders: tuple[str, ...]) -> None:
    """Check packs (FOLDERS): each fault with its file and line, and facts that clash."""
    from bede.checker.packs import check_facts
    from bede.evidence.pack import FaultyPackError
    from bede.report.packs import render

    try:
        report = check_facts([Path(folder) for folder in folders])
    except FaultyPackError as error:
        _fail(error)
    put(render(report), None)
    sys.exit(report.exit_code)


def _packs(packs: tuple[tuple[str, str], ...]) -> str:
    return ", ".join(f"{name} {version}" for name, version in packs)


def _fail(error: Exception) -> NoReturn:
    from bede.cli import BAD_INPUT

    for fault in getattr(error, "errors", (error,)):
        click.echo(f"bede: {fault}", err=True)
    sys.exit(BAD_INPUT)
