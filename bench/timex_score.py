"""How well Bede reads the dates of history prose: scores beside other taggers, and by class.

    python bench/timex_score.py [--folder FOLDER] [--errors N] [--class NAME]

The command `bede dates FOLDER --format jsonl` reads the texts of each corpus; the scorer of the
corpora compares. Gold that is annotated in part only (the biographies of GUM: dates alone) says
nothing of precision, so only recall is shown for it. With `--errors N` up to N wrong expressions
of each class are printed: MISSED, VALUE (found, another value), EXTENT (right value, other words)
and SPURIOUS.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from timex_classes import CLASSES, class_of
from timex_corpus import FOLDER, HALF, Record, leave_if_absent, load, scorer

DATES = "import sys; from bede.cli import main; sys.argv[0] = 'bede'; main()"
PARTLY_ANNOTATED = frozenset({"gum_bio"})
TARGETS: Mapping[str, Mapping[str, float]] = {
    "wikiwars": {"strict": 88, "relaxed": 94, "valueC": 92, "expl": 95, "ctx": 88},
    "gum_bio": {"expl": 97},
}
COLUMNS = ("strict", "relaxed", "type", "value", "valueC", "expl")
CONTEXT = 50
PROBLEMS = 2
"""Exit code of Bede when a text was bad; the others were read."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """One expression of the gold, of Bede, or one of each that overlap.

    Attributes:
        document: the id of the text.
        gold: the annotated expression, or None for a spurious one.
        read: what Bede read, or None for a missed one.
        right: whether the two values are the same in canonical notation.
        told: whether the gold tells a value at all.
        around: the words around it.
    """

    document: str
    gold: Record | None
    read: Record | None
    right: bool
    told: bool
    around: str

    @property
    def name(self) -> str:
        """The class of the gold, or of what was read if there is no gold."""
        return class_of(self.gold or self.read or {})

    @property
    def fault(self) -> str:
        """What is wrong with it in one word, or nothing."""
        if self.gold is None:
            return "SPURIOUS"
        if self.read is None:
            return "MISSED"
        if self.told and not self.right:
            return "VALUE"
        return "" if self.same("start") and self.same("end") else "EXTENT"

    def same(self, field: str) -> bool:
        """Whether the gold and what was read agree in a field."""
        both = self.gold is not None and self.read is not None
        return both and (self.gold or {})[field] == (self.read or {})[field]


def read_with_bede(gold: Sequence[Record]) -> list[Record]:
    """What `bede dates` prints on the texts of a corpus, by document."""
    with tempfile.TemporaryDirectory() as scratch:
        for index, record in enumerate(gold):
            Path(scratch, f"{index:06}.txt").write_bytes(record["text"].encode("utf-8"))
        done = subprocess.run(
            [sys.executable, "-c", DATES, "dates", scratch, "--format", "jsonl"],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    if done.returncode not in (0, PROBLEMS):
        said = done.stderr.strip().splitlines() or ["no reason given"]
        raise SystemExit(f"bede dates ended with {done.returncode}: {said[-1]}")
    print(done.stderr, end="")
    found: list[Record] = [{"id": record["id"], "timexes": []} for record in gold]
    for line in done.stdout.splitlines():
        timex = json.loads(line)
        index = int(Path(timex["path"]).stem)
        if gold[index]["text"][timex["start"] : timex["end"]] != timex["text"]:
            print(f"offsets do not fit the text in {gold[index]['id']}: {timex}")
        found[index]["timexes"].append(timex)
    return found


def pair(gold: Sequence[Record], read: Sequence[Record], rules: ModuleType) -> Iterator[Pairing]:
    """Match the expressions one to one, as the scorer does, in the order of the texts."""
    by_document = {record["id"]: record["timexes"] for record in read}
    for expected in gold:
        wanted = [timex for timex in expected["timexes"] if not timex.get("nested")]
        given = by_document.get(expected["id"], ())
        found = [timex for timex in given if timex["end"] > timex["start"]]
        partners = rules.match(wanted, found)
        taken = set(partners.values())
        rows: list[tuple[Record | None, Record | None]] = [
            (timex, found[partners[index]] if index in partners else None)
            for index, timex in enumerate(wanted)
        ]
        rows += [(None, timex) for index, timex in enumerate(found) if index not in taken]
        for want, have in sorted(rows, key=lambda row: (row[0] or row[1] or {})["start"]):
            place = want or have or {}
            around = expected["text"][max(0, place["start"] - CONTEXT) : place["end"] + CONTEXT]
            told = want is not None and not rules.badval(want["value"])
            right = bool(
                told and want and have and rules.canon(have["value"]) == rules.canon(want["value"])
            )
            yield Pairing(expected["id"], want, have, right, told, " ".join(around.split()))


def print_scores(name: str, scores: Mapping[str, Mapping[str, object]]) -> None:
    """The table of one corpus: targets, Bede, peers."""
    measure = "r" if name in PARTLY_ANNOTATED else "f1"
    print(f"\n{name}: {'recall' if measure == 'r' else 'F1'}, in per cent")
    heads = (*COLUMNS, "R text", "R context", "found")
    print(f"  {'':<12}" + "".join(f"{head:>10}" for head in heads))
    targets = TARGETS.get(name, {})
    cells = [f"{targets[column]:.0f}" if column in targets else "" for column in COLUMNS]
    cells += ["", f"{targets['ctx']:.0f}" if "ctx" in targets else "", ""]
    print(f"  {'target':<12}" + "".join(f"{cell:>10}" for cell in cells))
    for tool, score in scores.items():
        cells = [_figure(score[column][measure]) for column in COLUMNS]  # type: ignore[index]
        cells += [_figure(score["expl_text_recall"]), _figure(score["expl_ctx_recall"])]
        print(f"  {tool:<12}" + "".join(f"{cell:>10}" for cell in (*cells, score["sys"])))


def _figure(value: object) -> str:
    return f"{value:.1f}" if isinstance(value, float) else "-"


def print_classes(
    pairings: Sequence[Pairing], peers: Mapping[str, Sequence[Pairing]], *, spurious: bool
) -> None:
    """Figures for each class of expression: of the gold, how many were found, and how well.

    `recall` is the share of the gold found, `value` the share read with the right value (in
    canonical notation), and the columns of the peers are their `value`.
    """
    heads = (
        "gold",
        "found",
        "same words",
        "same type",
        "same value",
        "recall %",
        "value %",
        *peers,
    )
    heads += ("spurious",) if spurious else ()
    print(f"\n  {'class':<22}" + "".join(f"{head:>11}" for head in heads))
    for name in (*CLASSES, "all"):
        mine = _of_class(pairings, name)
        gold = [each for each in mine if each.gold]
        if not gold and not (mine and spurious):
            continue
        cells: list[object] = [
            len(gold),
            found := sum(each.read is not None for each in gold),
            sum(each.same("start") and each.same("end") for each in gold),
            sum(each.same("type") for each in gold),
            sum(each.right for each in gold),
            _rate(found, len(gold)),
        ]
        cells += [_value_rate(_of_class(each, name)) for each in (pairings, *peers.values())]
        cells += [len(mine) - len(gold)] if spurious else []
        print(f"  {name:<22}" + "".join(f"{cell:>11}" for cell in cells))


def _of_class(pairings: Sequence[Pairing], name: str) -> list[Pairing]:
    return [each for each in pairings if name in (each.name, "all")]


def _value_rate(pairings: Sequence[Pairing]) -> str:
    return _rate(sum(each.right for each in pairings), sum(each.told for each in pairings))


def _rate(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "-"


def print_errors(pairings: Sequence[Pairing], limit: int, only: str | None, spurious: bool) -> None:
    """Up to `limit` wrong expressions of each class."""
    for name in CLASSES if only is None else (only,):
        wrong = [
            each
            for each in pairings
            if each.name == name and each.fault and (spurious or each.gold)
        ]
        if wrong:
            print(f"\n  {name}: {len(wrong)} wrong")
        for each in wrong[:limit]:
            gold, read = _told(each.gold), _told(each.read)
            print(f"    {each.fault:<8} {each.document}  gold {gold}  Bede {read}")
            print(f"             ... {each.around} ...")


def _told(timex: Record | None) -> str:
    if timex is None:
        return "-"
    words = " ".join(timex["text"].split())
    return f"[{words} | {timex['type']} | {timex['value']}]"


def main() -> None:
    """Score each corpus of the folder."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--folder", type=Path, default=FOLDER, help="corpora of this layout")
    options.add_argument("--errors", type=int, default=0, metavar="N", help="wrong ones a class")
    options.add_argument("--class", dest="only", choices=CLASSES, help="errors of this class only")
    chosen = options.parse_args()
    leave_if_absent(chosen.folder)
    rules = scorer(chosen.folder)
    for path in sorted((chosen.folder / HALF).glob("*.jsonl")):
        gold = load(path)
        read = read_with_bede(gold)
        files = sorted((chosen.folder / "peers").glob(f"*.{path.stem}.jsonl"))
        peers = {file.name.partition(".")[0]: load(file) for file in files}
        outputs = {"Bede": read, **peers}
        print_scores(path.stem, {tool: rules.score(gold, each) for tool, each in outputs.items()})
        pairings, *others = (list(pair(gold, each, rules)) for each in outputs.values())
        whole = path.stem not in PARTLY_ANNOTATED
        print_classes(pairings, dict(zip(peers, others, strict=True)), spurious=whole)
        if chosen.errors:
            print_errors(pairings, chosen.errors, chosen.only, whole)


if __name__ == "__main__":
    main()
