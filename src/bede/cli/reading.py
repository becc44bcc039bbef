"""`bede dates` and `bede claims`: what Bede read of a text, before anything is judged."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from bede.cli.output import put

if TYPE_CHECKING:
    from bede.claims import Claim
    from bede.documents import Document
    from bede.text import Timex

_FORMATS = click.Choice(["text", "jsonl"])
Record = dict[str, Any]


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--format", "format_name", type=_FORMATS, default="text")
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of the terminal.")
def dates(paths: tuple[str, ...], format_name: str, output: str | None) -> None:
    """Print every temporal expression of the texts in PATHS with its value."""
    from bede.text import analyse

    def records(document: Document) -> Iterator[Record]:
        seen = {t.start: t for sentence in analyse(document).sentences for t in sentence.timexes}
        for _, timex in sorted(seen.items()):
            yield _date_record(document, timex)

    lines, code = _read(paths, records)
    shown = (
        json.dumps(record, ensure_ascii=False) if format_name == "jsonl" else _date_line(record)
        for record in lines
    )
    put("".join(f"{line}\n" for line in shown), output)
    sys.exit(code)


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--format", "format_name", type=_FORMATS, default="text")
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of the terminal.")
def claims(paths: tuple[str, ...], format_name: str, output: str | None) -> None:
    """Print every claim read from the texts in PATHS, with roles, time and modality."""
    from bede.claims import extract
    from bede.text import analyse

    def records(document: Document) -> Iterator[Record]:
        for claim in extract(analyse(document)).claims:
            yield _claim_record(document, claim)

    lines, code = _read(paths, records)
    shown = (
        json.dumps(record, ensure_ascii=False) if format_name == "jsonl" else _claim_line(record)
        for record in lines
    )
    put("".join(f"{line}\n" for line in shown), output)
    sys.exit(code)


def _read(
    paths: tuple[str, ...], records: Callable[[Document], Iterable[Record]]
) -> tuple[list[Record], int]:
    from bede.documents import discover, read
    from bede.errors import InputError

    found, problems = discover(paths)
    lines: list[Record] = []
    for path in found:
        try:
            lines += records(read(path))
        except InputError as error:
            problems.append(error)
    for problem in problems:
        click.echo(f"bede: {problem}", err=True)
    return lines, 2 if problems else 0


def _date_record(document: Document, timex: Timex) -> Record:
    span = timex.span
    return {
        "path": document.path,
        "start": timex.start,
        "end": timex.end,
        "text": timex.text,
        "type": timex.type.value,
        "value": timex.value,
        "edtf": timex.edtf,
        "from": [span.earliest_begin, span.latest_begin] if span else [None, None],
        "to": [span.earliest_end, span.latest_end] if span else [None, None],
    }


def _date_line(record: Record) -> str:
    value = record["edtf"] or record["value"]
    return f"{record['path']}:{record['start']}  {record['text']}  {value}"


def _claim_record(document: Document, claim: Claim) -> Record:
    position = document.position(claim.sentence.start)
    time = claim.time
    return {
        "path": document.path,
        "id": claim.id,
        "type": claim.type,
        "text": claim.sentence.text,
        "start": claim.sentence.start,
        "end": claim.sentence.end,
        "line": position.line,
        "column": position.column,
        "trigger": {
            "text": claim.trigger.text,
            "start": claim.trigger.start,
            "end": claim.trigger.end,
        },
        "roles": {
            role: [
                {
                    "text": f.text,
                    "start": f.start,
                    "end": f.end,
                    "head": f.head,
                    "resolved": f.resolved,
                }
                for f in fillers
            ]
            for role, fillers in claim.roles.items()
        },
        "time": None
        if time is None
        else {
            key: value
            for key, value in _date_record(document, time).items()
            if key in ("text", "start", "end", "edtf", "from", "to")
        },
        "modality": claim.modality.value,
        "reason": claim.reason,
    }


def _claim_line(record: Record) -> str:
    roles = "; ".join(
        f"{role}: {', '.join(filler['text'] for filler in fillers)}"
        for role, fillers in record["roles"].items()
    )
    when = f" [{record['time']['edtf'] or record['time']['text']}]" if record["time"] else ""
    manner = "" if record["modality"] == "asserted" else f" ({record['modality']})"
    where = f"{record['path']}:{record['line']}:{record['column']}"
    return f'{where}  {record["type"]} "{record["trigger"]["text"]}"{when}{manner}  {roles}'
