"""Where the time of one check goes, from a cold start.

    python bench/time_check.py [PATH]

Each stage is timed in a fresh process; whole commands are timed beside a bare Python start and
beside spaCy alone (loading the model and parsing the same text), so that machines can be compared
by ratio. Nothing here is a test: machines are noisy.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parents[1] / "examples" / "a-fall-from-power.md"
RUNS = 5

STAGES = """
import sys, time
clock = time.perf_counter
marks = [("", clock())]
def mark(name): marks.append((name, clock()))
import bede.checker; mark("import Bede")
import spacy; mark("import spaCy")
from bede.text.parsing import _pipeline
_pipeline(); mark("check and load the model")
from bede.documents import read
from bede.text import analyse
from bede.claims import extract
from bede.evidence import open_reference
from bede.judgement import judge
from bede.report import build_document_report, formats, Look
path = sys.argv[1]
document = read(path); mark("read the document")
analysis = analyse(document); mark("parse, dates, scope")
extraction = extract(analysis); mark("claims")
reference = open_reference(); mark("open the reference")
judgement = judge(analysis, extraction, reference); mark("judge")
build_document_report(document, judgement, reference); mark("report")
again = clock(); analysis = analyse(document); extraction = extract(analysis)
judge(analysis, extraction, reference)
marks.append(("all stages once more, warm", marks[-1][1] + clock() - again))
for (_, before), (name, after) in zip(marks, marks[1:]):
    print(f"{(after - before) * 1000:.1f}\\t{name}")
"""

SPACY_ALONE = """
import sys
from bede.text.parsing import _pipeline
list(_pipeline().pipe(open(sys.argv[1], encoding="utf-8").read().split("\\n\\n")))
"""

CHECK = """
import sys
from bede.cli import main
sys.argv = ["bede", "check", "--exit-zero", sys.argv[1]]
main()
"""


def seconds(program: str, path: str) -> float:
    """Wall time of a program in a fresh process, start and end of Python included."""
    timed = (
        "import subprocess, sys, time; t = time.perf_counter(); "
        "subprocess.run([sys.executable, '-c', sys.argv[1], sys.argv[2]], "
        "stdout=subprocess.DEVNULL, check=True); print(time.perf_counter() - t)"
    )
    done = subprocess.run(
        [sys.executable, "-c", timed, program, path], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def stages(path: str) -> dict[str, float]:
    """Milliseconds of each stage in one fresh process."""
    done = subprocess.run(
        [sys.executable, "-c", STAGES, path], capture_output=True, text=True, check=True
    )
    rows = (line.split("\t") for line in done.stdout.splitlines())
    return {name: float(value) for value, name in rows}


def main() -> None:
    """Print the tables."""
    path = sys.argv[1] if len(sys.argv) > 1 else str(EXAMPLE)
    first = seconds(CHECK, path)
    runs = [stages(path) for _ in range(RUNS)]
    print(f"{path}\n\nstage (median of {RUNS} fresh processes)        ms")
    for name in runs[0]:
        print(f"  {name:<42}{statistics.median(run[name] for run in runs):>8.1f}")
    whole = statistics.median(seconds(CHECK, path) for _ in range(RUNS))
    parser = statistics.median(seconds(SPACY_ALONE, path) for _ in range(RUNS))
    bare = statistics.median(seconds("pass", path) for _ in range(RUNS))
    print(f"\nwhole command, first run                 {first:>8.2f} s")
    print(f"whole command, median of {RUNS}               {whole:>8.2f} s")
    print(f"spaCy alone on the same text             {parser:>8.2f} s   ratio {whole / parser:.2f}")
    print(f"a bare Python start                      {bare:>8.2f} s")


if __name__ == "__main__":
    main()
