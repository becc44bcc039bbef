"""`bede reference build`: one reference out of packs and data sets."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bede.cli.faults import fail
from bede.cli.output import put

if TYPE_CHECKING:
    from bede.evidence.loading import Built, Input, Progress
    from bede.evidence.sources import ReferenceSource
    from bede.evidence.sources.wikidata import Settings

_SHOWN = 5
_CODE = re.compile(r"[a-z]{2,8}(-[a-z0-9]{1,8}){0,3}")


@click.command("build", epilog="Exit code: 2 for bad input or if nothing could be used, else 0.")
@click.argument("paths", nargs=-1, required=True)
@click.option("-o", "--output", required=True, metavar="FILE", help="The reference to write.")
@click.option(
    "--mapping", "mappings", multiple=True, metavar="FILE",
    help="What the columns of tables mean: a TOML file or one that comes with Bede; repeatable.",
)  # fmt: skip
@click.option("--skipped", metavar="FILE", help="Write what was skipped, with place and cause.")
@click.option(
    "--language", "languages", default="en", metavar="LIST", show_default=True,
    help="Wikidata: languages of names, the first that an item has is its label (en,de).",
)  # fmt: skip
@click.option(
    "--kind", "kinds", multiple=True, metavar="KIND",
    help="Wikidata: take this kind alone (person, organisation ...); may be repeated.",
)  # fmt: skip
@click.option("--jobs", type=click.IntRange(1, 64), help="Processes for a dump; else one a core.")
def build(
    paths: tuple[str, ...],
    output: str,
    mappings: tuple[str, ...],
    skipped: str | None,
    languages: str,
    kinds: tuple[str, ...],
    jobs: int | None,
) -> None:
    """Compile PATHS into one reference file, replacing it in one step.

    PATHS are packs (folders), folders of tables with a mapping, and files or folders of data sets
    that Bede knows, mixed; the first takes precedence. A dump that was interrupted is gone on
    with by the same command.
    """
    from bede.evidence import loading
    from bede.evidence.pack import FaultyPackError

    known = (*_tables(mappings), *_sources(languages, kinds, jobs))
    inputs = loading.recognised([Path(path) for path in paths], known)
    try:
        with _bar(inputs) as progress:
            built = loading.build(inputs, Path(output), progress)
    except FaultyPackError as error:
        fail(error)
    if skipped is not None:
        put("".join(f"{line}\n" for line in _skipped_lines(built)), skipped)
    tell(built, output, skipped=skipped is None)


def _tables(mappings: Sequence[str]) -> tuple[ReferenceSource, ...]:
    from bede.evidence.sources.tables import Tables, mapping_called

    return tuple(Tables(mapping_called(mapping)) for mapping in mappings)


def _sources(languages: str, kinds: Sequence[str], jobs: int | None) -> tuple[ReferenceSource, ...]:
    from dataclasses import replace

    from bede.evidence.sources import sources
    from bede.evidence.sources.wikidata import WikidataSource

    wanted = settings_of(languages, kinds)
    return tuple(
        replace(source, settings=wanted, jobs=jobs)
        if isinstance(source, WikidataSource)
        else source
        for source in sources()
    )


def _skipped_lines(built: Built) -> Iterator[str]:
    from bede.report.display import visible

    for one in built.written.skipped:
        yield visible(f"{one.path}: {one.place}: {one.cause}")
    more = built.written.skipped_count - len(built.written.skipped)
    if more:
        yield f"and {more:,} more"


def settings_of(languages: str, kinds: Sequence[str]) -> Settings:
    """What is to be taken from Wikidata.

    Raises:
        UsageError: a language is no code, or a kind is none of Bede's.
    """
    from bede.errors import UsageError
    from bede.evidence.sources.wikidata import KINDS, Settings

    codes = tuple(code.strip().lower() for code in languages.split(",") if code.strip())
    for code in codes:
        if not _CODE.fullmatch(code):
            raise UsageError(f"{code!r} is no language", path="--language", remedy="write en,de")
    for kind in kinds:
        if kind not in KINDS:
            remedy = f"take one of {', '.join(KINDS)}"
            raise UsageError(f"{kind!r} is no kind", path="--kind", remedy=remedy)
    return Settings(codes or ("en",), tuple(kinds) or KINDS)


def tell(built: Built, output: str, *, skipped: bool = True) -> None:
    """Say in a line what the new reference holds, and what was left out.

    Args:
        built: the reference.
        output: its file, as the user named it.
        skipped: whether to name the first records that were skipped.
    """
    info = built.written.info
    packs = ", ".join(f"{name} {version}" for name, version in info.packs)
    counts = f"{_count(built.written.entities, 'entity')}, {_count(info.facts, 'fact')}"
    size = Path(output).stat().st_size / 1_000_000
    click.echo(f"{output}: {packs}; {counts}, {_count(info.sources, 'source')}; {size:,.1f} MB")
    click.echo(f"content hash: {info.hash}")
    if built.left_out:
        click.echo(
            f"{built.left_out:,} of {built.entries:,} entries left out: of no kind that was asked "
            "for, or without a name"
        )
    if built.written.skipped_count:
        click.echo(f"{_count(built.written.skipped_count, 'record')} skipped")
        lines = list(_skipped_lines(built))
        for line in lines[:_SHOWN] if skipped else ():
            click.echo(f"  {line}")


def _count(number: int, noun: str) -> str:
    plural = noun[:-1] + "ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"


@contextmanager
def _bar(inputs: Sequence[Input]) -> Iterator[Progress | None]:
    """A progress bar over the bytes of all files, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    from bede.report.display import visible

    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        DownloadColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as shown:
        tasks = {
            one.path: shown.add_task(visible(one.path.name), total=one.path.stat().st_size)
            for one in inputs
            if one.path.is_file()
        }
        yield lambda path, done: shown.update(tasks[path], completed=done)
