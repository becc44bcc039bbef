"""The annotated texts on which the temporal tagger is measured, and what the measurements share.

The corpora lie beside the project and are no part of it. A folder of them holds `dev/NAME.jsonl`
(a document a line: `{"id", "text", "timexes": [{"start", "end", "text", "type", "value"}]}`),
`peers/TOOL.NAME.jsonl` (what other taggers print on them) and their scorer, `score_timex.py`.
"""

from __future__ import annotations

import json
import os
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

FOLDER = Path(__file__).parents[2] / "shared" / "corpora" / "time"
HALF = "dev"

Record = dict[str, Any]


def leave_if_absent(folder: Path) -> None:
    """End the process, with one line and without blame, when there are no corpora to measure on."""
    if not sorted((folder / HALF).glob("*.jsonl")):
        print(f"nothing to measure on: the corpora of temporal expressions are absent ({folder})")
        sys.exit(0)


def load(path: Path) -> list[Record]:
    """The documents of one file, in its order."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def texts(folder: Path) -> list[str]:
    """The texts of all corpora of a folder, in the order of their files."""
    paths = sorted((folder / HALF).glob("*.jsonl"))
    return [record["text"] for path in paths for record in load(path)]


def scorer(folder: Path) -> ModuleType:
    """The scorer that belongs to the corpora.

    Raises:
        FileNotFoundError: it is not there.
    """
    spec = spec_from_file_location("score_timex", folder / "score_timex.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "score_timex.py")
    module = module_from_spec(spec)
    written = sys.dont_write_bytecode
    sys.dont_write_bytecode = True  # the folder of the corpora is not ours to write in
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = written
    return module


def count_words(text: str) -> int:
    """The words of a text, cut at white space, as the published figures count them."""
    return len(text.split())


def keep_to_one_core() -> bool:
    """Keep this process and those that it starts to one core.

    Returns:
        Whether the system can do that.
    """
    if not hasattr(os, "sched_setaffinity"):
        return False
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    return True
