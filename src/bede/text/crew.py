"""Other processes that parse blocks for this one.

The parser keeps one core busy and shares nothing between blocks, so as many processes parse as many
times as much. Where the system can copy a running process (Linux), the language model is loaded
once, before the copies are made; elsewhere every process loads it for itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from bede.errors import ProcessError
from bede.processes import broken, helpers
from bede.text.parsing import ParsedSentence, parse_blocks, warm_up


@dataclass(frozen=True, slots=True)
class Answer:
    """What another process will give.

    Attributes:
        coming: the answer, which may not be there yet.
    """

    coming: Future[list[tuple[ParsedSentence, ...]]]

    def wait(self) -> list[tuple[ParsedSentence, ...]]:
        """For each text its sentences.

        Raises:
            ProcessError: that process was ended from outside, for want of memory for example.
        """
        try:
            return self.coming.result()
        except BrokenProcessPool as error:
            raise _broken() from error


class Crew:
    """Some processes that parse.

    Args:
        jobs: how many.
    """

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._executor: ProcessPoolExecutor | None = None

    def parse(self, texts: Sequence[str]) -> Answer:
        """Have texts parsed, each on its own.

        Raises:
            UsageError: the language model is missing or is not the tested one.
            ProcessError: one of them was ended from outside.
        """
        if self._executor is None:
            self._executor = self._started()
        try:
            return Answer(self._executor.submit(parse_blocks, list(texts)))
        except BrokenProcessPool as error:
            raise _broken() from error

    def close(self) -> None:
        """End the processes; what they have begun is finished, the rest is dropped."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None

    def _started(self) -> ProcessPoolExecutor:
        warm_up()  # a missing model is told here, and once
        return helpers(self.jobs)


def _broken() -> ProcessError:
    return broken("reading", "there may be too little memory: use --jobs 1")
