"""Reading several documents, or a long one, with as many processes as pay."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence

from bede.documents import Document, prose_blocks
from bede.errors import UsageError
from bede.text.analysis import Analysis, analyse
from bede.text.memory import Memory
from bede.text.reader import Reader

WORTH_A_PROCESS = 20_000
"""Characters of prose that keep a process busy for half a second, so that starting it pays."""


def analyse_all(
    documents: Sequence[Document], *, jobs: int | None = 1, memory: Memory | None = None
) -> Generator[Analysis, None, None]:
    """Read the sentences of documents, one after the other.

    Args:
        documents: as the first stage gives them.
        jobs: how many processes parse; None for as many as pay. What is read is the same.
        memory: where what was read is kept; None for the memory that the process shares.

    Yields:
        The analysis of each document, in their order.

    Raises:
        UsageError: there can be no such number of processes, or the language model is missing or
            is not the tested one.
        ProcessError: one of the processes was ended from outside.
    """
    if jobs is not None and jobs < 1:
        raise UsageError(f"{jobs} processes can read nothing", remedy="give a number from 1 on")
    wanted = jobs_that_pay(documents) if jobs is None else jobs
    with Reader(memory=memory, jobs=wanted) as reader:
        reader.expect(block.text for document in documents for block in prose_blocks(document))
        for document in documents:
            yield analyse(document, reader=reader)


def jobs_that_pay(documents: Sequence[Document]) -> int:
    """How many processes are worth their start for some documents: 1 for little text.

    Args:
        documents: as the first stage gives them.

    Returns:
        At most the number of processors that this process may use.
    """
    size = sum(len(block.text) for document in documents for block in prose_blocks(document))
    return max(1, min(cores(), size // WORTH_A_PROCESS))


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
