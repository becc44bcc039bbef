"""The whole story: documents -> text -> claims -> evidence -> judgement -> report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing

from bede.claims import extract
from bede.config import Config, check_parameters
from bede.documents import Document, discover, read
from bede.errors import InputError
from bede.evidence import Reference, open_references
from bede.evidence.linking import Linker
from bede.judgement import judge
from bede.report import DocumentReport, Problem, Report, build_document_report, select
from bede.report.account import build_account
from bede.report.filters import challenged, check_rules
from bede.report.why import Spot, Why, build_why, stretch_of
from bede.text import Analysis, Memory, analyse, analyse_all, parser
from bede.version import VERSION

Progress = Callable[[int, int, str], None]


def check(
    paths: Sequence[str],
    config: Config | None = None,
    *,
    progress: Progress | None = None,
    jobs: int | None = 1,
    memory: Memory | None = None,
    accounts: bool = False,
) -> Report:
    """Check documents against the reference and against themselves.

    Args:
        paths: files, folders (searched for texts) or "-" for standard input.
        config: the settings; None for the usual ones.
        progress: called after each document with how many are done, how many there are, and
            the path.
        jobs: how many processes read; None for as many as pay. The report is the same.
        memory: where what was read is kept, so that a text that was edited is soon read again;
            None for the memory that the process shares (`bede.text.shared_memory`).
        accounts: whether each document comes with its account, all that it takes to show it.

    Returns:
        The report. What cannot be read is a problem of the report; the rest is still checked.

    Raises:
        UsageError: a rule or a parameter that does not exist, a number of processes below 1, or a
            damaged language model.
        ProcessError: one of several processes was ended from outside.
        ReferenceFileError: the reference cannot be opened.
    """
    config = config or Config()
    check_rules(config.only | config.without)
    check_parameters(config.judging.parameters)
    documents, faults = read_all(paths)
    problems = [Problem(error.path or "", error.message, error.line) for error in faults]
    read_ones = analyse_all(documents, jobs=jobs, memory=memory)
    with open_references(config.reference, config.trust) as reference, closing(read_ones):
        reports = []
        for analysis in read_ones:
            reports.append(check_analysis(analysis, reference, config, account=accounts))
            problems += unread_problems(analysis)
            if progress is not None:
                progress(len(reports), len(documents), analysis.document.path)
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
    return check_analysis(analyse(document), reference, config)


def check_analysis(
    analysis: Analysis, reference: Reference, config: Config, *, account: bool = False
) -> DocumentReport:
    """Check a document whose sentences were read.

    Args:
        analysis: the document.
        reference: the facts to check it against.
        config: the settings.
        account: whether the report holds all that it takes to show the text.
    """
    extraction = extract(analysis)
    judgement = judge(analysis, extraction, reference, config.judging)
    shown = None
    if account:
        names = Linker(analysis.sentences, reference).names()
        shown = build_account(analysis, judgement, names, reference)
    report = build_document_report(
        analysis.document,
        judgement,
        reference,
        passed_over=extraction.skipped,
        measures=extraction.measures,
        account=shown,
    )
    report = challenged(report, analysis.document.text, config.challenges)
    return select(report, only=config.only, without=config.without)


def unread_problems(analysis: Analysis) -> list[Problem]:
    """A document of which nothing was read is a problem: silence about it would be no answer."""
    if analysis.sentences or not analysis.unread:
        return []
    path, reason = analysis.document.path, analysis.unread[0].reason
    remedy = "give a text in English, set as running text"
    return [Problem(path, f"nothing in it can be read: {reason}; {remedy}")]


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
    with open_references(config.reference, config.trust) as reference:
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
