"""How many planted errors Bede finds, and how often each rule accuses a text that nobody touched.

    python bench/planted.py [--list]

The passages and the facts that decide them lie beside the project, in
`../shared/corpora/planted/dev`; the script says so when they are absent. The facts are turned into
a pack in a scratch folder, with one source and medium confidence, and built into a reference as a
user would build one. Errors and warnings count; a planted error is found when one of them overlaps
its words or their sentence (`score_planted.py` beside the passages). `--list` prints each finding.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Set
from pathlib import Path

from bede.catalog import roles_by_type, rules
from bede.checker import check
from bede.chronology import Calendar, date_of, day_number
from bede.config import Config
from bede.evidence.build import build_reference
from bede.evidence.names import name_key
from bede.report import Look, Report
from bede.report.formats import formats

PLANTED = Path(__file__).parents[2] / "shared" / "corpora" / "planted"
SOURCE = {
    "id": "csv", "title": "Facts of the planted passages", "work": "Planted passages",
    "kind": "web", "family": "csv", "quality": "fair",
}  # fmt: skip
SOURCED = {"sources": ["csv"], "confidence": "medium"}
DAY = re.compile(r"\d{4}-\d\d-\d\d")
REFORM = "1582-10-15"
EVENT_TYPES = {"battle": "battle", "treaty": "treaty", "revolution": "uprising"}

Record = dict[str, object]


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one of the tables."""
    path = PLANTED / "dev" / "reference" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def named(row: dict[str, str]) -> Record:
    """Id, name and aliases of a row."""
    known = {name_key(row["name"])}
    aliases = []
    for alias in filter(str.strip, row.get("aliases", "").split("|")):
        if name_key(alias) not in known:
            aliases.append(alias)
        known.add(name_key(alias))
    return {"id": row["id"].lower(), "name": row["name"], "aliases": aliases, **SOURCED}


def fact(name: str, kind: str, roles: Record, when: str) -> Record:
    """One fact; its times are EDTF and so Gregorian, while the tables have old days as told."""
    times = "/".join(map(gregorian, when.split("/")))
    return {"id": name, "type": kind, "roles": roles, "when": times, **SOURCED}


def gregorian(told: str) -> str:
    """A day before the reform of 1582 as the day of the Gregorian calendar; others as they are."""
    if not DAY.fullmatch(told) or told >= REFORM:
        return told
    year, month, day = map(int, told.split("-"))
    moved = date_of(day_number(year, month, day, Calendar.JULIAN))
    return f"{moved.year:04}-{moved.month:02}-{moved.day:02}"


def lives() -> Iterator[tuple[str, Record]]:
    """People with their births and deaths."""
    for row in rows("people"):
        one = named(row)
        yield "people", one
        for column, kind in (("born", "birth"), ("died", "death")):
            if row[column]:
                yield "facts", fact(f"{one['id']}-{kind}", kind, {"person": one["id"]}, row[column])


def bodies() -> Iterator[tuple[str, Record]]:
    """States, cities by name, and organisations."""
    for table in ("states", "organisations"):
        for row in rows(table):
            one = named(row)
            if row.get("kind") in ("city-name", "place"):
                dated = {"name": row["name"], "sources": ["csv"]}
                dated |= {"from": row["founded"]} if row["founded"] else {}
                dated |= {"to": row["dissolved"]} if row["dissolved"] else {}
                yield "places", {**one, "kind": "settlement", "names": [dated]}
                continue
            yield "organisations", {**one, "kind": "state" if table == "states" else "body"}
            for column, kind in (("founded", "founding"), ("dissolved", "dissolution")):
                if row[column]:
                    roles: Record = {"thing": one["id"]}
                    yield "facts", fact(f"{one['id']}-{kind}", kind, roles, row[column])


def offices() -> Iterator[tuple[str, Record]]:
    """Offices of one holder at a time, with their terms."""
    ids: dict[tuple[str, str], str] = {}
    for row in rows("offices"):
        key = (row["office"], row["body_or_country"])
        if key not in ids:
            ids[key] = f"office-{len(ids)}"
            name = f"{row['office']} of {row['body_or_country']}"
            yield "offices", {"id": ids[key], "name": name, "holders": "single", **SOURCED}
        roles: Record = {"person": row["person"].lower(), "office": ids[key]}
        when = f"{row['start']}/{row['end'] or '..'}"
        yield "facts", fact(row["id"].lower(), "tenure", roles, when)


def happenings() -> Iterator[tuple[str, Record]]:
    """Battles and treaties; works."""
    for row in rows("events"):
        kind = EVENT_TYPES.get(row["type"])
        one = {**named(row), "kind": row["type"]}
        yield "happenings", one
        if kind is not None:
            when = row["start"] if row["start"] == row["end"] else f"{row['start']}/{row['end']}"
            yield "facts", fact(f"{one['id']}-fact", kind, {"name": one["id"]}, when)
    for row in rows("works"):
        one = {"id": row["id"].lower(), "title": row["title"], "kind": "work", **SOURCED}
        yield "works", one
        yield (
            "facts",
            fact(f"{one['id']}-fact", "publication", {"work": one["id"]}, row["published"]),
        )


def build(folder: Path) -> Path:
    """Write the pack and build the reference."""
    pack = folder / "planted"
    pack.mkdir()
    head = "\n".join(
        f"{key} = {json.dumps(value)}"
        for key, value in {
            "name": "planted", "title": "Planted", "version": "1", "licence": "see the corpus",
            "editors": ["bench"], "scope": "the planted passages",
        }.items()
    )  # fmt: skip
    (pack / "pack.toml").write_text(head + "\n", encoding="utf-8")
    files: dict[str, list[Record]] = {"sources": [dict(SOURCE)]}
    for part in (lives(), bodies(), offices(), happenings()):
        for name, record in part:
            files.setdefault(name, []).append(record)
    for name, records in files.items():
        size = 5000
        for first in range(0, len(records), size):
            where = pack / name
            where.mkdir(exist_ok=True)
            lines = "".join(
                f"- {json.dumps(r, ensure_ascii=False)}\n" for r in records[first : first + size]
            )
            (where / f"{first}.yaml").write_text(lines, encoding="utf-8")
    reference = folder / "planted.sqlite"
    build_reference([pack], reference, roles_by_type())
    return reference


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
        reference = build(folder)
        built = time.perf_counter()
        texts = folder / "texts"
        texts.mkdir()
        for passage in passages:
            (texts / f"{passage['id']}.txt").write_text(passage["text"], encoding="utf-8")
        report = check([str(texts)], Config(reference=str(reference)))
        took = time.perf_counter() - built
        print(f"reference built in {built - started:.0f} s, passages checked in {took:.0f} s")
        print(score(source, report, folder))
    untouched = {passage["id"] for passage in passages if not passage["planted"]}
    tell(report, untouched, listed=chosen.list)


if __name__ == "__main__":
    main()
