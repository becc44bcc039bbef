"""From a place in a text to records for a pack, and to a challenge of what was found there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bede.checker import check_analysis
from bede.claims import extract
from bede.config import Config
from bede.documents import read
from bede.errors import PackError, UsageError
from bede.evidence import open_references
from bede.evidence.names import name_key
from bede.evidence.pack_append import append_records, yaml_of
from bede.evidence.pack_dates import PackCalendar
from bede.evidence.pack_files import PACK_FILE, Entry, read_files
from bede.judgement import judge
from bede.judgement.packs.preparing import FACTS, Prepared, Preparing
from bede.report.values import FindingLine
from bede.report.why import Spot, stretch_of
from bede.report.why.selection import claims_at, silence, touches
from bede.text import Modality, analyse

_LONGEST_QUOTE = 1000
_NAME_KEYS = ("name", "title", "birth_name", "original_title")


@dataclass(frozen=True, slots=True)
class Additions:
    """Records to complete, by the file that they belong into.

    Attributes:
        files: the file, relative to the folder of the pack, and the text for it.
    """

    files: tuple[tuple[str, str], ...]


def prepare_records(
    spot: Spot, config: Config | None = None, *, folder: Path | None = None
) -> Additions:
    """Make records for a pack from the statements at a place of a text.

    Args:
        spot: the line, or a place in it.
        config: the settings; None for the usual.
        folder: the pack that they are for, or None. It may have faults.

    Raises:
        InputError: the text cannot be read.
        UsageError: there is no such place, or no statement stands there.
        PackError: the folder is no pack.
        ReferenceFileError: the reference cannot be opened.
    """
    config = config or Config()
    document = read(spot.path)
    place = stretch_of(spot, document)
    names, ids, calendar = _known(folder)
    with open_references(config.reference, config.trust) as reference:
        analysis = analyse(document)
        judgement = judge(analysis, extract(analysis), reference, config.judging)
    found, _ = claims_at(judgement, place, narrow=spot.column is not None)
    if not found:
        why = silence(analysis, place, passed_over=False)
        raise UsageError(
            f"no statement stands there: {why}",
            path=spot.path,
            line=spot.line,
            remedy="name the line of one",
        )
    asserted = [one for one in found if one.claim.modality is Modality.ASSERTED]
    if not asserted:
        raise UsageError(
            f"what stands there is {found[0].claim.modality}, not stated by the author",
            path=spot.path,
            line=spot.line,
            remedy="name the line of a statement",
        )
    records = Preparing(names, ids, calendar).prepare(asserted, f"{spot.path}:{spot.line}")
    return Additions(tuple(_by_file(records, folder)))


def add_records(additions: Additions, folder: Path) -> None:
    """Put the records at the end of the files of a pack.

    Raises:
        PackError: a file cannot be read or written; all stay as they were, unless the disk fails.
    """
    append_records({folder / file: text for file, text in additions.files})


def finding_at(
    spot: Spot, rule: str | None, config: Config | None = None
) -> tuple[FindingLine, str]:
    """The finding at a place of a text, and the words that it is about.

    Args:
        spot: the line, or a place in it.
        rule: the rule of the finding; None if there is only one.
        config: the settings; None for the usual.

    Returns:
        the finding, and its sentence with single spaces (or, if that is long, its own words).

    Raises:
        InputError: the text cannot be read.
        UsageError: there is no such place, no such finding there, or more than one.
        ReferenceFileError: the reference cannot be opened.
    """
    config = config or Config()
    document = read(spot.path)
    stretch = stretch_of(spot, document)
    with open_references(config.reference, config.trust) as reference:
        report = check_analysis(analyse(document), reference, config)
    here = [f for f in report.findings if touches((f.place.start, f.place.end), stretch)]
    found = [f for f in here if rule is None or f.rule == rule]
    if len(found) != 1:
        told = ", ".join(sorted({f.rule for f in here}))
        cause = "more than one finding stands there" if found else "no such finding stands there"
        remedy = f"name one with --rule: {told}" if told else "see 'bede check' for the lines"
        raise UsageError(cause, path=spot.path, line=spot.line, remedy=remedy)
    finding = found[0]
    sentences = [c.place for c in report.claims if c.id in finding.claims]
    around = (s.text for s in sentences if s.start <= finding.place.start < s.end)
    words = " ".join(next(around, document.line(finding.place.line)).split())
    short = words if len(words) <= _LONGEST_QUOTE else " ".join(finding.place.text.split())
    return finding, short


def _known(folder: Path | None) -> tuple[dict[str, str], list[str], PackCalendar]:
    """Names, ids and calendar of a pack, those of faulty records too."""
    if folder is None:
        return {}, [], "historical"
    if not (folder / PACK_FILE).is_file():
        remedy = f"make one with 'bede pack new {folder}'"
        raise PackError("this is no pack", path=str(folder), remedy=remedy)
    files = read_files(folder)
    names: dict[str, str] = {}
    for entry in files.entries:
        for name in _names(entry):
            names.setdefault(name_key(name), entry.id)
    calendar = files.header.calendar if files.header else "historical"
    return names, [entry.id for entry in files.entries], calendar


def _names(entry: Entry) -> list[str]:
    raw = entry.place.value()
    if entry.collection in (FACTS, "sources", "completeness") or not isinstance(raw, dict):
        return []
    listed = [raw.get(key) for key in _NAME_KEYS]
    for part in (raw.get("aliases"), raw.get("names")):
        for one in part if isinstance(part, list) else ():
            listed.append(one.get("name") if isinstance(one, dict) else one)
    return [name for name in listed if isinstance(name, str)]


def _by_file(records: Sequence[Prepared], folder: Path | None) -> list[tuple[str, str]]:
    texts: dict[str, list[str]] = {}
    for record in records:
        file = _file_for(record.collection, folder)
        texts.setdefault(file, []).append(yaml_of([record.content], above=record.remarks))
    return [(file, "\n".join(parts)) for file, parts in texts.items()]


def _file_for(collection: str, folder: Path | None) -> str:
    """The file of a collection that new records go into: one of its own if it is divided."""
    divided = folder is not None and (folder / collection).is_dir()
    single = folder is not None and (folder / f"{collection}.yaml").exists()
    return f"{collection}/added.yaml" if divided and not single else f"{collection}.yaml"
