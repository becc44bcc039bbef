"""`bede claims`: what Bede read of a text, a line for each claim."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from bede.cli.output import put

if TYPE_CHECKING:
    from bede.report.values import ClaimLine


@click.command
@click.argument("paths", nargs=-1, required=True)
@click.option("--format", "format_name", type=click.Choice(["text", "jsonl"]), default="text")
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead.")
def claims(paths: tuple[str, ...], format_name: str, output: str | None) -> None:
    """Print every claim of the texts in PATHS, with its roles, time, modality and verdict."""
    from bede.checker import check
    from bede.report.display import visible
    from bede.report.objects import claim_object, to_json

    report = check(paths)
    lines = (
        to_json({"path": document.path, **claim_object(claim)})
        if format_name == "jsonl"
        else visible(_in_words(document.path, claim))
        for document in report.documents
        for claim in document.claims
    )
    put("".join(f"{line}\n" for line in lines), output)
    for problem in report.problems:
        click.echo(f"bede: {visible(str(problem))}", err=True)
    sys.exit(2 if report.problems else 0)


def _in_words(path: str, claim: ClaimLine) -> str:
    roles = "; ".join(
        f"{role}: {', '.join(filler.text for filler in fillers)}"
        for role, fillers in claim.roles.items()
    )
    when = f" [{claim.time.edtf or claim.time.text}]" if claim.time is not None else ""
    manner = "" if claim.modality == "asserted" else f" ({claim.modality})"
    where = f"{path}:{claim.trigger.line}:{claim.trigger.column}"
    return f'{where}  {claim.type} "{claim.trigger.text}"{when}{manner}  {roles}  {claim.verdict}'
