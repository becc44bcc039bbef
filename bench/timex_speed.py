"""How fast the temporal tagger reads, and whether its time grows with the text and no faster.

    python bench/timex_speed.py [--folder FOLDER] [--characters N]

Everything runs on one core, without the parser, each measurement in a process of its own; what is
counted is the processor time of the best of three runs (a long one is not repeated). `tagger` is
`find_timexes` on the text as one string; `whole` cuts the text into blocks first and reads the
times of the document, as `bede dates` does. Texts made to be hard are measured beside prose of the
same size, and beside an eighth of themselves: growth of 1.0 means that the time for a character
stays the same.
"""

from __future__ import annotations

import argparse
import multiprocessing
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from timex_corpus import FOLDER, count_words, keep_to_one_core, leave_if_absent, texts

from bede.documents import Document
from bede.documents.formats import format_for
from bede.text.times import read_times_of
from bede.text.timex import find_timexes

CHARACTERS = 1_000_000
RUNS = 3
ENOUGH = 4.0
"""Seconds after which a measurement is not repeated."""
LIMIT = 120.0
"""Seconds after which it is given up."""
WARM_UP = "On 3 May 1926, two years later, from 1914 to 1918, in the early 1920s, that year."

HARD: Mapping[str, str] = {
    "1 1 1 1": "1 ",
    "((((": "(",
    "((( )))": "",
    "digits only": "1926",
    "numbers with commas": "1,926,",
    "May May May": "May ",
    "the the the": "the ",
    "of the of the": "of the ",
    "from 1 to 1": "from 1 to 1 to 1 ",
    "between 1 and 1": "between 1 and 1 and ",
    "- - -": "- ",
    "dashes": "–",
    "a.d. III Kal.": "a.d. III Kal. ",
    "1914/1915/1916": "1914/1915/1916/",
    "1914-1915-1916": "1914-1915-1916-",
    "1 May 1 May": "1 May ",
    "late early late": "late early ",
    "first half of the": "the first half of the ",
    "two years after": "two years after ",
    "roman numerals": "MCMXXVI ",
    "apostrophes": "'",
    "full stops": ". ",
    "one word": "a",
    "one capital word": "M",
    "newlines": "\n",
    "a digit a line": "1\n",
}
"""The piece that is repeated to make each text; nested parentheses are made apart."""

Reader = Callable[[str], object]


def whole(text: str) -> object:
    """Cut a text into blocks and read the times of the document."""
    plain = format_for(".txt")
    document = Document(path="text", text=text, format=plain.name, blocks=plain.parse(text))
    return read_times_of(document)


def _measure(reader: Reader, text: str, times: multiprocessing.Queue[float]) -> None:
    reader(WARM_UP)  # a process that was not forked has the words of time still to load
    start = time.process_time()
    for _ in range(RUNS):
        begin = time.process_time()
        reader(text)
        end = time.process_time()
        times.put(end - begin)
        if end - start > ENOUGH:
            break


def seconds(reader: Reader, text: str) -> float:
    """The best of three runs in a process of its own; infinite if none ends in time."""
    times: multiprocessing.Queue[float] = multiprocessing.Queue()
    process = multiprocessing.Process(target=_measure, args=(reader, text, times))
    process.start()
    process.join(LIMIT)
    if process.is_alive():
        process.terminate()
        process.join()
    elif process.exitcode:
        raise SystemExit(f"reading {text[:20]!r}... failed; nothing can be measured")
    best = float("inf")
    while not times.empty():
        best = min(best, times.get())
    return best


def hard_text(name: str, size: int) -> str:
    """One of the texts made to be hard, of a number of characters."""
    if name == "((( )))":
        return "(" * (size // 2) + ")" * (size - size // 2)
    return (HARD[name] * (size // len(HARD[name]) + 1))[:size]


def print_rates(documents: list[str], prose: str) -> None:
    """Words in a second, as many documents and as a single one."""
    words = sum(map(count_words, documents))
    print(f"{'':<44}{'tagger':>10}{'whole':>10}")
    rates = [words / sum(seconds(reader, each) for each in documents) for reader in READERS]
    print(f"{f'{len(documents)} documents, {words:,} words: words/s':<44}", *_cells(rates), sep="")
    size = count_words(prose)
    rates = [size / seconds(reader, prose) for reader in READERS]
    print(f"{f'one document of {len(prose):,} characters: words/s':<44}", *_cells(rates), sep="")


def print_growth(prose: str) -> None:
    """The time for a character when the same text is read once, twice, four and eight times."""
    once = prose[: len(prose) // 8]
    base: list[float] = []
    for copies in (1, 2, 4, 8):
        text = once * copies
        each = [seconds(reader, text) / len(text) for reader in READERS]
        base = base or each
        ratios = (f"{now / first:>10.2f}" for now, first in zip(each, base, strict=True))
        print(f"{f'time for a character at {len(text):,}, ratio':<44}", *ratios, sep="")


def print_hard(prose: str) -> None:
    """Each hard text beside prose of the same size, and beside an eighth of itself."""
    size = len(prose)
    plain = [seconds(reader, prose) for reader in READERS]
    print(f"\n{'':<24}{'tagger':>24}{'whole':>24}")
    print(f"{f'{size:,} characters of':<24}" + f"{'beside prose':>16}{'growth':>8}" * 2)
    for name in HARD:
        cells = []
        for reader, normal in zip(READERS, plain, strict=True):
            eighth = seconds(reader, hard_text(name, size // 8))
            full = seconds(reader, hard_text(name, size))
            growth = full / eighth / 8 if eighth else float("nan")
            cells.append(f"{full / normal:>16.2f}{growth:>8.2f}")
        print(f"{name:<24}" + "".join(cells), flush=True)


def _cells(rates: list[float]) -> list[str]:
    return [f"{rate:>10,.0f}" for rate in rates]


READERS: tuple[Reader, Reader] = (find_timexes, whole)


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--folder", type=Path, default=FOLDER, help="corpora of this layout")
    options.add_argument("--characters", type=int, default=CHARACTERS, metavar="N")
    chosen = options.parse_args()
    leave_if_absent(chosen.folder)
    documents = texts(chosen.folder)
    joined = "\n\n".join(documents) + "\n\n"
    prose = (joined * (chosen.characters // len(joined) + 1))[: chosen.characters]
    for reader in READERS:
        reader(WARM_UP)
    print("on one core" if keep_to_one_core() else "on all cores: this system cannot keep to one")
    print_rates(documents, prose)
    print_growth(prose)
    print_hard(prose)


if __name__ == "__main__":
    main()
