"""Who and what texts name: documents -> text -> evidence, and nothing is judged."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing

from bede.checker import read_all, unread_problems
from bede.config import Config
from bede.evidence import Reference, open_references
from bede.evidence.linking import Linker
from bede.evidence.lives import life_of
from bede.report import Problem
from bede.report.names import NamedDocument
from bede.text import Analysis, analyse_all


def read_names(
    paths: Sequence[str], config: Config | None = None, *, jobs: int | None = 1
) -> tuple[list[NamedDocument], list[Problem]]:
    """Find every name in documents, and who or what each stands for.

    Args:
        paths: files, folders (searched for texts) or "-" for standard input.
        config: the settings; None for the usual ones.
        jobs: how many processes read; None for as many as pay.

    Returns:
        What was found, in the order of the paths, and what could not be read.

    Raises:
        UsageError: a number of processes below 1, or a damaged language model.
        ProcessError: one of several processes was ended from outside.
        ReferenceFileError: the reference cannot be opened.
    """
    config = config or Config()
    documents, errors = read_all(paths)
    problems = [Problem(error.path or "", error.message, error.line) for error in errors]
    found: list[NamedDocument] = []
    with (
        open_references(config.reference, config.trust) as reference,
        closing(analyse_all(documents, jobs=jobs)) as read_ones,
    ):
        for analysis in read_ones:
            found.append(_named(analysis, reference))
            problems += unread_problems(analysis)
    return found, sorted(problems, key=lambda problem: (problem.path, problem.message))


def _named(analysis: Analysis, reference: Reference) -> NamedDocument:
    names = Linker(analysis.sentences, reference).names()
    known = {one.entity.id: one.entity for one in names if one.entity is not None}
    lives = {name: life_of(entity, reference) for name, entity in known.items()}
    return NamedDocument(analysis.document, names, lives)
