"""How long a dump of Wikidata takes to import, and how much memory.

    python bench/wikidata_dump.py [--entities 1000000] [--folder /tmp/bede-wikidata] [--packed gz]

writes a dump of that many entities in the shapes of real ones (`wikidata_shapes.py`) into a scratch
folder outside the repository, builds a reference of it with `bede reference build` on all cores,
and tells the time, the greatest memory of all processes together, the size of the reference, and
what the whole of Wikidata would take at that rate. `--people` takes people alone, all of whom are
kept: the hardest case. The dump is kept for the next run; `--clean` removes the folder.
"""

from __future__ import annotations

import argparse
import bz2
import gzip
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import IO, cast

import orjson
import zstandard
from wikidata_shapes import Shaper, kind_at

ALL_ITEMS = 115_000_000
"""Items of Wikidata in 2025 (Wikidata:Statistics gives 115 to 120 million)."""
_SLICE = 5_000


def packed(path: Path, how: str) -> IO[bytes]:
    """A file to write, packed as the dumps are; as fast as the packing can be had."""
    if how == "gz":
        return cast(IO[bytes], gzip.open(path, "wb", compresslevel=1))
    if how == "bz2":
        return cast(IO[bytes], bz2.open(path, "wb", compresslevel=1))
    if how == "zst":
        return cast(IO[bytes], zstandard.open(path, "wb", zstandard.ZstdCompressor(level=1)))
    return path.open("wb")


def lines(job: tuple[int, int, int, bool]) -> bytes:
    """Some lines of the dump; each slice has its own chance, so that any process may make it."""
    count, start, end, people = job
    shaper = Shaper(count, start)
    made = (
        orjson.dumps(shaper.entity(number, "human" if people else kind_at(number)))
        for number in range(start, end)
    )
    return b"".join(line + b",\n" for line in made)


def write_dump(path: Path, count: int, how: str, *, people: bool) -> int:
    """Write the dump; the size of what was packed, in bytes."""
    jobs = [
        (count, start, min(start + _SLICE, count + 1), people)
        for start in range(1, count + 1, _SLICE)
    ]
    size = 0
    unfinished = path.with_suffix(".part")
    with packed(unfinished, how) as file, ProcessPoolExecutor(2) as pool:
        file.write(b"[\n")
        for number, data in enumerate(pool.map(lines, jobs), 1):
            text = data if number < len(jobs) else data[:-2] + b"\n"
            file.write(text)
            size += len(text)
        file.write(b"]\n")
    unfinished.rename(path)
    return size


def memory(root: int) -> int:
    """What a process and those it has begun hold in memory together (bytes, shared parts once)."""
    return sum(_proportional(pid) for pid in (root, *_children(root)))


def _children(root: int) -> Iterator[int]:
    for task in Path(f"/proc/{root}/task").glob("*/children"):
        try:
            pids = [int(word) for word in task.read_text().split()]
        except OSError:
            continue
        for pid in pids:
            yield pid
            yield from _children(pid)


def _proportional(pid: int) -> int:
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in text.splitlines() if "Pss:" in line), 0)


def build(dump: Path, output: Path) -> tuple[float, int, str]:
    """Build a reference: seconds, greatest memory in bytes, what the command says."""
    command = [sys.executable, "-m", "bede.cli", "reference", "build", str(dump), "-o", str(output)]
    if shutil.which("bede"):
        command[:3] = ["bede"]
    started = time.perf_counter()
    peak = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        while process.poll() is None:
            peak = max(peak, memory(process.pid))
            time.sleep(0.5)
        told = process.stdout.read() if process.stdout else ""
    if process.returncode:
        sys.exit(f"the build failed with {process.returncode}")
    return time.perf_counter() - started, peak, told


def main() -> None:
    """Write the dump if it is not there, build, tell."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--entities", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=Path("/tmp/bede-wikidata"))  # noqa: S108
    parser.add_argument("--packed", choices=("gz", "bz2", "zst", "plain"), default="gz")
    parser.add_argument("--people", action="store_true", help="people alone, all of them kept")
    parser.add_argument("--clean", action="store_true", help="remove the folder at the end")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    ending = "" if asked.packed == "plain" else f".{asked.packed}"
    name = f"{'people' if asked.people else 'mixed'}-{asked.entities}.json{ending}"
    dump, output = asked.folder / name, asked.folder / "reference.sqlite"
    if not dump.exists():
        started = time.perf_counter()
        size = write_dump(dump, asked.entities, asked.packed, people=asked.people)
        seconds = time.perf_counter() - started
        print(f"dump written in {seconds:.0f} s: {size / asked.entities:,.0f} bytes an entity")
    print(f"{dump}: {dump.stat().st_size / 1e9:.2f} GB packed")
    seconds, peak, told = build(dump, output)
    rate = asked.entities / seconds
    print(told, end="")
    print(f"time: {seconds:.0f} s; {rate:,.0f} entities a second")
    print(f"greatest memory of all processes: {peak / 1e6:,.0f} MB")
    hours = ALL_ITEMS / rate / 3600
    size = output.stat().st_size / asked.entities * ALL_ITEMS / 1e9
    print(f"all of Wikidata ({ALL_ITEMS:,} items) at this rate: {hours:.0f} hours, {size:.0f} GB")
    if asked.clean:
        shutil.rmtree(asked.folder)


if __name__ == "__main__":
    main()
