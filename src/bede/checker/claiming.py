"""The first half of the story, without a reference: documents -> text -> claims."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing

from bede.checker import read_all, unread_problems
from bede.claims import extract
from bede.report import Problem
from bede.report.claims import Choice, ClaimedDocument
from bede.report.claims.values import claimed
from bede.text import analyse_all


def read_claimed(
    paths: Sequence[str], choice: Choice, *, jobs: int | None = 1
) -> tuple[list[ClaimedDocument], list[Problem]]:
    """Read the claims of documents, and judge none.

    Args:
        paths: files, folders (searched for texts) or "-" for standard input.
        choice: which claims are wanted.
        jobs: how many processes read; None for as many as pay.

    Returns:
        What was read, in the order of the paths, and what could not be read.

    Raises:
        UsageError: a number of processes below 1, or a damaged language model.
        ProcessError: one of several processes was ended from outside.
    """
    documents, errors = read_all(paths)
    problems = [Problem(error.path or "", error.message, error.line) for error in errors]
    found: list[ClaimedDocument] = []
    with closing(analyse_all(documents, jobs=jobs)) as read_ones:
        for analysis in read_ones:
            found.append(claimed(analysis.document, extract(analysis), choice))
            problems += unread_problems(analysis)
    return found, sorted(problems, key=lambda problem: (problem.path, problem.message))
