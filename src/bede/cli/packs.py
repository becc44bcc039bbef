"""`bede pack`: packs of facts, written by hand."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bede.cli.choosing import choose, reference_options
from bede.cli.faults import fail
from bede.cli.output import put

_FORMAT = click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    help="For people (the default), or one JSON object.",
)


@click.group()
def pack() -> None:
    """Make, check, build and compare packs of facts."""


@pack.command("new")
@click.argument("folder")
@click.option("--name", metavar="ID", help="Id of the pack; without it the name of the folder.")
@click.option("--title", metavar="TEXT", help="Title for readers.")
@click.option("--licence", metavar="ID", help="SPDX identifier of the licence, such as CC0-1.0.")
@click.option("--editor", "editors", multiple=True, metavar="NAME", help="Who answers for it.")
@click.option("--scope", metavar="TEXT", help="What it covers, in a sentence.")
def new_command(
    folder: str,
    name: str | None,
    title: str | None,
    licence: str | None,
    editors: tuple[str, ...],
    scope: str | None,
) -> None:
    """Make FOLDER with the files of a new pack, each with an example to follow.

    What you do not say here stands as TODO in pack.toml, for you to write.
    """
    from bede.errors import UsageError
    from bede.evidence.importing import slug
    from bede.evidence.pack_new import new_pack

    stem = slug(Path(folder).resolve().name)
    if name is not None and slug(name) != name:
        raise UsageError(f"{name!r} is no id", path="--name", remedy=f"write {slug(name)}")
    files = new_pack(
        Path(folder),
        name=name or stem,
        title=title,
        licence=licence,
        editors=editors,
        scope=scope,
    )
    put(f"{folder}: {', '.join(files)}\nNext: bede pack check {folder}\n", None)


@pack.command(
    "check",
    epilog="Exit code: 2 for a faulty pack, else 1 if there is an error, else 0. Where a fact of "
    "weak confidence takes part in a clash, that is a warning and does not count.",
)
@click.argument("folders", nargs=-1, required=True)
def check_command(folders: tuple[str, ...]) -> None:
    """Check packs (FOLDERS): each fault with its file and line, facts that clash, likely slips.

    Packs that are named together may refer to each other, and are compared with each other.
    """
    from bede.checker.packs import check_facts
    from bede.evidence.pack import FaultyPackError
    from bede.report.packs.checking import render

    try:
        report = check_facts([Path(folder) for folder in folders])
    except FaultyPackError as error:
        fail(error)
    put(render(report), None)
    sys.exit(report.exit_code)


@pack.command("build")
@click.argument("folders", nargs=-1, required=True)
@click.option("-o", "--output", required=True, metavar="FILE", help="The reference to write.")
def build_command(folders: tuple[str, ...], output: str) -> None:
    """Compile packs (FOLDERS) into one reference file, replacing it in one step."""
    from bede.catalog import roles_by_type
    from bede.evidence.build import build_reference
    from bede.evidence.pack import FaultyPackError

    try:
        info = build_reference([Path(one) for one in folders], Path(output), roles_by_type())
    except FaultyPackError as error:
        fail(error)
    packs = ", ".join(f"{name} {version}" for name, version in info.packs)
    put(f"{output}: {packs} ({info.hash[:12]})\n", None)


@pack.command("diff")
@click.argument("old")
@click.argument("new")
@_FORMAT
def diff_command(old: str, new: str, format_name: str) -> None:
    """Tell what differs between two versions of a pack: the folders OLD and NEW.

    Records that are new (+), gone (-) or changed (~), these key by key. Comments, order, the
    division into files, and YAML or CSV make no difference.
    """
    from bede.evidence.pack import FaultyPackError
    from bede.evidence.pack_diff import compare_packs
    from bede.report.packs.difference import render_json, render_text

    try:
        found = compare_packs(Path(old), Path(new))
    except FaultyPackError as error:
        fail(error)
    put(render_json(found) if format_name == "json" else render_text(found), None)


@pack.command("stats")
@click.argument("folders", nargs=-1, required=True)
@_FORMAT
def stats_command(folders: tuple[str, ...], format_name: str) -> None:
    """Show packs (FOLDERS) in numbers: what they hold, what it rests on, what they lack."""
    from bede.catalog import roles_by_type
    from bede.evidence.pack import FaultyPackError, check_packs
    from bede.judgement.packs.statistics import statistics_of
    from bede.report.packs.statistics import render_json, render_text

    packs, errors = check_packs([Path(folder) for folder in folders], roles_by_type())
    if errors:
        fail(FaultyPackError(errors))
    found = statistics_of(packs)
    put(render_json(found) if format_name == "json" else render_text(found), None)


@pack.command("add")
@click.option(
    "--from", "place", required=True, metavar="FILE:LINE[:COLUMN]", help="Where the text says it."
)
@click.option("--pack", "folder", metavar="FOLDER", help="The pack to put the records into.")
@reference_options
def add_command(
    place: str, folder: str | None, reference: tuple[str, ...], trust: tuple[str, ...]
) -> None:
    """Prepare records for a pack from a place in a text; without --pack they are printed.

    What the text says there becomes a fact, and whoever the pack and the reference do not know
    becomes a record. Sources and confidence stand as TODO, for you to write: no pack passes with
    a TODO in it. What stands in the pack stays as it is.
    """
    from bede.checker.preparing import add_records, prepare_records
    from bede.config import Config
    from bede.report.display import visible
    from bede.report.why import read_spot

    pack_folder = None if folder is None else Path(folder)
    chosen = choose(reference, trust)
    config = Config(reference=chosen.paths, trust=chosen.trust)
    found = prepare_records(read_spot(place), config, folder=pack_folder)
    if pack_folder is not None:
        add_records(found, pack_folder)
        for file, _ in found.files:
            put(f"{visible(str(pack_folder / file))}: added, to be completed\n", None)
        return
    shown = "\n".join(f"# {file}\n{text}" for file, text in found.files)
    put("".join(f"{visible(line)}\n" for line in shown.splitlines()), None)


@pack.command("challenge")
@click.argument("place", metavar="FILE:LINE[:COLUMN]")
@click.option("--pack", "folder", required=True, metavar="FOLDER", help="The pack to keep it in.")
@click.option("--reason", required=True, metavar="TEXT", help="Why the finding is wrong.")
@click.option("--rule", metavar="RULE", help="Which finding, if there are several.")
@click.option("--by", metavar="NAME", help="Who says so.")
@click.option("--date", metavar="DATE", help="When, in EDTF; Bede itself has no clock.")
@reference_options
def challenge_command(
    place: str,
    folder: str,
    reason: str,
    rule: str | None,
    by: str | None,
    date: str | None,
    reference: tuple[str, ...],
    trust: tuple[str, ...],
) -> None:
    """Record that a finding is wrong, and why, in challenges.yaml of a pack.

    `bede check --challenges FOLDER` then tells it as a note with the reason, wherever the same
    words stand.
    """
    from bede.checker.preparing import finding_at
    from bede.config import Config
    from bede.evidence.pack_challenges import write_challenge
    from bede.report.display import visible
    from bede.report.filters import check_rules
    from bede.report.why import read_spot

    check_rules([] if rule is None else [rule])
    chosen = choose(reference, trust)
    config = Config(reference=chosen.paths, trust=chosen.trust)
    finding, words = finding_at(read_spot(place), rule, config)
    told = {"words": words, "rule": finding.rule, "reason": " ".join(reason.split())}
    told |= {key: value for key, value in (("by", by), ("date", date)) if value}
    path = write_challenge(Path(folder), told)
    put(visible(f"{path}: {finding.rule}: {finding.message}") + "\n", None)
