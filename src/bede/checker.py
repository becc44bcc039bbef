"""The whole story: documents -> text -> claims -> evidence -> judgement -> report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from bede.catalog import roles_by_type
from bede.claims import extract
from bede.config import Config, check_parameters
from bede.documents import Document, discover, read
from bede.errors import InputError
from bede.evidence import Reference, open_reference
from bede.evidence.build import reference_from_yaml, reference_in_memory, reference_of
from bede.evidence.pack import FaultyPackError, check_packs
from bede.evidence.pack_files import read_files
from bede.judgement import judge
from bede.judgement.consistency import fact_network
from bede.judgement.tightening import tighten_document, tighten_facts
from bede.report import DocumentReport, Problem, Report, build_document_report, select
from bede.report.filters import check_rules
from bede.report.packs import PackReport
from bede.report.tightening import TightDocument
from bede.report.why import Spot, Why, build_why, stretch_of
from bede.text import analyse, parser
from bede.version import VERSION

Progress = Callable[[int, int, str], None]


def check(
    paths: Sequence[str], config: Config | None = None, *, progress: Progress | None = None
) -> Report:
    """Check documents against the reference and against themselves.

    Args:
        paths: files, folders (searched for texts) or "-" for standard input.
        config: the settings; None for the usual ones.
        progress: called after each document with how many are done, how many there are, and
            the path.

    Returns:
        The report. What cannot be read is a problem of the report; the rest is still checked.

    Raises:
        UsageError: a rule or a parameter that does not exist, or a damaged language model.
        ReferenceFileError: the reference cannot be opened.
    """
    config = config or Config()
    check_rules(config.only | config.without)
    check_parameters(config.judging.parameters)
    documents, unread = read_all(paths)
    problems = [Problem(error.path or "", error.message, error.line) for error in unread]
    with open_reference(config.reference) as reference:
        reports = []
        for document in documents:
            reports.append(check_document(document, reference, config))
            if progress is not None:
                progress(len(reports), len(documents), document.path)
        info, model = reference.info, parser()
    return Report(
        version=VERSION,
        parser=(model.name, model.version),
        packs=info.packs,
        reference_hash=info.hash,
        documents=tuple(reports),
        problems=tuple(sorted(problems, key=lambda problem: (problem.path, problem.message))),
    )


def check_document(document: Document, reference: Reference, config: Config) -> DocumentReport:
    """Check one document; each line is one stage."""
    analysis = analyse(document)
    extraction = extract(analysis)
    judgement = judge(analysis, extraction, reference, config.judging)
    report = build_document_report(
        document, judgement, reference, passed_over=extraction.skipped, measures=extraction.measures
    )
    return select(report, only=config.only, without=config.without)


def explain_line(spot: Spot, config: Config | None = None) -> Why:
    """Say for one line of a document what was read, tried, known and found.

    Args:
        spot: the line, or a place in it.
        config: the settings; None for the usual ones. All rules are told, whatever it selects.

    Raises:
        InputError: the document cannot be read.
        UsageError: it has no such line, a parameter does not exist, or the language model is
            damaged.
        ReferenceFileError: the reference cannot be opened.
    """
    config = config or Config()
    check_parameters(config.judging.parameters)
    document = read(spot.path)
    stretch_of(spot, document)  # refused before anything is parsed
    with open_reference(config.reference) as reference:
        analysis = analyse(document)
        extraction = extract(analysis)
        judgement = judge(analysis, extraction, reference, config.judging)
        model = parser()
        return build_why(
            spot,
            analysis,
            extraction,
            judgement,
            reference,
            version=VERSION,
            parser=(model.name, model.version),
        )


def read_all(paths: Sequence[str]) -> tuple[list[Document], list[InputError]]:
    """Read the documents that the paths mean; what cannot be read is told, the rest is kept."""
    found, problems = discover(paths)
    documents: list[Document] = []
    for path in found:
        try:
            documents.append(read(path))
        except InputError as error:
            problems.append(error)
    return documents, problems


def tighten_texts(
    paths: Sequence[str], reference: str | None = None, *, alone: bool = False
) -> tuple[list[TightDocument], list[InputError]]:
    """The tightest spans of the events and lives of documents.

    Args:
        paths: files, folders or "-", as in `check`.
        reference: path of a compiled reference; None for the embedded one.
        alone: whether only the text itself counts.

    Returns:
        What follows of each document, and what could not be read.
    """
    documents, unread = read_all(paths)
    found = []
    opened = reference_from_yaml("", roles_by_type()) if alone else open_reference(reference)
    with opened as known:
        for document in documents:
            analysis = analyse(document)
            extraction = extract(analysis)
            judgement = judge(analysis, extraction, known)
            spans = tighten_document(analysis, extraction, judgement, known)
            found.append(TightDocument(document.path, spans))
    return found, unread


def tighten_packs(folders: Sequence[Path]) -> TightDocument:
    """The tightest spans of the facts of packs, taken together.

    Raises:
        FaultyPackError: something is wrong in a pack.
    """
    with reference_in_memory(folders, roles_by_type()) as reference:
        spans = tighten_facts(fact_network(reference), reference)
    return TightDocument(", ".join(map(str, folders)), spans)


def check_facts(folders: Sequence[Path]) -> PackReport:
    """Check packs, and whether their facts can all be true together.

    Args:
        folders: one folder for each pack; they belong together.

    Raises:
        FaultyPackError: something is wrong in a pack; the facts are not compared then.
    """
    packs, errors = check_packs(folders, roles_by_type())
    if errors:
        raise FaultyPackError(errors)
    with reference_of(packs, roles_by_type()) as reference:
        found = fact_network(reference)
    clashing = {fact.id for one in found.conflicts for fact in (one.fact, *one.others)}
    places = {
        entry.id: f"{entry.place.path}:{entry.place.line()}"
        for folder in (folders if clashing else ())
        for entry in read_files(folder).entries
        if entry.id in clashing
    }
    return PackReport(packs, found.conflicts, found.repair.undecided, places)
