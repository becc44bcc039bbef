"""Other processes that do a share of the work.

Where the system can copy a running process (Linux), what is loaded already is shared with the
copies; elsewhere every process loads it for itself.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any

from bede.errors import ProcessError


def helpers(
    jobs: int, prepare: Callable[..., object] | None = None, *given: Any
) -> ProcessPoolExecutor:
    """Start processes that take over work.

    They leave Ctrl-C to this process, and end when it ends.

    Args:
        jobs: how many.
        prepare: is called in each before its first work, if anything.
        given: is handed to `prepare`.
    """
    method = "fork" if sys.platform == "linux" else "spawn"
    return ProcessPoolExecutor(
        jobs,
        mp_context=get_context(method),
        initializer=_begin_work,
        initargs=(prepare, *given),
    )


def broken(doing: str, remedy: str) -> ProcessError:
    """The one line for a process that was ended from outside.

    Args:
        doing: what it was doing.
        remedy: what the user can do.
    """
    return ProcessError(f"a process that was {doing} has been ended from outside", remedy=remedy)


def _begin_work(prepare: Callable[..., object] | None, *given: Any) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent.join,), daemon=True).start()
    if prepare is not None:
        prepare(*given)


def _end_with(wait: Callable[[], None]) -> None:
    wait()
    os._exit(1)
