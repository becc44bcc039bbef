"""`bede reference` and `bede pack`: from packs of facts to a compiled reference."""

from __future__ import annotations

import sys
from pathlib import Path

import click


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


@pack.command("check", epilog="Exit code: 2 for a faulty pack, else 1 for a conflict, else 0.")
@click.argument("folders", nargs=-1, required=True)
def check_command(folders: tuple[str, ...]) -> None:
    """Check packs (FOLDERS): each fault with its file and line, and facts that clash."""
    from bede.catalog import roles_by_type
    from bede.checker import conflicts_in_packs
    from bede.evidence.pack import FaultyPackError, check_packs
    from bede.report.display import one_line, visible

    paths = [Path(folder) for folder in folders]
    packs, errors = check_packs(paths, roles_by_type())
    if errors:
        _fail(FaultyPackError(errors))
    for one in packs:
        entities, facts = len(one.entities), len(one.facts)
        click.echo(f"{one.name} {one.version}: {entities} entities, {facts} facts, no faults")
    conflicts = conflicts_in_packs(paths)
    for conflict in conflicts:
        others = ", ".join(fact.id for fact in conflict.others)
        beside = f" together with {others}" if others else ""
        click.echo(f"conflict: {conflict.fact.id} cannot be true{beside}")
        for number, step in enumerate(conflict.steps, 1):
            click.echo("  " + visible(one_line(f"{number}. {step.says} ({step.origin})")))
    if conflicts:
        word = "conflict" if len(conflicts) == 1 else "conflicts"
        click.echo(f"{len(conflicts)} {word} between facts")
        sys.exit(1)


def _packs(packs: tuple[tuple[str, str], ...]) -> str:
    return ", ".join(f"{name} {version}" for name, version in packs)


def _fail(error: Exception) -> None:
    from bede.cli import BAD_INPUT

    for fault in getattr(error, "errors", (error,)):
        click.echo(f"bede: {fault}", err=True)
    sys.exit(BAD_INPUT)
