"""How well Bede turns prose into claims: scores by event type, and the errors behind them.

    python bench/claims_score.py [--folder FOLDER] [--gold FILE] [--texts FOLDER] [--errors N]

The command `bede claims TEXTS --format jsonl` reads the annotated texts; the scorer of the corpus
compares: event type with overlapping trigger, role fillers by head, dates, modality. With
`--errors N` up to N misses, false claims, and wrong roles and dates are printed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "shared" / "corpora" / "claims"
CLAIMS = "import sys; from bede.cli import main; sys.argv[0] = 'bede'; main()"
PROBLEMS = 2
"""Exit code of Bede when a text was bad; the others were read."""


def main() -> None:
    """Read the texts, score what was read, and print the scorer's table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--folder", type=Path, default=FOLDER, help="the corpus with its scorer")
    parser.add_argument("--gold", type=Path, help="gold claims (default: the development half)")
    parser.add_argument("--texts", type=Path, help="their texts (default: beside the gold)")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N of each error")
    options = parser.parse_args()
    gold = options.gold or options.folder / "dev" / "gold.jsonl"
    texts = options.texts or gold.parent / "texts"
    scorer = options.folder / "score_claims.py"
    if not gold.is_file() or not scorer.is_file():
        print(f"nothing to measure on: the corpus of claims is absent ({options.folder})")
        return
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        command = [sys.executable, "-c", CLAIMS, "claims", str(texts), "--format", "jsonl"]
        run = subprocess.run([*command, "--output", str(predicted)], check=False)
        if run.returncode not in (0, PROBLEMS):
            sys.exit(run.returncode)
        command = [sys.executable, str(scorer), "--gold", str(gold), "--predicted", str(predicted)]
        sys.stdout.flush()
        sys.exit(
            subprocess.run([*command, "--errors", str(options.errors)], check=False).returncode
        )


if __name__ == "__main__":
    main()
