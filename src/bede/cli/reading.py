"""`bede dates` and `bede claims`: what Bede read of a text, a line for each date or claim."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from bede.cli.output import put

if TYPE_CHECKING:
    from bede.report.objects import Object
    from bede.report.values import ClaimLine

Line = tuple[str, "Object"]  # a line for people, an object for programs


def _reading(command: Callable[..., Any]) -> click.Command:
    """The options that both commands share."""
    for option in (
        click.option("-o", "--output", metavar="FILE", help="Write to a file instead."),
        click.option(
            "--format", "format_name", type=click.Choice(["text", "jsonl"]), default="text"
        ),
        click.argument("paths", nargs=-1, required=True),
    ):
        command = option(command)
    return click.command(command)


def _print(lines: Iterable[Line], format_name: str, output: str | None) -> None:
    from bede.report.display import visible
    from bede.report.objects import to_json

    rows = (to_json(r) if format_name == "jsonl" else visible(words) for words, r in lines)
    put("".join(f"{row}\n" for row in rows), output)


@_reading
def dates(paths: tuple[str, ...], format_name: str, output: str | None) -> None:
    """Print every temporal expression of the texts in PATHS with its value."""
    from bede.checker import read_all

    documents, problems = read_all(paths)
    _print((line for document in documents for line in _dates(document)), format_name, output)
    _finish(problems)


@_reading
def claims(paths: tuple[str, ...], format_name: str, output: str | None) -> None:
    """Print every claim of the texts in PATHS, with its roles, time, modality and verdict."""
    from bede.checker import check
    from bede.report.objects import claim_object

    report = check(paths)
    _print(
        (
            (_claim_words(document.path, claim), {"path": document.path, **claim_object(claim)})
            for document in report.documents
            for claim in document.claims
        ),
        format_name,
        output,
    )
    _finish(report.problems)


def _finish(problems: Sequence[object]) -> None:
    from bede.report.display import visible

    for problem in problems:
        click.echo(f"bede: {visible(str(problem))}", err=True)
    sys.exit(2 if problems else 0)


def _dates(document: Any) -> Iterator[Line]:
    from bede.text import find_timexes

    for block in document.blocks:
        for timex in find_timexes(block.text) if block.is_prose else ():
            start, end = block.source_span(timex.start, timex.end)
            position = document.position(start)
            span = timex.span
            record: Object = {
                "path": document.path,
                "start": start,
                "end": end,
                "text": timex.text,
                "type": timex.type.value,
                "value": timex.value,
                "edtf": timex.edtf,
                "from": [span.earliest_begin, span.latest_begin] if span else [None, None],
                "to": [span.earliest_end, span.latest_end] if span else [None, None],
            }
            where = f"{document.path}:{position.line}:{position.column}"
            yield f"{where}  {timex.text}  {timex.edtf or timex.value}", record


def _claim_words(path: str, claim: ClaimLine) -> str:
    roles = "; ".join(
        f"{role}: {', '.join(filler.text for filler in fillers)}"
        for role, fillers in claim.roles.items()
    )
    when = f" [{claim.time.edtf or claim.time.text}]" if claim.time is not None else ""
    manner = "" if claim.modality == "asserted" else f" ({claim.modality})"
    where = f"{path}:{claim.trigger.line}:{claim.trigger.column}"
    return f'{where}  {claim.type} "{claim.trigger.text}"{when}{manner}  {roles}  {claim.verdict}'
