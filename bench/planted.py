"""How many planted errors Bede finds, and how often each rule accuses a text that nobody touched.

    python bench/planted.py [--list]

The passages and the tables that decide them lie beside the project, in
`../shared/corpora/planted/dev`; the script says so when they are absent. The tables are built into
a reference as a user would, by the mapping in `bench/planted/mapping.toml`. Errors and warnings
count; a planted error is found when one of them overlaps its words or their sentence
(`score_planted.py` beside the passages). `--list` prints each finding.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Set
from pathlib import Path

from bede.catalog import rules
from bede.checker import check
from bede.config import Config
from bede.evidence.loading import Input, build
from bede.evidence.sources.tables import Tables, read_mapping
from bede.report import Look, Report
from bede.report.formats import formats

PLANTED = Path(__file__).parents[2] / "shared" / "corpora" / "planted"
MAPPING = Path(__file__).parent / "planted" / "mapping.toml"


def reference_in(folder: Path) -> Path:
    """Build the reference of the passages."""
    path = folder / "planted.sqlite"
    build([Input(PLANTED / "dev" / "reference", Tables(read_mapping(MAPPING)))], path)
    return path


def score(passages: Path, report: Report, folder: Path) -> str:
    """What the scorer of the passages says of a report."""
    out = folder / "report.json"
    look = Look(verbose=False, color=False, width=100)
    out.write_text(formats()["json"].render(report, look), encoding="utf-8")
    command = [sys.executable, str(PLANTED / "score_planted.py"), str(passages), str(out)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def tell(report: Report, untouched: Set[str], *, listed: bool) -> None:
    """Print how often each rule spoke, and how often of texts that nobody touched."""
    everywhere, false = Counter[str](), Counter[str]()
    for document in report.documents:
        name = Path(document.path).stem
        for finding in document.findings:
            everywhere[finding.rule] += 1
            false[finding.rule] += name in untouched
            if listed:
                mark = "untouched" if name in untouched else "planted  "
                print(f"{mark} {name} {finding.severity} {finding.rule}: {finding.message}")
    print(f"{'rule':24} {'findings':>8} {'in untouched passages':>22}")
    for rule in rules():
        print(f"{rule:24} {everywhere[rule]:8} {false[rule]:22}")


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--list", action="store_true", help="print every finding")
    chosen = options.parse_args()
    source = PLANTED / "dev" / "passages.jsonl"
    if not source.is_file():
        sys.exit("the planted passages are not beside the project (../shared/corpora/planted)")
    passages = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        started = time.perf_counter()
        reference = reference_in(folder)
        built = time.perf_counter()
        texts = folder / "texts"
        texts.mkdir()
        for passage in passages:
            (texts / f"{passage['id']}.txt").write_text(passage["text"], encoding="utf-8")
        report = check([str(texts)], Config(reference=(str(reference),)))
        took = time.perf_counter() - built
        print(f"reference built in {built - started:.0f} s, passages checked in {took:.0f} s")
        print(score(source, report, folder))
    untouched = {passage["id"] for passage in passages if not passage["planted"]}
    tell(report, untouched, listed=chosen.list)


if __name__ == "__main__":
    main()
