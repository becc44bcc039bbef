"""How size tells: a small and a huge reference, built, looked up, and used to check one document.

    python bench/reference_scale.py [--small 10000] [--large 10000000] [--folder FOLDER]

Invents people, bodies and places in the shape of Wikidata: three names and two to four facts each,
given names and surnames with the skew of real ones (many a John Smith). The true people of one
document stand in both references. It tells the time to build, bytes for each entity, the greatest
memory, how long a name takes to look up (percentiles, from a warm file), and the time to check the
document against each, in turns within one run. It needs some 6 GB of disk; what it made is removed.
"""

from __future__ import annotations

import argparse
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bede.checker import check
from bede.chronology import Span, format_edtf
from bede.config import Config
from bede.evidence import open_reference
from bede.evidence.importing import When, simple_entity, simple_fact, simple_source
from bede.evidence.sources import Record
from bede.evidence.values import Name, PackHead
from bede.evidence.writing import ReferenceWriter

SEED = 20261123
SYLLABLES = (
    "ba",
    "den",
    "kor",
    "li",
    "mar",
    "no",
    "pe",
    "ril",
    "sa",
    "ton",
    "ul",
    "ver",
    "wi",
    "zan",
)
GIVEN = ("John", "Mary", "William", "Anna", "James", "Maria", "Thomas", "Elizabeth", "Peter", "Ida")
COMMON = ("Smith", "Jones", "Marsh", "Reed", "Brown", "Miller", "Hall", "Vell", "Holm", "Orlo")
HEAD = PackHead("scale", "1", "Invented for a measurement", "CC0-1.0", ("bench",), "nothing real")
DOCUMENT = """
In 1905 Zacharias Quennell founded the Guild of Ostermark. Zacharias Quennell was born in 1870 and
died in 1930. In 1912 Zacharias Quennell visited Ostermark with John Smith, who was the mayor.
In 1920 Mary Jones and William Reed joined the Guild of Ostermark. Peter Holm, a sailor, kept a
diary. In 1925 Zacharias Quennell wrote to Anna Miller of Ostermark, whom James Hall had met in
1899. Thomas Brown was arrested in Ostermark in 1927.
"""
TRUE = (("q1", "Zacharias Quennell", 1870, 1930), ("q2", "Guild of Ostermark", 1905, None))


def invented(count: int) -> Iterator[Record]:
    """The records, one after another, the same for the same number."""
    chance = random.Random(SEED)  # noqa: S311 - a measurement, no secret
    yield simple_source("scale", "Invented", work="Invented")
    for key, name, first, last in TRUE:
        person = last is not None
        kind = "person" if person else "organisation"
        names = (Name(name, "preferred", None, None, ()),)
        yield simple_entity(key, kind, names, ("scale",), prominence=3)  # type: ignore[arg-type]
        begin, role = ("birth", "person") if person else ("founding", "thing")
        yield simple_fact(f"{key}-{begin}", begin, {role: (key,)}, year(first), ("scale",))
        if last is not None:
            yield simple_fact(f"{key}-death", "death", {"person": (key,)}, year(last), ("scale",))
    for number in range(100, count + 100):
        yield from one(f"q{number}", chance)


def one(key: str, chance: random.Random) -> Iterator[Record]:
    """An entity with its facts."""
    sort = chance.random()
    given = chance.choice(GIVEN) if chance.random() < 0.5 else word(chance)
    family = chance.choice(COMMON) if chance.random() < 0.02 else word(chance)
    first = 1900 - int(chance.expovariate(1 / 150))
    if sort < 0.75:
        texts = (f"{given} {family}", f"{given} {word(chance)[0]}. {family}", f"{family} {given}")
        kind = "person"
        facts = [("birth", "person", first), ("death", "person", first + chance.randrange(20, 95))]
    else:
        kind = "organisation" if sort < 0.9 else "place"
        texts = (f"Guild of {family}", f"{family} Guild", f"{word(chance)} {family}")
        facts = [("founding", "thing", first), ("dissolution", "thing", first + 80)]
    names = [Name(text, "alias", None, None, ()) for text in dict.fromkeys(texts)]
    fame = int(chance.paretovariate(1.2))
    yield simple_entity(key, kind, names, ("scale",), prominence=fame)  # type: ignore[arg-type]
    for event, role, when in facts:
        yield simple_fact(f"{key}-{event}", event, {role: (key,)}, year(when), ("scale",))


def year(number: int) -> When:
    """A year as a time."""
    span = Span.year(number)
    return When(format_edtf(span) or "", span)


def word(chance: random.Random) -> str:
    """A name that nobody has, or some."""
    return "".join(chance.choices(SYLLABLES, k=chance.choice((2, 3, 3, 4)))).title()


def build(count: int, path: Path) -> None:
    """Build a reference and tell what it took."""
    began = time.perf_counter()
    with ReferenceWriter(path) as writer:
        writer.begin(HEAD)
        writer.add_all(invented(count))
        written = writer.finish()
    took = time.perf_counter() - began
    size = path.stat().st_size
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{written.entities:>10,} entities, {written.facts:,} facts, {written.info.names:,} names: "
        f"built in {took:,.0f} s, {size / 1e6:,.0f} MB, {size / written.entities:.0f} bytes an "
        f"entity, greatest memory {peak:,.0f} MB"
    )


def look_up(path: Path) -> None:
    """Tell the percentiles of a look-up, in microseconds."""
    chance = random.Random(SEED + 1)  # noqa: S311 - as above
    asked = {
        "common names": [f"{chance.choice(GIVEN)} {chance.choice(COMMON)}" for _ in range(20_000)],
        "rare names": [f"{word(chance)} {word(chance)}" for _ in range(20_000)],
        "names of nobody": [f"Xq{word(chance)} Zz{word(chance)}" for _ in range(20_000)],
    }
    with open_reference(str(path)) as reference:
        for kind, names in asked.items():
            for name in names:  # a warm file
                reference.candidates(name, forms=("whole",), limit=8)
            taken = []
            for name in names:
                began = time.perf_counter_ns()
                reference.candidates(name, forms=("whole",), limit=8)
                taken.append((time.perf_counter_ns() - began) / 1000)
            cuts = statistics.quantiles(taken, n=100)
            print(
                f"  {kind:16} 50 % {cuts[49]:6.1f}  95 % {cuts[94]:6.1f}  99 % {cuts[98]:6.1f} µs"
            )


def compare(small: Path, large: Path, folder: Path) -> None:
    """Check one document against both, in turns: by the command, and once more in one process."""
    text = folder / "document.txt"
    text.write_text((DOCUMENT + "\n") * 12, encoding="utf-8")  # some 900 words

    def command(path: Path) -> None:
        program = "from bede.cli import main; main()"
        words = ["check", "--exit-zero", "--reference", str(path), str(text)]
        subprocess.run([sys.executable, "-c", program, *words], check=True, capture_output=True)

    def again(path: Path) -> None:
        check([str(text)], Config(reference=(str(path),)))

    for name, run in (("the command", command), ("again in one process", again)):
        times: dict[Path, list[float]] = {small: [], large: []}
        for turn in range(9):
            for path in (small, large):
                began = time.perf_counter()
                run(path)
                if turn > 1:
                    times[path].append(time.perf_counter() - began)
        low, high = (statistics.median(times[path]) * 1000 for path in (small, large))
        print(f"check, {name}: {low:.0f} ms and {high:.0f} ms, ratio {high / low:.3f}")


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--small", type=int, default=10_000)
    options.add_argument("--large", type=int, default=10_000_000)
    options.add_argument("--folder", help="where to put the references; some 6 GB")
    chosen = options.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="bede-scale-", dir=chosen.folder))
    try:
        paths = [folder / "small.sqlite", folder / "large.sqlite"]
        for count, path in zip((chosen.small, chosen.large), paths, strict=True):
            build(count, path)
            look_up(path)
        compare(paths[0], paths[1], folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
