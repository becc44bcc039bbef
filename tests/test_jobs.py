"""Reading with several processes, through the real command."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bede.errors import ProcessError
from bede.text.crew import Crew

PROGRAM = "from bede.cli import main; main()"
TEXTS = {
    "a.txt": "Vladimir Lenin died in 1925.\n",
    "b.txt": "Ada Orlo was born in 1839.\n\nShe died in 1830.\n",
    "c.txt": "Der Krieg begann 1914 und endete erst mit der Niederlage des Reiches.\n",
    "d.md": "# 1926\n\nIn 1926 the Politburo expelled Trotsky.\n",
}


def bede(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder, as a user does."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_report_does_not_depend_on_the_number_of_processes(tmp_path: Path) -> None:
    """The same findings in the same order, the same problems, the same exit code."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    alone, together = (
        bede(tmp_path, "check", ".", "missing.txt", "--format", "json", "--jobs", jobs)
        for jobs in ("1", "3")
    )
    assert (together.stdout, together.stderr) == (alone.stdout, alone.stderr)
    assert (together.returncode, alone.returncode) == (2, 2)
    assert together.stdout.count('"rule"') >= 2


def test_no_processes_cannot_read(tmp_path: Path) -> None:
    """A number below 1 is refused before anything is read."""
    done = bede(tmp_path, "check", "--jobs", "0", "missing.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'--jobs'" in done.stderr


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that copies processes")
def test_a_process_that_is_killed_is_one_clear_error() -> None:
    """As the system does where memory runs out."""
    crew = Crew(1)
    answer = crew.parse(["Ada Orlo was born in Tarn. " * 2_000])
    if crew._executor is not None:
        for process in list(crew._executor._processes):
            os.kill(process, signal.SIGKILL)
    with pytest.raises(ProcessError, match="too little memory: use --jobs 1"):
        answer.wait()
    crew.close()
