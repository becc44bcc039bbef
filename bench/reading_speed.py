"""How fast Bede reads, beside the bare parser, and how fast it reads an edited text again.

    python bench/reading_speed.py [PATH ...] [--no-hard] [--no-jobs]

PATH is a text or a folder of texts; without one the development texts of the claims corpus are
taken, which lie beside the project and are no part of it. Everything but the comparison of several
processes runs on one core, in turns, and what is counted is processor time.

`bare parser` is the same pipeline of spaCy, given the whole texts with `nlp.pipe`. `Bede` is the
whole stage: blocks, dates, trees, claims; with nothing in memory. The ratio is what counts.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from timex_corpus import count_words, keep_to_one_core

from bede.claims import Extraction, extract
from bede.documents import Document
from bede.documents.formats import format_for
from bede.text import Analysis, Memory, Notes, Reader, analyse
from bede.text.legibility import unreadable
from bede.text.parsing import _pipeline, parse_blocks
from bede.text.times import read_times_of

FOLDER = Path(__file__).parents[2] / "shared" / "corpora" / "claims" / "dev" / "texts"
ROUNDS = 3
EDITED_WORDS = 5_000
EDITS = 40
ADDED = {
    "without a date": " The mayor of Tarn resigned, and nobody knew why.",
    "with a date": " In 1901 the mayor of Tarn resigned, and nobody knew why.",
}
SIZE = 40_000
"""Characters of a text made to be hard; it is measured at this size and at twice as many."""
ENDINGS = (".txt", ".text", ".md", ".markdown")

PIECES = {
    "prose without full stops": "the army of the north marched on and the king of the south fled ",
    "one long sentence of clauses": "and he said that she knew that they thought that ",
    "names with commas": "Ada Orlo, Jon Marsh, Ida Vell, Tom Reed, ",
    "full names, a sentence each": "Ada Orlo met Jon Marsh. He was killed in 1926. ",
    "years only": "1926 ",
    "capitals": "THE KING OF THE NORTH WAS EXPELLED IN 1926. ",
    "nested quotation marks": "“He said ‘she said ",
    "brackets": "(((",
    "tags": "<p>He died in <b>1926</b>.</p> &nbsp; ",
    "emoji": "👩‍👩‍👧‍👦 died in 1926 🙂. ",
    "combining marks": "Z̷̢̧a̶̛l̸̡g̵̕o̴ died. ",
    "no spaces": "tarnvelinesk",
    "German": "Der Krieg begann im Jahre 1914 und endete mit der Niederlage des Reiches. ",
    "one event noun again and again": "The war went on. His expulsion was known. ",
}


def texts_of(paths: Sequence[str]) -> list[str]:
    """The texts that are measured, or the end of the process with a word why there are none."""
    found = []
    for path in map(Path, paths or [str(FOLDER)]):
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        found += [file for file in files if file.suffix.lower() in ENDINGS or file == path]
    texts = [file.read_text(encoding="utf-8") for file in found if file.is_file()]
    if not texts:
        print(f"nothing to measure on: no texts in {', '.join(paths) or FOLDER}; name some")
        sys.exit(0)
    return texts


def document_of(text: str) -> Document:
    """A text as the first stage gives it."""
    plain = format_for(".txt")
    return Document(path="text", text=text, format=plain.name, blocks=plain.parse(text))


def read(text: str, reader: Reader) -> Extraction:
    """The whole stage for one text."""
    return extract(analyse(document_of(text), reader=reader))


def seconds(work: Callable[[], object]) -> float:
    """Processor time of a piece of work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def print_ratio(texts: list[str]) -> None:
    """Words in a second of the bare parser and of Bede, in turns."""
    nlp = _pipeline()
    words = sum(map(count_words, texts))
    bare, whole = [], []
    for _ in range(ROUNDS):
        bare.append(seconds(lambda: [len(one) for one in nlp.pipe(texts)]))
        fresh = Reader(memory=Memory(0))
        whole.append(seconds(lambda reader=fresh: [read(text, reader) for text in texts]))
    rates = [words / statistics.median(times) for times in (bare, whole)]
    print(f"{len(texts)} texts, {words:,} words, on one core, median of {ROUNDS}")
    print(f"  {'bare parser':<34}{rates[0]:>10,.0f} words/s")
    print(f"  {'Bede, all of reading':<34}{rates[1]:>10,.0f} words/s")
    each = [b / w for b, w in zip(bare, whole, strict=True)]
    print(f"  ratio {statistics.median(each):.2f}  (of each round: {_listed(each)})")


def replace_notes(analysis: Analysis) -> Analysis:
    """The same analysis as if nothing had been worked out of its sentences before."""
    sentences = tuple(replace(sentence, notes=Notes()) for sentence in analysis.sentences)
    return replace(analysis, sentences=sentences)


def print_stages(texts: list[str]) -> None:
    """Where the time of Bede goes."""
    documents: list[Document] = []
    begin = seconds(lambda: documents.extend(map(document_of, texts)))
    prose = [block.text for document in documents for block in document.blocks if block.is_prose]
    stages = [("blocks", begin)]
    stages.append(("language, capitals, damage", seconds(lambda: list(map(unreadable, prose)))))
    stages.append(("dates, and their story", seconds(lambda: list(map(read_times_of, documents)))))
    stages.append(("parser, and its trees as values", seconds(lambda: parse_blocks(prose))))
    memory = Memory(sum(map(len, prose)) + 1)
    warm = Reader(memory=memory)
    for one in documents:
        analyse(one, reader=warm)
    analyses: list[Analysis] = []
    told = seconds(lambda: analyses.extend(analyse(one, reader=warm) for one in documents))
    stages.append(("places in the file", told))
    fresh = [replace_notes(one) for one in analyses]
    stages.append(("claims", seconds(lambda: list(map(extract, fresh)))))
    total = sum(spent for _, spent in stages)
    print("\nwhere the time goes")
    for name, spent in stages:
        print(f"  {name:<42}{spent:>8.2f} s{spent / total:>8.1%}")
    profile = cProfile.Profile()
    cold = [replace_notes(one) for one in analyses]
    profile.runcall(lambda: list(map(extract, cold)))
    rows = pstats.Stats(profile).stats.items()  # type: ignore[attr-defined]
    print("\nthe dearest functions of the claims, profiled")
    for (path, line, name), (_, calls, own, _, _) in sorted(rows, key=lambda r: -r[1][2])[:12]:
        place = f"{Path(path).name}:{line}" if line else ""
        print(f"  {own:>7.3f} s {calls:>9,} calls  {name[:44]:<46}{place}")


def print_edits(texts: list[str]) -> None:
    """How long it takes to read a text again when a sentence was added to it."""
    paragraphs = [p for text in texts for p in text.split("\n") if p.strip()]
    kept: list[str] = []
    while paragraphs and sum(map(count_words, kept)) < EDITED_WORDS:
        kept.append(paragraphs.pop(0))
    long = [place for place, paragraph in enumerate(kept) if count_words(paragraph) > 25]
    reader = Reader(memory=Memory())
    first = seconds(lambda: read("\n\n".join(kept), reader))
    again = seconds(lambda: read("\n\n".join(kept), reader))
    print(f"\na text of {sum(map(count_words, kept)):,} words, to which one sentence is added")
    print(f"  first reading                 {1000 * first:>9.1f} ms")
    print(f"  again, nothing changed        {1000 * again:>9.1f} ms")
    for kind, added in ADDED.items():
        times = []
        for place in long[:: max(1, len(long) // EDITS)]:
            text = "\n\n".join([*kept[:place], kept[place] + added, *kept[place + 1 :]])
            times.append(1000 * seconds(lambda text=text: read(text, reader)))
        ranked = sorted(times)
        middle, tenth = statistics.median(times), ranked[int(0.9 * len(ranked))]
        print(
            f"  a sentence {kind:<16}   {middle:>9.1f} ms, median of {len(times)} places; ", end=""
        )
        print(
            f"the best {ranked[0]:.1f}, nine of ten under {tenth:.1f}, the worst {ranked[-1]:.1f}"
        )


def print_hard() -> None:
    """Texts made to be hard, at one size and at twice the size."""
    prose = "The king of the north marched to the city in 1926, and the mayor fled to the south. "
    print(f"\n{'texts made to be hard':<34}{SIZE:>9,}{2 * SIZE:>9,} characters, seconds; growth")
    for name, piece in {"prose": prose, **PIECES}.items():
        spent = []
        for size in (SIZE, 2 * SIZE):
            text = (piece * (size // len(piece) + 1))[:size]
            fresh = Reader(memory=Memory(0))
            spent.append(seconds(lambda text=text, reader=fresh: read(text, reader)))
        print(
            f"  {name:<32}{spent[0]:>9.2f}{spent[1]:>9.2f}{spent[1] / spent[0]:>9.2f}", flush=True
        )


def print_jobs(paths: list[str], all_cores: set[int]) -> None:
    """Wall time of `bede check` with one process and with one for each core."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, all_cores)
    print("\nthe whole command, wall time")
    for jobs in (1, len(all_cores)):
        start = time.perf_counter()
        command = "import sys; from bede.cli import main; main()"
        done = subprocess.run(
            [sys.executable, "-c", command, "check", "--jobs", str(jobs), *paths],
            capture_output=True,
            check=False,
        )
        told = "" if done.returncode in (0, 1) else "  (failed)"
        print(f"  bede check --jobs {jobs:<3}{time.perf_counter() - start:>8.2f} s{told}")


def _listed(numbers: Sequence[float]) -> str:
    return ", ".join(f"{number:.2f}" for number in numbers)


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("paths", nargs="*", metavar="PATH")
    options.add_argument("--no-hard", action="store_true", help="leave the hard texts out")
    options.add_argument("--no-jobs", action="store_true", help="leave several processes out")
    chosen = options.parse_args()
    texts = texts_of(chosen.paths)
    cores = set(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else {0}
    print("on one core" if keep_to_one_core() else "on all cores: this system cannot keep to one")
    read("Ada Orlo died on 3 May 1926, two years later.", Reader(memory=Memory(0)))
    print_ratio(texts)
    print_stages(texts)
    print_edits(texts)
    if not chosen.no_hard:
        print_hard()
    if not chosen.no_jobs:
        print_jobs(chosen.paths or [str(FOLDER)], cores)


if __name__ == "__main__":
    main()
